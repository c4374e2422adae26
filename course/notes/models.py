"""Tables of what a reader keeps on pages of the course: notes with the words they stand at, and bookmarks."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from database import Base, Moment, new_id, now


class Note(Base):
    """Words marked on a page, a note at them, or a note to the whole page (no `quote`).

    The place is found again by the words themselves and what stood around them: a page may change under a note.
    `token` comes from the form and what was in it, so a doubled submit is the same note.
    """

    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("learner_id", "token"), Index("ix_notes_learner_page", "learner_id", "page"))

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learners.id"))
    page: Mapped[str] = mapped_column(String(120))
    token: Mapped[str] = mapped_column(String(40))
    quote: Mapped[str] = mapped_column(Text, default="")
    before: Mapped[str] = mapped_column(String(120), default="")
    after: Mapped[str] = mapped_column(String(120), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Bookmark(Base):
    """A page a reader wants to come back to."""

    __tablename__ = "bookmarks"

    learner_id: Mapped[str] = mapped_column(ForeignKey("learners.id"), primary_key=True)
    page: Mapped[str] = mapped_column(String(120), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
