"""R11: every released schema with attempts in progress upgrades, and people go on where they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from accounts.models import Account, Learner
from attempts.models import Answer, Attempt, Mark, Told
from tests.browsing import Visitor
from tests.conftest import bring_up, settings_in, small_content
from tests.fixtures.make_schema import LOGIN, PASSWORD
from web.db import db
from web.schema import config
from web.settings import Settings

CASE = "/cases/pretrial-07"
DUMPS = sorted((Path(__file__).resolve().parents[1] / "fixtures").glob("schema-*.sql"))
TABLES = (Account, Learner, Attempt, Answer, Mark, Told)


def rows(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    """Every row of what people did, by table."""
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.__tablename__: [tuple(row) for row in connection.execute(select(table.__table__))]
            for table in TABLES
        }  # fmt: skip


@pytest.fixture(params=DUMPS, ids=lambda path: path.stem)
def dump(request: pytest.FixtureRequest) -> str:
    """The text of one release's dump."""
    return str(request.param.read_text("utf-8"))


@pytest.fixture
def upgraded(dump: str, tmp_path: Path, make_app: Callable[[Settings], Flask]) -> Flask:
    """The site of today on the database of that release, with today's content."""
    with sqlite3.connect(tmp_path / "site.sqlite3") as whole:
        whole.executescript(dump)
    app = make_app(settings_in(tmp_path, content=small_content(tmp_path)))
    bring_up(app)
    return app


@pytest.fixture
def device(upgraded: Flask, dump: str) -> Visitor:
    """The browser of the learner without an account."""
    visitor = Visitor(upgraded)
    visitor.http.set_cookie("tarmaq_learner", dump.partition("\n")[0].removeprefix("-- cookie "))
    return visitor


def test_there_is_a_dump_to_upgrade() -> None:
    assert DUMPS


def test_it_comes_to_the_newest_schema_and_is_whole(upgraded: Flask) -> None:
    with upgraded.app_context(), db.engine.connect() as connection:
        newest = ScriptDirectory.from_config(config(connection)).get_current_head()
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == newest
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        assert not connection.execute(text("PRAGMA foreign_key_check")).all()


def test_every_answer_and_mark_is_as_it_was(
    dump: str, upgraded: Flask, tmp_path: Path
) -> None:
    with sqlite3.connect(":memory:") as before:
        before.executescript(dump)
        for table in TABLES:
            name = table.__tablename__
            count = before.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            assert len(rows(upgraded)[name]) == count > 0, name
        ids = {row[0] for row in before.execute("SELECT id FROM answers")}
        points = sorted(before.execute("SELECT answer_id, points, of FROM marks"))
    with upgraded.app_context(), Session(db.engine) as session:
        assert set(session.scalars(select(Answer.id))) == ids
        found = session.execute(select(Mark.answer_id, Mark.points, Mark.of)).all()
        assert sorted(tuple(row) for row in found) == points


def test_the_attempt_in_progress_is_resumed_and_answered(upgraded: Flask, device: Visitor) -> None:
    page = device.get(CASE)
    begun = page.form(f"{CASE}/answer", task="t5")
    assert begun.chosen["options"] == ["finds-birthday"]
    before = rows(upgraded)
    assert device.send(begun, options=["tells-form", "finds-birthday", "explains-help"]).status_code == 303
    after = rows(upgraded)
    assert len(after["answers"]) == len(before["answers"]) + 1
    assert after["attempts"] == before["attempts"] and after["learners"] == before["learners"]
    with upgraded.app_context(), Session(db.engine) as session:
        last = session.scalars(select(Mark).order_by(Mark.marked_at.desc())).first()
        assert last is not None and last.points == last.of == 3


def test_practice_goes_on(upgraded: Flask, device: Visitor) -> None:
    form = device.get("/practice/pretrial/next", follow_redirects=True).form("/practice/")
    assert form.action.startswith("/practice/pretrial/")
    assert device.get("/practice/pretrial").status_code == 200


def test_what_was_told_is_shown_as_it_was_told(upgraded: Flask, device: Visitor) -> None:
    kept = device.get("/account/mine.json").response.get_json()
    works = kept.get("work") or kept.get("attempts") or next(v for v in kept.values() if isinstance(v, list))
    with upgraded.app_context(), Session(db.engine) as session:
        own = session.scalar(
            select(func.count()).select_from(Answer).join(Attempt).join(Learner, Learner.id == Attempt.learner_id)
            .where(Learner.account_id.is_(None))
        )  # fmt: skip
    assert len(works) == own and all(work["told"] for work in works)


def test_the_account_signs_in_and_goes_on(upgraded: Flask) -> None:
    visitor = Visitor(upgraded)
    form = next(f for f in visitor.get("/account/sign-in").forms if "password" in f.texts)
    assert visitor.send(form, login=LOGIN, password=PASSWORD).status_code == 303
    page = visitor.get(CASE)
    assert page.form(f"{CASE}/answer", task="t1").chosen["verdict"] == ["undecided"]
    sent = visitor.send(page.form(f"{CASE}/answer", task="t3"), verdict="no", reason="probation-law/13/2")
    assert sent.status_code == 303
