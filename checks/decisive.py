"""Decisive facts: which marked facts of the story turn the result when they change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import Field

from checks.fields import Form, many
from checks.task import Facts, Task, facts_for, finding_of, kind
from checks.verdict import Verdict
from rules.facts import samples, spec_of
from rules.findings import evaluate
from rules.registry import find


class DecisiveTask(Task):
    """`among`: names of facts (of the rule's class) that the story marks and the student chooses from."""

    among: tuple[str, ...] = Field(min_length=3)


def decisive(rule_id: str, facts: Any, among: Sequence[str]) -> frozenset[str]:
    """Facts whose change, all others kept, turns the result of the rule."""
    now = evaluate(rule_id, facts).value
    return frozenset(name for name in among if _turns(rule_id, facts, name, now))


def _turns(rule_id: str, facts: Any, name: str, now: object) -> bool:
    for value in samples(spec_of(facts, name), facts):
        changed = replace(facts, **{name: value})
        if not _impossible(changed) and _value_of(rule_id, changed, now) != now:
            return True
    return False


def _impossible(facts: Any) -> bool:
    contradictions = getattr(type(facts), "contradictions", None)
    return bool(contradictions and contradictions(facts))


def _value_of(rule_id: str, facts: Any, now: object) -> object:
    """The value on the changed facts; days for which no wording is held turn nothing."""
    try:
        return evaluate(rule_id, facts).value
    except LookupError:
        return now


def read(task: DecisiveTask, form: Form) -> list[str]:
    """Names of the chosen facts, given as `class.name` or as the bare name."""
    group = find(task.rule).facts.NAME  # type: ignore[attr-defined]
    both = {name: name for name in task.among} | {f"{group}.{name}": name for name in task.among}
    return [both[value] for value in many(form, "decisive", frozenset(both))]


def grade(task: DecisiveTask, answer: Sequence[str], facts: Facts) -> Verdict:
    """Right minus wrong, never below zero."""
    right, chosen = decisive(task.rule, facts_for(task.rule, facts), task.among), frozenset(answer)
    points = max(0, len(chosen & right) - len(chosen - right))
    words = "facts-right" if points == len(right) else ("facts-partly" if points else "facts-wrong")
    return Verdict(
        points, len(right), words, finding_of(task, facts), provisions=task.provisions,
        right={name: name in right for name in chosen | right},
    )  # fmt: skip


def key(task: DecisiveTask, facts: Facts) -> list[str]:
    """Names of the decisive facts."""
    found = find(task.rule)
    return sorted(decisive(found.id, facts_for(task.rule, facts), task.among))


kind("decisive", DecisiveTask, read, grade, key)
