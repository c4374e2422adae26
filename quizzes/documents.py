"""How quizzes enter the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from library.kinds import DocumentKind
from quizzes import content


def _files(name: str, body: dict[str, Any]) -> Mapping[str, Any]:
    items = [_flat(item) for item in body["items"]]
    return {f"quizzes/{name}.yaml": {**body, "items": items}}


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """The item as the file has it: its facts stand before the options, or before the proofs where there are none."""
    task = dict(item["task"])
    flat = {"id": task.pop("id"), **{key: value for key, value in item.items() if key not in ("task", "facts")}}
    before = next((key for key in task if key in ("options", "passes")), "")
    for key, value in task.items():
        if key == before and "facts" in item:
            flat["facts"] = item["facts"]
        flat[key] = value
    return flat


QUIZ = DocumentKind(
    "quiz", content.Quiz, content.gather, content.prove, content.logic, lambda name: f"/practice/{name}",
    content.links, lambda quiz: [f"quiz:{quiz.id}", *(f"quiz:{quiz.id}/{item.id}" for item in quiz.items)],
    content.counts, _files,
)  # fmt: skip
KINDS = (QUIZ,)
