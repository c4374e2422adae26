"""The reference: plain Flask, one route that reads one row and one that inserts one, same engine and durability.

BARE_DATABASE_URL names the database.
"""

from __future__ import annotations

import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from database import prepare


class Rows(DeclarativeBase):
    """A base of its own: these tables are no part of the site."""


class Row(Rows):
    """One short row."""

    __tablename__ = "bare_rows"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(200))


def create_app() -> Flask:
    """The application; its table is made and has one row after `make_tables`."""
    app = Flask("bare")
    url = os.environ["BARE_DATABASE_URL"]
    pool = {"pool_pre_ping": True, "pool_size": 8} if url.startswith("postgresql") else {"pool_size": 16}
    app.config.update(SQLALCHEMY_DATABASE_URI=url, SQLALCHEMY_ENGINE_OPTIONS=pool)
    db = SQLAlchemy(app, model_class=Rows)
    with app.app_context():
        prepare(db.engine)

    @app.get("/read")
    def read() -> str:
        row = db.session.get(Row, 1)
        return row.text if row else "-"

    @app.post("/insert")
    def insert() -> tuple[str, int]:
        db.session.add(Row(text="x" * 100))
        db.session.commit()
        return "", 201

    return app


def make_tables() -> None:
    """The table with its one row."""
    app = create_app()
    db: SQLAlchemy = app.extensions["sqlalchemy"]
    with app.app_context():
        Rows.metadata.create_all(db.engine)
        db.session.add(Row(id=1, text="x" * 100))
        db.session.commit()
        if db.engine.dialect.name == "postgresql":
            db.session.connection().exec_driver_sql("SELECT setval('bare_rows_id_seq', 1)")
            db.session.commit()


if __name__ == "__main__":
    make_tables()
