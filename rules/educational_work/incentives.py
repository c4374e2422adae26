"""Incentives and what is left of an isolator penalty: months, days, grounds (order 508, paras 25-26)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import fact, facts_class
from rules.periods import Unit, last_day
from rules.registry import Answer, Mutation, Otherwise, decision, rule, use
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_true, known, opposite

_RULES = "order-508"
_DECIDED = date(2025, 11, 3)
_GAPS = (0, 30, 89, 90, 91, 92, 93, 364, 365, 366, 367, 800)


def _earlier(facts: Any) -> tuple[date, ...]:
    decided = _DECIDED if isinstance(facts.decision_day, Unknown) else facts.decision_day
    return tuple(decided - timedelta(days=gap) for gap in _GAPS)


def _decisions(facts: Any) -> tuple[date, ...]:
    days = (facts.arrival_day, facts.incentive_day, facts.measure_day)
    told = [day for day in days if not isinstance(day, Unknown)]
    return tuple(day + timedelta(days=gap) for day in told or [_DECIDED] for gap in _GAPS)


@facts_class("educational-incentive")
class Incentive:
    """An incentive that somebody wants to apply: its day, the arrival, what came before."""

    decision_day: Maybe[date] = fact("day", near=_decisions)
    arrival_day: Maybe[date] = fact("day", near=_earlier)
    had_incentive: Maybe[bool] = fact("bool")
    incentive_day: Maybe[date] = fact("day", near=_earlier)
    measure_day: Maybe[date] = fact("day", near=_earlier)
    violation: Maybe[bool] = fact("bool")


class Gap(NamedTuple):
    """How many months lie at least between two days; a violation in between is an obstacle or not."""

    months: int = 3
    no_violation: bool = True
    counts_first: bool = False


def _passed(start: Maybe[date], end: Maybe[date], n: Gap) -> Truth:
    """Whether so many months have run before the day: it comes after their last one (C1)."""
    if isinstance(start, Unknown) or isinstance(end, Unknown):
        return Truth.UNKNOWN
    return known(end, lambda day: day > last_day(start, n.months, Unit.MONTHS, counts_first=n.counts_first))


_START_COUNTS = (Otherwise("C1", {"counts_first": True}),)
_SHORT = (
    Mutation("two-months", "border off by one", {"months": 2}),
    Mutation("four-months", "border off by one", {"months": 4}),
    Mutation("one-year", "neighbouring list", {"months": 12}),
)


@rule(
    "educational-incentive-after-arrival", facts=Incentive, on="decision_day", edition="order-508@720", numbers=Gap(),
    norms=("r508-incentive-not-before-3-months-after-arrival",), provisions=(f"{_RULES}/25/part-6",), mutations=_SHORT,
    otherwise=_START_COUNTS,
)  # fmt: skip
def after_arrival(f: Incentive, n: Gap) -> Condition:
    """Para 25, part 6: not earlier than three months after arrival, also after a move under CEC 96."""
    return because(
        f"{_RULES}/25/part-6", "educational-three-months-here", _passed(f.arrival_day, f.decision_day, n),
        "arrival_day", "decision_day", convention="C1", start=f.arrival_day, day=f.decision_day,
    )  # fmt: skip


@rule(
    "educational-incentive-interval", facts=Incentive, on="decision_day", edition="order-508@720", numbers=Gap(),
    norms=("r508-incentive-interval-3-months",), provisions=(f"{_RULES}/25/part-7",), mutations=_SHORT,
    otherwise=_START_COUNTS,
)  # fmt: skip
def interval(f: Incentive, n: Gap) -> Condition:
    """Para 25, part 7: at least three months since the incentive before; a first one waits for nothing."""
    where = f"{_RULES}/25/part-7"
    return choose(
        because(where, "educational-had-incentive", is_true(f.had_incentive), "had_incentive"),
        lambda: because(
            where, "educational-three-months-since", _passed(f.incentive_day, f.decision_day, n), "incentive_day",
            "decision_day", convention="C1", start=f.incentive_day, day=f.decision_day,
        ),
        lambda: because(where, "educational-first-incentive", YES, "had_incentive"),
    )  # fmt: skip


@decision(
    "educational-incentive-allowed", facts=Incentive,
    joins=("educational-incentive-after-arrival", "educational-incentive-interval"),
    norms=("r508-incentive-not-before-3-months-after-arrival", "r508-incentive-interval-3-months"),
)  # fmt: skip
def incentive_allowed(f: Incentive) -> Condition:
    """Both lower limits must be kept: since arrival and since the incentive before."""
    return all_of(use("educational-incentive-after-arrival", f), use("educational-incentive-interval", f))


@rule(
    "educational-incentive-due", facts=Incentive, on="decision_day", edition="order-508@720", numbers=Gap(12),
    norms=("r508-incentive-after-one-year-without-violation",), provisions=(f"{_RULES}/25/part-1",),
    otherwise=_START_COUNTS,
    mutations=(
        Mutation("three-months", "neighbouring list", {"months": 3}),
        Mutation("half-a-year", "neighbouring list", {"months": 6}),
        Mutation("violation-ignored", "exception ignored", {"no_violation": False}),
    ),
)  # fmt: skip
def incentive_due(f: Incentive, n: Gap) -> Condition:
    """Para 25, part 1: a year without a violation since the last incentive or penalty."""
    where = f"{_RULES}/25/part-1"
    clean = opposite(is_true(f.violation)) if n.no_violation else YES
    return all_of(
        because(where, "educational-one-year-since", _passed(f.measure_day, f.decision_day, n), "measure_day",
                "decision_day", convention="C1", start=f.measure_day, day=f.decision_day),
        because(where, "educational-no-violation", clean, "violation"),
    )  # fmt: skip


@facts_class("educational-isolator")
class Isolator:
    """A placement in the disciplinary isolator imposed in transit: the days given and those served there."""

    arrival_day: Maybe[date] = fact("day", near=lambda facts: (_DECIDED,))
    given: Maybe[int] = fact("count", least=1, most=60, borders=(10,))
    served: Maybe[int] = fact("count", least=0, most=60, borders=(4,))


class Left(NamedTuple):
    """Whether days served in transit are taken off, and whether an unserved rest is dropped."""

    takes_off: bool = True
    drops_rest: bool = False


@rule(
    "educational-isolator-left", facts=Isolator, on="arrival_day", edition="order-508@141", value="amount",
    numbers=Left(), norms=("r508-isolator-served-in-transit-institution",), provisions=(f"{_RULES}/26/part-5",),
    mutations=(
        Mutation("served-days-lost", "exception ignored", {"takes_off": False}),
        Mutation("rest-dropped", "exception ignored", {"drops_rest": True}),
    ),
)  # fmt: skip
def isolator_left(f: Isolator, n: Left) -> Answer:
    """Para 26, part 5: what was not served in transit is served from the day of arrival."""
    where = f"{_RULES}/26/part-5"
    if isinstance(f.given, Unknown) or isinstance(f.served, Unknown):
        return Answer(UNKNOWN, because(where, "educational-isolator-rest", Truth.UNKNOWN, "given", "served"))
    rest = 0 if n.drops_rest else max(0, f.given - (f.served if n.takes_off else 0))
    return Answer(rest, because(
        where, "educational-isolator-rest", YES, "given", "served", given=f.given, served=f.served, rest=rest,
    ))  # fmt: skip
