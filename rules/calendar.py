"""Working days and days off of Kazakhstan by table, for the years the table holds and no others."""

import csv
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("calendar.csv")
COLUMNS = ["year", "day", "off", "reason", "decree", "certainty"]
SATURDAY, SUNDAY = 5, 6
WEEKEND = {SATURDAY: "Сенбі", SUNDAY: "Жексенбі"}
# in the reason of every day off that stands in for another
TRANSFERRED = "уыстырыл"
ONE_DAY = timedelta(days=1)


class Certainty(StrEnum):
    """How sure the table is: `certain` by an act, or `estimated` until an act is seen."""

    CERTAIN = "certain"
    ESTIMATED = "estimated"


class YearNotHeld(LookupError):
    """The table has no rows for a year, so no working day of it can be named."""

    def __init__(self, year: int, held: Iterable[int]) -> None:
        self.year = year
        self.held = tuple(sorted(held))
        super().__init__(f"{year}: the calendar holds the years {self.held[0]}-{self.held[-1]} only")


class CalendarFault(ValueError):
    """A row of the table that cannot be read; names the line, what was found and what was meant."""

    def __init__(self, line: int, found: str, meant: str) -> None:
        self.line = line
        self.found = found
        self.meant = meant
        super().__init__(f"calendar.csv, line {line}: found {found!r}, expected {meant}")


@dataclass(frozen=True, slots=True)
class Row:
    """A holiday, a moved day off, a day worked instead of one, or (`day` is None) a note on its whole year.

    `decree` is the act or order that says so, empty where it is not known to us.
    """

    year: int
    day: date | None
    working: bool
    reason: str
    decree: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Table:
    """The rows by day, the notes on years, and every working day in order."""

    rows: dict[date, Row]
    notes: dict[int, Row]
    years: frozenset[int]
    working: tuple[date, ...]
    working_set: frozenset[date]
    fingerprint: str


def years_held() -> tuple[int, ...]:
    """The years of the table, oldest first."""
    return tuple(sorted(_table().years))


def row(day: date) -> Row | None:
    """What the table says of this day; None for an ordinary day of the week. Error: `YearNotHeld`."""
    return _held(day).rows.get(day)


def is_working(day: date) -> bool:
    """Is this a working day of the five-day week (convention C5)? Error: `YearNotHeld`."""
    return day in _held(day).working_set


def why_off(day: date) -> str | None:
    """Why the day is off, in Kazakh (holiday or weekday); None if it is worked. Error: `YearNotHeld`."""
    if is_working(day):
        return None
    said = row(day)
    return said.reason if said else WEEKEND[day.weekday()]


def is_transferred(day: date) -> bool:
    """Is the day off, or worked, instead of another day? Error: `YearNotHeld`."""
    said = row(day)
    return said is not None and (said.working or TRANSFERRED in said.reason)


def certainty(day_from: date, day_to: date) -> Certainty:
    """`estimated` when anything between two days, both included, is an estimate. Error: `YearNotHeld`."""
    return Certainty.ESTIMATED if doubts(day_from, day_to) else Certainty.CERTAIN


def doubts(day_from: date, day_to: date) -> tuple[Row, ...]:
    """The estimated rows between two days, both included: notes on the years first, then single days.

    Errors: `YearNotHeld`; ValueError when the days stand in the wrong order.
    """
    if day_to < day_from:
        raise ValueError(f"{day_to} is before {day_from}")
    _held(day_from)
    table = _held(day_to)
    notes = [note for year, note in sorted(table.notes.items()) if day_from.year <= year <= day_to.year]
    single = [said for day, said in sorted(table.rows.items()) if day_from <= day <= day_to]
    return tuple(said for said in [*notes, *single] if said.certainty is Certainty.ESTIMATED)


def working_day_after(day: date, count: int) -> date:
    """The `count`-th working day (from 1) after `day`, itself never counted. Error: `YearNotHeld`."""
    table = _held(day)
    place = bisect_right(table.working, day) + _positive(count) - 1
    if place >= len(table.working):
        raise YearNotHeld(max(table.years) + 1, table.years)
    return table.working[place]


def working_day_before(day: date, count: int) -> date:
    """The `count`-th working day (from 1) before `day`, itself never counted. Error: `YearNotHeld`."""
    table = _held(day)
    place = bisect_left(table.working, day) - _positive(count)
    if place < 0:
        raise YearNotHeld(min(table.years) - 1, table.years)
    return table.working[place]


def working_days_between(after: date, until: date) -> int:
    """Working days after `after` up to and with `until`. Errors: `YearNotHeld`; ValueError if reversed."""
    if until < after:
        raise ValueError(f"{until} is before {after}")
    _held(after)
    working = _held(until).working
    return bisect_right(working, until) - bisect_right(working, after)


def fingerprint() -> str:
    """SHA-256 of the table as it was read; changes with any row."""
    return _table().fingerprint


def _held(day: date) -> Table:
    table = _table()
    if day.year not in table.years:
        raise YearNotHeld(day.year, table.years)
    return table


def _positive(count: int) -> int:
    if count < 1:
        raise ValueError(f"{count} working days: count from 1")
    return count


@cache
def _table() -> Table:
    data = TABLE.read_bytes()
    lines = list(csv.reader(data.decode("utf-8").splitlines()))
    if lines[0] != COLUMNS:
        raise CalendarFault(1, ",".join(lines[0]), ",".join(COLUMNS))
    rows = [_read(number, line) for number, line in enumerate(lines[1:], start=2)]
    return _arranged(rows, hashlib.sha256(data).hexdigest())


def _arranged(rows: list[Row], mark: str) -> Table:
    by_day: dict[date, Row] = {}
    notes: dict[int, Row] = {}
    for number, said in enumerate(rows, start=2):
        if said.day in by_day or (said.day is None and said.year in notes):
            raise CalendarFault(number, str(said.day or said.year), "one row for one day")
        if said.day is None:
            notes[said.year] = said
        else:
            by_day[said.day] = said
    years = frozenset(said.year for said in rows)
    # A gap would make the count of working days jump silently over a year.
    if len(years) != max(years) - min(years) + 1:
        raise CalendarFault(1, str(sorted(years)), "years without a gap")
    working = tuple(day for day in _days_of(years) if _works(day, by_day))
    return Table(by_day, notes, years, working, frozenset(working), mark)


def _days_of(years: frozenset[int]) -> Iterator[date]:
    day, end = date(min(years), 1, 1), date(max(years), 12, 31)
    while day <= end:
        yield day
        day += ONE_DAY


def _works(day: date, rows: dict[date, Row]) -> bool:
    said = rows.get(day)
    return said.working if said else day.weekday() < SATURDAY


def _read(number: int, line: list[str]) -> Row:
    if len(line) != len(COLUMNS):
        raise CalendarFault(number, ",".join(line), f"{len(COLUMNS)} columns")
    year, day, off, reason, decree, sure = line
    if off not in (("off", "working") if day else ("",)):
        raise CalendarFault(number, off, "off or working, or nothing in a note on a year")
    if sure not in tuple(Certainty):
        raise CalendarFault(number, sure, "certain or estimated")
    if not reason:
        raise CalendarFault(number, reason, "a reason")
    if day and day[:4] != year:
        raise CalendarFault(number, day, f"a day of {year}")
    try:
        when = date.fromisoformat(day) if day else None
        return Row(int(year), when, off == "working", reason, decree, Certainty(sure))
    except ValueError:
        raise CalendarFault(number, f"{year},{day}", "a year and a day as YYYY-MM-DD") from None
