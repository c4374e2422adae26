"""Periods against a count by hand, day after day on a table read apart, and at their borders."""

import csv
import tomllib
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import periods
from rules.calendar import YearNotHeld
from rules.periods import Pause, PeriodFault, Term, Unit, Why

RULES = Path(periods.__file__).parent
DAY = timedelta(days=1)
CALENDAR, WORKING, MONTHS, YEARS = Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS
DAYS = st.dates(date(2015, 6, 1), date(2026, 6, 1))
COUNTS = st.integers(1, 60)
DAY_UNITS = st.sampled_from([CALENDAR, WORKING, Unit.DAYS_24H])
NUMBERED = st.sampled_from([MONTHS, YEARS])

with (RULES / "calendar.csv").open(encoding="utf-8", newline="") as file:
    ROWS = {r["day"]: r["off"] for r in csv.DictReader(file) if r["day"]}


def worked(day: date) -> bool:
    return ROWS.get(day.isoformat(), "off" if day.isoweekday() > 5 else "working") == "working"


def almaty(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=periods.ALMATY)  # type: ignore[misc,arg-type]


def by_hand(start: date, count: int, unit: Unit, first: bool, moves: bool) -> date:
    """The last day the slow way: one day at a time."""
    day, seen = start, 0
    if first and (unit is not WORKING or worked(day)):
        seen = 1
    while seen < count:
        day += DAY
        seen += unit is not WORKING or worked(day)
    while moves and not worked(day):
        day += DAY
    return day


@given(DAYS, COUNTS, DAY_UNITS, st.booleans(), st.booleans())
def test_the_last_day_is_the_one_counted_by_hand(
    start: date, count: int, unit: Unit, first: bool, moves: bool
) -> None:
    found = periods.last_day(start, count, unit, counts_first=first, moves_off_day=moves)
    assert found == by_hand(start, count, unit, first, moves)


@given(DAYS, COUNTS, DAY_UNITS, st.booleans(), st.booleans())
def test_a_walk_ends_on_the_last_day_and_numbers_every_unit_once(
    start: date, count: int, unit: Unit, first: bool, moves: bool
) -> None:
    steps = periods.walk(start, count, unit, counts_first=first, moves_off_day=moves)
    assert steps[-1].day == periods.last_day(start, count, unit, counts_first=first, moves_off_day=moves)
    assert [s.number for s in steps if s.number] == list(range(1, count + 1))
    assert [s.day for s in steps] == [start + n * DAY for n in range(len(steps))]
    assert all((s.number is not None) == (s.why is Why.COUNTED) for s in steps)


@given(DAYS, st.integers(1, 24), NUMBERED, st.booleans())
def test_a_walk_in_months_or_years_ends_on_the_last_day(
    start: date, count: int, unit: Unit, first: bool
) -> None:
    steps = periods.walk(start, count, unit, counts_first=first)
    assert steps[-1].day == periods.last_day(start, count, unit, counts_first=first)
    assert steps[-1].number == count


@given(DAYS, COUNTS, st.sampled_from([CALENDAR, WORKING, MONTHS]), st.booleans())
def test_a_longer_period_and_a_later_start_never_end_earlier(
    start: date, count: int, unit: Unit, first: bool
) -> None:
    end = periods.last_day(start, count, unit, counts_first=first)
    assert periods.last_day(start, count + 1, unit, counts_first=first) > end
    assert periods.last_day(start + DAY, count, unit, counts_first=first) >= end


@given(DAYS, COUNTS, DAY_UNITS)
def test_counting_the_first_day_never_ends_later(start: date, count: int, unit: Unit) -> None:
    with_first = periods.last_day(start, count, unit, counts_first=True)
    assert with_first <= periods.last_day(start, count, unit)


@given(DAYS, COUNTS)
def test_24_hour_days_without_a_moment_are_calendar_days(start: date, count: int) -> None:
    assert periods.last_day(start, count, Unit.DAYS_24H) == periods.last_day(start, count, CALENDAR)


@given(DAYS, st.integers(1, 20))
def test_a_year_is_twelve_months(start: date, count: int) -> None:
    assert periods.last_day(start, count, YEARS) == periods.last_day(start, 12 * count, MONTHS)


@given(DAYS, COUNTS, DAY_UNITS, st.booleans())
def test_the_last_day_before_an_event_stands_and_the_next_does_not(
    event: date, count: int, unit: Unit, hand_over: bool
) -> None:
    day = periods.before(event, count, unit, counts_hand_over_day=hand_over)
    assert units_between(day, event, unit, hand_over) >= count
    assert units_between(day + DAY, event, unit, hand_over) < count


def units_between(day: date, event: date, unit: Unit, hand_over: bool) -> int:
    """Units from the day of the act, counted or not, to the day before the event."""
    first = day if hand_over else day + DAY
    return sum(unit is not WORKING or worked(first + n * DAY) for n in range((event - first).days))


