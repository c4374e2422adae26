"""The ladder in words: editions by the act that made them, one item under its own rung, readings told apart."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rules.facts import read
from rules.findings import evaluate
from rules.pretrial.report import Report
from web.trace import edition_name, edition_words, ladder

CONTENTS = ["time-and-place", "drafter", "person", "characteristics", "risk"]


def test_an_edition_is_named_by_the_act_that_made_it() -> None:
    assert edition_name("order-511@733", "kk") == "№ 511 бұйрық, № 733 бұйрықтың редакциясы"
    assert edition_name("order-511@733", "ru") == "Приказ № 511 в редакции приказа № 733"
    assert edition_name("probation-law@2022-03", "en") == "Law on Probation as amended by Law 95-VII"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_an_edition_made_by_no_other_act_is_named_by_its_first_day(lang: str) -> None:
    assert "01.01.2015" in edition_name("order-511@2015", lang)


def test_the_span_of_a_first_day_is_not_told_as_a_time_of_force() -> None:
    assert re.fullmatch(r"2024 .+ – 2025 .+ аралығында күшіне енген", edition_words("order-511@612", "kk"))


def test_under_the_rung_of_an_item_only_that_item_stands() -> None:
    told = read(Report, {"report_day": "2025-11-10", "contents": CONTENTS})
    shown = ladder(evaluate("report-missing-items", told), told, "kk")
    facts = {fact["label"]: fact["value"] for step in shown["steps"] for fact in step["facts"]}
    assert len(facts) == len(shown["steps"]) == 9
    assert facts["Құқық бұзушылық жасау тәуекелі"] == "иә" and facts["Тестілеу нәтижесі"] == "жоқ"


def test_an_item_of_which_nothing_is_known_has_no_value() -> None:
    told = read(Report, {"report_day": "2025-11-10"})
    shown = ladder(evaluate("report-missing-items", told), told, "kk")
    assert {fact["value"] for step in shown["steps"] for fact in step["facts"]} == {""}


def test_two_readings_of_one_convention_say_why_they_differ() -> None:
    told = Report(trial_day=date(2025, 11, 6))
    readings = ladder(evaluate("report-last-day", told), told, "kk")["readings"]
    assert sorted(one.partition(":")[0] for one in readings) == ["C6", "C6, демалыс күні тапсырылса"]
