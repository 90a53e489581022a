"""What a rule may say without being wrong, and hardly means: told as advice, never as an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from wodlang.lint.rule import Pack
from wodlang.model.catalogue import load_catalogue
from wodlang.rulefile.nodes import Likeness, Name, Node, Quoted
from wodlang.rulefile.parse import parse_expression
from wodlang.rulefile.scope import inner_nodes
from wodlang.rulefile.vocabulary import comparable

FOREIGN = re.compile(r"^\^|\w\$$|^%|[^\W\d]%$|(?:^|\w{3})\.[*+]|\w\|\w|\\|\[(?:\^|\w-\w|\w{1,3}\])")
"""Signs of regular expressions and of SQL, which stand for themselves here."""


def rule_doubts(table: Mapping[str, Any], shared: Mapping[str, str], pack: Pack) -> Iterator[str]:
    """What a sound rule's table hardly means; `shared` are the defined names of its file."""
    for text in (table["when"], *table.get("define", {}).values()):
        yield from _patterns(text, pack)
    for option in table.get("options", {}):
        if not _is_used(option, table, shared):
            yield f'nothing in it uses its option "{option}": whatever users write there changes nothing'


def _patterns(text: str, pack: Pack) -> Iterator[str]:
    """The patterns behind `matches` that likely match nothing."""
    for node in _nodes(parse_expression(text)):
        if not isinstance(node, Likeness) or not isinstance(node.right, Quoted):
            continue
        pattern = node.right.text
        of_catalogue = isinstance(node.left, Name) and node.left.word == "exercise"
        if FOREIGN.search(pattern):
            yield f"in '{pattern}' only * (any text) and ? (one sign) stand for others"
        elif of_catalogue and not _fits_an_exercise(pattern, pack):
            said = "exercise is the catalogue's name, name the one that is typed"
            yield f"no exercise of the catalogue is like '{pattern}': {said}"


def _nodes(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(inner_nodes(node)))


def _fits_an_exercise(pattern: str, pack: Pack) -> bool:
    wanted = comparable(pattern).replace("[", "[[]")
    known = (*load_catalogue(), *pack.exercises)
    return any(fnmatchcase(comparable(one.name), wanted) for one in known)


def _is_used(option: str, table: Mapping[str, Any], shared: Mapping[str, str]) -> bool:
    said = {
        key: value for key, value in table.items() if key not in ("options", "valid", "invalid")
    }
    texts = repr((said, dict(shared))).lower()
    return re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", texts) is not None
