"""What is said of a pack's values before anything runs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from wodlang.lint.guarded import PackError
from wodlang.model.catalogue import load_catalogue
from wodlang.plugin import (
    Evidence,
    Exercise,
    Exporter,
    Pack,
    Pattern,
    Profile,
    Program,
    Reporter,
    Rule,
    Scope,
    Severity,
    Support,
    Valid,
)
from wodlang.plugin.offers import Offer, sound_offers
from wodlang.plugin.pack_check import check_pack, pack_faults


@dataclass(frozen=True)
class Options:
    reps: int = field(default=5, metadata={"minimum": 1})


@dataclass
class Thawed:
    reps: int = 5


@dataclass(frozen=True)
class Needy:
    reps: int


@dataclass(frozen=True)
class TooLow:
    reps: int = field(default=0, metadata={"minimum": 1})


@dataclass(frozen=True)
class Unwritable:
    reps: complex = 5


@dataclass(frozen=True)
class Contrary:
    reps: int = 5

    def __post_init__(self) -> None:
        raise ValueError("never")


def _check(subject: object, context: object) -> Iterator[Any]:
    yield from ()


def rule(**more: Any) -> Rule:
    given: dict[str, Any] = {
        "code": "IH101", "name": "iron-fault", "severity": Severity.WARNING,
        "scope": Scope.SESSION, "summary": "a test", "doc": "", "evidence": Evidence.OPINION,
        "source": "", "check": _check, "examples": (), "options": Options,
    }  # fmt: skip
    return Rule(**{**given, **more})


def pack(*rules: Any, **more: Any) -> Pack:
    given: dict[str, Any] = {
        "name": "iron", "prefix": "IH", "version": "1.0", "summary": "a test", "rules": rules,
    }  # fmt: skip
    return Pack(**{**given, **more})


def exercise(**more: Any) -> Exercise:
    given: dict[str, Any] = {
        "name": "Belt Squat Machine", "pattern": Pattern.SQUAT, "primary": ("quads",),
        "secondary": (), "compound": True, "implement": "machine", "sides": "both",
        "support": Support.FREE, "axial": 0, "lower_back": 0, "grip": 0, "neural": 1,
    }  # fmt: skip
    return Exercise(**{**given, **more})


def profile(**more: Any) -> Pack:
    return pack(rule(), profiles=(Profile(**{"name": "hard", "summary": "", "codes": (), **more}),))


def trained(*exercises: Exercise) -> Pack:
    return pack(exercises=exercises)


OTHER = rule(code="IH102", name="other-fault")
CASES = [
    ("name", pack(name="Iron House"), "kebab-case"),
    ("prefix", pack(prefix="ih"), "capital letters"),
    ("version", pack(version="new"), "does not begin with a number"),
    ("range", pack(wodlang="~=1"), 'write ">=0.1, <2"'),
    ("api-newer", pack(api=2), "install a newer wodlang"),
    ("api-older", pack(api=0), "install a newer version of the pack"),
    ("rules-list", pack(rules=[rule()]), "write a tuple"),
    ("rules-of-another-type", pack(42), "`rules` is a tuple with an int"),
    ("severity", pack(rule(severity="warning")), "write Severity.WARNING"),
    ("severity-word", pack(rule(severity="loud")), "write Severity.INFO, WARNING, ERROR"),
    ("scope", pack(rule(scope="session")), "write Scope.SESSION"),
    ("summary-bytes", pack(rule(summary=b"a")), "`summary` is a bytes"),
    ("flag-number", pack(rule(preview=1)), "`preview` is 1: it takes a bool"),
    ("check", pack(rule(check=3)), "`check` is 3: it takes a function"),
    ("rule-name", pack(rule(name="Iron_Fault")), "kebab-case"),
    ("code", pack(rule(code="IH1")), "three digits"),
    ("code-of-another", pack(rule(code="PC101")), "three digits"),
    ("codes", pack(rule(), rule(name="other-fault")), "two of its rules have the code IH101"),
    ("names", pack(rule(), rule(code="IH102")), "two of its rules have the name iron-fault"),
    ("summary", pack(rule(summary=" ")), "summary is empty"),
    ("replaced-by-nothing", pack(rule(replaced_by="IH999")), "replaced by IH999, which is no rule"),
    ("options-instance", pack(rule(options=Options())), "`options`"),
    ("options-plain", pack(rule(options=str)), "no frozen dataclass"),
    ("options-thawed", pack(rule(options=Thawed)), "no frozen dataclass"),
    ("options-needy", pack(rule(options=Needy)), "cannot be made"),
    ("options-low", pack(rule(options=TooLow)), "takes at least 1"),
    ("options-unwritable", pack(rule(options=Unwritable)), "option reps has a type that nobody can"),
    ("rule-profile", pack(rule(profiles=("My Profile",))), 'profile "My Profile" is not kebab-case'),
    ("options-contrary", pack(rule(options=Contrary)), "cannot be made: ValueError: never"),
    ("example", pack(rule(examples=(Valid(3),))), "example 1: `wod` is 3"),  # type: ignore[arg-type]
    ("examples", pack(rule(examples=("Squat",))), "`examples`"),
    ("profile-name", profile(name="Hard"), "kebab-case"),
    ("profile-code", profile(codes=("IH999",)), "no rule of the pack has the code IH999"),
    ("profile-option", profile(options={"sets": 3}), "has an option sets"),
    ("profile-value", profile(options={"reps": 0}), "reps of IH101 takes at least 1"),
    ("exercise-pattern", trained(exercise(pattern="squat")), "write Pattern.SQUAT"),
    ("exercise-list", trained(exercise(aliases=["BSM"])), "write a tuple"),
    ("exercise-muscle", trained(exercise(primary=("quad",))), 'did you mean "quads"'),
    ("exercise-scale", trained(exercise(axial=4)), "it takes 0 to 3"),
    ("exercise-name", trained(exercise(name=" ")), "is no name"),
    ("exercise-twice", trained(exercise(), exercise()), "called \"Belt Squat Machine\" too"),
    ("alias-twice", trained(exercise(), exercise(name="B", aliases=("belt squat machine",))), "too"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "said"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_nonsense_is_named(wrong: Pack, said: str) -> None:
    assert said in "; ".join(pack_faults(wrong))


@pytest.mark.parametrize(
    "right",
    [
        pytest.param(pack(rule()), id="plain"),
        pytest.param(pack(rule(replaced_by="IH102"), OTHER), id="replaced"),
        pytest.param(profile(codes=("IH101",), options={"reps": 3}), id="profile"),
        pytest.param(trained(exercise(aliases=("BSM",))), id="exercise"),
        pytest.param(pack(wodlang=""), id="any-version"),
    ],
)
def test_a_sound_pack_is_left_alone(right: Pack) -> None:
    assert not list(pack_faults(right))


def test_the_catalogues_own_exercises_would_pass() -> None:
    each = [said for one in load_catalogue() for said in pack_faults(trained(one))]
    assert not each


@pytest.mark.parametrize(
    ("other", "said"),
    [
        pytest.param(pack(rule(), name="first"), "the pack first, and both have IH101", id="code"),
        pytest.param(
            pack(OTHER, name="first"), "its prefix IH is that of the pack first", id="prefix"
        ),
        pytest.param(pack(rule(), prefix="FI"), "another pack is called iron too", id="name"),
    ],
)
def test_a_pack_beside_another(other: Pack, said: str) -> None:
    with pytest.raises(PackError, match=said):
        check_pack(pack(rule()), [other], "1.0")


def test_many_faults_are_counted() -> None:
    many = pack(*(rule(code=f"X{number}", name=f"n{number}") for number in range(9)))
    with pytest.raises(PackError, match="and 4 more"):
        check_pack(many, [], "1.0")


def test_a_range_of_versions() -> None:
    check_pack(pack(wodlang=">=1, <2"), [], "1.5")
    with pytest.raises(PackError, match=r"needs wodlang >=2, this is 1\.5"):
        check_pack(pack(wodlang=">=2"), [], "1.5")


def _csv(program: Program) -> str:
    return program.name or ""


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        pytest.param(Exporter("csv", "", (), _csv), "csv is in the pack core already", id="taken"),
        pytest.param(Exporter("CSV", "", (), _csv), "kebab-case", id="name"),
        pytest.param(Exporter("tsv", "", ("tsv",), _csv), "begin with a dot", id="suffix"),
        pytest.param(Exporter("tsv", "", (), 3), "`write` is 3", id="function"),  # type: ignore[arg-type]
        pytest.param(Reporter("json", "", str), "json is wodlang's own", id="built-in"),
    ],
)
def test_an_offer_that_cannot_be_used(offered: Any, said: str) -> None:
    core = Offer("core", Exporter("csv", "", (".csv",), _csv))
    sound, faults = sound_offers("iron", [offered], [core])
    assert not sound
    assert said in faults[0]


def test_two_offers_of_one_name_in_a_pack() -> None:
    one = Exporter("tsv", "", (".tsv",), _csv)
    sound, faults = sound_offers("iron", [one, replace(one, summary="again")], [])
    assert [offer.value for offer in sound] == [one]
    assert faults == ("tsv is in the pack iron already",)
