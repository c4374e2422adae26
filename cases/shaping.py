"""A case in one of its shapes: base, variant or twin; its facts, words and days, and the paper of an attempt."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases.content import MARK, Case, Event, Paper, Twin, Variation
from cases.stages import Ask
from cases.unfolding import every_state, fact_in, hidden, turned
from checks.judging import key
from checks.shuffling import option_ids, order_of

BASE = "base"


@dataclass(frozen=True, slots=True)
class Shape:
    """The case as one person meets it: `facts` for rules, `documents` and `events` for people.

    Facts that must be asked for are unknown in `facts`; their answers stand in `asks`.
    """

    id: str
    facts: Mapping[str, Mapping[str, Any]]
    documents: tuple[Paper, ...]
    events: tuple[Event, ...]
    asks: tuple[Ask, ...] = ()


def shape(case: Case, id_: str) -> Shape:
    """The shape of that id; `KeyError` where the case has none."""
    if id_ == BASE:
        return Shape(BASE, hidden(case, case.facts), case.documents, case.events, case.asks)
    variation = next((v for v in (*case.twins, *case.variants) if v.id == id_), None)
    if variation is None:
        raise KeyError(id_)
    asks = tuple(ask.model_copy(update={"answer": _put(variation, ask.answer)}) for ask in case.asks)
    return Shape(id_, hidden(case, _whole(case, id_)), _told(case, variation), _moved(case, variation), asks)


def _whole(case: Case, id_: str) -> Mapping[str, Mapping[str, Any]]:
    """The facts of the shape, with those that must be asked for."""
    variation = next((v for v in (*case.twins, *case.variants) if v.id == id_), None)
    return turned(case.facts, variation.turns) if variation else case.facts


def _told(case: Case, variation: Variation) -> tuple[Paper, ...]:
    return tuple(paper.model_copy(update={"text": _put(variation, paper.text)}) for paper in case.documents)


def _put(variation: Variation, text: Any) -> Any:
    """A Kazakh text with the words of the variation in its marks."""

    def put(found: Any) -> str:
        words, path, number = found.group(1), found.group(2), found.group(3) or ""
        return f"[{variation.words.get(path + number, words)}](fact:{path}{number})"

    return MARK.sub(put, text) if isinstance(text, str) else text


def _moved(case: Case, variation: Variation) -> tuple[Event, ...]:
    def day(event: Event) -> str:
        moved = variation.events.get(event.id) or variation.turns.get(event.fact)
        return str(moved) if moved and moved != "unknown" else event.day

    return tuple(sorted((e.model_copy(update={"day": day(e)}) for e in case.events), key=lambda e: e.day))


def paper_of(case: Case, id_: str, seed: int) -> dict[str, Any]:
    """What an attempt is graded from: facts, order of options, keys and days of this shape.

    Where the case unfolds, also what each stage turns and what each ask gives; keys are those of the first way.
    """
    made, whole = shape(case, id_), _whole(case, id_)
    states = every_state(case, whole)
    paper = {
        "facts": {group: dict(values) for group, values in made.facts.items()},
        "order": {task.id: order_of(task, seed) for task in case.tasks if option_ids(task)},
        "keys": {task.id: key(task, states[task.id][0]) for task in case.tasks},
        "days": {event.id: event.day for event in made.events},
        "seed": seed,
    }
    if case.stages:
        paper["turns"] = {stage.id: dict(stage.turns) for stage in case.stages}
    if case.asks:
        paper["asks"] = {ask.id: {"fact": ask.fact, "value": fact_in(whole, ask.fact)} for ask in case.asks}
    return paper


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
