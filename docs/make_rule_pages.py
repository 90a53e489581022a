"""Write docs/rules/: an index and one page a rule, from the rules themselves. Run by `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from wodlang.cli.pack.pack_markdown import pack_pages
from wodlang.lint.rule import Pack
from wodlang.lint.settings import Settings
from wodlang.rulefile import read_pack
from wodlang.workbench import load_packs

FOLDER = Path(__file__).parent / "rules"
PLUGINS = FOLDER.parents[1] / "plugins"
OWN = ("core", "posterior-chain")
PREAMBLE = """\
# The rules

What wodlang and its packs find, one page a rule. `wod rule CODE` prints the same in a terminal. These
pages are written by `make docs` from the rules themselves, and their examples are the rules' tests.
`core` and `posterior-chain` come with wodlang; `strength` is a distribution of its own
([wodlang-strength](../../plugins/wodlang-strength)); `iron-house` is a gym's pack to copy
([wodlang-house](../../plugins/wodlang-house)).
"""


def pages() -> dict[str, str]:
    """The text of every page by its file's name."""
    own = [pack for pack in load_packs(Settings()).packs if pack.name in OWN]
    return pack_pages([*own, strength(), house()], PREAMBLE)


def strength() -> Pack:
    """The pack of general strength programming, from its sources: it need not be installed."""
    folder = str(PLUGINS / "wodlang-strength" / "src")
    if folder not in sys.path:
        sys.path.append(folder)
    from wodlang_strength import wodlang_pack

    pack: Pack = wodlang_pack()
    return pack


def house() -> Pack:
    """The model pack of a gym, without code."""
    pack = read_pack(PLUGINS / "wodlang-house" / "house.toml").pack
    assert pack is not None
    return pack


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    written = pages()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
