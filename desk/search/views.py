"""The page of the search: results by kind, each with the sentence that answers."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request
from flask_babel import gettext as _
from markupsafe import Markup, escape

from attempts.views import reader
from desk.search import asking
from desk.search.asking import Hit
from desk.search.folding import kazakh_words
from web.db import session
from web.locale import language
from web.trace import prefix

blueprint = Blueprint("search", __name__)
LONGEST_SHOWN, LONGEST_TITLE = 260, 120
_SENTENCE = re.compile(r"(?<=\w{3}[.?!;])\s+")
_WORD = re.compile(r"\w+(?:-\w+)*")


def _kinds() -> dict[str, str]:
    return {
        "term": _("Терминдер"), "law": _("Заң"), "module": _("Модульдер"), "page": _("Беттер"), "case": _("Істер"),
        "question": _("Бақылау сұрақтары"),
        "item": _("Жаттығу сұрақтары"),
    }  # fmt: skip


@blueprint.get("/search")
def index() -> Response:
    """Results for `q`; without it the field alone."""
    asked = " ".join(request.args.get("q", "").split())
    answer = asking.ask(session(), reader(), asked) if asked else asking.NOTHING
    page = render_template(
        "desk/search.html", asked=asked[:asking.LONGEST], cut=len(asked) > asking.LONGEST, groups=_groups(answer.hits),
        near=answer.near, unknown=answer.unknown, nav="search",
    )  # fmt: skip
    return make_response(page)


def _groups(hits: Any) -> list[dict[str, Any]]:
    """Results by kind; the kind of the best result stands first."""
    places = {kind: place for place, kind in reversed(list(enumerate(dict.fromkeys(hit.kind for hit in hits))))}
    ordered = sorted(hits, key=lambda hit: places[hit.kind])
    words = _kinds()
    return [
        {"title": words[kind], "hits": [_shown(hit) for hit in own]} for kind, own in groupby(ordered, lambda h: h.kind)
    ]


def _shown(hit: Hit) -> dict[str, Any]:
    return {
        "href": prefix(language()) + hit.href, "title": _marked(_short(hit.title), hit.matched),
        "text": _marked(_sentence(hit.text, hit.matched), hit.matched),
    }  # fmt: skip


def _short(title: str) -> str:
    """A title that fits two lines: the question of an item may be long."""
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _sentence(text: str, matched: frozenset[str]) -> str:
    """The sentence with most of the words that were asked for, cut where it is long."""
    if len(text) <= LONGEST_SHOWN:
        return text
    sentences = _SENTENCE.split(text)
    best = max(sentences, key=lambda one: len(matched & set(kazakh_words(one))))
    return best if len(best) <= LONGEST_SHOWN else best[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"


def _marked(text: str, matched: frozenset[str]) -> Markup:
    """The text with the words found inside `<mark>`."""
    made, last = Markup(), 0
    for word in _WORD.finditer(text):
        if matched & set(kazakh_words(word.group())):
            made += escape(text[last : word.start()]) + Markup("<mark>{}</mark>").format(word.group())
            last = word.end()
    return made + escape(text[last:])
