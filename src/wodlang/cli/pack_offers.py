"""Reporters, importers and exporters of packs: found by name, run so that none harms the run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from wodlang.cli.parser import UsageError
from wodlang.plugin.offers import Offer
from wodlang.text.nearest import nearest


def find_offer(name: str, offers: Sequence[Offer[Any]], what: str, own: Iterable[str] = ()) -> Any:
    """The offer of this name; a `UsageError` lists what there is. `own` are wodlang's own names."""
    found = next((one for one in offers if one.value.name == name), None)
    if found is not None:
        return found
    names = [*own, *(one.value.name for one in offers)]
    near = nearest(name, names)
    hint = f', did you mean "{near}"?' if near else ""
    listed = ", ".join(names) or "none; packs bring them"
    raise UsageError(f'there is no {what} "{name}"{hint} (there are: {listed})')


def offer_for_file(path: str, offers: Sequence[Offer[Any]], what: str, option: str) -> Any:
    """The one offer that takes files of this suffix; a `UsageError` says to name one."""
    suffix = os.path.splitext(path)[1].lower()
    fitting = [one for one in offers if suffix in one.value.suffixes]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(one.value.name for one in fitting or offers) or "none; packs bring them"
    raise UsageError(f"which {what}? Write {option} NAME (there are: {names})")
