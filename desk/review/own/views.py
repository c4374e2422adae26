"""Pages of one's own cards: all of them by the day they come back, and adding those of a module, a page, a term."""

from __future__ import annotations

from collections import Counter
from typing import Any

from flask import Response, abort, make_response, redirect, render_template, request, url_for

from accounts.views import ensure_learner
from database import lock_for_writing, now
from desk.review import service, showing
from desk.review.models import ITEM, TERM, Card
from desk.review.schedule import day_of, due_on
from desk.review.service import memory_of
from desk.review.subjects import Key, Subjects
from desk.review.views import Desk, blueprint
from quizzes.history import history_of
from web import linking
from web.db import session
from web.locale import language

ON_A_PAGE = 50


@blueprint.get("/cards")
def cards() -> Response:
    """All own cards, the next first, by fifties."""
    desk = Desk()
    own = [card for card in desk.cards if card.put_away_at is None and desk.subjects.has(card.kind, card.target)]
    days = {card.id: due_on(card.id, memory_of(card), desk.exam, desk.today) for card in own}
    own.sort(key=lambda card: (days[card.id], card.made_at, card.id))
    pages = max(1, -(-len(own) // ON_A_PAGE))
    page = min(pages, max(1, request.args.get("page", 1, int)))
    rows = [_row(card, desk, days) for card in own[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]]
    shown = render_template(
        "desk/review-cards.html", rows=rows, number=len(own), page=page, pages=pages, nav="practice",
        kinds=Counter(card.kind for card in own), said=request.args.get("said", ""),
    )  # fmt: skip
    return make_response(shown)


def _row(card: Card, desk: Desk, days: dict[str, Any]) -> dict[str, Any]:
    named, day = showing.name(card, desk.subjects, language()), days[card.id]
    return {**named, "day": "" if day <= desk.today else desk.day(day), "new": card.seen_at is None}


@blueprint.get("/add")
def add() -> Response:
    """Modules whose cards may be added; the pages of the one that was chosen."""
    desk, lang = Desk(), language()
    have = {(card.kind, card.target) for card in desk.cards if card.put_away_at is None}
    modules = [
        {"name": name, "title": linking.words(held.content.title, lang),
         **_counted(desk.subjects.of_module(name), have)}
        for name, held in desk.subjects.modules.items()
    ]  # fmt: skip
    chosen = request.args.get("module", "")
    pages = [
        {"name": held.name, "title": linking.words(held.content.title, lang),
         **_counted(desk.subjects.of_page(held.name), have)}
        for held in (desk.subjects.pages_of(chosen) if chosen in desk.subjects.modules else ())
    ]  # fmt: skip
    return make_response(
        render_template("desk/review-add.html", modules=modules, chosen=chosen, pages=pages, nav="practice")
    )


def _counted(keys: tuple[Key, ...], have: set[Key]) -> dict[str, int]:
    return {"of": len(keys), "left": len(set(keys) - have)}


@blueprint.post("/add")
def added() -> Response:
    """Make the cards of `term:…`, `page:…` or `module:…`; of a module also those of items last answered wrong."""
    desk = Desk()
    wanted = desk.subjects.wanted(_keys(desk, request.form.get("what", "")[:200]), day_of(now()))
    current = session()
    lock_for_writing(current)
    came = service.add(current, ensure_learner(current), wanted)
    return redirect(url_for("review.index", said="added" if came else "there", number=came or None), 303)  # type: ignore[return-value]


def _keys(desk: Desk, what: str) -> list[Key]:
    scheme, _, target = what.partition(":")
    subjects = desk.subjects
    if scheme == "term" and target in subjects.terms:
        return [(TERM, target)]
    if scheme == "page" and target in subjects.pages:
        return list(subjects.of_page(target))
    if scheme == "module" and target in subjects.modules:
        return [*_went_wrong(desk.learner, subjects, target), *subjects.of_module(target)]
    abort(404)


def _went_wrong(learner: str | None, subjects: Subjects, module: str) -> list[Key]:
    """Items of the module whose last answer was not wholly right."""
    known = history_of(session(), learner)
    found: list[Key] = []
    for name, held in subjects.quizzes.items():
        if held.content.module == module:
            last = {met.item: met.full for met in known.of(held.document_id)}
            found += [(ITEM, f"{name}/{id_}") for id_, full in last.items() if not full]
    return found
