"""Sheets: every task on paper without an answer, and with one for those who teach."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from cases.papers.tasks import parts
from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor
from web.settings import ROOT

SHEETS = ("/cases/pretrial-07/sheet", "/course/pretrial/sheet")
LANGUAGES = ("kk", "ru", "en")
CASES = sorted(path.stem for path in (ROOT / "content/cases").glob("*.yaml"))


def role_is(monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    for module in ("cases.papers.views", "quizzes.sheets.views"):
        monkeypatch.setattr(f"{module}.reader_role", lambda: role)


@pytest.mark.parametrize("path", SHEETS)
@pytest.mark.parametrize(("role", "status"), [("", 404), ("learner", 404), ("officer", 404), ("instructor", 200),
                                              ("administrator", 200)])  # fmt: skip
def test_answers_are_for_those_who_teach(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, path: str, role: str, status: int
) -> None:
    role_is(monkeypatch, role)
    page = visitor.get(f"{path}?answers=1")
    assert page.status_code == status
    assert ("onpaper__answer" in page.text) == (status == 200)
    assert status == 404 or page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", SHEETS)
def test_the_sheet_itself_is_for_everybody_and_holds_no_answer(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    role_is(monkeypatch, "instructor")
    page = visitor.get(path)
    assert page.status_code == 200 and "onpaper__answer" not in page.text and "answers=1" in page.text
    role_is(monkeypatch, "")
    assert "answers=1" not in visitor.get(path).text


@pytest.mark.parametrize("name", CASES)
def test_every_task_of_every_shape_has_a_solution(app: Flask, session: Session, name: str) -> None:
    held = library.get(session, STRANGER, "case", name)
    assert held is not None
    shapes = ["base", *(v.id for v in (*held.content.twins, *held.content.variants))]
    with app.test_request_context():
        for shape in shapes:
            tasks = [t for part in parts(held.content, shape, "kk", True) for t in part["tasks"]]
            assert {t["id"] for t in tasks} == {t.id for t in held.content.tasks}
            assert not [t["id"] for t in tasks if not _solved(t["solution"])]


def _solved(solution: dict[str, Any]) -> bool:
    return bool(solution["key"] or solution["lines"] or solution["model"])


def test_the_solution_of_a_twin_is_its_own(app: Flask, session: Session) -> None:
    held = library.get(session, STRANGER, "case", "pretrial-07")
    assert held is not None
    with app.test_request_context():
        for twin in held.content.twins:
            told = {}
            for shape in ("base", twin.id):
                tasks = [t for part in parts(held.content, shape, "kk", True) for t in part["tasks"]]
                told[shape] = {t["id"]: (t["solution"]["key"], t["solution"]["lines"]) for t in tasks}
            assert [id_ for id_ in twin.changes if told["base"][id_] != told[twin.id][id_]] == list(twin.changes)


@pytest.mark.parametrize("start", ["", "/ru", "/en"])
def test_a_sheet_has_every_paper_and_one_heading(visitor: Visitor, session: Session, start: str) -> None:
    held = library.get(session, STRANGER, "case", "pretrial-07")
    assert held is not None
    text = visitor.get(f"{start}/cases/pretrial-07/sheet?shape=written").text
    assert all(paper.title in text for paper in held.content.documents)
    assert len(re.findall("<h1[ >]", text)) == 1


def test_an_unknown_shape_or_module_has_no_sheet(visitor: Visitor) -> None:
    assert visitor.get("/cases/pretrial-07/sheet?shape=nobody").status_code == 404
    assert visitor.get("/course/nobody/sheet").status_code == 404


def test_on_the_wall_a_case_shows_story_and_tasks_and_no_form(visitor: Visitor, session: Session) -> None:
    held = library.get(session, STRANGER, "case", "pretrial-07")
    assert held is not None
    page = visitor.get("/cases/pretrial-07?view=projector")
    assert page.text.count('class="onpaper ') == len(held.content.tasks)
    assert not page.forms and "onpaper__answer" not in page.text
