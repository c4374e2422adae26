"""Document: a paper filled in field by field, each checked against the file, the law or another field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import model_validator

from checks.document_checks import FieldCheck, check_faults, expected, judge
from checks.fields import Form, offered, one, optional
from checks.paper_forms import ANSWERED_FIRST, FormField, PaperForm, usable
from checks.task import Facts, Fail, Task, diagnose, kind
from checks.verdict import AnswerFault, Diagnosis, Part, Verdict
from rules import acts

PREFIX = "field-"
LONGEST = {"long": 6000, "day": 60, "number": 60}
LONGEST_LINE = 500


class DocumentFail(Fail):
    """An answer that must fail, and the field that must be wrong."""

    field: str


class DocumentTask(Task):
    """A form to fill in, or some of its `parts`, `without` some fields; `paper` is that form, laid in with the file.

    `event` is the fact (`class.name`) with the day of the paper: then the first question is whether the form may be
    used on that day, and where it may not, saying so is the whole answer.
    """

    form: str
    paper: PaperForm | None = None
    parts: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    event: str = ""
    checks: tuple[FieldCheck, ...] = ()
    fails: tuple[DocumentFail, ...] = ()

    @model_validator(mode="after")
    def _names_fields(self) -> DocumentTask:
        ids = {field.id for field in fields_of(self)} if self.paper else set()
        for check in self.checks:
            if strange := [
                id_ for id_ in (check.field, check.before, check.after) if id_ and self.paper and id_ not in ids
            ]:
                raise ValueError(f"the form has no field {strange[0]!r}, or not in these parts")
        if self.paper and (lost := set(self.parts) - {part.id for part in self.paper.parts}):
            raise ValueError(f"the form has no part {min(lost)!r}")
        if self.paper and (lost := set(self.without) - {field.id for field in self.paper.fields}):
            raise ValueError(f"the form has no field {min(lost)!r} to leave out")
        return self


def fields_of(task: DocumentTask) -> tuple[FormField, ...]:
    """The fields to fill in, in the order of the paper; none where the form was not found."""
    fields = task.paper.fields if task.paper else ()
    return tuple(f for f in fields if (not task.parts or f.part in task.parts) and f.id not in task.without)


def checks_of(task: DocumentTask) -> dict[str, list[FieldCheck]]:
    """The checks of each field that counts, in the order of the paper: those of the task, and what must be filled."""
    found = {field.id: [c for c in task.checks if c.field == field.id] for field in fields_of(task)}
    for field in fields_of(task):
        if field.required and not found[field.id]:
            found[field.id] = [FieldCheck(field=field.id, filled=True)]
    return {id_: own for id_, own in found.items() if own}


def may_use(task: DocumentTask, facts: Facts) -> bool:
    """Whether the form may be used on the day of the paper; always, where the task does not ask."""
    if not task.event or task.paper is None:
        return True
    group, _, name = task.event.partition(".")
    return usable(task.paper, date.fromisoformat(str(facts.get(group, {}).get(name))))


def read(task: DocumentTask, form: Form) -> dict[str, str]:
    """The filled fields by id; `AnswerFault` where one is too long, an option is strange or nothing is filled."""
    answer: dict[str, str] = {}
    if task.event:
        name = PREFIX + ANSWERED_FIRST
        answer[ANSWERED_FIRST] = offered(one(form, name, empty="usable_empty"), name, frozenset({"yes", "no"}))
    for field in fields_of(task):
        name = PREFIX + field.id
        text = optional(form, name, LONGEST.get(field.kind, LONGEST_LINE))
        if text and field.options:
            offered(text, name, frozenset(option.id for option in field.options))
        if text:
            answer[field.id] = text
    if fields_of(task) and answer.get(ANSWERED_FIRST) != "no" and not set(answer) - {ANSWERED_FIRST}:
        raise AnswerFault("form", "document_empty")
    return answer


def grade(task: DocumentTask, answer: Mapping[str, str], facts: Facts) -> Verdict:
    """One point for each field that counts; one more for saying whether the form may be used, where that is asked."""
    good = may_use(task, facts)
    parts = list(_usable_part(task, answer, good))
    if good:
        parts += [_field_part(task, id_, own, answer, facts) for id_, own in checks_of(task).items()]
    points, of = sum(part.points for part in parts), len(parts)
    return Verdict(
        points, of, _words(points, of, good), diagnosis=_diagnosis(task, parts, answer, facts), parts=tuple(parts),
        provisions=_grounds(task),
    )  # fmt: skip


def _words(points: int, of: int, good: bool) -> str:
    if not good:
        return "document-right-not-usable" if points else "document-wrong-not-usable"
    return "document-right" if points == of else ("document-partly" if points else "document-wrong")


def _usable_part(task: DocumentTask, answer: Mapping[str, str], good: bool) -> Iterator[Part]:
    if task.event:
        right = "yes" if good else "no"
        given = answer.get(ANSWERED_FIRST, "")
        yield Part(f"usable-{right}", int(given == right), 1, ANSWERED_FIRST, right)


def _field_part(task: DocumentTask, id_: str, own: list[FieldCheck], answer: Mapping[str, str], facts: Facts) -> Part:
    """The first thing that is wrong with the field, or `field-agrees`."""
    field = next(field for field in fields_of(task) if field.id == id_)
    for check in own:
        key, meant = judge(check, field, answer, facts)
        if key != "field-agrees":
            return Part(key, 0, 1, id_, meant)
    return Part("field-agrees", 1, 1, id_)


def _diagnosis(task: DocumentTask, parts: list[Part], answer: Mapping[str, str], facts: Facts) -> Diagnosis | None:
    """What the first field that a rule decides got wrong, if one of the rule's mutations gives just that."""
    wrong = {part.given for part in parts if not part.points}
    for check in task.checks:
        if check.rule and check.field in wrong:
            given = expected(check.rule, answer.get(check.field, ""))
            found = diagnose(task.model_copy(update={"rule": check.rule}), facts, given)
            if found:
                return found
    return None


