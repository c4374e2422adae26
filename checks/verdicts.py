"""Verdict: lawful, unlawful, or cannot be decided and which fact is missing; the reason is a mark of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, Protocol

from pydantic import model_validator

from checks.fields import Form, offered, one, optional
from checks.task import Facts, Task, Text, accepted, diagnose, facts_for, finding_of, kind
from checks.verdict import AnswerFault, Diagnosis, Part, Verdict
from rules.facts import specs
from rules.findings import Finding
from rules.truth import Truth

WORDS = ("yes", "no", "undecided")


class VerdictTask(Task):
    """A question of law with a truth for an answer; `reasons` are provisions among which the reason is chosen.

    `ground` is the one of them on which the story turns: where a person is on none of several grounds, each of them
    decides the no, but only this one is the reason.
    """

    labels: dict[Literal["yes", "no", "undecided"], Text] = {}
    reasons: tuple[str, ...] = ()
    ground: str = ""

    @model_validator(mode="after")
    def _ground_is_offered(self) -> VerdictTask:
        if self.ground and self.ground not in self.reasons:
            raise ValueError(f"ground {self.ground!r} is not among the reasons")
        return self


def read(task: VerdictTask, form: Form) -> dict[str, str]:
    """`verdict`, and `missing` (a fact) where undecided or `reason` (a provision) where decided and asked for."""
    answer = {"verdict": offered(one(form, "verdict"), "verdict", frozenset(WORDS))}
    if answer["verdict"] == "undecided":
        answer["missing"] = offered(one(form, "missing", empty="missing_empty"), "missing", frozenset(fact_names(task)))
    elif task.reasons:
        answer["reason"] = offered(one(form, "reason", empty="reason_empty"), "reason", frozenset(task.reasons))
    elif optional(form, "reason"):
        raise AnswerFault("reason", "answer_not_offered", optional(form, "reason"))
    return answer


def fact_names(task: VerdictTask) -> tuple[str, ...]:
    """Facts of the rule's class among which the missing one is chosen."""
    return tuple(spec.name for spec in specs(facts_for(task.rule, {})))


def deciding_provisions(finding: Finding) -> frozenset[str]:
    """Provisions of all deciding steps."""
    return frozenset(step.provision for step in finding.deciding if step.provision)


def grade(task: VerdictTask, answer: Mapping[str, str], facts: Facts) -> Verdict:
    """One point for the verdict; one more for the reason or the missing fact, only with the right verdict.

    Where act and order differ, either reading passes with its own provision.
    """
    finding = finding_of(task, facts)
    values = accepted(finding)
    good = answer["verdict"] in values
    parts = [Part("part-verdict", int(good), 1, answer["verdict"], str(next(iter(values))))]
    if second := _second(task, answer, finding, values, good):
        parts.append(second)
    points, of = sum(p.points for p in parts), sum(p.of for p in parts)
    diagnosis = None if good else diagnose(task, facts, answer["verdict"])
    return Verdict(
        points, of, _words(points, of, good, answer, finding), finding, diagnosis, tuple(parts), task.provisions,
        parted=-1 if good else _parted(task, facts, finding, diagnosis),
    )  # fmt: skip


def _second(
    task: VerdictTask, answer: Mapping[str, str], finding: Finding, values: Mapping[Any, str], good: bool
) -> Part | None:
    if not finding.decided:
        names = tuple(m.fact for m in finding.missing)
        return Part(
            "part-missing", int(good and answer.get("missing") in names), 1, answer.get("missing", ""), " ".join(names)
        )
    if not task.reasons:
        return None
    wanted = right_reasons(task, finding, values.get(answer["verdict"], ""))
    given = answer.get("reason", "")
    return Part("part-reason", int(good and given in wanted), 1, given, " ".join(sorted(wanted)))


class Grounded(Protocol):
    """What offers reasons; `ground` is the one on which the story turns, if it is named."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Provisions to choose from."""

    @property
    def ground(self) -> str:
        """One of them or nothing."""


def right_reasons(task: Grounded, finding: Finding, reading: str = "") -> frozenset[str]:
    """Offered reasons that pass, for the main reading or for the one that rests on `reading`.

    All that decide, the part before the whole; of several only the task's `ground`, if it is among them. Where none
    decides, those that contain a deciding provision (13/1 for 13/1/3), else those that lie in one.
    """
    # a reading by order names its provision; one by a convention rests on the provisions of the main reading
    places = frozenset({reading}) if "/" in reading else deciding_provisions(finding)
    exact = _without_wholes(frozenset(task.reasons) & places)
    if exact:
        return exact & {task.ground} or exact
    around = frozenset(one for one in task.reasons if any(place.startswith(f"{one}/") for place in places))
    inmost = _without_wholes(places)
    return around or frozenset(one for one in task.reasons if any(one.startswith(f"{place}/") for place in inmost))


def _without_wholes(places: frozenset[str]) -> frozenset[str]:
    return frozenset(place for place in places if not any(other.startswith(f"{place}/") for other in places))


def ground_faults(task: VerdictTask, facts: Facts) -> Iterator[str]:
    """A ground that neither decides the story as told nor contains what does."""
    places = deciding_provisions(finding_of(task, facts))
    if task.ground and not any(place == task.ground or place.startswith(f"{task.ground}/") for place in places):
        yield f"ground: {task.ground} decides nothing here"


def _words(points: int, of: int, good: bool, answer: Mapping[str, str], finding: Finding) -> str:
    if points == of and not finding.decided:
        return "verdict-right-undecided"
    if points == of:
        return "verdict-right-other-reading" if answer["verdict"] != _main(finding) else "verdict-right"
    if good:
        return "verdict-right-missing-wrong" if not finding.decided else "verdict-right-reason-wrong"
    return "verdict-undecidable" if not finding.decided else "verdict-wrong"


def _main(finding: Finding) -> str:
    return next(iter(accepted(finding)))  # type: ignore[no-any-return]


def _parted(task: VerdictTask, facts: Facts, finding: Finding, diagnosis: Diagnosis | None) -> int:
    """The step where the answer parted from the law.

    The first that the diagnosed mutation says otherwise; else the first deciding one that is open (nothing is decided)
    or as the result is; a step that only says which branch was taken comes last.
    """
    if diagnosis:
        name = diagnosis.mutation if diagnosis.rule == task.rule else f"{diagnosis.rule}:{diagnosis.mutation}"
        broken = finding_of(task, facts, name).steps
        for number, (step, other) in enumerate(zip(finding.steps, broken, strict=False)):
            if (step.sentence, step.truth, step.slots) != (other.sentence, other.truth, other.slots):
                return number
    wanted = finding.value if isinstance(finding.value, Truth) else Truth.UNKNOWN
    deciding = [number for number, step in enumerate(finding.steps) if step.decides]
    return next((n for n in deciding if finding.steps[n].truth is wanted), deciding[0] if deciding else -1)


def key(task: VerdictTask, facts: Facts) -> dict[str, Any]:
    """The verdicts that pass, the missing facts, and the reasons; `ValueError` where no verdict says the result."""
    finding = finding_of(task, facts)
    values = list(accepted(finding))
    if strange := [value for value in values if value not in WORDS]:
        raise ValueError(f"{task.id}: no verdict says {strange[0]!r}")
    return {
        "verdict": values, "missing": [m.fact for m in finding.missing],
        "reason": sorted(right_reasons(task, finding)) if finding.decided else [],
    }  # fmt: skip


kind("verdict", VerdictTask, read, grade, key)
