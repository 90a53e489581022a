"""Which rules run: the most specific word wins, then the higher layer, then `ignore`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from wodlang.lint.config import Origin, PerFile, Settings
from wodlang.lint.rule import Pack
from wodlang.lint.selection import active_rules
from wodlang.lint.settings import merged
from wodlang.text.finding import Severity

ALWAYS = "WOD101"
BY_DEFAULT = "WOD101 WOD201 PC101 PC201 PC302 IH101"


def codes(packs: tuple[Pack, ...], settings: Settings, path: str = "a.wod") -> str:
    return " ".join(one.rule.code for one in active_rules(packs, settings, path))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(Settings(), BY_DEFAULT, id="default"),
        pytest.param(Settings(select=("PC302",)), "WOD101 PC302", id="code"),
        pytest.param(Settings(select=("pc302",)), "WOD101 PC302", id="code in lower case"),
        pytest.param(Settings(select=("PC2",)), "WOD101 PC201", id="prefix keeps the profile"),
        pytest.param(Settings(select=("PC",)), "WOD101 PC101 PC201 PC302", id="bare prefix"),
        pytest.param(Settings(select=("chain",)), "WOD101 PC101 PC201 PC302", id="pack"),
        pytest.param(Settings(select=("bad-row", "house")), "WOD101 PC302 IH101", id="name, pack"),
        pytest.param(Settings(select=("PC202",)), "WOD101 PC202", id="a code switches strict on"),
        pytest.param(Settings(select=()), "WOD101", id="nothing"),
        pytest.param(Settings(ignore=("ALL",)), "WOD101", id="all ignored"),
        pytest.param(Settings(ignore=("core", "house")), "WOD101 PC101 PC201 PC302", id="packs"),
        pytest.param(Settings(extend_select=("PC2",)),
                     "WOD101 WOD201 PC101 PC201 PC202 PC302 IH101", id="extend switches on"),
        pytest.param(Settings(select=("PC",), ignore=("PC3",)), "WOD101 PC101 PC201",
                     id="the longer prefix wins, ignore"),
        pytest.param(Settings(select=("PC302",), ignore=("PC",)), "WOD101 PC302",
                     id="the code wins, select"),
        pytest.param(Settings(select=("PC302",), ignore=("bad-row",)), "WOD101",
                     id="equally specific: ignore"),
        pytest.param(Settings(select=("P",)), "WOD101", id="half a prefix means nothing"),
        pytest.param(Settings(profiles=("chain/strict",)),
                     "WOD101 WOD201 PC101 PC201 PC202 PC302 IH101", id="profile"),
        pytest.param(Settings(profiles=("strict",)),
                     "WOD101 WOD201 PC101 PC201 PC202 PC302 IH101", id="bare profile"),
        pytest.param(Settings(profiles=("chain/base",)), "WOD101 WOD201 PC101 IH101",
                     id="a profile leaves other packs alone"),
        pytest.param(Settings(profiles=("chain/strict", "chain/base")), "WOD101 WOD201 PC101 IH101",
                     id="the later profile of a pack"),
        pytest.param(Settings(profiles=("chain/strict", "house/hard")),
                     "WOD101 WOD201 PC101 PC201 PC202 PC302 IH101 IH102", id="one of each pack"),
        pytest.param(Settings(profiles=("hard",)),
                     "WOD101 WOD201 PC101 PC201 PC302 IH101 IH102", id="named by a rule alone"),
        pytest.param(Settings(profiles=("strict", "chain/default")), BY_DEFAULT, id="default back"),
        pytest.param(Settings(profiles=("base",)), BY_DEFAULT, id="two packs have it"),
        pytest.param(Settings(profiles=("strict",), ignore=("PC202",)), BY_DEFAULT, id="minus one"),
        pytest.param(Settings(profiles=("bad-back",)), BY_DEFAULT, id="options alone"),
    ],
)  # fmt: skip
def test_which_rules_run(packs: tuple[Pack, ...], settings: Settings, expected: str) -> None:
    assert codes(packs, settings) == expected


def layered(layer: int, **words: tuple[str, ...]) -> Settings:
    keys = {key.replace("_", "-"): value for key, value in words.items()}
    origins = {(key, word): Origin(layer) for key, value in keys.items() for word in value}
    return Settings(origins=origins, **words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("below", "above", "expected"),
    [
        pytest.param({"ignore": ("PC302",)}, {"select": ("PC302",)}, "WOD101 PC302", id="tie"),
        pytest.param({"ignore": ("PC302",)}, {"select": ("PC",)}, "WOD101 PC101 PC201", id="closer"),
        pytest.param({"select": ("PC1",)}, {"select": ("PC2",)}, "WOD101 PC201", id="replaced"),
        pytest.param({"select": ("PC1",)}, {"extend_select": ("PC202",)}, "WOD101 PC101 PC202",
                     id="extended"),
        pytest.param({"extend_select": ("PC202",)}, {"select": ("PC1",)}, "WOD101 PC101",
                     id="select drops what was added"),
        pytest.param({"select": ("PC302",)}, {"ignore": ("PC302",)}, "WOD101", id="ignored above"),
        pytest.param({"profiles": ("strict",)}, {"profiles": ("chain/base",)},
                     "WOD101 WOD201 PC101 IH101", id="profile replaced"),
    ],
)  # fmt: skip
def test_the_higher_layer_wins(
    packs: tuple[Pack, ...],
    below: dict[str, tuple[str, ...]],
    above: dict[str, tuple[str, ...]],
    expected: str,
) -> None:
    assert codes(packs, merged(layered(1, **below), layered(2, **above))) == expected


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        pytest.param("*.wod", "a/b/c.wod", True, id="name anywhere"),
        pytest.param("c.wod", "a/c.wod", True, id="plain name"),
        pytest.param("a/*.wod", "a/c.wod", True, id="one folder"),
        pytest.param("a/*.wod", "a/b/c.wod", False, id="star stays in its folder"),
        pytest.param("a/**/c.wod", "a/c.wod", True, id="two stars are none"),
        pytest.param("a/**/c.wod", "a/b/b/c.wod", True, id="two stars are many"),
        pytest.param("a/**", "a/b/c.wod", True, id="all below"),
        pytest.param("a/", "a/b/c.wod", True, id="folder with slash"),
        pytest.param("a", "a/b/c.wod", True, id="folder"),
        pytest.param("a", "ab/c.wod", False, id="no half names"),
        pytest.param("./a/?.wod", "a/c.wod", True, id="one sign"),
        pytest.param("a.wod", "aXwod", False, id="a dot is a dot"),
        pytest.param("*.wod", "../c.wod", False, id="outside the root"),
    ],
)
def test_per_file(
    packs: tuple[Pack, ...], tmp_path: Path, pattern: str, path: str, fits: bool
) -> None:
    local = PerFile(pattern, tmp_path, ("PC", "late"), ("IH102",), {"IH": Severity.ERROR})
    found = active_rules(packs, Settings(per_file=(local,)), str(tmp_path / path))
    expected = "WOD101 WOD201 IH102" if fits else BY_DEFAULT
    assert " ".join(one.rule.code for one in found) == expected
    assert found[-1].severity is (Severity.ERROR if fits else None)


def test_severities_of_the_most_specific_word(packs: tuple[Pack, ...]) -> None:
    words = {"PC302": "error", "PC": "info", "PC3": "warning", "too-many": "error", "core": "info"}
    severity = {word: Severity(value) for word, value in words.items()}
    found = active_rules(packs, Settings(severity=severity), "a.wod")
    assert {one.rule.code: one.severity for one in found} == {
        "WOD101": None,
        "WOD201": Severity.INFO,
        "PC101": Severity.INFO,
        "PC201": Severity.ERROR,
        "PC302": Severity.ERROR,
        "IH101": None,
    }


def test_options_are_converted(packs: tuple[Pack, ...]) -> None:
    written = {
        "max-exercises": 8, "reps": "2-4", "openers": ["squat"], "share": 0.1, "level": "high",
    }  # fmt: skip
    settings = Settings(profiles=("bad-back",), rules={"PC201": written})
    options = {one.rule.code: one.options for one in active_rules(packs, settings, "a.wod")}
    made = options["PC201"]
    assert (made.max_exercises, made.reps, made.openers) == (8, (2, 4), ("squat",))
    assert (made.share, made.level, made.injured) == (Decimal("0.1"), "high", True)


def test_the_configuration_goes_before_the_profile(packs: tuple[Pack, ...]) -> None:
    settings = Settings(profiles=("bad-back",), rules={"too-many": {"injured": False}})
    options = {one.rule.code: one.options for one in active_rules(packs, settings, "a.wod")}
    assert options["PC201"].injured is False
