"""Ages, shares, pauses and hours: the periods that are more than a count of days."""

from datetime import UTC, date, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rules import periods
from rules.periods import Pause, Term, Unit
from tests.rules.test_periods import CALENDAR, COUNTS, DAY, DAYS, MONTHS, WORKING, YEARS, almaty


def test_an_age_is_reached_on_the_birthday_or_the_day_after() -> None:
    born = date(1967, 6, 10)
    assert periods.age_on(born, date(2025, 6, 9)) == 57
    assert periods.age_on(born, date(2025, 6, 10)) == 58
    assert periods.age_on(born, date(2025, 6, 10), reached="day-after") == 57
    assert periods.age_on(born, date(2025, 6, 11), reached="day-after") == 58
    ours, other = periods.readings_of_age(born, 58)
    assert (ours.day.day, other.day.day, other.conventions) == (10, 11, ("C3",))


def test_a_leap_day_birthday_falls_on_28_february_in_a_common_year() -> None:
    born = date(2008, 2, 29)
    assert periods.reaches(born, 14) == date(2022, 2, 28)
    assert periods.reaches(born, 14, reached="day-after") == date(2022, 3, 1)
    assert periods.reaches(born, 16) == date(2024, 2, 29)
    assert periods.age_on(born, date(2022, 2, 27)) == 13


def test_on_the_day_of_birth_a_child_is_nought_in_both_readings() -> None:
    born = date(2024, 5, 5)
    assert periods.age_on(born, born) == periods.age_on(born, born, reached="day-after") == 0


@given(st.dates(date(1940, 1, 1), date(2026, 1, 1)), st.integers(0, 90))
def test_an_age_is_reached_on_its_day_and_not_the_day_before(born: date, years: int) -> None:
    for reached in ("birthday", "day-after"):
        day = periods.reaches(born, years, reached=reached)  # type: ignore[arg-type]
        assert periods.age_on(born, day, reached=reached) == years  # type: ignore[arg-type]
        if years:
            assert periods.age_on(born, day - DAY, reached=reached) == years - 1  # type: ignore[arg-type]


def test_half_of_a_term_falls_on_the_same_number() -> None:
    assert periods.half_of(Term(date(2024, 1, 10), 1, YEARS)) == date(2024, 7, 10)
    assert periods.half_of(Term(date(2023, 8, 31), 1, YEARS)) == date(2024, 2, 29)


def test_half_of_an_odd_number_of_months_rounds_a_part_month_up() -> None:
    term = Term(date(2025, 1, 10), 3, MONTHS)
    assert periods.half_of(term) == date(2025, 2, 24)
    assert periods.half_of(term, by_days=True) == date(2025, 2, 24)
    assert periods.half_of(Term(date(2025, 3, 10), 1, MONTHS)) == date(2025, 3, 26)


@given(DAYS, st.integers(1, 120), st.booleans())
def test_a_whole_share_ends_with_its_term_in_both_readings_of_the_first_day(day: date, count: int, first: bool) -> None:
    end = periods.last_day(day, count, MONTHS, counts_first=first)
    assert periods.share_of(Term(day, count, MONTHS), Fraction(1), counts_first=first) == end
    assert periods.share_of(Term(day, count, MONTHS), Fraction(1), by_days=True, counts_first=first) == end


def test_a_third_of_five_years_is_a_year_and_eight_months() -> None:
    assert periods.share_of(Term(date(2020, 3, 10), 5, YEARS), Fraction(1, 3)) == date(2021, 11, 10)


@given(DAYS, st.integers(1, 120), st.sampled_from([MONTHS, CALENDAR]))
def test_less_than_half_has_never_run_on_the_half_day_by_days(start: date, count: int, unit: Unit) -> None:
    whole = (periods.last_day(start, count, unit) - start).days
    half = (periods.half_of(Term(start, count, unit), by_days=True) - start).days
    assert 2 * half >= whole > 2 * (half - 1)


def test_a_suspended_year_ends_later_by_the_days_it_stood_still() -> None:
    term = Term(date(2024, 1, 10), 1, YEARS)
    assert periods.suspended(term, ()) == date(2025, 1, 10)
    assert periods.suspended(term, [Pause(date(2024, 3, 1), date(2024, 3, 31))]) == date(2025, 2, 9)
    both = [Pause(date(2025, 1, 20), date(2025, 1, 25)), Pause(date(2024, 3, 1), date(2024, 3, 31))]
    assert periods.suspended(term, both) == date(2025, 2, 14)


