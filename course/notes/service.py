"""Verbs of notes and bookmarks: keep, change, take away, list, move and give out; every one asks whose they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from course.notes.models import Bookmark, Note
from database import lock_for_writing, new_id, now

LONGEST_TEXT, LONGEST_QUOTE, AROUND, MOST_NOTES = 5_000, 2_000, 60, 2_000
Owner = Callable[[Session], str]


class NoteFault(Exception):
    """Why a note was not kept: `empty`, `text_long`, `quote_long` or `too_many`; `found` is the number found."""

    def __init__(self, key: str, found: int = 0) -> None:
        super().__init__(key)
        self.key, self.found = key, found


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as it came in: the page, the words marked with what stands around them, and what was written."""

    page: str
    text: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""
    token: str = ""

    @property
    def key(self) -> str:
        """The same for the same form sent twice; another text of the same form is another note."""
        parts = "\0".join((self.token, self.page, self.quote, self.before, self.text))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def check(draft: Draft) -> None:
    """Raises `NoteFault` where the note is empty or too long."""
    if not draft.text.strip() and not draft.quote.strip():
        raise NoteFault("empty")
    if len(draft.text) > LONGEST_TEXT:
        raise NoteFault("text_long", len(draft.text))
    if len(draft.quote) > LONGEST_QUOTE:
        raise NoteFault("quote_long", len(draft.quote))


def keep(session: Session, owner: Owner, draft: Draft) -> str:
    """Store the note for its owner (made by the first one) and give its id; sent twice it is stored once."""
    check(draft)
    lock_for_writing(session)
    learner = owner(session)
    seen = session.scalar(select(Note.id).where(Note.learner_id == learner, Note.token == draft.key))
    if seen is None and _number_of(session, learner) >= MOST_NOTES:
        session.rollback()
        raise NoteFault("too_many", MOST_NOTES)
    if seen is None:
        seen = new_id()
        session.add(Note(
            id=seen, learner_id=learner, page=draft.page, token=draft.key, quote=draft.quote.strip(),
            before=draft.before[-AROUND:], after=draft.after[:AROUND], text=draft.text.strip(),
        ))  # fmt: skip
    session.commit()
    return seen


def _number_of(session: Session, learner: str) -> int:
    return session.scalar(select(func.count()).select_from(Note).where(Note.learner_id == learner)) or 0


def get(session: Session, learner_id: str | None, id_: str) -> Note | None:
    """The note if it is this learner's own."""
    if learner_id is None:
        return None
    return session.scalar(select(Note).where(Note.id == id_, Note.learner_id == learner_id))


def change(session: Session, learner_id: str | None, id_: str, text: str) -> bool:
    """Other words for one's own note; whether there is such a note. A note to a page is never left empty."""
    note = get(session, learner_id, id_)
    if note is None:
        return False
    check(Draft(note.page, text, note.quote))
    lock_for_writing(session)
    written = session.execute(
        update(Note).where(Note.id == id_, Note.learner_id == learner_id).values(text=text.strip(), changed_at=now())
    )
    session.commit()
    return bool(written.rowcount)  # type: ignore[attr-defined]


def remove(session: Session, learner_id: str | None, id_: str) -> str | None:
    """Take one's own note away; the page it stood on, nothing where there is no such note."""
    note = get(session, learner_id, id_)
    if note is None:
        return None
    page = note.page
    session.expunge(note)
    lock_for_writing(session)
    session.execute(delete(Note).where(Note.id == id_, Note.learner_id == learner_id))
    session.commit()
    return page


def notes_of(session: Session, learner_id: str | None, page: str = "") -> list[Note]:
    """A learner's notes, the oldest first; of one page if it is named."""
    if learner_id is None:
        return []
    query = select(Note).where(Note.learner_id == learner_id).order_by(Note.made_at, Note.id)
    return list(session.scalars(query.where(Note.page == page) if page else query))


def mark(session: Session, owner: Owner, page: str, wanted: bool) -> None:
    """Put a bookmark on the page or take it off; asked twice it stays as asked."""
    lock_for_writing(session)
    learner = owner(session)
    held = session.get(Bookmark, (learner, page))
    if wanted and held is None:
        session.add(Bookmark(learner_id=learner, page=page))
    elif held is not None and not wanted:
        session.delete(held)
    session.commit()


def bookmarks_of(session: Session, learner_id: str | None) -> list[str]:
    """Names of the pages with a bookmark, the newest first."""
    if learner_id is None:
        return []
    query = select(Bookmark.page).where(Bookmark.learner_id == learner_id).order_by(Bookmark.made_at.desc())
    return list(session.scalars(query))


def move(session: Session, from_learner: str, to_learner: str) -> None:
    """What one learner keeps becomes another's (at sign-in). Inside the caller's transaction."""
    twice = select(Note.token).where(Note.learner_id == to_learner)
    session.execute(delete(Note).where(Note.learner_id == from_learner, Note.token.in_(twice)))
    session.execute(update(Note).where(Note.learner_id == from_learner).values(learner_id=to_learner))
    both = select(Bookmark.page).where(Bookmark.learner_id == to_learner)
    session.execute(delete(Bookmark).where(Bookmark.learner_id == from_learner, Bookmark.page.in_(both)))
    session.execute(update(Bookmark).where(Bookmark.learner_id == from_learner).values(learner_id=to_learner))


def give_out(session: Session, learner_id: str) -> list[Mapping[str, Any]]:
    """Everything kept of a learner's reading, as plain data: for the person."""
    notes: list[Mapping[str, Any]] = [
        {"kind": "note", "page": n.page, "quote": n.quote, "text": n.text, "made_at": n.made_at.isoformat(),
         "changed_at": n.changed_at.isoformat()}
        for n in notes_of(session, learner_id)
    ]  # fmt: skip
    return notes + [{"kind": "bookmark", "page": page} for page in bookmarks_of(session, learner_id)]
