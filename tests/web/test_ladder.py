"""The ladder in words: editions by the act that made them, one item under its own rung, readings told apart."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from app import case_documents, course_documents, quiz_documents
from checks.ruled import facts_of
from checks.task import facts_for
from library import loading
from library.kinds import register
from rules import acts, registry
from rules.facts import read
from rules.findings import evaluate
from rules.pretrial.report import Report
from web.settings import ROOT
from web.trace import edition_name, edition_words, ladder, mutation_words

for _kind in (*course_documents.KINDS, *quiz_documents.KINDS, *case_documents.KINDS):
    register(_kind)


def case_files() -> list[Any]:
    read_all = loading.read_all(ROOT / "content").loaded
    return [one.document for one in read_all if one.shown.startswith("cases/")]


CONTENTS = ["time-and-place", "drafter", "person", "characteristics", "risk"]


def test_an_edition_is_named_by_the_act_that_made_it() -> None:
    assert edition_name("order-511@733", "kk") == "№ 511 бұйрық, № 733 бұйрықтың редакциясы"
    assert edition_name("order-511@733", "ru") == "Приказ № 511 в редакции приказа № 733"
    assert edition_name("probation-law@2022-03", "en") == "Law on Probation as amended by Law 95-VII"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_an_edition_made_by_no_other_act_is_named_by_its_first_day(lang: str) -> None:
    assert "01.01.2015" in edition_name("order-511@2015", lang)


def test_the_span_of_a_first_day_is_not_told_as_a_time_of_force() -> None:
    told = edition_words("order-511@612", "kk")
    assert re.fullmatch(r"2024 .+ – 2025 .+ аралығында күшіне енген \(дәл күні белгісіз\)", told)


def test_no_step_names_an_edition_that_begins_after_its_day() -> None:
    """Registration of July 2020 with no day of release: the edition of 2025 is not the one to name."""
    told = read(registry.find("registration-in-time").facts, {"appeared_day": "2020-07-30"})
    steps = evaluate("registration-in-time", told).steps
    assert {step.edition for step in steps if step.rule == "registration-in-five-days"} == {""}
    seen = 0
    for one in case_files():
        for task in one.tasks:
            for asked in (task, *getattr(task, "steps", ()), *getattr(task, "deadlines", ())):
                if not getattr(asked, "rule", ""):
                    continue
                made = facts_of(asked, one.facts) if hasattr(asked, "takes") else facts_for(asked.rule, one.facts)
                for step in evaluate(asked.rule, made).steps:
                    rule = registry.find(step.rule or asked.rule)
                    days = [getattr(made, spec.name) for spec in made.SPECS if spec.kind == "day"]
                    event = getattr(made, rule.on, None) if rule.on else None
                    known = [day for day in ([event] if isinstance(event, date) else days) if isinstance(day, date)]
                    if step.edition and known:
                        seen += 1
                        assert acts.edition(step.edition).first[0] <= max(known), (one.id, task.id, step)
    assert seen > 500


def test_a_last_day_that_is_off_by_one_is_told_by_the_kind_of_its_days() -> None:
    assert mutation_words("search-start", "one-more", "kk") == "Соңғы күн бір күнге ауысып кеткен."
    assert mutation_words("search-length", "one-more", "ru") == "Последний день сдвинут на один рабочий день."
    assert mutation_words("arrest-penalty-executed", "one-more", "en") == "The border was taken wrong by one."
    assert mutation_words("search-start-in-time", "one-more", "kk") == "Шек бір бірлікке қате алынған."


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
