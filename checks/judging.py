"""Judging: the one door to every kind of answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import Discriminator, Tag, TypeAdapter

from checks import (  # noqa: F401
    boards,
    bodies,
    citing,
    days,
    decisive,
    derivation,
    documents,
    options,
    ordering,
    reasoning,
    two_days,
    verdicts,
    wordings,
)  # fmt: skip
from checks.task import KINDS, Facts, Kind, Task
from checks.verdict import Verdict
from rules import registry

# Classes of facts exist once every module of rules is imported.
registry.all_rules()


def kind_of(task: Task) -> Kind:
    """The kind of the task."""
    return KINDS[task.kind]


def _kind_in(raw: Any) -> Any:
    return raw.get("kind") if isinstance(raw, Mapping) else getattr(raw, "kind", None)


if TYPE_CHECKING:
    AnyTask = Task
else:
    AnyTask = Annotated[
        Union[tuple(Annotated[found.task, Tag(name)] for name, found in KINDS.items())],  # noqa: UP007
        Discriminator(_kind_in),
    ]


def task_from(raw: Mapping[str, Any]) -> Task:
    """A task from plain data; `ValidationError` with all faults, also for a kind that does not exist."""
    adapter: TypeAdapter[Task] = TypeAdapter(AnyTask)
    return adapter.validate_json(json.dumps(raw, ensure_ascii=False))


def read(task: Task, form: Mapping[str, list[str]]) -> Any:
    """The answer in a form; `AnswerFault` names the field."""
    return kind_of(task).read(task, form)


def grade(task: Task, answer: Any, facts: Facts) -> Verdict:
    """The verdict on an answer as `read` gave it."""
    return kind_of(task).grade(task, answer, facts)


def key(task: Task, facts: Facts) -> Any:
    """The key as plain data, for the paper."""
    return kind_of(task).key(task, facts)


def kept(task: Task, facts: Facts) -> Any:
    """The part of the key that a variant keeps: days and numbers may differ."""
    own = kind_of(task)
    return (own.kept or own.key)(task, facts)


def marked(task: Task) -> bool:
    """Whether the task counts."""
    return kind_of(task).marked


@cache
def fingerprint(package: str) -> str:
    """A hash of the package's code and data (`rules`, `checks`): what a mark rests on."""
    root = Path(__file__).resolve().parent.parent / package
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.suffix in (".py", ".toml", ".csv") and "words" not in file.relative_to(root).parts:
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
