"""The database: base class, column types, engine settings and the write lock; no Flask here."""

from __future__ import annotations

import fcntl
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import JSON, DateTime, Engine, TypeDecorator, event
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.orm import DeclarativeBase, Session, SessionTransaction

# Not JSONB on PostgreSQL: it forgets the order of keys, and documents go out as they came in.
Plain = JSON(none_as_null=True)
NAMING = {
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}  # fmt: skip


class Base(DeclarativeBase):
    """Base of all tables."""


Base.metadata.naming_convention = NAMING


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Only moments with a zone are stored."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random id of 22 characters that says nothing about who or when."""
    return secrets.token_urlsafe(16)


_LONGEST_TURN = 5.0


class Turn:
    """Whose turn it is to write a SQLite file, between the threads of a process and between processes.

    SQLite lets writers that wait sleep longer and longer and wakes nobody; here the next one is woken at once.
    It only orders them: who gets no turn in time asks SQLite all the same, whose own lock decides.
    """

    def __init__(self, file: Path) -> None:
        self.file, self.threads, self.held = file, Lock(), -1

    def take(self) -> bool:
        """Wait for the turn, at most five seconds behind threads of this process."""
        if not self.threads.acquire(timeout=_LONGEST_TURN):
            return False
        try:
            # opened anew each time: a descriptor from before a fork would be one lock for both processes
            self.held = os.open(self.file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(self.held, fcntl.LOCK_EX)
        except OSError:
            self.give()
            return False
        return True

    def give(self) -> None:
        """Let the next one write."""
        if self.held >= 0:
            os.close(self.held)
        self.held = -1
        self.threads.release()


_turns: WeakKeyDictionary[Engine, Turn] = WeakKeyDictionary()


def prepare(engine: Engine) -> None:
    """SQLite: foreign keys, WAL, full durability, and transactions begun by us, so that a writer can lock at once."""
    if engine.dialect.name != "sqlite":
        return
    if engine.url.database and engine.url.database != ":memory:":
        _turns[engine] = Turn(Path(f"{engine.url.database}-turn"))

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        lock = connection.get_execution_options().get("write_lock")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if lock else "BEGIN")


def lock_for_writing(session: Session) -> None:
    """Begin a writing transaction before anything is read in it: the first thing every writing service does.

    A reading transaction of the same request is ended; unsaved changes would be lost and are refused.
    """
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("unsaved changes before the write lock")
    if session.in_transaction():
        session.commit()
    turn = _turns.get(session.get_bind().engine)
    if turn and turn.take():
        session.info["turn"] = turn
    try:
        session.connection(execution_options={"write_lock": True})
    except BaseException:
        _give_turn(session)
        raise


@event.listens_for(Session, "after_transaction_end")
def _transaction_ended(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        _give_turn(session)


def _give_turn(session: Session) -> None:
    turn: Turn | None = session.info.pop("turn", None)
    if turn:
        turn.give()
