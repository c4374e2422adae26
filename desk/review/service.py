"""Verbs of review: add cards, rate one, put it away, set the day of the exam, move and give out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from database import lock_for_writing, new_id, now
from desk.review.models import ITEM, Card, Goal, Review
from desk.review.schedule import AGAIN, RATINGS, Exam, Memory, after, day_of, start_of

LONGEST_TOKEN = 40
PACE_DAYS = 7
Outcome = Literal["stored", "repeated", "elsewhere", "gone"]
_INSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_ADD_CARD = {
    dialect: add(Card.__table__).on_conflict_do_nothing(index_elements=["learner_id", "kind", "target"])
    .returning(Card.__table__.c.id)
    for dialect, add in _INSERTS.items()
}
_ADD_REVIEW = {
    dialect: add(Review.__table__).on_conflict_do_nothing(index_elements=["card_id", "token"])
    .returning(Review.__table__.c.id)
    for dialect, add in _INSERTS.items()
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A card to be made: kind, target, and the wordings it rests on today."""

    kind: str
    target: str
    rests_on: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating as a form sends it: `seen` is the moment at which the card had last been seen when the form was made."""

    card_id: str
    rating: int
    token: str
    seen: str


def memory_of(card: Card) -> Memory:
    """What the card keeps, by days."""
    seen = day_of(card.seen_at) if card.seen_at else None
    return Memory(card.state, card.step, card.stability, card.difficulty, seen, day_of(card.due))


def seen_words(card: Card) -> str:
    """When the card was last seen, as forms carry it."""
    return card.seen_at.isoformat() if card.seen_at else ""


def cards_of(session: Session, learner_id: str | None) -> list[Card]:
    """All cards of a learner, the oldest first; one query."""
    if learner_id is None:
        return []
    return list(session.scalars(select(Card).where(Card.learner_id == learner_id).order_by(Card.made_at, Card.id)))


def card_of(session: Session, learner_id: str | None, card_id: str) -> Card | None:
    """The learner's card of that id; nothing where it is somebody else's."""
    found = session.get(Card, card_id[:22]) if learner_id else None
    return found if found and found.learner_id == learner_id else None


def exam_of(session: Session, learner_id: str | None) -> Exam | None:
    """The exam the learner works towards, past or to come."""
    goal = session.get(Goal, learner_id) if learner_id else None
    return Exam(goal.exam_day, day_of(goal.set_at)) if goal else None


def first_reviews(session: Session, learner_id: str, day: date) -> int:
    """How many new terms and deadlines were reviewed for the first time on the day."""
    first = (
        select(func.min(Review.reviewed_at).label("at")).join(Card, Card.id == Review.card_id)
        .where(Card.learner_id == learner_id, Card.kind != ITEM).group_by(Review.card_id).subquery()
    )  # fmt: skip
    return session.scalar(select(func.count()).select_from(first).where(first.c.at >= start_of(day))) or 0


def own_pace(session: Session, learner_id: str, today: date) -> float:
    """Reviews a day: the mean of the last seven days."""
    since = start_of(today - timedelta(days=PACE_DAYS - 1))
    query = select(func.count()).select_from(Review).join(Card, Card.id == Review.card_id)
    number = session.scalar(query.where(Card.learner_id == learner_id, Review.reviewed_at >= since)) or 0
    return number / PACE_DAYS


def add(session: Session, learner_id: str, wanted: Iterable[Wanted]) -> int:
    """Make the cards that are not there yet, bring back those put away, and commit; how many came.

    Inside the caller's writing transaction (`lock_for_writing` first).
    """
    at, came = now(), 0
    for one in wanted:
        if _made(session, learner_id, one, at):
            came += 1
            continue
        came += session.execute(
            update(Card).where(*_of(learner_id, one), Card.put_away_at.is_not(None)).values(put_away_at=None)
        ).rowcount  # type: ignore[attr-defined]
    session.commit()
    return came


def _of(learner_id: str, one: Wanted) -> tuple[Any, ...]:
    return (Card.learner_id == learner_id, Card.kind == one.kind, Card.target == one.target)


def _made(session: Session, learner_id: str, one: Wanted, at: datetime) -> bool:
    connection = session.connection()
    values = {
        "id": new_id(), "learner_id": learner_id, "kind": one.kind, "target": one.target, "state": 1, "step": 0,
        "due": at, "rests_on": dict(one.rests_on), "made_at": at,
    }  # fmt: skip
    return connection.scalar(_ADD_CARD[connection.dialect.name], values) is not None


def went_wrong(session: Session, learner_id: str, one: Wanted, token: str) -> None:
    """An item was answered wrong: its card is made where there is none, rated Again once for each answer. Commits.

    Inside the caller's writing transaction. A card that the learner put away stays away.
    """
    at = now()
    _made(session, learner_id, one, at)
    card = session.scalar(select(Card).where(*_of(learner_id, one)).with_for_update())
    if card is not None and card.put_away_at is None:
        _review(session, card, Rated(card.id, AGAIN, token, ""), one.rests_on, at)
    session.commit()


def rate(session: Session, learner_id: str | None, rated: Rated, rests_on: Mapping[str, str]) -> Outcome:
    """Add a review of the learner's card and say when it comes back; a form that is sent twice counts once.

    `elsewhere` where the card was reviewed in another tab after the form was made: nothing is stored then.
    """
    if rated.rating not in RATINGS or not rated.token:
        raise ValueError(f"rating {rated.rating!r}, token {rated.token!r}")
    lock_for_writing(session)
    query = select(Card).where(Card.id == rated.card_id, Card.learner_id == learner_id)
    card = session.scalar(query.with_for_update().execution_options(populate_existing=True))
    if card is None:
        session.rollback()
        return "gone"
    repeated = select(Review.id).where(Review.card_id == card.id, Review.token == rated.token[:LONGEST_TOKEN])
    if session.scalar(repeated):
        session.rollback()
        return "repeated"
    if seen_words(card) != rated.seen:
        session.rollback()
        return "elsewhere"
    _review(session, card, rated, rests_on, now())
    session.commit()
    return "stored"


def _review(session: Session, card: Card, rated: Rated, rests_on: Mapping[str, str], at: datetime) -> None:
    connection = session.connection()
    row = {
        "id": new_id(), "card_id": card.id, "token": rated.token[:LONGEST_TOKEN], "rating": rated.rating,
        "reviewed_at": at,
    }  # fmt: skip
    if connection.scalar(_ADD_REVIEW[connection.dialect.name], row) is None:
        return
    memory = after(memory_of(card), rated.rating, day_of(at))
    card.state, card.step, card.stability, card.difficulty = (
        memory.state, memory.step, memory.stability, memory.difficulty,
    )  # fmt: skip
    card.due, card.seen_at, card.rests_on = start_of(memory.due), at, dict(rests_on)


def put_away(session: Session, learner_id: str | None, card_id: str) -> None:
    """The card comes no more until the learner adds it again; its reviews stay."""
    lock_for_writing(session)
    own = (Card.id == card_id, Card.learner_id == learner_id, Card.put_away_at.is_(None))
    session.execute(update(Card).where(*own).values(put_away_at=now()))
    session.commit()


def set_exam(session: Session, learner_id: str, day: date | None) -> None:
    """The day of the exam, or none. Inside the caller's writing transaction; commits."""
    goal = session.get(Goal, learner_id)
    if day is None:
        session.execute(delete(Goal).where(Goal.learner_id == learner_id))
    elif goal is None:
        session.add(Goal(learner_id=learner_id, exam_day=day, set_at=now()))
    elif goal.exam_day != day:
        goal.exam_day, goal.set_at = day, now()
    session.commit()


