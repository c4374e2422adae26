"""Periods in hours and 24-hour days (тәулік), counted from a moment in Asia/Almaty."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.calendar import ONE_DAY, is_working
from rules.units import BY_CLOCK, PeriodFault, Unit

ALMATY = ZoneInfo("Asia/Almaty")


def moment_after(start: datetime, count: int, unit: Unit, *, skips_days_off: bool = False) -> datetime:
    """The moment `count` hours or 24-hour days after `start`, in Asia/Almaty, by time really passed (C15).

    `skips_days_off`: the clock stands still on days off, from midnight to midnight. Errors: `PeriodFault` for
    a moment without a zone and for other units; `YearNotHeld`.
    """
    now, left = _clock(start, count, unit)
    while skips_days_off and left:
        today = now.astimezone(ALMATY).date()
        midnight = datetime.combine(today + ONE_DAY, time(), ALMATY).astimezone(UTC)
        if is_working(today):
            if left <= midnight - now:
                break
            left -= midnight - now
        now = midnight
    return (now + left).astimezone(ALMATY)


def moment_before(event: datetime, count: int, unit: Unit) -> datetime:
    """The moment `count` hours or 24-hour days before `event`, in Asia/Almaty (C15). Error: `PeriodFault`."""
    now, length = _clock(event, count, unit)
    return (now - length).astimezone(ALMATY)


def _clock(start: datetime, count: int, unit: Unit) -> tuple[datetime, timedelta]:
    if count < 0:
        raise PeriodFault("negative", "count")
    if unit not in BY_CLOCK:
        raise PeriodFault("needs-days", "unit")
    if start.tzinfo is None:
        raise PeriodFault("no-zone", "start")
    return start.astimezone(UTC), timedelta(hours=count * (24 if unit is Unit.DAYS_24H else 1))
