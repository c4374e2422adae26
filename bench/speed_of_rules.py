"""How fast rules are: one rule and one decision with its whole trace, on facts never seen before, on one core."""

from __future__ import annotations

import gc
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from time import process_time
from typing import Any

from rules import findings, registry
from rules.facts import named, read

# A rule of one sentence, one of a closed list with thirteen conditions, and the decision that joins five rules.
RULE, LIST, DECISION = "pretrial-bar", "pretrial-list-law", "pretrial-probation"
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class RuleSpeed:
    """Seconds of one run: rule and list with their conditions, the decision with its whole trace, one seen before."""

    rule: float
    list: float
    decision: float
    seen_before: float


def requests(number: int) -> Sequence[Any]:
    """That many different sets of whole facts, over both sexes, all measures and births of sixty years."""
    registry.all_rules()
    kinds = list(itertools.product(("female", "male"), ("none", "custody", "other"), (True, False)))
    return [
        read(named("request"), {
            "application_day": date(2025, 11, 4), "status": "suspect", "sex": sex, "born": _birth(place),
            "disability": False, "pregnant": False, "has_child": alone, "raises_child": alone, "raises_alone": alone,
            "child_born": date(2020, 1, 1) + timedelta(days=place % 2000), "measure": measure, "agrees": True,
            "form": "written", "applicant": "person",
        })
        for place, (sex, measure, alone) in enumerate(itertools.islice(itertools.cycle(kinds), number))
    ]  # fmt: skip


def _birth(place: int) -> date:
    return date(1950, 1, 1) + timedelta(days=place * 7 % 21_000)


def measure(number: int = 4000) -> RuleSpeed:
    """The middle of several rounds; nothing is remembered between runs but in the last."""
    asked = requests(number)
    fresh = findings.evaluate.__wrapped__
    rule, closed_list = registry.find(RULE), registry.find(LIST)
    findings.evaluate(DECISION, asked[0])
    return RuleSpeed(
        _each(lambda facts: registry.answer_of(rule, facts), asked),
        _each(lambda facts: registry.answer_of(closed_list, facts), asked),
        _each(lambda facts: fresh(DECISION, facts), asked),
        _each(lambda facts: findings.evaluate(DECISION, facts), [asked[0]] * number),
    )


def _each(run: Callable[[Any], object], asked: Sequence[Any]) -> float:
    rounds = []
    gc.collect()
    for _ in range(_ROUNDS):
        started = process_time()
        for facts in asked:
            run(facts)
        rounds.append((process_time() - started) / len(asked))
    return median(rounds)
