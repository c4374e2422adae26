"""What tests share: a loaded site on a database of its own, visitors with forms, and who may be skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

import library.loading
from app import create_app
from database import new_id
from tests.browsing import Visitor
from web import pages
from web.db import db
from web.db import session as current_session
from web.schema import upgrade
from web.settings import ROOT, Settings

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MUST_BROWSE = bool(os.environ.get("CI")) or os.environ.get("TARMAQ_REQUIRE_BROWSER") == "1"
POSTGRES = os.environ.get("TARMAQ_TEST_DATABASE_URL", "").replace("postgresql://", "postgresql+psycopg://", 1)
DOCUMENT_TABLES = ("documents", "revisions", "proofs", "search_passages", "search_words")

hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Browser and PostgreSQL tests need something installed; where it is promised, its absence is a failure."""
    if item.get_closest_marker("browser") and not CHROMIUM:
        missing = "no Chromium on this machine: apt-get install chromium"
        pytest.fail(missing, pytrace=False) if MUST_BROWSE else pytest.skip(missing)
    if item.get_closest_marker("postgres") and not POSTGRES:
        pytest.skip("TARMAQ_TEST_DATABASE_URL is not set")


def settings_in(folder: Path, url: str = "", **given: object) -> Settings:
    """Settings of a site that keeps everything in the folder: no limits, this machine only."""
    plain: dict[str, object] = {
        "database_url": url or f"sqlite:///{folder / 'site.sqlite3'}", "secret_key": "k" * 40, "demo": False,
        "host": "127.0.0.1", "redis_url": "", "instance": folder, "content": ROOT / "content", "proxies": 0,
        "https": False, "limits": False,
    }  # fmt: skip
    return Settings(**(plain | given))  # type: ignore[arg-type]


def small_content(folder: Path) -> Path:
    """A copy of one module with its cases, practice and terms, whole in itself: loads in a third of the time."""
    small = folder / "content"
    for part in ("course/pretrial", "glossary", "forms"):
        shutil.copytree(ROOT / "content" / part, small / part)
    for pattern in ("figures/pretrial*.yaml", "cases/pretrial*.yaml", "quizzes/pretrial.yaml"):
        for path in sorted((ROOT / "content").glob(pattern)):
            target = small / path.relative_to(ROOT / "content")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return small


def close(app: Flask) -> None:
    """Give every connection of the site back, so that its file is whole and may be copied."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def bring_up(app: Flask) -> None:
    """Make the tables by migration and load the content."""
    with app.app_context():
        with db.engine.begin() as connection:
            upgrade(connection)
        library.loading.load(current_session(), app.extensions["tarmaq"].content)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Compiled templates, shared by all sites of one worker."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture(scope="session")
def loaded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and the content of the repository, made once for each worker; copy it."""
    folder = tmp_path_factory.mktemp("loaded")
    app = create_app(settings_in(folder))
    bring_up(app)
    close(app)
    return folder / "site.sqlite3"


@pytest.fixture
def settings(tmp_path: Path, loaded_file: Path) -> Settings:
    """Settings of a site whose database is a copy of the loaded one."""
    made = settings_in(tmp_path)
    shutil.copy(loaded_file, tmp_path / "site.sqlite3")
    return made


@pytest.fixture
def make_app(compiled: FileSystemBytecodeCache) -> Iterator[Callable[[Settings], Flask]]:
    """Sites by their settings, closed at the end of the test; CSRF is on as in production."""
    made: list[Flask] = []

    def make(given: Settings) -> Flask:
        app = create_app(given)
        app.jinja_env.bytecode_cache = compiled
        pages.forget()
        made.append(app)
        return app

    yield make
    for app in made:
        close(app)
    pages.forget()


@pytest.fixture
def app(settings: Settings, make_app: Callable[[Settings], Flask]) -> Flask:
    """The whole site with its content, on a SQLite database of this test alone."""
    return make_app(settings)


@pytest.fixture
def loaded_app(app: Flask) -> Flask:
    """The same site by a name that says what a test rests on."""
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without cookies."""
    return app.test_client()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A browser that reads forms and sends them back with their tokens."""
    return Visitor(app)


@pytest.fixture
def learner_client(visitor: Visitor) -> Visitor:
    """A browser that has answered one item and is known as a learner."""
    page = visitor.get("/practice/pretrial/next", follow_redirects=True)
    form = page.form("/practice/")
    kept = visitor.send(form, **_any_answer(form))
    assert kept.status_code == 303, kept.text[:2000]
    return visitor


def _any_answer(form: object) -> dict[str, str]:
    choices = getattr(form, "choices", {})
    texts = getattr(form, "texts", {})
    first = {name: values[0] for name, values in choices.items()}
    return first | {name: "1" for name, value in texts.items() if not value and name not in first}


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session beside the site's own."""
    yield from _beside(app)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def any_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a loaded database of this test alone: SQLite, and PostgreSQL where one is given."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_database"))
    shutil.copy(request.getfixturevalue("loaded_file"), tmp_path / "site.sqlite3")
    return f"sqlite:///{tmp_path / 'site.sqlite3'}"


@pytest.fixture
def any_app(any_database: str, tmp_path: Path, make_app: Callable[[Settings], Flask]) -> Flask:
    """The whole site with its content on either database."""
    return make_app(settings_in(tmp_path, any_database))


@pytest.fixture
def any_session(any_app: Flask) -> Iterator[Session]:
    """A session of either database beside the site's own."""
    yield from _beside(any_app)


def _beside(app: Flask) -> Iterator[Session]:
    with app.app_context():
        engine = db.engine
    # outside the context: a request inside an open one would share its `g` with every other request
    with Session(engine, expire_on_commit=False) as beside:
        yield beside


@pytest.fixture(scope="session")
def loaded_schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL schema with tables and content, made once for each worker."""
    with _schema() as name:
        app = create_app(settings_in(tmp_path_factory.mktemp("postgres"), url_of(name)))
        bring_up(app)
        close(app)
        yield name


@pytest.fixture
def postgres_database(loaded_schema: str, tmp_path: Path) -> Iterator[str]:
    """The address of a PostgreSQL schema of this test alone, with tables and content; dropped afterwards."""
    with _schema() as name:
        app = create_app(settings_in(tmp_path, url_of(name)))
        with app.app_context(), db.engine.begin() as connection:
            upgrade(connection)
            for table in DOCUMENT_TABLES:
                connection.execute(text(f"INSERT INTO {name}.{table} SELECT * FROM {loaded_schema}.{table}"))
        close(app)
        yield url_of(name)


def url_of(schema: str) -> str:
    """The address of one schema of the PostgreSQL database given."""
    url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
    return url.render_as_string(hide_password=False)


class _schema:
    """A new schema, dropped at the end whatever happened in it."""

    def __enter__(self) -> str:
        self.engine = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self.name = f"test_{worker}_" + new_id().lower().replace("-", "_")[:12]
        self._run(f"CREATE SCHEMA {self.name}")
        return self.name

    def __exit__(self, *_: object) -> None:
        self._run(f"DROP SCHEMA {self.name} CASCADE")
        self.engine.dispose()

    def _run(self, statement: str) -> None:
        with self.engine.connect() as connection:
            connection.execute(text(statement))
