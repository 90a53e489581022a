"""Drafts that a killed process left are removed by a later one, and nothing else is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from wodlang.text.atomic_write import write_atomically
from wodlang.text.drafts import ABANDONED_AFTER, new_draft, remove_abandoned


@pytest.fixture
def file(tmp_path: Path) -> Path:
    remove_abandoned.cache_clear()
    path = tmp_path / "a.wod"
    path.write_bytes(b"Row 3 x 8")
    return path


def left(folder: Path, name: str, age: float) -> Path:
    handle, draft = new_draft(str(folder), name)
    os.close(handle)
    return aged(Path(draft), age)


def aged(path: Path, age: float) -> Path:
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize("name", ["a.wod", "b.wod", "a\nb.wod", "ż" * 80 + ".wod"])
def test_an_old_draft_is_removed_by_the_next_write(file: Path, name: str) -> None:
    draft = left(file.parent, name, ABANDONED_AFTER + 60)
    write_atomically(str(file), b"Row 3 x 8", b"Row 3x8")
    assert (draft.exists(), file.read_bytes()) == (False, b"Row 3x8")


def test_a_draft_of_now_stays(file: Path) -> None:
    draft = left(file.parent, "a.wod", 5)
    write_atomically(str(file), b"Row 3 x 8", b"Row 3x8")
    assert draft.exists()


@pytest.mark.parametrize("name", [".a.wod-abcdefgh.tmp", "a.wod", ".wodlang.tmp", "x.wodlang.tmp"])
def test_what_is_no_draft_stays(file: Path, name: str) -> None:
    other = file.parent / name
    other.touch()
    aged(other, ABANDONED_AFTER * 100)
    remove_abandoned(str(file.parent))
    assert other.exists()


def test_a_folder_with_the_name_of_a_draft_stays(file: Path) -> None:
    folder = file.parent / ".a.wod-abcdefgh.wodlang.tmp"
    folder.mkdir()
    aged(folder, ABANDONED_AFTER * 2)
    remove_abandoned(str(file.parent))
    assert folder.exists()


def test_a_link_with_the_name_of_a_draft_stays_and_so_does_its_target(file: Path) -> None:
    link = file.parent / ".a.wod-abcdefgh.wodlang.tmp"
    link.symlink_to(aged(file, ABANDONED_AFTER * 2))
    remove_abandoned(str(file.parent))
    assert link.is_symlink()
    assert file.exists()


def test_a_folder_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    remove_abandoned(str(tmp_path / "gone"))
