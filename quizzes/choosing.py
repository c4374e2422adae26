"""Which item comes next: what was never met, then what went wrong, then what was met longest ago."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quizzes.content import Item, Quiz

SURE_AFTER = 2


@dataclass(frozen=True, slots=True)
class Met:
    """One mark of an item, in the order of time; `day` is that of the answer in Almaty."""

    item: str
    full: bool
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands with an objective: items met, right at the last try, and all."""

    objective: str
    met: int
    right: int
    of: int

    @property
    def share(self) -> float:
        """Items right at the last try out of all items of the objective, 0 to 1."""
        return self.right / self.of if self.of else 0.0


def standings(quiz: Quiz, history: Sequence[Met]) -> list[Standing]:
    """One standing for each objective in the order of the quiz."""
    last = {met.item: met.full for met in history}
    result = []
    for objective in dict.fromkeys(item.objective for item in quiz.items):
        own = [item.id for item in quiz.items if item.objective == objective]
        met = [id_ for id_ in own if id_ in last]
        result.append(Standing(objective, len(met), sum(last[id_] for id_ in met), len(own)))
    return result


def next_item(quiz: Quiz, history: Sequence[Met], objective: str = "", skipped: str = "") -> Item:
    """The next item: of the weakest items first, never the one just answered or skipped while there is another."""
    pool = [item for item in quiz.items if not objective or item.objective == objective] or list(quiz.items)
    just = {history[-1].item if history else "", skipped}
    others = [item for item in pool if item.id not in just] or pool
    draw = random.Random(f"{len(history)}{skipped}")
    return min(others, key=lambda item: (_need(item.id, history), draw.random()))


def _repeated(history: Sequence[Met]) -> bool:
    """Whether the last question was one that had been met before: at most every second one is."""
    return bool(history) and any(met.item == history[-1].item for met in history[:-1])


def _need(id_: str, history: Sequence[Met]) -> tuple[int, int]:
    """A wrong item comes back after three others; a new one before a sure one; the longest unseen first."""
    tries = [number for number, met in enumerate(history) if met.item == id_]
    if not tries:
        return (1, 0)
    since = len(history) - tries[-1] - 1
    if not history[tries[-1]].full:
        due = since >= 3 and not _repeated(history)
        return (0, tries[-1]) if due else (3, tries[-1])
    in_a_row = 0
    for number in reversed(tries):
        if not history[number].full:
            break
        in_a_row += 1
    return (2 if in_a_row < SURE_AFTER else 4, tries[-1])
