"""`wod exercise`: the catalogue."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from wodlang import workbench
from wodlang.cli.common_options import add_config_options
from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.messages import complain
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, UsageError, one_of
from wodlang.model.catalogue import Catalogue
from wodlang.model.exercise import Exercise

SCALES = ("axial", "lower_back", "grip", "neural")


def add_options(parser: CommandParser) -> None:
    """The options of `wod exercise`."""
    parser.add_argument(
        "--output-format", type=one_of(("text", "json")), default="text", metavar="FORMAT",
        help="text (default) or json",
    )  # fmt: skip
    add_config_options(parser)


def run(arguments: Namespace) -> int:
    """Show one entry, what a search finds, or all."""
    name = " ".join(arguments.words).strip()
    if arguments.words and not name:
        raise UsageError(
            'an empty name: `wod exercise` lists all, `wod exercise "Front Squat"` one'
        )
    found = in_force(".", arguments)
    catalogue = workbench.catalogue_of(found.packs)
    code = say_faults(found)
    return gravest([code, _show(catalogue, name, arguments.output_format == "json")])


def _show(catalogue: Catalogue, name: str, as_json: bool) -> Exit:
    if not name:
        write(_all(catalogue, as_json))
        return Exit.CLEAN
    found = catalogue.find(name)
    if found is not None:
        write(_json(entry(found)) if as_json else _described(found))
        return Exit.CLEAN
    matching = [] if as_json else _search(catalogue, name)
    if matching:
        write(_listed(matching))
        return Exit.CLEAN
    return _unknown(catalogue, name, as_json)


def entry(exercise: Exercise) -> dict[str, Any]:
    """An exercise as data."""
    return {
        "name": exercise.name,
        "aliases": [*exercise.aliases],
        "pattern": str(exercise.pattern),
        "primary": [*exercise.primary],
        "secondary": [*exercise.secondary],
        "compound": exercise.compound,
        "implement": exercise.implement,
        "sides": exercise.sides,
        "support": str(exercise.support),
        **{scale: getattr(exercise, scale) for scale in SCALES},
    }


def _all(catalogue: Catalogue, as_json: bool) -> str:
    return _json([entry(one) for one in catalogue]) if as_json else _listed(list(catalogue))


def _json(data: object) -> str:
    return json.dumps(data, indent=2) + "\n"


def _listed(exercises: list[Exercise]) -> str:
    width = max(len(one.name) for one in exercises)
    patterns = max(len(one.pattern) for one in exercises)
    lines = [
        f"{one.name:<{width}}  {one.pattern:<{patterns}}  {', '.join(one.primary)}"
        for one in exercises
    ]
    return "\n".join(lines) + "\n"


def _described(exercise: Exercise) -> str:
    values = {
        "aliases": ", ".join(exercise.aliases) or "none",
        "pattern": f"{exercise.pattern} ({'compound' if exercise.compound else 'isolation'})",
        "primary": ", ".join(exercise.primary),
        "secondary": ", ".join(exercise.secondary) or "none",
        "implement": exercise.implement,
        "sides": exercise.sides,
        "support": str(exercise.support),
        "axial": f"{exercise.axial} of 3 (compression of the spine)",
        "lower back": f"{exercise.lower_back} of 3 (holding the torso against bending)",
        "grip": f"{exercise.grip} of 3",
        "neural": f"{exercise.neural} of 3",
    }
    width = max(map(len, values))
    lines = [f"  {key:<{width}}  {value}" for key, value in values.items()]
    return "\n".join([exercise.name, *lines]) + "\n"


def _search(catalogue: Catalogue, typed: str) -> list[Exercise]:
    """The exercises whose name, aliases, pattern and muscles together have all the words."""
    wanted = _words(typed)
    return [one for one in catalogue if wanted and _has_all(one, wanted)]


def _has_all(exercise: Exercise, wanted: list[str]) -> bool:
    texts = (exercise.name, *exercise.aliases, exercise.pattern, *exercise.primary)
    known = _words(" ".join(texts))
    return all(any(word.startswith(start) for word in known) for start in wanted)


def _words(text: str) -> list[str]:
    return text.casefold().replace("-", " ").split()


def _unknown(catalogue: Catalogue, name: str, as_json: bool) -> Exit:
    nearest = list(catalogue.suggest(name))
    if as_json:
        write(_json({"error": f'unknown exercise "{name}"', "nearest": nearest}))
    hint = f", the nearest: {', '.join(nearest)}" if nearest else ""
    complain(f'unknown exercise "{name}"{hint}')
    return Exit.FOUND
