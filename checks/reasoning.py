"""Reasoning: one's own text first, then a model answer and what it must contain; it never counts."""

from __future__ import annotations

from checks.fields import LONGEST_TEXT, Form, one
from checks.task import Facts, Task, Text, kind
from checks.verdict import Verdict


class ReasoningTask(Task):
    """`model` and `rubric` are shown only after one's own text was stored."""

    model: Text
    rubric: tuple[Text, ...]


def read(task: ReasoningTask, form: Form) -> str:
    """The text, up to 20,000 characters."""
    return one(form, "text", LONGEST_TEXT)


def grade(task: ReasoningTask, answer: str, facts: Facts) -> Verdict:
    """No points: a person's mark is the only one that would count."""
    return Verdict(0, 0, "reasoning-stored", provisions=task.provisions)


kind("reasoning", ReasoningTask, read, grade, lambda task, facts: None, marked=False)