def _grounds(task: DocumentTask) -> tuple[str, ...]:
    own = task.paper.provision if task.paper else ""
    return tuple(dict.fromkeys([*([own] if own else []), *task.provisions]))


def key(task: DocumentTask, facts: Facts) -> dict[str, Any]:
    """Whether the form may be used, and for each checked field what passes."""
    made: dict[str, Any] = {ANSWERED_FIRST: "yes" if may_use(task, facts) else "no"}
    for check in task.checks:
        made[check.field] = [*made.get(check.field, []), check.key(facts)]
    return made


def kept(task: DocumentTask, facts: Facts) -> dict[str, Any]:
    """The key without its days and numbers, which a variant may change."""
    free = {check.field for check in task.checks if check.varies(facts)}
    return {name: value for name, value in key(task, facts).items() if name not in free}


def form_of(answer: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """A plain answer as the fields of a form."""
    return {f"{PREFIX}{name}": [str(value)] for name, value in answer.items()}


def faults(task: DocumentTask, facts: Facts) -> Iterator[str]:
    """A form that is not there, checks that cannot be put, answers that fail at another field than they say."""
    if task.paper is None:
        yield f"form: there is no form {task.form!r}"
        return
    if not task.checks and not task.event:
        yield "checks: nothing is asked"
    kinds = {field.id: field.kind for field in fields_of(task)}
    for check in task.checks:
        yield from (f"checks.{check.field}: {says}" for says in check_faults(check, kinds, facts))
        if check.provision and check.provision not in acts.provisions():
            yield f"checks.{check.field}: {check.provision} is not held"
    for number, fail in enumerate(task.fails):
        verdict = grade(task, read(task, form_of(fail.answer)), facts)
        wrong = [part.given for part in verdict.parts if not part.points]
        if fail.field not in wrong:
            yield f"fails[{number}]: wrong are {', '.join(wrong) or 'no fields'}, not {fail.field}"


kind("document", DocumentTask, read, grade, key, form=form_of, faults=faults, kept=kept)
