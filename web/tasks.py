"""A task as templates show it: question, options in the order of the paper, what was typed, verdict as told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from checks.task import KINDS, Facts, facts_for, finding_of
from checks.wordings import editions
from kazakh.letters import order_key
from rules.registry import find
from rules.words import word
from web import boards, chains, linking, papers, trace

Plain = dict[str, Any]


def view(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    """The task for the template `task`: everything but the address, tokens, answer and verdict."""
    shown: Plain = {
        "id": task.id, "kind": task.kind, "ask": linking.inline(task.ask, lang), "source": task.source, "live": True,
    }  # fmt: skip
    maker = _MAKERS.get(task.kind)
    if maker:
        shown.update(maker(task, facts, order, lang))
    return shown


def _options(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    by_id = {option.id: option for option in task.options}
    ids = [id_ for id_ in order if id_ in by_id] or list(by_id)
    return {"options": [{"value": id_, "text": linking.inline(by_id[id_].text, lang)} for id_ in ids]}


def _verdict(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    finding = finding_of(task, facts)
    group: Any = find(task.rule).facts
    names = dict.fromkeys(name for step in finding.steps for name in step.facts)
    labels = {key: linking.words(text, lang) for key, text in task.labels.items()}
    missing = [{"value": name, "text": word(lang, "facts", group.NAME, name, "label")} for name in names]
    return {
        "labels": labels, "missing": missing,
        "reasons": [{"value": id_, "text": chains.provision_line(id_, lang)} for id_ in task.reasons],
    }  # fmt: skip


def _items(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    by_id = {item.id: item for item in task.items}
    ids = [id_ for id_ in order if id_ in by_id] or list(by_id)
    return {"items": [{"id": id_, "text": linking.words(by_id[id_].text, lang)} for id_ in ids]}


def _bodies(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    named = [{"value": body, "text": word(lang, "values", body)} for body in task.bodies]
    return {"options": sorted(named, key=lambda body: order_key(body["text"]))}


def _editions(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    return {"options": [{"value": key, "text": edition_line(key, lang)} for key in editions(task)]}


def edition_line(key: str, lang: str) -> str:
    """An edition with the amending act and its first day."""
    return f"{trace.edition_name(key, lang)} – {trace.edition_words(key, lang)}"


def _decisive(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    made = facts_for(task.rule, facts)
    rows = [trace.fact_words(made, name, lang) for name in task.among]
    return {"options": [{"value": r["name"], "text": f"{r['label']}: {r['value'] or '?'}"} for r in rows]}


def _document(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    return {"paper": papers.view(task, lang)}


def _unit(task: Any, facts: Facts, order: Sequence[str], lang: str) -> Plain:
    return {"unit": linking.words(task.unit, lang)}


_MAKERS = {
    "choice": _options, "several": _options, "verdict": _verdict, "order": _items, "competence": _bodies,
    "edition": _editions, "decisive": _decisive, "amount": _unit, "derivation": chains.derivation,
    "two-days": chains.two_days, "board": boards.board, "document": _document,
}  # fmt: skip


def answered(shown: Plain, given: Any, told: Mapping[str, Any]) -> Plain:
    """The task with the stored answer and the verdict as it was told, options marked with their reasons."""
    verdict = dict(told)
    verdict["reason"] = Markup(told["reason"])
    for name in ("explain", "model"):
        verdict[name] = Markup(told.get(name, ""))
    verdict["fields"] = [{**row, "more": Markup(row.get("more", ""))} for row in told.get("fields", ())]
    verdict["rubric"] = [Markup(line) for line in told.get("rubric", ())]
    for option in shown.get("options", ()):
        id_ = str(option["value"]).rpartition(".")[2] if shown["kind"] == "decisive" else option["value"]
        if id_ in told.get("right", {}):
            option["state"] = "yes" if told["right"][id_] else "no"
        if why := told.get("whys", {}).get(id_):
            option["why"] = Markup(why)
    return {**shown, "answer": _as_typed(shown, given), "verdict": verdict}


def _as_typed(shown: Plain, given: Any) -> Any:
    if shown["kind"] == "decisive" and isinstance(given, list):
        prefixes = [str(option["value"]) for option in shown["options"]]
        return [value for value in prefixes if value.rpartition(".")[2] in given]
    if shown["kind"] == "day":
        return date.fromisoformat(given).strftime("%d.%m.%Y")
    if shown["kind"] == "document":
        return given
    if form := KINDS[shown["kind"]].form:
        return chains.flat(form(given))
    return given


def typed(shown: Plain, form: Mapping[str, list[str]], errors: Mapping[str, str]) -> Plain:
    """The task with what was typed and an error at its field; nothing is lost."""
    kind = shown["kind"]
    if kind == "document":
        return {**shown, "answer": papers.typed(form), "errors": dict(errors)}
    if KINDS[kind].form:
        return {**shown, "answer": dict(form), "errors": dict(errors)}
    if kind == "verdict":
        answer: Any = {name: (form.get(name) or [""])[0] for name in ("verdict", "reason", "missing")}
    elif kind in ("several", "decisive"):
        answer = form.get("options" if kind == "several" else "decisive", [])
    elif kind == "order":
        answer = _typed_order(shown, form)
    else:
        field = {"choice": "option", "competence": "body", "reasoning": "text"}.get(kind, kind)
        answer = (form.get(field) or [""])[0]
    return {**shown, "answer": answer, "errors": dict(errors)}


def _typed_order(shown: Plain, form: Mapping[str, list[str]]) -> list[str]:
    def place(id_: str) -> int:
        value = (form.get(f"place-{id_}") or [""])[0]
        return int(value) if value.isdecimal() and len(value) < 4 else 99

    return sorted((item["id"] for item in shown["items"]), key=place)
