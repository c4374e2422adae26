"""Home, how points are counted, about the site, the look: what needs several features at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template, url_for

from accounts.views import known_learner
from attempts import service as attempts
from attempts.views import newcomer, reader
from cases.unfolding import progress
from library import service as library
from library.service import Held, Reader
from quizzes.choosing import Met, standings
from web import linking, pages
from web.db import session
from web.locale import language
from web.settings import ROOT

blueprint = Blueprint("desk", __name__)
FIRST_CASE = "pretrial-07"
# Two taps to a first mark: one item stands on the home page itself until something else is answered.
FIRST_QUIZ, FIRST_ITEM = "pretrial", "bar-01"


@blueprint.get("/")
def home() -> Response:
    """One sentence, one thing to do, the map of the course with progress."""
    if newcomer():
        held = [*library.listing(session(), Reader(), "module"), *library.listing(session(), Reader(), "quiz")]
        return pages.once(("home", *(one.revision_id for one in held)), lambda: _home([]))
    return make_response(_home(attempts.marks_of(session(), known_learner())))


def _home(marks: list[attempts.Best]) -> str:
    who = reader()
    modules = library.listing(session(), who, "module")
    cases = library.listing(session(), who, "case")
    quizzes = library.listing(session(), who, "quiz")
    further = [mark for mark in marks if not (mark.kind == "practice" and mark.task == FIRST_ITEM)]
    taste = current_app.extensions["tarmaq.embeds"]["quiz"](f"{FIRST_QUIZ}/{FIRST_ITEM}", url_for("desk.home"))
    return render_template(
        "desk/home.html", next=_next(further, cases, quizzes), taste="" if further else taste,
        modules=[_map(m, marks, cases, quizzes) for m in modules],
    )  # fmt: skip


def _next(marks: list[attempts.Best], cases: list[Held], quizzes: list[Held]) -> dict[str, Any]:
    """The one big thing: a short case at the first visit, later the case left open, then what is weakest."""
    lang = language()
    if not marks:
        first = next((case for case in cases if case.name == FIRST_CASE), cases[0] if cases else None)
        return _case_step(first, "first") if first else {}
    by_id = {case.document_id: case for case in cases}
    for mark in reversed(marks):
        if mark.kind == "case" and not mark.ended and mark.document_id in by_id:
            case = by_id[mark.document_id]
            firsts = {m.task: m for m in reversed(marks) if m.attempt_id == mark.attempt_id}
            answered, of = progress(case.content, firsts)
            if answered < of:
                return _case_step(case, "continue") | {"answered": answered, "of": of}
    if weak := _weakest(marks, quizzes):
        return weak
    fresh = next(
        (c for c in cases if c.document_id not in {m.document_id for m in marks} and not c.content.sheet), None
    )
    if fresh:
        return _case_step(fresh, "fresh")
    return {"kind": "course", "href": linking.address("page", "", lang).rstrip("/"), "title": ""}


def _case_step(held: Held, kind: str) -> dict[str, Any]:
    return {
        "kind": kind, "href": url_for("cases.one", name=held.name),
        "title": linking.words(held.content.title, language()),
        "words": linking.inline(held.content.cover, language()), "minutes": held.content.minutes,
    }  # fmt: skip


def _weakest(marks: list[attempts.Best], quizzes: list[Held]) -> dict[str, Any]:
    for quiz in quizzes:
        own = [Met(m.task, m.points == m.of) for m in marks if m.document_id == quiz.document_id]
        wrong = [s for s in standings(quiz.content, own) if s.met > s.right]
        if wrong:
            weakest = min(wrong, key=lambda s: s.share)
            return {
                "kind": "practice", "title": _aim(quiz.content.module, weakest.objective),
                "href": url_for("quizzes.onwards", name=quiz.name, objective=weakest.objective),
                "right": weakest.right, "of": weakest.of,
            }  # fmt: skip
    return {}


def _aim(module: str, objective: str) -> str:
    """What a module lets one do, in words: the topic of the practice proposed."""
    held = library.get(session(), reader(), "module", module)
    aims = held.content.objectives if held else ()
    return next((linking.words(one.text, language()) for one in aims if one.id == objective), "")


def _map(held: Held, marks: list[attempts.Best], cases: list[Held], quizzes: list[Held]) -> dict[str, Any]:
    lang, module = language(), held.content
    names = [f"{module.id}/{slug}" for slug in module.pages]
    titles = {one.name: one.content for one in library.listing(session(), reader(), "page")}
    own_cases = [case for case in cases if case.content.kind_of_probation == module.kind_of_probation]
    done = {m.document_id for m in marks if m.kind == "case"}
    quiz = next((q for q in quizzes if q.content.module == module.id), None)
    met = [Met(m.task, m.points == m.of) for m in marks if quiz and m.document_id == quiz.document_id]
    found = standings(quiz.content, met) if quiz else []
    return {
        "id": module.id, "title": linking.words(module.title, lang), "href": url_for("course.module", name=module.id),
        "summary": linking.html(module.summary, lang),
        "pages": [
            {"href": linking.address("page", name, lang), "title": linking.words(titles[name].title, lang),
             "minutes": titles[name].minutes}
            for name in names if name in titles
        ],
        "cases": {
            "of": len(own_cases), "done": sum(c.document_id in done for c in own_cases), "href": url_for("cases.index"),
        },
        "begun": bool(met) or any(c.document_id in done for c in own_cases),
        "practice": {
            "of": sum(s.of for s in found), "right": sum(s.right for s in found),
            "href": url_for("quizzes.one", name=quiz.name) if quiz else "",
        },
    }  # fmt: skip


@blueprint.get("/scoring")
def scoring() -> Response:
    """How points are counted: the same text as in the documentation."""
    lang = language()
    title, _, text = _scoring(lang).read_text("utf-8").partition("\n")
    body = linking.html({"kk": text, lang: text}, lang)
    return make_response(render_template("desk/text.html", body=body, title=title.removeprefix("# ")))


def _scoring(lang: str) -> Path:
    return ROOT / "docs" / ("scoring.md" if lang == "kk" else f"scoring.{lang}.md")


@blueprint.get("/about")
def about() -> Response:
    """What the site is, what it rests on, what it does not teach."""
    return make_response(render_template("desk/about.html"))


@blueprint.get("/privacy")
def privacy() -> Response:
    """To the page on what is stored of this person."""
    return make_response(render_template("desk/privacy.html", known=known_learner() is not None))


@blueprint.get("/styleguide")
def styleguide() -> Response:
    """All components together, with invented data."""
    return make_response(render_template("styleguide.html", date=date))


@blueprint.get("/healthz")
def alive() -> Response:
    """Whether the site and its database answer; for a load balancer."""
    library.listing(session(), Reader(), "module")
    return Response("ok\n", mimetype="text/plain")
