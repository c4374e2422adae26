"""What goes wrong on a real machine: a locked or full database, many at once, a server that is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, event, func, select, text
from sqlalchemy.orm import Session

from accounts.models import Device, Learner
from attempts.models import Answer, Attempt, Mark, Told
from tests.attempts.over_http import Answering, wait_until_it_answers
from tests.browsing import Visitor
from web.db import db
from web.settings import ROOT, Settings

CASE = "/cases/pretrial-07"
RIGHT = {"verdict": "undecided", "missing": "child_born"}
TABLES = (Learner, Device, Attempt, Answer, Mark, Told)


def rows(session: Session) -> list[int]:
    session.rollback()
    return [session.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES]


@pytest.fixture
def impatient(app: Flask) -> Flask:
    """The site with a SQLite that waits a moment for a lock, not five seconds."""
    with app.app_context():
        event.listen(db.engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=60"))
    return app


def test_a_locked_database_is_said_and_nothing_is_half_written(
    impatient: Flask, session: Session, settings: Settings
) -> None:
    visitor = Visitor(impatient)
    form = visitor.get(CASE).form(CASE, task="t1")
    holder = create_engine(settings.database_url, isolation_level="AUTOCOMMIT")
    with holder.connect() as held:
        held.execute(text("BEGIN IMMEDIATE"))
        page = visitor.send(form, **RIGHT)
        assert visitor.get(CASE).status_code == 200
        held.execute(text("ROLLBACK"))
    assert page.status_code == 503 and "сақталмады" in page.text
    assert "tarmaq_learner" not in visitor.cookies()
    assert rows(session) == [0] * 6
    assert visitor.send(form, **RIGHT).status_code == 303
    assert rows(session) == [1] * 6


def test_a_full_disk_is_said_and_nothing_is_half_written(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    form = visitor.get("/practice/pretrial/next", follow_redirects=True).form("/practice/")
    case = visitor.get(CASE).form(CASE, task="t1")
    limit = _last_page(session)
    with app.app_context():
        event.listen(db.engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA max_page_count={limit}"))
        db.engine.dispose()
    refused = [visitor.send(case, **(RIGHT | {"token": f"full-{n}"})) for n in range(40)][-1]
    assert refused.status_code == 503
    assert "орын қалмады" in refused.text and "сақталмады" in refused.text and "sqlite" not in refused.text.lower()
    _, _, _, answers, marks, _ = rows(session)
    assert answers == marks < 40
    assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert visitor.get(form.action).status_code == 200


def _last_page(session: Session) -> int:
    """The size of the file in pages, with hardly a page left free."""
    session.rollback()
    session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    session.rollback()
    return int(pages) + 2


def _hands_in(app: Flask, answers: int) -> list[int]:
    """Statuses of the answers of one person who answers as often."""
    visitor = Visitor(app)
    found = []
    for number in range(answers):
        form = visitor.get(CASE).form(CASE, task="t1")
        typed = RIGHT if number % 2 else {"verdict": "yes", "reason": "probation-law/13/1/4"}
        found.append(visitor.send(form, **typed).status_code)
    return found


def test_eight_people_at_once_lose_nothing(any_app: Flask, any_session: Session) -> None:
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda _: _hands_in(any_app, 20), range(8)))
    assert statuses == [[303] * 20] * 8
    assert rows(any_session) == [8, 8, 8, 160, 160, 2]


def test_one_person_who_submits_eight_times_at_once_has_one_answer(any_app: Flask, any_session: Session) -> None:
    visitor = Visitor(any_app)
    visitor.send(visitor.get(CASE).form(CASE, task="t3"), verdict="no", reason="probation-law/13/2")
    form = visitor.get(CASE).form(CASE, task="t1")
    cookies = visitor.cookies()

    def submit(_: int) -> int:
        other = Visitor(any_app)
        for name, value in cookies.items():
            other.http.set_cookie(name, value)
        return other.send(form, **RIGHT).status_code

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(submit, range(8))) == [303] * 8
    assert rows(any_session)[2:5] == [1, 2, 2]


@pytest.fixture
def served(settings: Settings) -> Iterator[Callable[[], tuple[subprocess.Popen[bytes], int]]]:
    """Starts the site on a free port of this machine, with the database of this test."""
    running: list[subprocess.Popen[bytes]] = []

    def start() -> tuple[subprocess.Popen[bytes], int]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TARMAQ_")} | {
            "TARMAQ_INSTANCE": str(settings.instance), "TARMAQ_DATABASE_URL": settings.database_url,
            "TARMAQ_BIND": f"127.0.0.1:{port}", "TARMAQ_LIMITS": "0", "TARMAQ_WORKERS": "1",
        }  # fmt: skip
        command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy/gunicorn.conf.py")]
        process = subprocess.Popen(
            [*command, "app:create_app()"], cwd=ROOT, env=environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        running.append(process)
        wait_until_it_answers(port)
        return process, port

    yield start
    for process in running:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """`kill -9` of the server and its workers: a session of its own, so nothing else is hit."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(5)


def test_what_was_acknowledged_survives_a_kill(
    served: Callable[[], tuple[subprocess.Popen[bytes], int]], session: Session, tmp_path: Path
) -> None:
    """R1: four people answer, the server is killed in the middle, twice; every 303 is in the database."""
    acknowledged: set[str] = set()
    for at_least in (7, 20):
        process, port = served()
        people = [Answering(port, CASE, RIGHT) for _ in range(4)]
        for person in people:
            person.start()
        _wait_for(people, at_least)
        kill(process)
        for person in people:
            person.join(5)
        acknowledged |= {token for person in people for token in person.acknowledged}
    assert len(acknowledged) >= 27
    session.rollback()
    stored = {answer.token: answer for answer in session.scalars(select(Answer))}
    marked = set(session.scalars(select(Mark.answer_id)))
    assert acknowledged <= stored.keys()
    assert {answer.id for answer in stored.values()} == marked
    assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def _wait_for(people: list[Answering], at_least: int) -> None:
    ends = time.monotonic() + 10
    while sum(len(person.acknowledged) for person in people) < at_least and time.monotonic() < ends:
        time.sleep(0.01)
