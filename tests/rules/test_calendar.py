"""The table of working days against the holidays library, the sources and its own rules."""

import csv
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import calendar
from rules.calendar import Certainty, YearNotHeld

YEARS = range(2015, 2027)

# A day where our table and holidays 0.108 differ, and why. A release that changes a past day lands here.
DIFFERENCES: dict[date, str] = {}


def every_day() -> list[date]:
    first = date(YEARS[0], 1, 1)
    return [first + timedelta(days=n) for n in range((date(YEARS[-1], 12, 31) - first).days + 1)]


def working_by_hand() -> set[date]:
    """The working days, read again without the module: weekday first, then the rows laid over."""
    with Path(calendar.TABLE).open(encoding="utf-8", newline="") as file:
        rows = {r["day"]: r["off"] for r in csv.DictReader(file) if r["day"]}
    plain = {True: "off", False: "working"}
    return {d for d in every_day() if rows.get(d.isoformat(), plain[d.weekday() in (5, 6)]) == "working"}


def unnamed_differences(ours: set[date]) -> list[date]:
    library = holidays.country_holidays("KZ", years=YEARS)
    return [d for d in every_day() if (d in ours) != library.is_working_day(d) and d not in DIFFERENCES]


def test_the_library_is_the_release_the_table_was_compared_with() -> None:
    assert holidays.__version__ == "0.108"


def test_every_difference_from_the_holidays_library_is_named_with_a_reason() -> None:
    ours = {d for d in every_day() if calendar.is_working(d)}
    assert unnamed_differences(ours) == []
    library = holidays.country_holidays("KZ", years=YEARS)
    stale = [d for d in DIFFERENCES if (d in ours) == library.is_working_day(d)]
    assert stale == [] and all(DIFFERENCES.values())


def test_a_day_changed_by_hand_would_be_found() -> None:
    changed = working_by_hand() ^ {date(2024, 5, 4)}
    assert unnamed_differences(changed) == [date(2024, 5, 4)]


def test_the_module_reads_the_table_as_a_plain_reader_does() -> None:
    assert {d for d in every_day() if calendar.is_working(d)} == working_by_hand()


# Moved days off as the orders and the law give them, read apart from the library.
OFF_BY_THE_SOURCES = """
2024-03-25 2024-05-08 2024-07-08 2025-01-03 2025-03-10 2025-03-24 2025-03-25 2025-06-06 2025-07-07
2025-09-01 2025-10-27 2025-12-16 2026-03-09 2026-03-24 2026-03-25 2026-05-11 2026-05-27 2026-10-26
"""


@pytest.mark.parametrize("day", OFF_BY_THE_SOURCES.split())
def test_the_days_off_named_by_the_sources_are_off(day: str) -> None:
    assert not calendar.is_working(date.fromisoformat(day))
    assert calendar.why_off(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2018-12-29", "2020-05-11", "2022-10-22", "2024-05-04", "2025-01-05", "2026-08-31"]
)
def test_the_moved_working_days_are_worked(day: str) -> None:
    assert calendar.is_working(date.fromisoformat(day))
    assert calendar.why_off(date.fromisoformat(day)) is None


def test_christmas_and_kurban_ait_on_a_weekend_do_not_move_to_monday() -> None:
    assert calendar.is_working(date(2024, 1, 8)) and calendar.is_working(date(2024, 6, 17))
    assert calendar.why_off(date(2024, 6, 16)) == "Құрбан айттың бірінші күні"


def test_a_day_off_says_its_holiday_and_a_plain_weekend_its_weekday() -> None:
    assert calendar.why_off(date(2025, 3, 24)) == "Ауыстырылған демалыс: Наурыз мейрамы"
    assert calendar.why_off(date(2025, 11, 1)) == "Сенбі"
    assert calendar.why_off(date(2025, 11, 2)) == "Жексенбі"


def test_30_august_2026_is_an_ordinary_sunday_on_the_word_of_the_press() -> None:
    assert calendar.row(date(2026, 8, 30)) is None
    said = calendar.row(date(2026, 8, 31))
    assert said is not None and said.certainty is Certainty.ESTIMATED and "30 тамыз" in said.reason