def test_a_pause_after_the_term_has_run_out_changes_nothing() -> None:
    term = Term(date(2024, 1, 10), 1, YEARS)
    assert periods.suspended(term, [Pause(date(2025, 1, 11), None)]) == date(2025, 1, 10)
    assert periods.suspended(term, [Pause(date(2025, 1, 10), date(2025, 1, 15))]) == date(2025, 1, 15)


def test_two_pauses_that_only_touch_are_one_long_pause() -> None:
    term = Term(date(2024, 1, 10), 1, YEARS)
    march, april = Pause(date(2024, 3, 1), date(2024, 4, 1)), Pause(date(2024, 4, 1), date(2024, 5, 1))
    whole = periods.suspended(term, [Pause(date(2024, 3, 1), date(2024, 5, 1))])
    assert periods.suspended(term, [april, march]) == whole == date(2025, 3, 12)


def test_a_term_that_is_not_resumed_has_no_last_day() -> None:
    assert periods.suspended(Term(date(2024, 1, 10), 1, YEARS), [Pause(date(2024, 3, 1), None)]) is None


@given(DAYS, COUNTS, st.sampled_from([CALENDAR, WORKING]), st.booleans(), st.data())
def test_a_suspended_period_ends_where_its_walk_ends(
    start: date, count: int, unit: Unit, first: bool, data: st.DataObject
) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, 60), min_size=4, max_size=4)))
    first_pause, second_pause = edges[:2], edges[2:]
    pauses = [Pause(start + a * DAY, start + b * DAY) for a, b in (first_pause, second_pause)]
    steps = periods.walk(start, count, unit, counts_first=first, pauses=pauses)
    assert periods.suspended(Term(start, count, unit), pauses, counts_first=first) == steps[-1].day


def test_a_24_hour_day_runs_from_the_moment() -> None:
    assert periods.moment_after(almaty(2025, 11, 3, 9, 30), 1, Unit.DAYS_24H) == almaty(2025, 11, 4, 9, 30)
    assert periods.moment_after(almaty(2025, 11, 3, 22), 3, Unit.HOURS) == almaty(2025, 11, 4, 1)
    assert periods.moment_before(almaty(2025, 11, 4, 1), 3, Unit.HOURS) == almaty(2025, 11, 3, 22)


def test_a_moment_in_another_zone_is_answered_in_almaty() -> None:
    found = periods.moment_after(datetime(2025, 11, 3, 20, tzinfo=UTC), 24, Unit.HOURS)
    assert (found.tzinfo, found.day, found.hour) == (periods.ALMATY, 5, 1)


def test_24_hours_over_the_change_of_zone_of_2024_are_24_hours_of_time() -> None:
    found = periods.moment_after(almaty(2024, 2, 29, 12), 1, Unit.DAYS_24H)
    assert (found.day, found.hour) == (1, 11)


def test_the_clock_stands_still_on_days_off_where_the_rule_says_so() -> None:
    friday = almaty(2025, 10, 24, 16)
    assert periods.moment_after(friday, 24, Unit.HOURS) == almaty(2025, 10, 25, 16)
    assert periods.moment_after(friday, 24, Unit.HOURS, skips_days_off=True) == almaty(2025, 10, 28, 16)
    sunday = almaty(2025, 11, 2, 10)
    assert periods.moment_after(sunday, 1, Unit.DAYS_24H, skips_days_off=True) == almaty(2025, 11, 4)


@given(st.datetimes(datetime(2016, 1, 1), datetime(2026, 6, 1)), st.integers(0, 200), st.integers(0, 200))
def test_hours_add_up_with_and_without_days_off(naive: datetime, one: int, two: int) -> None:
    start = naive.replace(tzinfo=UTC)
    for skips in (False, True):
        half_way = periods.moment_after(start, one, Unit.HOURS, skips_days_off=skips)
        there = periods.moment_after(half_way, two, Unit.HOURS, skips_days_off=skips)
        assert there == periods.moment_after(start, one + two, Unit.HOURS, skips_days_off=skips)
