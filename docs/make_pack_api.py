"""Write the hooks and values into docs/pack-api.md, from their docstrings. Run by `make docs`."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import wodlang.plugin
from wodlang.plugin import spec

PAGE = Path(__file__).parent / "pack-api.md"
MARKED = re.compile(r"(<!-- api:(\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)
WRITTEN = ("Pack", "Rule", "Profile", "Fault", "Proposal", "Valid", "Invalid", "Exercise",
           "Reporter", "Report", "Importer", "Exporter")  # fmt: skip
"""The values that packs make or are given whole, with all their fields; others in one line."""


def page(text: str) -> str:
    """The page with its generated parts as they are now."""
    parts = {"hooks": hooks_text, "values": values_text, "names": names_text}
    return MARKED.sub(lambda match: f"{match[1]}\n{parts[match[2]]()}\n{match[3]}", text)


def hooks() -> dict[str, Any]:
    """The hookspecs by name, in their order."""
    found = vars(spec).items()
    return {name: one for name, one in found if name.startswith("wodlang_") and callable(one)}


def hooks_text() -> str:
    """Each hook with what its docstring says."""
    blocks = []
    for name, hook in hooks().items():
        doc = inspect.getdoc(hook) or ""
        doc = re.sub(r"^(Called|Returns|On an error):", r"- **\1**:", doc, flags=re.MULTILINE)
        signature = str(inspect.signature(hook)).replace("'", "")
        blocks.append(f"### `{name}{signature}`\n\n{doc}\n")
    return "\n".join(blocks)


def values_text() -> str:
    """Each value with its docstring and its fields."""
    return "\n".join(_value(getattr(wodlang.plugin, name)) for name in WRITTEN)


def names_text() -> str:
    """All that `wodlang.plugin` exports, in a line each."""
    return "".join(f"- `{name}`: {_first_line(name)}\n" for name in sorted(wodlang.plugin.__all__))


def _first_line(name: str) -> str:
    exported = getattr(wodlang.plugin, name)
    if name == "API_VERSION":
        return "the version of this API"
    if name == "hookimpl":
        return "marks a function of the pack as a hook"
    return (inspect.getdoc(exported) or "").split("\n\n")[0].replace("\n", " ")


def _value(kind: Any) -> str:
    rows = "".join(_rows(kind))
    head = "| field | type | default |\n| --- | --- | --- |\n"
    return f"### {kind.__name__}\n\n{inspect.getdoc(kind)}\n\n{head}{rows}"


def _rows(kind: Any) -> Iterator[str]:
    for field in dataclasses.fields(kind):
        declared = str(field.type).replace("|", "\\|")
        yield f"| `{field.name}` | `{declared}` | {_default(field)} |\n"


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"`{field.default_factory()!r}`"
    if field.default is dataclasses.MISSING:
        return ""
    value = getattr(field.default, "__name__", None) or repr(field.default)
    return f"`{value}`"


def main() -> None:
    """Bring the page up to date."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
