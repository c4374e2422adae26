"""The sheet of results: what one finished attempt brought, task by task, with the way taken; and older attempts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for
from markupsafe import Markup

from accounts.views import known_learner
from attempts import service as attempts
from attempts.models import Attempt
from attempts.service import Receipt
from attempts.views import page_title, reader
from cases import branches, showing
from cases.content import Case
from cases.listing.views import kind_words
from cases.unfolding import Standing, stand
from kazakh.sentences import fill
from library import service as library
from library.service import Held
from rules.moments import ALMATY
from web import linking
from web.db import session
from web.locale import language

blueprint = Blueprint("case_results", __name__)


@blueprint.get("/cases/<name>/result")
def result(name: str) -> Response:
    """The newest finished attempt of this person, or the one named; nobody sees another's."""
    held = library.get(session(), reader(), "case", name) or abort(404)
    own = attempts.attempts_of(session(), known_learner(), held.document_id)
    receipts = attempts.histories(session(), [one.id for one in own])
    tries = [_Try(one, receipts.get(one.id, {})) for one in own]
    shown = [one for one in tries if one.finished]
    wanted = request.args.get("attempt", "")
    chosen = next((one for one in shown if one.attempt.id == wanted), None) if wanted else (shown or [None])[-1]
    if wanted and chosen is None:
        abort(404)
    lang = language()
    page = render_template(
        "cases/result.html", name=name, nav="cases", title=linking.words(held.content.title, lang),
        kind=kind_words(held.content.kind_of_probation), begun=bool(own) and own[-1].ended_at is None,
        result=_told(chosen, lang) if chosen else None, others=_others(held, shown, chosen, lang),
    )  # fmt: skip
    return make_response(page)


class _Try:
    """One attempt with its case as it was then, its receipts and where it stands."""

    def __init__(self, attempt: Attempt, receipts: Mapping[str, Sequence[Receipt]]) -> None:
        self.attempt, self.receipts = attempt, receipts
        self.case: Case = library.of_revision(session(), "case", attempt.revision_id)
        self.stood: Standing = stand(self.case, attempt.paper, receipts)
        self.lasts = {id_: receipts[id_][-1] for id_ in self.stood.tasks if id_ in receipts}
        self.finished = self.stood.complete or (attempt.ended_at is not None and bool(self.lasts))
        self.points = sum(one.points for one in self.lasts.values())
        self.of = sum(one.of for one in self.lasts.values())


def _told(one: _Try, lang: str) -> dict[str, Any]:
    lines = [_line(one, number, id_, lang) for number, id_ in enumerate(one.stood.tasks, start=1)]
    missed = [r for r in one.lasts.values() if r.told["state"] in ("wrong", "part")]
    reread = dict.fromkeys(r.told["reread"] for r in missed if r.told.get("reread"))
    return {
        "points": one.points, "of": one.of, "complete": one.stood.complete, "lines": lines,
        "begun": _day(one.attempt.started_at, lang), "last": _day(max(r.stored_at for r in one.lasts.values()), lang),
        "parted": _by_provision(missed), "steps": branches.steps(one.case, one.stood, lang),
        "tree": branches.tree(one.case, one.stood, lang), "asked": showing.asked(one.stood, one.receipts),
        "reread": [{"href": linking.address("page", p, lang), "text": page_title(p)} for p in reread],
        "shape": one.attempt.variant,
    }  # fmt: skip


def _line(one: _Try, number: int, id_: str, lang: str) -> dict[str, Any]:
    task, last = one.case.task(id_), one.lasts.get(id_)
    line = {"number": number, "ask": linking.inline(task.ask, lang), "tries": len(one.receipts.get(id_, ()))}
    if last is None:
        return line | {"state": ""}
    told = last.told
    return line | {
        "state": told["state"], "points": last.points, "of": last.of, "key": told.get("key", ""),
        "reason": Markup(told["reason"]), "diagnosis": told.get("diagnosis", ""), "provisions": told["provisions"][:3],
        "lang": told.get("lang", "kk"),
    }  # fmt: skip


def _by_provision(missed: Sequence[Receipt]) -> list[dict[str, Any]]:
    """What went wrong, gathered under the first provision that each answer rests on."""
    found: dict[str, dict[str, Any]] = {}
    for receipt in missed:
        place = next(iter(receipt.told["provisions"]), None)
        group = found.setdefault(place["href"] if place else "", {"place": place, "says": []})
        says = receipt.told["diagnosis"] or receipt.told["reason"]
        if says not in group["says"]:
            group["says"].append(says)
    return list(found.values())


def _others(held: Held, shown: Sequence[_Try], chosen: _Try | None, lang: str) -> list[dict[str, Any]]:
    return [
        {
            "href": url_for("case_results.result", name=held.name, attempt=one.attempt.id), "points": one.points,
            "of": one.of, "day": _day(one.attempt.started_at, lang), "now": one is chosen,
            "complete": one.stood.complete,
        }
        for one in reversed(shown)
    ]  # fmt: skip


def _day(moment: Any, lang: str) -> str:
    return fill("{day}", {"day": moment.astimezone(ALMATY).date()}, lang)
