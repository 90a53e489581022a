"""A pack from what a setting calls it: `iron_house.pack:PACK`, or `house.toml`."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from wodlang.lint.rule import Pack
from wodlang.text.nearest import nearest

HOOK = "wodlang_pack"
HOW = "write module:ATTRIBUTE, such as iron_house.pack:PACK, or the path of a TOML pack"


class Unusable(Exception):
    """Why there is no such pack, and what to write."""


class NamedPack(NamedTuple):
    """A pack and the file that it comes from."""

    pack: Pack
    path: Path


def named_pack(word: str, root: Path) -> NamedPack:
    """The pack that is called so; a path counts from `root`. Raises Unusable."""
    if word.endswith(".toml"):
        return _from_toml(word, root)
    name, _, attribute = word.partition(":")
    module = _module(name)
    pack = _pack(_attribute(module, attribute or HOOK), word)
    return NamedPack(pack, Path(os.path.abspath(module.__file__ or root / name)))


def _from_toml(word: str, root: Path) -> NamedPack:
    from wodlang.rulefile import read_pack

    path = Path(os.path.abspath(root / word))
    if not path.is_file():
        raise Unusable(f"there is no file {word} in {root}")
    read = read_pack(path)
    if read.pack is None or read.problems:
        problems = [str(problem) for problem in read.problems] or [f"{word} cannot be read"]
        raise Unusable("\n".join(problems))
    return NamedPack(read.pack, path)


def _module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and f"{name}.".startswith(f"{error.name}."):
            hint = "is it installed, or is `pythonpath = src` missing in pytest's settings?"
            raise Unusable(f'there is no module "{error.name}" ({hint}); {HOW}') from None
        raise Unusable(f"{name} cannot be imported: {error}") from None
    except Exception as error:  # whatever a stranger's module raises
        raise Unusable(f"{name} cannot be imported: {type(error).__name__}: {error}") from None


def _attribute(module: ModuleType, attribute: str) -> object:
    value: object = module
    for part in attribute.split("."):
        if not hasattr(value, part):
            packs = [name for name, one in vars(module).items() if isinstance(one, Pack)]
            near = packs[0] if len(packs) == 1 else nearest(part, vars(module))
            hint = f", did you mean {module.__name__}:{near}?" if near else f"; {HOW}"
            raise Unusable(f'{module.__name__} has no "{part}"{hint}')
        value = getattr(value, part)
    return value


def _pack(value: object, word: str) -> Pack:
    if callable(value):
        try:
            value = value()
        except Exception as error:  # whatever a stranger's function raises
            raise Unusable(f"{word} failed: {type(error).__name__}: {error}") from None
    if not isinstance(value, Pack):
        raise Unusable(f"{word} is a {type(value).__name__}, no Pack; {HOW}")
    return value
