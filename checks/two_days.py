"""Two days: the same step before and after a change, and the provision that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from checks.fields import Form, offered, one
from checks.ruled import (
    REFUSALS,
    Labels,
    diagnosed,
    facts_of,
    fields,
    kind_of_value,
    norm_faults,
    plain,
    read_value,
    row_of,
    rule_faults,
    said,
    says,
    values_of,
)  # fmt: skip
from checks.task import Facts, Task, Text, kind
from checks.verdict import Part, Verdict
from checks.verdicts import deciding_provisions
from rules import acts, registry
from rules.findings import Finding, evaluate

NOTHING = "none"
SIDES = ("before", "after")
DAY = r"^\d{4}-\d{2}-\d{2}$"
_PARTS = ("part-before", "part-after", "part-changed")


class TwoDaysTask(Task):
    """A rule put to two days; `norms` are provisions among which the changed one is chosen.

    The days go to the fact that chooses the rule's edition (`event` names it for a decision); the facts of `moves`
    keep their distance to it. `same`: the change does not touch this file, and that is the point.
    """

    days: tuple[Annotated[str, Field(pattern=DAY)], ...] = Field(min_length=2, max_length=2)
    norms: tuple[str, ...] = Field(min_length=2)
    event: str = ""
    moves: tuple[str, ...] = ()
    same: bool = False
    takes: dict[str, str] = {}
    offers: tuple[str, ...] = ()
    labels: Labels = {}
    unit: Text = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """The norms, as reasons of a verdict."""
        return self.norms

    @property
    def ground(self) -> str:
        """No ground apart from what changed."""
        return ""


def event_of(task: TwoDaysTask) -> str:
    """The fact that is put to both days."""
    return task.event or registry.find(task.rule).on


def on_day(task: TwoDaysTask, facts: Facts, day: str) -> Any:
    """The facts of the rule with the event on this day and what moves with it."""
    group: Any = registry.find(task.rule).facts
    told, event = facts_of(task, facts), event_of(task)
    moved: dict[str, object] = {event: day}
    for name in task.moves:
        shift = date.fromisoformat(day) - getattr(told, event)
        moved[name] = (getattr(told, name) + shift).isoformat()
    taken = {name: path for name, path in task.takes.items() if name not in moved}
    given = {**facts, group.NAME: {**facts.get(group.NAME, {}), **moved}}
    return facts_of(task.model_copy(update={"takes": taken}), given)


def read(task: TwoDaysTask, form: Form) -> dict[str, Any]:
    """`before` and `after` (values of the rule), and `norm`: a provision or `none`."""
    answer = {side: read_value(task, form, side) for side in SIDES}
    return {**answer, "norm": offered(one(form, "norm"), "norm", frozenset((*task.norms, NOTHING)))}


def changed(task: TwoDaysTask, findings: tuple[Finding, Finding]) -> frozenset[str]:
    """Offered provisions whose wording changed between both days: those that decide, else those that a step names."""
    if task.same:
        return frozenset((NOTHING,))
    first, last = (date.fromisoformat(day) for day in task.days)
    touched = frozenset(place for place in task.norms if _touched(place, first, last))
    decides = touched & {place for finding in findings for place in deciding_provisions(finding)}
    names = touched & {step.provision for finding in findings for step in finding.steps}
    return decides or names or touched


def _touched(provision_id: str, first: date, last: date) -> bool:
    """Whether a wording that we hold, or an edition that touched the provision, began between both days."""
    provision = acts.provisions().get(provision_id)
    if provision is None:
        return False
    began = [wording.edition for wording in provision.wordings[1:]]
    own = acts.acts()[provision.act].editions
    return any(
        first < edition.first[1] <= last for edition in own if edition.id in began or provision_id in edition.touched
    )


def _findings(task: TwoDaysTask, facts: Facts) -> tuple[Finding, Finding]:
    before, after = (evaluate(task.rule, on_day(task, facts, day)) for day in task.days)
    return before, after


def grade(task: TwoDaysTask, answer: Mapping[str, Any], facts: Facts) -> Verdict:
    """One point for each day, one for what changed."""
    findings = _findings(task, facts)
    rows = tuple(
        row_of(task, side, on_day(task, facts, day), answer[side]) for side, day in zip(SIDES, task.days, strict=True)
    )
    norms = changed(task, findings)
    good = (*(not row.wrong for row in rows), answer["norm"] in norms)
    parts = tuple(Part(name, int(yes), 1) for name, yes in zip(_PARTS, good, strict=True))
    points = sum(part.points for part in parts)
    words = says(points, 3, ("both-right", "both-partly", "both-wrong"))
    broken = next((diagnosed(task, row.facts, row.given["conclusion"]) for row in rows if row.wrong), None)
    held = tuple(sorted(norms - {NOTHING}))
    return Verdict(
        points, 3, words, diagnosis=broken, parts=parts, provisions=held or task.norms[:1], rows=rows,
        parted=next((number for number, part in enumerate(parts) if not part.points), -1),
        right={answer["norm"]: answer["norm"] in norms, **dict.fromkeys(sorted(norms), True)},
    )  # fmt: skip


def key(task: TwoDaysTask, facts: Facts) -> dict[str, Any]:
    """The values that pass on each day, and the provisions that changed."""
    findings = _findings(task, facts)
    values = {side: plain(said(task, values_of(finding))) for side, finding in zip(SIDES, findings, strict=True)}
    return {**values, "norm": sorted(changed(task, findings))}


def kept(task: TwoDaysTask, facts: Facts) -> dict[str, Any]:
    """The key without days and numbers, which a variant may change."""
    whole = key(task, facts)
    return {"norm": whole["norm"]} if kind_of_value(task) in ("day", "amount") else whole


def faults(task: TwoDaysTask, facts: Facts) -> Iterator[str]:
    """A day without a wording we hold, days in the wrong order, values that do not do what `same` says."""
    yield from norm_faults(task.norms)
    if task.days[0] >= task.days[1]:
        yield "days: the earlier day comes first"
        return
    if task.rule in registry.all_rules() and not event_of(task):
        yield "event: a decision has no event of its own; name the fact that is put to both days"
        return
    try:
        findings = _findings(task, facts)
        first, last = (next(iter(values_of(finding))) for finding in findings)
    except (*REFUSALS, TypeError) as error:
        yield f"days: {type(error).__name__}: {error}"
        return
    if (first == last) != task.same:
        yield f"same: the rule gives {first!r} and {last!r}, and same is {task.same}"
    if not changed(task, findings):
        yield "norms: none of those offered changed between both days"
    yield from (fault for fault in rule_faults(task, facts) if not fault.startswith(task.rule))


kind("two-days", TwoDaysTask, read, grade, key, form=fields, faults=faults, kept=kept)
