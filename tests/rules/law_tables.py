"""The law tables: rows of name, rule, facts, result and accepted other readings, that a lawyer can add to."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rules import facts
from rules.findings import REFUSALS, evaluate
from rules.registry import find
from rules.truth import Truth, Unknown

TABLES = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class Row:
    """One case of a table: `facts` is `name=value;...`, `result` a value, `undecided` or `refused <error>`."""

    table: str
    name: str
    rule: str
    facts: str
    result: str
    also: str

    def read(self) -> Any:
        """The facts of the row, of the class of its rule."""
        given = dict(pair.split("=", 1) for pair in self.facts.split(";") if pair)
        return facts.read(find(self.rule).facts, given)


@cache
def rows() -> tuple[Row, ...]:
    """All rows of all tables."""
    found = []
    for path in sorted(TABLES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [Row(path.stem, *(line[key] for key in line)) for line in csv.DictReader(file)]
    return tuple(found)


def said(value: object) -> str:
    """A finding's value as a table writes it; an empty list is `-`."""
    if isinstance(value, Unknown):
        return "undecided"
    if isinstance(value, Truth):
        return value.value
    return (" ".join(value) or "-") if isinstance(value, tuple) else str(value)


def outcome(rule: str, given: Any, mutation: str = "") -> str:
    """What the rule answers on these facts, or the name of its refusal."""
    try:
        return said(evaluate(rule, given, mutation).value)
    except REFUSALS as refusal:
        return f"refused {type(refusal).__name__}"


def other_readings(rule: str, given: Any) -> str:
    """Every reading beside the answer, as a table writes it: `value source|value source`."""
    try:
        return "|".join(sorted(f"{said(value)} {source}" for value, source in evaluate(rule, given).readings))
    except REFUSALS:
        return ""
