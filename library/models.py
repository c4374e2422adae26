"""Tables of documents, their revisions and the proofs that are remembered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from database import Base, Moment, Plain, new_id, now

AUDIENCES = ("open", "academy", "exam")
HOUSE = "house"


class Document(Base):
    """One document with one permanent name; `owner` is the house (files) or an academy (only the database)."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("kind", "name"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    owner: Mapped[str] = mapped_column(String(22), default=HOUSE)
    audience: Mapped[str] = mapped_column(String(10), default="open")
    place: Mapped[int] = mapped_column(default=0)
    revision_id: Mapped[str | None] = mapped_column(String(22))
    retired_at: Mapped[datetime | None] = mapped_column(Moment)


class Revision(Base):
    """One state of a document, never changed: `logic` is the fingerprint of what decides marks, `words` of the text."""

    __tablename__ = "revisions"

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    logic: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(String(32))
    body: Mapped[dict[str, Any]] = mapped_column(Plain)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Proof(Base):
    """The fingerprint of a whole document that proved itself under this law and these checks.

    Whole, since a proof reads words too: a mark that a twin replaces, a reason behind an option.
    """

    __tablename__ = "proofs"

    logic: Mapped[str] = mapped_column(String(32), primary_key=True)
    ground: Mapped[str] = mapped_column(String(64), primary_key=True)
    proved_at: Mapped[datetime] = mapped_column(Moment, default=now)
