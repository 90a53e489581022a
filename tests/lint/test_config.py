"""Reading configurations: found, extended, merged, and every fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from wodlang.lint.config import ConfigProblem, Settings, load_settings, read_settings
from wodlang.lint.config_check import check_settings
from wodlang.lint.rule import Pack
from wodlang.text.finding import Severity


def written(folder: Path, text: str, name: str = "wod.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def problems_of(file: Path, packs: tuple[Pack, ...]) -> list[ConfigProblem]:
    settings, problems = read_settings(file)
    return [*problems, *check_settings(settings, packs)]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings, problems = load_settings(tmp_path / "a.wod")
    assert problems == ()
    assert settings.file is None or not settings.file.is_relative_to(tmp_path)


def test_the_nearest_file_upward_holds(tmp_path: Path) -> None:
    written(tmp_path, 'ignore = ["far"]')
    near = written(tmp_path / "a", "[tool.wod]\nignore = ['near']", "pyproject.toml")
    written(tmp_path / "a" / "b", "[tool.other]\nx = 1", "pyproject.toml")
    settings, problems = load_settings(tmp_path / "a" / "b" / "monday.wod")
    assert (settings.ignore, settings.file, problems) == (("near",), near, ())


def test_wod_toml_goes_before_pyproject(tmp_path: Path) -> None:
    written(tmp_path, "[tool.wod]\nignore = ['shared']", "pyproject.toml")
    written(tmp_path, "ignore = ['own']")
    assert load_settings(tmp_path)[0].ignore == ("own",)


def test_a_broken_pyproject_of_somebody_else_is_not_ours(tmp_path: Path) -> None:
    written(tmp_path, "ignore = ['far']")
    written(tmp_path / "a", "[project\nwodka = 1", "pyproject.toml")
    assert load_settings(tmp_path / "a")[0].ignore == ("far",)


def test_every_key(tmp_path: Path, packs: tuple[Pack, ...]) -> None:
    written(tmp_path, "", "house.toml")
    file = written(
        tmp_path,
        """
        extends = ["pack:chain/strict"]
        select = ["PC", "too-many"]
        extend-select = ["PC202"]
        ignore = ["core"]
        packs = ["./house.toml", "house"]
        require-packs = ["chain>=1.1", "house"]
        fail-level = "error"
        [severity]
        PC3 = "info"
        [per-file]
        "drafts/*.wod" = ["PC101"]
        "meets/**" = { ignore = ["house"], extend-select = ["IH102"], severity = { IH = "error" } }
        [rules.too-many]
        max-exercises = 7
        """,
    )
    settings, problems = read_settings(file)
    assert (*problems, *check_settings(settings, packs)) == ()
    assert settings.profiles == ("chain/strict",)
    assert settings.select == ("PC", "too-many")
    assert settings.extend_select == ("PC202",)
    assert settings.packs == (str(tmp_path / "house.toml"), "house")
    assert settings.fail_level is Severity.ERROR
    assert settings.severity == {"PC3": Severity.INFO}
    assert [one.ignore for one in settings.per_file] == [("PC101",), ("house",)]
    assert settings.rules == {"too-many": {"max-exercises": 7}}


def test_extends_adds_up_and_the_nearer_file_wins(tmp_path: Path) -> None:
    written(
        tmp_path,
        'select = ["PC1"]\nextend-select = ["IH102"]\nignore = ["PC302"]\nfail-level = "error"\n'
        "[rules.too-many]\nmax-exercises = 4\ninjured = true\n[severity]\nPC101 = 'info'",
        "base.toml",
    )
    file = written(
        tmp_path / "a",
        'extends = ["../base.toml"]\nselect = ["PC2"]\nignore = ["PC101"]\n'
        "[rules.too-many]\nmax-exercises = 8\n[severity]\nPC101 = 'error'",
    )
    settings, problems = read_settings(file)
    assert problems == ()
    assert settings.select == ("PC2",)
    assert settings.extend_select == ()
    assert settings.ignore == ("PC302", "PC101")
    assert settings.fail_level is Severity.ERROR
    assert settings.severity == {"PC101": Severity.ERROR}
    assert settings.rules == {"too-many": {"max-exercises": 8, "injured": True}}


def test_two_files_may_extend_the_same_one(tmp_path: Path) -> None:
    written(tmp_path, "ignore = ['PC101']", "base.toml")
    written(tmp_path, "extends = ['base.toml']", "one.toml")
    file = written(tmp_path, "extends = ['one.toml', 'base.toml']")
    settings, problems = read_settings(file)
    assert (settings.ignore, problems) == (("PC101",), ())


@pytest.mark.parametrize(
    ("others", "text", "line", "column", "said"),
    [
        pytest.param({}, 'extends = ["no.toml"]', 1, 12, "no file", id="missing"),
        pytest.param({}, 'extends = ["wod.toml"]', 1, 12, "extends itself", id="itself"),
        pytest.param(
            {"b.toml": "\nextends = ['wod.toml']"}, 'extends = ["b.toml"]', 2, 12,
            "extends itself", id="circle, said where it closes",
        ),
        pytest.param({"b.toml": "x ="}, 'extends = ["b.toml"]', 1, 3, "no value", id="broken"),
        pytest.param({}, 'extends = ["pack:chain"]', 1, 12, "PACK/PROFILE", id="no profile"),
        pytest.param({}, 'extends = "b.toml"', 1, 11, "a list of texts", id="no list"),
    ],
)  # fmt: skip
def test_faults_of_extends(
    tmp_path: Path, others: dict[str, str], text: str, line: int, column: int, said: str
) -> None:
    for name, other in others.items():
        written(tmp_path, other, name)
    _, problems = read_settings(written(tmp_path, text))
    assert [(one.line, one.column) for one in problems] == [(line, column)]
    assert said in problems[0].message


@pytest.mark.parametrize(
    ("text", "line", "column", "said", "near"),
    [
        pytest.param("\nselct = ['PC1']", 2, 1, 'unknown key "selct"', "select", id="key"),
        pytest.param("profile = 'strict'", 1, 1, "extends", None, id="profile is no key"),
        pytest.param("select = ['PC1', 'PC303']", 1, 18, "unknown rule", "PC302", id="code"),
        pytest.param("ignore = ['to-many']", 1, 11, "unknown rule", "too-many", id="name"),
        pytest.param("ignore = ['chian']", 1, 11, "unknown rule", "chain", id="pack"),
        pytest.param("ignore = [3]", 1, 11, "texts", None, id="no text"),
        pytest.param("ignore = 'PC101'", 1, 10, "a list of texts", None, id="no list"),
        pytest.param("severity = 'error'", 1, 12, "a table", None, id="no table"),
        pytest.param("[severity]\nPC101 = 'wraning'", 2, 9, "no severity", "warning", id="severity"),
        pytest.param("[severity]\nPC101 = 'off'", 2, 9, "ignore = [", None, id="severity off"),
        pytest.param("[severity]\ntoo-mny = 'info'", 2, 1, "unknown rule", "too-many", id="sev"),
        pytest.param("fail-level = 3", 1, 14, "no severity", None, id="fail-level"),
        pytest.param("extends = ['pack:chain/strickt']", 1, 12, "unknown profile",
                     "chain/strict", id="profile"),
        pytest.param("extends = ['pack:chan/strict']", 1, 12, "unknown pack", "chain", id="pack2"),
        pytest.param("packs = ['./no.toml']", 1, 10, "no pack file", None, id="pack file"),
        pytest.param("packs = ['hause']", 1, 10, "unknown pack", "house", id="pack name"),
        pytest.param("require-packs = ['chain>=2']", 1, 18, "1.2.0", None, id="old"),
        pytest.param("require-packs = ['chain>=1,<1.2']", 1, 18, "1.2.0", None, id="range"),
        pytest.param("require-packs = ['hous']", 1, 18, "not installed", "house", id="required"),
        pytest.param("require-packs = ['chain=>2']", 1, 18, "no requirement", None, id="spelling"),
        pytest.param("[per-file]\n'*.wod' = 3", 2, 11, "a list", None, id="per-file value"),
        pytest.param("[per-file]\n'*.wod' = ['PC303']", 2, 12, "unknown rule", "PC302", id="per-file"),
        pytest.param("[per-file.'*.wod']\nignor = []", 2, 1, "unknown key", "ignore", id="pf key"),
        pytest.param("[rules.too-mny]\nx = 1", 1, 8, "unknown rule", "too-many", id="rule"),
        pytest.param("[rules]\ntoo-many = 3", 2, 12, "a table", None, id="rule no table"),
        pytest.param("[rules.too-many]\nmax-exercise = 1", 2, 1, "unknown option of too-many",
                     "max-exercises", id="option"),
        pytest.param("[rules.bad-row]\nx = 1", 2, 1, "no options", None, id="no options"),
        pytest.param("[rules.too-many]\nmax-exercises = 'six'", 2, 17, "a whole number", None,
                     id="option type"),
        pytest.param("[rules.too-many]\nmax-exercises = true", 2, 17, "a whole number", None,
                     id="a truth is no number"),
        pytest.param("[rules.PC201]\nmax-exercises = 0", 2, 17, "at least 1", None, id="limit"),
        pytest.param("[rules.too-many]\nreps = '5-3'", 2, 8, '"3-5"', None, id="falling range"),
        pytest.param("[rules.too-many]\nopeners = 'hinge'", 2, 11, "a list of texts", None,
                     id="option list"),
        pytest.param("[rules.too-many]\nshare = nan", 2, 9, "a number", None, id="nan"),
        pytest.param("[rules.too-many]\nlevel = 'mid'", 2, 9, '"low", "high"', None, id="choice"),
        pytest.param("[rules.too-many]\nwindow = 'x'", 2, 10, "a range", None, id="post-init"),
        pytest.param("ignore = ['syntax-error']", 1, 11, "cannot be changed", None, id="always"),
    ],
)  # fmt: skip
def test_faults_are_placed_and_name_the_nearest(
    tmp_path: Path, packs: tuple[Pack, ...], text: str, line: int, column: int, said: str,
    near: str | None,
) -> None:  # fmt: skip
    found = problems_of(written(tmp_path, text), packs)
    assert [(one.line, one.column, one.nearest) for one in found] == [(line, column, near)]
    assert said in str(found[0])


def test_places_in_pyproject_count_from_its_own_table(
    tmp_path: Path, packs: tuple[Pack, ...]
) -> None:
    text = "[project]\nname = 'x'\n[tool.wod]\nignore = ['PC9']\n[tool.wod.rules.too-many]\nmx = 1"
    found = problems_of(written(tmp_path, text, "pyproject.toml"), packs)
    assert [(one.line, one.column) for one in found] == [(4, 11), (6, 1)]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"ignore = ['\xe9']"])
def test_a_file_that_is_not_utf8(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "wod.toml"
    file.write_bytes(data)
    _, problems = read_settings(file)
    assert "UTF-8" in problems[0].message


def test_a_missing_file(tmp_path: Path) -> None:
    _, problems = read_settings(tmp_path / "no.toml")
    assert "no such file" in str(problems[0])


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    file = tmp_path / "wod.toml"
    file.write_bytes(b"\xef\xbb\xbfignore = ['PC101']")
    assert read_settings(file)[0].ignore == ("PC101",)


def test_without_packs_their_words_are_no_faults(tmp_path: Path, packs: tuple[Pack, ...]) -> None:
    file = written(tmp_path, "ignore = ['PC101']\n[rules.too-many]\nmax-exercises = 3")
    settings, _ = read_settings(file)
    assert check_settings(settings, packs[:1]) != ()
    assert check_settings(settings, packs[:1], all_loaded=False) == ()


def test_settings_can_be_made_by_hand(packs: tuple[Pack, ...]) -> None:
    found = check_settings(Settings(ignore=("PC9",), profiles=("base",)), packs)
    assert ["several packs" in str(one) for one in found] == [False, True]
