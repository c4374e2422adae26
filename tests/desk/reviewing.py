"""What tests of review share: cards as they stand, cards added, rated and answered through the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.review.models import Card
from library import service as library
from library.service import STRANGER
from tests.browsing import Form, Visitor

START = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
Clock = Callable[[int], None]


def cards(session: Session) -> list[Card]:
    """All cards as they stand."""
    session.rollback()
    session.expire_all()
    return list(session.scalars(select(Card).order_by(Card.made_at, Card.id)))


def count(session: Session, table: Any) -> int:
    """Rows of a table."""
    session.rollback()
    return session.scalar(select(func.count()).select_from(table)) or 0


def add(visitor: Visitor, what: str) -> Any:
    """Cards of a term, page or module."""
    return visitor.http.post("/review/add", data={"what": what, "csrf_token": visitor.token("/review/add")})


def terms_of(session: Session) -> list[str]:
    """Ids of terms, the first of the glossary."""
    held = library.listing(session, STRANGER, "glossary")
    session.rollback()
    return [term.id for one in held for term in one.content.terms]


def rating_form(visitor: Visitor, card: Card) -> Form:
    """The form in which this card is rated."""
    return visitor.get(f"/review?card={card.id}&show=1").form(f"/review/{card.id}/rate")


def rate(visitor: Visitor, card: Card, rating: int) -> Any:
    """The card rated."""
    return visitor.send(rating_form(visitor, card), rating=str(rating))


def answer(visitor: Visitor, session: Session, id_: str, how: Any, path: str = "") -> Any:
    """An item of practice, or of a card, answered right or wrong."""
    held = library.get(session, STRANGER, "quiz", "pretrial")
    assert held is not None
    session.rollback()
    item = held.content.item(id_)
    path = path or f"/practice/pretrial/{id_}"
    form = next(form for form in visitor.get(path).forms if form.hidden.get("task") == id_)
    return visitor.send(form, **({name: [] for name in form.chosen} | how(item.task, item.facts, form)))


def first_due(visitor: Visitor) -> str:
    """The id of the card that is shown."""
    found = re.search(r"/review/([\w-]{22})/away", visitor.get("/review").text)
    return found.group(1) if found else ""
