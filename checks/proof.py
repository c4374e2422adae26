"""Proof of a task: answers that must pass do, answers that must fail do, broken options have the value they claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checks.judging import grade, kind_of, marked, read
from checks.options import OptionsTask, right_options
from checks.task import Facts, Task, finding_of, plain_value
from checks.verdict import AnswerFault, Verdict
from checks.verdicts import VerdictTask, ground_faults
from rules import acts, registry

_FIELDS = {
    "choice": "option", "several": "options", "order": "order", "day": "day", "amount": "amount", "competence": "body",
    "citation": "citation", "decisive": "decisive", "edition": "edition", "reasoning": "text",
}  # fmt: skip


def as_form(task: Task, answer: Any) -> Mapping[str, list[str]]:
    """A plain answer as the fields of a form."""
    own = kind_of(task).form
    if own:
        return own(answer)
    if isinstance(answer, Mapping):
        return {str(name): [str(value)] for name, value in answer.items()}
    values = answer if isinstance(answer, list) else [answer]
    return {_FIELDS[task.kind]: [str(value) for value in values]}


def faults(task: Task, facts: Facts) -> Iterator[str]:
    """What speaks against the task, in plain English with the field's name; nothing if it proves itself."""
    if task.rule and task.rule not in registry.all_rules():
        yield f"rule: there is no rule {task.rule!r}"
        return
    yield from _unknown_provisions(task)
    if not marked(task):
        return
    more = kind_of(task).faults
    if more and (found := list(more(task, facts))):
        yield from found
        return
    if not task.passes or not task.fails:
        yield "passes, fails: each needs at least one answer"
    yield from _answer_faults(task, facts)
    if isinstance(task, OptionsTask):
        yield from _option_faults(task, facts)
    elif isinstance(task, VerdictTask):
        yield from ground_faults(task, facts)


def _answer_faults(task: Task, facts: Facts) -> Iterator[str]:
    for number, answer in enumerate(task.passes):
        verdict, fault = _result(task, answer, facts)
        if not verdict or verdict.points < verdict.of or not verdict.of:
            yield f"passes[{number}]: {answer!r} gets {_gets(verdict) or fault}"
    for number, fail in enumerate(task.fails):
        verdict, fault = _result(task, fail.answer, facts)
        if not verdict or verdict.points >= verdict.of:
            yield f"fails[{number}]: {fail.answer!r} gets {_gets(verdict) or fault}"
            continue
        broken = verdict.diagnosis.mutation if verdict.diagnosis else ""
        if fail.mutation and broken != fail.mutation:
            yield f"fails[{number}]: diagnosis is {broken or 'none'}, not {fail.mutation}"
        first = first_wrong(verdict)
        if fail.step and first != fail.step:
            yield f"fails[{number}]: the first wrong step is {first or 'none'}, not {fail.step}"


def first_wrong(verdict: Verdict) -> str:
    """The id of the first row that is wrong, in a verdict of several rules."""
    return next((row.id for row in verdict.rows if row.wrong), "")


def _gets(verdict: Verdict | None) -> str:
    return f"{verdict.points} of {verdict.of}" if verdict else ""


def _result(task: Task, answer: Any, facts: Facts) -> tuple[Verdict | None, str]:
    try:
        return grade(task, read(task, as_form(task, answer)), facts), ""
    except AnswerFault as fault:
        return None, str(fault)


def _unknown_provisions(task: Task) -> Iterator[str]:
    held = acts.provisions()
    named = [*task.provisions, *getattr(task, "reasons", ()), *getattr(task, "accepts", ())]
    for id_ in (*named, *([task.provision] if hasattr(task, "provision") else [])):
        if id_ not in held:
            yield f"provisions: {id_} is not held"


def _option_faults(task: OptionsTask, facts: Facts) -> Iterator[str]:
    right = right_options(task, facts)
    if not right or (task.kind == "choice" and len(right) != 1 and not task.rule):
        yield f"options: right are {sorted(right)}"
    if len(right) == len(task.options):
        yield "options: all are right"
    for option in task.options:
        if not option.why:
            yield f"options.{option.id}: no reason (why)"
        if option.mutation and option.value != plain_value(finding_of(task, facts, option.mutation).value):
            broken = plain_value(finding_of(task, facts, option.mutation).value)
            yield f"options.{option.id}: the rule broken by {option.mutation} gives {broken!r}"
