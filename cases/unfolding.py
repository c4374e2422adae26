"""How a case unfolds: which stages stored answers have opened, and which facts each task is put to.

Nothing of this is stored: it follows from the paper and the answers, so a reload, a second tab and a step back in the
browser show the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from cases.content import Case
from cases.stages import Stage, Way, When
from checks.task import Facts

ASKED = "ask:"
UNKNOWN = "unknown"


class Given(Protocol):
    """A stored answer as far as it decides a way."""

    @property
    def points(self) -> int:
        """Points of its mark."""

    @property
    def of(self) -> int:
        """Points that could be had."""

    @property
    def given(self) -> Any:
        """The answer as plain data."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a case has unfolded: stages in their order, what was asked, and the facts of every open task."""

    stages: tuple[Stage, ...]
    complete: bool
    asked: tuple[str, ...]
    facts: Mapping[str, Facts]

    @property
    def tasks(self) -> tuple[str, ...]:
        """Ids of the open tasks in their order."""
        return tuple(self.facts)


def turned(facts: Mapping[str, Mapping[str, Any]], turns: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The facts with some of them (`group.name`) turned."""
    result = {group: dict(values) for group, values in facts.items()}
    for path, value in turns.items():
        group, _, name = path.partition(".")
        result.setdefault(group, {})[name] = value
    return result


def fact_in(facts: Mapping[str, Mapping[str, Any]], path: str) -> Any:
    """The fact at `group.name`; unknown where it is not given."""
    group, _, name = path.partition(".")
    return facts.get(group, {}).get(name, UNKNOWN)


def hidden(case: Case, facts: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The facts as rules see them while nothing was asked."""
    return turned(facts, {ask.fact: UNKNOWN for ask in case.asks})


def stages_of(case: Case) -> tuple[Stage, ...]:
    """The stages, with all that none of them names in the first; a case without stages is one."""
    if not case.stages:
        return (_with_rest(case, Stage(id="whole", title=case.title)),)
    return (_with_rest(case, case.stages[0]), *case.stages[1:])


def _with_rest(case: Case, first: Stage) -> Stage:
    def rest(own: Sequence[str], parts: Sequence[Any], kind: str) -> tuple[str, ...]:
        named = {id_ for stage in case.stages for id_ in getattr(stage, kind)}
        return tuple(part.id for part in parts if part.id in own or part.id not in named)

    return first.model_copy(update={
        "documents": rest(first.documents, case.documents, "documents"),
        "events": rest(first.events, case.events, "events"), "tasks": rest(first.tasks, case.tasks, "tasks"),
    })  # fmt: skip


def holds(when: When, first: Given) -> bool:
    """Whether the first answer to the condition's task is the one it means."""
    if when.mark:
        return (first.points == first.of) == (when.mark == "right")
    given = first.given.get("verdict") if isinstance(first.given, Mapping) else first.given
    return str(given) == when.answer


def _open(way: Way, firsts: Mapping[str, Given]) -> bool:
    return way.when is None or (way.when.task in firsts and holds(way.when, firsts[way.when.task]))


def walk(case: Case, firsts: Mapping[str, Given]) -> tuple[tuple[Stage, ...], bool]:
    """The stages opened by the first answers, and whether the last of them is done and leads nowhere."""
    by_id = {stage.id: stage for stage in stages_of(case)}
    stage = next(iter(by_id.values()))
    passed = [stage]
    while all(task in firsts for task in stage.tasks):
        to = next((way.to for way in stage.next if _open(way, firsts)), "")
        if not to:
            return tuple(passed), True
        stage = by_id[to]
        passed.append(stage)
    return tuple(passed), False


def stand(case: Case, paper: Mapping[str, Any], receipts: Mapping[str, Sequence[Any]]) -> Standing:
    """Where an attempt stands by its paper and its receipts (by task, the oldest first)."""
    firsts = {task: found[0] for task, found in receipts.items() if found}
    stages, complete = walk(case, firsts)
    asks = sorted((first.stored_at, task.removeprefix(ASKED)) for task, first in firsts.items() if ASKED in task)
    facts: dict[str, Facts] = {}
    held = paper["facts"]
    for stage in stages:
        held = turned(held, paper.get("turns", {}).get(stage.id, {}))
        for task in stage.tasks:
            # a task answered before the ask keeps its facts
            known = [id_ for at, id_ in asks if task not in firsts or at < firsts[task].stored_at]
            facts[task] = turned(held, {a["fact"]: a["value"] for id_ in known if (a := paper["asks"].get(id_))})
    return Standing(stages, complete, tuple(id_ for _, id_ in asks), facts)


def progress(case: Case, firsts: Mapping[str, Given]) -> tuple[int, int]:
    """Tasks answered on the way taken, and tasks known to lie on it."""
    stages, _ = walk(case, firsts)
    tasks = [task for stage in stages for task in stage.tasks]
    return sum(task in firsts for task in tasks), len(tasks)


def ways(case: Case) -> Iterator[tuple[Stage, ...]]:
    """Every way through the stages from the first; a way that comes back to itself ends there."""
    by_id = {stage.id: stage for stage in stages_of(case)}
    open_ways = [(next(iter(by_id.values())),)]
    while open_ways:
        way = open_ways.pop()
        further = [by_id[w.to] for w in way[-1].next if w.to in by_id]
        fresh = [stage for stage in dict.fromkeys(s.id for s in further) if by_id[stage] not in way]
        if not fresh:
            yield way
        open_ways.extend((*way, by_id[id_]) for id_ in reversed(fresh))


def every_state(case: Case, facts: Mapping[str, Mapping[str, Any]], asked: bool = False) -> dict[str, list[Facts]]:
    """For each task the facts it may meet, one set for each way that leads to it; nothing asked, or everything."""
    found: dict[str, list[Facts]] = {task.id: [] for task in case.tasks}
    seen: set[tuple[str, ...]] = set()
    for way in ways(case):
        held: Facts = facts if asked else hidden(case, facts)
        for place, stage in enumerate(way):
            held = turned(held, stage.turns)
            if (so_far := tuple(s.id for s in way[: place + 1])) in seen:
                continue
            seen.add(so_far)
            for task in stage.tasks:
                found.setdefault(task, []).append(held)
    return found
