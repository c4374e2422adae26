"""How far an objective is mastered; the rule that the page tells stands in `mastery` alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizzes.choosing import Met, Standing, standings
from quizzes.content import Item, Quiz

DAYS = 2
State = Literal["none", "begun", "mastered"]
Lack = Literal["kinds", "situation", "days"]


@dataclass(frozen=True, slots=True)
class Mastery:
    """An objective with its standing, how far it is mastered, and what is still lacking once it is begun."""

    standing: Standing
    state: State
    lacks: tuple[Lack, ...]

    @property
    def objective(self) -> str:
        """The objective's id."""
        return self.standing.objective


def mastery(own: Sequence[Item], history: Sequence[Met]) -> tuple[State, tuple[Lack, ...]]:
    """State of an objective with these items, and what is lacking, by the marks in the order of time.

    Mastered: the last answer to each kind of question was wholly right, so was the last answer to one situation at
    least, and right answers were given on two days.
    """
    by_id = {item.id: item for item in own}
    met = [one for one in history if one.item in by_id]
    if not met:
        return "none", ()
    last_of_kind = {by_id[one.item].task.kind: one.full for one in met}
    last_of_item = {one.item: one.full for one in met}
    right_days = {one.day for one in met if one.full}
    lacks: list[Lack] = []
    if not all(last_of_kind.get(item.task.kind, False) for item in own):
        lacks.append("kinds")
    if not any(last_of_item.get(item.id, False) for item in own if item.situation):
        lacks.append("situation")
    if len(right_days) < DAYS:
        lacks.append("days")
    return ("begun", tuple(lacks)) if lacks else ("mastered", ())


def masteries(quiz: Quiz, history: Sequence[Met]) -> list[Mastery]:
    """One for each objective in the order of the quiz."""
    found = []
    for standing in standings(quiz, history):
        own = [item for item in quiz.items if item.objective == standing.objective]
        found.append(Mastery(standing, *mastery(own, history)))
    return found
