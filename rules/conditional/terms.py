"""Conditional sentence: when it is barred, how long control lasts, when it ends and stands still (CC 63; CEC 175)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import fact, facts_class
from rules.periods import Pause, PeriodFault, last_day, suspended
from rules.periods import Term as Period
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.restriction.terms import ControlTerm
from rules.terms import MONTHS
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_BARS = (
    "recidivism", "especially-grave", "corruption", "terrorist", "extremist", "torture", "criminal-group",
    "minor-sexual",
)  # fmt: skip


@facts_class("conditional-sentence")
class ConditionalSentence:
    """A conditional sentence: the crime, the person's age group, the terms set."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    crime: Maybe[str] = fact("choice", *_BARS, "other")
    minor: Maybe[bool] = fact("bool")
    victim_age: Maybe[int] = fact("count", least=0, most=17, borders=(13, 14))
    imposed_months: Maybe[int] = fact("count", least=1, most=240, borders=(6, 12, 36))
    control_months: Maybe[int] = fact("count", least=1, most=240, borders=(6, 12, 36))


class Bars(NamedTuple):
    """Crimes for which it is barred, and the age of a victim from which a minor offender is excepted."""

    crimes: tuple[str, ...] = _BARS
    victim: int = 14
    exception: bool = True


@rule(
    "conditional-not-barred", facts=ConditionalSentence, on="day", edition="cc@2025-09", numbers=Bars(),
    norms=("conditional-sentence-prohibitions", "s-cc-63-exclusions"), provisions=("cc/63/6",),
    mutations=(
        Mutation("torture-forgotten", "exception ignored", {"crimes": tuple(c for c in _BARS if c != "torture")}),
        Mutation("no-exception", "exception ignored", {"exception": False}),
        Mutation("victim-of-thirteen", "border off by one", {"victim": 13}),
        Mutation("grave-alone", "neighbouring list", {"crimes": ("especially-grave",)}),
    ),
)  # fmt: skip
def not_barred(f: ConditionalSentence, n: Bars) -> Condition:
    """CC 63(6): a closed list of bars; a minor offender and a victim of fourteen or more are excepted."""
    where = "cc/63/6"
    free = because(where, "conditional-crime-free", opposite(is_one_of(f.crime, *n.crimes)), "crime")
    if not n.exception:
        return free
    return any_of(
        free,
        all_of(
            because(where, "conditional-minor-sexual", is_one_of(f.crime, "minor-sexual"), "crime"),
            because(where, "conditional-offender-minor", is_true(f.minor), "minor"),
            because(where, "conditional-victim-age", known(f.victim_age, lambda a: a >= n.victim), "victim_age",
                    age=f.victim_age, limit=n.victim),
        ),
    )  # fmt: skip


class Control(NamedTuple):
    """Months of control for a minor: from and to; for an adult the whole imposed term."""

    least: int = 6
    most: int = 12
    minors: bool = True


@rule(
    "conditional-control-length", facts=ConditionalSentence, on="day", edition="cc@2020-01", numbers=Control(),
    norms=("conditional-control-term", "s-cc-63-control"), provisions=("cc/63/3",),
    mutations=(
        Mutation("minors-as-adults", "exception ignored", {"minors": False}),
        Mutation("minor-from-three", "border off by one", {"least": 3}),
        Mutation("minor-up-to-two-years", "border off by one", {"most": 24}),
    ),
)  # fmt: skip
def control_length(f: ConditionalSentence, n: Control) -> Condition:
    """CC 63(3): control for the whole term of imprisonment; for a minor six months to one year."""
    where = "cc/63/3"
    same: Maybe[int] = UNKNOWN
    if not isinstance(f.control_months, Unknown) and not isinstance(f.imposed_months, Unknown):
        same = f.control_months - f.imposed_months
    as_imposed = because(where, "conditional-whole-term", known(same, lambda d: d == 0), "control_months",
                         "imposed_months", months=f.control_months, imposed=f.imposed_months)  # fmt: skip
    if not n.minors:
        return as_imposed
    in_range = known(f.control_months, lambda m: n.least <= m <= n.most)
    return choose(
        because(where, "conditional-is-minor", is_true(f.minor), "minor"),
        lambda: because(where, "conditional-minor-range", in_range, "control_months",
                        months=f.control_months, least=n.least, most=n.most),
        lambda: as_imposed,
    )  # fmt: skip