def move(session: Session, from_learner: str, to_learner: str) -> None:
    """Cards of one learner become another's (at sign-in). Inside the caller's transaction.

    Where both have a card of one thing, the one seen last stays and takes the reviews of the other.
    """
    theirs = {(card.kind, card.target): card for card in cards_of(session, to_learner)}
    for card in cards_of(session, from_learner):
        other = theirs.get((card.kind, card.target))
        if other is not None:
            kept, gone = (card, other) if _last_seen(card) > _last_seen(other) else (other, card)
            _merge(session, kept, gone)
            card = kept
        session.execute(update(Card).where(Card.id == card.id).values(learner_id=to_learner))
    _move_goal(session, from_learner, to_learner)


def _last_seen(card: Card) -> float:
    return card.seen_at.timestamp() if card.seen_at else 0.0


def _merge(session: Session, kept: Card, gone: Card) -> None:
    known: Sequence[str] = list(session.scalars(select(Review.token).where(Review.card_id == kept.id)))
    session.execute(
        update(Review).where(Review.card_id == gone.id, Review.token.not_in(known)).values(card_id=kept.id)
    )  # fmt: skip
    session.execute(delete(Review).where(Review.card_id == gone.id))
    session.execute(delete(Card).where(Card.id == gone.id))


def _move_goal(session: Session, from_learner: str, to_learner: str) -> None:
    own = session.scalar(select(Goal.learner_id).where(Goal.learner_id == to_learner))
    if own is None:
        session.execute(update(Goal).where(Goal.learner_id == from_learner).values(learner_id=to_learner))
    else:
        session.execute(delete(Goal).where(Goal.learner_id == from_learner))


def give_out(session: Session, learner_id: str) -> list[Mapping[str, Any]]:
    """Every card with its reviews, and the day of the exam, as plain data: for the person."""
    query = select(Review).join(Card, Card.id == Review.card_id).where(Card.learner_id == learner_id)
    reviews: dict[str, list[Mapping[str, Any]]] = {}
    for one in session.scalars(query.order_by(Review.reviewed_at)):
        reviews.setdefault(one.card_id, []).append({"rating": one.rating, "at": one.reviewed_at.isoformat()})
    cards: list[Mapping[str, Any]] = [
        {
            "card": card.id, "kind": card.kind, "target": card.target, "made_at": card.made_at.isoformat(),
            "due": card.due.isoformat(), "seen_at": seen_words(card), "stability": card.stability,
            "difficulty": card.difficulty, "rests_on": card.rests_on, "put_away": card.put_away_at is not None,
            "reviews": reviews.get(card.id, []),
        }
        for card in cards_of(session, learner_id)
    ]  # fmt: skip
    exam = exam_of(session, learner_id)
    return [*cards, {"exam": exam.day.isoformat()}] if exam else cards
