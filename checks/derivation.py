"""Derivation: norm, fact and conclusion step by step; a conclusion is carried into the steps after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field, model_validator

from checks.fields import Form, offered, one
from checks.ruled import (
    REFUSALS,
    Asked,
    diagnosed,
    facts_of,
    fields,
    frozen,
    kind_of_value,
    norm_faults,
    parted,
    plain,
    put,
    read_value,
    rule_faults,
    said,
    says,
    values_of,
)  # fmt: skip
from checks.task import Facts, Task, kind
from checks.verdict import Diagnosis, Row, Verdict
from checks.verdicts import deciding_provisions, right_reasons
from rules import facts as facts_module
from rules import registry
from rules.findings import Finding, evaluate


class Step(Asked):
    """One step: a rule with the norms and facts offered.

    `gives` is the fact (`group.name`) that the conclusion replaces for later steps; `maps` turns a truth into a choice.
    """

    norms: tuple[str, ...] = Field(min_length=2)
    among: tuple[str, ...] = ()
    gives: str = ""
    maps: dict[str, str] = {}

    @property
    def reasons(self) -> tuple[str, ...]:
        """The norms, as reasons of a verdict."""
        return self.norms

    @property
    def ground(self) -> str:
        """A step has no ground apart from what decides it."""
        return ""


class DerivationTask(Task):
    """Steps from the file to the conclusion, each a rule on what was concluded before."""

    steps: tuple[Step, ...] = Field(min_length=2, max_length=6)

    @model_validator(mode="after")
    def _ids_stand_once(self) -> DerivationTask:
        if len({step.id for step in self.steps}) < len(self.steps):
            raise ValueError("two steps have one id")
        return self


@dataclass(frozen=True, slots=True)
class Right:
    """What passes in a step on given facts: values with their ground, facts (as offered)."""

    made: Any
    finding: Finding
    values: dict[Any, str]
    facts: frozenset[str]

    def norms(self, step: Step, given: Any) -> frozenset[str]:
        """Norms that pass with this conclusion; with a wrong one those of the main reading."""
        return right_reasons(step, self.finding, self.values.get(frozen(given), ""))


def right(step: Step, facts: Facts) -> Right:
    """What the law gives in this step; the refusals of the rule where it has no answer."""
    made = facts_of(step, facts)
    finding = evaluate(step.rule, made)
    return Right(made, finding, values_of(finding), _facts_used(step, finding))


def _facts_used(step: Step, finding: Finding, norm: str = "") -> frozenset[str]:
    """Offered facts that a deciding step (of this norm) uses; where nothing is decided, those that would decide."""
    group: Any = registry.find(step.rule).facts
    rungs = finding.deciding
    near = [rung for rung in rungs if norm and rung.facts and _near(rung.provision, norm)]
    names = [name for rung in near or rungs for name in rung.facts]
    used = names if finding.decided else [item.fact for item in finding.missing]
    known = {*used, *(f"{group.NAME}.{name}" for name in used)}
    return frozenset(name for name in step.among if name in known)


def _near(place: str, norm: str) -> bool:
    return f"{place}/".startswith(f"{norm}/") or f"{norm}/".startswith(f"{place}/")


def read(task: DerivationTask, form: Form) -> dict[str, dict[str, Any]]:
    """For each step `norm-<id>`, `fact-<id>` (where facts are offered) and `conclusion-<id>`."""
    answer: dict[str, dict[str, Any]] = {}
    for step in task.steps:
        name = f"norm-{step.id}"
        answer[step.id] = {"norm": offered(one(form, name), name, frozenset(step.norms))}
        if step.among:
            name = f"fact-{step.id}"
            answer[step.id]["fact"] = offered(one(form, name), name, frozenset(step.among))
        answer[step.id]["conclusion"] = read_value(step, form, f"conclusion-{step.id}")
    return answer


def form(answer: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """A plain answer as the fields of the form."""
    return fields({f"{name}-{id_}": value for id_, given in answer.items() for name, value in given.items()})


def carry(step: Step, facts: Facts, conclusion: Any) -> Facts:
    """The facts with this conclusion at the place the step gives it to."""
    group, _, name = step.gives.partition(".")
    if not name:
        return facts
    value = step.maps.get(str(conclusion), conclusion)
    if facts_module.spec_of(facts_module.named(group), name).kind == "bool":
        value = {"yes": True, "no": False}.get(str(value), "unknown")
    elif value == "undecided":
        value = "unknown"
    return {**facts, group: {**facts.get(group, {}), name: value}}


def grade(task: DerivationTask, answer: Mapping[str, Mapping[str, Any]], facts: Facts) -> Verdict:
    """One point for each step that is right on what the student concluded before it."""
    own: Facts = facts
    rows: list[Row] = []
    for step, lawful in zip(task.steps, _lawful(task, facts), strict=True):
        given = answer[step.id]
        rows.append(_row(step, given, own, lawful))
        own = carry(step, own, given["conclusion"])
    first = next((number for number, row in enumerate(rows) if row.wrong), -1)
    points = sum(not row.wrong for row in rows)
    words = says(points, len(rows), ("derivation-right", "derivation-partly", "derivation-wrong"))
    return Verdict(
        points, len(rows), words, diagnosis=_diagnosis(task, rows, first), provisions=_places(rows),
        parted=first, rows=tuple(rows),
    )  # fmt: skip


def _lawful(task: DerivationTask, facts: Facts) -> Iterator[Facts]:
    """Before each step the facts with what the law gives at the steps before it."""
    for step in task.steps:
        yield facts
        facts = carry(step, facts, _plain(next(iter(values_of(put(step, facts))))))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _row(step: Step, given: Mapping[str, Any], own: Facts, lawful: Facts) -> Row:
    """The step on what was concluded before; where the rule refuses that, on what the law gives."""
    try:
        meant, refused = right(step, own), False
    except REFUSALS:
        meant, refused = right(step, lawful), True
    conclusion = given["conclusion"]
    norms = meant.norms(step, conclusion)
    used = _facts_used(step, meant.finding, given["norm"] if given["norm"] in norms else "")
    passes = {"norm": norms, "fact": used, "conclusion": meant.values}
    wrong = tuple(name for name in passes if name in given and frozen(given[name]) not in passes[name])
    followed = not refused and meant.made != facts_of(step, lawful)
    broken = diagnosed(step, meant.made, conclusion) if "conclusion" in wrong else None
    return Row(
        step.id, "wrong" if wrong else ("followed" if followed else "right"), meant.made, meant.finding, given,
        {"norm": sorted(norms), "fact": sorted(used or meant.facts), "conclusion": plain(list(meant.values))}, wrong,
        parted(meant.finding, broken) if wrong else -1, refused, meant.values.get(frozen(conclusion), ""),
    )  # fmt: skip


def _diagnosis(task: DerivationTask, rows: list[Row], first: int) -> Diagnosis | None:
    if first < 0 or "conclusion" not in rows[first].wrong:
        return None
    return diagnosed(task.steps[first], rows[first].facts, rows[first].given["conclusion"])


def _places(rows: list[Row]) -> tuple[str, ...]:
    """Provisions of the steps that are wrong; of all where none is."""
    shown = [row for row in rows if row.wrong] or rows
    return tuple(dict.fromkeys(place for row in shown for place in sorted(deciding_provisions(row.finding))))


def key(task: DerivationTask, facts: Facts) -> dict[str, dict[str, Any]]:
    """For each step the values, the norms and for each norm the facts that pass where nothing before it was wrong.

    `ValueError` where an answer that passes cannot be given.
    """
    found: dict[str, dict[str, Any]] = {}
    for step, lawful in zip(task.steps, _lawful(task, facts), strict=True):
        meant = right(step, lawful)
        norms = sorted(meant.norms(step, next(iter(meant.values))))
        used = {norm: sorted(_facts_used(step, meant.finding, norm)) for norm in norms if step.among}
        if not norms or (step.among and not any(used.values())):
            raise ValueError(f"{task.id}.{step.id}: no norm or no fact that is offered is right here")
        found[step.id] = {"conclusion": plain(said(step, meant.values)), "norm": norms, "fact": used}
    return found


def kept(task: DerivationTask, facts: Facts) -> dict[str, dict[str, Any]]:
    """The key without days and numbers, which a variant may change."""
    counted = {step.id for step in task.steps if kind_of_value(step) in ("day", "amount")}
    return {
        id_: {name: value for name, value in one_key.items() if name != "conclusion" or id_ not in counted}
        for id_, one_key in key(task, facts).items()
    }


def faults(task: DerivationTask, facts: Facts) -> Iterator[str]:
    """What speaks against a step: on the facts as the law carries them."""
    own = facts
    for step in task.steps:
        found = [*rule_faults(step, own), *norm_faults(step.norms), *_place_faults(step)]
        found = found or list(_offer_faults(step, own))
        yield from (f"steps.{step.id}.{fault}" for fault in found)
        if found:
            return
        own = carry(step, own, _plain(next(iter(values_of(put(step, own))))))


def _place_faults(step: Step) -> Iterator[str]:
    group, _, name = step.gives.partition(".")
    classes = facts_module.classes()
    if step.gives and (group not in classes or name not in {spec.name for spec in facts_module.specs(classes[group])}):
        yield f"gives: there is no fact {step.gives!r}"
    cls: Any = registry.all_rules()[step.rule].facts if step.rule in registry.all_rules() else None
    for path in step.among:
        place, _, bare = path.rpartition(".")
        known = classes.get(place) if place else cls
        if known is None or bare not in {spec.name for spec in facts_module.specs(known)}:
            yield f"among: there is no fact {path!r}"


def _offer_faults(step: Step, facts: Facts) -> Iterator[str]:
    meant = right(step, facts)
    norms = meant.norms(step, next(iter(meant.values)))
    if not norms or norms == set(step.norms):
        yield f"norms: right are {sorted(norms)}; some and not all must be"
    if step.among and (not meant.facts or meant.facts == set(step.among)):
        yield f"among: right are {sorted(meant.facts)}; some and not all must be"


kind("derivation", DerivationTask, read, grade, key, form=form, faults=faults, kept=kept)
