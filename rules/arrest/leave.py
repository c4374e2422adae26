"""Penalties and short leave: what must stand before they are decided, and what a leave asks (paras 72-81)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.arrest.requirements import EDITION, RULES, Needed, requires
from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.periods import Unit, last_day
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.truth import UNKNOWN, Maybe, Truth, Unknown, is_true, known

_DAY = date(2026, 1, 12)


def on_our_day(facts: Any) -> tuple[date, ...]:
    """One day on which the wording is held."""
    return (_DAY,)


def _before_ruling(facts: Any) -> tuple[date, ...]:
    ruled = _DAY if isinstance(facts.applied, Unknown) else facts.applied
    return tuple(ruled - timedelta(days=gap) for gap in (0, 9, 10, 11, 12, 40, 89, 90, 91, 92, 93, 120))


def _after_check(facts: Any) -> tuple[date, ...]:
    ended = _DAY if isinstance(facts.check_ended, Unknown) else facts.check_ended
    return tuple(ended + timedelta(days=gap) for gap in (0, 9, 10, 11, 12, 40, 120))


def _two_days(facts: Any) -> tuple[date, ...]:
    return (_DAY, _DAY + timedelta(days=1))


@facts_class("arrest-penalty")
class Penalty:
    """One penalty after a check: the days of breach, end of check and ruling, and what stood before it."""

    breach_day: Maybe[date] = fact("day", near=_before_ruling)
    check_ended: Maybe[date] = fact("day", near=_before_ruling)
    applied: Maybe[date] = fact("day", near=_after_check)


class Within(NamedTuple):
    """Days from the end of the check, and months from the breach."""

    days: int = 10
    months: int = 3
    counts_first: bool = False


@rule(
    "arrest-penalty-after-check", facts=Penalty, on="applied", edition=EDITION, numbers=Within(),
    norms=("penalty-imposition-after-check",), provisions=(f"{RULES}/72",),
    otherwise=(Otherwise("C1", {"counts_first": True}),),
    mutations=(
        Mutation("a-month-after-check", "neighbouring list", {"days": 30}),
        Mutation("without-three-months", "exception ignored", {"months": 60}),
        Mutation("one-month-from-breach", "neighbouring list", {"months": 1}),
    ),
)  # fmt: skip
def penalty_after_check(f: Penalty, n: Within) -> Condition:
    """Para 72: ten days from the end of the check, and three months from the day of the breach at most."""
    return all_of(
        _by(f.check_ended, f.applied, n.days, Unit.DAYS_24H, n, "arrest-penalty-ten-days", "check_ended"),
        _by(f.breach_day, f.applied, n.months, Unit.MONTHS, n, "arrest-penalty-three-months", "breach_day"),
    )


def _by(
    start: Maybe[date], done: Maybe[date], count: int, unit: Unit, n: Within, sentence: str, name: str
) -> Condition:
    last: Maybe[date] = UNKNOWN
    if not isinstance(start, Unknown):
        last = last_day(start, count, unit, counts_first=n.counts_first)
    late: Maybe[int] = UNKNOWN
    if not isinstance(last, Unknown) and not isinstance(done, Unknown):
        late = (done - last).days
    kept = known(late, lambda days: days <= 0)
    return because(f"{RULES}/72", sentence, kept, name, "applied", convention="C1", last=last, day=done)


@facts_class("arrest-explanation")
class Explanation:
    """What a convict said of the breach before the penalty."""

    day: Maybe[date] = fact("day", near=on_our_day)
    explanation: Maybe[bool] = fact("bool")
    refusal_act: Maybe[bool] = fact("bool")


requires(
    "arrest-penalty-heard", Explanation,
    Needed("73", "arrest-explained", "explanation"), Needed("73", "arrest-refusal-act", "refusal_act"),
    norms=("penalty-explanation-first",), one_is_enough=True,
)  # fmt: skip


@facts_class("arrest-leave")
class Leave:
    """One short leave: application, proof, permission, health, ticket and place."""

    day: Maybe[date] = fact("day", near=on_our_day)
    application: Maybe[bool] = fact("bool")
    proof: Maybe[bool] = fact("bool")
    permitted_by: Maybe[str] = fact("choice", "head", "duty-officer", "nobody")
    mental_disorder: Maybe[bool] = fact("bool")
    treatment_unfinished: Maybe[bool] = fact("bool")
    has_money: Maybe[bool] = fact("bool")
    village: Maybe[bool] = fact("bool")


requires(
    "arrest-leave-lawful", Leave,
    Needed("74", "arrest-leave-asked", "application"),
    Needed("74", "arrest-leave-permitted", "permitted_by", wanted=("head",)),
    Needed("75", "arrest-leave-proved", "proof"),
    Needed("81", "arrest-no-disorder", "mental_disorder", absent=True),
    Needed("81", "arrest-treatment-finished", "treatment_unfinished", absent=True),
    norms=("leave-authority", "leave-supporting-documents", "leave-excluded-persons"),
)  # fmt: skip
requires(
    "arrest-ticket-by-administration", Leave,
    Needed("77", "arrest-no-money-for-ticket", "has_money", absent=True), norms=("leave-ticket",),
)  # fmt: skip
requires(
    "arrest-leave-to-inspector", Leave, Needed("78", "arrest-in-village", "village"), norms=("leave-arrival-where",),
)  # fmt: skip


@facts_class("arrest-extension")
class Extension:
    """A longer leave because of unforeseen circumstances."""

    day: Maybe[date] = fact("day", near=on_our_day)
    unforeseen: Maybe[bool] = fact("bool")
    ruling_by: Maybe[str] = fact("choice", "local-head", "facility-head", "nobody")
    facility_told: Maybe[bool] = fact("bool")
    days: Maybe[int] = fact("count", most=60, borders=(5,))


requires(
    "arrest-leave-extended", Extension,
    Needed("79", "arrest-unforeseen", "unforeseen"),
    Needed("79", "arrest-extended-by", "ruling_by", wanted=("local-head",)),
    Needed("79", "arrest-extension-days", "days", most=5),
    Needed("79", "arrest-extension-told", "facility_told"),
    norms=("leave-extension-5-days",),
)  # fmt: skip


@facts_class("arrest-departure")
class Departure:
    """The way back from a leave: the day and whether it begins at night or early in the morning."""

    departure_day: Maybe[date] = fact("day", near=_two_days)
    night_or_early: Maybe[bool] = fact("bool")


class Before(NamedTuple):
    """How many days before a night departure the mark is put."""

    days: int = 1


@rule(
    "arrest-departure-mark", facts=Departure, on="departure_day", edition=EDITION, value="day", numbers=Before(),
    norms=("leave-departure-mark",), provisions=(f"{RULES}/78",),
    mutations=(
        Mutation("on-the-day-itself", "exception ignored", {"days": 0}),
        Mutation("two-days-before", "border off by one", {"days": 2}),
    ),
)  # fmt: skip
def departure_mark(f: Departure, n: Before) -> Answer:
    """Para 78: the departure mark is put on the day, for a night or early departure on the day before."""
    night = is_true(f.night_or_early)
    step = because(f"{RULES}/78", "arrest-night-departure", night, "night_or_early")
    if isinstance(f.departure_day, Unknown):
        told = because(f"{RULES}/78", "arrest-departure-known", Truth.UNKNOWN, "departure_day")
        return Answer(UNKNOWN, all_of(told, step) if night is Truth.UNKNOWN else told)
    if night is Truth.UNKNOWN:
        return Answer(UNKNOWN, step)
    return Answer(f.departure_day - timedelta(days=n.days if f.night_or_early else 0), step)
