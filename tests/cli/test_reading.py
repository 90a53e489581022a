"""From bytes to text, or to a reason that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wodlang.cli import reading
from wodlang.cli.discovery import Unusable
from wodlang.cli.reading import Text, read_file


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(b"\xef\xbb\xbfSquat 5x5", "Squat 5x5", id="byte order mark"),
        pytest.param("Kreuzheben ½ – 3×5".encode(), "Kreuzheben ½ – 3×5", id="UTF-8"),
        pytest.param(b"a\r\nb\rc", "a\r\nb\rc", id="line ends stay"),
    ],
)
def test_texts(here: Path, data: bytes, text: str) -> None:
    Path("a.wod").write_bytes(data)
    assert read_file("a.wod") == Text("a.wod", text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param("Squat 5x5".encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param("Squat 5x5".encode("utf-16-le"), "iconv -f UTF-16", id="UTF-16 without mark"),
        pytest.param("Squat\n5 à 8".encode("latin-1"), "line 2 has the byte 0xE0", id="Latin-1"),
        pytest.param("5 à 8".encode("latin-1"), "Latin-1", id="Latin-1 is named"),
        pytest.param(b"\x7fELF\x02\x01\x00abcdefgh", "binary", id="binary"),
    ],
)
def test_other_encodings_are_named(here: Path, data: bytes, said: str) -> None:
    Path("a.wod").write_bytes(data)
    found = read_file("a.wod")
    assert isinstance(found, Unusable)
    assert said in found.reason


def test_a_pipe_is_not_waited_for(here: Path) -> None:
    os.mkfifo("a.wod")
    assert "FIFO" in str(read_file("a.wod"))


def test_a_folder(here: Path) -> None:
    Path("week").mkdir()
    assert str(read_file("week")) == "week: is a folder: name a file in it"


def test_a_device(here: Path) -> None:
    assert "device" in str(read_file(os.devnull))


def test_a_huge_file_is_refused_unread(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open("a.wod", "wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(reading, "_decoded", lambda *_: pytest.fail("was read"))
    assert "has 50 MB: wod reads files of up to 5 MB" in str(read_file("a.wod"))


def test_a_file_that_has_gone(here: Path) -> None:
    assert "no such file" in str(read_file("gone.wod"))


def test_a_broken_link(here: Path) -> None:
    os.symlink("nowhere", "a.wod")
    assert isinstance(read_file("a.wod"), Unusable)
