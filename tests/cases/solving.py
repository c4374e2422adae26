"""Answers to tasks as a form brings them: the right one by the task's key, and one that must not get full marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checks.judging import grade, key, read
from checks.proof import as_form
from checks.verdict import AnswerFault
from tests.browsing import Form

Typed = dict[str, "str | list[str]"]
FIELDS = {"choice": "option", "competence": "body", "edition": "edition", "day": "day", "amount": "amount"}


def right(task: Any, facts: Mapping[str, Mapping[str, Any]], form: Form) -> Typed:
    """What a person fills in who knows the key; everything chosen is offered by the form itself."""
    meant = key(task, facts)
    match task.kind:
        case "verdict":
            return _verdict(task, meant, form)
        case "order":
            return {f"place-{id_}": str(number) for number, id_ in enumerate(meant, start=1)}
        case "several":
            return {"options": [_offered(form, "options", id_) for id_ in meant]}
        case "decisive":
            return {"decisive": [v for v in form.choices["decisive"] if v.rpartition(".")[2] in meant]}
        case "derivation":
            return _of_file(task, {id_: _step(one) for id_, one in meant.items()})
        case "board":
            return _of_file(task, {id_: days[0] for id_, days in meant.items()})
        case "two-days":
            return _of_file(task, {name: values[0] for name, values in meant.items()})
        case "citation":
            return {"citation": str(task.passes[0])}
        case "document":
            return _document(task, meant)
        case "reasoning":
            return {"text": "Менің дәлелім: өтініш жазбаша болуы тиіс."}
    value = str(meant if task.kind == "edition" else meant[0])
    return {FIELDS[task.kind]: _offered(form, FIELDS[task.kind], value)}


def _step(meant: Mapping[str, Any]) -> dict[str, Any]:
    """A norm with a fact of its own, and the main value."""
    norm = next(norm for norm in meant["norm"] if meant["fact"].get(norm, [""]))
    fact = {"fact": meant["fact"][norm][0]} if meant["fact"] else {}
    return {"norm": norm, **fact, "conclusion": meant["conclusion"][0]}


def _document(task: Any, meant: Mapping[str, Any]) -> Typed:
    """The file's own right answer, with the days and numbers that this shape of the case has."""
    values = {check.field: meant[check.field][0] for check in task.checks if check.fact or check.rule}
    own = {id_: str(value[0] if isinstance(value, list) else value) for id_, value in values.items()}
    return _of_file(task, {**task.passes[0], **own})


def _verdict(task: Any, meant: Mapping[str, list[str]], form: Form) -> Typed:
    verdict = _offered(form, "verdict", meant["verdict"][0])
    if verdict == "undecided":
        return {"verdict": verdict, "missing": _offered(form, "missing", meant["missing"][0])}
    if not task.reasons:
        return {"verdict": verdict}
    assert meant["reason"], f"{task.id}: none of the reasons offered carries the result {meant}"
    return {"verdict": verdict, "reason": _offered(form, "reason", meant["reason"][0])}


def _offered(form: Form, name: str, value: str) -> str:
    if name in form.choices:
        assert value in form.choices[name], f"{value} is not among {form.choices[name]}"
    return value


def wrong(task: Any, facts: Mapping[str, Mapping[str, Any]], form: Form) -> Typed:
    """The first answer of this form, or of the file's own wrong ones, that does not get full marks here."""
    if task.kind == "reasoning":
        return {"text": "Білмеймін."}
    for typed in (*_of_form(task, form), *(_of_file(task, fail.answer) for fail in task.fails)):
        try:
            verdict = grade(task, read(task, {n: [v] if isinstance(v, str) else v for n, v in typed.items()}), facts)
        except AnswerFault:
            continue
        if verdict.points < verdict.of:
            return typed
    raise AssertionError(f"{task.id}: every answer tried gets full marks")


def _of_form(task: Any, form: Form) -> list[Typed]:
    if task.kind == "verdict":
        ends = [("reason", r) for r in form.choices.get("reason", [])] + [("", "")]
        found: list[Typed] = [{"verdict": v, **({n: e} if n else {})} for v in ("yes", "no") for n, e in ends]
        return found + [{"verdict": "undecided", "missing": m} for m in form.choices.get("missing", [])]
    if task.kind == "order":
        ids = [name.removeprefix("place-") for name in form.texts if name.startswith("place-")]
        return [{f"place-{id_}": str(n) for n, id_ in enumerate(way, start=1)} for way in (ids, ids[::-1])]
    name = {"several": "options", "decisive": "decisive"}.get(task.kind, FIELDS.get(task.kind, ""))
    if name in form.choices:
        many = task.kind in ("several", "decisive")
        return [{name: [value] if many else value} for value in form.choices[name]]
    return [{"day": "2001-01-01"}] if task.kind == "day" else [{"amount": "7777"}] if task.kind == "amount" else []


def _of_file(task: Any, answer: Any) -> Typed:
    return {name: values if len(values) > 1 else values[0] for name, values in as_form(task, answer).items()}
