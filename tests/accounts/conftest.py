"""A site of its own for each test of accounts, on SQLite and, where one is given, on PostgreSQL."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from accounts import checking, service
from app import create_app
from database import Base, lock_for_writing
from web.db import db
from web.schema import upgrade
from web.settings import ROOT, Settings

PASSWORD = "тау-бұлақ-көл-7"
POSTGRES = os.environ.get("TARMAQ_TEST_DATABASE_URL", "").replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of the weakest kind, so that tests are quick."""
    monkeypatch.setattr(checking, "_hasher", PasswordHasher(1, 8, 1))
    monkeypatch.setattr(checking, "_nobody", [])


def settings(folder: Path, url: str = "", **given: object) -> Settings:
    """Settings of a site for tests: no limits, this machine only."""
    plain: dict[str, object] = {
        "database_url": url or f"sqlite:///{folder / 'site.sqlite3'}", "secret_key": "x" * 40, "demo": False,
        "host": "127.0.0.1", "redis_url": "", "instance": folder, "content": ROOT / "content", "proxies": 0,
        "https": False, "limits": False,
    }  # fmt: skip
    return Settings(**(plain | given))  # type: ignore[arg-type]


def with_tables(app: Flask) -> Flask:
    """The same application after its migrations."""
    with app.app_context(), db.engine.begin() as connection:
        upgrade(connection)
    return app


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to be copied."""
    folder = tmp_path_factory.mktemp("tables")
    app = with_tables(create_app(settings(folder)))
    with app.app_context():
        db.engine.dispose()
    return folder / "site.sqlite3"


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A schema of its own in the PostgreSQL database given, dropped at the end."""
    schema = f"accounts_{os.getpid()}"
    engine = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    joint = "&" if "?" in POSTGRES else "?"
    url = f"{POSTGRES}{joint}options=-csearch_path%3D{schema}"
    app = with_tables(create_app(settings(tmp_path_factory.mktemp("tables"), url)))
    with app.app_context():
        db.engine.dispose()
    yield url
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The whole site with empty tables."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_database"), tmp_path / "site.sqlite3")
        made = create_app(settings(tmp_path))
    else:
        if not POSTGRES:
            pytest.skip("TARMAQ_TEST_DATABASE_URL is not set")
        made = create_app(settings(tmp_path, request.getfixturevalue("postgres_url")))
    _with_a_workbench(made)
    yield made
    with made.app_context():
        db.session.remove()
        if request.param == "postgresql":
            with db.engine.begin() as connection:
                names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
                connection.execute(text(f"TRUNCATE {names} CASCADE"))
        db.engine.dispose()


def _with_a_workbench(app: Flask) -> None:
    """Addresses that store something as other packages do, and that tell who is known."""
    from accounts.views import ensure_learner, known_learner
    from web.db import session

    def store(status: int) -> tuple[str, int]:
        lock_for_writing(session())
        learner = ensure_learner(session())
        if status >= 400:
            session().rollback()
        else:
            session().commit()
        return learner, status

    app.add_url_rule("/workbench/<int:status>", "store", store, methods=["POST"])
    app.add_url_rule("/workbench/known", "known", lambda: known_learner() or "nobody")


@pytest.fixture
def at(app: Flask) -> Iterator[Session]:
    """A session of the database beside the site's own."""
    with app.app_context():
        engine = db.engine
    # outside the context: requests would share its `g`
    with Session(engine, expire_on_commit=False) as current:
        yield current


class Person:
    """A browser: it takes tokens out of forms and sends them back."""

    def __init__(self, app: Flask) -> None:
        self.http: FlaskClient = app.test_client()

    def token(self) -> str:
        page = self.http.get("/account/sign-in", follow_redirects=True).get_data(as_text=True)
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert found, page[:2000]
        return found.group(1)

    def post(self, path: str, **fields: str):
        return self.http.post(path, data={"csrf_token": self.token(), **fields})

    def sign_up(self, login: str = "Айгүл", name: str = "Айгүл", password: str = PASSWORD, **fields: str):
        typed = {"login": login, "name": name, "password": password, "again": password, "mine": "y"}
        return self.post("/account/sign-up", **(typed | fields))

    def sign_in(self, login: str = "Айгүл", password: str = PASSWORD, **fields: str):
        return self.post("/account/sign-in", login=login, password=password, **({"mine": "y"} | fields))

    def answer(self, status: int = 200) -> str:
        return self.post(f"/workbench/{status}").get_data(as_text=True)

    def known(self) -> str:
        return self.http.get("/workbench/known").get_data(as_text=True)

    def page(self, path: str) -> str:
        return self.http.get(path).get_data(as_text=True)

    def cookies(self) -> set[str]:
        return {cookie.key for cookie in self.http._cookies.values()}


@pytest.fixture
def browser(app: Flask) -> Callable[[], Person]:
    """New browsers."""
    return lambda: Person(app)


@pytest.fixture
def somebody(browser: Callable[[], Person]) -> Person:
    """A browser that nobody has used yet."""
    return browser()


@pytest.fixture
def administrator(app: Flask, browser: Callable[[], Person], at: Session) -> Person:
    """An administrator who is signed in."""
    service.make(at, "bas", "Бас әкімші", PASSWORD, "administrator")
    person = browser()
    assert person.sign_in("bas").status_code == 303
    return person
