"""One address for a whole group: all who open it work on one shape of a case, each on an attempt of their own."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, url_for

from attempts.views import own_attempt, reader
from cases.content import Case
from cases.listing.views import kind_words
from cases.papers.tasks import differences
from cases.papers.views import teaches
from cases.shaping import BASE, is_twin
from library import service as library
from library.service import Held
from web import linking
from web.db import session
from web.locale import language

blueprint = Blueprint("case_groups", __name__)


def _find(name: str) -> Held:
    return library.get(session(), reader(), "case", name) or abort(404)


def _shapes(case: Case) -> list[str]:
    return [BASE, *(v.id for v in (*case.twins, *case.variants))]


@blueprint.get("/cases/<name>/class")
def links(name: str) -> Response:
    """The addresses of all shapes, with what each of them turns."""
    held, lang = _find(name), language()
    case: Case = held.content
    page = render_template(
        "cases/class.html", case=case, name=name, title=linking.words(case.title, lang), nav="cases",
        kind=kind_words(case.kind_of_probation), shapes=_rows(held, lang), teaches=teaches(),
    )  # fmt: skip
    return make_response(page)


def _rows(held: Held, lang: str) -> list[dict[str, Any]]:
    case: Case = held.content
    numbers = {v.id: n for own in (case.twins, case.variants) for n, v in enumerate(own, start=1)}
    return [
        {
            "id": id_, "kind": "base" if id_ == BASE else ("twin" if is_twin(case, id_) else "variant"),
            "number": numbers.get(id_, 0), "turns": differences(case, id_, lang),
            "path": url_for("case_groups.enter", name=held.name, shape=id_),
            "whole": url_for("case_groups.enter", name=held.name, shape=id_, _external=True),
        }
        for id_ in _shapes(case)
    ]  # fmt: skip


@blueprint.get("/cases/<name>/group/<shape>")
def enter(name: str, shape: str) -> Response:
    """To the shape; who is at work on another one is asked first, and keeps it either way."""
    held = _find(name)
    if shape not in _shapes(held.content):
        abort(404)
    attempt, lang = own_attempt(held.document_id), language()
    if attempt is None:
        return redirect(url_for("cases.one", name=name, shape=shape), 303)  # type: ignore[return-value]
    if attempt.variant == shape:
        return redirect(url_for("cases.one", name=name), 303)  # type: ignore[return-value]
    page = render_template(
        "cases/group.html", name=name, shape=shape, title=linking.words(held.content.title, lang), nav="cases",
    )  # fmt: skip
    return make_response(page)
