"""Practice: every item right and wrong through the site, what comes next, the item inside a course page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from attempts.models import Answer, Mark
from library import service as library
from library.service import STRANGER
from quizzes.choosing import Met, next_item, standings
from tests.browsing import Visitor
from tests.cases.solving import right, wrong

PRACTICE = "/practice/pretrial"


def quiz_of(session: Session) -> Any:
    held = library.get(session, STRANGER, "quiz", "pretrial")
    assert held is not None
    session.rollback()
    return held.content


def last_mark(session: Session) -> tuple[str, int, int]:
    session.rollback()
    found = select(Answer.task, Mark.points, Mark.of).join(Mark).order_by(Answer.stored_at.desc()).limit(1)
    task, points, of = session.execute(found).one()
    return task, points, of


def test_every_item_wrong_and_then_right(app: Flask, session: Session) -> None:
    visitor, quiz = Visitor(app), quiz_of(session)
    for item in quiz.items:
        path = f"{PRACTICE}/{item.id}"
        for how, full in ((wrong, False), (right, True)):
            form = visitor.get(path).form(path)
            sent = visitor.send(form, **({name: [] for name in form.chosen} | how(item.task, item.facts, form)))
            assert sent.status_code == 303, (item.id, sent.text[:3000])
            task, points, of = last_mark(session)
            assert task == item.id and (points == of) is full, (item.id, how.__name__, points, of)
    assert {s.met == s.of == s.right for s in standings(quiz, _history(session))} == {True}


def _history(session: Session) -> list[Met]:
    rows = session.execute(select(Answer.task, Mark.points, Mark.of).join(Mark).order_by(Answer.stored_at))
    return [Met(task, points == of) for task, points, of in rows]


def test_no_reason_is_on_the_page_before_the_answer_and_it_is_after(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    item = next(item for item in quiz_of(session).items if item.task.kind == "choice")
    path = f"{PRACTICE}/{item.id}"
    page = visitor.get(path)
    whys = [str(option.why) for option in item.task.options]
    assert not [why for why in whys if why in page.text]
    form = page.form(path)
    visitor.send(form, **wrong(item.task, item.facts, form))
    assert any(why in visitor.get(path).text for why in whys)


def test_practice_goes_on_with_what_was_never_met_then_with_what_went_wrong(session: Session) -> None:
    quiz = quiz_of(session)
    ids = [item.id for item in quiz.items]
    met = [Met(id_, True) for id_ in ids]
    assert next_item(quiz, []).id in ids
    assert next_item(quiz, met[:-1]).id == ids[-1]
    assert next_item(quiz, [Met(ids[0], False), *met[1:]]).id == ids[0]


def test_the_item_just_answered_is_not_asked_again_at_once(session: Session) -> None:
    quiz = quiz_of(session)
    history: list[Met] = []
    for number in range(120):
        item = next_item(quiz, history)
        assert not history or item.id != history[-1].item
        history.append(Met(item.id, number % 3 == 0))


def test_every_item_of_an_objective_comes_before_any_comes_twice(session: Session) -> None:
    quiz = quiz_of(session)
    for objective in {item.objective for item in quiz.items}:
        own = {item.id for item in quiz.items if item.objective == objective}
        history: list[Met] = []
        for _ in own:
            history.append(Met(next_item(quiz, history, objective).id, True))
        assert {met.item for met in history} == own


def test_an_objective_that_does_not_exist_leads_to_any_item(visitor: Visitor) -> None:
    page = visitor.get(f"{PRACTICE}/next?objective=nothing")
    assert page.status_code == 303 and page.headers["Location"].startswith(PRACTICE)


def test_an_item_inside_a_course_page_leads_back_to_it(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    page = visitor.get("/course/pretrial/who-may")
    form = page.form(PRACTICE)
    item = quiz_of(session).item(form.hidden["task"])
    sent = visitor.send(form, **right(item.task, item.facts, form))
    assert sent.headers["Location"] == f"/course/pretrial/who-may#task-{item.id}"
    assert re.search(rf'id="task-{item.id}"', visitor.get("/course/pretrial/who-may").text)


@pytest.mark.parametrize(
    "back",
    ["https://example.org/", "//example.org", "/course//example.org", "/course/\\example.org", "javascript:alert(1)",
     "/account/sign-out", "", "/ru/course/pretrial", "x" * 5000],
)  # fmt: skip
def test_an_answer_never_leads_off_the_site(visitor: Visitor, back: str) -> None:
    form = visitor.get(f"{PRACTICE}/eligibility-01").form(PRACTICE)
    name, values = next(iter(form.choices.items()))
    sent = visitor.send(form, **{name: values[0]}, back=back)
    assert sent.status_code in (303, 422)
    if sent.status_code == 303:
        assert sent.headers["Location"].startswith(f"{PRACTICE}/eligibility-01#")


def test_a_language_keeps_its_path_after_an_answer(visitor: Visitor) -> None:
    form = visitor.get(f"/ru{PRACTICE}/eligibility-01").form(f"/ru{PRACTICE}")
    name, values = next(iter(form.choices.items()))
    sent = visitor.send(form, **{name: values[0]})
    assert sent.status_code in (303, 422)
    assert sent.status_code == 422 or sent.headers["Location"].startswith(f"/ru{PRACTICE}/eligibility-01")


def test_each_objective_of_the_module_has_practice(session: Session) -> None:
    module = library.get(session, STRANGER, "module", "pretrial")
    assert module is not None
    practised = {item.objective for item in quiz_of(session).items}
    assert practised <= {objective.id for objective in module.content.objectives}
    assert {objective.id for objective in module.content.objectives} <= practised


@pytest.mark.parametrize("start", ["/practice/pretrial/next", "/practice/mixed/next"])
def test_a_question_left_without_an_answer_is_not_the_next_one(visitor: Visitor, start: str) -> None:
    path, seen = start, []
    for _ in range(4):
        page = visitor.get(visitor.http.get(path).headers["Location"])
        seen.append(page.form("/practice/").hidden["task"])
        path = re.findall(r'href="(/practice/[^"]*next[^"]*)"', page.text)[-1].replace("&amp;", "&")
    assert all(one != other for one, other in pairwise(seen)), seen
    assert len(set(seen)) > 2
