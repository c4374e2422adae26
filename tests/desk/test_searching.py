"""Search: what is found, by which spelling, and what bad input does."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.search import asking, filling
from desk.search.models import Passage, PassageWord
from library import loading
from library.models import Document
from library.service import STRANGER
from tests.browsing import Visitor
from web.settings import ROOT


def first(session: Session, text: str) -> str:
    hits = asking.ask(session, STRANGER, text).hits
    return f"{hits[0].kind}:{hits[0].name}" if hits else ""


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("сотталғанның", "term:convict"), ("сотталганнын", "term:convict"), ("пробацйа", "term:probation"),
        ("условное осуждение", "term:conditional-sentence"), ("conditional sentence", "term:conditional-sentence"),
        ("сотқа дейінгі пробация", "term:pretrial-probation"), ("сотка дейинги пробация", "term:pretrial-probation"),
        ("13-баптың 1-тармағы", "law:probation-law/13/1"), ("ст. 13 п. 1 Закона о пробации", "law:probation-law/13/1"),
        ("баяндаманы тапсыру мерзімі", "page:pretrial/delivery"), ("жалғыз әке", "case:pretrial-07"),
    ],
)  # fmt: skip
def test_finds(any_session: Session, asked: str, found: str) -> None:
    assert first(any_session, asked) == found


@pytest.mark.parametrize("asked", ["", "   ", "%", "%%%", "_", "<>", "';--", "*", "\u200b"])
def test_nothing_is_found_for_nothing(session: Session, asked: str) -> None:
    assert asking.ask(session, STRANGER, asked).hits == ()


def test_ten_thousand_characters_are_cut_and_said(visitor: Visitor) -> None:
    page = visitor.get("/search?q=" + "пробация+" * 1200)
    assert "алғашқы 300 таңбасы" in page.text


def test_markup_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page.text


def test_the_sentence_that_answers_is_shown_and_marked(visitor: Visitor) -> None:
    assert "<mark>Баяндаманы</mark>" in visitor.get("/search?q=баяндама+тапсыру").text


def test_the_empty_page_asks_and_an_unknown_word_says_what_to_do(visitor: Visitor) -> None:
    assert 'name="q"' in visitor.get("/search").text
    assert "Ештеңе табылмады" in visitor.get("/search?q=ъъъъъъъъ").text


def test_what_a_reader_may_not_see_is_not_found(session: Session) -> None:
    held = session.scalars(select(Document).where(Document.kind == "case", Document.name == "pretrial-07")).one()
    held.audience = "exam"
    session.flush()
    assert "case:pretrial-07" not in {f"{h.kind}:{h.name}" for h in asking.ask(session, STRANGER, "жалғыз әке").hits}


def test_a_load_without_changes_leaves_the_passages(session: Session) -> None:
    before = session.scalar(select(func.max(Passage.id)))
    assert before and filling.fill(session) == 0
    assert session.scalar(select(func.max(Passage.id))) == before


def test_passages_of_a_revision_that_is_gone_are_dropped(session: Session) -> None:
    gone = session.scalars(select(Document).where(Document.kind == "case", Document.name == "pretrial-07")).one()
    gone.revision_id = None
    session.flush()
    filling.fill(session)
    assert "case:pretrial-07" not in set(session.scalars(select(Passage.kind + ":" + Passage.name)))
    orphans = select(PassageWord).where(PassageWord.passage_id.not_in(select(Passage.id)))
    assert session.scalars(orphans).first() is None


def test_the_load_fills_the_table(app: Flask) -> None:
    assert filling.fill in loading.after_load and (ROOT / "content").is_dir()
