"""What people and machines send that was never meant: the site says what is wrong and keeps what was typed."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from attempts.models import Answer
from library import service as library
from library.service import STRANGER
from tests.browsing import Form, Page, Visitor
from web.db import session as site_session

UNKNOWN = [
    "/nowhere", "/cases/none", "/cases/pretrial-07/none", "/course/none", "/course/pretrial/none", "/practice/none",
    "/practice/pretrial/none", "/law/none", "/law/probation-law/99", "/law/rules/none", "/ru/none", "/en/cases/none",
    "/cases/../etc/passwd", "/cases/%00", "/cases/pretrial-07%0a", "/cases/Pretrial-07", "/cases/" + "x" * 3000,
    "/course/pretrial/who-may/", "/static/none.css", "/static/../app.py", "/static/%2e%2e/app.py", "/кк",
    "/ru/ru/cases", "/law/probation-law/13/1/3/" + "1/" * 200, "/cases/<script>",
    "/practice/pretrial/eligibility-01'--",
]  # fmt: skip


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_is_not_found_and_says_where_to_go(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    assert page.status_code == 404
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert 'href="/' in page.text and "Traceback" not in page.text and "<script>" not in page.text


BROKEN = [b"/cases/\xff\xfe", b"/%ff%fe", b"/cases?shape=%ff%fe", b"/law/rules/pretrial-list?born=%ff"]


@pytest.mark.parametrize("raw", BROKEN)
def test_an_address_of_broken_bytes_is_no_failure(app: Flask, raw: bytes) -> None:
    path, _, query = raw.decode("latin-1").partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": "GET"}
    assert app.test_client().open(path="/", environ_overrides=environ).status_code in (200, 400, 404, 422, 302)


def open_task(visitor: Visitor, task: str, case: str = "pretrial-07") -> Form:
    return visitor.get(f"/cases/{case}").form(f"/cases/{case}/answer", task=task)


def stored(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Answer)) or 0


@pytest.mark.parametrize(
    "typed",
    [
        {"verdict": ""}, {"verdict": "maybe"}, {"verdict": "yes"}, {"verdict": "yes", "reason": "order-1/1"},
        {"verdict": "undecided"}, {"verdict": "undecided", "missing": "password"}, {"verdict": ["", "yes"]},
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_comes_back_with_its_error(visitor: Visitor, session: Session, typed) -> None:
    page = visitor.send(open_task(visitor, "t1"), **typed)
    assert page.status_code == 422 and stored(session) == 0
    assert 'class="trouble"' in page.text
    assert "aria-describedby" in page.text


@pytest.mark.parametrize("task", ["none", "", "t99", "t1'", "../t1"])
def test_a_task_that_does_not_exist_is_not_found(visitor: Visitor, session: Session, task: str) -> None:
    assert visitor.send(open_task(visitor, "t1"), task=task, verdict="yes").status_code == 404
    assert stored(session) == 0


@pytest.mark.parametrize("shape", ["none", "child-is-three'"])
def test_a_shape_that_does_not_exist_takes_no_answer(visitor: Visitor, session: Session, shape: str) -> None:
    assert visitor.send(open_task(visitor, "t1"), shape=shape, verdict="yes").status_code == 404
    assert stored(session) == 0


@pytest.mark.parametrize("name", ["attempt", "revision", "token", "shape"])
@pytest.mark.parametrize("value", ["", "x" * 5000, "\x00", "' OR 1=1 --", "ә"])
def test_hidden_fields_of_somebody_s_own_making_break_nothing(
    visitor: Visitor, session: Session, name: str, value: str
) -> None:
    page = visitor.send(open_task(visitor, "t1"), **{"verdict": "undecided", "missing": "child_born", name: value})
    assert page.status_code in (303, 404, 422)
    assert stored(session) == (page.status_code == 303)


def citation_task(visitor: Visitor) -> tuple[Visitor, Form]:
    """The first practice item that asks for a citation."""
    for path in _items(visitor):
        page = visitor.get(path)
        if 'name="citation"' in page.text:
            return visitor, page.form(path)
    raise AssertionError("no item asks for a citation")


def _items(visitor: Visitor) -> list[str]:
    with visitor.http.application.app_context():
        held = library.get(site_session(), STRANGER, "quiz", "pretrial")
        assert held is not None
        return [f"/practice/pretrial/{item.id}" for item in held.content.items if item.task.kind == "citation"]


TRICKS = {
    "NUL": "13\x00-бап", "a lone surrogate": "13-бап \ud800", "a replacement sign": "13-бап \ufffd",
    "directions": "\u202e13-бап", "a zero-width space": "13\u200b-бап", "markup": "<script>alert(1)</script> 13-бап",
    "SQL": "13-бап'; DROP TABLE answers; --", "a template": "{{ 7*7 }} 13-бап",
    "many accents": "13-ба\u0301\u0301\u0301п",
    "an emoji": "13-бап 👩‍⚖️", "line breaks": "13-бап\r\n\r\n1-тармақ", "a formula": "=1+1", "long": "13-бап " * 60,
}  # fmt: skip


@pytest.mark.parametrize("name", TRICKS)
def test_odd_signs_in_an_answer_are_read_or_refused_and_never_break_the_page(
    visitor: Visitor, session: Session, name: str
) -> None:
    browser, form = citation_task(visitor)
    text = TRICKS[name].encode("utf-8", "replace").decode("utf-8")
    page = browser.send(form, citation=text)
    assert page.status_code in (303, 422)
    assert "<script>alert" not in page.text and "49 13" not in page.text
    if page.status_code == 303:
        assert "<script>alert" not in browser.get(form.action).text
    assert stored(session) == (page.status_code == 303)


def test_bytes_that_are_not_utf8_are_refused_or_put_right(app: Flask, visitor: Visitor, session: Session) -> None:
    browser, form = citation_task(visitor)
    head = "&".join(f"{name}={value}" for name, value in form.hidden.items()).encode()
    kind = "application/x-www-form-urlencoded"
    answer = browser.http.post(form.action, data=head + b"&citation=13-%D0%B1%FF%FE", content_type=kind)
    assert answer.status_code in (303, 400, 422)
    assert browser.get("/").status_code == 200


def test_look_alike_letters_never_make_an_answer_wrong(visitor: Visitor, session: Session) -> None:
    browser, form = citation_task(visitor)
    held = library.get(session, STRANGER, "quiz", "pretrial")
    assert held is not None
    item = next(i for i in held.content.items if f"/practice/pretrial/{i.id}" == form.action)
    session.rollback()
    latin = str(item.task.passes[0]).translate(str.maketrans("асеорхіАСЕОРХІ", "aceopxiACEOPXI"))
    assert latin != item.task.passes[0]
    assert browser.send(form, citation=latin).status_code == 303
    assert 'data-state="right"' in browser.get(form.action).text or "verdict--right" in browser.get(form.action).text


@pytest.mark.parametrize(("length", "status"), [(1_000_000, 422), (1_600_000, 413), (5_000_000, 413)])
def test_a_huge_answer_is_refused_with_a_word(visitor: Visitor, session: Session, length: int, status: int) -> None:
    browser, form = citation_task(visitor)
    page = browser.send(form, citation="ә" * (length // 2))
    assert page.status_code in (status, 413), page.status_code
    assert stored(session) == 0 and len(page.text) < 3_500_000
    assert "Traceback" not in page.text


def test_a_form_of_very_many_fields_is_refused(visitor: Visitor) -> None:
    form = open_task(visitor, "t5")
    page = visitor.send(form, **{f"options{n}": "x" for n in range(3000)})
    assert page.status_code in (400, 413, 422)


def test_the_page_of_an_old_visit_still_takes_an_answer(app: Flask, visitor: Visitor, session: Session) -> None:
    form = open_task(visitor, "t1")
    visitor.get("/cases/pretrial-07")
    assert visitor.send(form, verdict="undecided", missing="child_born").status_code == 303
    assert stored(session) == 1


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("path", ["/", "/cases/pretrial-07", "/cases/pretrial-07/answer", "/practice/pretrial/next"])
def test_other_methods_are_refused(visitor: Visitor, method: str, path: str) -> None:
    assert Page(getattr(visitor.http, method)(path)).status_code in (400, 405)


@pytest.mark.parametrize("path", ["/cases/pretrial-07/answer", "/cases/pretrial-07/next"])
def test_an_address_of_a_form_opened_as_a_page_is_no_failure(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code in (404, 405)


@pytest.mark.parametrize("start", ["/ru", "/en"])
def test_errors_speak_the_language_of_the_path(visitor: Visitor, start: str) -> None:
    page = visitor.get(f"{start}/nowhere")
    assert page.status_code == 404 and f'<html lang="{start[1:]}"' in page.text
