"""Fixes on programs made at random: they come to rest, and never make anything worse."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wodlang.fixing import fix_text, ignore_findings
from wodlang.text.finding import Finding, Severity
from wodlang.workbench import check_text

sys.path.insert(0, str(Path(__file__).parent))
from generated_programs import programs

SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def errors(findings: Sequence[Finding]) -> Counter[str]:
    return Counter(one.code for one in findings if one.severity is Severity.ERROR)


@SOME
@given(programs(), st.booleans())
def test_fixes_converge_and_add_no_error(text: str, unsafe: bool) -> None:
    result = fix_text(text, unsafe=unsafe)
    assert not errors(result.findings) - errors(result.before)
    assert result.findings == check_text(result.text).findings
    again = fix_text(result.text, unsafe=unsafe)
    assert (again.text, again.made) == (result.text, ())
    if not result.made:
        assert result.text == text


@SOME
@given(programs(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_line_ends_stay_as_they_are(text: str, newline: str, unsafe: bool) -> None:
    alone = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", newline)
    fixed = fix_text(alone, unsafe=unsafe).text
    assert ("\r" in fixed.replace("\r\n", "")) is False
    if newline == "\r\n":
        assert "\n" not in fixed.replace("\r\n", "")


@SOME
@given(programs())
def test_suppressing_leaves_nothing_that_can_be_suppressed(text: str) -> None:
    result = ignore_findings(text, "as it is")
    assert not errors(result.findings) - errors(result.before)
    mended = {"unused-suppression", "unknown-suppression", "syntax-error"}
    left = {one.name for one in result.findings} - mended
    assert left <= {one.finding.name for one in result.taken_back}
    assert ignore_findings(result.text, "as it is").text == result.text


@SOME
@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    for result in (fix_text(text, unsafe=True), ignore_findings(text, "as it is")):
        assert not errors(result.findings) - errors(result.before)
