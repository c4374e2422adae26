"""Whether the law under a document is newer than the document: what it rests on, and which of that has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from rules import acts
from rules.registry import find, joined

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def grounds(task: Any) -> tuple[str, ...]:
    """The provisions a task rests on: its own, and those of every rule it puts."""
    own = [*task.provisions, *getattr(task, "accepts", ()), getattr(task, "provision", "")]
    parts = (task, *getattr(task, "steps", ()), *getattr(task, "deadlines", ()))
    rules = [part.rule for part in parts if part.rule]
    for rule in rules:
        own += _of_rule(rule)
    return tuple(dict.fromkeys(id_ for id_ in own if id_ in acts.provisions()))


def _of_rule(rule: str) -> Iterator[str]:
    yield from find(rule).provisions
    for other in joined(rule):
        yield from find(other).provisions


def last_day(*told: Any) -> str:
    """The latest day anywhere in facts and events, as ISO; nothing where they tell no day."""
    return max((day for part in told for day in _days(part)), default="")


def _days(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _DAY.findall(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _days(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _days(one)


def newest(provision_id: str) -> acts.Edition | None:
    """The edition with which today's wording of the provision began; nothing where no wording is held."""
    provision = acts.provisions().get(provision_id)
    if provision is None or not provision.wordings:
        return None
    return acts.edition(f"{provision.act}@{provision.wordings[-1].edition}")


def changed(ids: Iterable[str], told_until: str, checked_until: str, loaded: Callable[[], date]) -> list[str]:
    """Provisions whose wording is younger than the days told and than the last comparison with the law.

    Without a day of comparison: those whose edition we read after the document was loaded (`loaded`).
    """
    later = [(id_, made) for id_ in ids if (made := newest(id_)) and made.first[0].isoformat() > told_until]
    if checked_until:
        return [id_ for id_, made in later if made.first[0].isoformat() > checked_until]
    if not later:
        return []
    day = loaded()
    return [id_ for id_, made in later if made.read_on > day]
