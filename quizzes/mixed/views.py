"""Pages of mixed practice: which modules, one item at a time, its answer."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from accounts.views import known_learner
from attempts.views import Refused, of_form, reader
from library import service as library
from library.service import Held
from quizzes.content import Item
from quizzes.history import history_of
from quizzes.mixed.choosing import next_mixed
from quizzes.views import blueprint, in_course, item_of, item_page, item_task, practised
from web import linking
from web.db import session
from web.locale import language

MOST = 40


def _all() -> dict[str, Held]:
    """All quizzes by name, in the order of the course."""
    modules = [held.name for held in library.listing(session(), reader(), "module")]
    return {held.name: held for held in in_course(modules)}


def _chosen() -> list[str]:
    """The modules in the address, as the form sent them; none means all."""
    return [name[:60] for name in request.args.getlist("module")[:MOST]]


@blueprint.get("/practice/mixed")
def mixed() -> Response:
    """Which modules to mix."""
    quizzes = [{"name": name, "title": linking.words(held.content.title, language()), "items": len(held.content.items)}
               for name, held in _all().items()]  # fmt: skip
    return make_response(render_template("quizzes/mixed.html", quizzes=quizzes, nav="practice"))


@blueprint.get("/practice/mixed/next")
def mixed_onwards() -> Response:
    """To the item that is due among the modules chosen."""
    held, chosen = _all(), _chosen()
    wanted = {name: one for name, one in held.items() if name in chosen} or held
    if not wanted:
        abort(404)
    names = {one.document_id: name for name, one in wanted.items()}
    marks = history_of(session(), known_learner()).marks
    history = [(names[document], met) for document, met in marks if document in names]
    if len(wanted) == len(held):
        chosen = []
    quiz, _slash, id_ = request.args.get("after", "")[:130].partition("/")
    name, item = next_mixed({name: one.content for name, one in wanted.items()}, history, (quiz, id_))
    return redirect(url_for("quizzes.mixed_item", name=name, id_=item.id, module=chosen), 303)  # type: ignore[return-value]


@blueprint.get("/practice/mixed/<name>/<id_>")
def mixed_item(name: str, id_: str) -> Response:
    """One item; after an answer its verdict and the way on."""
    held = library.get(session(), reader(), "quiz", name) or abort(404)
    return make_response(_page(held, item_of(held.content, id_), None))


@blueprint.post("/practice/mixed/<name>/<id_>")
def mixed_answer(name: str, id_: str) -> Response:
    """Store an answer to an item: 303 to its page, or 422 with everything typed."""
    held = of_form(library.get(session(), reader(), "quiz", name) or abort(404))
    found = item_of(held.content, id_)
    result = practised(held, found)
    if isinstance(result, Refused):
        return make_response(_page(held, found, result), 422)
    return redirect(f"{_here(name, id_)}#task-{id_}", 303)  # type: ignore[return-value]


def _here(name: str, id_: str) -> str:
    return url_for("quizzes.mixed_item", name=name, id_=id_, module=_chosen())


def _page(held: Held, found: Item, refused: Refused | None) -> str:
    here = _here(held.name, found.id)
    task: dict[str, Any] = item_task(held, found, refused, here, here)
    return item_page(held, found, task, {
        "href": url_for("quizzes.mixed_onwards", module=_chosen(), after=f"{held.name}/{found.id}"),
        "up": url_for("quizzes.mixed"), "words": _("Аралас жаттығу"),
    })  # fmt: skip
