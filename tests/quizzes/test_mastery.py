"""Mastery of an objective by the marks alone, and mixed practice over several modules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from attempts.models import Mark
from library import service as library
from library.service import STRANGER
from quizzes.choosing import Met
from quizzes.mastery import masteries, mastery
from quizzes.mixed.choosing import next_mixed
from tests.browsing import Visitor
from tests.cases.solving import right
from web.db import db

FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 21)


def item(id_: str, kind: str, objective: str = "o", situation: bool = False) -> Any:
    """An item as far as mastery looks at it."""
    return SimpleNamespace(id=id_, objective=objective, situation=situation, task=SimpleNamespace(kind=kind))


OWN = [item("a", "choice"), item("b", "choice", situation=True), item("c", "day")]
ALL_RIGHT = [Met("a", True, FIRST), Met("b", True, FIRST), Met("c", True, SECOND)]


def test_nothing_met_is_not_begun() -> None:
    assert mastery(OWN, [Met("other", True, FIRST)]) == ("none", ())


def test_all_kinds_a_situation_and_two_days_make_mastery() -> None:
    assert mastery(OWN, ALL_RIGHT) == ("mastered", ())


def test_right_answers_of_one_day_do_not() -> None:
    assert mastery(OWN, [Met(met.item, True, FIRST) for met in ALL_RIGHT]) == ("begun", ("days",))


def test_a_kind_never_met_or_wrong_at_last_is_lacking() -> None:
    assert mastery(OWN, [*ALL_RIGHT[:2], Met("a", True, SECOND)]) == ("begun", ("kinds",))
    assert mastery(OWN, [*ALL_RIGHT, Met("a", False, SECOND)]) == ("begun", ("kinds",))
    assert mastery(OWN, [*ALL_RIGHT, Met("a", False, SECOND), Met("a", True, SECOND)]) == ("mastered", ())


def test_the_situation_must_be_right_at_last() -> None:
    history = [*ALL_RIGHT, Met("b", False, SECOND), Met("a", True, SECOND)]
    assert mastery(OWN, history) == ("begun", ("situation",))


def test_what_is_left_is_named_all() -> None:
    assert mastery(OWN, [Met("c", False, FIRST)]) == ("begun", ("kinds", "situation", "days"))


def test_an_objective_of_another_quiz_says_nothing() -> None:
    quiz: Any = SimpleNamespace(items=[*OWN, item("z", "choice", "other", True)])
    assert [(one.objective, one.state) for one in masteries(quiz, ALL_RIGHT)] == [("o", "mastered"), ("other", "none")]


def quizzes_of(number: int, objectives: int) -> dict[str, Any]:
    """Quizzes of a few objectives with three items each."""
    return {
        f"q{q}": SimpleNamespace(id=f"q{q}", items=[
            item(f"{q}-{o}-{i}", "day" if i else "choice", f"o{o}", situation=bool(i))
            for o in range(objectives) for i in range(3)
        ])
        for q in range(number)
    }  # fmt: skip


def run(quizzes: dict[str, Any], times: int, fails: str = "") -> list[tuple[str, str]]:
    """The objectives asked one after another; all answers are right but those of the objective that fails."""
    history: list[tuple[str, Met]] = []
    asked = []
    for number in range(times):
        name, found = next_mixed(quizzes, history)
        asked.append((name, found.objective))
        history.append((name, Met(found.id, f"{name}/{found.objective}" != fails, FIRST if number % 2 else SECOND)))
    return asked


def test_no_objective_comes_twice_in_a_row_and_modules_take_turns() -> None:
    asked = run(quizzes_of(3, 4), 60)
    assert all(one != other for one, other in pairwise(asked))
    assert sum(one[0] == other[0] for one, other in pairwise(asked)) < 12
    assert len(set(asked[:12])) == 12


def test_the_weakest_objective_comes_most() -> None:
    asked = run(quizzes_of(3, 4), 60, fails="q1/o2")
    counts = {one: asked.count(one) for one in asked}
    assert max(counts, key=lambda one: counts[one]) == ("q1", "o2")
    assert all(one != other for one, other in pairwise(asked))


def test_with_one_objective_alone_it_comes_again() -> None:
    assert set(run(quizzes_of(1, 1), 5)) == {("q0", "o0")}


def test_mixed_practice_stays_in_the_modules_chosen(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    names = [held.name for held in library.listing(session, STRANGER, "quiz")][:2]
    session.rollback()
    query = "&".join(f"module={name}" for name in names)
    seen = set()
    for _ in range(6):
        sent = visitor.get(f"/practice/mixed/next?{query}")
        assert sent.status_code == 303 and sent.headers["Location"].endswith(query)
        path = sent.headers["Location"]
        name, id_ = path.partition("?")[0].split("/")[3:]
        held = library.get(session, STRANGER, "quiz", name)
        assert held is not None
        found = held.content.item(id_)
        session.rollback()
        form = visitor.get(path).form("/practice/mixed/")
        kept = visitor.send(form, **({n: [] for n in form.chosen} | right(found.task, found.facts, form)))
        assert kept.status_code == 303 and kept.headers["Location"] == f"{path}#task-{id_}"
        onwards = f"/practice/mixed/next?{query}&after={name}/{id_}".replace("&", "&amp;")
        assert f'href="{onwards}"' in visitor.get(path).text
        seen.add(name)
    assert seen == set(names)
    assert session.scalars(select(Mark)).all()


def test_mixed_practice_without_a_choice_is_of_all(visitor: Visitor) -> None:
    assert visitor.get("/practice/mixed/next").status_code == 303
    assert visitor.get("/practice/mixed/next?module=none").status_code == 303
    assert visitor.get("/practice/mixed/none/none").status_code == 404
    assert visitor.get("/practice/mixed/pretrial/none").status_code == 404


@pytest.fixture
def asked(app: Flask) -> Iterator[list[str]]:
    """Every query of the site, as it is asked."""
    found: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        found.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def practise(visitor: Visitor, session: Session, id_: str) -> None:
    """An item of practice answered right."""
    held = library.get(session, STRANGER, "quiz", "pretrial")
    assert held is not None
    session.rollback()
    item = held.content.item(id_)
    form = visitor.get(f"/practice/pretrial/{id_}").form("/practice/")
    assert visitor.send(form, **right(item.task, item.facts, form)).status_code == 303


def test_practice_asks_for_all_marks_at_once(app: Flask, session: Session, asked: list[str]) -> None:
    visitor = Visitor(app)
    practise(visitor, session, "eligibility-01")
    visitor.get("/practice")
    asked.clear()
    assert visitor.get("/practice").status_code == 200
    assert sum("FROM attempts" in one for one in asked) == 1
    assert len(asked) <= 6, asked


def test_each_objective_says_how_far_it_is(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    assert "басталмаған" in visitor.get("/practice/pretrial").text
    practise(visitor, session, "eligibility-01")
    assert "меңгерілуде" in visitor.get("/practice/pretrial").text
