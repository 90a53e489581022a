"""What the documentation says is so: its examples, its generated parts, its links."""

from __future__ import annotations

import html
import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wodlang import __version__
from wodlang.cli.main import main
from wodlang.lint.config import read_settings
from wodlang.lint.config_check import check_settings
from wodlang.report.file_report import FileReport
from wodlang.report.json_findings import findings_data
from wodlang.rulefile import read_pack_text
from wodlang.testing import findings, pack_failures
from wodlang.text.core_codes import CORE_CODES
from wodlang.workbench import check_text, load_packs

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in DOCS.glob("*.md")))
LANGUAGE = (DOCS / "language.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
BROKEN = (ROOT / "examples/broken/PC302-unsupported-row-after-hinge.wod").read_text("utf-8")
CONTEXT = "program Docs\n  units: kg\nsession Docs\nGoblet Squat 3x8\n"
ASKED_ON_PURPOSE = {"WOD101": "Benh Press"}  # the README's first program has it, and says so


def script(name: str) -> ModuleType:
    spec = util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def tables(text: str, *head: str) -> Iterator[list[str]]:
    """The rows of all tables that begin with these columns."""
    wanted = f"| {' | '.join(head)} |"
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        first, _, *rows = table.splitlines()
        if first.startswith(wanted):
            yield from (
                [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows
            )


def spans(cell: str) -> list[str]:
    return [span.replace("\\|", "|") for span in re.findall(r"`([^`]+)`", cell)]


def core_findings(text: str) -> list[str]:
    return [f"{one.code} {one.message}" for one in findings(text) if one.code in CODES]


CODES = {code for code, _, _ in CORE_CODES.values()}
WOD_BLOCKS = [*blocks(README, "wod"), *blocks(LANGUAGE, "wod")]
FORMS = [form for row in tables(LANGUAGE, "write") for form in spans(row[0])]
HEADERS = [
    *(form for row in tables(LANGUAGE, "header") for form in spans(row[0])),
    *(form for row in tables(LANGUAGE, "block") for form in spans(row[0])),
]
CHECKS = [row for row in tables(LANGUAGE, "code", "name", "wrong") if spans(row[2])]


@pytest.mark.parametrize("text", WOD_BLOCKS)
def test_a_program_in_the_docs_is_read(text: str) -> None:
    said = [
        one for one in core_findings(text) if ASKED_ON_PURPOSE.get(one.split()[0], "-") not in one
    ]
    assert not said


@pytest.mark.parametrize("form", FORMS)
def test_a_form_in_a_table_is_read(form: str) -> None:
    assert not core_findings(CONTEXT + form)


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_in_a_table_is_read(header: str) -> None:
    text = f"{CONTEXT}{header}\nMonday\nBack Squat 3x5\nBench Press 3x5"
    if not header.startswith("week"):
        text = f"{CONTEXT}session Heavy Pull 2\n{header}\nBack Squat 3x5"
    assert not [one for one in core_findings(text) if "WOD105" not in one]


@pytest.mark.parametrize("row", CHECKS, ids=[row[0] for row in CHECKS])
def test_a_check_in_the_table_finds_the_wrong_line_alone(row: list[str]) -> None:
    code, name, wrong, right = row[:4]
    assert CORE_CODES[name.strip("`")][0] == code
    assert code in {one.code for one in findings("\n".join(spans(wrong)))}
    assert code not in {one.code for one in findings("\n".join(spans(right)))}


def test_every_check_is_in_the_table() -> None:
    assert {row[0] for row in tables(LANGUAGE, "code", "name", "wrong")} == CODES


def test_there_is_much_to_try() -> None:
    assert len(WOD_BLOCKS) >= 12
    assert len(FORMS) >= 100
    assert len(HEADERS) >= 20


def test_the_rule_pages_are_current() -> None:
    written = {
        path.name: path.read_text(encoding="utf-8") for path in (DOCS / "rules").glob("*.md")
    }
    assert script("make_rule_pages").pages() == written, "run `make docs`"


def test_the_help_texts_are_current() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert script("make_command_help").page(text) == text, "run `make docs`"


def test_the_picture_shows_the_report() -> None:
    drawn = (DOCS / "report.svg").read_text(encoding="utf-8")
    shown = "".join(re.findall(r"<text class=\"report-r[^>]*>([^<]*)</text>", drawn))
    printed = script("make_report_picture").report(colour=False)
    assert _letters(html.unescape(shown)).endswith(_letters(printed)), "run `make docs`"


def test_the_picture_is_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = script("make_report_picture")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", str(picture.WIDTH))
    main(["check", "--no-cache", picture.EXAMPLE])
    assert capsys.readouterr().out.rstrip() == picture.report(colour=False).rstrip()


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_readme_opens_with_the_session_of_the_picture() -> None:
    assert blocks(README, "wod")[0] == BROKEN


def test_the_first_command_finds_what_the_readme_says() -> None:
    programs = [path.read_text("utf-8") for path in (ROOT / "examples/programs").glob("*.wod")]
    found = [one for text in (BROKEN, *programs) for one in findings(text)]
    assert (
        "Two warnings: the row above, and the same row in a program that is published so." in README
    )
    assert [(one.code, one.severity) for one in found] == [("PC302", "warning")] * 2


def test_the_json_in_the_docs_is_what_comes_out() -> None:
    result = check_text(BROKEN, "monday.wod")
    packs = [(pack.name, pack.version) for pack in load_packs_of_ours()]
    data = findings_data([FileReport("monday.wod", result.source, result.findings)], packs)
    [shown] = blocks((DOCS / "cli.md").read_text(encoding="utf-8"), "json")
    assert json.loads(shown) == json.loads(json.dumps(data).replace(__version__, "0.1.0"))


def load_packs_of_ours() -> list[Any]:
    from wodlang.lint.settings import Settings

    return [pack for pack in load_packs(Settings()).packs if pack.prefix in ("WOD", "PC")]


WRITING = (DOCS / "writing-a-pack.md").read_text("utf-8")
TOML = [*blocks(README, "toml"), *blocks((DOCS / "configuration.md").read_text("utf-8"), "toml")]
CONFIGURATIONS = [text for text in TOML if "pack" not in tomllib.loads(text)]
PACKS = [text for text in (*TOML, *blocks(WRITING, "toml")) if "pack" in tomllib.loads(text)]
HOUSE = ROOT / "plugins" / "wodlang-house" / "house.toml"


@pytest.mark.parametrize("text", PACKS)
def test_a_pack_in_the_docs_holds(text: str) -> None:
    read = read_pack_text(text, "house.toml")
    assert not read.problems
    assert read.pack is not None
    unproved = [one for one in pack_failures(read.pack) if "no Valid example" not in one.message]
    assert not unproved


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_a_configuration_in_the_docs_is_right(text: str, tmp_path: Path) -> None:
    shutil.copy(HOUSE, tmp_path)
    name = "pyproject.toml" if "tool" in tomllib.loads(text) else "wod.toml"
    (tmp_path / name).write_text(text, encoding="utf-8")
    settings, problems = read_settings(tmp_path / name)
    assert not problems
    assert not check_settings(settings, load_packs(settings).packs)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (path.parent / target).exists(), target
    own = {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in _headings(text)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= own


def _headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)
