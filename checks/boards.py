"""Board: the last days of several deadlines of one file, each put on the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field, model_validator

from checks.ruled import Asked, diagnosed, facts_of, fields, put, read_value, row_of, rule_faults, said, says, values_of
from checks.task import Facts, Task, kind
from checks.verdict import Verdict
from checks.verdicts import deciding_provisions


class BoardTask(Task):
    """Deadlines whose last days rules give."""

    deadlines: tuple[Asked, ...] = Field(min_length=1, max_length=6)

    @model_validator(mode="after")
    def _ids_stand_once(self) -> BoardTask:
        if len({deadline.id for deadline in self.deadlines}) < len(self.deadlines):
            raise ValueError("two deadlines have one id")
        return self


def read(task: BoardTask, form: Mapping[str, list[str]]) -> dict[str, str]:
    """A day for each deadline, in `day-<id>`."""
    return {one.id: read_value(one, form, f"day-{one.id}") for one in task.deadlines}


def form(answer: Mapping[str, Any]) -> dict[str, list[str]]:
    """A plain answer as the fields of the form."""
    return fields({f"day-{id_}": day for id_, day in answer.items()})


def grade(task: BoardTask, answer: Mapping[str, str], facts: Facts) -> Verdict:
    """One point for each day that the rule gives in one of its readings."""
    rows = tuple(row_of(one, one.id, facts_of(one, facts), answer[one.id]) for one in task.deadlines)
    points = sum(not row.wrong for row in rows)
    first = next((number for number, row in enumerate(rows) if row.wrong), -1)
    broken = diagnosed(task.deadlines[first], rows[first].facts, answer[rows[first].id]) if first >= 0 else None
    words = says(points, len(rows), ("board-right", "board-partly", "board-wrong"))
    shown = [row for row in rows if row.wrong] or rows
    places = (place for row in shown for place in sorted(deciding_provisions(row.finding)))
    return Verdict(
        points, len(rows), words, diagnosis=broken, provisions=tuple(dict.fromkeys(places)), parted=first,
        rows=rows,
    )  # fmt: skip


def key(task: BoardTask, facts: Facts) -> dict[str, list[str]]:
    """The days that pass, for each deadline."""
    return {one.id: said(one, values_of(put(one, facts))) for one in task.deadlines}


def faults(task: BoardTask, facts: Facts) -> Iterator[str]:
    """A deadline whose rule gives no day on these facts."""
    for one in task.deadlines:
        yield from (f"deadlines.{one.id}.{fault}" for fault in rule_faults(one, facts, ("day",)))


kind("board", BoardTask, read, grade, key, form=form, faults=faults, kept=lambda task, facts: None)
