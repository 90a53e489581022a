"""Numbers, times and loads as people read them."""

from __future__ import annotations

from decimal import Decimal

from wodlang.syntax.line_nodes import Load, LoadUnit, Measure, Number

NAMED_UNITS = {
    LoadUnit.PERCENT: "{}%",
    LoadUnit.PERCENT_TM: "{}% TM",
    LoadUnit.KG: "{} kg",
    LoadUnit.LB: "{} lb",
    LoadUnit.RPE: "RPE {}",
    LoadUnit.RIR: "{} RIR",
    LoadUnit.RM: "{}RM",
    LoadUnit.BODYWEIGHT: "{} BW",
}


def number_words(value: Number) -> str:
    """`5`, `2.5`; no zeros at the end."""
    return f"{Decimal(value).normalize():f}"


def range_words(low: Number | None, high: Number | None) -> str:
    """`5`, `8-12`, `5+` where the upper end is open."""
    if low is None:
        return "?"
    if high is None:
        return f"{number_words(low)}+"
    return number_words(low) if low == high else f"{number_words(low)}-{number_words(high)}"


def time_words(low: Number, high: Number | None = None) -> str:
    """`90 s`, `3 min`, `2-3 min`, `2:15 min`."""
    ends = [low] if high is None or high == low else [low, high]
    if all(end >= 60 and end % 60 == 0 for end in ends):
        return "-".join(number_words(Decimal(end) / 60) for end in ends) + " min"
    if min(ends) < 100:
        return "-".join(number_words(end) for end in ends) + " s"
    minutes = (f"{number_words(end // 60)}:{number_words(end % 60):>02}" for end in ends)
    return "-".join(minutes) + " min"


def quantity_words(measure: Measure, low: Number | None, high: Number | None) -> str:
    """`8-12`, `30 s`, `400 m`, `15 cal`; repetitions have no unit."""
    if measure is Measure.SECONDS and low is not None and high is not None:
        return time_words(low, high)
    unit = {Measure.SECONDS: " s", Measure.METRES: " m", Measure.CALORIES: " cal"}
    return range_words(low, high) + unit.get(measure, "")


def load_words(load: Load | None) -> str:
    """`80%`, `+20 kg`, `2 x 24 kg`, `100 kg, RPE 8`, `heavy`; empty where no load is written."""
    if load is None:
        return ""
    words = _one_load(load)
    if load.of is not None:
        words += f" of {load.of}"
    if load.written is not None:
        words += f" ({load.written})"
    return words if load.also is None else f"{words}, {load_words(load.also)}"


def _one_load(load: Load) -> str:
    if load.unit is LoadUnit.WORD:
        return load.word or ""
    if load.unit is LoadUnit.BODYWEIGHT and load.low == load.high == 1:
        return "BW"
    amount = range_words(load.low, load.high)
    if load.alternative is not None:
        amount += "/" + range_words(*load.alternative)
    if load.added and load.low is not None and load.low >= 0:
        amount = "+" + amount
    if load.count is not None:
        amount = f"{load.count} x {amount}"
    return amount if load.unit is None else NAMED_UNITS[load.unit].format(amount)
