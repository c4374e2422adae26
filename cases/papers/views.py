"""The printable sheet of a case, with answers for those who teach, and the case on a projector."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, make_response, render_template, request, url_for

from accounts.views import reader_role
from cases.content import Case
from cases.listing.views import kind_words
from cases.papers.tasks import parts
from cases.shaping import BASE, Shape, shape
from library.service import Held
from web import linking
from web.drawing import case_strip
from web.locale import language

# who may see solutions that were not asked for by an answer of one's own
TEACHERS = ("instructor", "administrator")


def teaches() -> bool:
    """Whether who reads may see sheets with answers."""
    return reader_role() in TEACHERS


def shape_of(case: Case) -> Shape:
    """The shape the address asks for; 404 where the case has none of that name."""
    try:
        return shape(case, request.args.get("shape", BASE))
    except KeyError:
        abort(404)


def sheet(held: Held) -> Response:
    """The case on paper with empty places for answers; with `?answers=1` also the solutions, for those who teach."""
    answers = request.args.get("answers") == "1"
    if answers and not teaches():
        abort(404)
    case: Case = held.content
    made, lang = shape_of(case), language()
    page = render_template(
        "cases/sheet.html", case=case, title=linking.words(case.title, lang), kind=kind_words(case.kind_of_probation),
        parts=parts(case, made.id, lang, answers), strip=case_strip(made.events, lang), name=held.name, nav="cases",
        shape=made.id, answers=answers, teaches=teaches(), cover=linking.inline(case.cover, lang),
    )  # fmt: skip
    response = make_response(page)
    if answers:
        response.headers["Cache-Control"] = "no-store"
    return response


def projector(held: Held) -> Response:
    """The case on a wall: its story, then each task by itself, without answers."""
    case: Case = held.content
    made, lang = shape_of(case), language()
    title = linking.words(case.title, lang)
    told = [(part, number) for number, part in enumerate(parts(case, made.id, lang))]
    slides: list[dict[str, Any]] = [{"title": "", "html": linking.inline(case.cover, lang)}]
    for part, number in told:
        strip = case_strip(made.events, lang) if number == 0 else None
        slides += [{"strip": strip}] if strip else []
        slides += [{"over": part["title"], "title": paper["title"], "html": paper["html"]} for paper in part["papers"]]
        slides += [{"over": part["title"], "task": task} for task in part["tasks"]]
    back = url_for("cases.one", name=held.name, shape=None if made.id == BASE else made.id)
    return make_response(
        render_template(
            "projector.html", title=title, over=kind_words(case.kind_of_probation), slides=slides, back=back,
            nav="cases",
        )
    )  # fmt: skip
