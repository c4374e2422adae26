"""Practice on paper: the questions of a module with their options in a mixed order, and no answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from checks.shuffling import order_of
from library.service import Held
from web import tasks

Plain = dict[str, Any]
SEED = 1


def practice(quizzes: Iterable[Held], module: str, lang: str) -> list[Plain]:
    """Every item of the module's practice: what is asked and, where there are such, what one chooses from."""
    return list(_asked(quizzes, module, lang))


def _asked(quizzes: Iterable[Held], module: str, lang: str) -> Iterator[Plain]:
    for held in quizzes:
        if held.content.module != module:
            continue
        for item in held.content.items:
            shown = tasks.view(item.task, item.facts, order_of(item.task, SEED), lang)
            yield {"id": item.id, "ask": shown["ask"], "kind": shown["kind"], "options": _options(shown)}


def _options(shown: Plain) -> list[Any]:
    parts = shown.get("options") or shown.get("items") or shown.get("reasons") or []
    return [part["text"] for part in parts]
