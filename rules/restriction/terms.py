"""The term of restriction of liberty: limits, start, end, replacement (CC 44; CEC 64)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.periods import last_day
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.tables import acts_here, listed
from rules.terms import MONTHS
from rules.truth import NO, UNKNOWN, YES, Maybe, Unknown, every, is_true, known

_CODE = "cc@2020-01"


@facts_class("restriction-term")
class RestrictionTerm:
    """A term of restriction of liberty in a sentence or ruling, and what is left of it."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 15), date(2025, 9, 16)))
    months: Maybe[int] = fact("count", least=1, most=240, borders=(6, 84))
    below_minimum_ground: Maybe[bool] = fact("bool")
    unserved_days: Maybe[int] = fact("count", least=1, most=2557, borders=(30, 365))


class Limits(NamedTuple):
    """Months from and to, and whether mitigation, an unfinished crime or replacement lets go below."""

    least: int = 6
    most: int = 84
    below: bool = True


@rule(
    "restriction-term-limits", facts=RestrictionTerm, on="day", edition=_CODE, numbers=Limits(),
    norms=("cc-restriction-term-limits", "s-cc-44-term"), provisions=("cc/44/1", "cc/44/4"),
    mutations=(
        Mutation("from-one-year", "repealed edition", {"least": 12}),
        Mutation("from-five-months", "border off by one", {"least": 5}),
        Mutation("up-to-five-years", "neighbouring list", {"most": 60}),
        Mutation("up-to-eight-years", "border off by one", {"most": 96}),
        Mutation("never-below", "exception ignored", {"below": False}),
    ),
)  # fmt: skip
def limits(f: RestrictionTerm, n: Limits) -> Condition:
    """CC 44(1), (4): six months to seven years; below six months on mitigation, unfinished crime, replacement."""
    ground = is_true(f.below_minimum_ground) if n.below else NO
    return all_of(
        because("cc/44/1", "restriction-at-most", known(f.months, lambda m: m <= n.most), "months",
                months=f.months, limit=n.most),
        any_of(
            because("cc/44/1", "restriction-at-least", known(f.months, lambda m: m >= n.least), "months",
                    months=f.months, limit=n.least),
            because("cc/44/4", "below-minimum-ground", ground, "below_minimum_ground"),
        ),
    )  # fmt: skip


class Rate(NamedTuple):
    """Days of imprisonment for one day of restriction, in halves: two halves are a whole day."""

    halves: int = 2


@rule(
    "restriction-replaced-days", facts=RestrictionTerm, on="day", edition=_CODE, numbers=Rate(), value="amount",
    norms=("s-cc-44-replacement",), provisions=("cc/44/3",),
    mutations=(
        Mutation("two-for-one", "neighbouring list", {"halves": 1}),
        Mutation("one-for-two", "neighbouring list", {"halves": 4}),
    ),
)  # fmt: skip
def replaced(f: RestrictionTerm, n: Rate) -> Answer:
    """CC 44(3): one day of imprisonment for one unserved day of restriction."""
    days: Maybe[int] = UNKNOWN if isinstance(f.unserved_days, Unknown) else f.unserved_days * n.halves // 2
    step = because("cc/44/3", "day-for-day", known(days, lambda d: True), "unserved_days",
                   left=f.unserved_days, days=days)  # fmt: skip
    return Answer(days, step)


def _some(facts: Any) -> tuple[date, ...]:
    return (date(2025, 11, 3), date(2025, 11, 4))


@facts_class("control-term")
class ControlTerm:
    """When a sentence took effect, was taken for execution and the person registered; search and its end."""

    effective_day: Maybe[date] = fact("day", near=_some)
    accepted_day: Maybe[date] = fact("day", near=_some)
    registered_day: Maybe[date] = fact("day", near=_some)
    months: Maybe[int] = fact("count", least=1, most=240, borders=(12, 36))
    search_ruling: Maybe[bool] = fact("bool")
    search_day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 2, 2), date(2026, 2, 3)))
    resumed_day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 3, 2), date(2026, 3, 3)))


class Run(NamedTuple):
    """From which day the term runs, and whether that day counts."""

    start: str = "accepted_day"
    counts_first: bool = False


