"""`wod fmt`: programs in the canonical layout."""

from __future__ import annotations

import os
from argparse import Namespace
from functools import cache

from wodlang import workbench
from wodlang.cli import output
from wodlang.cli.common_options import STDIN, add_config_options, add_stdin_filename
from wodlang.cli.discovery import Unusable, discover, shown
from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.loaded_packs import InForce, in_force, say_faults
from wodlang.cli.messages import complain, internal_error
from wodlang.cli.parser import CommandParser
from wodlang.cli.reading import Text, read_file, read_stdin
from wodlang.cli.text_diff import text_diff
from wodlang.format import Formatted
from wodlang.text.atomic_write import FileChanged, write_atomically


def add_options(parser: CommandParser) -> None:
    """The options of `wod fmt`."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where something would change"
    )
    parser.add_argument(
        "--diff", action="store_true", help="write nothing, show what would change; exit 1"
    )
    add_stdin_filename(parser)
    add_config_options(parser)


def run(arguments: Namespace) -> int:
    """Format each file that can be; the others are said on stderr, exit 2."""
    words = list(dict.fromkeys(arguments.words)) or ["."]
    found = discover([word for word in words if word != STDIN])
    formatter = _Formatter(arguments)
    for unusable in found.unusable:
        complain(str(unusable))
        formatter.codes.append(Exit.USAGE)
    if STDIN in words:
        formatter.take(read_stdin(arguments.stdin_filename), is_stdin=True)
    for path in found.files:
        formatter.take(read_file(path))
    formatter.tell()
    return gravest(formatter.codes)


class _Formatter:
    def __init__(self, arguments: Namespace) -> None:
        self.codes: list[Exit] = []
        self._arguments = arguments
        self._writes = not (arguments.check or arguments.diff)
        self._changed = self._same = 0
        self._in_force = cache(self._settings)

    def take(self, read: Text | Unusable, is_stdin: bool = False) -> None:
        """Format one text, and write, show or count what comes of it."""
        if isinstance(read, Unusable):
            complain(str(read))
            self.codes.append(Exit.USAGE)
            return
        name = read.path if read.path.startswith("<") else shown(read.path)
        formatted = self._formatted(read, name)
        if formatted is None:
            self.codes.append(Exit.CRASHED)
        elif formatted.refused:
            complain(f"{name}: left as it is: {formatted.refused}")
            self.codes.append(Exit.USAGE)
        if is_stdin and self._writes:
            kept = read.text if formatted is None else formatted.text
            output.write_bytes(read.mark + kept.encode())
        elif formatted is not None and not formatted.refused:
            self._keep(read, name, formatted.text)

    def _settings(self, folder: str) -> InForce:
        found = in_force(folder, self._arguments)
        self.codes.append(say_faults(found))
        return found

    def _formatted(self, read: Text, name: str) -> Formatted | None:
        found = self._in_force(os.path.dirname(os.path.abspath(read.path)))
        try:
            return workbench.format_text(read.text, name, found.packs)
        except Exception as error:
            internal_error(error, f"formatting {name}")
            return None

    def _keep(self, read: Text, name: str, text: str) -> None:
        if text == read.text:
            self._same += 1
            return
        if self._writes and not self._written(read, text):
            return
        self._changed += 1
        if not self._writes:
            self.codes.append(Exit.FOUND)
        if self._arguments.diff:
            mark = read.mark.decode()
            output.write_bytes(text_diff(mark + read.text, mark + text, name))
        else:
            output.write(f"{'formatted' if self._writes else 'would format'} {name}\n")

    def _written(self, read: Text, text: str) -> bool:
        try:
            write_atomically(read.path, read.data, read.mark + text.encode())
        except FileChanged as error:
            complain(str(error))
        except OSError as error:
            complain(f"{read.path}: cannot be written ({(error.strerror or str(error)).lower()})")
        else:
            return True
        self.codes.append(Exit.USAGE)
        return False

    def tell(self) -> None:
        """How many files changed and how many did not; nothing for stdin alone or a diff."""
        if self._arguments.diff or not self._changed + self._same:
            return
        done = "formatted" if self._writes else "to format"
        output.write(f"{_files(self._changed)} {done}, {self._same} in layout already\n")


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
