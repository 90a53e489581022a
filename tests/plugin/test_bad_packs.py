"""What a stranger's pack may do wrong: it is named, the others run, the exit code tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

QUICK = {"WODLANG_TIME_LIMIT": "1"}
HEAD = """
import sys, time
from dataclasses import dataclass
from wodlang.plugin import *
from wodlang.plugin import hookimpl

def check(session, context):
    {body}

def rule(**more):
    return Rule(**{{**dict(code="IH101", name="iron-fault", severity=Severity.WARNING,
                scope=Scope.SESSION, summary="a test", doc="", evidence=Evidence.OPINION,
                source="", check=check, examples=()), **more}})

def pack(**more):
    return Pack(**{{**dict(name="iron", prefix="IH", version="1.0", summary="a test",
                rules=(rule(),)), **more}})
"""
SPEAKS = 'yield Fault(session.entries[0].place.name, "spoken")'
RETURNS = "\n@hookimpl\ndef wodlang_pack():\n    return {value}\n"
HOOKS = ("wodlang_rules", "wodlang_exercises", "wodlang_profiles")
OFFERS = ("wodlang_reporters", "wodlang_importers", "wodlang_exporters")


def pack_code(value: str = "pack()", body: str = SPEAKS, before: str = "", after: str = "") -> str:
    return HEAD.format(body=body) + before + RETURNS.format(value=value) + after


def codes(report: dict[str, Any]) -> list[str]:
    return [finding["code"] for finding in report["findings"]]


def crashed(report: dict[str, Any]) -> str:
    (finding,) = [one for one in report["findings"] if one["name"] == "rule-crashed"]
    assert "iron" in finding["message"]
    return str(finding["message"])


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        pytest.param("raise SystemExit(0)", "SystemExit", id="import-exits"),
        pytest.param("raise KeyboardInterrupt", "KeyboardInterrupt", id="import-interrupts"),
        pytest.param(
            "class Bad(BaseException):\n    def __str__(self): 1 / 0\nraise Bad",
            "Bad",
            id="error-whose-text-raises",
        ),
        pytest.param("while True: pass", "longer than 1 s", id="import-hangs"),
        pytest.param(
            "import time\nwhile True:\n    try:\n        time.sleep(9)\n        break\n"
            "    except Exception: pass",
            "longer than 1 s",
            id="import-hangs-in-sleep",
        ),
        pytest.param(
            "import time\ntry: time.sleep(9)\nexcept BaseException: pass\nwhile True: pass",
            "longer than 1 s",
            id="import-swallows-the-end-of-its-time",
        ),
        pytest.param(pack_code("None"), "None, no Pack", id="pack-none"),
        pytest.param(pack_code("[pack()]"), "a list, no Pack", id="pack-list"),
        pytest.param(
            pack_code(after="\n@hookimpl\ndef wodlang_rulez():\n    return ()\n"),
            'did you mean "wodlang_rules"',
            id="misspelt-hook",
        ),
    ],
)
def test_a_pack_that_cannot_be_loaded(site: Any, code: str, reason: str) -> None:
    site.install("iron", code)
    exit_code, said, report = site.check(**QUICK)
    assert exit_code == 2
    assert "pack iron was not loaded" in said
    assert reason in said
    assert "PC302" in codes(report)


@pytest.mark.parametrize("hook", [*HOOKS, *OFFERS])
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param("raise ValueError('no luck')", "no luck", id="raises"),
        pytest.param("sys.exit()", "SystemExit", id="exits"),
        pytest.param("return 42", "gave 42", id="nonsense"),
        pytest.param("return (42,)", "a tuple with an int", id="nonsense-inside"),
        pytest.param("while True: pass", "longer than 1 s", id="hangs"),
    ],
)
def test_an_optional_hook_that_fails(site: Any, hook: str, body: str, reason: str) -> None:
    site.install("iron", pack_code(after=f"\n@hookimpl\ndef {hook}():\n    {body}\n"))
    exit_code, said, report = site.check(**QUICK)
    assert exit_code == 2
    assert "iron" in said
    assert hook in said
    assert reason in said
    assert "PC302" in codes(report)
    assert ("IH101" in codes(report)) == (hook in OFFERS)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param("sys.exit(0)\n    yield", "SystemExit", id="exits"),
        pytest.param("raise KeyboardInterrupt\n    yield", "KeyboardInterrupt", id="interrupts"),
        pytest.param("while True: pass\n    yield", "longer than 1 s", id="hangs"),
        pytest.param("return None", "gave None", id="none"),
        pytest.param("yield 42", "yielded 42, no Fault", id="no-fault"),
        pytest.param("yield Fault((0, 1), 'a')", "`span`", id="span-of-another-type"),
        pytest.param("yield Fault(Span(0, 9999), 'a')", "outside of the text", id="beyond-the-end"),
        pytest.param("yield Fault(Span(5, 2), 'a')", "outside of the text", id="backwards"),
        pytest.param("yield Fault(Span(-3, 2), 'a')", "outside of the text", id="before-the-start"),
        pytest.param("yield Fault(Span(0.5, 2), 'a')", "outside of the text", id="half"),
        pytest.param("yield Fault(Span(0, 1), 7)", "`message` is 7", id="message-number"),
        pytest.param("yield Fault(Span(0, 1), 'a', severity='error')", "Severity.ERROR", id="word"),
        pytest.param("yield Fault(Span(0, 1), 'a', labels=(3,))", "`labels`", id="labels"),
        pytest.param(
            "yield Fault(Span(0, 1), 'a', labels=(Label(Span(0, 999), 'b'),))",
            "a label lies outside",
            id="label-outside",
        ),
        pytest.param("yield Fault(Span(0, 1), 'a', fixes=lambda: 1 / 0)", "ZeroDiv", id="fix-raises"),
        pytest.param("yield Fault(Span(0, 1), 'a', fixes=lambda: 7)", "fixes are 7", id="fix-number"),
        pytest.param(
            "yield Fault(Span(0, 1), 'a', fixes=(Proposal('x', (Edit(Span(0, 3), 'b'),"
            " Edit(Span(2, 4), 'c'))),))",
            "overlap",
            id="edits-overlap",
        ),
        pytest.param(
            "yield Fault(Span(0, 1), 'a', fixes=(Proposal('x', (Edit(Span(0, 999), 'b'),)),))",
            "an edit lies outside",
            id="edit-outside",
        ),
    ],
)  # fmt: skip
def test_a_rule_that_fails(site: Any, body: str, reason: str) -> None:
    site.install("iron", pack_code(body=body))
    exit_code, _, report = site.check(**QUICK)
    assert exit_code == 3
    assert reason in crashed(report)
    assert "PC302" in codes(report)


def test_a_fix_that_hangs_costs_the_fix_alone(site: Any) -> None:
    hangs = "def fixes():\n        while True: pass\n    yield Fault(Span(0, 1), 'a', fixes=fixes)"
    site.install("iron", pack_code(body=hangs))
    exit_code, _, report = site.check(**QUICK)
    assert exit_code == 3
    assert "longer than 1 s" in crashed(report)
    assert {"IH101", "PC302"} <= set(codes(report))


def test_what_a_rule_found_before_it_failed_is_kept(site: Any) -> None:
    site.install("iron", pack_code(body=SPEAKS + "\n    1 / 0"))
    assert {"IH101", "WOD014"} <= set(codes(site.check()[2]))


def test_what_a_pack_prints_is_no_part_of_the_report(site: Any) -> None:
    body = "print('in the check')\n    " + SPEAKS
    site.install("iron", pack_code(body=body, before="print('on import')\n"))
    exit_code, said, report = site.check()
    assert exit_code == 1
    assert "on import" in said
    assert "in the check" in said
    assert "IH101" in codes(report)


def test_a_limit_that_is_no_number(site: Any) -> None:
    exit_code, said, _ = site.check(WODLANG_TIME_LIMIT="soon")
    assert exit_code == 2
    assert 'WODLANG_TIME_LIMIT="soon"' in said


def test_a_failed_pack_is_never_remembered_as_clean(site: Any) -> None:
    """As when it is edited where it lies, so that no install touches a folder of the path."""
    package = site.folder / "iron_package"
    package.mkdir()
    (package / "__init__.py").write_text(pack_code(body="return iter(())"))
    site.install("iron", "from iron_package import *\nfrom iron_package import wodlang_pack\n")
    info = site.folder / "iron-1.0.dist-info" / "entry_points.txt"
    info.write_text("[wodlang]\niron = iron_package\n")
    for _ in range(2):  # the first makes folders, which is noticed too
        assert site.check("--ignore", "PC")[0] == 0
    (package / "__init__.py").write_text("raise RuntimeError('edited')")
    for _ in range(2):
        exit_code, said, _ = site.check("--ignore", "PC")
        assert exit_code == 2
        assert "edited" in said
    (package / "__init__.py").write_text(pack_code())
    assert "IH101" in codes(site.check("--ignore", "PC")[2])


def test_two_packs_with_one_code(site: Any) -> None:
    site.install("iron", pack_code())
    site.install("later", pack_code("pack(name='later')"))
    exit_code, said, report = site.check()
    assert exit_code == 2
    assert "the pack iron" in said
    assert "both have IH101" in said
    assert {one["pack"] for one in report["findings"] if one["code"] == "IH101"} == {"iron"}


EXERCISE = """
machine = Exercise("Belt Squat Machine", Pattern.SQUAT, ("quads",), (), True, "machine", "both",
                   Support.FREE, 0, 0, 0, 1, aliases=("BSM",))
"""


def test_an_exercise_of_two_packs(site: Any) -> None:
    site.install("iron", pack_code("pack(exercises=(machine,))", before=EXERCISE))
    later = "pack(name='later', prefix='LA', rules=(rule(code='LA101'),), exercises=(machine,))"
    site.install("later", pack_code(later, before=EXERCISE))
    exit_code, said, report = site.check()
    assert exit_code == 2
    assert "Belt Squat Machine is in the pack iron already" in said
    assert {"IH101", "LA101"} <= set(codes(report))


def test_commands_know_the_exercises_of_packs(site: Any, tmp_path: Path) -> None:
    site.install("iron", pack_code("pack(exercises=(machine,))", before=EXERCISE))
    (tmp_path / "legs.wod").write_text("BSM 3x10\n")
    assert "Belt Squat Machine" in site.wod("exercise", "BSM").stdout
    assert site.wod("exercise", "BSM", "--no-packs").returncode == 1
    shown = site.wod("show", "--output-format", "json", "legs.wod").stdout
    assert '"exercise": "Belt Squat Machine"' in shown
    assert (
        ",Belt Squat Machine,BSM,1,reps,10,10,"
        in site.wod("export", "legs.wod", "--to", "csv").stdout
    )
