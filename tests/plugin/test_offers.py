"""Reporters, importers and exporters of packs, installed for real."""

from __future__ import annotations

from typing import Any

import pytest

OFFERS = """
from wodlang.plugin import *

@hookimpl
def wodlang_pack():
    return Pack("iron", "IH", "1.0", "a test", ())

def render(report):
    {render}

@hookimpl
def wodlang_reporters():
    return (Reporter("lines", "one line a finding", render),)

def read(text):
    {read}

@hookimpl
def wodlang_importers():
    return (Importer("plain", "a list of lines", (".txt",), read),)

def write(program):
    {write}

@hookimpl
def wodlang_exporters():
    return (Exporter("days", "the days", (".days",), write),)
"""
RENDER = """
    lines = [f"{file.path}:{file.source.position(one.span.start).line} {one.code}"
             for file in report.files for one in file.findings]
    return "\\n".join([*lines, f"{report.summary.warnings} of {report.packs[-1][0]}"]) + "\\n"
""".strip()
READ = "return '\\n'.join(text.split(';')) + '\\n'"
WRITE = "return '\\n'.join(session.name for session in program.sessions) + '\\n'"
FULL = "unsupported-row-after-hinge"


def offers(render: str = RENDER, read: str = READ, write: str = WRITE) -> str:
    code = OFFERS
    for name, body in (("render", render), ("read", read), ("write", write)):
        code = code.replace("{" + name + "}", body)
    return code


def test_a_reporter_is_an_output_format(site: Any) -> None:
    site.install("iron", offers())
    done = site.wod("check", "--output-format", "lines", "--ignore", "PC601,PC501", "monday.wod")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "monday.wod:4 PC302\n1 of iron\n"


@pytest.mark.parametrize(
    ("render", "said"),
    [
        pytest.param("1 / 0", "ZeroDivisionError", id="raises"),
        pytest.param("raise SystemExit(0)", "SystemExit", id="exits"),
        pytest.param("return 42", "gave 42, no text", id="nonsense"),
        pytest.param("while True: pass", "longer than 1 s", id="hangs"),
    ],
)
def test_a_reporter_that_fails_gives_way_to_the_full_report(
    site: Any, render: str, said: str
) -> None:
    site.install("iron", offers(render))
    typed = ("check", "--output-format", "lines", "--output-file", "out.txt", "monday.wod")
    done = site.wod(*typed, WODLANG_TIME_LIMIT="1")
    assert done.returncode == 3
    assert "the reporter lines of the pack iron failed" in done.stderr
    assert said in done.stderr
    assert FULL in done.stdout
    assert not (site.folder / "out.txt").exists()


def test_what_a_reporter_prints_is_no_part_of_its_text(site: Any) -> None:
    site.install("iron", offers("print('noise'); return 'text\\n'"))
    done = site.wod("check", "--output-format", "lines", "monday.wod")
    assert (done.stdout, "noise" in done.stderr) == ("text\n", True)


def test_an_unknown_format_names_all_and_the_pack_that_failed(site: Any) -> None:
    site.install("iron", "raise RuntimeError('broken')")
    done = site.wod("check", "--output-format", "line", "monday.wod")
    assert done.returncode == 2
    assert "broken" in done.stderr
    assert 'no output format "line"' in done.stderr
    assert "full, concise, json" in done.stderr


@pytest.mark.parametrize("options", [(), ("--from", "plain")], ids=["by-suffix", "by-name"])
def test_an_importer(site: Any, options: tuple[str, ...]) -> None:
    site.install("iron", offers())
    (site.folder / "plan.txt").write_text("Squat 3x5;Row 3x8")
    done = site.wod("import", "plan.txt", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Squat 3x5\nRow 3x8\n", "")


def test_lines_that_an_importer_made_and_that_are_no_wod_are_said(site: Any) -> None:
    site.install("iron", offers())
    (site.folder / "plan.txt").write_text("Squat 3x5;Row 3x")
    done = site.wod("import", "plan.txt", "--output-file", "plan.wod")
    assert done.returncode == 1
    assert "plan.wod:2:" in done.stderr
    assert (site.folder / "plan.wod").read_text() == "Squat 3x5\nRow 3x\n"


@pytest.mark.parametrize(
    "options", [("--to", "days"), ("--output-file", "out.days")], ids=["by-name", "by-suffix"]
)
def test_an_exporter(site: Any, options: tuple[str, ...]) -> None:
    site.install("iron", offers())
    done = site.wod("export", "monday.wod", *options)
    assert (done.returncode, done.stderr) == (0, "")
    written = site.folder / "out.days"
    assert (written.read_text() if written.exists() else done.stdout) == "Pull\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("import", "monday.wod", "--from", "plain"), "the importer plain of the pack iron failed"),
        (("export", "monday.wod", "--to", "days"), "the exporter days of the pack iron failed"),
    ],
)
def test_one_that_fails_is_named(site: Any, typed: tuple[str, ...], said: str) -> None:
    site.install(
        "iron", offers(read="raise ValueError('line 3')", write="raise ValueError('line 3')")
    )
    done = site.wod(*typed)
    assert done.returncode == 3
    assert said in done.stderr
    assert "line 3" in done.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("export", "monday.wod"), "Write --to NAME (there are: csv)"),
        (("export", "monday.wod", "--to", "cvs"), 'did you mean "csv"'),
        (("import", "monday.wod"), "Write --from NAME (there are: none; packs bring them)"),
        (("export",), "export needs a file"),
    ],
)
def test_usage(site: Any, typed: tuple[str, ...], said: str) -> None:
    done = site.wod(*typed)
    assert done.returncode == 2
    assert said in done.stderr
