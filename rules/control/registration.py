"""Coming to register under probation control: ten days, or five working days after release (Law 15; CEC 21)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rules.conditions import Condition, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.terms import CALENDAR, FORWARDS, WORKING, Term, last_of_term
from rules.truth import UNKNOWN, Maybe, Unknown, is_true, known

_GAPS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 20)


def _starts(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.appeared_day, Unknown):
        return (date(2025, 11, 3), date(2025, 11, 4))
    return tuple(facts.appeared_day - timedelta(days=gap) for gap in _GAPS)


def _appearances(facts: Any) -> tuple[date, ...]:
    starts = [day for day in (facts.effective_day, facts.released_day) if not isinstance(day, Unknown)]
    return tuple(day + timedelta(days=gap) for day in starts or [date(2025, 11, 3)] for gap in _GAPS)


@facts_class("registration")
class Registration:
    """A person under probation control comes to register: from which day the time runs and when they came."""

    effective_day: Maybe[date] = fact("day", near=_starts)
    released: Maybe[bool] = fact("bool")
    released_day: Maybe[date] = fact("day", near=_starts)
    appeared_day: Maybe[date] = fact("day", near=_appearances)


_TEN, _FIVE = Term(10, CALENDAR), Term(5)
_TEN_WAYS = (
    Mutation("working-days", "calendar instead of working days", {"unit": WORKING}),
    Mutation("five-working-days", "neighbouring list", {"length": 5, "unit": WORKING}),
    Mutation("twelve-days", "border off by one", {"length": 12}),
)
_FIVE_WAYS = (
    Mutation("calendar-days", "calendar instead of working days", {"unit": CALENDAR}),
    Mutation("ten-days", "neighbouring list", {"length": 10, "unit": CALENDAR}),
    Mutation("six-days", "border off by one", {"length": 6}),
)
_TEN_NORMS = ("registration-within-ten-days", "law-report-within-ten-24-hour-days")
_LAW, _CODE = "probation-law/15/3/1", "cec/21/1/1"


def _last_day(where: str, sentence: str, name: str, start: Maybe[date], n: Term) -> Answer:
    day = last_of_term(start, n)
    dated = known(day, lambda d: True)
    step = because(where, sentence, dated, name, convention="C1", days=n.length, start=start, day=day)
    return Answer(day, step)


def _came(where: str, sentence: str, name: str, start: Maybe[date], f: Registration, n: Term) -> Condition:
    last = last_of_term(start, n)
    late_by: Maybe[int] = UNKNOWN
    if not isinstance(last, Unknown) and not isinstance(f.appeared_day, Unknown):
        late_by = (f.appeared_day - last).days
    came = known(late_by, lambda days: days <= 0)
    return because(
        where, sentence, came, name, "appeared_day", convention="C1", days=n.length, last=last, day=f.appeared_day
    )


@rule(
    "registration-last-day", facts=Registration, on="effective_day", edition="probation-law@2020-01",
    value="day", numbers=_TEN, norms=_TEN_NORMS, provisions=(_LAW,), mutations=_TEN_WAYS, otherwise=FORWARDS,
)  # fmt: skip
def last_day_to_register(f: Registration, n: Term) -> Answer:
    """Law 15(3)(1): ten calendar days from the day the sentence or ruling took effect (C1, C2, C4)."""
    return _last_day(_LAW, "register-by", "effective_day", f.effective_day, n)


@rule(
    "registration-after-release-last-day", facts=Registration, on="released_day", edition="cec@2025-09",
    value="day", numbers=_FIVE, norms=("s-cec-21-registration",), provisions=(_CODE,), mutations=_FIVE_WAYS,
    otherwise=FORWARDS,
)  # fmt: skip
def last_day_after_release(f: Registration, n: Term) -> Answer:
    """CEC 21(1)(1): five working days after release from an institution (C1)."""
    return _last_day(_CODE, "register-after-release-by", "released_day", f.released_day, n)


@rule(
    "registration-in-ten-days", facts=Registration, on="effective_day", edition="probation-law@2020-01",
    numbers=_TEN, norms=_TEN_NORMS, provisions=(_LAW,), mutations=_TEN_WAYS, otherwise=FORWARDS,
)  # fmt: skip
def in_ten_days(f: Registration, n: Term) -> Condition:
    """Law 15(3)(1): came within ten calendar days."""
    return _came(_LAW, "came-in-time", "effective_day", f.effective_day, f, n)


@rule(
    "registration-in-five-days", facts=Registration, on="released_day", edition="cec@2025-09",
    numbers=_FIVE, norms=("s-cec-21-registration",), provisions=(_CODE,), mutations=_FIVE_WAYS, otherwise=FORWARDS,
)  # fmt: skip
def in_five_working_days(f: Registration, n: Term) -> Condition:
    """CEC 21(1)(1): came within five working days after release."""
    return _came(_CODE, "came-in-time-after-release", "released_day", f.released_day, f, n)


@decision(
    "registration-in-time", facts=Registration,
    joins=("registration-in-ten-days", "registration-in-five-days"),
    norms=(*_TEN_NORMS, "s-cec-21-registration"),
)  # fmt: skip
def in_time(f: Registration) -> Condition:
    """Did the person come in time? Released from an institution: five working days; others: ten days."""
    return choose(
        because(_CODE, "released-from-institution", is_true(f.released), "released"),
        lambda: use("registration-in-five-days", f),
        lambda: use("registration-in-ten-days", f),
    )
