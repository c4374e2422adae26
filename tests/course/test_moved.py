"""Old names of pages and modules: proven at loading, answered with 301 in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from course.moved.content import FILE, gather
from library import loading
from library.reading import ContentFaults
from tests.browsing import Visitor
from tests.conftest import small_content
from web.db import session as current_session


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path)


def write(content: Path, *lines: str) -> None:
    (content / FILE).write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("pretrial/aims: pretrial/report", "still exists"),
        ("pretrial: sentencing", "still exists"),
        ("pretrial/old: pretrial/gone", "does not exist"),
        ("old: pretrial/aims", "may not lead to one page"),
        ("old/../x: pretrial", "neither"),
        ("- a list", "not a mapping"),
    ],
)
def test_a_line_that_leads_nowhere_stops_the_load(content: Path, line: str, says: str) -> None:
    write(content, line)
    with pytest.raises(ContentFaults) as caught:
        list(gather(content))
    assert says in str(caught.value) and str(caught.value).startswith(FILE)


def test_without_the_file_nothing_has_moved(tmp_path: Path) -> None:
    assert list(gather(tmp_path)) == []


def test_old_names_lead_on_for_good_in_every_language(app: Flask, content: Path) -> None:
    write(content, "pretrial/purpose: pretrial/aims", "before-trial: pretrial", "before-trial/paper: pretrial/report")
    with app.app_context():
        loading.load(current_session(), content)
    visitor = Visitor(app)
    for start in ("", "/ru", "/en"):
        for old, new in [
            ("pretrial/purpose", "pretrial/aims"), ("before-trial", "pretrial"), ("before-trial/lost", "pretrial"),
            ("before-trial/paper?view=projector", "pretrial/report?view=projector"), ("before-trial/print", "pretrial"),
        ]:  # fmt: skip
            page = visitor.get(f"{start}/course/{old}")
            assert (page.status_code, page.headers.get("Location")) == (301, f"{start}/course/{new}")
        assert visitor.get(f"{start}/course/never/was").status_code == 404
