"""What periods are made of: units, terms, pauses, counted days, readings, and the fault of a bad one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """What a period is counted in; `DAYS_24H` is тәулік."""

    HOURS = "hours"
    DAYS_24H = "days-24h"
    CALENDAR_DAYS = "calendar-days"
    WORKING_DAYS = "working-days"
    MONTHS = "months"
    YEARS = "years"


BY_NUMBER = (Unit.MONTHS, Unit.YEARS)
BY_CLOCK = (Unit.HOURS, Unit.DAYS_24H)


class Why(StrEnum):
    """Why a day of a walk is counted or passed over."""

    EVENT = "event"
    COUNTED = "counted"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PAUSED = "paused"
    MOVED = "moved"
    HAND_OVER = "hand-over"


class PeriodFault(ValueError):
    """A period that cannot be counted: `key` names the fault, `field` the argument it came in."""

    def __init__(self, key: str, field: str) -> None:
        self.key = key
        self.field = field
        super().__init__(f"{field}: {key}")


@dataclass(frozen=True, slots=True)
class Counted:
    """A day of a walk: its number if it counts, why, and the Kazakh reason where a day off is passed over."""

    day: date
    number: int | None
    why: Why
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A day and the conventions read the other way to get it; none for the reading we take."""

    day: date
    conventions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """A period stands still from `from_day` to the day before `until_day`; None while not resumed (C14)."""

    from_day: date
    until_day: date | None

    def __post_init__(self) -> None:
        if self.until_day is not None and self.until_day <= self.from_day:
            raise PeriodFault("end-before-start", "until_day")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a punishment or of control: the day it starts and its length."""

    start: date
    count: int
    unit: Unit
