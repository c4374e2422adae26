"""Judging: the one door to every kind of answer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from checks import bodies, citing, days, decisive, options, ordering, reasoning, verdicts, wordings  # noqa: F401
from checks.task import KINDS, Facts, Kind, Task
from checks.verdict import Verdict


def kind_of(task: Task) -> Kind:
    """The kind of the task."""
    return KINDS[task.kind]


def task_from(raw: Mapping[str, Any]) -> Task:
    """A task from plain data; `ValidationError` with all faults, also for a kind that does not exist."""
    found = KINDS.get(str(raw.get("kind")))
    model = found.task if found else Task
    if not found:
        raise ValidationError.from_exception_data(
            "task", [{"type": "literal_error", "loc": ("kind",), "input": raw.get("kind"),
                      "ctx": {"expected": ", ".join(sorted(KINDS))}}],
        )  # fmt: skip
    return TypeAdapter(model).validate_json(_json(raw))


def _json(raw: Mapping[str, Any]) -> bytes:
    import json

    return json.dumps(raw, ensure_ascii=False).encode()


def read(task: Task, form: Mapping[str, list[str]]) -> Any:
    """The answer in a form; `AnswerFault` names the field."""
    return kind_of(task).read(task, form)


def grade(task: Task, answer: Any, facts: Facts) -> Verdict:
    """The verdict on an answer as `read` gave it."""
    return kind_of(task).grade(task, answer, facts)


def key(task: Task, facts: Facts) -> Any:
    """The key as plain data, for the paper."""
    return kind_of(task).key(task, facts)


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
