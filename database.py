"""The database: base class, column types, engine settings and the write lock; no Flask here."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Engine, TypeDecorator, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.orm import DeclarativeBase, Session

Plain = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
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


def prepare(engine: Engine) -> None:
    """SQLite: foreign keys, WAL, full durability, and transactions begun by us, so that a writer can lock at once."""
    if engine.dialect.name != "sqlite":
        return

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
    session.connection(execution_options={"write_lock": True})
