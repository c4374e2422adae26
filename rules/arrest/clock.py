"""Terms of one 24-hour day that stand still on days off: seized valuables and letters (paras 20 and 50)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from rules.calendar import working_day_after
from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.periods import ALMATY, Unit, moment_after
from rules.registry import Mutation, Otherwise, rule
from rules.truth import UNKNOWN, Maybe, Unknown, known

EDITION = "order-504@736"
_OURS = date(2026, 1, 16)


def _starts(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.done_day, Unknown):
        return (_OURS, _OURS + timedelta(days=3))
    return tuple(facts.done_day - timedelta(days=gap) for gap in (0, 1, 2, 3, 4, 5, 12))


def _dones(facts: Any) -> tuple[date, ...]:
    start = _OURS if isinstance(facts.start_day, Unknown) else facts.start_day
    return tuple(start + timedelta(days=gap) for gap in (0, 1, 2, 3, 4, 5, 12))


@facts_class("arrest-clock")
class Clock:
    """A term in hours: day and full hour at which it began, and those at which the thing was done."""

    start_day: Maybe[date] = fact("day", near=_starts)
    start_hour: Maybe[int] = fact("count", least=0, most=23, borders=(0, 12, 23))
    done_day: Maybe[date] = fact("day", near=_dones)
    done_hour: Maybe[int] = fact("count", least=0, most=23, borders=(0, 12, 23))


class Within(NamedTuple):
    """How many hours, whether the clock stands still on days off, and whether the last working day counts whole."""

    hours: int = 24
    skips_days_off: bool = True
    whole_day: bool = False


_TO_ITS_END = (Otherwise("C19", {"whole_day": True}),)


_WAYS = (
    Mutation("days-off-counted", "exception ignored", {"skips_days_off": False}),
    Mutation("two-days", "border off by one", {"hours": 48}),
    Mutation("three-days", "neighbouring list", {"hours": 72}),
)


def _at(day: Maybe[date], hour: Maybe[int]) -> Maybe[datetime]:
    if isinstance(day, Unknown) or isinstance(hour, Unknown):
        return UNKNOWN
    return datetime.combine(day, time(hour), ALMATY)


def _last(start: datetime, n: Within) -> datetime:
    """The last moment: so many hours of working days, or the end of the next working day (C19)."""
    if n.whole_day:
        return datetime.combine(working_day_after(start.date(), 1) + timedelta(days=1), time(), ALMATY)
    return moment_after(start, n.hours, Unit.HOURS, skips_days_off=n.skips_days_off)


def _in_time(where: str, sentence: str, f: Clock, n: Within) -> Condition:
    start, done = _at(f.start_day, f.start_hour), _at(f.done_day, f.done_hour)
    last: Maybe[datetime] = UNKNOWN
    if not isinstance(start, Unknown):
        last = _last(start, n)
    late: Maybe[timedelta] = UNKNOWN
    if not isinstance(last, Unknown) and not isinstance(done, Unknown):
        late = done - last
    return because(
        where, sentence, known(late, lambda over: over <= timedelta()), *(spec.name for spec in f.SPECS),  # type: ignore[attr-defined]
        convention="C19", last=last, done=done,
    )  # fmt: skip


@rule(
    "arrest-valuables-in-time", facts=Clock, on="start_day", edition=EDITION, numbers=Within(),
    norms=("seized-money-handover-24h",), provisions=("order-504/20",), mutations=_WAYS, otherwise=_TO_ITS_END,
)  # fmt: skip
def valuables_in_time(f: Clock, n: Within) -> Condition:
    """Para 20: seized money and valuables reach the checking employee within 24 hours without days off."""
    return _in_time("order-504/20", "arrest-valuables-passed", f, n)


@rule(
    "arrest-letters-in-time", facts=Clock, on="start_day", edition=EDITION, numbers=Within(),
    norms=("correspondence-forward-24h",), provisions=("order-504/50",), mutations=_WAYS, otherwise=_TO_ITS_END,
)  # fmt: skip
def letters_in_time(f: Clock, n: Within) -> Condition:
    """Para 50: letters and applications are sent on within 24 hours without days off."""
    return _in_time("order-504/50", "arrest-letters-passed", f, n)
