"""Pages and figures on a wall: part by part, large, without what a room does not need."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.orm import Session

from course.projector.slides import cut
from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor


def test_a_text_is_cut_at_its_headings_and_a_figure_stands_alone() -> None:
    html = '<p>a</p><h2 id="x">b</h2><p>c</p><div data-embed="figure:f"></div><p>d</p><div data-embed="quiz:q"></div>'
    parts = cut(html, lambda kind, target: {"figure": target} if kind == "figure" else None)
    assert parts == [{"html": "<p>a</p>", "lang": ""}, {"html": "<h2>b</h2><p>c</p>", "lang": ""}, {"figure": "f"},
                     {"html": "<p>d</p>", "lang": ""}]  # fmt: skip


def test_a_text_in_another_language_keeps_it_on_every_part() -> None:
    parts = cut('<div lang="kk"><p>a</p>\n<h2>b</h2></div>', lambda *_: None)
    assert [part["lang"] for part in parts] == ["kk", "kk"]


@pytest.mark.parametrize("start", ["", "/ru", "/en"])
def test_every_page_and_figure_can_be_shown(visitor: Visitor, session: Session, start: str) -> None:
    paths = [f"/course/{held.name}" for held in library.listing(session, STRANGER, "page")][::7]
    paths += [f"/course/figures/{held.name}" for held in library.listing(session, STRANGER, "figure")]
    for path in paths:
        page = visitor.get(f"{start}{path}?view=projector")
        assert page.status_code == 200, path
        assert len(re.findall("<h1[ >]", page.text)) == 1 and page.text.count('class="slide') > 1, path
        assert not page.forms and "onpaper__answer" not in page.text, path


def test_a_figure_has_a_page_that_names_the_pages_of_the_course_with_it(visitor: Visitor, session: Session) -> None:
    for held in library.listing(session, STRANGER, "figure"):
        text = visitor.get(f"/course/figures/{held.name}").text
        assert f'id="figure-{held.name}"' in text and 'href="/course/' in text
    assert visitor.get("/course/figures/nobody").status_code == 404
