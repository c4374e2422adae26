"""The order in which options and items are shown: fixed by a seed, so that a paper can be drawn again."""

from __future__ import annotations

import random
from typing import Any


def option_ids(task: Any) -> list[str]:
    """Ids of what the task lets one choose from or put in order."""
    return [part.id for part in (*getattr(task, "options", ()), *getattr(task, "items", ()))]


def order_of(task: Any, seed: int) -> list[str]:
    """The ids in an order fixed by the seed; a task of ordering never starts out solved."""
    ids = option_ids(task)
    mixed = list(ids)
    random.Random(f"{seed}:{task.id}").shuffle(mixed)
    if task.kind == "order" and mixed == ids:
        mixed.reverse()
    return mixed
