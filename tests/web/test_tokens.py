"""No form is taken without its token, from wherever it comes; the API takes no cookie and so needs none."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from attempts.models import Answer
from tests.browsing import Visitor

FILLED = {"name": "pretrial-07", "id_": "eligibility-01", "account_id": "nobody", "rule_id": "pretrial-list"}


def posts(app: Flask) -> list[str]:
    """Every address that takes a POST, its parts filled in."""
    adapter = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    return [adapter.build(rule.endpoint, {a: FILLED[a] for a in rule.arguments}, "POST") for rule in rules]


def test_every_form_without_a_token_is_refused(app: Flask, client: FlaskClient) -> None:
    paths = posts(app)
    assert len(paths) > 10
    for path in paths:
        for start in ("", "/ru", "/en"):
            answer = client.post(start + path, data={"task": "t1"})
            if path.startswith("/api/"):
                assert answer.status_code != 400 or b"stale" not in answer.data
            else:
                assert answer.status_code == 400, path


def test_the_api_sets_and_reads_no_cookie(client: FlaskClient) -> None:
    answer = client.post("/api/v1/rules/pretrial-list", json={"facts": {}})
    assert "Set-Cookie" not in answer.headers
    assert answer.mimetype == "application/json"


@pytest.mark.parametrize("token", ["", "x", "IjEi.aaaa.bbbb", "ә" * 50])
def test_a_made_up_token_is_refused_and_nothing_is_stored(visitor: Visitor, session: Session, token: str) -> None:
    form = visitor.get("/practice/pretrial/eligibility-01").form("/practice/")
    page = visitor.send(form, csrf_token=token, option="no")
    assert page.status_code == 400
    assert session.scalar(select(func.count()).select_from(Answer)) == 0


def test_the_token_of_another_browser_is_refused(app: Flask, visitor: Visitor) -> None:
    other = Visitor(app)
    other.token()
    form = visitor.get("/practice/pretrial/eligibility-01").form("/practice/")
    assert other.send(form).status_code == 400


def test_a_page_kept_for_all_newcomers_gives_each_browser_a_token_of_its_own(app: Flask) -> None:
    tokens = {Visitor(app).get("/cases/pretrial-07").form("/cases/").hidden["csrf_token"] for _ in range(3)}
    assert len(tokens) == 3


def test_every_form_of_such_a_page_holds_the_same_token(visitor: Visitor) -> None:
    forms = [form for form in visitor.get("/cases/pretrial-07").forms if form.method == "post"]
    assert len(forms) >= 6
    assert len({form.hidden["csrf_token"] for form in forms}) == 1


def test_a_form_whose_session_is_gone_says_what_to_do_and_keeps_what_was_typed(visitor: Visitor) -> None:
    form = visitor.get("/cases/pretrial-11").form("/cases/")
    visitor.http.delete_cookie("tarmaq_session")
    page = visitor.send(form, text="Менің ойымша, адам тізімге кіреді", option="typed-choice")
    assert page.status_code == 400
    assert "Менің ойымша, адам тізімге кіреді" in page.text
