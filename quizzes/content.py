"""The quiz as a document: items of practice by objective, each with facts of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from checks.judging import AnyTask, key
from checks.proof import faults
from checks.task import Facts, Frozen, Id, Text
from library.reading import ContentFaults, Fault, read_yaml
from rules.facts import FactFaults, classes, named, read


class Item(Frozen):
    """A task of practice: what it belongs to, whether it is a situation, and its facts."""

    objective: str
    situation: bool = False
    facts: dict[str, dict[str, Any]] = {}
    task: AnyTask

    @property
    def id(self) -> str:
        """The id of the item is that of its task."""
        return str(self.task.id)


class Quiz(Frozen):
    """The practice of one module."""

    id: str = Id
    title: Text
    module: str
    audience: Literal["open", "academy", "exam"] = "open"
    checked_until: str = Field(default="", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    items: tuple[Item, ...] = Field(min_length=1)

    def item(self, id_: str) -> Item:
        """The item of that id; `KeyError` where there is none."""
        for item in self.items:
            if item.id == id_:
                return item
        raise KeyError(id_)


def _split(raw: Any) -> Any:
    """In the file an item is one flat mapping; its own keys are taken out of the task's."""
    if not isinstance(raw, Mapping):
        return raw
    own = {name: raw[name] for name in ("objective", "situation", "facts") if name in raw}
    return {**own, "task": {name: value for name, value in raw.items() if name not in own}}


def gather(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every quiz file under the root's `quizzes` folder."""
    for path in sorted((root / "quizzes").glob("*.yaml")):
        shown = path.relative_to(root).as_posix()
        raw = read_yaml(path, shown)
        if not isinstance(raw, Mapping) or raw.get("id") != path.stem:
            raise ContentFaults([Fault(shown, "id", f"meant is the file's name {path.stem!r}")])
        items = raw.get("items")
        yield path.stem, shown, {**raw, "items": [_split(item) for item in items] if isinstance(items, list) else items}


def logic(quiz: Quiz) -> Any:
    """What decides marks."""
    bare = []
    for item in quiz.items:
        task = item.task.model_dump(mode="json", exclude={"ask", "explain", "reread"})
        for option in task.get("options", ()) or ():
            option.pop("text", None)
            option.pop("why", None)
        bare.append([item.objective, item.facts, task])
    return [quiz.id, bare]


def prove(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Everything that speaks against the quiz, as (place, words); each objective has three items of two kinds."""
    ids = [item.id for item in quiz.items]
    yield from ((f"items.{id_}", "stands twice") for id_ in sorted({i for i in ids if ids.count(i) > 1}))
    for item in quiz.items:
        yield from ((f"items.{item.id}", says) for says in _item_faults(item))
    for objective in dict.fromkeys(item.objective for item in quiz.items):
        own = [item for item in quiz.items if item.objective == objective]
        if len(own) < 3 or len({item.task.kind for item in own}) < 2 or not any(item.situation for item in own):
            yield f"items of {objective}", "needs at least three items of two kinds, one on a situation"


def _item_faults(item: Item) -> Iterator[str]:
    for group, values in item.facts.items():
        if group not in classes():
            yield f"facts.{group}: there is no such class of facts"
            return
        try:
            read(named(group), values)
        except FactFaults as error:
            yield from (f"facts.{group}.{f.field}: {f.key}: {f.given}" for f in error.faults)
            return
    try:
        yield from faults(item.task, item.facts)
    except (LookupError, ValueError) as error:
        yield f"{type(error).__name__}: {error}"


def links(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Every text that may hold links, and the pages to reread."""
    for item in quiz.items:
        yield f"items.{item.id}", f"{item.task.ask} {item.task.explain}"
        if item.task.reread:
            yield f"items.{item.id}.reread", f"[x](page:{item.task.reread})"


def item_key(item: Item, facts: Facts) -> Any:
    """The key of an item as plain data."""
    return key(item.task, facts)


def counts(quiz: Quiz) -> Mapping[str, int]:
    """What the quiz adds to the counts of `content check`."""
    return {"items": len(quiz.items), "situations": sum(item.situation for item in quiz.items)}


__all__ = ["Item", "Quiz", "counts", "gather", "item_key", "links", "logic", "prove"]
