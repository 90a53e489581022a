"""A `[[rule]]` table as a Rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, make_dataclass, replace
from typing import Any

from wodlang.lint.rule import Evidence, Rule, Scope
from wodlang.rulefile.check import LabelPlan, RuleCheck, RulePlan
from wodlang.rulefile.example_tables import read_examples
from wodlang.rulefile.expressions import Expressions
from wodlang.rulefile.fix_tables import read_fixes
from wodlang.rulefile.message import Template
from wodlang.rulefile.options import Option
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.prose import rule_prose
from wodlang.rulefile.reading import Reading
from wodlang.rulefile.rule_names import (
    WORD,
    RuleTable,
    check_defines,
    lost_names,
    read_defines,
    read_options,
)
from wodlang.rulefile.types import Compiled, Kind, ManyType, OneType, described
from wodlang.text.finding import Severity
from wodlang.text.toml import KeyPath

KEYS = (
    "code", "name", "severity", "severity-if", "for-each", "when", "define", "options", "message",
    "labels", "help", "why", "source", "evidence", "profiles", "fix", "valid", "invalid",
)  # fmt: skip
LABEL_KEYS = ("on", "text")
SEVERITIES = tuple(str(one) for one in reversed(Severity))


def read_rule(one: RuleTable) -> Rule | None:
    """The rule, or None where something is wrong with it, which the reading then knows."""
    before = one.reading.faults
    one.reading.known_keys(one.table, KEYS, one.path)
    code, name = _code(one), _name(one)
    names = replace(one.names, options=read_options(one))
    own = read_defines(one, names)
    lost = lost_names(one, KEYS, (*names.options, *own))
    names = replace(names, defines=own, lost=lost)
    kind = Kind(_choice(one, "for-each", tuple(str(scope) for scope in Scope), "exercise"))
    expressions = Expressions(names, kind)
    plan = _plan(one, expressions)
    examples = read_examples(one.reading, one.table, one.path)
    severity = Severity(_choice(one, "severity", SEVERITIES, "warning"))
    evidence = Evidence(_choice(one, "evidence", tuple(map(str, Evidence)), "opinion"))
    prose = rule_prose(one.reading, one.table, one.path)
    profiles = _profiles(one)
    check_defines(one, {k: v for k, v in own.items() if k in one.table.get("define", ())}, names)
    if plan is None or one.reading.faults > before:
        return None
    check = RuleCheck(plan)
    return Rule(
        code=code, name=name, severity=severity, scope=Scope(kind.value),
        summary=name.replace("-", " "), doc=prose.doc, evidence=evidence, source=prose.source,
        check=check, examples=examples, options=_options_type(names.options),
        profiles=profiles, every_day=expressions.calendar,
        concerns=check.concerns if plan.session_tests else None,
    )  # fmt: skip


def _choice(one: RuleTable, key: str, words: tuple[str, ...], default: str) -> str:
    return one.reading.choice(one.table, key, one.path, words, default)


def _code(one: RuleTable) -> str:
    code = one.reading.required(one.table, "code", one.path)
    if code.strip() and one.prefix and not re.fullmatch(rf"{re.escape(one.prefix)}\d{{3}}", code):
        said = f'"{code}" is no code of this pack: write {one.prefix} and three digits, {one.prefix}101'
        one.reading.at_value((*one.path, "code"), said)
    return code


def _name(one: RuleTable) -> str:
    name = one.reading.required(one.table, "name", one.path)
    if name.strip() and not WORD.fullmatch(name):
        said = f'"{name}" is no name: small letters with hyphens, heavy-row-after-deadlift'
        one.reading.at_value((*one.path, "name"), said)
    return name


def _profiles(one: RuleTable) -> tuple[str, ...]:
    words = one.reading.texts(one.table, "profiles", one.path)
    for index, word in enumerate(words):
        if not WORD.fullmatch(word):
            better = "-".join(re.findall(r"[a-z0-9]+", word.lower())).lstrip("0123456789-")
            said = f'"{word}" is no name of a profile: small letters with hyphens, '
            one.reading.at_value((*one.path, "profiles", index), said + (better or "strict"))
    return words


def _plan(one: RuleTable, expressions: Expressions) -> RulePlan | None:
    when = _compiled(one, "when", expressions.test)
    of_day = expressions.calendar
    message = _template(one, "message", expressions, required=True)
    severities = tuple(_severities(one, expressions))
    labels = tuple(_labels(one, expressions))
    help_text = _template(one, "help", expressions) if "help" in one.table else None
    fixes = read_fixes(one.reading, one.table, one.path, expressions, one.knows)
    if when is None or message is None:
        return None
    options = tuple((name, field_name(name)) for name in expressions.names.options)
    of_lines = expressions.kind is Kind.EXERCISE
    return RulePlan(
        kind=expressions.kind, names=expressions.names, when=when, message=message,
        options=options, severities=severities, labels=labels, help=help_text, fixes=fixes,
        condition=one.table["when"], of_day=of_day,
        session_tests=expressions.of_session(one.table["when"]) if of_lines else (),
    )  # fmt: skip


def _compiled(one: RuleTable, key: str, compile_it: Callable[[str], Compiled]) -> Compiled | None:
    text = one.reading.required(one.table, key, one.path)
    if not text.strip():
        return None
    try:
        return compile_it(text)
    except ExpressionProblem as problem:
        one.reading.in_text((*one.path, key), problem)
        return None


def _template(
    one: RuleTable, key: str, expressions: Expressions, required: bool = False
) -> Template | None:
    read = one.reading.required if required else one.reading.text
    text = read(one.table, key, one.path)
    return template_at(one.reading, text, (*one.path, key), expressions) if text else None


def template_at(
    reading: Reading, text: str, path: KeyPath, expressions: Expressions
) -> Template | None:
    """A template, or None where an expression in it cannot be used, which the reading then knows."""
    try:
        return expressions.template(text)
    except ExpressionProblem as problem:
        reading.in_text(path, problem)
        return None


def _severities(one: RuleTable, expressions: Expressions) -> Iterator[tuple[Severity, Compiled]]:
    """The conditions of `severity-if`, the gravest first."""
    path = (*one.path, "severity-if")
    table = one.reading.table(one.table.get("severity-if", {}), path)
    one.reading.known_keys(table, SEVERITIES, path)
    for word in SEVERITIES:
        if word in table:
            part = replace(one, table=table, path=path)
            found = _compiled(part, word, expressions.test)
            if found is not None:
                yield Severity(word), found


def _labels(one: RuleTable, expressions: Expressions) -> Iterator[LabelPlan]:
    path = (*one.path, "labels")
    for index, table in enumerate(one.reading.tables(one.table.get("labels", []), path)):
        part = replace(one, table=table, path=(*path, index))
        one.reading.known_keys(table, LABEL_KEYS, part.path)
        on = _compiled(part, "on", expressions.value)
        text = _template(part, "text", expressions, required=True)
        if on is not None and not isinstance(on.type, OneType | ManyType):
            said = (
                f"this is {described(on.type)}: a label stands on lines or sessions, as in previous"
            )
            one.reading.at_value((*part.path, "on"), said)
        elif on is not None and text is not None:
            yield LabelPlan(on, text)


def field_name(option: str) -> str:
    """The field of an option in the dataclass of options."""
    return option.replace("-", "_")


def _options_type(options: Mapping[str, Option]) -> type[Any]:
    """The frozen dataclass of a rule's options."""
    fields = [
        (
            field_name(name),
            Any,
            field(default=option.default, metadata={"read": option.read, "doc": option.takes}),
        )
        for name, option in options.items()
    ]
    # without a text of its own, a dataclass would be described by its defaults
    return make_dataclass("Options", fields, frozen=True, namespace={"__doc__": ""})
