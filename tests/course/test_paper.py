"""A module on paper with the questions of its practice: all of them are there, and no answer is."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.orm import Session

from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor

PATH = "/course/pretrial/print"


def test_questions_of_practice_come_only_when_asked_for(visitor: Visitor, session: Session) -> None:
    quiz = library.get(session, STRANGER, "quiz", "pretrial")
    assert quiz is not None
    assert "paper-items" not in visitor.get(PATH).text
    page = visitor.get(f"{PATH}?items=1")
    part = page.text.partition("paper-items")[2]
    assert len(re.findall(r"<li><div>", part)) == len(quiz.content.items) > 30
    assert page.status_code == 200 and not [form for form in page.forms if form.method == "post"]


def test_no_reason_of_an_option_and_no_explanation_is_on_paper(visitor: Visitor, session: Session) -> None:
    quiz = library.get(session, STRANGER, "quiz", "pretrial")
    assert quiz is not None
    part = visitor.get(f"{PATH}?items=1").text.partition("paper-items")[2]
    plain = re.sub(r"<[^>]+>", "", part)
    for item in quiz.content.items:
        for option in getattr(item.task, "options", ()):
            why = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", str(option.why))
            assert len(why) < 25 or why not in plain, item.id
    assert "state--yes" not in part and "checked" not in part


@pytest.mark.parametrize("name", ["sentencing", "transfer", "penitentiary", "introduction"])
def test_every_module_goes_on_paper_with_its_practice(visitor: Visitor, name: str) -> None:
    assert visitor.get(f"/course/{name}/print?items=1").status_code == 200
