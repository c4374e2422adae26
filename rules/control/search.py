"""Initial search for a convict: when it starts, how long it lasts, what goes to court (order 511 paras 108-113)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import FactFault, fact, facts_class
from rules.periods import Unit, last_day
from rules.pretrial.persons import comes_after
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.tables import listed
from rules.terms import CALENDAR, WORKING, TermFacts, deadline
from rules.truth import UNKNOWN, Maybe, Unknown, is_true, known, opposite

_RULES = "order-511@612"
_ALL = ("restriction", "conditional", "community-service", "corrective-labour", "deferral")
_SERVICE = "probation-service"
_NORMS = ("s-511-108-113", "initial-search-scope")

listed(
    "search-grounds", provision="order-511/108", edition=_RULES, norms=_NORMS,
    items=("search-no-arrival-after-replacement", "search-no-arrival-after-deferral", "search-no-arrival-by-court",
           "search-no-arrival-at-new-service", "search-hiding"),
    wrongly="search-one-missed-talk",
)  # fmt: skip
deadline(
    "search-start", provision="order-511/108", edition=_RULES, count=1, unit=CALENDAR, who=_SERVICE, regimes=_ALL,
    norms=_NORMS, from_next_day=True,
)  # fmt: skip
deadline(
    "search-length", provision="order-511/110", edition=_RULES, count=15, who=_SERVICE, regimes=_ALL, norms=_NORMS,
)  # fmt: skip
deadline(
    "search-submission", provision="order-511/110", edition=_RULES, count=3, who=_SERVICE, regimes=_ALL,
    norms=_NORMS,
)  # fmt: skip
listed(
    "search-attachments", provision="order-511/111", edition=_RULES,
    norms=("s-511-108-113", "corrective-search-attachments"),
    items=("search-sentence-extract", "search-force-certificate", "search-copies", "search-unserved-certificate"),
    wrongly="search-sentence-copy",
)  # fmt: skip
deadline(
    "search-handover", provision="order-511/112", edition=_RULES, count=2, who=_SERVICE, regimes=_ALL,
    norms=("s-511-108-113", "corrective-search-handover"),
)  # fmt: skip


class Latest(NamedTuple):
    """How long the search may last, how soon after it the submission goes, and how days are counted."""

    search: int = 15
    submission: int = 3
    unit: Unit = WORKING
    counts_first: bool = False


@rule(
    "search-latest-submission", facts=TermFacts, on="start_day", edition=_RULES, value="day", numbers=Latest(),
    norms=_NORMS, provisions=("order-511/110",),
    mutations=(
        Mutation("calendar-days", "calendar instead of working days", {"unit": CALENDAR}),
        Mutation("search-alone", "exception ignored", {"submission": 0}),
        Mutation("thirty-days", "neighbouring list", {"search": 30}),
    ),
    otherwise=(Otherwise("C1", {"counts_first": True}),),
)  # fmt: skip
def latest_submission(f: TermFacts, n: Latest) -> Answer:
    """Order 511 para 110: fifteen working days of search, then three for the submission (C1)."""
    end: Maybe[date] = UNKNOWN
    day: Maybe[date] = UNKNOWN
    if not isinstance(f.start_day, Unknown):
        end = last_day(f.start_day, n.search, n.unit, counts_first=n.counts_first)
        day = last_day(end, n.submission, n.unit) if n.submission else end
    step = because(
        "order-511/110", "search-then-submission", known(day, lambda d: True), "start_day", convention="C1",
        start=f.start_day, search=n.search, end=end, submission=n.submission, day=day,
    )  # fmt: skip
    return Answer(day, step)


def _absences(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.day, Unknown):
        return (date(2025, 11, 3), date(2025, 11, 4))
    return tuple(facts.day - timedelta(days=gap) for gap in (14, 15, 16))


def _days(facts: Any) -> tuple[date, ...]:
    start = date(2025, 11, 3) if isinstance(facts.no_show_day, Unknown) else facts.no_show_day
    return tuple(start + timedelta(days=gap) for gap in (14, 15, 16))


@facts_class("control-hiding")
class Hiding:
    """A convict did not come to register: since when, and whether the whereabouts are known."""

    no_show_day: Maybe[date] = fact("day", near=_absences)
    day: Maybe[date] = fact("day", near=_days)
    found: Maybe[bool] = fact("bool")

    @staticmethod
    def contradictions(facts: Hiding) -> tuple[FactFault, ...]:
        """The day asked about cannot lie before the day of not coming."""
        if comes_after(facts.no_show_day, facts.day):
            return (FactFault("day", "fact_day_before_no_show", str(facts.day)),)
        return ()


class Over(NamedTuple):
    """More than so many days; whether the day of not coming is the first of them."""

    days: int = 15
    counts_first: bool = False


NO_SHOW_COUNTS = (Otherwise("C1", {"counts_first": True}),)


@rule(
    "hiding-from-control", facts=Hiding, on="day", edition="cec@2022-03", numbers=Over(),
    norms=("s-cec-67-breaches", "s-cec-176-2-cancellation", "s-511-108-113"), provisions=("cec/67/3", "cec/176/3"),
    otherwise=NO_SHOW_COUNTS, mutations=(
        Mutation("two-weeks", "neighbouring list", {"days": 13}),
        Mutation("a-month", "neighbouring list", {"days": 30}),
    ),
)  # fmt: skip
def hiding(f: Hiding, n: Over) -> Condition:
    """CEC 67(3), 176(3): whereabouts not established for more than fifteen days from the no-show."""
    return hidden_for(f, n, "cec/67/3")


def hidden_for(f: Hiding, n: Over, where: str) -> Condition:
    """The whereabouts have not been known for more than so many days; `where` says it."""
    gap: Maybe[int] = UNKNOWN
    if not isinstance(f.no_show_day, Unknown) and not isinstance(f.day, Unknown):
        gap = (f.day - f.no_show_day).days + n.counts_first
    over = known(gap, lambda days: days > n.days)
    return all_of(
        because(where, "whereabouts-unknown", opposite(is_true(f.found)), "found"),
        because(where, "more-than-days", over, "no_show_day", "day", convention="C1", gap=gap,
                limit=n.days),
    )
