"""The page of misconceptions: what was wrong, how often, whether mastered since; nobody sees another's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask
from sqlalchemy import event

from desk.misconceptions.gathering import Met, Touch, groups
from tests.browsing import Page, Visitor
from web.db import db

START = datetime(2026, 11, 20, tzinfo=UTC)
ORAL = "pretrial-written-application:oral-is-enough"
TOUCHES = {
    ("case", "t3"): Touch(frozenset({"pretrial-written-application"}), ("probation-law/13/2",)),
    ("quiz", "i1"): Touch(frozenset({"pretrial-written-application"}), ("probation-law/13/2",)),
    ("quiz", "i2"): Touch(frozenset(), ("probation-law/13/5",)),
}


def met(number: int, document: str, task: str, right: bool, diagnosis: str = "", *places: str) -> Met:
    return Met(document, task, START + timedelta(minutes=number), right, diagnosis, places, "")


def test_wrong_answers_of_one_mutation_are_counted_together_over_cases_and_practice() -> None:
    found = groups([met(1, "case", "t3", False, ORAL), met(2, "quiz", "i1", False, ORAL)], TOUCHES)
    assert [(g.provision, g.times, g.mastered) for g in found] == [("probation-law/13/2", 2, False)]
    assert found[0].last == START + timedelta(minutes=2)


def test_a_right_answer_on_the_same_rule_masters_it_and_a_later_wrong_one_undoes_that() -> None:
    wrong, right = met(1, "case", "t3", False, ORAL), met(2, "quiz", "i1", True)
    assert groups([wrong, right], TOUCHES)[0].mastered
    assert not groups([wrong, right, met(3, "case", "t3", False, ORAL)], TOUCHES)[0].mastered


def test_a_right_answer_to_something_else_masters_nothing() -> None:
    assert not groups([met(1, "case", "t3", False, ORAL), met(2, "quiz", "i2", True)], TOUCHES)[0].mastered


def test_a_wrong_answer_of_unknown_cause_stands_under_the_provision_it_was_told() -> None:
    found = groups([met(1, "quiz", "i2", False, "", "probation-law/13/5")], TOUCHES)
    assert [g.provision for g in found] == ["probation-law/13/5"]
    assert groups([met(1, "quiz", "i2", False), met(2, "quiz", "i2", True)], TOUCHES)[0].mastered


def test_what_is_not_mastered_stands_first_and_a_rule_that_is_gone_is_kept_by_its_task() -> None:
    answers = [met(1, "case", "t3", False, ORAL), met(2, "quiz", "i1", True), met(3, "quiz", "i2", False, "gone:x")]
    assert [g.provision for g in groups(answers, TOUCHES)] == ["probation-law/13/5", "probation-law/13/2"]


def answer(visitor: Visitor, **typed: str) -> Page:
    form = visitor.get("/cases/pretrial-07").form("/cases/pretrial-07/answer", task="t3")
    sent = visitor.send(form, **typed)
    assert sent.status_code == 303
    return visitor.get("/misconceptions")


def test_the_page_names_the_mistake_its_norm_and_whether_it_is_mended(app: Flask) -> None:
    visitor = Visitor(app)
    page = answer(visitor, verdict="yes", reason="probation-law/13/2")
    assert "13(2)" in page.text and "әлі түзелген жоқ" in page.text and "/practice/pretrial/" in page.text
    assert "түзелмегені: 1" in page.text
    page = answer(visitor, verdict="no", reason="probation-law/13/2")
    assert "түзелмегені: 0" in page.text
    assert "13(2)" not in Visitor(app).get("/misconceptions").text, "another browser sees nothing of it"


def test_the_page_is_empty_before_the_first_answer_and_without_a_wrong_one(app: Flask) -> None:
    assert "бірде-бір жауап жоқ" in Visitor(app).get("/misconceptions").text
    assert "қате жауап жоқ" in answer(Visitor(app), verdict="no", reason="probation-law/13/2").text


def test_answers_are_read_by_one_query(app: Flask) -> None:
    visitor = Visitor(app)
    answer(visitor, verdict="yes", reason="probation-law/13/2")
    seen: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    visitor.get("/misconceptions")
    assert len([one for one in seen if "FROM attempts" in one]) == 1
