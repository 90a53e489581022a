"""The files of a new pack, from the templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

SUFFIX = ".template"

TOML_FILES = (
    ("toml/pack.toml", "__PACK_NAME__.toml"),
    ("toml/monday.wod", "monday.wod"),
    ("toml/README.md", "README.md"),
    ("toml/rules.yml", ".github/workflows/rules.yml"),
)
RULE_FILES = ("heavy_squat_without_belt.py", "too_many_exercises_for_an_hour.py")
PYTHON_FILES = (
    ("python/pyproject.toml", "pyproject.toml"),
    ("python/README.md", "README.md"),
    ("python/gitignore", ".gitignore"),
    ("python/ci.yml", ".github/workflows/ci.yml"),
    ("python/init.py", "src/__PACK_MODULE__/__init__.py"),
    ("python/pack.py", "src/__PACK_MODULE__/pack.py"),
    ("python/rules/init.py", "src/__PACK_MODULE__/rules/__init__.py"),
    *((f"python/rules/{name}", f"src/__PACK_MODULE__/rules/{name}") for name in RULE_FILES),
    ("python/test_pack.py", "tests/test_pack.py"),
    ("python/monday.wod", "tests/fixtures/monday.wod"),
)
MARKER = "src/__PACK_MODULE__/py.typed"
"""An empty file, which says that the package has types; a template would hold nothing."""


@dataclass(frozen=True, slots=True)
class NewPack:
    """What the templates are filled with. `name` is kebab-case, `prefix` capital letters."""

    name: str
    prefix: str

    @property
    def distribution(self) -> str:
        """What pip installs: `wodlang-iron-house`."""
        return f"wodlang-{self.name}"

    @property
    def module(self) -> str:
        """What Python imports: `wodlang_iron_house`."""
        return self.distribution.replace("-", "_")

    def fill(self, text: str) -> str:
        """A template's text, or the path of its file, for this pack."""
        values = {
            "__PACK_NAME__": self.name,
            "__PACK_PREFIX__": self.prefix,
            "__PACK_TITLE__": self.name.replace("-", " ").title(),
            "__PACK_MODULE__": self.module,
            "__PACK_DISTRIBUTION__": self.distribution,
        }
        for mark, value in values.items():
            text = text.replace(mark, value)
        return text


def files_of(pack: NewPack, python: bool) -> Iterator[tuple[str, str]]:
    """Path and text of every file."""
    folder = files("wodlang.cli.pack") / "templates"
    for template, path in PYTHON_FILES if python else TOML_FILES:
        text = folder.joinpath(template + SUFFIX).read_text(encoding="utf-8")
        yield pack.fill(path), pack.fill(text)
    if python:
        yield pack.fill(MARKER), ""
