"""A task: what every kind shares, the keys a rule decides, and the table of kinds."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from checks.verdict import Diagnosis, Verdict
from rules import facts as facts_module
from rules import findings, registry
from rules.findings import Finding
from rules.truth import Truth, Unknown

Id = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
Text = str | dict[Literal["kk", "ru", "en"], str]
Facts = Mapping[str, Mapping[str, object]]


class Frozen(BaseModel):
    """A part of a document: strict, closed, not to be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Fail(Frozen):
    """An answer that must fail, the mutation its diagnosis must name, and the step that must be the first wrong one."""

    answer: Any
    mutation: str = ""
    step: str = ""


class Task(Frozen):
    """What every task has. `passes` must get full marks, `fails` must not: without this proof it does not load.

    `book` names the place of the book a fact stands in, where it is no matter of law: history, countries, figures.
    """

    id: str = Id
    kind: str
    ask: Text
    facts: Any = None
    rule: str = ""
    source: Literal["", "law", "order"] = ""
    provisions: tuple[str, ...] = ()
    book: str = ""
    reread: str = ""
    explain: Text = ""
    passes: tuple[Any, ...] = ()
    fails: tuple[Fail, ...] = ()

    @model_validator(mode="after")
    def _has_a_source(self) -> Task:
        if not (self.rule or self.provisions or self.book or self.kind in SOURCELESS or getattr(self, "accepts", ())):
            raise ValueError("neither a rule nor a provision nor a place of a book stands behind this task")
        return self


# the steps of a derivation and the deadlines of a board name rules of their own
SOURCELESS = frozenset({"reasoning", "edition", "derivation", "board", "document"})


class Option(Frozen):
    """One option: `value` is compared with the rule's value; `correct` only where no rule decides."""

    id: str = Id
    text: Text
    why: Text = ""
    correct: bool = False
    value: Any = None
    mutation: str = ""


T = TypeVar("T", bound=Task)
Reader = Callable[[Any, Mapping[str, list[str]]], Any]
Grader = Callable[[Any, Any, Facts], Verdict]


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """One kind of answer: its task type, how a form becomes an answer, how it is judged, and the key as plain data.

    `form` turns a plain answer of several fields into the fields of a form; `faults` is what else speaks against such
    a task; `kept` is the part of the key that every variant keeps.
    """

    name: str
    task: type[Task]
    read: Reader
    grade: Grader
    key: Callable[[Any, Facts], Any]
    marked: bool = True
    form: Callable[[Any], Mapping[str, list[str]]] | None = None
    faults: Callable[[Any, Facts], Iterator[str]] | None = None
    kept: Callable[[Any, Facts], Any] | None = None


KINDS: dict[str, Kind] = {}


def kind(
    name: str, task: type[Task], read: Reader, grade: Grader, key: Callable[[Any, Facts], Any], marked: bool = True,
    **more: Any,
) -> None:  # fmt: skip
    """Enter a kind of answer into the table."""
    if name in KINDS:
        raise ValueError(f"kind {name!r} stands twice")
    KINDS[name] = Kind(name, task, read, grade, key, marked, **more)


def finding_of(task: Task, facts: Facts, mutation: str = "") -> Finding:
    """What the task's rule says on the facts of the case (or of the item itself)."""
    return findings.evaluate(task.rule, facts_for(task.rule, facts), mutation)


def facts_for(rule_id: str, facts: Facts) -> Any:
    """The facts class of the rule, filled from the group of its name."""
    cls: Any = registry.find(rule_id).facts
    return facts_module.read(cls, facts.get(cls.NAME, {}))


def plain_value(value: object) -> Any:
    """A rule's value as content writes it: yes, no, undecided, an ISO day, a number, a name or a list."""
    if isinstance(value, Unknown):
        return "undecided"
    if isinstance(value, Truth):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else (list(value) if isinstance(value, tuple) else value)


def accepted(finding: Finding) -> dict[Any, str]:
    """Every value a defensible reading gives, with the convention or provision it rests on; the main one first."""
    found: dict[Any, str] = {_hashable(plain_value(finding.value)): ""}
    for value, ground in finding.readings:
        found.setdefault(_hashable(plain_value(value)), ground)
    return found


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def diagnose(task: Task, facts: Facts, given: Any) -> Diagnosis | None:
    """The mutation of the task's rule that gives just this wrong answer, if there is one and only a real difference."""
    right = plain_value(finding_of(task, facts).value)
    for name in mutations_of(task.rule):
        broken = plain_value(finding_of(task, facts, name).value)
        if broken == given and broken != right:
            target, _, bare = name.rpartition(":")
            return Diagnosis(rule=target or task.rule, mutation=bare)
    return None


def mutations_of(rule_id: str) -> tuple[str, ...]:
    """Names of mutations that may be tried on the rule; those of the rules a decision joins as `rule:name`."""
    found = registry.find(rule_id)
    own = tuple(m.name for m in found.mutations)
    return own + tuple(f"{used}:{m.name}" for used in registry.joined(rule_id) for m in registry.find(used).mutations)