def test_a_year_outside_the_table_is_refused_and_the_held_years_named() -> None:
    for year in (2014, 2027):
        with pytest.raises(YearNotHeld, match="2015-2026") as refused:
            calendar.is_working(date(year, 3, 3))
        assert refused.value.year == year and refused.value.held == tuple(YEARS)


def test_counting_past_the_end_of_the_table_is_refused_too() -> None:
    with pytest.raises(YearNotHeld) as forward:
        calendar.working_day_after(date(2026, 12, 31), 1)
    with pytest.raises(YearNotHeld) as back:
        calendar.working_day_before(date(2015, 1, 5), 1)
    assert (forward.value.year, back.value.year) == (2027, 2014)


def test_every_held_year_has_rows() -> None:
    assert calendar.years_held() == tuple(YEARS)
    for year in YEARS:
        assert calendar.why_off(date(year, 1, 1)) == "Жаңа жыл"


def test_a_past_span_is_certain_and_any_span_touching_2026_is_not() -> None:
    assert calendar.certainty(date(2015, 1, 1), date(2025, 12, 31)) is Certainty.CERTAIN
    assert calendar.certainty(date(2025, 12, 30), date(2026, 1, 5)) is Certainty.ESTIMATED


def test_the_doubts_of_a_span_name_the_year_and_the_day() -> None:
    year_only = calendar.doubts(date(2026, 2, 2), date(2026, 2, 9))
    assert [said.day for said in year_only] == [None]
    with_ait = calendar.doubts(date(2026, 5, 20), date(2026, 5, 30))
    assert [said.day for said in with_ait] == [None, date(2026, 5, 27)]


def test_no_reason_mixes_latin_letters_into_kazakh() -> None:
    with Path(calendar.TABLE).open(encoding="utf-8", newline="") as file:
        reasons = [r["reason"] for r in csv.DictReader(file)]
    assert [said for said in reasons if any("a" <= letter.lower() <= "z" for letter in said)] == []


def test_each_moved_working_day_pays_for_one_day_off() -> None:
    rows = [calendar.row(d) for d in every_day() if calendar.row(d)]
    paid = [r for r in rows if r and r.working and r.certainty is Certainty.CERTAIN]
    assert len(paid) == 19
    for said in paid:
        off = date(*reversed([int(part) for part in said.reason.split()[-3].split(".")]))
        free = calendar.row(off)
        assert free and not calendar.is_working(off) and free.decree == said.decree


@pytest.mark.parametrize(
    "lines, found",
    [
        (["2025,2025-02-30,off,x,,certain"], "2025-02-30"),
        (["2025,2024-01-01,off,x,,certain"], "2024-01-01"),
        (["2025,2025-01-01,closed,x,,certain"], "closed"),
        (["2025,2025-01-01,off,x,,perhaps"], "perhaps"),
        (["2025,2025-01-01,off,,,certain"], "a reason"),
        (["2025,2025-01-01,off,x,,certain", "2025,2025-01-01,working,x,,certain"], "2025-01-01"),
        (["2023,2023-01-01,off,x,,certain", "2025,2025-01-01,off,x,,certain"], "gap"),
    ],
)
def test_a_faulty_row_is_refused_with_its_line(
    lines: list[str], found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "calendar.csv"
    table.write_text("\n".join([",".join(calendar.COLUMNS), *lines]), encoding="utf-8")
    monkeypatch.setattr(calendar, "TABLE", table)
    calendar._table.cache_clear()
    try:
        with pytest.raises(calendar.CalendarFault, match=found):
            calendar.years_held()
    finally:
        calendar._table.cache_clear()


DAYS = st.dates(date(2015, 6, 1), date(2026, 6, 1))


@given(DAYS, st.integers(1, 60))
def test_the_nth_working_day_agrees_with_a_walk(day: date, count: int) -> None:
    seen, at = 0, day
    while seen < count:
        at += timedelta(days=1)
        seen += at in WORKED
    assert calendar.working_day_after(day, count) == at
    assert calendar.working_days_between(day, at) == count


@given(DAYS, st.integers(1, 60))
def test_back_from_a_working_day_undoes_forward(day: date, count: int) -> None:
    there = calendar.working_day_after(day, count)
    back = calendar.working_day_before(there, count)
    assert back <= day and calendar.working_days_between(back, there) == count


WORKED = working_by_hand()
