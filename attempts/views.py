"""What views of cases and practice share: taking an answer from a form, judging it, storing it, saying so."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from flask import g, request
from flask_babel import gettext as _
from flask_login import current_user

from accounts.views import ensure_learner, known_learner, reader_role
from attempts import service
from attempts.models import Attempt
from attempts.service import Judged, Paper, Receipt
from checks import judging
from checks.task import Facts
from checks.verdict import AnswerFault
from database import lock_for_writing
from kazakh.letters import clean
from library import service as library
from library.models import Revision
from library.service import Held, Reader
from web import telling
from web.db import session
from web.linking import words
from web.locale import language
from web.tasks import answered, typed, view
from web.trace import prefix

LONGEST_TOKEN, LONGEST_REMEMBERED = 40, 4000
# Fields of a form that say where it came from; the others are the answer.
_NO_ANSWER = frozenset(
    {"csrf_token", "token", "attempt", "revision", "shape", "task", "seed", "back", "objective", "asked"}
)
NEWCOMER = "newcomer"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a form is answered on: the document's content of one revision, the paper and the open attempt."""

    document_id: str
    revision_id: str
    paper: Paper
    attempt: Attempt | None


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was not stored: errors by field, and the form as typed."""

    task: str
    errors: Mapping[str, str]
    form: Mapping[str, list[str]]


def form_values() -> dict[str, list[str]]:
    """All fields of the form, cleaned of invisible signs and wrong encodings."""
    return {name: [_cleaned(value) for value in values] for name, values in request.form.lists()}


def _cleaned(value: str) -> str:
    # most fields are ids and tokens of ours, which are clean
    return value if value.isascii() and value.isprintable() else clean(value)


def page_token() -> str:
    """A token of this rendering of a page; the same in a page kept for all newcomers."""
    if request.environ.get("tarmaq.shared"):
        return NEWCOMER
    if "page_token" not in g:
        g.page_token = secrets.token_urlsafe(9)
    return str(g.page_token)


def reader() -> Reader:
    """Who reads, for the shelf."""
    return Reader(role=reader_role())


def newcomer() -> bool:
    """Whether nobody is known here: neither a learner's browser nor an account."""
    return known_learner() is None and not current_user.is_authenticated


def page_title(name: str) -> str:
    """The title of a course page that an answer leads back to; its name where it is gone."""
    found = library.get(session(), reader(), "page", name)
    return words(found.content.title, language()) if found else name


def of_form(held: Held) -> Held:
    """The revision the form was made from, so that nothing changes under somebody who is working."""
    revision_id = request.form.get("revision", "")[:22]
    found = None if revision_id == held.revision_id else session().get(Revision, revision_id)
    if found is None or found.document_id != held.document_id:
        return held
    return replace(held, revision_id=revision_id, content=library.of_revision(session(), held.kind, revision_id))


def take(sheet: Sheet, task: Any, facts: Facts) -> Receipt | Refused:
    """Read, judge and store the answer in the form; refused answers come back with what was typed."""
    form = form_values()
    if stale := _stale(sheet, form):
        return Refused(task.id, {"form": stale}, form)
    try:
        judged = _judge(_asked(sheet, task, form, facts))
    except AnswerFault as fault:
        return Refused(task.id, {fault.field: telling.fault_words(fault, language())}, form)
    return _store(sheet, task.id, judged, _token(form))


def put(sheet: Sheet, name: str, told: Mapping[str, Any]) -> Receipt | Refused:
    """Store a step of the attempt that is not marked, such as a fact asked for; once, however often it is sent."""
    form = form_values()
    if stale := _stale(sheet, form):
        return Refused(name, {"form": stale}, form)
    return _store(sheet, name, Judged(name, 0, 0, {"state": "none", **told}), name[:LONGEST_TOKEN])


