"""What is damaged is made anew in silence; nothing wrong is believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from remembered_runs import CLEAN, WRONG, Check, put, the_index

from wodlang.cli.results import index
from wodlang.lint import installed_packs
from wodlang.syntax import grammar


def with_checksum(body: bytes) -> bytes:
    return index._head(body) + b"\n" + body


def spoilt(content: bytes) -> dict[str, bytes]:
    """Indexes that nobody would write, most of them with a checksum that fits."""
    body = content.partition(b"\n")[2]
    code, roots, needed, grounds, files = body.split(b"\x1d")

    def made(needed: bytes = needed, grounds: bytes = grounds, files: bytes = files) -> bytes:
        return with_checksum(b"\x1d".join((code, roots, needed, grounds, files)))

    fields = files.split(b"\t")
    return {
        "empty": b"",
        "truncated": content[: len(content) // 2],
        "one bit": content[:-3] + bytes([content[-3] ^ 1]) + content[-2:],
        "noise": bytes(range(256)) * 40,
        "no sections": with_checksum(b""),
        "not UTF-8": with_checksum(b"\xff" + body),
        "no grounds": made(grounds=b""),
        "grounds without JSON": made(grounds=b"[[[[\t0 1"),
        "deep JSON": made(grounds=b"[" * 100_000 + b"\t0 1"),
        "numbers of nothing": made(grounds=b"[]\t77 x -4"),
        "too few fields": made(files=b"\t".join(fields[:3])),
        "no exit code": made(files=b"\t".join((*fields[:4], b"x", fields[5]))),
        "findings that are none": made(files=b"\t".join((*fields[:5], b'[[1,2,3]]'))),
        "findings of wrong types": made(
            files=b"\t".join(
                (*fields[:5], b'[["PC302",1,[],"error",{},[0,1],null,[],"",[]]]')
            )
        ),
        "a span behind the text": made(
            files=b"\t".join(
                (*fields[:5], b'[["A","b","c","error","d",[0,99999],"",[],"",[]]]')
            )
        ),
    }  # fmt: skip


KINDS = (
    "empty", "truncated", "one bit", "noise", "no sections", "not UTF-8", "no grounds",
    "grounds without JSON", "deep JSON", "numbers of nothing", "too few fields", "no exit code",
    "findings that are none", "findings of wrong types", "a span behind the text",
)  # fmt: skip


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [WRONG, CLEAN], ids=["findings", "clean"])
def test_a_spoilt_index_is_rebuilt_in_silence(
    check: Check, capsys: pytest.CaptureFixture[str], kind: str, text: str
) -> None:
    put("a.wod", text)
    code = check("a.wod", output="")[0]
    told = capsys.readouterr()
    cases = spoilt(the_index().read_bytes())
    assert tuple(cases) == KINDS
    the_index().write_bytes(cases[kind])
    packs_alone = "JSON" in kind and text == CLEAN  # nobody asks for them in an unchanged run
    assert check("a.wod", output="") == (code, 0 if packs_alone else 1)
    assert capsys.readouterr() == told
    assert check("a.wod", output="") == (code, 0)


def test_an_index_that_is_a_pipe_or_a_folder_costs_the_cache_alone(check: Check) -> None:
    put("a.wod", CLEAN)
    check("a.wod", output="")
    path = the_index()
    path.unlink()
    os.mkfifo(path)
    assert check("a.wod", output="") == (0, 1)
    path.unlink()
    path.mkdir()
    assert check("a.wod", output="") == (0, 1)


def test_a_spoilt_line_that_nobody_asks_for(check: Check) -> None:
    for name in ("a.wod", "b.wod"):
        put(name, CLEAN)
    check(".")
    known = index.read_index(str(the_index()))
    assert known is not None
    known.files["b.wod"] = "too\tfew"
    the_index().write_bytes(index.written(known))
    put("a.wod", WRONG)
    assert check("a.wod") == (1, 1)


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.8, 0.99])
def test_a_spoilt_memory_of_packs_and_grammars(check: Check, part: float) -> None:
    """One bit less: it may well load, and be wrong."""
    packs = installed_packs.installed_packs()
    grammar.prescription_parser.cache_clear()
    line = grammar.prescription_parser().parse("Back Squat 5x5 @ 80%")
    memories = (installed_packs.MEMORY, "prescription-grammar.tables", "prescription-signs.tables")
    for path in map(Path("cache").joinpath, memories):
        whole = path.read_bytes()
        for content in (flipped(whole, int(part * len(whole))), whole[: int(part * len(whole))]):
            path.write_bytes(content)
            grammar.prescription_parser.cache_clear()
            assert installed_packs.installed_packs() == packs
            assert grammar.prescription_parser().parse("Back Squat 5x5 @ 80%") == line
            assert path.read_bytes() != content, "written anew"
