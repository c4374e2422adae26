"""The student's own page of misconceptions: what, how often, whether mastered since, and what trains it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, make_response, render_template, url_for

from accounts.views import known_learner
from attempts.views import page_title, reader
from cases.listing.rows import provisions_of, rules_of
from desk.misconceptions.gathering import Group, Misconception, Touch, answers_of, groups
from kazakh.sentences import fill
from library import service as library
from library.service import Held
from rules import registry
from rules.moments import ALMATY
from web import linking, trace
from web.db import session
from web.locale import language

blueprint = Blueprint("misconceptions", __name__)
ITEMS_AT_MOST, KEPT_AT_MOST = 3, 600
_touches: OrderedDict[str, dict[str, Touch]] = OrderedDict()


@blueprint.get("/misconceptions")
def index() -> Response:
    """All misconceptions of this person, by provision."""
    answers = answers_of(session(), known_learner())
    found: list[Group] = []
    quizzes: Sequence[Held] = ()
    if any(not met.right for met in answers):
        quizzes = library.listing(session(), reader(), "quiz")
        found = groups(answers, _all_touches([*library.listing(session(), reader(), "case"), *quizzes]))
    right = {(met.document, met.task): met.right for met in answers}
    lang = language()
    page = render_template(
        "desk/misconceptions.html", groups=[_shown(group, quizzes, right, lang) for group in found],
        answered=len(answers), open=sum(not group.mastered for group in found), nav="practice",
    )  # fmt: skip
    return make_response(page)


def _all_touches(held: Sequence[Held]) -> dict[tuple[str, str], Touch]:
    return {(one.document_id, task): touch for one in held for task, touch in _touched(one).items()}


def _touched(held: Held) -> Mapping[str, Touch]:
    if held.revision_id not in _touches:
        _touches[held.revision_id] = {id_: _touch(task) for id_, task in _tasks(held)}
        while len(_touches) > KEPT_AT_MOST:
            _touches.popitem(last=False)
    return _touches[held.revision_id]


def _tasks(held: Held) -> Iterator[tuple[str, Any]]:
    if held.kind == "quiz":
        yield from ((item.id, item.task) for item in held.content.items)
    else:
        yield from ((task.id, task) for task in held.content.tasks)


def _touch(task: Any) -> Touch:
    own = rules_of(task)
    joined = [inner for rule in own for inner in registry.joined(rule)]
    return Touch(frozenset((*own, *joined)), tuple(dict.fromkeys(provisions_of(task))))


def _shown(group: Group, quizzes: Sequence[Held], right: Mapping[tuple[str, str], bool], lang: str) -> dict[str, Any]:
    known = [one for one in group.found.values() if one.mutation]
    return {
        "place": trace.badge(group.provision, lang), "times": group.times, "last": _day(group.last, lang),
        "mastered": group.mastered, "says": [_said(one, lang) for one in known],
        "unclear": sum(one.times for one in group.found.values() if not one.mutation),
        "pages": [{"href": linking.address("page", p, lang), "text": page_title(p)} for p in group.pages],
        "items": _items(group, quizzes, right),
    }  # fmt: skip


def _said(one: Misconception, lang: str) -> dict[str, Any]:
    try:
        words = trace.mutation_words(one.rule, one.mutation, lang)
    except LookupError:
        words = ""
    return {"words": words, "times": one.times, "mastered": one.mastered}


def _items(group: Group, quizzes: Sequence[Held], right: Mapping[tuple[str, str], bool]) -> list[dict[str, str]]:
    """Practice on the same rules or the same provision: what is not yet right comes first."""
    rules = {one.rule for one in group.found.values() if one.rule}
    found = [
        (right.get((quiz.document_id, id_), False), not (touch.rules & rules), quiz.name, id_)
        for quiz in quizzes for id_, touch in _touched(quiz).items()
        if touch.rules & rules or group.provision in touch.provisions
    ]  # fmt: skip
    return [
        {"href": url_for("quizzes.item", name=name, id_=id_)} for *_, name, id_ in sorted(found)[:ITEMS_AT_MOST]
    ]


def _day(moment: Any, lang: str) -> str:
    return fill("{day}", {"day": moment.astimezone(ALMATY).date()}, lang)
