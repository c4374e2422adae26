"""Proof of a case: tasks pass and fail as they say, twins turn keys, variants keep them, words fit facts."""

from __future__ import annotations

from collections.abc import Iterator

from cases.content import MARK, Case, Twin, Variation
from cases.shaping import BASE, next_shape, paper_of, shape
from cases.stage_proof import ask_faults, days_of, facts_on_the_way, stage_faults
from cases.unfolding import every_state, turned
from checks.judging import kept, key
from checks.proof import faults
from checks.task import Facts
from library.words import kazakh
from rules.facts import FactFaults, classes, named, read

SEEDS = 50
REFUSALS = (LookupError, ValueError)


def prove(case: Case, seeds: int = SEEDS) -> Iterator[tuple[str, str]]:
    """Everything that speaks against the case, as (place, words); what rests on a fault is not asked any more."""
    doubled = _doubled([task.id for task in case.tasks])
    found = [*_fact_faults(case, "facts", case.facts), *(("tasks", f"{id_!r} stands twice") for id_ in doubled)]
    found = found or [*_mark_faults(case), *stage_faults(case)]
    found = found or [fault for place, facts in facts_on_the_way(case) for fault in _fact_faults(case, place, facts)]
    found = found or [*_task_faults(case)]
    found = found or [*_ask_faults(case)]
    found = found or [fault for v in (*case.twins, *case.variants) for fault in _variation_faults(case, v)]
    yield from found or _seed_faults(case, seeds)


def _task_faults(case: Case) -> Iterator[tuple[str, str]]:
    states = every_state(case, case.facts)
    for task in case.tasks:
        if case.sheet and task.kind != "reasoning":
            yield f"tasks.{task.id}", "a sheet holds only tasks of reasoning"
        try:
            met = [facts for n, facts in enumerate(states[task.id]) if facts not in states[task.id][:n]]
            yield from dict.fromkeys((f"tasks.{task.id}", says) for facts in met for says in faults(task, facts))
        except REFUSALS as error:
            yield f"tasks.{task.id}", f"{type(error).__name__}: {error}"


def _ask_faults(case: Case) -> Iterator[tuple[str, str]]:
    try:
        yield from ask_faults(case)
    except REFUSALS as error:
        yield "asks", f"{type(error).__name__}: {error}"


def _doubled(ids: list[str]) -> list[str]:
    return sorted({id_ for id_ in ids if ids.count(id_) > 1})


def _fact_faults(case: Case, place: str, facts: dict[str, dict[str, object]]) -> Iterator[tuple[str, str]]:
    for group, values in facts.items():
        if group not in classes():
            yield f"{place}.{group}", "there is no such class of facts"
            continue
        try:
            read(named(group), values)
        except FactFaults as error:
            yield from ((f"{place}.{group}.{f.field}", f"{f.key}: {f.given}") for f in error.faults)


def _mark_faults(case: Case) -> Iterator[tuple[str, str]]:
    texts = [*(paper.text for paper in case.documents), *(ask.answer for ask in case.asks)]
    told = [found for text in texts for found in MARK.finditer(kazakh(text))]
    marks = {found.group(2) + (found.group(3) or "") for found in told}
    for mark in marks:
        group, _, name = mark.partition("#")[0].partition(".")
        if name not in case.facts.get(group, {}):
            yield "documents", f"the mark fact:{mark} names no fact of this case"
    for variation in (*case.twins, *case.variants):
        for path in variation.words.keys() - marks:
            yield f"{variation.id}.words", f"{path} is marked nowhere in the documents"
        for path in variation.turns:
            if path in marks and path not in variation.words:
                yield f"{variation.id}.words", f"{path} is turned but its words stay"
    for event in case.events:
        if event.fact and event.day not in days_of(case, event.fact):
            yield f"events.{event.id}", f"its day is not that of {event.fact}"


def _variation_faults(case: Case, variation: Variation) -> Iterator[tuple[str, str]]:
    place = f"{'twins' if isinstance(variation, Twin) else 'variants'}.{variation.id}"
    facts = turned(case.facts, variation.turns)
    if found := list(_fact_faults(case, place, facts)):
        yield from found
        return
    try:
        both = [_pairs(case, facts, asked) for asked in ((False, True) if case.asks else (False,))]
        differ = {t.id for t in case.tasks if any(all(key(t, a) != key(t, b) for a, b in p[t.id]) for p in both)}
        lost = [t.id for t in case.tasks if any(kept(t, a) != kept(t, b) for p in both for a, b in p[t.id])]
    except REFUSALS as error:
        yield place, f"{type(error).__name__}: {error}"
        return
    if isinstance(variation, Twin):
        if missing := set(variation.changes) - differ:
            yield place, f"the key of {', '.join(sorted(missing))} does not change"
    elif lost:
        yield place, f"a variant keeps every key, but that of {', '.join(sorted(lost))} changes"


def _pairs(case: Case, facts: Facts, asked: bool) -> dict[str, list[tuple[Facts, Facts]]]:
    """For each task the facts it meets on every way, in the base and in the variation."""
    base, varied = every_state(case, case.facts, asked), every_state(case, facts, asked)
    return {id_: list(zip(base[id_], varied[id_], strict=True)) for id_ in base}


def _seed_faults(case: Case, seeds: int) -> Iterator[tuple[str, str]]:
    shapes = [BASE, *(v.id for v in (*case.twins, *case.variants))]
    for seed in range(seeds):
        wanted = next_shape(case, shapes[: seed % len(shapes)], seed)
        paper = paper_of(case, wanted, seed) if seed < len(shapes) * 2 else {"order": {}}
        for task in case.tasks:
            offered = paper["order"].get(task.id)
            if (
                offered is not None
                and task.kind in ("choice", "several")
                and not set(paper["keys"][task.id]) <= set(offered)
            ):
                yield f"tasks.{task.id}", f"seed {seed}: the key is not among the options"
        shape(case, wanted)
