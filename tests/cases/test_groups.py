"""A case for a group: one shape at one address, and nobody's attempt is lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from attempts.models import Attempt
from cases.papers.tasks import differences
from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor
from tests.conftest import _any_answer

CASE, TWIN = "/cases/pretrial-07", "child-of-twenty-months"


def answer(visitor: Visitor, path: str) -> None:
    form = visitor.get(path).form(f"{CASE}/answer")
    assert visitor.send(form, **_any_answer(form)).status_code == 303


def variants(session: Session) -> list[str]:
    session.expire_all()
    return list(session.scalars(select(Attempt.variant).order_by(Attempt.started_at)))


def test_everyone_who_opens_the_link_works_on_the_same_shape(app: Flask, session: Session) -> None:
    for _ in range(2):
        visitor = Visitor(app)
        sent = visitor.get(f"{CASE}/group/{TWIN}")
        assert (sent.status_code, sent.headers["Location"]) == (303, f"{CASE}?shape={TWIN}")
        answer(visitor, sent.headers["Location"])
    assert variants(session) == [TWIN, TWIN]


def test_a_shape_that_does_not_exist_is_a_page_with_a_way_out(visitor: Visitor) -> None:
    page = visitor.get(f"{CASE}/group/nobody")
    assert page.status_code == 404 and 'href="/course"' in page.text


def test_who_is_at_work_on_another_shape_is_asked_and_may_go_on(visitor: Visitor, session: Session) -> None:
    answer(visitor, CASE)
    asked = visitor.get(f"{CASE}/group/{TWIN}")
    assert asked.status_code == 200 and f'href="{CASE}"' in asked.text
    assert variants(session) == ["base"] and session.scalars(select(Attempt.ended_at)).all() == [None]


def test_who_joins_the_group_keeps_the_attempt_among_the_results(visitor: Visitor, session: Session) -> None:
    answer(visitor, CASE)
    begun = visitor.send(visitor.get(f"{CASE}/group/{TWIN}").form(f"{CASE}/next"))
    assert begun.headers["Location"] == f"{CASE}?shape={TWIN}"
    answer(visitor, begun.headers["Location"])
    assert variants(session) == ["base", TWIN]
    kept = session.scalars(select(Attempt.id).where(Attempt.variant == "base")).one()
    assert visitor.get(f"{CASE}/result?attempt={kept}").status_code == 200


def test_the_link_leads_back_to_ones_own_work_on_the_same_shape(visitor: Visitor) -> None:
    answer(visitor, f"{CASE}?shape={TWIN}")
    assert visitor.get(f"{CASE}/group/{TWIN}").headers["Location"] == CASE


@pytest.mark.parametrize("start", ["", "/ru", "/en"])
def test_the_page_for_the_class_has_the_address_of_every_shape(visitor: Visitor, session: Session, start: str) -> None:
    page, case = visitor.get(f"{start}{CASE}/class"), case_of(session)
    for id_ in ("base", *(v.id for v in (*case.twins, *case.variants))):
        assert f"http://localhost{start}{CASE}/group/{id_}" in page.text


def case_of(session: Session) -> Any:
    held = library.get(session, STRANGER, "case", "pretrial-07")
    assert held is not None
    return held.content


def test_each_shape_says_which_facts_it_turns_in_words(session: Session) -> None:
    case = case_of(session)
    for lang in ("kk", "ru", "en"):
        assert differences(case, "base", lang) == []
        for one in (*case.twins, *case.variants):
            told = differences(case, one.id, lang)
            assert len(told) == len(one.turns) and all(t["label"] and t["before"] != t["after"] for t in told)
