"""The course as a whole: every section of the book, every control question with its state, every aim with its items."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy.orm import Session

from library import service as library
from library.service import STRANGER

# Control questions of the book by section; sections 2.1 and 2.2 share ten.
QUESTIONS = {
    "history": 20, "standards": 10, "abroad": 10, "pretrial": 17, "sentencing": 30, "corrective-labour": 8,
    "community-service": 12, "penitentiary": 31, "post-penitentiary": 20,
}  # fmt: skip
ORDER = [
    "introduction", "history", "standards", "forms", "abroad", "pretrial", "sentencing", "corrective-labour",
    "community-service", "penitentiary", "post-penitentiary", "educational-work", "transfer", "reform-2025", "arrest",
    "conclusion",
]  # fmt: skip
# What an aim is taught with: at least so many items.
FEWEST_ITEMS = 3


def contents(session: Session, kind: str) -> dict[str, Any]:
    return {held.name: held.content for held in library.listing(session, STRANGER, kind)}


def test_the_modules_stand_in_the_order_of_the_book_and_then_the_orders(session: Session) -> None:
    assert list(contents(session, "module")) == ORDER


def test_all_158_control_questions_have_a_state(session: Session) -> None:
    modules = contents(session, "module")
    assert {name: len(m.control_questions) for name, m in modules.items() if m.control_questions} == QUESTIONS
    assert sum(QUESTIONS.values()) == 158
    states = Counter(question.state for module in modules.values() for question in module.control_questions)
    assert set(states) == {"answered", "by-law", "not-answered"} and states["answered"] > 90


@pytest.mark.parametrize("name", ORDER)
def test_every_aim_has_three_items_and_a_page(session: Session, name: str) -> None:
    module, quiz = contents(session, "module")[name], contents(session, "quiz")[name]
    pages = [page for id_, page in contents(session, "page").items() if id_.startswith(f"{name}/")]
    for aim in module.objectives:
        own = [item for item in quiz.items if item.objective == aim.id]
        assert len(own) >= FEWEST_ITEMS and any(item.situation for item in own), aim.id
        assert any(aim.id in page.objectives for page in pages), aim.id
    assert {item.objective for item in quiz.items} <= {aim.id for aim in module.objectives}


@pytest.mark.parametrize("name", ORDER)
def test_a_teacher_has_notes_for_every_module(session: Session, name: str) -> None:
    assert contents(session, "module")[name].lesson is not None


def test_every_figure_stands_on_a_page(session: Session) -> None:
    texts = " ".join(page.kazakh for page in contents(session, "page").values())
    assert [name for name in contents(session, "figure") if f"(figure:{name})" not in texts] == []
