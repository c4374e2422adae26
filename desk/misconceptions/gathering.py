"""Misconceptions of one learner: what wrong answers of cases and practice have in common; one query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from attempts.models import Answer, Attempt, Mark, Told
from rules import acts, registry

_attempts, _answers, _marks, _told = (t.__table__.c for t in (Attempt, Answer, Mark, Told))
_ALL = (
    select(
        _attempts.document_id, _answers.task, _answers.stored_at, _marks.points, _marks["of"], _marks.diagnosis,
        _told.body,
    )
    .select_from(
        Attempt.__table__.join(Answer.__table__).join(Mark.__table__)
        # what was told is needed of wrong answers alone
        .outerjoin(Told.__table__, and_(_told.hash == _marks.told, _marks.points < _marks["of"]))
    )
    .where(_attempts.learner_id == bindparam("learner"), _marks["of"] > 0).order_by(_answers.stored_at)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touch:
    """What a task rests on: its rules, with those a decision joins, and its provisions."""

    rules: frozenset[str]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """One marked answer: which task of which document, when, whether fully right, and what was wrong."""

    document: str
    task: str
    at: datetime
    right: bool
    diagnosis: str = ""
    provisions: tuple[str, ...] = ()
    reread: str = ""


@dataclass(slots=True)
class Misconception:
    """One mutation of one rule that answers followed; without a mutation, wrong answers of unknown cause."""

    rule: str
    mutation: str
    times: int = 0
    last: datetime | None = None
    mastered: bool = False


@dataclass(slots=True)
class Group:
    """Everything wrong under one provision."""

    provision: str
    found: dict[tuple[str, str], Misconception] = field(default_factory=dict)
    pages: dict[str, None] = field(default_factory=dict)

    @property
    def times(self) -> int:
        """Wrong answers in all."""
        return sum(one.times for one in self.found.values())

    @property
    def last(self) -> datetime:
        """When the newest of them was given."""
        return max(one.last for one in self.found.values() if one.last)

    @property
    def mastered(self) -> bool:
        """Whether everything here was answered right since."""
        return all(one.mastered for one in self.found.values())


def answers_of(session: Session, learner_id: str | None) -> list[Met]:
    """Every marked answer of a learner, the oldest first; one query, none for a stranger."""
    if learner_id is None:
        return []
    return [
        Met(document, task, at, points == of, diagnosis, _places(body), str((body or {}).get("reread", "")))
        for document, task, at, points, of, diagnosis, body in session.execute(_ALL, {"learner": learner_id})
    ]


def _places(body: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Provisions that a verdict named, read back from their addresses."""
    held = acts.provisions()
    found = (str(place.get("href", "")).partition("/law/")[2] for place in (body or {}).get("provisions", ()))
    return tuple(id_ for id_ in found if id_ in held)


def groups(answers: Sequence[Met], touches: Mapping[tuple[str, str], Touch]) -> list[Group]:
    """Misconceptions under their provisions: first what is not mastered, then what is most frequent.

    Mastered: the last answer to a task that rests on the same rule (without a rule, to the same task) was fully right.
    """
    last_of_rule, last_of_task = _lasts(answers, touches)
    found: dict[str, Group] = {}
    for met in answers:
        if met.right:
            continue
        rule, _, mutation = met.diagnosis.partition(":")
        if rule and rule not in registry.all_rules():
            rule, mutation = "", ""
        place = _place(rule, met, touches)
        if not place:
            continue
        group = found.setdefault(place, Group(place))
        # wrong answers of unknown cause are kept apart by their task, which decides whether they are mastered
        key = (rule, mutation) if mutation else ("", f"{met.document}:{met.task}")
        one = group.found.setdefault(key, Misconception(rule, mutation))
        one.times, one.last = one.times + 1, met.at
        one.mastered = last_of_rule[rule] if rule in last_of_rule else last_of_task[met.document, met.task]
        if met.reread:
            group.pages[met.reread] = None
    return sorted(found.values(), key=lambda group: (group.mastered, -group.times, group.provision))


def _lasts(
    answers: Sequence[Met], touches: Mapping[tuple[str, str], Touch]
) -> tuple[dict[str, bool], dict[tuple[str, str], bool]]:
    by_rule: dict[str, bool] = {}
    by_task: dict[tuple[str, str], bool] = {}
    for met in answers:
        by_task[met.document, met.task] = met.right
        touch = touches.get((met.document, met.task))
        for rule in touch.rules if touch else ():
            by_rule[rule] = met.right
    return by_rule, by_task


def _place(rule: str, met: Met, touches: Mapping[tuple[str, str], Touch]) -> str:
    if rule and (own := registry.find(rule).provisions):
        return own[0]
    touch = touches.get((met.document, met.task))
    return next(iter((*met.provisions, *(touch.provisions if touch else ()))), "")
