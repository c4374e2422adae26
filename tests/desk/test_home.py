"""Home: one thing to do at the first visit, what was left open later, what is weakest after that."""

from __future__ import annotations

import re

from flask import Flask
from sqlalchemy.orm import Session

from library import service as library
from library.service import STRANGER
from tests.browsing import Visitor
from tests.cases.solving import right, wrong


def main_action(visitor: Visitor) -> str:
    """Where the one main button of the home page leads."""
    page = visitor.get("/").text
    found = re.findall(r'<a class="button" href="([^"]+)"', page)
    assert len(found) == 1, found
    return str(found[0])


def test_from_home_to_the_first_mark_in_three_taps_without_an_account(visitor: Visitor) -> None:
    case = visitor.get(main_action(visitor))
    form = next(form for form in case.forms if form.method == "post")
    name, values = next(iter(form.choices.items()))
    typed = {name: values[-1]} | ({"missing": form.choices["missing"][0]} if "missing" in form.choices else {})
    assert visitor.send(form, **typed).status_code == 303
    assert 'class="verdict' in visitor.get(form.action.removesuffix("/answer")).text


def test_an_open_case_is_gone_on_with(visitor: Visitor) -> None:
    form = visitor.get("/cases/pretrial-03").form("/cases/pretrial-03/answer")
    name, values = next(iter(form.choices.items()))
    typed = {name: values[0]}
    for second in ("reason", "missing"):
        if second in form.choices and name == "verdict":
            typed |= {"verdict": "yes"} if second == "reason" else {}
            typed |= {second: form.choices[second][0]}
    assert visitor.send(form, **typed).status_code == 303
    assert main_action(visitor) == "/cases/pretrial-03"


def test_what_went_wrong_in_practice_is_offered_when_no_case_is_open(visitor: Visitor, session: Session) -> None:
    held = library.get(session, STRANGER, "quiz", "pretrial")
    assert held is not None
    item = held.content.items[0]
    path = f"/practice/pretrial/{item.id}"
    form = visitor.get(path).form(path)
    assert visitor.send(form, **wrong(item.task, item.facts, form)).status_code == 303
    assert main_action(visitor) == f"/practice/pretrial/next?objective={item.objective}"


def test_progress_counts_only_one_s_own(app: Flask, session: Session) -> None:
    held = library.get(session, STRANGER, "quiz", "pretrial")
    assert held is not None
    item, one, other = held.content.items[0], Visitor(app), Visitor(app)
    path = f"/practice/pretrial/{item.id}"
    form = one.get(path).form(path)
    one.send(form, **right(item.task, item.facts, form))
    assert one.get("/practice").text != other.get("/practice").text
    assert "tarmaq_learner" not in other.cookies()


def test_the_site_says_how_it_is_and_tells_nothing_else(visitor: Visitor) -> None:
    alive = visitor.get("/healthz")
    assert (alive.status_code, alive.text) == (200, "ok\n")


def test_scoring_is_the_text_of_the_documentation(visitor: Visitor) -> None:
    from tests.house.floors import ROOT

    assert (ROOT / "docs/scoring.md").exists()
    assert len(visitor.get("/scoring").text) > 4000


def test_home_is_rendered_once_for_strangers_and_never_shows_one_s_progress_to_another(app: Flask) -> None:
    first = Visitor(app).get("/").text
    assert re.sub(r'value="[^"]{40,}"', "", first) == re.sub(r'value="[^"]{40,}"', "", Visitor(app).get("/").text)