_STARTS = (
    Mutation("from-taking-effect", "neighbouring list", {"start": "effective_day"}),
    Mutation("from-registration", "neighbouring list", {"start": "registered_day"}),
)


@rule(
    "restriction-term-end", facts=ControlTerm, on="accepted_day", edition="cec@2020-01", value="day", numbers=Run(),
    norms=("restriction-term-start", "s-cec-63-65", "s-511-62-71"), provisions=("cec/64",),
    mutations=_STARTS, otherwise=(Otherwise("C1", {"counts_first": True}),),
)  # fmt: skip
def end(f: ControlTerm, n: Run) -> Answer:
    """CEC 64: the term runs from the day the service takes the sentence for execution; nothing stops it (C1)."""
    start = getattr(f, n.start)
    day: Maybe[date] = UNKNOWN
    if not isinstance(start, Unknown) and not isinstance(f.months, Unknown):
        day = last_day(start, f.months, MONTHS, counts_first=n.counts_first)
    both = every((known(start, lambda d: True), known(f.months, lambda m: True)))
    step = because("cec/64", "restriction-runs", both, n.start, "months", convention="C1",
                   start=start, months=f.months, day=day)  # fmt: skip
    return Answer(day, step)


class Stops(NamedTuple):
    """Whether a search ruling stops the term."""

    ruling: bool = False


@rule(
    "restriction-term-stops", facts=ControlTerm, on="accepted_day", edition="cec@2020-01", numbers=Stops(),
    norms=("restriction-no-show-search", "s-cec-63-65"), provisions=("cec/64",),
    mutations=(Mutation("as-conditional", "neighbouring list", {"ruling": True}),),
)  # fmt: skip
def stops(f: ControlTerm, n: Stops) -> Condition:
    """CEC 64 has no suspension: the term of restriction runs on during a search."""
    return because("cec/64", "restriction-never-stops", is_true(f.search_ruling) if n.ruling else NO, "search_ruling")


listed(
    "restriction-served-at", provision="cc/44/1", edition=_CODE, norms=("cc-restriction-place", "s-cc-44-term"),
    items=("restriction-at-residence", "restriction-in-society"), wrongly="restriction-in-institution",
)  # fmt: skip
acts_here(
    "restriction-controller", provision="order-511/63", edition="order-511@612", body="probation-service",
    instead="police", norms=("restriction-control-competence", "s-511-62-71", "s-cec-69-control"),
)  # fmt: skip
_DUTY_NORMS = ("s-cc-44-duties",)


class Duties(NamedTuple):
    """The duties that the provision names for the court."""

    named: tuple[str, ...]


_OLD = (
    "restriction-duty-no-change", "restriction-duty-places", "restriction-duty-treatment", "restriction-duty-family",
    "restriction-duty-other",
)  # fmt: skip
_NOW = (
    *_OLD[:3], "restriction-duty-no-substances", "restriction-duty-unemployed", "restriction-duty-home", *_OLD[3:],
)  # fmt: skip


def _duties(n: Duties) -> Answer:
    return Answer(n.named, because("cc/44/2", "court-duties", YES))


@rule(
    "court-duties", facts=RestrictionTerm, on="day", edition="cc@2020-01", value="list", numbers=Duties(_OLD),
    norms=_DUTY_NORMS, provisions=("cc/44/2",),
    mutations=(Mutation("before-2025", "repealed edition", edition="cc@2020-01"),),
)  # fmt: skip
def court_duties_before(f: RestrictionTerm, n: Duties) -> Answer:
    """CC 44(2) before 16.09.2025: five duties."""
    return _duties(n)


@rule(
    "court-duties", facts=RestrictionTerm, on="day", edition="cc@2025-09", value="list", numbers=Duties(_NOW),
    provisions=(), mutations=(Mutation("fine-too", "neighbouring list", {"named": (*_NOW, "restriction-duty-fine")}),),
)  # fmt: skip
def court_duties(f: RestrictionTerm, n: Duties) -> Answer:
    """CC 44(2) since 16.09.2025: eight duties; a duty binds only if the sentence sets it."""
    return _duties(n)
