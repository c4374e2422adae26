"""Pages of practice: the standing by objective, one item at a time, its answer, and the item inside a course page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from markupsafe import Markup

from accounts.views import known_learner
from attempts import service as attempts
from attempts.service import Paper
from attempts.views import Refused, Sheet, of_form, own_attempt, page_title, reader, shown, take
from checks.shuffling import order_of
from library import service as library
from library.service import Held
from quizzes.choosing import Met, next_item, standings
from quizzes.content import Item, Quiz, item_key
from web import linking
from web.db import session
from web.locale import language
from web.trace import prefix

blueprint = Blueprint("quizzes", __name__)


def _find(name: str) -> Held:
    return library.get(session(), reader(), "quiz", name) or abort(404)


def _history(held: Held) -> list[Met]:
    marks = attempts.marks_of(session(), known_learner(), ["practice"])
    return [Met(m.task, m.points == m.of) for m in marks if m.document_id == held.document_id]


def _objectives(held: Held) -> dict[str, str]:
    """Objectives of the quiz's module in words, through the shelf."""
    module = library.get(session(), reader(), "module", held.content.module)
    if module is None:
        return {}
    return {o.id: linking.words(o.text, language()) for o in module.content.objectives}


@blueprint.get("/practice")
def index() -> Response:
    """All practice with the standing in each objective."""
    held = library.listing(session(), reader(), "quiz")
    quizzes = [_overview(one) for one in held]
    return make_response(render_template("quizzes/index.html", quizzes=quizzes, nav="practice"))


def _overview(held: Held) -> dict[str, Any]:
    words = _objectives(held)
    rows = [
        {"id": s.objective, "text": words.get(s.objective, s.objective), "met": s.met, "right": s.right, "of": s.of,
         "share": s.share}
        for s in standings(held.content, _history(held))
    ]  # fmt: skip
    return {"name": held.name, "title": linking.words(held.content.title, language()), "rows": rows,
            "items": len(held.content.items)}  # fmt: skip


@blueprint.get("/practice/<name>")
def one(name: str) -> Response:
    """The standing in one quiz and where to go on."""
    held = _find(name)
    return make_response(render_template("quizzes/quiz.html", quiz=_overview(held), nav="practice"))


@blueprint.get("/practice/<name>/next")
def onwards(name: str) -> Response:
    """To the item that is due."""
    held = _find(name)
    wanted = request.args.get("objective", "")[:60]
    item = next_item(held.content, _history(held), wanted)
    return redirect(url_for("quizzes.item", name=name, id_=item.id, objective=wanted or None), 303)  # type: ignore[return-value]


@blueprint.get("/practice/<name>/<id_>")
def item(name: str, id_: str) -> Response:
    """One item; after an answer its verdict and the way on."""
    held = _find(name)
    return make_response(_page(held, _item(held.content, id_), None))


def _item(quiz: Quiz, id_: str) -> Item:
    try:
        return quiz.item(id_)
    except KeyError:
        abort(404)


def _page(held: Held, found: Item, refused: Refused | None) -> str:
    wanted = request.args.get("objective", "")[:60]
    return render_template(
        "quizzes/item.html", task=_task(held, found, refused, url_for("quizzes.item", name=held.name, id_=found.id)),
        name=held.name, title=linking.words(held.content.title, language()), objective=wanted, nav="practice",
        about=_objectives(held).get(found.objective, ""),
    )  # fmt: skip


def _task(held: Held, found: Item, refused: Refused | None, back: str) -> dict[str, Any]:
    attempt = own_attempt(held.document_id)
    receipts = attempts.history(session(), attempt.id).get(found.id, []) if attempt else []
    seed = len(receipts) + (1 if attempt is None else attempt.paper["seed"])
    hidden = {"revision": held.revision_id, "back": back, "seed": str(seed)}
    action = url_for("quizzes.answer", name=held.name, id_=found.id)
    order = order_of(found.task, seed - 1 if receipts else seed)
    made = shown(found.task, found.facts, order, action, attempt, receipts, refused, hidden, page_title)
    made["hidden"]["attempt"] = ""
    if found.situation:
        made["level"] = 2
    return made


@blueprint.post("/practice/<name>/<id_>")
def answer(name: str, id_: str) -> Response:
    """Store an answer to an item: 303 to the page it was given on, or 422 with everything typed."""
    held = of_form(_find(name))
    found = _item(held.content, id_)
    attempt = own_attempt(held.document_id)
    if attempt is not None and attempt.revision_id != held.revision_id:
        attempt = None
    body = {"facts": dict(found.facts), "keys": {i.id: item_key(i, i.facts) for i in held.content.items}, "seed": 1}
    paper = Paper("practice", held.document_id, held.revision_id, "", body)
    result = take(Sheet(held.document_id, held.revision_id, paper, attempt), found.task, found.facts)
    if isinstance(result, Refused):
        return make_response(_page(held, found, result), 422)
    return redirect(_back(url_for("quizzes.item", name=name, id_=id_), id_), 303)  # type: ignore[return-value]


def _back(own: str, id_: str) -> str:
    """The page the item stands on (of the course, or home), or its own; only paths of ours are followed."""
    wanted = request.form.get("back", "")[:300]
    start = f"{prefix(language())}/"
    of_course = wanted.startswith(f"{start}course/") and "//" not in wanted and "\\" not in wanted
    if of_course or wanted == start:
        return f"{wanted}#task-{id_}"
    return f"{own}#task-{id_}"


def embed(target: str, back: str) -> Markup:
    """An item inside a course page; nothing where there is no such item."""
    name, _, id_ = target.partition("/")
    held = library.get(session(), reader(), "quiz", name)
    if held is None:
        return Markup()
    try:
        found = held.content.item(id_)
    except KeyError:
        return Markup()
    return Markup(render_template("quizzes/embed.html", task=_task(held, found, None, back)))
