"""Migrations and models are one thing, on both databases; nothing else makes tables."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect

from database import Base
from web.db import db
from web.schema import config, upgrade


def test_the_tables_are_those_of_the_models(any_app: Flask) -> None:
    with any_app.app_context(), db.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata)
    assert not found


def test_there_is_one_newest_migration(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        assert len(ScriptDirectory.from_config(config(connection)).get_heads()) == 1


def test_upgrading_twice_changes_nothing(any_app: Flask) -> None:
    with any_app.app_context(), db.engine.begin() as connection:
        before = sorted(inspect(connection).get_table_names())
        upgrade(connection)
        assert sorted(inspect(connection).get_table_names()) == before


def test_migrations_go_back_and_forth(any_app: Flask) -> None:
    with any_app.app_context(), db.engine.begin() as connection:
        command.downgrade(config(connection), "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        upgrade(connection)
        assert set(Base.metadata.tables) <= set(inspect(connection).get_table_names())


@pytest.mark.parametrize("pragma", [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_sqlite_is_durable_and_keeps_its_keys(app: Flask, pragma: tuple[str, object]) -> None:
    with app.app_context(), db.engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma[0]}").scalar() == pragma[1]
