"""Tasks for tests of judging, written as content writes them, and short ways to judge them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checks.judging import grade, key, read, task_from
from checks.proof import as_form
from checks.task import Task
from checks.verdict import Verdict

# A lone father whose child's birthday nobody wrote down; the application was made by word of mouth.
FATHER: dict[str, dict[str, object]] = {
    "request": {
        "application_day": "2025-11-10", "status": "suspect", "sex": "male", "born": "1990-05-14", "disability": False,
        "has_child": True, "raises_child": True, "raises_alone": True, "child_born": "unknown", "measure": "other",
        "agrees": True, "form": "oral", "applicant": "person",
    }
}  # fmt: skip
LISTED = {"kind": "verdict", "rule": "pretrial-list"}
REASONS = ["probation-law/13/1/4", "probation-law/13/2", "probation-law/13/3"]


def turned(**facts: object) -> dict[str, dict[str, object]]:
    """The father's facts with some of them turned."""
    return {"request": {**FATHER["request"], **facts}}


def task(**given: Any) -> Task:
    """A task from plain data; what every task needs is filled in."""
    return task_from({"id": "t", "ask": "Сұрақ?", **given})


def judged(one: Task, answer: Any, facts: Mapping[str, Mapping[str, object]] = FATHER) -> Verdict:
    """The verdict on a plain answer, read as a form would bring it."""
    return grade(one, read(one, as_form(one, answer)), facts)


def points(one: Task, answer: Any, facts: Mapping[str, Mapping[str, object]] = FATHER) -> tuple[int, int]:
    """Points and how many there were."""
    verdict = judged(one, answer, facts)
    return verdict.points, verdict.of


__all__ = ["FATHER", "LISTED", "REASONS", "judged", "key", "points", "task", "turned"]
