"""Migrations: `flask db upgrade` by Alembic; nothing else makes tables."""

from __future__ import annotations

from typing import Any

import click
from alembic import command
from alembic.config import Config
from flask import current_app
from flask.cli import AppGroup

from web.db import db
from web.settings import ROOT

commands = AppGroup("db", help="The database's tables.")


def config(connection: Any) -> Config:
    """Alembic's configuration on an open connection."""
    made = Config()
    made.set_main_option("script_location", str(ROOT / "migrations"))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: Any, revision: str = "head") -> None:
    """Bring the tables to the revision; on PostgreSQL one process at a time."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7304)")
    command.upgrade(config(connection), revision)


@commands.command("upgrade")
@click.argument("revision", default="head")
def _upgrade(revision: str) -> None:
    """Bring the tables to the newest state."""
    url = current_app.extensions["tarmaq"].database_url
    if url.startswith("sqlite:///"):
        current_app.extensions["tarmaq"].instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    with db.engine.begin() as connection:
        upgrade(connection, revision)


@commands.command("revision")
@click.argument("message")
def _revision(message: str) -> None:
    """Write a new migration from the difference of models and tables (for developers)."""
    with db.engine.begin() as connection:
        command.revision(config(connection), message, autogenerate=True)
