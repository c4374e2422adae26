"""The course: a page with its margin and its place, the module's questions, the glossary in Kazakh order."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from course.content import CLAIM, Page, prove_page, unsourced
from kazakh.letters import order_key
from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor
from tests.house.floors import ROOT

SLUGS = sorted(path.parent.name for path in (ROOT / "content/course/pretrial").glob("*/chapter.yaml"))


def module_of(session: Session) -> Any:
    held = library.get(session, STRANGER, "module", "pretrial")
    assert held is not None
    return held.content


def test_every_page_stands_once_in_the_order_of_the_module(session: Session) -> None:
    pages = module_of(session).pages
    assert sorted(pages) == SLUGS and len(set(pages)) == len(pages)


def test_one_walks_from_the_first_page_to_the_last_and_back(app: Flask, session: Session) -> None:
    visitor, slugs = Visitor(app), module_of(session).pages
    for before, slug, after in zip((None, *slugs), slugs, (*slugs[1:], None), strict=False):
        page = visitor.get(f"/course/pretrial/{slug}").text
        assert before is None or f'href="/course/pretrial/{before}"' in page
        assert after is None or f'href="/course/pretrial/{after}"' in page


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_shows_its_law_in_the_margin_and_its_items(visitor: Visitor, slug: str) -> None:
    source = (ROOT / f"content/course/pretrial/{slug}/kk.md").read_text("utf-8")
    page = visitor.get(f"/course/pretrial/{slug}")
    cited = dict.fromkeys(re.findall(r"\(law:([a-z0-9/-]+)\)", source))
    assert cited
    for target in cited:
        assert f'href="/law/{target}"' in page.text, target
    embedded = re.findall(r"^\[check\]\(quiz:pretrial/([a-z0-9-]+)\)$", source, re.M)
    assert [f.hidden["task"] for f in page.forms if f.action.startswith("/practice/")] == embedded


@pytest.mark.parametrize("slug", SLUGS)
def test_no_paragraph_states_law_or_a_number_without_a_source(session: Session, slug: str) -> None:
    held = library.get(session, STRANGER, "page", f"pretrial/{slug}")
    assert held is not None and not list(unsourced(held.content))


def bare(text: str) -> Page:
    return Page.model_validate({"id": "pretrial/x", "title": "а", "minutes": 1, "text": text})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Заңның 13-бабы солай дейді.", 1), ("Ол 58 жаста.", 1), ("Бұйрық мұны талап етеді.", 1),
        ("Ол 58 жаста ([3) тармақша](law:probation-law/13/1/3)).", 0), ("Бұл – түсінікті.", 0),
        ("!!! author \"Кітап\"\n    2016 жылы жазылған.", 0), ("## 13-бап", 0),
    ],
)  # fmt: skip
def test_a_claim_without_a_link_is_found(text: str, found: int) -> None:
    assert len(list(unsourced(bare(text)))) == found
    assert CLAIM.search("бап")


@pytest.mark.parametrize(("words", "wrong"), [(249, True), (250, False), (700, False), (701, True)])
def test_a_page_has_250_to_700_words(words: int, wrong: bool) -> None:
    assert bool(list(prove_page(bare("сөз " * words)))) is wrong


def test_the_seventeen_questions_of_the_book_stand_with_their_state(visitor: Visitor, session: Session) -> None:
    questions = module_of(session).control_questions
    page = visitor.get("/course/pretrial").text
    assert len(questions) == 17
    assert all(question.text in page for question in questions)
    assert all(q.looked_for and str(q.looked_for) in page for q in questions if q.state == "not-answered")


def test_the_print_has_every_page_and_no_item(visitor: Visitor, session: Session) -> None:
    page = visitor.get("/course/pretrial/print")
    for slug in SLUGS:
        held = library.get(session, STRANGER, "page", f"pretrial/{slug}")
        assert held is not None and str(held.content.title) in page.text
    assert not [form for form in page.forms if form.method == "post"]


def test_the_glossary_is_in_the_order_of_the_kazakh_alphabet(visitor: Visitor, session: Session) -> None:
    held = library.listing(session, STRANGER, "glossary")
    page = visitor.get("/glossary").text
    found = re.findall(r'id="term-([a-z0-9-]+)"', page)
    terms = [term for one in held for term in one.content.terms]
    expected = [term.id for term in sorted(terms, key=lambda term: order_key(term.kk))]
    assert found == expected
    assert expected != sorted(expected) and len(expected) > 170


@pytest.mark.parametrize("start", ["/ru", "/en"])
def test_kazakh_text_is_marked_as_kazakh_where_the_page_is_in_another_language(visitor: Visitor, start: str) -> None:
    page = visitor.get(f"{start}/course/pretrial/who-may").text
    assert f'<html lang="{start[1:]}"' in page and '<div lang="kk">' in page


def test_markdown_of_authors_is_cleaned(app: Flask) -> None:
    from web import linking

    with app.test_request_context("/"):
        made = linking.html("<script>x</script> <b onclick='y'>қою</b> [x](javascript:z) <iframe src=//a>", "kk")
    assert "<script" not in made and "onclick" not in made and "javascript" not in made and "<iframe" not in made


def test_a_term_stands_once_in_the_whole_glossary(session: Session) -> None:
    terms = [term for one in library.listing(session, STRANGER, "glossary") for term in one.content.terms]
    for name in ("id", "kk"):
        found = [getattr(term, name).lower() for term in terms]
        assert not {one for one in found if found.count(one) > 1}, name


def test_nothing_in_a_drawing_of_bars_can_be_reached_by_a_key(visitor: Visitor) -> None:
    page = visitor.get("/course/conclusion/offences").text
    drawing = re.search(r'<div class="bars" aria-hidden="true">(.*?)</div>', page, re.S)
    assert drawing is not None and "188-бап" in drawing[1] and "<a" not in drawing[1]
