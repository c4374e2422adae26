"""The door: nothing leaves the shelf without a reader."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from library.kinds import kinds
from library.models import Document, Revision
from rules.moments import ALMATY

_PARSED_AT_MOST = 1200


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the account's role and academies; a stranger has neither."""

    account_id: str | None = None
    role: str = ""
    academies: frozenset[str] = frozenset()


STRANGER = Reader()


@dataclass(frozen=True, slots=True)
class Held:
    """A document as given out: which revision it is and the parsed content."""

    document_id: str
    revision_id: str
    kind: str
    name: str
    content: Any


_parsed: OrderedDict[str, Any] = OrderedDict()
_lock = Lock()


# Every page asks here at least once, so the queries are composed once and from the table: composing one takes longer
# than running it. Current revisions that a reader may see: open ones of the house; exam documents never.
_documents = Document.__table__.c
_OF_KIND = (
    select(_documents.id, _documents.revision_id, _documents.kind, _documents.name)
    .where(_documents.retired_at.is_(None), _documents.revision_id.is_not(None), _documents.audience == "open")
    .where(_documents.kind == bindparam("kind")).order_by(_documents.place, _documents.name)
)  # fmt: skip
_CURRENT = select(_documents.revision_id).where(
    _documents.retired_at.is_(None), _documents.revision_id.is_not(None), _documents.audience == "open"
)
_OF_NAME = _OF_KIND.where(_documents.name == bindparam("name"))


def get(session: Session, reader: Reader, kind: str, name: str) -> Held | None:
    """The document if it exists and this reader may see it, else nothing: absent and forbidden look the same."""
    row = session.execute(_OF_NAME, {"kind": kind, "name": name}).first()
    return _held(session, row) if row else None


def listing(session: Session, reader: Reader, kind: str) -> list[Held]:
    """All documents of the kind that this reader may see, in their order; two queries at most."""
    rows = session.execute(_OF_KIND, {"kind": kind}).all()
    _prefetch(session, [row[1] for row in rows])
    return [_held(session, row) for row in rows]


def visible(session: Session, reader: Reader) -> frozenset[str]:
    """The current revisions of every kind that this reader may see."""
    return frozenset(session.scalars(_CURRENT))


def of_revision(session: Session, kind: str, revision_id: str) -> Any:
    """The content of a revision that an attempt keeps, current or not; `LookupError` where there is none."""
    _prefetch(session, [revision_id])
    if revision_id not in _parsed:
        raise LookupError(revision_id)
    return _parsed[revision_id]


def loaded_on(session: Session, revision_id: str) -> date:
    """The day (of Almaty) on which a revision was loaded; `LookupError` where there is none."""
    made = session.scalar(select(Revision.made_at).where(Revision.id == revision_id))
    if made is None:
        raise LookupError(revision_id)
    return made.astimezone(ALMATY).date()


def _held(session: Session, row: Any) -> Held:
    document_id, revision_id, kind, name = row
    content = _parsed.get(revision_id)
    if content is None:
        content = of_revision(session, kind, revision_id)
    return Held(document_id, revision_id, kind, name, content)


def _prefetch(session: Session, revision_ids: Sequence[str]) -> None:
    wanted = [id_ for id_ in revision_ids if id_ not in _parsed]
    if not wanted:
        return
    found = session.execute(
        select(Revision.id, Revision.body, Document.kind)
        .join(Document, Document.id == Revision.document_id)
        .where(Revision.id.in_(wanted))
    )
    with _lock:
        for id_, body, kind in found:
            _parsed[id_] = kinds()[kind].model.model_validate_json(json.dumps(body))
        while len(_parsed) > max(_PARSED_AT_MOST, len(wanted)):
            _parsed.popitem(last=False)
