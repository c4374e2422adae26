"""Every case in every shape, solved through the site: right for all points, wrong for fewer, and what is told then."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from markupsafe import escape
from sqlalchemy import select
from sqlalchemy.orm import Session

from attempts.models import Answer, Mark
from cases.shaping import BASE, paper_of, shape
from cases.unfolding import every_state, stand
from checks.judging import grade, key, read
from checks.proof import as_form
from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor
from tests.cases.solving import right, wrong
from web.settings import ROOT

pytestmark = pytest.mark.thorough

CASES = sorted(path.stem for path in (ROOT / "content/cases").glob("*.yaml"))


def shapes(case: Any) -> list[str]:
    return [BASE, *(v.id for v in (*case.twins, *case.variants))]


def case_of(session: Session, name: str) -> Any:
    held = library.get(session, STRANGER, "case", name)
    assert held is not None
    session.rollback()
    return held.content


def solve(app: Flask, case: Any, shape_id: str, how: Any) -> Visitor:
    """One person answers every task of the shape that opens, the way `how` makes answers."""
    visitor = Visitor(app)
    page = visitor.get(f"/cases/{case.id}?shape={shape_id}")
    paper, receipts = paper_of(case, shape_id, 1), {}
    while True:
        facts = stand(case, paper, receipts).facts
        fresh = [id_ for id_ in facts if id_ not in receipts]
        if not fresh:
            return visitor
        for id_ in fresh:
            task = case.task(id_)
            form = page.form(f"/cases/{case.id}/answer", task=id_)
            typed = {name: [] for name in form.chosen} | how(task, facts[id_], form)
            sent = visitor.send(form, **typed)
            assert sent.status_code == 303, (shape_id, id_, sent.text[:3000])
            receipts[id_] = [given(task, facts[id_], typed)]
        page = visitor.get(f"/cases/{case.id}") if case.stages else page


def given(task: Any, facts: Any, typed: Any) -> SimpleNamespace:
    """What is stored of an answer, as far as it decides the way."""
    answer = read(task, {name: [v] if isinstance(v, str) else v for name, v in typed.items()})
    verdict = grade(task, answer, facts)
    return SimpleNamespace(points=verdict.points, of=verdict.of, given=answer, stored_at=None)


def marks(session: Session) -> list[tuple[str, Any, int, int]]:
    session.rollback()
    found = select(Answer.task, Answer.given, Mark.points, Mark.of).join(Mark).order_by(Answer.stored_at)
    return [(task, given, points, of) for task, given, points, of in session.execute(found)]


@pytest.mark.parametrize("name", CASES)
def test_the_key_of_every_shape_gets_all_points(app: Flask, session: Session, name: str) -> None:
    case = case_of(session, name)
    for shape_id in shapes(case):
        before = len(marks(session))
        visitor = solve(app, case, shape_id, right)
        found = marks(session)[before:]
        assert case.stages or [task for task, *_ in found] == [task.id for task in case.tasks]
        short = [(task, given) for task, given, points, of in found if points != of]
        assert not short, (shape_id, short)
        total = sum(of for *_, of in found)
        page = visitor.get(f"/cases/{name}").text
        assert total == 0 or f"<strong>{total}/{total}</strong>" in page, shape_id


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_answer_to_every_task_of_every_shape_gets_what_its_kind_gives(
    app: Flask, session: Session, name: str
) -> None:
    case = case_of(session, name)
    if case.sheet:
        pytest.skip("a sheet is not graded")
    for shape_id in shapes(case):
        before = len(marks(session))
        visitor = solve(app, case, shape_id, wrong)
        found = marks(session)[before:]
        for task_id, given, points, of in found:
            verdict = grade(case.task(task_id), given, facts_of(case, shape_id, found)[task_id])
            assert (points, of) == (verdict.points, verdict.of), (shape_id, task_id)
            assert points < of or case.task(task_id).kind == "reasoning", (shape_id, task_id)
        page = visitor.get(f"/cases/{name}").text
        assert page.count('class="verdict') >= len(found), shape_id


def facts_of(case: Any, shape_id: str, found: Any) -> Any:
    """The facts each task was put to, by the way that these marks took."""
    firsts = {t: [SimpleNamespace(points=p, of=of, given=g, stored_at=None)] for t, g, p, of in found}
    return stand(case, paper_of(case, shape_id, 1), firsts).facts


@pytest.mark.parametrize("name", CASES)
def test_a_twin_asks_for_another_answer_and_says_other_words(session: Session, name: str) -> None:
    case = case_of(session, name)
    base = shape(case, BASE)
    for twin in case.twins:
        turned = shape(case, twin.id)
        assert turned.facts != base.facts or turned.asks != base.asks
        assert [p.text for p in turned.documents] != [p.text for p in base.documents] or turned.events != base.events
    assert case.sheet or case.twins, "a case of one shape is learned by heart"


@pytest.mark.parametrize("name", CASES)
def test_a_variant_keeps_the_answers_to_choices_and_verdicts(session: Session, name: str) -> None:
    case = case_of(session, name)
    for variation in case.variants:
        base, varied = every_state(case, case.facts), every_state(case, {**shape(case, variation.id).facts})
        for task in case.tasks:
            facts = varied[task.id][0]
            if task.kind in ("day", "amount", "reasoning", "citation", "board"):
                continue
            if task.kind in ("derivation", "two-days", "document") and key(task, base[task.id][0]) != key(task, facts):
                continue
            for answer in task.passes:
                if isinstance(answer, dict):
                    verdict = grade(task, read(task, as_form(task, answer)), facts)
                    assert verdict.points == verdict.of, (variation.id, task.id)


@pytest.mark.parametrize("name", CASES)
def test_every_shape_tells_its_own_words(app: Flask, session: Session, name: str) -> None:
    case = case_of(session, name)
    visitor = Visitor(app)
    base = visitor.get(f"/cases/{name}").text
    for variation in (*case.twins, *case.variants):
        page = visitor.get(f"/cases/{name}?shape={variation.id}").text
        later = {id_ for stage in case.stages for id_ in stage.documents}
        open_now = " ".join(str(p.text) for p in case.documents if p.id not in later)
        told = [words for path, words in variation.words.items() if f"(fact:{path})" in open_now]
        assert all(str(escape(words)) in page for words in told), variation.id
        assert any(words not in base for words in told) or variation.events or not variation.words, variation.id


def test_no_key_and_no_reason_is_on_a_page_before_the_answer(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    for name in CASES:
        case, page = case_of(session, name), visitor.get(f"/cases/{name}").text
        for task in case.tasks:
            for option in getattr(task, "options", ()):
                assert not option.why or str(option.why) not in page, (name, task.id, option.id)
            model = getattr(task, "model", "")
            assert not model or str(model)[:60] not in page, (name, task.id)


@pytest.mark.parametrize("shape_id", ["none", "..", "base'", "%00", "child-is-three "])
def test_a_shape_that_does_not_exist_is_not_found(app: Flask, shape_id: str) -> None:
    assert Visitor(app).get("/cases/pretrial-07", query_string={"shape": shape_id}).status_code == 404