@given(DAYS, COUNTS, DAY_UNITS, st.booleans())
def test_walking_back_ends_on_the_day_before_gives(
    event: date, count: int, unit: Unit, hand_over: bool
) -> None:
    steps = periods.walk_back(event, count, unit, counts_hand_over_day=hand_over)
    assert steps[-1].day == periods.before(event, count, unit, counts_hand_over_day=hand_over)
    assert steps[-1].why is (Why.COUNTED if hand_over else Why.HAND_OVER)
    assert [s.number for s in steps if s.number] == list(range(1, count + 1))


def test_a_report_for_a_friday_trial_is_handed_over_by_monday() -> None:
    assert periods.before(date(2025, 11, 14), 3, WORKING) == date(2025, 11, 10)
    assert periods.before(date(2025, 11, 14), 3, WORKING, counts_hand_over_day=True) == date(2025, 11, 11)


def test_a_report_for_a_thursday_trial_may_come_on_sunday_or_on_the_working_friday() -> None:
    assert periods.before(date(2025, 11, 13), 3, WORKING) == date(2025, 11, 9)
    assert periods.before(date(2025, 11, 13), 3, WORKING, on_working_day=True) == date(2025, 11, 7)


def test_both_readings_of_three_working_days_before_are_named() -> None:
    ours, other = periods.readings_before(date(2025, 11, 14), 3, WORKING)
    assert (ours.day, ours.conventions) == (date(2025, 11, 10), ())
    assert (other.day, other.conventions) == (date(2025, 11, 11), ("C6",))


@pytest.mark.parametrize(
    "start, count, unit, end",
    [
        ("2025-01-31", 1, MONTHS, "2025-02-28"),
        ("2024-01-31", 1, MONTHS, "2024-02-29"),
        ("2025-08-31", 6, MONTHS, "2026-02-28"),
        ("2024-02-29", 1, YEARS, "2025-02-28"),
        ("2024-02-29", 4, YEARS, "2028-02-29"),
        ("2025-12-15", 1, MONTHS, "2026-01-15"),
        ("2024-02-27", 3, CALENDAR, "2024-03-01"),
        ("2025-02-27", 3, CALENDAR, "2025-03-02"),
        # Nauryz 2025: Friday 21 to Tuesday 25 March are off.
        ("2025-03-20", 1, WORKING, "2025-03-26"),
        ("2025-03-19", 3, WORKING, "2025-03-27"),
        # Republic Day 2025: Saturday 25 October moves to Monday 27.
        ("2025-10-24", 1, WORKING, "2025-10-28"),
        ("2025-10-22", 3, WORKING, "2025-10-28"),
        ("2025-12-15", 1, WORKING, "2025-12-17"),
        # Sunday 5 January 2025 is worked for Friday 3 January.
        ("2024-12-31", 1, WORKING, "2025-01-05"),
        ("2025-01-04", 3, WORKING, "2025-01-08"),
        # Saturday 4 May 2024 is worked for Wednesday 8 May.
        ("2024-05-03", 1, WORKING, "2024-05-04"),
        ("2024-05-06", 1, WORKING, "2024-05-10"),
    ],
)
def test_the_last_day_at_a_border(start: str, count: int, unit: Unit, end: str) -> None:
    assert periods.last_day(date.fromisoformat(start), count, unit) == date.fromisoformat(end)


def test_a_last_day_off_stays_or_moves_over_the_whole_of_nauryz() -> None:
    start = date(2025, 3, 12)
    assert periods.last_day(start, 10, CALENDAR) == date(2025, 3, 22)
    assert periods.last_day(start, 10, CALENDAR, moves_off_day=True) == date(2025, 3, 26)


def test_a_walk_says_why_a_day_was_passed_over() -> None:
    steps = periods.walk(date(2025, 10, 24), 1, WORKING)
    assert [(s.day.day, s.why) for s in steps] == [
        (24, Why.EVENT), (25, Why.HOLIDAY), (26, Why.WEEKEND), (27, Why.HOLIDAY), (28, Why.COUNTED),
    ]  # fmt: skip
    assert steps[1].reason == "Республика күні" and steps[2].reason == "Жексенбі"


def test_readings_name_each_convention_and_repeat_no_day() -> None:
    found = periods.readings(date(2025, 3, 12), 10, CALENDAR)
    assert [(r.day.day, r.conventions) for r in found] == [(22, ()), (21, ("C1",)), (26, ("C2",))]
    assert len(periods.readings(date(2025, 11, 3), 3, WORKING)) == 2


def test_a_month_that_counts_its_first_day_ends_the_day_before_the_same_number() -> None:
    assert periods.last_day(date(2025, 1, 10), 1, MONTHS, counts_first=True) == date(2025, 2, 9)
    assert periods.last_day(date(2025, 3, 1), 1, MONTHS, counts_first=True) == date(2025, 3, 31)
    assert periods.last_day(date(2025, 1, 31), 1, MONTHS, counts_first=True) == date(2025, 2, 28)


