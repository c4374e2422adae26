"""Pages of cases: the list, the case with its file and tasks, an answer, the next try, the printable sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from accounts.views import known_learner
from attempts import service as attempts
from attempts.models import Attempt
from attempts.service import Paper, Receipt
from attempts.views import (
    Refused,
    Sheet,
    form_values,
    newcomer,
    of_form,
    own_attempt,
    page_title,
    put,
    reader,
    shown,
    take,
)
from cases import branches, showing, stale
from cases.content import Case
from cases.listing import views as listing
from cases.papers import views as papers
from cases.shaping import BASE, Shape, is_twin, next_shape, paper_of, shape
from cases.unfolding import ASKED, Standing, stand
from checks.shuffling import order_of
from library import service as library
from library.service import Held
from library.words import in_language
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
    return listing.index()


@blueprint.get("/cases/<name>")
def one(name: str) -> Response:
    """The case: its file, strip and tasks; rendered once for newcomers."""
    held = _find(name)
    wanted = request.args.get("shape", BASE)
    if not _has_shape(held.content, wanted):
        abort(404)
    if request.args.get("view") == "projector":
        return papers.projector(held)
    if newcomer():
        return pages.once(("case", held.revision_id, wanted), lambda: _page(held, wanted, None, None))
    return make_response(_page(held, wanted, own_attempt(held.document_id), None))


def _has_shape(case: Case, id_: str) -> bool:
    return id_ == BASE or any(v.id == id_ for v in (*case.twins, *case.variants))


def _page(held: Held, wanted: str, attempt: Attempt | None, refused: Refused | None) -> str:
    case, made, revision_id = _standing(held, wanted, attempt)
    receipts = attempts.history(session(), attempt.id) if attempt else {}
    stood = stand(case, _paper_or(made, case, attempt), receipts)
    hidden = {"revision": revision_id, "shape": made.id, "attempt": attempt.id if attempt else ""}
    tasks = _tasks(held, case, stood, attempt, receipts, refused, hidden)
    lang = language()
    return render_template(
        "cases/case.html", case=case, title=linking.words(case.title, lang), cover=linking.inline(case.cover, lang),
        documents=showing.papers(made, stood, receipts, lang), strip=case_strip(showing.events(made, stood), lang),
        tasks=tasks, parts=showing.parts(stood, tasks, lang), asks=showing.asks(case, made, stood, lang),
        hidden=hidden, steps=branches.steps(case, stood, lang), summary=_summary(stood, receipts),
        shape=made.id, twin=is_twin(case, made.id), name=held.name, nav="cases", attempt=attempt,
        late=_late(refused, stood), tree=branches.tree(case, stood, lang),
        kind=listing.kind_words(case.kind_of_probation),
        changed=stale.changed(session(), case, made, revision_id, lang),
    )  # fmt: skip


def _tasks(
    held: Held, case: Case, stood: Standing, attempt: Attempt | None, receipts: dict[str, list[Receipt]],
    refused: Refused | None, hidden: dict[str, str],
) -> list[dict[str, Any]]:  # fmt: skip
    seed = attempt.paper["seed"] if attempt else _seed(held)
    action = url_for("cases.answer", name=held.name)
    hidden = hidden | ({"asked": " ".join(stood.asked)} if case.asks else {})
    shape_of_case = {"level": 3, "live": False} if case.stages else {"live": not case.asks, "of": len(case.tasks)}
    return [
        shown(
            case.task(id_), facts, order_of(case.task(id_), seed), action, attempt, receipts.get(id_, []), refused,
            hidden, page_title,
        )
        | {"number": number, **shape_of_case}
        for number, (id_, facts) in enumerate(stood.facts.items(), start=1)
    ]  # fmt: skip


def _late(refused: Refused | None, stood: Standing) -> dict[str, Any] | None:
    """What to say of an answer that no open task of the page can show: why, and what was written."""
    if refused is None or refused.task in stood.facts:
        return None
    written = [text for name in ("text", "citation", "day", "amount") for text in refused.form.get(name, []) if text]
    return {"said": next(iter(refused.errors.values())), "written": written}


def _paper_or(made: Shape, case: Case, attempt: Attempt | None) -> dict[str, Any]:
    return attempt.paper if attempt else {"facts": made.facts}


def _standing(held: Held, wanted: str, attempt: Attempt | None) -> tuple[Case, Shape, str]:
    """The case as this person works on it: by the revision and the paper of the attempt, else the current one."""
    if attempt is None:
        return held.content, shape(held.content, wanted), held.revision_id
    case: Case = library.of_revision(session(), "case", attempt.revision_id)
    return case, replace(shape(case, attempt.variant), facts=attempt.paper["facts"]), attempt.revision_id


def _seed(held: Held) -> int:
    return len(attempts.attempts_of(session(), known_learner(), held.document_id)) + 1


def _summary(stood: Standing, receipts: dict[str, list[Receipt]]) -> dict[str, Any] | None:
    """When every task is answered: points, what went wrong by provision, what to read again."""
    if not stood.complete:
        return None
    last = [receipts[id_][-1] for id_ in stood.tasks]
    missed = [receipt for receipt in last if receipt.told["state"] in ("wrong", "part")]
    reread = dict.fromkeys(r.told["reread"] for r in missed if r.told.get("reread"))
    return {
        "points": sum(r.points for r in last), "of": sum(r.of for r in last),
        "missed": [
            {"provisions": r.told["provisions"], "reason": r.told["diagnosis"] or r.told["reason"]} for r in missed
        ],
        "reread": [{"href": linking.address("page", name, language()), "text": page_title(name)} for name in reread],
    }  # fmt: skip


@blueprint.post("/cases/<name>/answer")
def answer(name: str) -> Response:
    """Store an answer to one task: 303 to its verdict, or 422 with everything typed."""
    at = _sent(name)
    try:
        task = at.case.task(request.form.get("task", ""))
    except KeyError:
        abort(404)
    if says := _not_now(at, task.id):
        result: Receipt | Refused = Refused(task.id, {"form": says}, form_values())
    else:
        result = take(at.sheet, task, at.stood.facts[task.id])
    if isinstance(result, Refused):
        return make_response(_page(at.held, at.made.id, at.sheet.attempt, result), 422)
    return redirect(url_for("cases.one", name=name) + f"#task-{task.id}", 303)  # type: ignore[return-value]


@blueprint.post("/cases/<name>/ask")
def ask(name: str) -> Response:
    """Put a fact that was asked for into the file; asked twice it is there once."""
    at = _sent(name)
    one = next((a for a in at.made.asks if a.id == request.form.get("ask")), None) or abort(404)
    if one.stage and one.stage not in {stage.id for stage in at.stood.stages}:
        abort(404)
    (question, lang), (note, _written) = in_language(one.ask, language()), in_language(one.answer, language())
    told = {"lang": lang, "ask": question, "answer": note}
    result = put(at.sheet, f"{ASKED}{one.id}", told)
    if isinstance(result, Refused):
        return make_response(_page(at.held, at.made.id, at.sheet.attempt, result), 422)
    return redirect(url_for("cases.one", name=name) + f"#paper-{showing.NOTES}", 303)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Sent:
    """Where a form of the case lands: the case as its sender works on it, and the sheet it is answered on."""

    held: Held
    case: Case
    made: Shape
    stood: Standing
    sheet: Sheet


def _sent(name: str) -> _Sent:
    held = _find(name)
    attempt = own_attempt(held.document_id)
    wanted = request.form.get("shape", BASE)
    current = held if attempt else of_form(held)
    if attempt is None and not _has_shape(current.content, wanted):
        abort(404)
    case, made, revision_id = _standing(current, wanted, attempt)
    receipts = attempts.history(session(), attempt.id) if attempt else {}
    stood = stand(case, _paper_or(made, case, attempt), receipts)
    sheet = Sheet(held.document_id, revision_id, _paper(held, revision_id, case, made, attempt), attempt)
    return _Sent(current, case, made, stood, sheet)


def _not_now(at: _Sent, task: str) -> str:
    """What to say where the task is not open, or its file has grown since the page was made; else nothing."""
    if task not in at.stood.facts:
        return _(
            "Бұл тапсырма қазір ашық емес: іс басқа бетте жаңадан басталған немесе басқа жолмен кеткен. "
            "Жауап сақталған жоқ."
        )
    if "asked" in request.form and request.form["asked"] != " ".join(at.stood.asked):
        return _("Басқа бетте жаңа дерек сұралды. Жауабыңыз төменде тұр: іс материалын қарап, қайта жіберіңіз.")
    return ""


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
    same = request.form.get("same", "")
    wanted = same if same and _has_shape(held.content, same) else next_shape(held.content, done, len(done))
    return redirect(url_for("cases.one", name=name, shape=wanted), 303)  # type: ignore[return-value]


@blueprint.get("/cases/<name>/sheet")
def sheet(name: str) -> Response:
    """The case on paper: story and questions, for those who teach also with answers."""
    return papers.sheet(_find(name))
