"""Proof of stages and asks: every stage is reached, every way ends, each part stands once, what turns is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cases.content import MARK, Case
from cases.stages import Stage, Way
from cases.unfolding import UNKNOWN, every_state, fact_in, hidden, stages_of, turned, ways
from checks.judging import key, kind_of, marked
from library.words import kazakh

MOST_STAGES, MOST_WAYS = 8, 32
SINGLE = frozenset({"verdict", "choice", "competence", "edition"})


def stage_faults(case: Case) -> Iterator[tuple[str, str]]:
    """What speaks against the order of stages; the facts of their tasks are proved with the tasks."""
    if not case.stages:
        yield from _ask_places(case)
        return
    if not 2 <= len(case.stages) <= MOST_STAGES:
        yield "stages", f"found {len(case.stages)}; meant are 2 to {MOST_STAGES}"
    found = [*_parts(case), *_targets(case)]
    found = found or _circles(case)
    if not found and len(all_ways := list(ways(case))) > MOST_WAYS:
        found = [("stages", f"there are {len(all_ways)} ways; at most {MOST_WAYS}")]
    yield from found or [*_reach(case), *_conditions(case), *_turns(case), *_ask_places(case)]


def _parts(case: Case) -> list[tuple[str, str]]:
    found = []
    ids = [stage.id for stage in case.stages]
    found += [("stages", f"{id_!r} stands twice") for id_ in sorted({i for i in ids if ids.count(i) > 1})]
    for kind in ("documents", "events", "tasks"):
        held = {part.id for part in getattr(case, kind)}
        named = [(stage.id, id_) for stage in case.stages for id_ in getattr(stage, kind)]
        for stage, id_ in named:
            if id_ not in held:
                found.append((f"stages.{stage}.{kind}", f"{id_!r} is not in this case"))
            elif sum(other == id_ for _, other in named) > 1:
                found.append((f"stages.{stage}.{kind}", f"{id_!r} belongs to another stage too"))
    return found


def _targets(case: Case) -> list[tuple[str, str]]:
    ids, found = {stage.id for stage in case.stages}, []
    for stage in case.stages:
        place = f"stages.{stage.id}.next"
        found += [(place, f"there is no stage {way.to!r}") for way in stage.next if way.to not in ids]
        if stage.next and stage.next[-1].when is not None:
            found.append((place, "its last line has a condition; meant is where everything else leads"))
        if any(way.when is None for way in stage.next[:-1]):
            found.append((place, "a line after the one without condition is never met"))
    return found


def _circles(case: Case) -> list[tuple[str, str]]:
    leads = {stage.id: {way.to for way in stage.next} for stage in case.stages}
    for start in leads:
        met, fresh = set(), set(leads[start])
        while fresh:
            met |= fresh
            fresh = {to for id_ in fresh for to in leads[id_]} - met
        if start in met:
            return [(f"stages.{start}", "leads back to itself; a branch must end")]
    return []


def _reach(case: Case) -> Iterator[tuple[str, str]]:
    reached = {stage.id for way in ways(case) for stage in way}
    for stage in case.stages:
        if stage.id not in reached:
            yield f"stages.{stage.id}", "no way leads here"
    if not stages_of(case)[0].tasks:
        yield f"stages.{case.stages[0].id}", "the first stage asks nothing"
    if case.stages[0].turns:
        yield f"stages.{case.stages[0].id}.turns", "nothing has happened yet; write it among the facts"


def _conditions(case: Case) -> Iterator[tuple[str, str]]:
    for stage in case.stages:
        for way in stage.next:
            for says in _condition(case, stage, way):
                yield f"stages.{stage.id}.next", says


def _condition(case: Case, stage: Stage, way: Way) -> Iterator[str]:
    if way.when is None:
        return
    before = [
        {task for s in one[: [s.id for s in one].index(stage.id) + 1] for task in s.tasks}
        for one in ways(case) if stage.id in {s.id for s in one}
    ]  # fmt: skip
    id_ = way.when.task
    if not all(id_ in tasks for tasks in before):
        yield f"{id_!r} is not answered on every way to this stage"
    elif way.when.mark and not marked(case.task(id_)):
        yield f"{id_!r} is not marked: nobody can be right there"
    elif way.when.answer and (kind := kind_of(case.task(id_)).name) not in SINGLE:
        yield f"{id_!r} is of kind {kind}; an answer is named only for {', '.join(sorted(SINGLE))}"
    elif way.when.answer and way.when.answer not in _answers(case, id_):
        yield f"{way.when.answer!r} is no answer of {id_!r}"


def _answers(case: Case, id_: str) -> Sequence[str]:
    task = case.task(id_)
    if task.kind == "verdict":
        return ("yes", "no", "undecided")
    if task.kind == "edition":
        from checks.wordings import editions

        return list(editions(task))
    return list(task.bodies) if task.kind == "competence" else [option.id for option in task.options]


def _turns(case: Case) -> Iterator[tuple[str, str]]:
    papers = {paper.id: kazakh(paper.text) for paper in case.documents}
    varied = {path: v.id for v in (*case.twins, *case.variants) for path in v.turns}
    for stage in case.stages:
        told = {found.group(2) for id_ in stage.documents for found in MARK.finditer(papers[id_])}
        for path in stage.turns:
            place = f"stages.{stage.id}.turns"
            if path not in told:
                yield place, f"{path} turns, but no document of this stage marks it"
            if path in varied:
                yield place, f"{path} is turned by {varied[path]} too: which holds?"


def _ask_places(case: Case) -> Iterator[tuple[str, str]]:
    ids, stages = [ask.id for ask in case.asks], {stage.id for stage in case.stages}
    turning = {path for stage in case.stages for path in stage.turns}
    for ask in case.asks:
        place = f"asks.{ask.id}"
        if ids.count(ask.id) > 1:
            yield place, "stands twice"
        if ask.stage and ask.stage not in stages:
            yield place, f"there is no stage {ask.stage!r}"
        if fact_in(case.facts, ask.fact) == UNKNOWN:
            yield place, f"{ask.fact} is not among the facts of the case; meant is its true value"
        if ask.fact in turning:
            yield place, f"{ask.fact} is turned by a stage; an asked fact stays as it is"
        if ask.fact not in {found.group(2) for found in MARK.finditer(kazakh(ask.answer))}:
            yield place, f"its answer does not mark {ask.fact}"


def ask_faults(case: Case) -> Iterator[tuple[str, str]]:
    """An ask turns the keys that it says, in every state, and no others where it says none."""
    states = every_state(case, case.facts)
    for ask in case.asks:
        told = {ask.fact: fact_in(case.facts, ask.fact)}
        differ = {t.id for t in case.tasks if all(key(t, f) != key(t, turned(f, told)) for f in states[t.id])}
        if missing := set(ask.changes) - differ:
            yield f"asks.{ask.id}", f"the key of {', '.join(sorted(missing))} does not change"
        if not ask.changes and differ:
            yield f"asks.{ask.id}", f"it changes {', '.join(sorted(differ))} and does not say so"


def facts_on_the_way(case: Case) -> Iterator[tuple[str, dict[str, dict[str, object]]]]:
    """For each stage the facts there, on every way: (place, facts)."""
    for way in ways(case):
        held = hidden(case, case.facts)
        for stage in way:
            held = turned(held, stage.turns)
            yield f"stages.{stage.id}.turns" if stage.turns else "facts", held


def days_of(case: Case, path: str) -> set[str]:
    """Every value the fact takes: in the case and by the turns of its stages."""
    return {str(fact_in(case.facts, path)), *(str(s.turns[path]) for s in case.stages if path in s.turns)}