class Run(NamedTuple):
    """From which day control runs, and whether a search ruling stops it."""

    start: str = "registered_day"
    stops: bool = True
    counts_first: bool = False


_STARTS = (
    Mutation("from-taking-effect", "neighbouring list", {"start": "effective_day"}),
    Mutation("from-acceptance", "neighbouring list", {"start": "accepted_day"}),
    Mutation("never-stops", "neighbouring list", {"stops": False}),
)


def _end(f: ControlTerm, n: Run, start: Maybe[date], stopped: Truth) -> object:
    if isinstance(start, Unknown) or isinstance(f.months, Unknown) or stopped is Truth.UNKNOWN:
        return UNKNOWN
    if stopped is NO:
        return last_day(start, f.months, MONTHS, counts_first=n.counts_first)
    if isinstance(f.search_day, Unknown) or isinstance(f.resumed_day, Unknown):
        return UNKNOWN
    try:
        pause = Pause(f.search_day, f.resumed_day)
        return suspended(Period(start, f.months, MONTHS), (pause,), counts_first=n.counts_first)
    except PeriodFault:
        return "no-day"


@rule(
    "conditional-term-end", facts=ControlTerm, on="registered_day", edition="cec@2020-01", value="day", numbers=Run(),
    norms=("conditional-term-start", "conditional-term-suspension", "conditional-control-full-term", "s-cec-175-term",
           "s-511-73-85"),
    provisions=("cec/175/1", "cec/175/2", "cec/175/3"),
    mutations=_STARTS, otherwise=(Otherwise("C1", {"counts_first": True}),),
)  # fmt: skip
def end(f: ControlTerm, n: Run) -> Answer:
    """CEC 175: from registration, for the whole term, without the time from search to resumption (C1)."""
    start = getattr(f, n.start)
    stopped = is_true(f.search_ruling) if n.stops else NO
    day = _end(f, n, start, stopped)
    known_ = Truth.UNKNOWN if isinstance(day, Unknown) else YES
    runs = because("cec/175/1", "conditional-runs", known_, n.start, "months", convention="C1",
                   start=start, months=f.months, day=day)  # fmt: skip
    halted = because("cec/175/3", "conditional-halted", stopped, "search_ruling", "search_day", "resumed_day")
    if stopped is YES:
        facts = because("cec/175/3", "conditional-pause", known_, "search_day", "resumed_day",
                        begun=f.search_day, resumed=f.resumed_day)  # fmt: skip
        return Answer(day, Condition("list", known_, parts=(halted, facts, runs)))
    return Answer(day, Condition("list", known_, parts=(halted, runs)))


class Stops(NamedTuple):
    """Whether the court's ruling is needed."""

    ruling: bool = True


@rule(
    "conditional-term-stops", facts=ControlTerm, on="registered_day", edition="cec@2020-01", numbers=Stops(),
    norms=("conditional-term-suspension", "s-cec-175-term", "s-511-73-85"), provisions=("cec/175/3",),
    mutations=(Mutation("search-alone", "exception ignored", {"ruling": False}),),
)  # fmt: skip
def stops(f: ControlTerm, n: Stops) -> Condition:
    """CEC 175(3): it stops from the start of the initial search, but only on the court's search ruling."""
    stopped = is_true(f.search_ruling) if n.ruling else YES
    return because("cec/175/3", "conditional-halted", stopped, "search_ruling")
