"""Pages of cases: the list, the case with its file and tasks, an answer, the next try, the printable sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for

from accounts.views import known_learner
from attempts import service as attempts
from attempts.models import Attempt
from attempts.service import Paper, Receipt
from attempts.views import Refused, Sheet, newcomer, of_form, own_attempt, page_title, reader, shown, take
from cases.content import Case
from cases.shaping import BASE, Shape, is_twin, next_shape, paper_of, shape
from checks.shuffling import order_of
from library import service as library
from library.service import Held
from web import linking, pages
from web.db import session
from web.drawing import case_strip
from web.locale import language

blueprint = Blueprint("cases", __name__)


def _find(name: str) -> Held:
    return library.get(session(), reader(), "case", name) or abort(404)


@blueprint.get("/cases")
def index() -> Response:
    """All cases with what the person did in each."""
    held = library.listing(session(), reader(), "case")
    marks = attempts.marks_of(session(), known_learner(), ["case"])
    rows = [_row(one, marks) for one in held]
    return make_response(render_template("cases/index.html", rows=rows, nav="cases"))


def _row(held: Held, marks: list[attempts.Best]) -> dict[str, Any]:
    case: Case = held.content
    own = [mark for mark in marks if mark.document_id == held.document_id]
    last = {mark.task: mark for mark in own if mark.attempt_id == own[-1].attempt_id} if own else {}
    return {
        "name": held.name, "title": linking.words(case.title, language()), "minutes": case.minutes, "sheet": case.sheet,
        "cover": linking.inline(case.cover, language()), "tasks": len(case.tasks),
        "number": case.follows.number if case.follows else None,
        "points": sum(m.points for m in last.values()), "of": sum(m.of for m in last.values()),
        "answered": len(last), "started": bool(own), "ended": bool(own) and own[-1].ended,
    }  # fmt: skip


@blueprint.get("/cases/<name>")
def one(name: str) -> Response:
    """The case: its file, strip and tasks; rendered once for newcomers."""
    held = _find(name)
    wanted = request.args.get("shape", BASE)
    if not _has_shape(held.content, wanted):
        abort(404)
    if newcomer():
        return pages.once(("case", held.revision_id, wanted), lambda: _page(held, wanted, None, None))
    return make_response(_page(held, wanted, own_attempt(held.document_id), None))


def _has_shape(case: Case, id_: str) -> bool:
    return id_ == BASE or any(v.id == id_ for v in (*case.twins, *case.variants))


def _page(held: Held, wanted: str, attempt: Attempt | None, refused: Refused | None) -> str:
    case, made, revision_id = _standing(held, wanted, attempt)
    receipts = attempts.history(session(), attempt.id) if attempt else {}
    hidden = {"revision": revision_id, "shape": made.id}
    seed = attempt.paper["seed"] if attempt else _seed(held)
    action = url_for("cases.answer", name=held.name)
    tasks = [
        shown(
            task, made.facts, order_of(task, seed), action, attempt, receipts.get(task.id, []), refused, hidden,
            page_title,
        )
        | {"number": number, "of": len(case.tasks)}
        for number, task in enumerate(case.tasks, start=1)
    ]
    lang = language()
    papers = [
        {"id": p.id, "title": linking.words(p.title, lang), "html": linking.html(p.text, lang)} for p in made.documents
    ]
    return render_template(
        "cases/case.html", case=case, title=linking.words(case.title, lang), cover=linking.inline(case.cover, lang),
        documents=papers, strip=case_strip(made.events, lang), tasks=tasks, summary=_summary(case, receipts),
        shape=made.id, twin=is_twin(case, made.id), name=held.name, nav="cases", attempt=attempt,
    )  # fmt: skip


def _standing(held: Held, wanted: str, attempt: Attempt | None) -> tuple[Case, Shape, str]:
    """The case as this person works on it: by the revision and the paper of the attempt, else the current one."""
    if attempt is None:
        return held.content, shape(held.content, wanted), held.revision_id
    case: Case = library.of_revision(session(), "case", attempt.revision_id)
    made = shape(case, attempt.variant)
    return case, Shape(made.id, attempt.paper["facts"], made.documents, made.events), attempt.revision_id


def _seed(held: Held) -> int:
    return len(attempts.attempts_of(session(), known_learner(), held.document_id)) + 1


def _summary(case: Case, receipts: dict[str, list[Receipt]]) -> dict[str, Any] | None:
    """When every task is answered: points, what went wrong by provision, what to read again."""
    last = {id_: found[-1] for id_, found in receipts.items()}
    if len(last) < len(case.tasks):
        return None
    missed = [receipt for receipt in last.values() if receipt.told["state"] in ("wrong", "part")]
    reread = dict.fromkeys(r.told["reread"] for r in missed if r.told.get("reread"))
    return {
        "points": sum(r.points for r in last.values()), "of": sum(r.of for r in last.values()),
        "missed": [
            {"provisions": r.told["provisions"], "reason": r.told["diagnosis"] or r.told["reason"]} for r in missed
        ],
        "reread": [{"href": linking.address("page", name, language()), "text": page_title(name)} for name in reread],
    }  # fmt: skip


@blueprint.post("/cases/<name>/answer")
def answer(name: str) -> Response:
    """Store an answer to one task: 303 to its verdict, or 422 with everything typed."""
    held = _find(name)
    attempt = own_attempt(held.document_id)
    wanted = request.form.get("shape", BASE)
    current = held if attempt else of_form(held)
    if not _has_shape(current.content, wanted) and attempt is None:
        abort(404)
    case, made, revision_id = _standing(current, wanted, attempt)
    try:
        task = case.task(request.form.get("task", ""))
    except KeyError:
        abort(404)
    paper = _paper(held, revision_id, case, made, attempt)
    result = take(Sheet(held.document_id, revision_id, paper, attempt), task, made.facts)
    if isinstance(result, Refused):
        return make_response(_page(current, made.id, attempt, result), 422)
    return redirect(url_for("cases.one", name=name) + f"#task-{task.id}", 303)  # type: ignore[return-value]


def _paper(held: Held, revision_id: str, case: Case, made: Shape, attempt: Attempt | None) -> Paper:
    if attempt is not None:
        return Paper("case", held.document_id, attempt.revision_id, attempt.variant, attempt.paper)
    return Paper("case", held.document_id, revision_id, made.id, paper_of(case, made.id, _seed(held)))


@blueprint.post("/cases/<name>/next")
def again(name: str) -> Response:
    """End this attempt and go on with a twin or a variant."""
    held = _find(name)
    attempt = own_attempt(held.document_id)
    if attempt is not None:
        attempts.end(session(), attempt)
    done = [a.variant for a in attempts.attempts_of(session(), known_learner(), held.document_id)]
    wanted = next_shape(held.content, done, len(done))
    return redirect(url_for("cases.one", name=name, shape=wanted), 303)  # type: ignore[return-value]


@blueprint.get("/cases/<name>/sheet")
def sheet(name: str) -> Response:
    """The case on paper: story and questions, without answers."""
    held = _find(name)
    lang = language()
    case: Case = held.content
    papers = [{"title": linking.words(p.title, lang), "html": linking.html(p.text, lang)} for p in case.documents]
    page = render_template(
        "cases/sheet.html", case=case, title=linking.words(case.title, lang), documents=papers,
        questions=[linking.inline(task.ask, lang) for task in case.tasks], strip=case_strip(case.events, lang),
        name=name, nav="cases", today=date.today(),
    )  # fmt: skip
    return make_response(page)
