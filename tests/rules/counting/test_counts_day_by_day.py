"""Counting along a term: every day from the event to the last one, with why it counts, exactly as the rule has it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from rules import acts, registry
from rules.counts import Length, Mark, Reason, count_of, counted
from rules.facts import read
from rules.findings import REFUSALS, evaluate
from rules.periods import Unit, before, last_day

WORKING, CALENDAR, MONTHS = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS
# no unit and length of their own, or a day that does not follow from them alone: these show their ladder only
NOT_COUNTED = {
    "arrest-evening-applications", "works-records-last-day", "search-latest-submission",
    "educational-adaptation-programme-ends", "educational-help-begins", "educational-preparation-begins",
    "type-change-wait", "resocialisation-starts", "conviction-petition-wait",
}  # fmt: skip


def told(marks: tuple[Mark, ...]) -> list[tuple[str, int | None, str]]:
    return [(mark.day.strftime("%d.%m"), mark.number, str(mark.reason)) for mark in marks]


def test_working_days_pass_over_the_week_end() -> None:
    assert told(counted(date(2025, 11, 6), Length(3, WORKING))) == [
        ("06.11", None, "event"), ("07.11", 1, "counted"), ("08.11", None, "day-off"), ("09.11", None, "day-off"),
        ("10.11", 2, "counted"), ("11.11", 3, "counted"),
    ]  # fmt: skip


def test_a_holiday_and_the_day_off_that_stands_for_it_are_told_apart() -> None:
    """Republic Day of 2025 falls on a Saturday and is taken on Monday."""
    found = told(counted(date(2025, 10, 24), Length(1, WORKING)))
    assert found[1:] == [
        ("25.10", None, "holiday"), ("26.10", None, "day-off"), ("27.10", None, "transferred"), ("28.10", 1, "counted")
    ]  # fmt: skip


def test_a_worked_day_off_counts_and_is_named() -> None:
    marks = counted(date(2024, 5, 3), Length(1, WORKING))
    assert (marks[-1].day, marks[-1].number, marks[-1].reason) == (date(2024, 5, 4), 1, Reason.WORKED)


def test_calendar_days_count_every_day_and_the_last_one_stays() -> None:
    marks = counted(date(2025, 11, 5), Length(3, CALENDAR))
    assert [mark.number for mark in marks] == [None, 1, 2, 3] and marks[-1].day == date(2025, 11, 8)


def test_a_last_day_off_that_moves_names_the_convention() -> None:
    marks = counted(date(2025, 11, 5), Length(3, CALENDAR, moves_off_day=True))
    assert told(marks)[-3:] == [("08.11", 3, "counted"), ("09.11", None, "day-off"), ("10.11", None, "moved")]
    assert marks[-1].ground == "C2"


def test_the_first_day_counts_where_it_is_read_so() -> None:
    assert told(counted(date(2025, 11, 5), Length(2, CALENDAR, counts_first=True))) == [
        ("05.11", 1, "counted"), ("06.11", 2, "counted")
    ]  # fmt: skip


def test_back_from_an_event_to_the_day_before_the_whole_days() -> None:
    assert told(counted(date(2025, 11, 6), Length(3, WORKING, back=True, on_working_day=True))) == [
        ("06.11", None, "event"), ("05.11", 1, "counted"), ("04.11", 2, "counted"), ("03.11", 3, "counted"),
        ("02.11", None, "hand-over"), ("01.11", None, "day-off"), ("31.10", None, "moved-back"),
    ]  # fmt: skip


def test_back_with_the_day_of_the_act_counted() -> None:
    marks = counted(date(2025, 11, 6), Length(3, WORKING, back=True, counts_hand_over_day=True))
    assert told(marks)[-1] == ("03.11", 3, "counted")


def test_months_tell_the_first_day_and_the_last_alone() -> None:
    assert told(counted(date(2025, 11, 14), Length(6, MONTHS))) == [("14.11", None, "event"), ("14.05", 6, "counted")]


def test_a_month_without_that_day_ends_on_its_last_one() -> None:
    marks = counted(date(2025, 8, 31), Length(1, MONTHS))
    assert told(marks) == [("31.08", None, "event"), ("30.09", 1, "short-month")] and marks[-1].ground == "C11"


def test_at_once_is_the_day_of_the_event() -> None:
    assert told(counted(date(2025, 11, 8), Length(0, CALENDAR))) == [("08.11", None, "same-day")]


@pytest.mark.parametrize("unit", [WORKING, CALENDAR, MONTHS, Unit.YEARS, Unit.DAYS_24H])
@pytest.mark.parametrize("count", [1, 2, 3, 10])
@pytest.mark.parametrize("flag", [False, True])
def test_the_last_day_is_always_the_one_that_periods_give(unit: Unit, count: int, flag: bool) -> None:
    first = date(2015, 12, 25)
    for day in (first + timedelta(days=number * 7 + number % 5) for number in range(40)):
        assert counted(day, Length(count, unit, counts_first=flag))[-1].day == last_day(
            day, count, unit, counts_first=flag
        )
        assert counted(day, Length(count, unit, moves_off_day=flag))[-1].day == last_day(
            day, count, unit, moves_off_day=flag
        )
        back = Length(count, unit, back=True, counts_hand_over_day=flag, on_working_day=unit is WORKING)
        assert counted(day, back)[-1].day == before(
            day, count, unit, counts_hand_over_day=flag, on_working_day=unit is WORKING
        )


def days_of(rule_id: str) -> list[object]:
    """Facts of the rule on days over two months, its event alone told."""
    found = registry.find(rule_id)
    days = (date(2025, 10, 1) + timedelta(days=3 * number) for number in range(20))
    return [read(found.facts, {found.on: day}) for day in days] if found.on else []


RULES = sorted(found.id for found in registry.all_rules().values() if found.value == "day")


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_of_a_term_is_counted_along_to_its_own_day(rule_id: str) -> None:
    for facts in days_of(rule_id):
        try:
            finding = evaluate(rule_id, facts)
        except REFUSALS:
            continue
        if not isinstance(finding.value, date):
            continue
        marks = count_of(rule_id, facts)
        assert bool(marks) is (rule_id not in NOT_COUNTED)
        assert not marks or marks[-1].day == finding.value
        for ground in {name for _, name in finding.readings if name[:1] == "C"}:
            other = count_of(rule_id, facts, ground)
            own = [day for day, name in finding.readings if name == ground]
            assert (not other and rule_id in NOT_COUNTED) or other[-1].day in own


def test_where_the_norm_names_the_next_day_the_day_of_the_event_is_no_reading() -> None:
    """Order 511, para 108 and CEC 165(6): the norm counts from the day after, so C1 is not open."""
    said = re.compile(r"келесі (жұмыс )?күн|кейінгі (жұмыс )?күн[іе]")
    named = {rule.id for rule in registry.all_rules().values() if getattr(rule.versions[0].numbers, "from_next_day", 0)}
    for rule in registry.all_rules().values():
        if any("counts_first" in way.changes for way in rule.otherwise):
            texts = [acts.provisions()[id_].wordings for id_ in rule.provisions]
            assert not any(said.search(one.summary["kk"]) for held in texts for one in held), rule.id
    assert {"search-start", "corrective-end-notice-other", "educational-penalty-copy"} < named
    facts = read(registry.find("search-start").facts, {"start_day": "2025-09-24"})
    finding = evaluate("search-start", facts)
    assert (finding.value, finding.readings, finding.steps[0].convention) == (date(2025, 9, 25), (), "")
    assert next((mark.reason, mark.ground) for mark in count_of("search-start", facts)) == (Reason.NAMED, "")


def test_a_rule_that_answers_no_day_has_no_count() -> None:
    facts = read(registry.find("works-local-notice-in-time").facts, {"start_day": "2025-11-03"})
    assert count_of("works-local-notice-in-time", facts) == ()