def test_months_before_an_event_go_by_the_number() -> None:
    assert periods.before(date(2025, 12, 10), 1, YEARS) == date(2024, 12, 10)
    assert periods.before(date(2025, 4, 30), 2, MONTHS) == date(2025, 2, 28)


def test_release_is_the_day_before_and_moves_back_from_days_off() -> None:
    assert periods.release_day(Term(date(2024, 11, 15), 1, YEARS)) == date(2025, 11, 14)
    assert periods.release_day(Term(date(2024, 3, 24), 1, YEARS)) == date(2025, 3, 20)


def test_order_733_published_on_3_october_2025_is_in_force_on_the_14th() -> None:
    assert periods.in_force_from(date(2025, 10, 3)) == date(2025, 10, 14)
    assert periods.in_force_from(date(2025, 9, 30)) == date(2025, 10, 11)


D = date(2025, 11, 3)


@pytest.mark.parametrize(
    "call, key, field",
    [
        (lambda: periods.last_day(D, -1, CALENDAR), "negative", "count"),
        (lambda: periods.last_day(D, 0, CALENDAR, counts_first=True), "empty-period", "count"),
        (lambda: periods.before(D, 0, WORKING), "empty-period", "count"),
        (lambda: periods.last_day(D, 5, Unit.HOURS), "needs-moment", "unit"),
        (lambda: periods.last_day(D, 9000, YEARS), "too-far", "count"),
        (lambda: periods.last_day(D, 10**7, CALENDAR), "too-far", "count"),
        (lambda: periods.before(D, 10**7, CALENDAR), "too-far", "count"),
        (lambda: periods.walk_back(D, 1, MONTHS), "needs-days", "unit"),
        (lambda: periods.walk(D, 1, MONTHS, pauses=[Pause(D, D + DAY)]), "pauses-need-days", "pauses"),
        (lambda: periods.walk(D, 5, CALENDAR, pauses=[Pause(D, None)]), "not-resumed", "pauses"),
        (lambda: Pause(D, D), "end-before-start", "until_day"),
        (lambda: periods.suspended(Term(D, 1, YEARS), [Pause(D - DAY, D)]), "pause-before-start", "pauses"),
        (
            lambda: periods.suspended(Term(D, 1, YEARS), [Pause(D, D + 5 * DAY), Pause(D + DAY, None)]),
            "pauses-overlap",
            "pauses",
        ),
        (lambda: periods.share_of(Term(D, 1, YEARS), Fraction(3, 2)), "not-a-share", "share"),
        (lambda: periods.half_of(Term(D, 10, WORKING)), "no-share-of-working-days", "unit"),
        (lambda: periods.age_on(D, D - DAY), "day-before-birth", "day"),
        (lambda: periods.reaches(D, -1), "negative", "count"),
        (lambda: periods.reaches(D, 1, reached="eve"), "unknown-reading", "reached"),  # type: ignore[arg-type]
        (lambda: periods.moment_after(datetime(2025, 11, 3), 1, Unit.HOURS), "no-zone", "start"),
        (lambda: periods.moment_after(almaty(2025, 11, 3), 1, WORKING), "needs-days", "unit"),
        (lambda: periods.moment_before(almaty(2025, 11, 3), -1, Unit.HOURS), "negative", "count"),
    ],
)
def test_an_impossible_period_is_refused_with_key_and_field(call, key: str, field: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(PeriodFault) as fault:
        call()
    assert (fault.value.key, fault.value.field) == (key, field)


def test_working_days_past_the_table_are_refused() -> None:
    with pytest.raises(YearNotHeld, match="2027"):
        periods.last_day(date(2026, 12, 28), 10, WORKING)
    assert periods.last_day(date(2026, 12, 28), 10, CALENDAR) == date(2027, 1, 7)


CONVENTIONS = tomllib.loads((RULES / "conventions.toml").read_text(encoding="utf-8"))


def test_conventions_are_numbered_without_a_gap_and_say_both_readings_in_three_languages() -> None:
    assert list(CONVENTIONS) == [f"C{n}" for n in range(1, len(CONVENTIONS) + 1)]
    for said in CONVENTIONS.values():
        assert set(said) == {"key", "question", "taken", "other", "source"}
        for part in ("question", "taken", "other", "source"):
            assert list(said[part]) == ["kk", "ru", "en"] and all(said[part].values())
    assert len({said["key"] for said in CONVENTIONS.values()}) == len(CONVENTIONS)


def test_every_convention_a_reading_or_a_docstring_names_exists() -> None:
    import re

    for name in ("periods", "moments", "units", "calendar"):
        named = set(re.findall(r"\bC\d+\b", (RULES / f"{name}.py").read_text(encoding="utf-8")))
        assert named and named <= set(CONVENTIONS)
