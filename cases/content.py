"""The case as a document: its file, facts, tasks, twins and variants, and how a file becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from cases.paper_forms import lay_in, marking
from cases.stages import DAY, Ask, Stage
from checks.judging import AnyTask
from checks.task import Fail, Frozen, Id, Text
from library.reading import ContentFaults, Fault, read_yaml

_KINDS = ("pretrial", "sentencing", "penitentiary", "post-penitentiary")
MARK = re.compile(r"\[([^\]]+)\]\(fact:([a-z_-]+\.[a-z_]+)(#\d+)?\)")


class Follows(Frozen):
    """The book's case that this one tells anew."""

    book: str
    part: str
    number: int


class Paper(Frozen):
    """One document of the file: a tab with Markdown; `[words](fact:group.name)` ties a fact to its words."""

    id: str = Id
    title: Text
    text: Text


class Event(Frozen):
    """A day on the strip; `fact` names the fact that holds this day."""

    id: str = Id
    day: str = Field(pattern=DAY)
    text: Text
    fact: str = ""


class Variation(Frozen):
    """What differs from the base: facts, words of marks, days of events."""

    id: str = Id
    turns: dict[str, Any]
    words: dict[str, str] = {}
    events: dict[str, str] = {}


class Twin(Variation):
    """One decisive fact turned: the keys of the tasks in `changes` differ."""

    changes: tuple[str, ...] = Field(min_length=1)


class Case(Frozen):
    """A case task. `days: ours` says on the page that the days were given by us."""

    id: str = Id
    title: Text
    kind_of_probation: Literal["pretrial", "sentencing", "penitentiary", "post-penitentiary"]
    follows: Follows | None = None
    audience: Literal["open", "academy", "exam"] = "open"
    minutes: int = Field(ge=1, le=90)
    days: Literal["ours", "book"]
    checked_until: str = Field(default="", pattern=rf"^$|{DAY}")
    objectives: tuple[str, ...] = ()
    sheet: bool = False
    difficulty: Literal[1, 2, 3] | None = None
    cover: Text
    documents: tuple[Paper, ...] = Field(min_length=1)
    events: tuple[Event, ...] = ()
    facts: dict[str, dict[str, Any]] = {}
    tasks: tuple[AnyTask, ...] = Field(min_length=1)
    twins: tuple[Twin, ...] = ()
    variants: tuple[Variation, ...] = ()
    stages: tuple[Stage, ...] = ()
    asks: tuple[Ask, ...] = ()

    def task(self, id_: str) -> Any:
        """The task of that id; `KeyError` where there is none."""
        for task in self.tasks:
            if task.id == id_:
                return task
        raise KeyError(id_)


def gather(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every case file under the root's `cases` folder, by the kinds of probation in their order, then by name."""
    found = list(_files(root))
    place = {kind: number for number, kind in enumerate(_KINDS)}
    yield from sorted(found, key=lambda one: place.get(str(one[2].get("kind_of_probation")), len(place)))


def _files(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in sorted((root / "cases").glob("*.yaml")):
        shown = path.relative_to(root).as_posix()
        raw = read_yaml(path, shown)
        if not isinstance(raw, Mapping):
            raise ContentFaults([Fault(shown, "file", "is not a case but something else")])
        if raw.get("id") != path.stem:
            raise ContentFaults(
                [Fault(shown, "id", f"found {raw.get('id')!r}; meant is the file's name {path.stem!r}")]
            )
        yield path.stem, shown, lay_in(root, dict(raw))


def _fail(fail: Fail) -> dict[str, Any]:
    """A wrong answer and what is proved of it; what is not said stays out, as before there was more to say."""
    told = fail.model_dump()
    return {name: value for name, value in told.items() if value or name in ("answer", "mutation")}


def logic(case: Case) -> Any:
    """What decides marks: facts, rules, keys, ids, points, twins and variants; not the words."""
    tasks = [
        task.model_dump(mode="json", exclude={"ask", "explain", "reread", "passes", "fails"}) for task in case.tasks
    ]
    for task in tasks:
        if "paper" in task:
            task["paper"] = marking(task["paper"])
            task["checks"] = [{**check, "why": ""} for check in task["checks"]]
        for option in task.get("options", ()) or ():
            option.pop("text", None)
            option.pop("why", None)
        for asked in (*task.get("steps", ()), *task.get("deadlines", ())):
            asked.pop("ask", None)
            asked.pop("labels", None)
    turned = [[v.id, v.turns, v.events] for v in (*case.twins, *case.variants)]
    proved = [[task.id, list(task.passes), [_fail(f) for f in task.fails]] for task in case.tasks]
    events = [e.model_dump(exclude={"text"}) for e in case.events]
    unfolds = [
        *([[s.model_dump(mode="json", exclude={"title", "documents"}) for s in case.stages]] if case.stages else ()),
        *([[a.model_dump(exclude={"ask", "answer"}) for a in case.asks]] if case.asks else ()),
    ]
    return [case.id, case.facts, tasks, turned, proved, events, *unfolds]


def links(case: Case) -> Iterator[tuple[str, str]]:
    """Every text that may hold links, and the pages to reread."""
    for paper in case.documents:
        yield f"documents.{paper.id}", str(paper.text)
    for ask in case.asks:
        yield f"asks.{ask.id}", str(ask.answer)
    for task in case.tasks:
        yield f"tasks.{task.id}", f"{task.ask} {task.explain}"
        if task.reread:
            yield f"tasks.{task.id}.reread", f"[x](page:{task.reread})"


def counts(case: Case) -> Mapping[str, int]:
    """What the case adds to the counts of `content check`."""
    return {
        "cases": 1, "tasks": len(case.tasks), "twins": len(case.twins), "variants": len(case.variants),
        "documents": len(case.documents), "sheets": int(case.sheet),
    }  # fmt: skip
