"""The one Flask-SQLAlchemy object; models and services know nothing of it."""

from __future__ import annotations

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import Session

from database import Base, prepare

db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False}, disable_autonaming=True)


def session() -> Session:
    """The session of this request."""
    current: Session = db.session()
    return current


def init(app: Flask, url: str) -> None:
    """Connect the application to its database."""
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    if url.startswith("postgresql"):
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_pre_ping": True, "pool_size": 8, "max_overflow": 4}
    else:
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_size": 16, "connect_args": {"timeout": 5}}
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)
