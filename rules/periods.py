"""Counting of periods by the law: days, working days, months, years, forwards, backwards, with pauses."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Literal

from rules.calendar import ONE_DAY, is_working, row, why_off, working_day_after, working_day_before
from rules.moments import ALMATY as ALMATY
from rules.moments import moment_after as moment_after
from rules.moments import moment_before as moment_before
from rules.units import BY_NUMBER as BY_NUMBER
from rules.units import Counted as Counted
from rules.units import Pause as Pause
from rules.units import PeriodFault as PeriodFault
from rules.units import Reading as Reading
from rules.units import Term as Term
from rules.units import Unit as Unit
from rules.units import Why as Why

Reached = Literal["birthday", "day-after"]


def last_day(
    start: date, count: int, unit: Unit, *, counts_first: bool = False, moves_off_day: bool = False
) -> date:
    """The last day of a period of `count` units from the event on `start` (C1, C2, C4, C11).

    `counts_first`: the day of the event is day one. `moves_off_day`: a last day off moves to the next working
    day. Errors: `PeriodFault`; `YearNotHeld` where the calendar is needed and does not reach.
    """
    _check(count, unit, counts_first)
    try:
        end = _end(start, count, unit, counts_first)
    except OverflowError:
        raise PeriodFault("too-far", "count") from None
    return working_day_after(end, 1) if moves_off_day and not is_working(end) else end


def before(
    event: date, count: int, unit: Unit, *, counts_hand_over_day: bool = False, on_working_day: bool = False,
    full_months: bool = False,
) -> date:  # fmt: skip
    """The last day on which an act still stands at least `count` units (from 1) before `event` (C6).

    Neither the day of the act nor that of the event counts; `counts_hand_over_day` counts the former. The day
    may be a day off; `on_working_day` takes the working day not after it. Months and years: the same number
    that many months back (C11); `full_months` takes the day before it (C18). Errors: `PeriodFault`, `YearNotHeld`.
    """
    _check(count, unit, counts_first=True)
    try:
        day = _back(event, count, unit, counts_hand_over_day) - ONE_DAY * (full_months and unit in BY_NUMBER)
    except OverflowError:
        raise PeriodFault("too-far", "count") from None
    return working_day_before(day, 1) if on_working_day and not is_working(day) else day


def readings(start: date, count: int, unit: Unit) -> tuple[Reading, ...]:
    """Every last day the conventions C1 and C2 allow, ours first; a day reached before is not repeated."""
    found = {last_day(start, count, unit): Reading(last_day(start, count, unit))}
    for first, moves in ((True, False), (False, True), (True, True)):
        if first and count == 0:
            continue
        day = last_day(start, count, unit, counts_first=first, moves_off_day=moves)
        found.setdefault(day, Reading(day, ("C1",) * first + ("C2",) * moves))
    return tuple(found.values())


def readings_before(event: date, count: int, unit: Unit) -> tuple[Reading, ...]:
    """The last day before an event in both readings of C6, ours first; one reading where they agree."""
    ours, other = (before(event, count, unit, counts_hand_over_day=counts) for counts in (False, True))
    return (Reading(ours),) if ours == other else (Reading(ours), Reading(other, ("C6",)))


def walk(
    start: date,
    count: int,
    unit: Unit,
    *,
    counts_first: bool = False,
    moves_off_day: bool = False,
    pauses: Sequence[Pause] = (),
) -> tuple[Counted, ...]:
    """`last_day` day by day, the last one at the end; months and years step by their borders, not by days.

    Errors: `PeriodFault`, also for a pause without an end and for pauses in months or years (`suspended`).
    """
    _check(count, unit, counts_first)
    steps = [] if counts_first else [Counted(start, None, Why.EVENT)]
    if unit in BY_NUMBER:
        if pauses:
            raise PeriodFault("pauses-need-days", "pauses")
        borders = [_end(start, number, unit, counts_first) for number in range(1, count + 1)]
        steps += [Counted(day, number, Why.COUNTED) for number, day in enumerate(borders, start=1)]
    else:
        steps += _daily(start if counts_first else start + ONE_DAY, count, unit, _in_order(start, pauses))
    return tuple(steps + _moved(steps[-1].day) if moves_off_day else steps)


def walk_back(
    event: date, count: int, unit: Unit, *, counts_hand_over_day: bool = False
) -> tuple[Counted, ...]:
    """`before` day by day backwards from the event, the day of the act at the end; no months or years."""
    _check(count, unit, counts_first=True)
    if unit in BY_NUMBER:
        raise PeriodFault("needs-days", "unit")
    steps = [Counted(event, None, Why.EVENT)]
    number = 0
    while number < count:
        steps.append(_judged(steps[-1].day - ONE_DAY, number + 1, unit, ()))
        number = steps[-1].number or number
    if not counts_hand_over_day:
        steps.append(Counted(steps[-1].day - ONE_DAY, None, Why.HAND_OVER))
    return tuple(steps)


def suspended(term: Term, pauses: Sequence[Pause], *, counts_first: bool = False) -> date | None:
    """The last day of a term that stood still during `pauses` (C14); None while a pause has no end.

    A pause that begins after the term has run out changes nothing. Errors: `PeriodFault` for pauses that
    overlap or begin before the term; `YearNotHeld`.
    """
    end = last_day(term.start, term.count, term.unit, counts_first=counts_first)
    first = term.start if counts_first else term.start + ONE_DAY
    for pause in _in_order(term.start, pauses):
        if pause.from_day > end or (pause.until_day and pause.until_day <= first):
            continue
        if pause.until_day is None:
            return None
        begun = max(pause.from_day, first)
        if term.unit is Unit.WORKING_DAYS:
            end = _resumed(pause, begun, end)
        else:
            end += pause.until_day - begun
    return end


def share_of(term: Term, share: Fraction, *, by_days: bool = False, counts_first: bool = False) -> date:
    """The day on which at least this share of a term has run: 1 year 8 months for a third of 5 years (C12).

    Whole months go by their number; a part of a month is rounded up to whole days. `by_days` takes the share
    of all the days of the term instead, `counts_first` the day of the event as day one (C1). Errors: `PeriodFault`
    for a share outside 0..1, hours, working days.
    """
    _check(term.count, term.unit)
    if not 0 <= share <= 1:
        raise PeriodFault("not-a-share", "share")
    if term.unit is Unit.WORKING_DAYS:
        raise PeriodFault("no-share-of-working-days", "unit")
    if by_days or term.unit not in BY_NUMBER:
        end = last_day(term.start, term.count, term.unit, counts_first=counts_first)
        return term.start + timedelta(days=ceil(((end - term.start).days + counts_first) * share) - counts_first)
    part = _months(term.count, term.unit) * share
    whole = months_on(term.start, int(part))
    rest = months_on(term.start, int(part) + 1) - whole
    day = whole + timedelta(days=ceil(rest.days * (part - int(part))))
    # Where the number is missing the last day of the month is already the day before it, as for a whole term.
    return day - ONE_DAY if counts_first and whole.day == term.start.day else day


def half_of(term: Term, *, by_days: bool = False) -> date:
    """The day on which half of a term has run (C12); see `share_of`."""
    return share_of(term, Fraction(1, 2), by_days=by_days)


def release_day(term: Term) -> date:
    """The day of release from arrest or imprisonment: Criminal-Executive Code art. 165, edition 16.09.2025.

    The day before the calendar date on which the term began; from a day off it moves back to the working day
    before (read so of several days off in a row). Errors: `PeriodFault`, `YearNotHeld`.
    """
    end = last_day(term.start, term.count, term.unit, counts_first=True)
    return end if is_working(end) else working_day_before(end, 1)


def in_force_from(published: date, days: int = 10) -> date:
    """First day of force "after `days` calendar days" from first official publication (C10): +11 for ten."""
    return last_day(published, days, Unit.CALENDAR_DAYS) + ONE_DAY


def reaches(born: date, years: int, *, reached: Reached = "birthday") -> date:
    """The day a person reaches `years` (C3); born on 29 February: the 28th in a common year (C13)."""
    if reached not in ("birthday", "day-after"):
        raise PeriodFault("unknown-reading", "reached")
    birthday = last_day(born, years, Unit.YEARS)
    return birthday if reached == "birthday" or years == 0 else birthday + ONE_DAY


def age_on(born: date, day: date, *, reached: Reached = "birthday") -> int:
    """Full years of a person on a day (C3, C13). Error: `PeriodFault` for a day before the birth."""
    if day < born:
        raise PeriodFault("day-before-birth", "day")
    years = day.year - born.year
    return years if reaches(born, years, reached=reached) <= day else years - 1


def readings_of_age(born: date, years: int) -> tuple[Reading, Reading]:
    """The day an age is reached in both readings of C3, ours first."""
    return Reading(reaches(born, years)), Reading(reaches(born, years, reached="day-after"), ("C3",))


def months_on(day: date, months: int) -> date:
    """The same number so many months on or back, the last day of the month where it is missing (C11)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise PeriodFault("too-far", "count")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _check(count: int, unit: Unit, counts_first: bool = False) -> None:
    if count < 0:
        raise PeriodFault("negative", "count")
    if count == 0 and counts_first:
        raise PeriodFault("empty-period", "count")
    if unit is Unit.HOURS:
        raise PeriodFault("needs-moment", "unit")


