"""The map of a case that unfolds: which ways were taken, and at the end which others there were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.content import Case
from cases.stages import Stage, Way, When
from cases.unfolding import Standing, stages_of
from library.words import in_language
from rules.words import word

Node = dict[str, Any]


def steps(case: Case, stood: Standing, lang: str) -> list[Node]:
    """The stages passed and the present one, in their order; nothing for a case without stages."""
    if not case.stages:
        return []
    last = stood.stages[-1]
    return [
        _node(stage, lang) | {"now": stage is last and not stood.complete, "tasks": len(stage.tasks)}
        for stage in stood.stages
    ]


def tree(case: Case, stood: Standing, lang: str) -> Node | None:
    """Every branch of a case that has come to its end: taken or not, and what led there; else nothing."""
    if not case.stages or not stood.complete:
        return None
    by_id = {stage.id: stage for stage in stages_of(case)}
    numbers = {task: number for number, task in enumerate(stood.tasks, start=1)}
    told: set[str] = set()

    def grow(stage: Stage, taken: bool) -> Node:
        node = _node(stage, lang) | {"taken": taken, "again": stage.id in told, "ways": []}
        if stage.id in told:
            return node
        told.add(stage.id)
        after = _after(stood, stage.id) if taken else ""
        # the way taken is told first, so that what it shares with others is told there
        ways = sorted(_one_each(stage), key=lambda way: way.to != after)
        node["ways"] = [
            grow(by_id[way.to], way.to == after) | {"when": _when(case, way.when or _else(stage), numbers, lang)}
            for way in ways
        ]
        return node

    return grow(next(iter(by_id.values())), True)


def _node(stage: Stage, lang: str) -> Node:
    text, written = in_language(stage.title, lang)
    return {"id": stage.id, "title": text, "lang": "" if written == lang else written}


def _one_each(stage: Stage) -> list[Way]:
    found: dict[str, Way] = {}
    for way in stage.next:
        found.setdefault(way.to, way)
    return list(found.values())


def _after(stood: Standing, id_: str) -> str:
    ids = [stage.id for stage in stood.stages]
    place = ids.index(id_) + 1
    return ids[place] if place < len(ids) else ""


def _else(stage: Stage) -> When | None:
    """What the way without a condition means where one mark decides: the other mark."""
    marks = [way.when for way in stage.next if way.when]
    if len(marks) != 1 or not marks[0].mark:
        return None
    return When(task=marks[0].task, mark="wrong" if marks[0].mark == "right" else "right")


def _when(case: Case, when: When | None, numbers: Mapping[str, int], lang: str) -> Node | None:
    if when is None:
        return None
    answer = _answer(case.task(when.task), when, lang) if when.answer else ""
    return {"number": numbers.get(when.task), "mark": when.mark, "answer": answer}


def _answer(task: Any, when: When, lang: str) -> str:
    """The answer that the condition names, as its task words it."""
    if task.kind == "verdict" and (label := task.labels.get(when.answer)):
        return in_language(label, lang)[0]
    if task.kind == "competence":
        return word(lang, "values", when.answer)
    for option in getattr(task, "options", ()):
        if option.id == when.answer:
            return in_language(option.text, lang)[0]
    return when.answer