def _stale(sheet: Sheet, form: Mapping[str, list[str]]) -> str:
    """What to say where the form is of another attempt, or has lost its token."""
    wanted = (form.get("attempt") or [""])[0]
    if wanted and (sheet.attempt is None or sheet.attempt.id != wanted):
        return _("Бұл тапсырма басқа бетте жаңадан басталған. Жауабыңыз төменде тұр: тексеріп, қайта жіберіңіз.")
    return "" if _token(form) else _("Бет ескірген. Жауабыңыз төменде тұр: қайта жіберіңіз.")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is judged; equal where revision, task, answer, facts and language are, which is what the key holds."""

    key: str
    task: Any = field(compare=False)
    form: Mapping[str, list[str]] = field(compare=False)
    facts: Facts = field(compare=False)


def _asked(sheet: Sheet, task: Any, form: Mapping[str, list[str]], facts: Facts) -> _Asked:
    answer = {name: values for name, values in form.items() if name not in _NO_ANSWER}
    key = json.dumps([sheet.revision_id, task.id, language(), answer, facts], ensure_ascii=False, sort_keys=True)
    return _Asked(key, task, answer, facts)


def _judge(asked: _Asked) -> Judged:
    # a long text is its writer's own, and many of them would fill the memory
    return _judged(asked) if len(asked.key) < LONGEST_REMEMBERED else _judged.__wrapped__(asked)


@lru_cache(maxsize=256)
def _judged(asked: _Asked) -> Judged:
    """Verdict and words are the same for all who answer alike: a class is judged once. Raises `AnswerFault`."""
    task, facts = asked.task, asked.facts
    given = judging.read(task, asked.form)
    verdict = judging.grade(task, given, facts)
    diagnosis = f"{verdict.diagnosis.rule}:{verdict.diagnosis.mutation}" if verdict.diagnosis else ""
    told = telling.told(task, given, verdict, facts, language())
    return Judged(given, verdict.points, verdict.of, told, diagnosis)


def _token(form: Mapping[str, list[str]]) -> str:
    """What makes a doubled submit one answer; a page kept for all newcomers takes it from its own CSRF token."""
    given = (form.get("token") or [""])[0][:LONGEST_TOKEN]
    if not given.startswith(f"{NEWCOMER}-"):
        return given
    csrf = (form.get("csrf_token") or [""])[0]
    return hashlib.sha256(f"{csrf} {given}".encode()).hexdigest()[:LONGEST_TOKEN]


def _store(sheet: Sheet, name: str, judged: Judged, token: str) -> Receipt:
    current = session()
    lock_for_writing(current)
    learner = ensure_learner(current)
    attempt = service.open_attempt(current, learner, sheet.document_id, lock=True, known=sheet.attempt)
    if attempt is None or attempt.revision_id != sheet.revision_id:
        attempt = service.start(current, learner, sheet.paper)
    return service.store(current, attempt, name, token, judged)


def shown(
    task: Any, facts: Facts, order: list[str], action: str, attempt: Attempt | None, receipts: list[Receipt],
    refused: Refused | None, hidden: Mapping[str, str], open_page: Callable[[str], str],
) -> dict[str, Any]:  # fmt: skip
    """The task for the template: with address, tokens, the last answer and verdict, or what was typed and why not."""
    made = view(task, facts, order, language())
    key = f"{attempt.id if attempt else 'new'}:{task.id}"
    token = f"{page_token()[:14]}-{task.id}"[:LONGEST_TOKEN]
    made |= {
        "action": action, "key": key,
        "hidden": {**hidden, "task": task.id, "token": token, "attempt": attempt.id if attempt else ""},
    }  # fmt: skip
    if receipts:
        last = receipts[-1]
        made = answered(made, last.given, last.told)
        made["verdict"]["saved"] = {"key": key, "receipt": last.answer_id}
        made["tries"] = len(receipts)
        made["verdict"]["reread"] = reread(last.told, open_page)
    if refused and refused.task == task.id:
        made = typed(made, refused.form, refused.errors)
        made.pop("verdict", None)
    return made


def reread(told: Mapping[str, Any], open_page: Callable[[str], str]) -> list[dict[str, str]]:
    """The page to read again, where the answer was not wholly right."""
    name = told.get("reread")
    if not name or told["state"] in ("right", "none"):
        return []
    return [{"href": f"{prefix(language())}/course/{name}", "text": open_page(str(name))}]


def own_attempt(document_id: str) -> Attempt | None:
    """This visitor's open attempt at the document."""
    return service.open_attempt(session(), known_learner(), document_id)
