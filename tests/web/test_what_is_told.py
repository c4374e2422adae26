"""What a verdict shows beside the mark: model and rubric, the parts of a mark, and nothing of the key before it."""

from __future__ import annotations

import re

import pytest

from checks.citations import read_citation
from checks.verdict import AnswerFault
from library import service as library
from library.service import STRANGER
from tests.browsing import Page, Visitor
from web.db import session

EXAMPLE = re.compile(r"Мысалы: ([^<]+)<")


def _answered(visitor: Visitor, case: str, task: str, **typed: str) -> Page:
    form = visitor.get(f"/cases/{case}").form(f"/cases/{case}/answer", task=task)
    assert visitor.send(form, **typed).status_code == 303
    return visitor.get(f"/cases/{case}")


def test_after_an_own_text_its_model_and_what_to_look_for_are_shown(visitor: Visitor) -> None:
    assert "Үлгі жауап" not in visitor.get("/cases/pretrial-08").text
    page = _answered(visitor, "pretrial-08", "q1", text="Менің ойымша, байланысы бар.")
    assert page.text.count("Үлгі жауап") == 1
    assert "Өзіңізді тексеретін өлшемдер" in page.text


def test_a_mark_of_two_parts_says_which_of_them_was_right(visitor: Visitor) -> None:
    page = _answered(visitor, "pretrial-01", "t2", verdict="no", reason="probation-law/18")
    assert "Қорытынды</span> 1/1" in page.text
    assert "Негізі</span> 0/1" in page.text


def test_the_example_of_a_citation_is_read_and_is_no_answer(visitor: Visitor) -> None:
    with visitor.http.application.app_context():
        tasks = [task for held in library.listing(session(), STRANGER, "case") for task in held.content.tasks]
        wanted = {one for task in tasks if task.kind == "citation" for one in task.accepts}
    text = EXAMPLE.search(visitor.get("/cases/pretrial-01").text)
    assert text and wanted
    found = read_citation(text.group(1))
    assert not isinstance(found, AnswerFault) and found.provision
    assert not any(one.split("/")[:2] == found.provision.split("/")[:2] for one in wanted)


def test_a_newcomer_answers_on_the_home_page_and_stays_there(visitor: Visitor) -> None:
    form = visitor.get("/").form("/practice/")
    kept = visitor.send(form, option=form.choices["option"][0])
    assert kept.headers["Location"].partition("#")[0] == "/"
    assert "Жауап сақталды" in visitor.get("/").text


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/account", "/course/../account//x"])
def test_an_answer_leads_back_to_pages_of_ours_only(visitor: Visitor, back: str) -> None:
    form = visitor.get("/").form("/practice/")
    kept = visitor.send(form, option=form.choices["option"][0], back=back)
    assert kept.headers["Location"].startswith("/practice/")


def test_the_question_leaves_the_home_page_once_something_else_was_answered(visitor: Visitor) -> None:
    _answered(visitor, "pretrial-01", "t2", verdict="no", reason="probation-law/18")
    assert 'action="/practice/' not in visitor.get("/").text


def test_a_day_stands_in_its_field_as_people_write_days(visitor: Visitor) -> None:
    page = _answered(visitor, "pretrial-03", "t5", day="2025 жылғы 30 қазан")
    assert page.form("/cases/pretrial-03/answer", task="t5").texts["day"] == "30.10.2025"


def test_home_names_the_topic_that_went_wrong(visitor: Visitor) -> None:
    form = visitor.get("/practice/pretrial/delivery-03").form("/practice/")
    assert visitor.send(form, option="criminal-case").status_code == 303
    assert "Баяндаманы тапсырудың соңғы күнін санау" in visitor.get("/").text
