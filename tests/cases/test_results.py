"""The sheet of results: points, what was right, mistakes by provision, the way taken; own attempts alone."""

from __future__ import annotations

import re

from flask import Flask

from tests.browsing import Page, Visitor
from tests.cases.test_unfolding import CASE, LISTED, ask, give

RESULT = f"{CASE}/result"


def finish(visitor: Visitor, **wrong: dict[str, str]) -> Page:
    page = visitor.get(CASE)
    for _ in range(8):
        shown = re.findall(r'id="task-(t\d)"', page.text)
        fresh = [task for task in shown if f'id="task-{task}"' in page.text and task not in done(page)]
        if not fresh:
            return page
        page = give(visitor, fresh[0], **wrong.get(fresh[0], {}))
    raise AssertionError("the case does not end")


def done(page: Page) -> set[str]:
    parts = re.split(r'id="task-(t\d)"', page.text)
    return {task for task, text in zip(parts[1::2], parts[2::2], strict=True) if 'class="verdict ' in text}


def test_before_the_end_the_sheet_says_what_is_to_do(app: Flask) -> None:
    visitor = Visitor(app)
    assert "әлі шешпедіңіз" in visitor.get(RESULT).text
    give(visitor, "t1")
    page = visitor.get(RESULT).text
    assert "әлі аяқталған жоқ" in page and "13(1)4)" not in page


def test_the_sheet_tells_points_key_mistakes_and_the_way(app: Flask) -> None:
    visitor = Visitor(app)
    ask(visitor)
    page = finish(visitor, t1=LISTED, t5={"day": "2025-11-20"})
    assert f'href="{RESULT}"' in page.text
    sheet = visitor.get(RESULT).text
    assert "<strong>8/9</strong>" in sheet, re.findall(r"<strong>[^<]*</strong>", sheet)
    assert "17 қараша" in sheet and "Норма бойынша қателер" in sheet and "/course/pretrial/delivery" in sheet
    assert "Баланың туу туралы куәлігін сұрау" in sheet and 'class="branches"' in sheet
    assert sheet.count('<th scope="row">') == 5


def test_old_attempts_are_listed_and_each_has_its_sheet(app: Flask) -> None:
    visitor = Visitor(app)
    page = finish(visitor)
    assert visitor.send(page.form(f"{CASE}/next", same="base")).status_code == 303
    assert "<strong>8/8</strong>" in visitor.get(RESULT).text, "the finished attempt stays"
    finish(visitor, t1={"verdict": "no", "reason": "probation-law/13/1/4"})
    sheet = visitor.get(RESULT).text
    links = re.findall(rf'{RESULT}\?attempt=([\w-]+)"', sheet)
    assert len(links) == 2 and "Үш күннен кейін" in sheet
    assert "<strong>8/8</strong>" in visitor.get(f"{RESULT}?attempt={links[1]}").text


def test_nobody_sees_the_attempt_of_another(app: Flask) -> None:
    visitor = Visitor(app)
    page = finish(visitor)
    visitor.send(page.form(f"{CASE}/next", same="base"))
    finish(visitor)
    attempt = re.findall(rf'{RESULT}\?attempt=([\w-]+)"', visitor.get(RESULT).text)[0]
    assert Visitor(app).get(f"{RESULT}?attempt={attempt}").status_code == 404
    assert visitor.get(f"/cases/pretrial-07/result?attempt={attempt}").status_code == 404
    assert visitor.get(f"{RESULT}?attempt=none").status_code == 404
    assert visitor.get("/cases/none/result").status_code == 404
