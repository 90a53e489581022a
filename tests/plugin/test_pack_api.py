"""The pack API is documented, and only grows."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

import pluggy
import pytest

import wodlang.plugin
from wodlang.plugin import API_VERSION, spec
from wodlang.plugin.loading import ADDED, OFFERED, PACK_HOOK

ROOT = Path(__file__).parents[2]
PROMISED: dict[str, Any] = json.loads((Path(__file__).parent / "pack_api_1.json").read_text())
HOOKS = {name: one for name, one in vars(spec).items() if name.startswith("wodlang_")}


def writer() -> ModuleType:
    made = util.spec_from_file_location("make_pack_api", ROOT / "docs/make_pack_api.py")
    assert made is not None
    assert made.loader is not None
    module = util.module_from_spec(made)
    made.loader.exec_module(module)
    return module


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_a_hook_says_when_it_is_called_what_it_returns_and_what_an_error_does(hook: Any) -> None:
    doc = inspect.getdoc(hook) or ""
    headings = re.findall(r"^([A-Z][a-z ]+): \S", doc, re.MULTILINE)
    assert headings == ["Called", "Returns", "On an error"]
    assert "exit code is 2" in doc
    assert hook.__annotations__["return"]


def test_hooks_and_their_parameters_are_those_that_were_promised() -> None:
    """A new hook or parameter goes to the end of the list; nothing in it changes."""
    assert {name: [*inspect.signature(one).parameters] for name, one in HOOKS.items()} == (
        PROMISED["hooks"]
    )
    assert list(HOOKS) == list(PROMISED["hooks"])


@pytest.mark.parametrize("name", PROMISED["values"])
def test_the_fields_of_values_are_only_added_at_the_end(name: str) -> None:
    fields = dataclasses.fields(getattr(wodlang.plugin, name))
    promised = PROMISED["values"][name]
    assert [field.name for field in fields][: len(promised)] == promised
    missing = dataclasses.MISSING
    for field in fields[len(promised) :]:
        assert field.default is not missing or field.default_factory is not missing, field.name


def test_names_are_only_added() -> None:
    assert set(PROMISED["names"]) <= set(wodlang.plugin.__all__)
    assert PROMISED["version"] == API_VERSION


def test_every_hook_is_called() -> None:
    called = [PACK_HOOK, *(hook for hook, _ in (*ADDED.values(), *OFFERED.values()))]
    assert called == list(HOOKS)


def test_hooks_are_called_by_keyword() -> None:
    manager = pluggy.PluginManager(spec.ENTRY_POINT_GROUP)
    manager.add_hookspecs(spec)
    for name in HOOKS:
        with pytest.raises(TypeError):
            getattr(manager.hook, name)(1)


def test_the_page_is_current_and_names_all() -> None:
    made, text = writer(), (ROOT / "docs/pack-api.md").read_text(encoding="utf-8")
    assert made.page(text) == text, "run `make docs`"
    assert list(made.hooks()) == list(HOOKS)
    assert f"# The pack API, version {API_VERSION}" in text


@pytest.mark.parametrize("name", wodlang.plugin.__all__)
def test_every_name_says_what_it_is(name: str) -> None:
    line = writer()._first_line(name)
    assert len(line) > 10
    assert not line.startswith(f"{name}(")
