"""Tables of attempts, answers, marks and what was told; answers and marks are only added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from database import Base, Moment, Plain, new_id, now


class Attempt(Base):
    """One try at a document, by its paper: facts, options in their order, keys and days as they were at the start."""

    __tablename__ = "attempts"
    __table_args__ = (Index("ix_attempts_learner_document", "learner_id", "document_id"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learners.id"))
    kind: Mapped[str] = mapped_column(String(20))
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    revision_id: Mapped[str] = mapped_column(ForeignKey("revisions.id"))
    variant: Mapped[str] = mapped_column(String(60), default="")
    paper: Mapped[dict[str, Any]] = mapped_column(Plain)
    started_at: Mapped[datetime] = mapped_column(Moment, default=now)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class Answer(Base):
    """One stored answer; `token` comes from the form, so a doubled submit is the same answer."""

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("attempt_id", "token"), Index("ix_answers_attempt_task", "attempt_id", "task"))

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id"))
    task: Mapped[str] = mapped_column(String(60))
    token: Mapped[str] = mapped_column(String(40))
    given: Mapped[Any] = mapped_column(Plain)
    stored_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Told(Base):
    """What a person was told, once for each distinct text, by its hash."""

    __tablename__ = "told"

    hash: Mapped[str] = mapped_column(String(32), primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(Plain)


class Mark(Base):
    """One mark of an answer with the fingerprints it rests on; a regrade adds another."""

    __tablename__ = "marks"

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    answer_id: Mapped[str] = mapped_column(ForeignKey("answers.id"), index=True)
    points: Mapped[int]
    of: Mapped[int]
    told: Mapped[str] = mapped_column(ForeignKey("told.hash"))
    law: Mapped[str] = mapped_column(String(16))
    checks: Mapped[str] = mapped_column(String(16))
    diagnosis: Mapped[str] = mapped_column(String(120), default="")
    marked_at: Mapped[datetime] = mapped_column(Moment, default=now)
