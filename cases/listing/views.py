"""The page of all cases; filters work as a plain form and stay in the address."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, make_response, render_template, request, url_for
from flask_babel import gettext as _

from accounts.views import known_learner
from attempts import service as attempts
from attempts.views import reader
from cases.listing.rows import NAMES, Chosen, Nature, Row, chosen, counts, nature_of, recommended, row_of, weak_kind
from library import service as library
from library.service import Held
from rules import acts
from web import linking
from web.db import session
from web.locale import language

KEPT_AT_MOST = 600
_natures: OrderedDict[str, Nature] = OrderedDict()


def kind_words(kind: str) -> str:
    """A kind of probation in words."""
    return {
        "pretrial": _("Сотқа дейінгі пробация"), "sentencing": _("Үкімдік пробация"),
        "penitentiary": _("Пенитенциарлық пробация"), "post-penitentiary": _("Постпенитенциарлық пробация"),
    }[kind]  # fmt: skip


def skill_words(kind: str) -> str:
    """What a kind of task trains."""
    words = {
        "verdict": _("заңды ма, шешу"), "choice": _("бір жауапты таңдау"), "several": _("бірнешеуін таңдау"),
        "order": _("ретін қою"), "day": _("күнді есептеу"), "amount": _("мөлшерді есептеу"),
        "competence": _("кімнің құзыреті"), "citation": _("норманы атау"), "decisive": _("шешуші фактілер"),
        "edition": _("редакцияны таңдау"), "reasoning": _("өз дәлелі"), "derivation": _("қадамдап шығару"),
        "board": _("мерзімдер тақтасы"), "two-days": _("екі күн, екі редакция"), "document": _("құжат толтыру"),
    }  # fmt: skip
    return words.get(kind, kind)


def difficulty_words(level: int) -> str:
    """A level of difficulty in words."""
    return {1: _("жеңіл"), 2: _("орташа"), 3: _("күрделі")}[level]


def index() -> Response:
    """All cases with what the person did in each; one query for all marks."""
    held = library.listing(session(), reader(), "case")
    marks = attempts.marks_of(session(), known_learner())
    rows = rows_of(held, marks)
    now = chosen(request.args, rows)
    following = recommended(rows, _weak(marks))
    page = render_template(
        "cases/index.html", rows=[_shown(row) for row in rows if now.lets(row)], of=len(rows), nav="cases",
        filters=_filters(rows, now), filtered=bool(now.values), next=_shown(following) if following else None,
    )  # fmt: skip
    return make_response(page)


def rows_of(held: Sequence[Held], marks: Sequence[attempts.Best]) -> list[Row]:
    """A row for each case, in their order."""
    own: dict[str, list[attempts.Best]] = {}
    for mark in marks:
        own.setdefault(mark.document_id, []).append(mark)
    return [row_of(one.name, one.content, _nature(one), own.get(one.document_id, [])) for one in held]


def _nature(held: Held) -> Nature:
    if held.revision_id not in _natures:
        _natures[held.revision_id] = nature_of(held.content)
        while len(_natures) > KEPT_AT_MOST:
            _natures.popitem(last=False)
    return _natures[held.revision_id]


def _weak(marks: Sequence[attempts.Best]) -> str:
    """The kind of probation in which this person's practice stands worst."""
    practice = [mark for mark in marks if mark.kind == "practice"]
    if not practice:
        return ""
    modules = {one.name: one.content.kind_of_probation for one in library.listing(session(), reader(), "module")}
    quizzes = {
        one.document_id: modules.get(one.content.module, "") for one in library.listing(session(), reader(), "quiz")
    }
    return weak_kind(practice, lambda document: quizzes.get(document, ""))


def _shown(row: Row) -> dict[str, Any]:
    lang = language()
    return {
        "href": url_for("cases.one", name=row.name), "title": linking.words(row.case.title, lang),
        "cover": linking.inline(row.case.cover, lang), "minutes": row.case.minutes, "sheet": row.case.sheet,
        "state": row.state, "points": row.points, "of": row.of, "answered": row.answered, "tasks": row.tasks,
        "kind": kind_words(row.nature.kind), "difficulty": difficulty_words(row.nature.difficulty),
        "unfolds": bool(row.case.stages),
    }  # fmt: skip


def _filters(rows: Sequence[Row], now: Chosen) -> list[dict[str, Any]]:
    words: Mapping[str, str] = {
        "kind": _("Пробация түрі"), "act": _("Акт"), "skill": _("Дағды"), "difficulty": _("Күрделілігі"),
        "state": _("Барысы"),
    }  # fmt: skip
    found = counts(rows, now)
    return [
        {"name": name, "label": words[name], "chosen": now.values.get(name, ""), "options": _options(name, found[name])}
        for name in NAMES
    ]


def _options(name: str, found: Mapping[str, int]) -> list[dict[str, Any]]:
    lang = language()
    orders: Mapping[str, Sequence[str]] = {
        "kind": ("pretrial", "sentencing", "penitentiary", "post-penitentiary"), "act": list(acts.acts()),
        "skill": sorted(found), "difficulty": ("1", "2", "3"), "state": ("new", "begun", "done"),
    }  # fmt: skip
    states = {"new": _("басталмаған"), "begun": _("басталған"), "done": _("аяқталған")}
    made = {
        "kind": kind_words, "act": lambda act: acts.acts()[act].short[lang], "skill": skill_words,
        "difficulty": lambda level: difficulty_words(int(level)), "state": lambda state: states[state],
    }[name]  # fmt: skip
    return [
        {"value": v, "text": made(v), "count": found.get(v, 0)} for v in orders[name] if name == "state" or v in found
    ]
