"""A case that unfolds: what opens when, which answer decides, what was asked, and what no second tab can spoil."""

from __future__ import annotations

import re

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from attempts.models import Answer, Attempt
from cases.content import Case
from cases.shaping import BASE, paper_of
from cases.unfolding import every_state, walk, ways
from library import service as library
from library.service import STRANGER
from tests.browsing import Form, Page, Visitor

NAME = "pretrial-12"
CASE = f"/cases/{NAME}"
RIGHT = {
    "t1": {"verdict": "undecided", "missing": "child_born"}, "t2": {"verdict": "yes", "reason": "probation-law/13/2"},
    "t3": {"option": "get-document"}, "t4": {"verdict": "no", "reason": "probation-law/13/4/last"},
    "t5": {"day": "2025-11-17"}, "t6": {"option": "accumulation-file"},
    "t7": {"verdict": "no", "reason": "order-90/report/9"},
}  # fmt: skip
LISTED = {"verdict": "yes", "reason": "probation-law/13/1/4"}


def case_of(session: Session) -> Case:
    held = library.get(session, STRANGER, "case", NAME)
    assert held is not None
    session.rollback()
    return held.content


def form_of(page: Page, task: str) -> Form:
    return page.form(f"{CASE}/answer", task=task)


def give(visitor: Visitor, task: str, **typed: str) -> Page:
    sent = visitor.send(form_of(visitor.get(CASE), task), **(typed or RIGHT[task]))
    assert sent.status_code == 303, sent.text[:2000]
    return visitor.get(CASE)


def ask(visitor: Visitor, page: Page | None = None) -> Page:
    return visitor.send((page or visitor.get(CASE)).form(f"{CASE}/ask"), ask="birth-certificate")


def open_tasks(page: Page) -> list[str]:
    return re.findall(r'id="task-(t\d)"', page.text)


def stored(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Answer)) or 0


def test_only_the_first_stage_is_on_the_page_at_the_start(app: Flask) -> None:
    page = Visitor(app).get(CASE)
    assert open_tasks(page) == ["t1", "t2"]
    assert "21 қарашада" not in page.text and "paper-draft" not in page.text and "17 тамызда" not in page.text


def test_a_stage_opens_when_every_task_before_it_is_answered(app: Flask) -> None:
    visitor = Visitor(app)
    assert open_tasks(give(visitor, "t2")) == ["t1", "t2"]
    page = give(visitor, "t1")
    assert open_tasks(page) == ["t1", "t2", "t4", "t5"]
    assert "paper-draft" in page.text and "paper-complaint" not in page.text


def test_a_wrong_answer_leads_another_way(app: Flask) -> None:
    visitor = Visitor(app)
    give(visitor, "t1", **LISTED)
    page = give(visitor, "t2")
    assert open_tasks(page) == ["t1", "t2", "t3"] and "paper-complaint" in page.text
    assert open_tasks(give(visitor, "t3")) == ["t1", "t2", "t3", "t4", "t5"]


def test_the_first_answer_decides_and_a_second_one_does_not_move_the_way(app: Flask) -> None:
    visitor = Visitor(app)
    give(visitor, "t1", **LISTED)
    assert open_tasks(give(visitor, "t1")) == ["t1", "t2"]
    assert open_tasks(give(visitor, "t2")) == ["t1", "t2", "t3"]
    page = give(visitor, "t1")
    assert open_tasks(page) == ["t1", "t2", "t3"] and open_tasks(visitor.get(CASE)) == ["t1", "t2", "t3"]


def test_the_branch_ends_with_what_was_taken_and_what_else_there_was(app: Flask) -> None:
    visitor = Visitor(app)
    for task in ("t1", "t2", "t4"):
        page = give(visitor, task)
    assert 'class="branches"' not in page.text
    give(visitor, "t5", day="2025-11-20")
    page = give(visitor, "t7")
    assert "<strong>8/9</strong>" in page.text and 'class="branches"' in page.text
    taken = re.findall(r'branch--taken">.*?branch__title"[^>]*>([^<]+)<', page.text, re.S)
    assert taken == ["1-күн, 3 қараша", "11 қараша", "19 қараша, бірінші дана тапсырылды"]
    assert "14 қараша, бірінші дана тапсырылды" in page.text and "Үш күннен кейін, 6 қараша" in page.text


def test_facts_of_a_stage_decide_its_tasks(app: Flask, session: Session) -> None:
    states = every_state(case_of(session), case_of(session).facts)
    assert {facts["report"]["handed_day"] for facts in states["t6"]} == {"2025-11-14"}
    assert {facts["report"]["handed_day"] for facts in states["t7"]} == {"2025-11-19"}
    assert all(facts["report"]["trial_day"] == "unknown" for facts in states["t1"])
    assert len(states["t4"]) == 2 and len(list(ways(case_of(session)))) == 4


