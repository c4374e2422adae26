"""Tables of review: cards of a learner, their reviews, and the day of the learner's exam; reviews are only added."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from database import Base, Moment, Plain, new_id, now

ITEM, TERM, DEADLINE = "item", "term", "deadline"


class Card(Base):
    """One thing a learner recalls: `target` is an item (`quiz/item`), a term or the rule of a deadline.

    `stability` and `difficulty` are the memory of FSRS, none before the first review. `rests_on` holds the fingerprint
    of each provision's wording as it stood when the card was last seen.
    """

    __tablename__ = "review_cards"
    __table_args__ = (
        UniqueConstraint("learner_id", "kind", "target"), Index("ix_review_cards_learner_due", "learner_id", "due"),
    )  # fmt: skip

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learners.id"))
    kind: Mapped[str] = mapped_column(String(10))
    target: Mapped[str] = mapped_column(String(200))
    state: Mapped[int] = mapped_column(default=1)
    step: Mapped[int | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    due: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    rests_on: Mapped[dict[str, Any]] = mapped_column(Plain)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    put_away_at: Mapped[datetime | None] = mapped_column(Moment)


class Review(Base):
    """One rating of a card; `token` comes from the form, so a doubled submit is the same review."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("card_id", "token"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    card_id: Mapped[str] = mapped_column(ForeignKey("review_cards.id", ondelete="CASCADE"))
    token: Mapped[str] = mapped_column(String(40))
    rating: Mapped[int]
    reviewed_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Goal(Base):
    """The day of the exam a learner works towards."""

    __tablename__ = "review_goals"

    learner_id: Mapped[str] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    exam_day: Mapped[date]
    set_at: Mapped[datetime] = mapped_column(Moment, default=now)
