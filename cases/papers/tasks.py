"""A whole shape of a case in the order of its story: papers, tasks with places for answers, and their solutions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.content import Case
from cases.shaping import shape
from cases.unfolding import every_state, stages_of, turned
from checks.shuffling import order_of
from checks.task import Facts
from rules import facts as facts_module
from web import linking, solutions, tasks, trace

Plain = dict[str, Any]
SEED = 1


def parts(case: Case, id_: str, lang: str, answers: bool = False) -> list[Plain]:
    """The stages with their papers, tasks and what may be asked; `LookupError` where the case has no such shape."""
    made = shape(case, id_)
    asked, known = _facts(case, id_), _facts(case, id_, True)
    numbers = {task.id: number for number, task in enumerate(_in_order(case), start=1)}
    open_asks = {ask.id: ask for ask in made.asks}
    found = []
    for stage in stages_of(case):
        own = [open_asks.pop(a.id) for a in made.asks if a.id in open_asks and a.stage in ("", stage.id)]
        found.append({
            "id": stage.id, "title": linking.words(stage.title, lang) if case.stages else "",
            "papers": [_paper(p, lang) for p in made.documents if p.id in stage.documents],
            "asks": [_ask(ask, lang) for ask in own],
            "tasks": [_task(case.task(t), asked[t], known[t], numbers[t], lang, answers) for t in stage.tasks],
        })  # fmt: skip
    return found


def _in_order(case: Case) -> list[Any]:
    return [case.task(id_) for stage in stages_of(case) for id_ in stage.tasks]


def _facts(case: Case, id_: str, asked: bool = False) -> Mapping[str, Facts]:
    """The facts of each task on the first way that leads to it."""
    variation = next((v for v in (*case.twins, *case.variants) if v.id == id_), None)
    whole = turned(case.facts, variation.turns) if variation else case.facts
    return {task: states[0] for task, states in every_state(case, whole, asked).items() if states}


def _paper(paper: Any, lang: str) -> Plain:
    return {"title": linking.words(paper.title, lang), "html": linking.html(paper.text, lang)}


def _ask(ask: Any, lang: str) -> Plain:
    return {"ask": linking.words(ask.ask, lang), "answer": linking.html(ask.answer, lang)}


def _task(task: Any, facts: Facts, known: Facts, number: int, lang: str, answers: bool) -> Plain:
    shown = tasks.view(task, facts, order_of(task, SEED), lang) | {"number": number}
    return shown | ({"solution": solutions.solution(task, known, lang)} if answers else {})


def differences(case: Case, id_: str, lang: str) -> list[Plain]:
    """What the shape turns: each fact in words, as it was and as it is."""
    variation = next((v for v in (*case.twins, *case.variants) if v.id == id_), None)
    if variation is None:
        return []
    return [_difference(case, path, value, lang) for path, value in variation.turns.items()]


def _difference(case: Case, path: str, value: Any, lang: str) -> Plain:
    group, _, name = path.partition(".")
    before = _fact(group, case.facts.get(group, {}), name, lang)
    after = _fact(group, {**case.facts.get(group, {}), name: value}, name, lang)
    return {"label": after["label"], "before": before["value"], "after": after["value"]}


def _fact(group: str, values: Mapping[str, Any], name: str, lang: str) -> Plain:
    return trace.fact_words(facts_module.read(facts_module.named(group), values), name, lang)
