"""Edition: which wording of the act applies to the event."""

from __future__ import annotations

from datetime import date

from checks.fields import Form, offered, one
from checks.task import Facts, Task, kind
from checks.verdict import Verdict
from rules import acts


class EditionTask(Task):
    """`provision` names the act; `event` is the fact (`class.name`) whose day chooses the edition."""

    provision: str
    event: str


def editions(task: EditionTask) -> tuple[str, ...]:
    """Keys of the editions of the act whose text we hold, in the order of time."""
    act = acts.provisions()[task.provision].act
    return tuple(edition.key for edition in acts.acts()[act].editions if edition.held)


def right_edition(task: EditionTask, facts: Facts) -> str:
    """The key of the edition that applied on the day of the event."""
    group, _, name = task.event.partition(".")
    day = facts.get(group, {}).get(name)
    found = acts.edition_on(acts.provisions()[task.provision].act, date.fromisoformat(str(day)))
    return found.key


def read(task: EditionTask, form: Form) -> str:
    """The key of the chosen edition."""
    return offered(one(form, "edition"), "edition", frozenset(editions(task)))


def grade(task: EditionTask, answer: str, facts: Facts) -> Verdict:
    """All or nothing."""
    right = right_edition(task, facts)
    good = answer == right
    return Verdict(
        int(good), 1, "edition-right" if good else "edition-wrong", provisions=(task.provision,),
        right={answer: good, right: True}, read_as=answer, meant=right,
    )  # fmt: skip


kind("edition", EditionTask, read, grade, right_edition)
