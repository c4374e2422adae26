"""Mixed practice: items of several modules in turn, the weakest objectives first."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from quizzes.choosing import Met, next_item
from quizzes.content import Item, Quiz
from quizzes.mastery import masteries

# An objective rests for so many questions where there are others.
RESTS = 3
Place = tuple[str, str]


def next_mixed(
    quizzes: Mapping[str, Quiz], history: Sequence[tuple[str, Met]], skipped: Place = ("", "")
) -> tuple[str, Item]:
    """The quiz and the item that come next, by the marks of all these quizzes in the order of time.

    `skipped` is the quiz and the item that were shown and left without an answer.

    What is not mastered comes before what is, and the smaller share of right items first; where two are as weak, one
    of another module than the last. No objective comes twice in a row while there is another.
    """
    own = {name: [met for quiz, met in history if quiz == name] for name in quizzes}
    of_item = {(name, item.id): item.objective for name, quiz in quizzes.items() for item in quiz.items}
    asked = [(quiz, of_item[quiz, met.item]) for quiz, met in history if (quiz, met.item) in of_item]
    if skipped in of_item:
        asked.append((skipped[0], of_item[skipped]))
    draw = random.Random(f"{len(history)}{skipped}")
    weakness = {
        (name, one.objective): (one.state == "mastered", one.standing.share, _just(asked, name), draw.random())
        for name, quiz in quizzes.items() for one in masteries(quiz, own[name])
    }  # fmt: skip
    name, objective = min(_rested(list(weakness), asked), key=lambda place: weakness[place])
    return name, next_item(quizzes[name], own[name], objective, skipped[1] if skipped[0] == name else "")


def _just(asked: Sequence[Place], name: str) -> bool:
    return bool(asked) and asked[-1][0] == name


def _rested(places: Sequence[Place], asked: Sequence[Place]) -> Sequence[Place]:
    """The objectives not asked lately; fewer rest where there are few."""
    for resting in range(RESTS, 0, -1):
        if found := [place for place in places if place not in asked[-resting:]]:
            return found
    return places
