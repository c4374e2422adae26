"""The list of cases: filters, counts, how far a person is, what to take next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from cases.listing.rows import Nature, Row, chosen, counts, difficulty_of, nature_of, recommended, row_of, weak_kind
from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor
from web.db import db

START = datetime(2026, 11, 20, tzinfo=UTC)
PLAIN: Any = SimpleNamespace(sheet=False, stages=())


def row(name: str, kind: str = "pretrial", level: int = 1, state: Any = "new", minute: int = 0) -> Row:
    nature = Nature(kind, ("probation-law",), ("verdict",), level)
    return Row(name, PLAIN, nature, state, last=START + timedelta(minutes=minute))


def mark(task: str, points: int = 1, attempt: str = "a", minute: int = 0, ended: bool = False, given: Any = "") -> Any:
    at = START + timedelta(minutes=minute)
    return SimpleNamespace(
        task=task, points=points, of=1, attempt_id=attempt, stored_at=at, ended=ended, given=given, document_id="d"
    )


def case_of(session: Session, name: str) -> Any:
    held = library.get(session, STRANGER, "case", name)
    assert held is not None
    return held.content


def test_the_open_case_answered_last_comes_first() -> None:
    rows = [row("a"), row("b", state="begun", minute=1), row("c", state="begun", minute=2), row("d", state="done")]
    assert recommended(rows, "pretrial") == rows[2]


def test_then_a_new_case_of_the_weak_kind_and_among_them_the_easiest() -> None:
    rows = [row("a", level=1), row("b", "penitentiary", 3), row("c", "penitentiary", 2), row("d", "penitentiary", 2)]
    assert recommended(rows, "penitentiary") == rows[2]
    assert recommended(rows) == rows[0]


def test_nothing_is_proposed_when_all_is_done_and_a_sheet_never_is() -> None:
    assert recommended([row("a", state="done")]) is None
    assert recommended([replace(row("a"), case=SimpleNamespace(sheet=True, stages=()))]) is None  # type: ignore[arg-type]


def test_the_weak_kind_has_the_smallest_share_of_items_right_at_the_last_answer() -> None:
    def item(document: str, task: str, points: int) -> Any:
        return SimpleNamespace(document_id=document, task=task, points=points, of=1)

    kinds = {"q1": "pretrial", "q2": "penitentiary", "q3": ""}
    marks = [item("q1", "i1", 0), item("q1", "i1", 1), item("q1", "i2", 0), item("q2", "i1", 0), item("q3", "i1", 0)]
    assert weak_kind(marks, lambda document: kinds[document]) == "penitentiary"
    assert weak_kind([item("q1", "i1", 0), item("q1", "i1", 1)], lambda document: "pretrial") == ""


def test_filters_leave_out_what_no_case_has_and_counts_keep_the_other_filters() -> None:
    rows = [row("a"), row("b", "penitentiary"), row("c", "penitentiary", 3)]
    now = chosen({"kind": "penitentiary", "difficulty": "9", "state": "x", "other": "1"}, rows)
    assert now.values == {"kind": "penitentiary"}
    assert [r.name for r in rows if now.lets(r)] == ["b", "c"]
    found = counts(rows, now)
    assert found["difficulty"] == {"1": 1, "3": 1} and found["kind"] == {"pretrial": 1, "penitentiary": 2}


def test_a_case_is_begun_until_every_task_on_its_way_is_answered(session: Session) -> None:
    case = case_of(session, "pretrial-11")
    nature = nature_of(case)
    all_tasks = [mark(task.id, minute=n) for n, task in enumerate(case.tasks)]
    assert row_of("x", case, nature, []).state == "new"
    assert row_of("x", case, nature, all_tasks[:-1]).state == "begun"
    done = row_of("x", case, nature, all_tasks)
    assert (done.state, done.points, done.answered) == ("done", len(case.tasks), len(case.tasks))
    assert row_of("x", case, nature, [*all_tasks, mark("t1", 0, "b", 99)]).state == "begun"
    ended = row_of("x", case, nature, [*all_tasks, mark("t1", 0, "b", 99, ended=True)])
    assert (ended.state, ended.points) == ("done", len(case.tasks)), "the last whole attempt counts"


def test_a_case_that_unfolds_is_done_at_the_end_of_its_branch_and_asks_are_no_answers(session: Session) -> None:
    case = case_of(session, "pretrial-12")
    marks = [mark("ask:birth-certificate"), *(mark(t, minute=n) for n, t in enumerate(["t1", "t2", "t4", "t5"], 1))]
    begun = row_of("x", case, nature_of(case), marks)
    assert (begun.state, begun.answered, begun.tasks) == ("begun", 4, 5)
    assert row_of("x", case, nature_of(case), [*marks, mark("t6", minute=9)]).state == "done"


def test_difficulty_comes_from_the_tasks_unless_it_is_written(session: Session) -> None:
    levels = {one.name: difficulty_of(one.content) for one in library.listing(session, STRANGER, "case")}
    assert set(levels.values()) <= {1, 2, 3} and len(set(levels.values())) > 1, levels
    case = case_of(session, "pretrial-12")
    assert nature_of(case).difficulty == difficulty_of(case) >= 2
    assert nature_of(case.model_copy(update={"difficulty": 1})).difficulty == 1


def test_acts_come_from_rules_and_provisions_of_the_tasks(session: Session) -> None:
    assert {"probation-law", "order-90"} <= set(nature_of(case_of(session, "pretrial-12")).acts)


@pytest.mark.parametrize("query", ["kind=pretrial&skill=day", "state=new", "kind=moon&act=%27&difficulty=", "x=1"])
def test_filters_work_in_the_address_without_scripts(app: Flask, query: str) -> None:
    page = Visitor(app).get(f"/cases?{query}")
    assert page.status_code == 200 and "/cases/pretrial-03" in page.text
    form = page.form("/cases")
    assert form.method == "get" and set(form.choices) == {"kind", "act", "skill", "difficulty", "state"}
    for name, value in (pair.split("=") for pair in query.split("&")):
        if value in form.choices.get(name, []) and value:
            assert form.chosen[name] == [value]


def test_a_filter_that_leaves_nothing_says_so(app: Flask) -> None:
    assert "Мұндай іс жоқ" in Visitor(app).get("/cases?state=done").text


def test_the_list_says_how_far_a_person_is_and_proposes_the_open_case(app: Flask) -> None:
    visitor = Visitor(app)
    form = visitor.get("/cases/pretrial-04").form("/cases/pretrial-04/answer")
    visitor.send(form, **{name: values[0] for name, values in form.choices.items()})
    page = visitor.get("/cases").text
    advice = page.partition('class="advice"')[2].partition("</p>")[0]
    assert "/cases/pretrial-04" in advice and "басталған" in page
    assert "/cases/pretrial-04" in visitor.get("/cases?state=begun").text
    assert "/cases/pretrial-05" not in visitor.get("/cases?state=begun").text.partition("caselist")[2]


def test_the_list_asks_the_database_no_more_for_more_cases(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.get("/cases")
    seen: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    visitor.get("/cases")
    assert len(seen) <= 4, seen
