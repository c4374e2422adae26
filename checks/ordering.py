"""Order: items to be put in the order of the law, marked by pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from pydantic import Field

from checks.fields import Form
from checks.task import Facts, Frozen, Id, Task, Text, kind
from checks.verdict import AnswerFault, Verdict


class Item(Frozen):
    """One item to be ordered."""

    id: str = Id
    text: Text


class OrderTask(Task):
    """Items written in the right order; shown shuffled."""

    items: tuple[Item, ...] = Field(min_length=3, max_length=9)


def read(task: OrderTask, form: Form) -> list[str]:
    """Ids in the order given: fields `order` in place, or a number for each item in `place-<id>`."""
    ids = [item.id for item in task.items]
    given = form.get("order", [])
    if not given:
        given = _by_number(ids, form)
    if sorted(given) != sorted(ids):
        raise AnswerFault("order", "order_incomplete")
    return list(given)


def _by_number(ids: Sequence[str], form: Form) -> list[str]:
    places: dict[str, int] = {}
    for id_ in ids:
        value = (form.get(f"place-{id_}") or [""])[0].strip()
        if not value.isdecimal() or not 1 <= int(value[:4]) <= len(ids):
            raise AnswerFault(f"place-{id_}", "order_place_missing", value)
        places[id_] = int(value)
    if len(set(places.values())) != len(places):
        raise AnswerFault("order", "order_place_twice")
    return sorted(ids, key=places.__getitem__)


def grade(task: OrderTask, answer: Sequence[str], facts: Facts) -> Verdict:
    """A point for each pair that stands in the right order."""
    ids = [item.id for item in task.items]
    place = {id_: number for number, id_ in enumerate(answer)}
    pairs = list(combinations(ids, 2))
    points = sum(place[a] < place[b] for a, b in pairs)
    words = "order-right" if points == len(pairs) else ("order-partly" if points else "order-wrong")
    right = {id_: answer[number] == id_ for number, id_ in enumerate(ids)}
    return Verdict(points, len(pairs), words, provisions=task.provisions, right=right)


def key(task: OrderTask, facts: Facts) -> list[str]:
    """The right order."""
    return [item.id for item in task.items]


kind("order", OrderTask, read, grade, key)
