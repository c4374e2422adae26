"""Competence: which body acts."""

from __future__ import annotations

from pydantic import Field

from checks.fields import Form, offered, one
from checks.task import Facts, Task, accepted, diagnose, finding_of, kind
from checks.verdict import Verdict


class CompetenceTask(Task):
    """The body is chosen among `bodies`; a rule names the right one."""

    bodies: tuple[str, ...] = Field(min_length=3)


def read(task: CompetenceTask, form: Form) -> str:
    """The id of the chosen body."""
    return offered(one(form, "body"), "body", frozenset(task.bodies))


def _right(task: CompetenceTask, facts: Facts) -> frozenset[str]:
    values = accepted(finding_of(task, facts))
    main = next(iter(values))
    return frozenset(main if isinstance(main, tuple) else values)


def grade(task: CompetenceTask, answer: str, facts: Facts) -> Verdict:
    """All or nothing; any of several competent bodies passes."""
    right = _right(task, facts)
    good = answer in right
    return Verdict(
        int(good), 1, "body-right" if good else "body-wrong", finding_of(task, facts),
        None if good else diagnose(task, facts, answer), provisions=task.provisions,
        right={answer: good, **dict.fromkeys(right & set(task.bodies), True)},
    )  # fmt: skip


kind("competence", CompetenceTask, read, grade, lambda task, facts: sorted(_right(task, facts)))
