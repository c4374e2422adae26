"""Tasks of several rules, derivation and two days: their form, and what is told of each row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from checks.derivation import DerivationTask, Step
from checks.ruled import facts_of, kind_of_value
from checks.task import Facts
from checks.two_days import NOTHING, SIDES, TwoDaysTask
from checks.verdict import Row, Verdict
from checks.verdicts import WORDS
from kazakh.sentences import fill
from rules import acts
from rules import facts as facts_module
from rules.registry import find
from rules.words import word
from web import boards, linking, trace

Plain = dict[str, Any]


def provision_line(provision_id: str, lang: str) -> Markup:
    """A provision to choose: its badge and what it says."""
    provision = acts.provisions()[provision_id]
    summary = provision.wordings[-1].summary[lang] if provision.wordings else ""
    found = trace.badge(provision_id, lang)
    return Markup("<b>{} {}</b> <span>{}</span>").format(found["act"], found["number"], summary)


def value_field(asked: Any, lang: str) -> Plain:
    """How the value of the rule is asked for: its kind, and what may be chosen."""
    kind = kind_of_value(asked)
    if kind == "truth":
        usual = {"yes": _('Иә'), "no": _('Жоқ'), "undecided": _('Шешуге дерек жетпейді')}
        labels = {name: linking.words(text, lang) for name, text in asked.labels.items()}
        offers = [{"value": name, "text": labels.get(name) or usual[name]} for name in WORDS]
    else:
        offers = []
    offers += [{"value": name, "text": trace.value_words(asked.rule, name, lang)} for name in asked.offers]
    return {"kind": kind, "offers": offers, "unit": linking.words(asked.unit, lang) if asked.unit else ""}


def derivation(task: DerivationTask, facts: Facts, order: Any, lang: str) -> Plain:
    """The steps with norms and facts to choose; a fact that an earlier step gives shows no value."""
    given: set[str] = set()
    steps = []
    for step in task.steps:
        steps.append({
            "id": step.id, "ask": linking.inline(step.ask, lang), "value": value_field(step, lang),
            "norms": [{"value": id_, "text": provision_line(id_, lang)} for id_ in step.norms],
            "among": [{"value": name, "text": _fact_line(step, name, facts, given, lang)} for name in _among(step)],
        })  # fmt: skip
        given.add(step.gives)
    return {"steps": steps}


def _among(step: Step) -> tuple[str, ...]:
    """The facts to choose from, without the day that only chooses the edition; with it where one alone is left."""
    shown = tuple(name for name in step.among if name != "on-day.day" or find(step.rule).facts.NAME == "on-day")
    return shown if len(shown) > 1 else step.among


def _fact_line(step: Step, name: str, facts: Facts, given: set[str], lang: str) -> str:
    group, bare = _place(step, name)
    label = word(lang, "facts", group, bare, "label")
    own: Any = find(step.rule).facts
    if group == own.NAME:
        if step.takes.get(bare, f"{group}.{bare}") in given:
            return _('%(fact)s: алдыңғы қадамнан', fact=label)
        made = facts_of(step, facts)
    else:
        made = facts_module.read(facts_module.named(group), facts.get(group, {}))
    return f"{label}: {trace.fact_value(group, bare, getattr(made, bare), lang) or '?'}"


def _place(step: Step, name: str) -> tuple[str, str]:
    """Group and bare name of a fact offered."""
    cls: Any = find(step.rule).facts
    group, dot, bare = name.rpartition(".")
    return (group, bare) if dot else (cls.NAME, name)


def two_days(task: TwoDaysTask, facts: Facts, order: Any, lang: str) -> Plain:
    """Both days with one kind of value, and the provisions of which one changed."""
    value = value_field(task, lang)
    sides = [
        {"id": side, "day": _day(day, lang), "value": value} for side, day in zip(SIDES, task.days, strict=True)
    ]
    norms = [{"value": id_, "text": provision_line(id_, lang)} for id_ in task.norms]
    return {"sides": sides, "norms": [*norms, {"value": NOTHING, "text": _('Бұл іс үшін ештеңе өзгерген жоқ')}]}


def _day(day: str, lang: str) -> str:
    return fill("{day}", {"day": date.fromisoformat(day)}, lang)


def flat(task_fields: Mapping[str, list[str]]) -> Plain:
    """A stored answer as the fields of its form show it: days as people write them."""
    return {name: [_typed_day(value) for value in values] for name, values in task_fields.items()}


def _typed_day(value: str) -> str:
    try:
        return date.fromisoformat(value).strftime("%d.%m.%Y") if len(value) == 10 else value
    except ValueError:
        return value


def rows(task: Any, verdict: Verdict, lang: str) -> list[Plain]:
    """Each row as it is told: its state, what was given and meant, its steps, and the count where there is one."""
    asked = {part.id: part for part in (*getattr(task, "steps", ()), *getattr(task, "deadlines", ()))}
    days = dict(zip(SIDES, getattr(task, "days", ()), strict=False))
    first = next((row.id for row in verdict.rows if row.wrong), "")
    return [
        {
            "id": row.id, "state": row.state, "open": row.id == first, "refused": row.refused,
            "ask": linking.words(asked[row.id].ask, lang) if row.id in asked else _day(days[row.id], lang),
            "given": _value(asked.get(row.id, task), row, row.given["conclusion"], lang),
            "faults": [_fault(asked.get(row.id, task), row, name, lang) for name in row.wrong],
            "readings": _reading(row, lang),
            "trace": {**trace.ladder(row.finding, row.facts, lang, row.parted), "readings": []},
            "count": boards.count(row, lang),
        }
        for row in verdict.rows
    ]  # fmt: skip


def _reading(row: Row, lang: str) -> str:
    """The convention or provision by which the answer passes, where it is not our reading."""
    if not row.reading:
        return ""
    value = next(value for value, ground in row.finding.readings if ground == row.reading)
    return trace.reading_words(row.finding, value, row.reading, lang)


def _fault(asked: Any, row: Row, name: str, lang: str) -> Plain:
    meant = row.meant[name]
    if name == "conclusion":
        return {"name": name, "given": _value(asked, row, row.given[name], lang), "meant": _main(asked, row, lang)}
    say = _norm if name == "norm" else (lambda one, lang: _fact(asked, one, lang))
    return {"name": name, "given": say(row.given[name], lang), "meant": "; ".join(say(one, lang) for one in meant)}


def _main(asked: Any, row: Row, lang: str) -> str:
    return _value(asked, row, row.meant["conclusion"][0], lang)


def _norm(id_: str, lang: str) -> str:
    found = trace.badge(id_, lang)
    return f"{found['act']} {found['number']}"


def _fact(step: Step, name: str, lang: str) -> str:
    return word(lang, "facts", *_place(step, name), "label")


def _value(asked: Any, row: Row, value: Any, lang: str) -> str:
    """A value in words: labels of the task, days, numbers with their unit, names."""
    kind = kind_of_value(asked)
    if kind == "truth":
        return next(str(offer["text"]) for offer in value_field(asked, lang)["offers"] if offer["value"] == value)
    if kind == "day" and isinstance(value, str) and value[:1].isdigit():
        return _day(value, lang)
    unit = f" {linking.words(asked.unit, lang)}" if asked.unit else ""
    return trace.value_words(asked.rule, value, lang) + unit


def changed(task: TwoDaysTask, verdict: Verdict, lang: str) -> str:
    """What changed between both days, for those who did not name it."""
    names = [id_ for id_, good in verdict.right.items() if good]
    return "; ".join(_('ештеңе өзгерген жоқ') if id_ == NOTHING else _norm(id_, lang) for id_ in names)