def test_what_is_asked_comes_into_the_file_and_turns_the_key(app: Flask) -> None:
    visitor = Visitor(app)
    assert ask(visitor).headers["Location"].startswith(CASE)
    page = visitor.get(CASE)
    assert "17 тамызда" in page.text and "paper-notes--asked" in page.text
    page = give(visitor, "t1", **LISTED)
    assert "verdict--right" in page.text


def test_a_task_answered_before_the_ask_keeps_its_facts(app: Flask) -> None:
    visitor = Visitor(app)
    give(visitor, "t1", **LISTED)
    ask(visitor)
    page = give(visitor, "t1")
    assert "verdict--right" in page.text, "undecided is still right there"


def test_a_page_kept_for_newcomers_lets_each_of_them_ask(app: Flask) -> None:
    assert [ask(Visitor(app)).status_code for _ in range(3)] == [303] * 3


def test_asking_twice_and_from_two_tabs_stores_one_step(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    page, other = visitor.get(CASE), visitor.get(CASE)
    assert [ask(visitor, one).status_code for one in (page, other, page)] == [303] * 3
    assert stored(session) == 1
    assert visitor.get(CASE).text.count("17 тамызда") == 1


def test_an_answer_from_a_page_without_the_asked_fact_is_not_judged_by_it(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    give(visitor, "t2")
    old = form_of(visitor.get(CASE), "t1")
    ask(visitor)
    sent = visitor.send(old, **RIGHT["t1"])
    assert sent.status_code == 422 and "жаңа дерек сұралды" in sent.text and stored(session) == 2
    assert form_of(sent, "t1").chosen["verdict"] == ["undecided"]
    assert visitor.send(form_of(sent, "t1"), **LISTED).status_code == 303


def test_a_doubled_submit_counts_once_and_opens_one_stage(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    give(visitor, "t1")
    form = form_of(visitor.get(CASE), "t2")
    assert [visitor.send(form, **RIGHT["t2"]).status_code for _ in range(2)] == [303, 303]
    assert stored(session) == 2 and open_tasks(visitor.get(CASE)) == ["t1", "t2", "t4", "t5"]


def test_a_task_that_is_not_open_is_refused_and_what_was_written_is_shown(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    give(visitor, "t1")
    give(visitor, "t2")
    form = form_of(visitor.get(CASE), "t5")
    again = visitor.get(CASE).form(f"{CASE}/next", same=BASE)
    assert visitor.send(again).status_code == 303
    sent = visitor.send(form, day="17.11.2025")
    assert sent.status_code == 422 and "қазір ашық емес" in sent.text and "17.11.2025" in sent.text
    assert stored(session) == 2


def test_the_case_begins_anew_in_the_same_shape_and_the_old_attempt_stays(app: Flask, session: Session) -> None:
    visitor = Visitor(app)
    give(visitor, "t1")
    page = visitor.get(CASE)
    sent = visitor.send(page.form(f"{CASE}/next", same=BASE))
    assert sent.headers["Location"] == f"{CASE}?shape={BASE}"
    assert open_tasks(give(visitor, "t2")) == ["t1", "t2"]
    session.rollback()
    assert len(session.scalars(select(Attempt)).all()) == 2 and stored(session) == 2


def test_a_stage_shape_or_ask_of_another_case_is_not_found(app: Flask) -> None:
    visitor = Visitor(app)
    page = visitor.get(CASE)
    assert visitor.send(form_of(page, "t1"), shape="child-is-three").status_code == 404
    assert visitor.send(form_of(page, "t1"), task="t99").status_code == 404
    assert visitor.send(page.form(f"{CASE}/ask"), ask="none").status_code == 404
    assert visitor.send(form_of(page, "t1"), attempt="x" * 22, **RIGHT["t1"]).status_code == 422
    assert visitor.get(f"{CASE}?shape=child-is-three").status_code == 404


def test_the_paper_holds_what_every_stage_turns_and_what_each_ask_gives(app: Flask, session: Session) -> None:
    paper = paper_of(case_of(session), "younger-father", 1)
    assert paper["facts"]["request"]["child_born"] == "unknown"
    assert paper["asks"]["birth-certificate"] == {"fact": "request.child_born", "value": "2024-04-09"}
    assert paper["turns"]["late"] == {"report.handed_day": "2025-11-19"}
    assert paper["keys"]["t1"]["verdict"] == ["undecided"]


def test_nothing_answered_stands_at_the_first_stage(app: Flask, session: Session) -> None:
    stages, complete = walk(case_of(session), {})
    assert [stage.id for stage in stages] == ["application"] and not complete
