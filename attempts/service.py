"""Verbs of attempts: answer (the first one starts the attempt), resume, history, end, move and give out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from attempts.models import Answer, Attempt, Mark, Told
from checks.judging import fingerprint
from database import lock_for_writing, new_id, now


@dataclass(frozen=True, slots=True)
class Paper:
    """What an attempt is graded from: document and revision, variant, facts, order of options, keys, days."""

    kind: str
    document_id: str
    revision_id: str
    variant: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged answer: what was given as plain data, whole points, and what the person is told as plain data."""

    given: Any
    points: int
    of: int
    told: dict[str, Any]
    diagnosis: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A stored answer: its id is said to the person only after commit; `told` is what was told then."""

    answer_id: str
    attempt_id: str
    task: str
    points: int
    of: int
    told: dict[str, Any]
    stored_at: datetime
    given: Any = None
    repeated: bool = False


# Composed once: half the time of a query is composing it.
_OPEN = (
    select(Attempt)
    .where(Attempt.learner_id == bindparam("learner"), Attempt.document_id == bindparam("document"))
    .where(Attempt.ended_at.is_(None)).order_by(Attempt.started_at.desc()).limit(1)
)  # fmt: skip
_attempts = Attempt.__table__.c
_OPEN_ID = (
    select(_attempts.id).where(_attempts.learner_id == bindparam("learner"))
    .where(_attempts.document_id == bindparam("document"), _attempts.ended_at.is_(None))
    .order_by(_attempts.started_at.desc()).limit(1)
)  # fmt: skip
_RECEIPTS = (
    select(Answer, Mark, Told.body).join(Mark, Mark.answer_id == Answer.id).join(Told, Told.hash == Mark.told)
    .order_by(Answer.stored_at, Mark.marked_at)
)  # fmt: skip
_BY_TOKEN = _RECEIPTS.where(Answer.attempt_id == bindparam("attempt"), Answer.token == bindparam("token"))
_INSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
# Nothing is added where the token (or the text told) stands already: its unique key decides between two at once.
_ADD_ANSWER = {
    dialect: add(Answer.__table__).on_conflict_do_nothing(index_elements=["attempt_id", "token"])
    .returning(Answer.__table__.c.id)
    for dialect, add in _INSERTS.items()
}
_ADD_TOLD = {
    dialect: add(Told.__table__).on_conflict_do_nothing(index_elements=["hash"]) for dialect, add in _INSERTS.items()
}
_ADD_MARK = insert(Mark.__table__)  # type: ignore[arg-type]
_TOLD = select(Told.__table__.c.hash).where(Told.__table__.c.hash == bindparam("hash"))


def open_attempt(
    session: Session, learner_id: str | None, document_id: str, lock: bool = False, known: Attempt | None = None
) -> Attempt | None:  # fmt: skip
    """The learner's newest attempt at the document that has not ended.

    `lock` holds the learner's row on PostgreSQL until commit, so that two first answers start one attempt.
    `known` was read before the lock: where it still is the one, it is not read again.
    """
    if learner_id is None:
        return None
    if lock and session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:learner))"), {"learner": learner_id})
    asked = {"learner": learner_id, "document": document_id}
    if known is not None and session.scalar(_OPEN_ID, asked) == known.id:
        return known
    return session.scalar(_OPEN, asked)


def start(session: Session, learner_id: str, paper: Paper) -> Attempt:
    """A new attempt with its paper. Runs inside the caller's writing transaction; does not commit."""
    attempt = Attempt(
        id=new_id(), learner_id=learner_id, kind=paper.kind, document_id=paper.document_id,
        revision_id=paper.revision_id, variant=paper.variant, paper=paper.body, started_at=now(),
    )  # fmt: skip
    session.add(attempt)
    session.flush()
    return attempt


def store(session: Session, attempt: Attempt, task: str, token: str, judged: Judged) -> Receipt:
    """Add answer, mark and what was told, and commit; a token that was seen gets the first one's receipt."""
    answer = {
        "id": new_id(), "attempt_id": attempt.id, "task": task, "token": token, "given": judged.given,
        "stored_at": now(),
    }  # fmt: skip
    connection = session.connection()
    if connection.scalar(_ADD_ANSWER[connection.dialect.name], answer) is None:
        session.rollback()
        return _seen(session, attempt.id, token)
    mark = {
        "answer_id": answer["id"], "points": judged.points, "of": judged.of,
        "told": _told(connection, judged.told), "law": fingerprint("rules"), "checks": fingerprint("checks"),
        "diagnosis": judged.diagnosis,
    }  # fmt: skip
    connection.execute(_ADD_MARK, mark)
    session.commit()
    return Receipt(
        answer["id"], attempt.id, task, judged.points, judged.of, judged.told, answer["stored_at"], judged.given
    )  # fmt: skip


def _seen(session: Session, attempt_id: str, token: str) -> Receipt:
    seen = receipt_for(session, attempt_id, token)
    if seen is None:
        raise LookupError(f"attempt {attempt_id} holds no answer of this token")
    return seen


