"""The practice of a module as a sheet to print, with answers for those who teach; an item for the projector."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, request

from accounts.views import reader_role
from attempts.views import reader
from checks.shuffling import order_of
from library import service as library
from quizzes.content import Item, Quiz
from web import linking, solutions, tasks
from web.db import session
from web.locale import language

blueprint = Blueprint("quiz_sheets", __name__)
TEACHERS = ("instructor", "administrator")
SEED = 1


@blueprint.get("/course/<name>/sheet")
def sheet(name: str) -> Response:
    """All questions of a module by objective; with `?answers=1` also the solutions, for those who teach."""
    answers, teaches = request.args.get("answers") == "1", reader_role() in TEACHERS
    module = library.get(session(), reader(), "module", name)
    quizzes = [held.content for held in library.listing(session(), reader(), "quiz") if held.content.module == name]
    if module is None or not quizzes or (answers and not teaches):
        abort(404)
    lang = language()
    objectives = {one.id: linking.words(one.text, lang) for one in module.content.objectives}
    page = render_template(
        "quizzes/sheet.html", name=name, title=linking.words(module.content.title, lang), nav="course",
        groups=_groups(quizzes, objectives, lang, answers), answers=answers, teaches=teaches,
    )  # fmt: skip
    response = make_response(page)
    if answers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _groups(quizzes: list[Quiz], words: dict[str, str], lang: str, answers: bool) -> list[dict[str, Any]]:
    items = [item for quiz in quizzes for item in quiz.items]
    numbers = {id(item): number for number, item in enumerate(items, start=1)}
    return [
        {
            "title": words.get(objective, ""),
            "tasks": [_task(i, numbers[id(i)], lang, answers) for i in items if i.objective == objective],
        }
        for objective in dict.fromkeys(item.objective for item in items)
    ]  # fmt: skip


def _task(item: Item, number: int, lang: str, answers: bool) -> dict[str, Any]:
    shown = tasks.view(item.task, item.facts, order_of(item.task, SEED), lang) | {"number": number}
    return shown | ({"solution": solutions.solution(item.task, item.facts, lang)} if answers else {})


def on_wall(target: str) -> dict[str, Any] | None:
    """An item as a question alone, for the projector; nothing where there is no such item."""
    name, _, id_ = target.partition("/")
    held = library.get(session(), reader(), "quiz", name)
    found = next((item for item in held.content.items if item.id == id_), None) if held else None
    return _task(found, 0, language(), False) if found else None
