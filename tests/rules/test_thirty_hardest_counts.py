"""The thirty hardest counts, each by hand: border, weekend, holiday, transferred day, month end, leap day."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rules import calendar
from rules.registry import ways_to_break
from tests.rules.law_tables import Row, other_readings, outcome

TABLE = Path(__file__).with_name("counting") / "thirty_hardest.csv"
BORDER = ("border-on", "border-past")
SITUATIONS = (*BORDER, "weekend", "holiday", "transferred", "month-end", "leap")
CANNOT_ARISE = "-"
# A day of each kind, with which a rule that counts no days is asked again.
SUCH_A_DAY = {
    "weekend": date(2025, 11, 8), "holiday": date(2025, 12, 16), "transferred": date(2026, 3, 9),
    "month-end": date(2025, 10, 31), "leap": date(2028, 2, 29),
}  # fmt: skip


def _read() -> tuple[tuple[Row, str], ...]:
    """The rows with how each was counted; a row's table is the count it belongs to, its name the situation."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            (Row(line["count"], line["situation"], line["rule"], line["facts"], line["result"], line["also"]),
             line["by_hand"])
            for line in csv.DictReader(file)
        )  # fmt: skip


ROWS = _read()
COUNTED = [row for row, _ in ROWS if row.result != CANNOT_ARISE]
DAYLESS = [row for row, _ in ROWS if row.result == CANNOT_ARISE]
COUNTS = sorted({row.table for row, _ in ROWS})


def _name(row: Row) -> str:
    return f"{row.table}:{row.name}"


def _of(count: str) -> list[Row]:
    return [row for row in COUNTED if row.table == count]


def _days(row: Row) -> list[date]:
    """Every day that the facts or the result of a row name."""
    words = [pair.partition("=")[2] for pair in row.facts.split(";")] + [row.result]
    return [date.fromisoformat(word) for word in words if word.count("-") == 2 and word[:4].isdigit()]


def test_thirty_counts_meet_every_situation_once() -> None:
    assert len(COUNTS) == 30
    assert Counter((row.table, row.name) for row, _ in ROWS) == {(c, s): 1 for c in COUNTS for s in SITUATIONS}


def test_every_row_says_how_it_was_counted_or_why_it_cannot_arise() -> None:
    assert [_name(row) for row, by_hand in ROWS if not by_hand] == []
    assert {row.name for row in DAYLESS} <= set(SITUATIONS) - set(BORDER)


@pytest.mark.parametrize("row", COUNTED, ids=_name)
def test_a_count_by_hand_is_the_count_of_the_rule(row: Row) -> None:
    given = row.read()
    assert outcome(row.rule, given) == row.result
    assert other_readings(row.rule, given) == row.also


@pytest.mark.parametrize("row", DAYLESS, ids=_name)
def test_where_a_situation_cannot_arise_such_a_day_changes_nothing(row: Row) -> None:
    for border in (one for one in _of(row.table) if one.name in BORDER):
        facts = dict(pair.split("=", 1) for pair in border.facts.split(";"))
        moved = ";".join(f"{k}={v}" for k, v in {**facts, "day": SUCH_A_DAY[row.name].isoformat()}.items())
        given = Row(border.table, row.name, border.rule, moved, border.result, border.also).read()
        assert (outcome(border.rule, given), other_readings(border.rule, given)) == (border.result, border.also)


@pytest.mark.parametrize("count", COUNTS)
def test_the_two_sides_of_a_border_differ(count: str) -> None:
    on, past = (next(row for row in _of(count) if row.name == side) for side in BORDER)
    assert (on.result, on.also) != (past.result, past.also)


def _turns(row: Row, way: str) -> bool:
    return outcome(row.rule, row.read(), way) not in (row.result, "undecided")


@pytest.mark.parametrize("count", COUNTS)
def test_a_broken_rule_turns_a_row_of_its_count(count: str) -> None:
    assert any(_turns(row, way) for row in _of(count) for way in ways_to_break(row.rule))


def _a_day_off(row: Row) -> Iterator[Row]:
    """The row with one of its days one earlier or one later; a day that only names its month, in the next month."""
    pairs = [pair.split("=", 1) for pair in row.facts.split(";")]
    for at, (name, value) in enumerate(pairs):
        gaps = (31,) if name == "month_day" else (-1, 1)
        for gap in gaps if name.endswith(("day", "born", "ended", "applied")) else ():
            day = date.fromisoformat(value) + timedelta(days=gap)
            moved = [*pairs[:at], [name, day.isoformat()], *pairs[at + 1 :]]
            yield replace(row, facts=";".join("=".join(pair) for pair in moved))


@pytest.mark.parametrize("row", [row for row in COUNTED if not row.result.startswith("refused")], ids=_name)
def test_a_broken_rule_or_a_day_more_or_less_turns_every_row(row: Row) -> None:
    shifted = (outcome(one.rule, one.read()) != row.result for one in _a_day_off(row))
    assert any(_turns(row, way) for way in ways_to_break(row.rule)) or any(shifted)


def test_the_kinds_of_days_are_those_of_the_calendar() -> None:
    assert SUCH_A_DAY["weekend"].weekday() == calendar.SATURDAY and calendar.row(SUCH_A_DAY["weekend"]) is None
    moved = calendar.row(SUCH_A_DAY["transferred"])
    assert moved and moved.reason.startswith("Ауыстырылған демалыс")
    assert calendar.row(SUCH_A_DAY["holiday"]) and not calendar.is_working(SUCH_A_DAY["holiday"])


@pytest.mark.parametrize("row", [row for row in COUNTED if row.name == "transferred"], ids=_name)
def test_a_row_of_a_transferred_day_has_one_in_its_span(row: Row) -> None:
    days = _days(row)
    table = calendar._table().rows
    moved = {day for day, said in table.items() if said.working or "уыстырыл" in said.reason}
    assert any(min(days) <= day <= max(days) for day in moved)


@pytest.mark.parametrize("row", [row for row in COUNTED if row.name == "leap"], ids=_name)
def test_a_row_of_the_leap_day_has_one_in_its_span(row: Row) -> None:
    days, leap = _days(row), [date(year, 2, 29) for year in (2020, 2024, 2028)]
    spanned = any(min(days) <= day <= max(days) + calendar.ONE_DAY for day in leap)
    assert spanned or row.result == "refused YearNotHeld"
