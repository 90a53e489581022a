"""A line of a file as a terminal shows it: which code point stands in which cells."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from wodlang.report.printable import printable

TAB_STOP = 4
JOINER = "\u200d"
CUT = "…"


class Cluster(NamedTuple):
    """Code points that share their cells: a letter with its accents, an emoji sequence, a tab."""

    text: str
    start: int
    end: int


class SourceLine:
    """The clusters of a line, and the cluster of each of its code points."""

    def __init__(self, text: str) -> None:
        """Lay the text out from cell 0; tabs lead to the next tab stop."""
        self.clusters: list[Cluster] = []
        self._cluster_of: list[int] = []
        for characters in _clusters(printable(text)):
            start = self.width
            shown = " " * (TAB_STOP - start % TAB_STOP) if characters == "\t" else characters
            self._cluster_of += [len(self.clusters)] * len(characters)
            self.clusters.append(Cluster(shown, start, start + cell_len(shown)))

    @property
    def width(self) -> int:
        """The number of cells of the whole line."""
        return self.clusters[-1].end if self.clusters else 0

    def cells(self, start: int, end: int) -> tuple[int, int]:
        """The cells of the code points from `start` to `end`; at least one cell."""
        first = self._start(start)
        last = self.clusters[self._cluster_of[end - 1]].end if start < end else first
        return first, max(last, first + 1)

    def _start(self, index: int) -> int:
        if index < len(self._cluster_of):
            return self.clusters[self._cluster_of[index]].start
        return self.width

    def cut(self, left: int, room: int) -> str:
        """The cells from `left` on that fit into `room`; `…` stands where text was cut off."""
        right = left + room
        first = left + 1 if left else 0
        last = right if right >= self.width else right - 1
        shown = [one for one in self.clusters if one.start >= first and one.end <= last]
        lead = (CUT if left else "") + " " * (shown[0].start - first if shown else 0)
        return lead + "".join(one.text for one in shown) + (CUT if last < right else "")


def window(width: int, room: int, start: int, end: int) -> int:
    """Where to cut a line of `width` cells so that `start` to `end` stay in sight, best amid `room`.

    Of a stretch wider than the room the beginning is seen.
    """
    if width <= room:
        return 0
    margin = max((room - (end - start)) // 2, 1)
    return max(0, min(start - margin, width - room))


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for character in text:
        joins = clusters and clusters[-1] != "\t" and character != "\t"
        if joins and (cell_len(character) == 0 or clusters[-1].endswith(JOINER)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
