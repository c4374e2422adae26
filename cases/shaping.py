"""A case in one of its shapes: base, variant or twin; its facts, words and days, and the paper of an attempt."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases.content import MARK, Case, Event, Paper, Twin, Variation
from checks.judging import key
from checks.shuffling import option_ids, order_of

BASE = "base"


@dataclass(frozen=True, slots=True)
class Shape:
    """The case as one person meets it: `facts` for rules, `documents` and `events` for people."""

    id: str
    facts: Mapping[str, Mapping[str, Any]]
    documents: tuple[Paper, ...]
    events: tuple[Event, ...]


def shape(case: Case, id_: str) -> Shape:
    """The shape of that id; `KeyError` where the case has none."""
    if id_ == BASE:
        return Shape(BASE, case.facts, case.documents, case.events)
    variation = next((v for v in (*case.twins, *case.variants) if v.id == id_), None)
    if variation is None:
        raise KeyError(id_)
    return Shape(id_, turned(case.facts, variation.turns), _told(case, variation), _moved(case, variation))


def turned(facts: Mapping[str, Mapping[str, Any]], turns: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The facts with some of them (`group.name`) turned."""
    result = {group: dict(values) for group, values in facts.items()}
    for path, value in turns.items():
        group, _, name = path.partition(".")
        result.setdefault(group, {})[name] = value
    return result


def _told(case: Case, variation: Variation) -> tuple[Paper, ...]:
    def put(found: Any) -> str:
        words, path, number = found.group(1), found.group(2), found.group(3) or ""
        return f"[{variation.words.get(path + number, words)}](fact:{path}{number})"

    return tuple(
        paper.model_copy(update={"text": MARK.sub(put, paper.text) if isinstance(paper.text, str) else paper.text})
        for paper in case.documents
    )


def _moved(case: Case, variation: Variation) -> tuple[Event, ...]:
    def day(event: Event) -> str:
        moved = variation.events.get(event.id) or variation.turns.get(event.fact)
        return str(moved) if moved and moved != "unknown" else event.day

    return tuple(sorted((e.model_copy(update={"day": day(e)}) for e in case.events), key=lambda e: e.day))


def paper_of(case: Case, id_: str, seed: int) -> dict[str, Any]:
    """What an attempt is graded from: facts, order of options, keys and days of this shape."""
    made = shape(case, id_)
    return {
        "facts": {group: dict(values) for group, values in made.facts.items()},
        "order": {task.id: order_of(task, seed) for task in case.tasks if option_ids(task)},
        "keys": {task.id: key(task, made.facts) for task in case.tasks},
        "days": {event.id: event.day for event in made.events},
        "seed": seed,
    }


def next_shape(case: Case, done: Sequence[str], seed: int) -> str:
    """The shape of the next try: a twin as often as a variant, those not met yet first."""
    draw = random.Random(f"{seed}:{len(done)}")
    pools = [[t.id for t in case.twins], [v.id for v in case.variants] or [BASE]]
    if draw.random() < 0.5:
        pools.reverse()
    fresh = [[id_ for id_ in pool if id_ not in done] for pool in pools]
    for pool in (*fresh, *pools):
        if pool:
            return draw.choice(pool)
    return BASE


def is_twin(case: Case, id_: str) -> bool:
    """Whether the shape is a twin of the base."""
    return any(isinstance(v, Twin) and v.id == id_ for v in case.twins)
