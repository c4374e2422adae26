"""Counting along a term day by day: for a rule whose unit and length are known, each day with why it counts or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Any

from rules.calendar import ONE_DAY, YearNotHeld, is_transferred, is_working, row, why_off
from rules.findings import evaluate
from rules.periods import before, last_day, months_on, walk
from rules.registry import EventDayMissing, Rule, find, version_on
from rules.truth import UNKNOWN
from rules.units import BY_NUMBER, Counted, PeriodFault, Unit, Why


class Reason(StrEnum):
    """Why a day counts, is passed over, or is the last one; `NAMED`: the norm itself counts from the day after."""

    EVENT = "event"
    NAMED = "named"
    COUNTED = "counted"
    WORKED = "worked"
    DAY_OFF = "day-off"
    HOLIDAY = "holiday"
    TRANSFERRED = "transferred"
    MOVED = "moved"
    MOVED_BACK = "moved-back"
    SHORT_MONTH = "short-month"
    FULL_MONTH = "full-month"
    HAND_OVER = "hand-over"
    SAME_DAY = "same-day"


# the numbered convention that a day of each kind rests on; a counted day rests on the provision of the term
GROUNDS = {
    Reason.EVENT: "C1", Reason.WORKED: "C5", Reason.DAY_OFF: "C5", Reason.HOLIDAY: "C5", Reason.TRANSFERRED: "C5",
    Reason.MOVED: "C2", Reason.MOVED_BACK: "C6", Reason.SHORT_MONTH: "C11", Reason.FULL_MONTH: "C18",
    Reason.HAND_OVER: "C6", Reason.SAME_DAY: "C16",
}  # fmt: skip
_LENGTHS = ("length", "days", "count")


@dataclass(frozen=True, slots=True)
class Mark:
    """One day of a count: its number if it counts, why, what the calendar calls it (Kazakh), and the convention."""

    day: date
    number: int | None
    reason: Reason
    name: str = ""

    @property
    def ground(self) -> str:
        """The convention the day rests on; empty where the provision of the term alone decides."""
        return GROUNDS.get(self.reason, "")


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is and how its first and last day count, as a rule's numbers say it."""

    count: int
    unit: Unit
    back: bool = False
    counts_first: bool = False
    moves_off_day: bool = False
    counts_hand_over_day: bool = False
    on_working_day: bool = False
    full_months: bool = False
    from_next_day: bool = False


def count_of(rule_id: str, facts: Any, reading: str = "") -> tuple[Mark, ...]:
    """The days from the event to the last day that the rule gives, the last one at the end.

    `reading` is the convention under which the rule gives another day (as in the readings of a finding). Empty where
    the rule cannot be counted along: no unit and length, or its day does not follow from them alone.
    """
    found = find(rule_id)
    finding = evaluate(rule_id, facts)
    wanted = next((value for value, ground in finding.readings if reading and ground == reading), finding.value)
    event = getattr(facts, found.on, UNKNOWN) if found.on else UNKNOWN
    if found.value != "day" or not isinstance(event, date) or not isinstance(wanted, date):
        return ()
    for length in _lengths(found, event, reading):
        with suppress(PeriodFault, YearNotHeld):
            marks = counted(event, length)
            if marks[-1].day == wanted:
                return marks
    return ()


def _lengths(found: Rule, event: date, reading: str) -> Iterator[Length]:
    """The numbers of the version that applies, read the way asked for, forwards and back: the rule's day says which."""
    try:
        numbers = version_on(found, event).numbers
    except (LookupError, EventDayMissing):
        return
    ways = [dict(way.changes) for way in found.otherwise if way.name == reading] if reading else [{}]
    name = next((name for name in _LENGTHS if name in getattr(numbers, "_fields", ())), "")
    if not name or not isinstance(getattr(numbers, "unit", None), Unit):
        return
    for way, back in product(ways, (False, True)):
        broken = numbers._replace(**way)
        unit = broken.unit
        yield Length(
            getattr(broken, name), unit, back, getattr(broken, "counts_first", False),
            getattr(broken, "moves_off_day", False), getattr(broken, "counts_hand_over_day", False),
            getattr(broken, "on_working_day", unit is Unit.WORKING_DAYS), getattr(broken, "full_months", False),
            getattr(broken, "from_next_day", False),
        )  # fmt: skip


def counted(event: date, length: Length) -> tuple[Mark, ...]:
    """The days of this length from (or back from) the event. Errors: `PeriodFault`, `YearNotHeld`."""
    if length.count == 0:
        return (Mark(event, None, Reason.SAME_DAY),)
    if length.unit in BY_NUMBER:
        marks = _by_months(event, length)
    elif length.back:
        marks = _backwards(event, length)
    else:
        walked = walk(event, length.count, length.unit, counts_first=length.counts_first)
        marks = [_mark(one, length.unit) for one in walked]
        if length.from_next_day and marks[0].reason is Reason.EVENT:
            marks[0] = replace(marks[0], reason=Reason.NAMED)
    return _moved(marks, length)


def _mark(one: Counted, unit: Unit) -> Mark:
    if one.why is Why.COUNTED:
        worked = unit is Unit.WORKING_DAYS and row(one.day) is not None
        return Mark(one.day, one.number, Reason.WORKED if worked else Reason.COUNTED, _name(one.day) if worked else "")
    return Mark(one.day, None, Reason.EVENT) if one.why is Why.EVENT else _off(one.day)


def _name(day: date) -> str:
    said = row(day)
    return said.reason if said else ""


def _off(day: date) -> Mark:
    said = row(day)
    if said is None:
        return Mark(day, None, Reason.DAY_OFF, why_off(day) or "")
    reason = Reason.TRANSFERRED if is_transferred(day) else Reason.HOLIDAY
    return Mark(day, None, reason, said.reason)


def _by_months(event: date, length: Length) -> list[Mark]:
    """First and last day alone: the number of the event in the last month, or its last day where that is missing."""
    if length.back:
        last = before(event, length.count, length.unit)
    else:
        last = last_day(event, length.count, length.unit, counts_first=length.counts_first)
    months = length.count * (12 if length.unit is Unit.YEARS else 1) * (-1 if length.back else 1)
    short = months_on(event, months).day != event.day
    marks = [Mark(event, None, Reason.EVENT), Mark(last, length.count, Reason.SHORT_MONTH if short else Reason.COUNTED)]
    return [*marks, Mark(last - ONE_DAY, None, Reason.FULL_MONTH)] if length.full_months else marks


def _backwards(event: date, length: Length) -> list[Mark]:
    marks, number, day = [Mark(event, None, Reason.EVENT)], 0, event
    while number < length.count:
        day -= ONE_DAY
        if length.unit is not Unit.WORKING_DAYS or is_working(day):
            number += 1
            marks.append(_mark(Counted(day, number, Why.COUNTED), length.unit))
        else:
            marks.append(_off(day))
    return marks if length.counts_hand_over_day else [*marks, Mark(day - ONE_DAY, None, Reason.HAND_OVER)]


def _moved(marks: Sequence[Mark], length: Length) -> tuple[Mark, ...]:
    """Where the last day is off: from it to the working day after it, or before it where the count runs back."""
    *first, last = marks
    moves = length.on_working_day if length.back else length.moves_off_day
    if not moves or is_working(last.day):
        return tuple(marks)
    way = -ONE_DAY if length.back else ONE_DAY
    passed, end = [replace(last, name=why_off(last.day) or "")], last.day + way
    while not is_working(end):
        passed.append(_off(end))
        end += way
    return (*first, *passed, Mark(end, None, Reason.MOVED_BACK if length.back else Reason.MOVED))
