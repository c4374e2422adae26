"""A task with its solution, for a sheet: the right answer in words, why, and the deciding steps of the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from checks import judging
from checks.proof import as_form
from checks.ruled import kind_of_value
from checks.task import Facts
from checks.two_days import NOTHING, SIDES
from checks.verdict import Verdict
from web import chains, linking, telling, trace

Plain = dict[str, Any]


def solution(task: Any, facts: Facts, lang: str) -> Plain:
    """What a sheet with answers says of the task on these facts; the same shape for every kind."""
    given, verdict = _judged(task, facts)
    # the key is told to those who did not give it
    told = telling.told(task, given, replace(verdict, points=0), facts, lang)
    lines = list(_lines(task, facts, told, lang))
    return {
        "key": "" if lines and not told["key"] else told["key"], "lines": lines,
        "explain": Markup(told["explain"]), "whys": [Markup(told["whys"][id_]) for id_ in _right(told)],
        "provisions": told["provisions"], "book": told["book"], "steps": _steps(told),
        "model": Markup(told.get("model", "")), "rubric": [Markup(line) for line in told.get("rubric", ())],
    }  # fmt: skip


def _judged(task: Any, facts: Facts) -> tuple[Any, Verdict]:
    """An answer that passes where the task names one for these facts, else any that can be read, with its verdict."""
    if task.kind == "reasoning":
        return "", judging.grade(task, "", facts)
    tried = []
    for answer in task.passes:
        given = judging.read(task, as_form(task, answer))
        verdict = judging.grade(task, given, facts)
        if verdict.points == verdict.of:
            return given, verdict
        tried.append((given, verdict))
    return tried[0]


def _right(told: Plain) -> list[str]:
    return [id_ for id_, good in told["right"].items() if good and id_ in told["whys"]]


def _steps(told: Plain) -> list[Plain]:
    """The deciding steps of the ladder, or of each row where the task puts several rules."""
    ladders = [told["trace"]] if told.get("trace") else [row["trace"] for row in told.get("rows", ())]
    return [step for ladder in ladders for step in ladder["steps"] if step["decides"]]


def _lines(task: Any, facts: Facts, told: Plain, lang: str) -> Iterator[Plain]:
    """The answers of a task of several fields, one by one."""
    if task.kind == "document":
        for row in told["fields"]:
            said = row["why"] if row["state"] == "wrong" else _plain_day(row["given"], lang)
            yield {"ask": row["label"], "answer": said}
    elif task.kind == "two-days":
        yield from _two_days(task, judging.key(task, facts), lang)
    elif task.kind in ("derivation", "board"):
        found = judging.key(task, facts)
        for one in (*getattr(task, "steps", ()), *getattr(task, "deadlines", ())):
            own = found[one.id]
            values, norms = (own["conclusion"], own["norm"]) if isinstance(own, dict) else (own, [])
            places = f" ({'; '.join(_norm(id_, lang) for id_ in norms)})" if norms else ""
            yield {"ask": linking.inline(one.ask, lang), "answer": _words(one, values, lang) + places}


def _two_days(task: Any, found: Plain, lang: str) -> Iterator[Plain]:
    for side, day in zip(SIDES, task.days, strict=True):
        yield {"ask": telling.day_words(day, lang), "answer": _words(task, found[side], lang)}
    norms = [_("ештеңе өзгерген жоқ") if id_ == NOTHING else _norm(id_, lang) for id_ in found["norm"]]
    yield {"ask": _("Қай норма өзгерді?"), "answer": "; ".join(norms)}


def _plain_day(given: str, lang: str) -> str:
    try:
        return telling.day_words(given, lang)
    except ValueError:
        return given


def _norm(id_: str, lang: str) -> str:
    found = trace.badge(id_, lang)
    return f"{found['act']} {found['number']}"


def _words(asked: Any, values: list[Any], lang: str) -> str:
    """The first value that passes, which is that of our own reading, in words."""
    value, kind = values[0], kind_of_value(asked)
    if kind == "truth":
        offers = chains.value_field(asked, lang)["offers"]
        return next(str(offer["text"]) for offer in offers if offer["value"] == value)
    if kind == "day":
        return telling.day_words(value, lang)
    unit = f" {linking.words(asked.unit, lang)}" if asked.unit else ""
    return trace.value_words(asked.rule, value, lang) + unit
