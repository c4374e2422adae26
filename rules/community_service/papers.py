"""Where code and order meet: papers shown, talk, monthly records, old and new (CEC 57, 61, 62; orders 386, 511)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.calendar import is_working, working_day_before
from rules.community_service.shapes import kept_by, last_of
from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.terms import FORWARDS, OnDay, Term, TermFacts
from rules.truth import NO, UNKNOWN, YES, Maybe, Unknown, known

_OLD, _NOW = "order-511@612", "order-511@733"
_BEFORE = (Mutation("before-733", "repealed edition", edition=_OLD),)


def _within(f: TermFacts, n: Term, place: str, duty: str) -> Condition:
    last = last_of(f, n)
    return because(
        place, "term-kept", kept_by(f, last), "start_day", "done_day", what=f"duty:{duty}", last=last, day=f.done_day
    )


@rule("works-papers-order", facts=TermFacts, on="start_day", edition=_OLD, provisions=("order-511/12",))
def papers_before(f: TermFacts) -> Condition:
    """Order 511 para 12 before order 733 has no such step: it asks for nothing."""
    return because("order-511/12", "order-silent-on-papers", YES)


@rule(
    "works-papers-order", facts=TermFacts, on="start_day", edition=_NOW, numbers=Term(5), mutations=_BEFORE,
    norms=("public-works-acquaint-signature",), provisions=("order-511/12/3",), otherwise=FORWARDS,
)  # fmt: skip
def papers_now(f: TermFacts, n: Term) -> Condition:
    """Order 511 para 12(3) since order 733: the five working days of the code."""
    return _within(f, n, "order-511/12/3", "works-papers")


@decision(
    "community-service-papers", facts=TermFacts, joins=("works-papers-in-time", "works-papers-order"),
    norms=("public-works-acquaint-signature",),
)  # fmt: skip
def papers(f: TermFacts) -> Condition:
    """Were notice and order shown in time? The code since 16.09.2025, order 511 with it since 14.10.2025."""
    return all_of(use("works-papers-in-time", f), use("works-papers-order", f))


@rule("works-talk-order", facts=TermFacts, on="start_day", edition=_OLD, provisions=("order-511/12",))
def talk_before(f: TermFacts) -> Condition:
    """Order 511 para 12 before order 733 has no such talk: it asks for nothing."""
    return because("order-511/12", "order-silent-on-talk", YES)


@rule(
    "works-talk-order", facts=TermFacts, on="start_day", edition=_NOW, numbers=Term(5), mutations=_BEFORE,
    norms=("public-works-preventive-talk",), provisions=("order-511/12/5",), otherwise=FORWARDS,
)  # fmt: skip
def talk_now(f: TermFacts, n: Term) -> Condition:
    """Order 511 para 12(5) since order 733: the five working days of the code."""
    return _within(f, n, "order-511/12/5", "works-talk")


@decision(
    "community-service-talk", facts=TermFacts, joins=("works-talk-in-time", "works-talk-order"),
    norms=("public-works-preventive-talk",),
)  # fmt: skip
def talk(f: TermFacts) -> Condition:
    """Was the talk held in time? The code since 16.09.2025, order 511 with it since 14.10.2025."""
    return all_of(use("works-talk-in-time", f), use("works-talk-order", f))


@rule(
    "works-monthly-talk-due", facts=OnDay, on="day", edition="cec@2020-01", provisions=("cec/61/4",),
    norms=("public-works-monthly-talk-old", "s-cec-61-62-old"),
)  # fmt: skip
def monthly_talk_before(f: OnDay) -> Condition:
    """CEC 61(4) before 16.09.2025: the service holds a preventive talk once a month."""
    return because("cec/61/4", "service-talks-monthly", YES)


@rule(
    "works-monthly-talk-due", facts=OnDay, on="day", edition="cec@2025-09", provisions=("cec/61/5",),
    norms=("s-cec-61-service",), mutations=(Mutation("before-2025", "repealed edition", edition="cec@2020-01"),),
)  # fmt: skip
def monthly_talk_now(f: OnDay) -> Condition:
    """CEC 61(5) since 16.09.2025: the talk follows the records; the convict's own monthly visit stays (59(4))."""
    return because("cec/61/5", "service-talks-monthly", NO)


def _sent(facts: Any) -> tuple[date, ...]:
    end = date(2025, 11, 30) if isinstance(facts.month_day, Unknown) else _month_end(facts.month_day)
    return tuple(end + timedelta(days=gap) for gap in (-4, -3, -2, -1, 0, 1))


@facts_class("works-records")
class Records:
    """The time sheet, the act and the report on behaviour for one month, and the day they were sent."""

    month_day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 8, 31), date(2025, 11, 30)))
    sent_day: Maybe[date] = fact("day", near=_sent)


class MonthEnd(NamedTuple):
    """Whether the last day is the last working day of the month."""

    working: bool


_CALENDAR_END = (Mutation("last-calendar-day", "repealed edition", {"working": False}),)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _last_day(f: Records, n: MonthEnd) -> Maybe[date]:
    if isinstance(f.month_day, Unknown):
        return UNKNOWN
    end = _month_end(f.month_day)
    return working_day_before(end, 1) if n.working and not is_working(end) else end


def _day(place: str, f: Records, n: MonthEnd) -> Answer:
    day = _last_day(f, n)
    key = "records-by-working-day" if n.working else "records-by-calendar-day"
    return Answer(day, because(place, key, known(day, lambda d: True), "month_day", day=day))


_COMMON: Any = {"facts": Records, "on": "month_day", "value": "day"}


@rule(
    "works-records-last-day", edition="cec@2020-01", numbers=MonthEnd(False), provisions=("cec/62/1/2",),
    norms=("leb-records-last-day-old", "s-cec-61-62-old"), **_COMMON,
)  # fmt: skip
def records_before(f: Records, n: MonthEnd) -> Answer:
    """CEC 62(1)(2) before 16.09.2025: not later than the last day of the month."""
    return _day("cec/62/1/2", f, n)


@rule(
    "works-records-last-day", edition="cec@2025-09", numbers=MonthEnd(True), provisions=("cec/62/1/3",),
    norms=("leb-monthly-records", "s-cec-62-leb"), mutations=_CALENDAR_END, **_COMMON,
)  # fmt: skip
def records_now(f: Records, n: MonthEnd) -> Answer:
    """CEC 62(1)(3) since 16.09.2025: not later than the last working day of the month."""
    return _day("cec/62/1/3", f, n)


@rule(
    "works-records-order", facts=Records, on="month_day", edition="order-386@733", numbers=MonthEnd(True),
    norms=("leb-monthly-records", "s-386"), provisions=("order-386/2-1/2",), mutations=_CALENDAR_END,
)  # fmt: skip
def records_in_the_order(f: Records, n: MonthEnd) -> Condition:
    """Order 386 para 2-1(2): sent by the last working day of the month."""
    last = _last_day(f, n)
    late: Maybe[int] = UNKNOWN
    if not isinstance(last, Unknown) and not isinstance(f.sent_day, Unknown):
        late = (f.sent_day - last).days
    return because(
        "order-386/2-1/2", "records-sent", known(late, lambda days: days <= 0), "month_day", "sent_day", last=last,
        day=f.sent_day,
    )  # fmt: skip