def _months(count: int, unit: Unit) -> int:
    return count * 12 if unit is Unit.YEARS else count


def _end(start: date, count: int, unit: Unit, counts_first: bool) -> date:
    if unit in BY_NUMBER:
        end = months_on(start, _months(count, unit))
        # Where the number is missing the last day of the month is already the day before it.
        return end - ONE_DAY if counts_first and end.day == start.day else end
    if unit is not Unit.WORKING_DAYS:
        return start + timedelta(days=count - counts_first)
    left = count - (counts_first and is_working(start))
    return working_day_after(start, left) if left else start


def _back(event: date, count: int, unit: Unit, counts_hand_over_day: bool) -> date:
    if unit in BY_NUMBER:
        return months_on(event, -_months(count, unit))
    by_table = unit is Unit.WORKING_DAYS
    first = working_day_before(event, count) if by_table else event - timedelta(days=count)
    return first if counts_hand_over_day else first - ONE_DAY


def _daily(day: date, count: int, unit: Unit, pauses: Sequence[Pause]) -> list[Counted]:
    steps: list[Counted] = []
    number = 0
    while number < count:
        steps.append(_judged(day, number + 1, unit, pauses))
        number = steps[-1].number or number
        day += ONE_DAY
    return steps


def _judged(day: date, number: int, unit: Unit, pauses: Sequence[Pause]) -> Counted:
    for pause in pauses:
        if pause.until_day is None and pause.from_day <= day:
            raise PeriodFault("not-resumed", "pauses")
        if pause.until_day and pause.from_day <= day < pause.until_day:
            return Counted(day, None, Why.PAUSED)
    if unit is not Unit.WORKING_DAYS or is_working(day):
        return Counted(day, number, Why.COUNTED)
    return _passed(day)


def _passed(day: date) -> Counted:
    return Counted(day, None, Why.HOLIDAY if row(day) else Why.WEEKEND, why_off(day))


def _moved(end: date) -> list[Counted]:
    steps: list[Counted] = []
    while not is_working(end):
        end += ONE_DAY
        steps.append(Counted(end, None, Why.MOVED) if is_working(end) else _passed(end))
    return steps


def _in_order(start: date, pauses: Sequence[Pause]) -> list[Pause]:
    ordered = sorted(pauses, key=lambda pause: pause.from_day)
    if ordered and ordered[0].from_day < start:
        raise PeriodFault("pause-before-start", "pauses")
    for earlier, later in pairwise(ordered):
        if earlier.until_day is None or later.from_day < earlier.until_day:
            raise PeriodFault("pauses-overlap", "pauses")
    return ordered


def _resumed(pause: Pause, begun: date, end: date) -> date:
    """The end pushed on by the working days that were still to run when the pause began."""
    assert pause.until_day is not None
    left = sum(is_working(begun + timedelta(days=n)) for n in range((end - begun).days + 1))
    return working_day_after(pause.until_day - ONE_DAY, left) if left else end
