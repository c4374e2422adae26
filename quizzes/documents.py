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
    own = {key: value for key, value in item.items() if key != "task"}
    task = item["task"]
    return {"id": task["id"], **own, **{key: value for key, value in task.items() if key != "id"}}


QUIZ = DocumentKind(
    "quiz", content.Quiz, content.gather, content.prove, content.logic, lambda name: f"/practice/{name}",
    content.links, lambda quiz: [f"quiz:{quiz.id}", *(f"quiz:{quiz.id}/{item.id}" for item in quiz.items)],
    content.counts, _files,
)  # fmt: skip
KINDS = (QUIZ,)
