"""Whether in a `.wod` file just that is found which its `# expect: CODE` comments say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from wodlang.lint.rule import Pack
from wodlang.testing.expectations import read_expectations
from wodlang.testing.failure import CheckFailed
from wodlang.testing.text_findings import checked, lines_and_codes, used_packs
from wodlang.text.source import Source
from wodlang.workbench import CheckResult

TEXT = "<fixture>"


def check_fixture(
    path_or_text: Path | str, packs: Sequence[Pack] | None = None, profiles: Sequence[str] = ()
) -> None:
    """Raise CheckFailed unless core and `packs` find just what the comments of the file expect.

    `Barbell Row 3x8  # expect: IH101` speaks for its own line, a line `# expect: IH101 WOD203` for
    the next one. Without any, nothing may be found. A text is taken as such; one that is a single
    word ending in `.wod` is a path. `packs` None means all that are installed.
    """
    __tracebackhide__ = True
    failure = fixture_failures(path_or_text, packs, profiles)
    if failure:
        raise CheckFailed("\n".join(failure))


def fixture_failures(
    path_or_text: Path | str, packs: Sequence[Pack] | None = None, profiles: Sequence[str] = ()
) -> tuple[str, ...]:
    """A headline and the lines where something is missing (`-`) or was not expected (`+`)."""
    try:
        path, text = _opened(path_or_text)
    except (OSError, UnicodeDecodeError) as error:
        return (f"{path_or_text} cannot be read: {error}",)
    used = used_packs(packs)
    result = checked(text, profiles, path, used)
    codes = [rule.code for pack in used for rule in pack.rules]
    expected = read_expectations(result.document, result.source, codes)
    wanted = Counter(expected.pairs)
    found = Counter(lines_and_codes(text, result.findings))
    missing, surplus = wanted - found, found - wanted
    if not missing and not surplus and not expected.mistakes:
        return ()
    head = f"{path}: {missing.total()} missing, {surplus.total()} not expected"
    return (head, *expected.mistakes, *_differences(missing, surplus, result))


def _opened(path_or_text: Path | str) -> tuple[str, str]:
    """The path, as reports call it, and the text."""
    if isinstance(path_or_text, str):
        if not path_or_text.endswith(".wod") or "\n" in path_or_text:
            return TEXT, path_or_text
        path_or_text = Path(path_or_text)
    return path_or_text.as_posix(), path_or_text.read_bytes().decode("utf-8-sig")


def _differences(
    missing: Counter[tuple[int, str]], surplus: Counter[tuple[int, str]], result: CheckResult
) -> Iterator[str]:
    for line in sorted({line for line, _ in (*missing, *surplus)}):
        absent = sorted(code for at, code in missing.elements() if at == line)
        more = sorted(code for at, code in surplus.elements() if at == line)
        sign = "-" if not more else "+" if not absent else "!"
        yield f"{sign} {line} | {result.source.line_text(line - 1)}"
        for code in absent:
            yield f"      {code} is expected here and not found"
        for code in more:
            yield f"      {code} is found here: {_message(result, line, code)}"


def _message(result: CheckResult, line: int, code: str) -> str:
    source: Source = result.source
    return next(
        one.message
        for one in result.findings
        if one.code == code and source.position(one.span.start).line == line
    )
