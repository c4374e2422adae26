"""Whether the law has changed since a case was written: what it rests on, and which of that is newer than its days."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from cases.content import Case
from cases.shaping import Shape
from library import service as library
from web import newer
from web.trace import badge


def changed(session: Session, case: Case, made: Shape, revision_id: str, lang: str) -> list[dict[str, Any]]:
    """Provisions whose wording is younger than the latest day of the case and than its own comparison with the law."""
    ids = dict.fromkeys(id_ for task in case.tasks for id_ in newer.grounds(task))
    told = newer.last_day(dict(made.facts), [e.day for e in made.events], [dict(s.turns) for s in case.stages])
    found = newer.changed(ids, told, case.checked_until, lambda: library.loaded_on(session, revision_id))
    return [badge(id_, lang) for id_ in found]
