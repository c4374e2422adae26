"""Rows of the case list: kind, acts, skills, difficulty, how far a person is; filters with counts; what comes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from cases.content import Case
from cases.unfolding import ASKED, walk
from rules import acts, registry

State = Literal["new", "begun", "done"]
# what a kind of task asks of a person: one answer to choose, several things to weigh, a chain of steps
WEIGHTS = {
    "verdict": 1, "choice": 1, "competence": 1, "edition": 1, "citation": 1,
    "several": 2, "order": 2, "decisive": 2, "day": 2, "amount": 2,
}  # fmt: skip
HEAVIEST = 3
MEDIUM_FROM, HARD_FROM = 1.4, 1.9
NAMES = ("kind", "act", "skill", "difficulty", "state")


@dataclass(frozen=True, slots=True)
class Nature:
    """What a case is, whoever reads it."""

    kind: str
    acts: tuple[str, ...]
    skills: tuple[str, ...]
    difficulty: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `points` of `of` in the last whole attempt, else in the open one."""

    name: str
    case: Case
    nature: Nature
    state: State = "new"
    points: int = 0
    of: int = 0
    answered: int = 0
    tasks: int = 0
    last: Any = None

    def values(self, name: str) -> tuple[str, ...]:
        """What the row has under a filter."""
        own = {
            "kind": (self.nature.kind,), "act": self.nature.acts, "skill": self.nature.skills,
            "difficulty": (str(self.nature.difficulty),), "state": (self.state,),
        }  # fmt: skip
        return own[name]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Filters as chosen; an unknown value filters nothing."""

    values: Mapping[str, str] = field(default_factory=dict)

    def lets(self, row: Row, but: str = "") -> bool:
        """Whether the row passes every filter but one."""
        return all(value in row.values(name) for name, value in self.values.items() if value and name != but)


def chosen(given: Mapping[str, str], rows: Sequence[Row]) -> Chosen:
    """The filters of an address; values that no case has are left out."""
    held = {name: {value for row in rows for value in row.values(name)} | _ALWAYS.get(name, set()) for name in NAMES}
    return Chosen({name: given[name] for name in NAMES if given.get(name) in held[name]})


_ALWAYS: dict[str, set[str]] = {"state": {"new", "begun", "done"}}


def counts(rows: Sequence[Row], now: Chosen) -> dict[str, dict[str, int]]:
    """For each filter how many cases each value would leave, the other filters kept."""
    found: dict[str, dict[str, int]] = {name: defaultdict(int) for name in NAMES}
    for name in NAMES:
        for row in rows:
            if now.lets(row, but=name):
                for value in row.values(name):
                    found[name][value] += 1
    return found


def nature_of(case: Case) -> Nature:
    """Kind, acts in our order, kinds of tasks, difficulty."""
    named = {provision.partition("/")[0] for task in case.tasks for provision in provisions_of(task)}
    return Nature(
        case.kind_of_probation, tuple(act for act in acts.acts() if act in named),
        tuple(dict.fromkeys(task.kind for task in case.tasks)), case.difficulty or difficulty_of(case),
    )  # fmt: skip


def provisions_of(task: Any) -> list[str]:
    """Provisions a task rests on: its own, those it accepts, those of its rules."""
    found = [*task.provisions, *getattr(task, "accepts", ())]
    for rule_id in rules_of(task):
        for id_ in (rule_id, *registry.joined(rule_id)):
            found += registry.find(id_).provisions
    return found


def rules_of(task: Any) -> list[str]:
    """Rules that decide the task, also those of its steps, deadlines and checks."""
    inner = [p for name in ("steps", "deadlines", "checks") for p in getattr(task, name, ()) or ()]
    return [id_ for id_ in (task.rule, *(getattr(part, "rule", "") for part in inner)) if id_]


def difficulty_of(case: Case) -> int:
    """1 to 3 by what its tasks ask on the average; a case that unfolds is never the easiest."""
    weights = [WEIGHTS.get(task.kind, HEAVIEST) for task in case.tasks]
    mean = sum(weights) / len(weights)
    level = 1 if mean < MEDIUM_FROM else 2 if mean < HARD_FROM else 3
    return max(level, 2) if case.stages else level


def row_of(name: str, case: Case, nature: Nature, marks: Sequence[Any]) -> Row:
    """The line of one case with a person's marks of it, the oldest first."""
    own: dict[str, list[Any]] = {}
    for mark in marks:
        own.setdefault(mark.attempt_id, []).append(mark)
    if not own:
        return Row(name, case, nature, tasks=len(case.tasks))
    tries = [_try(case, found) for found in own.values()]
    whole = [one for one in tries if one.whole]
    done = bool(whole) and (tries[-1].whole or tries[-1].ended)
    told = whole[-1] if done else tries[-1]
    state: State = "done" if done else "begun"
    return Row(name, case, nature, state, told.points, told.of, told.answered, told.tasks, marks[-1].stored_at)


class Try(NamedTuple):
    """One attempt by its marks; `whole` where every task on the way taken is answered."""

    whole: bool
    ended: bool
    points: int
    of: int
    answered: int
    tasks: int


def _try(case: Case, marks: Sequence[Any]) -> Try:
    answers = [mark for mark in marks if not mark.task.startswith(ASKED)]
    lasts = {mark.task: mark for mark in answers}
    stages, whole = walk(case, {mark.task: mark for mark in reversed(answers)})
    tasks = [task for stage in stages for task in stage.tasks]
    met = [lasts[task] for task in tasks if task in lasts]
    points, of = sum(mark.points for mark in met), sum(mark.of for mark in met)
    return Try(whole, marks[-1].ended, points, of, len(met), len(tasks))


def weak_kind(marks: Iterable[Any], kind_of_document: Callable[[str], str]) -> str:
    """The kind of probation whose practice stands worst: the smallest share of items right at the last answer."""
    last: dict[tuple[str, str], bool] = {}
    for mark in marks:
        last[mark.document_id, mark.task] = mark.points == mark.of
    shares: dict[str, list[bool]] = defaultdict(list)
    for (document, _), right in last.items():
        if kind := kind_of_document(document):
            shares[kind].append(right)
    wrong = {kind: sum(found) / len(found) for kind, found in shares.items() if not all(found)}
    return min(wrong, key=lambda kind: wrong[kind]) if wrong else ""


def recommended(rows: Sequence[Row], weak: str = "") -> Row | None:
    """What to take next: the open case answered last; then one not begun of the weak kind; then the easiest.

    Of equals the first in the list; nothing where every case is done.
    """
    begun = [row for row in rows if row.state == "begun"]
    if begun:
        return max(begun, key=lambda row: row.last)
    fresh = [row for row in rows if row.state == "new" and not row.case.sheet]
    return min(fresh, key=lambda row: (row.nature.kind != weak, row.nature.difficulty), default=None)