def receipt_for(session: Session, attempt_id: str, token: str) -> Receipt | None:
    """The receipt of the answer that came with this token, if it is stored."""
    row = session.execute(_BY_TOKEN, {"attempt": attempt_id, "token": token}).first()
    return _receipt(row, repeated=True) if row else None


def _receipt(row: Any, repeated: bool = False) -> Receipt:
    answer, mark, body = row
    return Receipt(
        answer.id, answer.attempt_id, answer.task, mark.points, mark.of, body, answer.stored_at, answer.given, repeated
    )


def _told(connection: Connection, body: dict[str, Any]) -> str:
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True)
    hashed = hashlib.sha256(plain.encode()).hexdigest()[:32]
    if connection.scalar(_TOLD, {"hash": hashed}) is None:
        connection.execute(_ADD_TOLD[connection.dialect.name], {"hash": hashed, "body": body})
    return hashed


def history(session: Session, attempt_id: str) -> dict[str, list[Receipt]]:
    """All receipts of an attempt by task, the oldest first."""
    found: dict[str, list[Receipt]] = {}
    for row in session.execute(_RECEIPTS.where(Answer.attempt_id == attempt_id)):
        receipt = _receipt(row)
        found.setdefault(receipt.task, []).append(receipt)
    return found


def histories(session: Session, attempt_ids: Sequence[str]) -> dict[str, dict[str, list[Receipt]]]:
    """All receipts of several attempts, by attempt and task, the oldest first; one query."""
    found: dict[str, dict[str, list[Receipt]]] = {}
    for row in session.execute(_RECEIPTS.where(Answer.attempt_id.in_(attempt_ids))) if attempt_ids else ():
        receipt = _receipt(row)
        found.setdefault(receipt.attempt_id, {}).setdefault(receipt.task, []).append(receipt)
    return found


def end(session: Session, attempt: Attempt) -> None:
    """Close an attempt; what was stored stays."""
    lock_for_writing(session)
    session.execute(update(Attempt).where(Attempt.id == attempt.id, Attempt.ended_at.is_(None)).values(ended_at=now()))
    session.commit()


def move(session: Session, from_learner: str, to_learner: str) -> None:
    """Attempts of one learner become another's (at sign-in). Inside the caller's transaction."""
    session.execute(update(Attempt).where(Attempt.learner_id == from_learner).values(learner_id=to_learner))


@dataclass(frozen=True, slots=True)
class Best:
    """The last mark of one task in one attempt of a learner."""

    kind: str
    document_id: str
    attempt_id: str
    variant: str
    task: str
    points: int
    of: int
    stored_at: datetime
    ended: bool
    diagnosis: str
    given: Any = None


def marks_of(session: Session, learner_id: str | None, kinds: Sequence[str] = ()) -> list[Best]:
    """Every mark of a learner in the order of time; one query."""
    if learner_id is None:
        return []
    query = (
        select(Attempt, Answer.task, Answer.stored_at, Mark.points, Mark.of, Mark.diagnosis, Answer.given)
        .join(Answer, Answer.attempt_id == Attempt.id).join(Mark, Mark.answer_id == Answer.id)
        .where(Attempt.learner_id == learner_id).order_by(Answer.stored_at)
    )  # fmt: skip
    if kinds:
        query = query.where(Attempt.kind.in_(kinds))
    return [
        Best(a.kind, a.document_id, a.id, a.variant, task, points, of, at, a.ended_at is not None, diagnosis, given)
        for a, task, at, points, of, diagnosis, given in session.execute(query)
    ]


def attempts_of(session: Session, learner_id: str | None, document_id: str) -> list[Attempt]:
    """All attempts of a learner at a document, the oldest first."""
    if learner_id is None:
        return []
    return list(
        session.scalars(
            select(Attempt).where(Attempt.learner_id == learner_id, Attempt.document_id == document_id)
            .order_by(Attempt.started_at)
        )
    )  # fmt: skip


def give_out(session: Session, learner_id: str) -> list[Mapping[str, Any]]:
    """Everything kept of a learner's work, as plain data: for the person."""
    rows = session.execute(
        select(Attempt, Answer, Mark, Told.body).join(Answer, Answer.attempt_id == Attempt.id)
        .join(Mark, Mark.answer_id == Answer.id).join(Told, Told.hash == Mark.told)
        .where(Attempt.learner_id == learner_id).order_by(Answer.stored_at)
    )  # fmt: skip
    return [
        {
            "attempt": attempt.id, "kind": attempt.kind, "variant": attempt.variant,
            "started_at": attempt.started_at.isoformat(), "paper": attempt.paper, "task": answer.task,
            "answer": answer.given, "stored_at": answer.stored_at.isoformat(), "points": mark.points, "of": mark.of,
            "told": body, "law": mark.law, "checks": mark.checks,
        }
        for attempt, answer, mark, body in rows
    ]  # fmt: skip
