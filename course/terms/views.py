"""Pages of the glossary: all terms by letter, and one term with where it is used."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template

from attempts.views import newcomer, reader
from course.content import Term
from kazakh.letters import order_key
from library import service as library
from library.links import links_in
from library.service import Held
from web import linking, pages
from web.db import session
from web.locale import language

blueprint = Blueprint("terms", __name__)
Plain = dict[str, Any]
_terms_on: dict[str, frozenset[str]] = {}


def _glossaries() -> list[Held]:
    return library.listing(session(), reader(), "glossary")


def all_terms(held: list[Held]) -> list[Term]:
    """Every term once, in the order of the Kazakh alphabet."""
    return sorted((term for one in held for term in one.content.terms), key=lambda term: order_key(term.kk))


def _shown(term: Term, lang: str) -> Plain:
    return {
        "id": term.id, "kk": term.kk, "ru": term.ru, "en": term.en, "also": term.also, "avoid": term.avoid,
        "definition": linking.inline(term.definition, lang), "href": linking.address("term", term.id, lang),
    }  # fmt: skip


@blueprint.get("/glossary")
def index() -> Response:
    """All terms by their first letter; rendered once for newcomers."""
    held = _glossaries()
    if newcomer():
        return pages.once(("glossary", *(one.revision_id for one in held)), lambda: _index(held))
    return make_response(_index(held))


def _index(held: list[Held]) -> str:
    shown = [_shown(term, language()) for term in all_terms(held)]
    letters = [(letter, list(own)) for letter, own in groupby(shown, key=lambda term: term["kk"][0].upper())]
    return render_template("course/glossary.html", letters=letters, number=len(shown), nav="course")


@blueprint.get("/glossary/<id_>")
def one(id_: str) -> Response:
    """One term: three languages, what it means, where the course and the cases speak of it."""
    terms = all_terms(_glossaries())
    here = next((number for number, term in enumerate(terms) if term.id == id_), None)
    if here is None:
        abort(404)
    lang = language()
    page = render_template(
        "course/term.html", term=_shown(terms[here], lang), nav="course",
        before=_shown(terms[here - 1], lang) if here else None,
        after=_shown(terms[here + 1], lang) if here + 1 < len(terms) else None, uses=_uses(id_),
    )  # fmt: skip
    return make_response(page)


def _uses(id_: str) -> list[Plain]:
    """Pages that link the term, in the order of the course, each with its module."""
    lang = language()
    modules = {one.name: one.content.title for one in library.listing(session(), reader(), "module")}
    found = [one for one in library.listing(session(), reader(), "page") if id_ in _linked(one)]
    return [
        {"href": linking.address("page", one.name, lang), "title": linking.words(one.content.title, lang),
         "module": linking.words(modules.get(one.name.partition("/")[0], ""), lang)}
        for one in found
    ]  # fmt: skip


def _linked(held: Held) -> frozenset[str]:
    """The terms that a page links."""
    found = _terms_on.get(held.revision_id)
    if found is None:
        found = frozenset(link.target for link in links_in(held.content.kazakh) if link.scheme == "term")
        _terms_on[held.revision_id] = found
    return found
