"""Tables of the search: passages of documents and of the law, and the words that stand in them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from database import Base

LAW = "law"


class Passage(Base):
    """A piece of text that can be found: a paragraph, a term, a provision, a question.

    `revision_id` is that of its document, or the fingerprint of the law for a provision; `href` is the path without
    the language; `number` orders the passages of one revision.
    """

    __tablename__ = "search_passages"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    revision_id: Mapped[str] = mapped_column(String(64), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    number: Mapped[int]
    href: Mapped[str] = mapped_column(String(300))
    title: Mapped[str] = mapped_column(String(400))
    text: Mapped[str] = mapped_column(Text)
    words: Mapped[int]


class PassageWord(Base):
    """How much a stem weighs in a passage: 1 for each time in the text, more in a title."""

    __tablename__ = "search_words"
    __table_args__ = (Index("ix_search_words_stem_passage_id", "stem", "passage_id"),)

    passage_id: Mapped[int] = mapped_column(ForeignKey("search_passages.id", ondelete="CASCADE"), primary_key=True)
    stem: Mapped[str] = mapped_column(String(60), primary_key=True)
    weight: Mapped[int]
