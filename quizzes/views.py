"""Pages of practice: the standing by objective, one item at a time, its answer, and the item inside a course page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from accounts.views import known_learner
from attempts import service as attempts
from attempts.service import Paper, Receipt
from attempts.views import Refused, Sheet, of_form, own_attempt, page_title, reader, shown, take
from checks.shuffling import order_of
from library import service as library
from library.service import Held
from quizzes.choosing import next_item
from quizzes.content import Item, Quiz, item_key
from quizzes.history import History, history_of
from quizzes.mastery import Mastery, masteries
from web import linking, newer
from web.db import session
from web.locale import language
from web.trace import badge, prefix

blueprint = Blueprint("quizzes", __name__)


def _find(name: str) -> Held:
    return library.get(session(), reader(), "quiz", name) or abort(404)


def _known() -> History:
    return history_of(session(), known_learner())


def _modules() -> dict[str, Held]:
    return {held.name: held for held in library.listing(session(), reader(), "module")}


def _objectives(quiz: Quiz, modules: Mapping[str, Held]) -> dict[str, str]:
    """Objectives of the quiz's module in words, through the shelf."""
    module = modules.get(quiz.module)
    return {o.id: linking.words(o.text, language()) for o in module.content.objectives} if module else {}


@blueprint.get("/practice")
def index() -> Response:
    """All practice with the standing in each objective."""
    modules, known = _modules(), _known()
    quizzes = [overview(one, modules, known) for one in in_course(list(modules))]
    return make_response(render_template("quizzes/index.html", quizzes=quizzes, nav="practice"))


def in_course(modules: Sequence[str]) -> list[Held]:
    """All quizzes in the order of their modules, those of no module last."""
    places = {name: place for place, name in enumerate(modules)}
    held = library.listing(session(), reader(), "quiz")
    return sorted(held, key=lambda one: places.get(one.content.module, len(places)))


def overview(held: Held, modules: Mapping[str, Held], known: History) -> dict[str, Any]:
    """A quiz with each objective in words: standing, how far it is mastered, what is lacking; and the weakest one."""
    words = _objectives(held.content, modules)
    rows = [_row(one, words.get(one.objective, one.objective))
            for one in masteries(held.content, known.of(held.document_id))]  # fmt: skip
    open_ = [row for row in rows if row["state"] == "begun"]
    return {
        "name": held.name, "module": held.content.module, "rows": rows,
        "title": linking.words(held.content.title, language()),
        "items": len(held.content.items), "mastered": sum(row["state"] == "mastered" for row in rows),
        "weakest": min(open_, key=lambda row: row["share"], default=None),
    }  # fmt: skip


def _row(one: Mastery, words: str) -> dict[str, Any]:
    standing = one.standing
    return {
        "id": one.objective, "text": words, "met": standing.met, "right": standing.right, "of": standing.of,
        "share": standing.share, "state": one.state, "lacks": one.lacks,
    }  # fmt: skip


@blueprint.get("/practice/<name>")
def one(name: str) -> Response:
    """The standing in one quiz and where to go on."""
    shown = overview(_find(name), _modules(), _known())
    return make_response(render_template("quizzes/quiz.html", quiz=shown, nav="practice"))


@blueprint.get("/practice/<name>/next")
def onwards(name: str) -> Response:
    """To the item that is due."""
    held = _find(name)
    wanted = request.args.get("objective", "")[:60]
    item = next_item(held.content, _known().of(held.document_id), wanted, request.args.get("after", "")[:60])
    return redirect(url_for("quizzes.item", name=name, id_=item.id, objective=wanted or None), 303)  # type: ignore[return-value]


@blueprint.get("/practice/<name>/<id_>")
def item(name: str, id_: str) -> Response:
    """One item; after an answer its verdict and the way on."""
    held = _find(name)
    return make_response(_page(held, item_of(held.content, id_), None))


def item_of(quiz: Quiz, id_: str) -> Item:
    """The item of that id, else 404."""
    try:
        return quiz.item(id_)
    except KeyError:
        abort(404)


def _page(held: Held, found: Item, refused: Refused | None) -> str:
    wanted = request.args.get("objective", "")[:60]
    here = url_for("quizzes.item", name=held.name, id_=found.id)
    return item_page(held, found, item_task(held, found, refused, here, here), {
        "href": url_for("quizzes.onwards", name=held.name, objective=wanted or None, after=found.id),
        "up": url_for("quizzes.one", name=held.name), "words": _("Жаттығу"),
    })  # fmt: skip


def item_page(held: Held, found: Item, task: dict[str, Any], way: dict[str, str]) -> str:
    """The page of one item; `way` says where it leads on (`href`) and where it belongs (`up`, `words`)."""
    return render_template(
        "quizzes/item.html", task=task, title=linking.words(held.content.title, language()), way=way, nav="practice",
        about=_objectives(held.content, _modules()).get(found.objective, ""), changed=_changed(held, found),
    )  # fmt: skip


def _changed(held: Held, found: Item) -> list[dict[str, Any]]:
    """Provisions whose wording is younger than the item's facts and than its quiz's comparison with the law."""
    ids, told = newer.grounds(found.task), newer.last_day(dict(found.facts))
    ids = newer.changed(ids, told, held.content.checked_until, lambda: library.loaded_on(session(), held.revision_id))
    return [badge(id_, language()) for id_ in ids]


def item_task(
    held: Held, found: Item, refused: Refused | None, action: str, back: str, fresh: bool = False
) -> dict[str, Any]:  # fmt: skip
    """An item as templates show it, with the last answer and its verdict; without them where it is asked afresh."""
    attempt = own_attempt(held.document_id)
    receipts = attempts.history(session(), attempt.id).get(found.id, []) if attempt else []
    seed = len(receipts) + (1 if attempt is None else attempt.paper["seed"])
    hidden = {"revision": held.revision_id, "back": back, "seed": str(seed)}
    told = [] if fresh else receipts
    order = order_of(found.task, seed - 1 if told else seed)
    made = shown(found.task, found.facts, order, action, attempt, told, refused, hidden, page_title)
    made["hidden"]["attempt"] = ""
    if found.situation:
        made["level"] = 2
    return made


def practised(held: Held, found: Item) -> Receipt | Refused:
    """Judge and store the answer in the form on the revision it was made from, and tell who listens."""
    attempt = own_attempt(held.document_id)
    if attempt is not None and attempt.revision_id != held.revision_id:
        attempt = None
    body = {"facts": dict(found.facts), "keys": {i.id: item_key(i, i.facts) for i in held.content.items}, "seed": 1}
    paper = Paper("practice", held.document_id, held.revision_id, "", body)
    result = take(Sheet(held.document_id, held.revision_id, paper, attempt), found.task, found.facts)
    if isinstance(result, Receipt):
        for told in current_app.extensions.get("tarmaq.after_practice", ()):
            told(held.name, found, result)
    return result


@blueprint.post("/practice/<name>/<id_>")
def answer(name: str, id_: str) -> Response:
    """Store an answer to an item: 303 to the page it was given on, or 422 with everything typed."""
    held = of_form(_find(name))
    found = item_of(held.content, id_)
    result = practised(held, found)
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


def _address(held: Held, found: Item) -> str:
    return url_for("quizzes.answer", name=held.name, id_=found.id)


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
    return Markup(render_template("quizzes/embed.html", task=item_task(held, found, None, _address(held, found), back)))


# this page adds itself to the blueprint
import quizzes.mixed.views  # noqa: E402, F401
