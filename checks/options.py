"""Choice and several: options whose truth a rule decides, or that rest on a provision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import Field

from checks.fields import Form, many, offered, one
from checks.task import Facts, Option, Task, accepted, diagnose, finding_of, kind
from checks.verdict import Diagnosis, Verdict
from rules.findings import Finding


class OptionsTask(Task):
    """A task with options, each with an id of its own and a reason."""

    options: tuple[Option, ...] = Field(min_length=2)


def right_options(task: OptionsTask, facts: Facts) -> frozenset[str]:
    """Ids of the right options: those whose value the rule gives (all of a list), or those marked correct."""
    if not task.rule:
        return frozenset(option.id for option in task.options if option.correct)
    values = accepted(finding_of(task, facts))
    main = next(iter(values))
    wanted = set(main) if isinstance(main, tuple) else set(values)
    return frozenset(o.id for o in task.options if _same(o.value, wanted) or (o.correct and o.value is None))


def _same(value: Any, wanted: set[Any]) -> bool:
    if isinstance(value, list):
        value = tuple(value)
    return value is not None and value in wanted


def _finding(task: OptionsTask, facts: Facts) -> Finding | None:
    return finding_of(task, facts) if task.rule else None


def _diagnosis(task: OptionsTask, facts: Facts, chosen: str) -> Diagnosis | None:
    option = next(o for o in task.options if o.id == chosen)
    if not task.rule:
        return None
    if option.mutation:
        target, _, name = option.mutation.rpartition(":")
        return Diagnosis(rule=target or task.rule, mutation=name)
    return diagnose(task, facts, option.value)


def _ids(task: OptionsTask) -> frozenset[str]:
    return frozenset(option.id for option in task.options)


def read_choice(task: OptionsTask, form: Form) -> str:
    """The id of the chosen option."""
    return offered(one(form, "option"), "option", _ids(task))


def grade_choice(task: OptionsTask, answer: str, facts: Facts) -> Verdict:
    """All or nothing."""
    right = right_options(task, facts)
    good = answer in right
    return Verdict(
        int(good), 1, "choice-right" if good else "choice-wrong", _finding(task, facts),
        None if good else _diagnosis(task, facts, answer), provisions=task.provisions,
        right={answer: good, **dict.fromkeys(right, True)},
    )  # fmt: skip


def read_several(task: OptionsTask, form: Form) -> list[str]:
    """Ids of all chosen options."""
    return many(form, "options", _ids(task))


def grade_several(task: OptionsTask, answer: Sequence[str], facts: Facts) -> Verdict:
    """Right minus wrong, never below zero; as many points as there are right options."""
    right, chosen = right_options(task, facts), frozenset(answer)
    points = max(0, len(chosen & right) - len(chosen - right))
    wrong = sorted(chosen - right)
    return Verdict(
        points, len(right), _several_words(points, len(right)), _finding(task, facts),
        _diagnosis(task, facts, wrong[0]) if wrong and task.rule else None, provisions=task.provisions,
        right={id_: id_ in right for id_ in chosen | right},
    )  # fmt: skip


def _several_words(points: int, of: int) -> str:
    if points == of:
        return "several-right"
    return "several-partly" if points else "several-wrong"


def choice_key(task: OptionsTask, facts: Facts) -> list[str]:
    """Ids of the right options in the order of the file."""
    right = right_options(task, facts)
    return [option.id for option in task.options if option.id in right]


kind("choice", OptionsTask, read_choice, grade_choice, choice_key)
kind("several", OptionsTask, read_several, grade_several, choice_key)
