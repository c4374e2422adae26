"""A paper to fill in as templates show it, and field by field what a person is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checks.documents import PREFIX, DocumentTask, checks_of, fields_of
from checks.paper_forms import ANSWERED_FIRST, FormField, PaperForm
from checks.verdict import Part, Verdict
from kazakh.sentences import fill
from rules import acts
from rules.words import word
from web import linking, trace

Plain = dict[str, Any]
_BODIES = "field-body"


def view(task: DocumentTask, lang: str) -> Plain:
    """The paper for the template `document`: head, corner, parts with their fields."""
    form = task.paper
    if form is None:
        raise LookupError(task.form)
    return {
        "title": linking.words(form.title, lang), "official": form.official, "annex": form.annex,
        "act": acts.acts()[form.act].short[lang] if form.act else "",
        "place": trace.badge(form.provision, lang) if form.provision else None,
        "head": [linking.words(line, lang) for line in form.head], "parts": _parts(task, form, lang),
        "note": linking.words(form.note, lang) if form.note else "", "asks": bool(task.event),
        "partly": len(fields_of(task)) < len(form.fields),
    }  # fmt: skip


def _parts(task: DocumentTask, form: PaperForm, lang: str) -> list[Plain]:
    titles = {part.id: linking.words(part.title, lang) for part in form.parts}
    found: dict[str, list[Plain]] = {}
    counted = checks_of(task)
    for field in fields_of(task):
        found.setdefault(field.part, []).append(_field(field, field.id in counted, lang))
    return [{"title": titles.get(id_, ""), "fields": fields} for id_, fields in found.items()]


def _field(field: FormField, counted: bool, lang: str) -> Plain:
    return {
        "name": PREFIX + field.id, "id": field.id, "label": linking.words(field.label, lang), "kind": field.kind,
        "required": counted, "hint": linking.words(field.hint, lang) if field.hint else "",
        "options": [{"value": o.id, "text": linking.words(o.text, lang)} for o in field.options],
    }  # fmt: skip


def typed(form: Mapping[str, list[str]]) -> dict[str, str]:
    """What was typed, by field."""
    return {name.removeprefix(PREFIX): values[0] for name, values in form.items() if name.startswith(PREFIX) and values}


def told(
    task: DocumentTask, answer: Mapping[str, str], verdict: Verdict, lang: str, says: Mapping[str, str]
) -> list[Plain]:
    """Every field that counts with its state and reason, and the filled ones that do not count, as kept."""
    by_field = {part.given: part for part in verdict.parts}
    rows = [_usable_row(by_field[ANSWERED_FIRST], says)] if ANSWERED_FIRST in by_field else []
    for field in fields_of(task):
        part = by_field.get(field.id)
        if part or answer.get(field.id):
            rows.append(_row(task, field, part, answer.get(field.id, ""), lang, says))
    return rows


def _usable_row(part: Part, says: Mapping[str, str]) -> Plain:
    state = "right" if part.points else "wrong"
    return {"id": ANSWERED_FIRST, "label": says["usable"], "state": state, "given": "", "why": says[part.key]}


def _row(
    task: DocumentTask, field: FormField, part: Part | None, given: str, lang: str, says: Mapping[str, str]
) -> Plain:
    state = "none" if part is None else ("right" if part.points else "wrong")
    row: Plain = {"id": field.id, "label": linking.words(field.label, lang), "state": state, "why": "", "more": ""}
    row["given"] = next((linking.words(o.text, lang) for o in field.options if o.id == given), given)
    if part is not None and not part.points:
        row["why"] = says[part.key].replace("{meant}", _meant(task, field, part, lang))
        row["more"] = _author(task, field, lang)
        row["provisions"] = [trace.badge(id_, lang) for id_ in _grounds(task, field)]
    return row


def _author(task: DocumentTask, field: FormField, lang: str) -> str:
    said = next((check.why for check in checks_of(task).get(field.id, ()) if check.why), "")
    return str(linking.inline(said, lang)) if said else ""


def _grounds(task: DocumentTask, field: FormField) -> list[str]:
    own = [check.provision for check in checks_of(task).get(field.id, ()) if check.provision]
    return list(dict.fromkeys([*own, *([field.provision] if field.provision else [])]))


def _meant(task: DocumentTask, field: FormField, part: Part, lang: str) -> str:
    """What was meant, in words: a day, a body, a provision, another field, or as it stands."""
    if part.key in ("field-citation", "field-no-citation"):
        held = acts.provisions()[part.meant]
        return f"{acts.acts()[held.act].short[lang]}, {held.cite[lang]}"
    if part.key == _BODIES:
        return ", ".join(word(lang, "values", body) for body in part.meant.split())
    if part.key in ("field-before", "field-after", "field-other-no-day"):
        return linking.words(next(f.label for f in fields_of(task) if f.id == part.meant), lang)
    if part.key == "field-choice":
        return next((linking.words(o.text, lang) for o in field.options if o.id == part.meant), part.meant)
    if "day" in part.key and part.meant:
        return fill("{day}", {"day": date.fromisoformat(part.meant)}, lang)
    return part.meant
