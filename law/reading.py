"""Which facts a rule reads: found by running its own conditions, so that a form shows these first."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from rules import acts
from rules.calendar import YearNotHeld
from rules.conditions import leaves
from rules.facts import contradictions, samples, specs
from rules.findings import REFUSALS, evaluate
from rules.periods import PeriodFault
from rules.registry import EventDayMissing, answer_of, find, joined


@cache
def facts_read(rule_id: str) -> tuple[str, ...]:
    """Names of the facts that the rule's sentences read and of the events that choose its editions."""
    found: set[str] = set()
    rules = [find(one) for one in (rule_id, *joined(rule_id))]
    found.update(rule.on for rule in rules if rule.on)
    for facts in _cases(rule_id):
        try:
            condition = answer_of(find(rule_id), facts).condition
        except (EventDayMissing, acts.WordingNotHeld, acts.FirstDayUnknown, YearNotHeld, PeriodFault):
            continue
        found.update(name for leaf in leaves(condition) for name in leaf.facts)
    # A fact may be read only after two others were told; what the finding asks for knows these.
    with suppress(*REFUSALS, PeriodFault):
        found.update(missing.fact for missing in evaluate(rule_id, find(rule_id).facts()).missing)
    return tuple(spec.name for spec in specs(find(rule_id).facts) if spec.name in found)


def _cases(rule_id: str) -> Iterator[Any]:
    """Nothing told, and one fact told at a time, under each wording of the rule and of those it joins."""
    for start in _starts(rule_id):
        yield start
        for spec in specs(start):
            for value in samples(spec, start):
                told = dataclasses.replace(start, **{spec.name: value})
                if not contradictions(told):
                    yield told


def _starts(rule_id: str) -> Iterator[Any]:
    cls = find(rule_id).facts
    yield cls()
    for one in map(find, (rule_id, *joined(rule_id))):
        for version in one.versions if one.on else ():
            yield cls(**{one.on: acts.edition(version.edition).first[1]})
