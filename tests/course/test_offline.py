"""The worker: served from the root under our policy, and told never to keep what is not a page of the course."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

SCRIPT = (Path(__file__).parents[2] / "static/js/worker.js").read_text("utf-8")


def pattern(name: str) -> re.Pattern[str]:
    found = re.search(rf"^const {name} = /(.+)/;$", SCRIPT, re.M)
    assert found
    return re.compile(found.group(1).replace("\\/", "/"))


def test_the_worker_is_served_from_the_root(client: FlaskClient) -> None:
    answer = client.get("/worker.js")
    assert answer.mimetype == "text/javascript" and answer.headers["Cache-Control"] == "no-cache"
    assert answer.get_data(as_text=True).startswith("const VERSION = ")
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/course", "/course/pretrial", "/ru/course/pretrial/who-may", "/en/course/x/y"])
def test_pages_of_the_course_are_kept(path: str) -> None:
    assert pattern("COURSE").search(path) and not pattern("OTHER").search(path)


@pytest.mark.parametrize(
    "path",
    ["/", "/account", "/account/mine", "/review", "/notes", "/notes/abc", "/api/v1/acts", "/cases/pretrial-07",
     "/practice/pretrial", "/course/book", "/course/book.pdf", "/course/pretrial/print", "/course/pretrial/lesson"],
)  # fmt: skip
def test_nothing_else_is_kept(path: str) -> None:
    assert not pattern("COURSE").search(path) or pattern("OTHER").search(path)


@pytest.mark.parametrize("path", ["/account/sign-out", "/account/release", "/ru/account/delete"])
def test_who_leaves_takes_the_pages_along(path: str) -> None:
    assert pattern("LEAVING").search(path)


@pytest.mark.parametrize("start", ["", "/ru", "/en"])
def test_there_is_a_page_for_what_is_not_kept(client: FlaskClient, start: str) -> None:
    assert client.get(f"{start}/offline").status_code == 200
