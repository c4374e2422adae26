"""Verdict: lawful, unlawful, or cannot be decided and which fact is missing; the reason is a mark of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from checks.fields import Form, offered, one, optional
from checks.task import Facts, Task, Text, accepted, diagnose, facts_for, finding_of, kind
from checks.verdict import AnswerFault, Diagnosis, Part, Verdict
from rules.facts import specs
from rules.findings import Finding
from rules.truth import Truth

WORDS = ("yes", "no", "undecided")


class VerdictTask(Task):
    """A question of law with a truth for an answer; `reasons` are provisions among which the reason is chosen."""

    labels: dict[Literal["yes", "no", "undecided"], Text] = {}
    reasons: tuple[str, ...] = ()


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


def reasons_of(finding: Finding) -> frozenset[str]:
    """Provisions that carry the result; of a provision and a part of it only the part."""
    found = {step.provision for step in finding.deciding if step.provision}
    return frozenset(place for place in found if not any(other.startswith(f"{place}/") for other in found))


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
    ground = values.get(answer["verdict"], "")
    # a reading by order names its provision; one by a convention rests on the provisions of the main reading
    grounds = frozenset({ground}) if "/" in ground else reasons_of(finding)
    wanted = right_reasons(task.reasons, grounds)
    given = answer.get("reason", "")
    return Part("part-reason", int(good and given in wanted), 1, given, " ".join(sorted(wanted)))


def right_reasons(offered_: Sequence[str], grounds: frozenset[str]) -> frozenset[str]:
    """Offered provisions that are a ground; where none is, those that contain one (13/1 for 13/1/3) or lie in one."""
    exact = frozenset(offered_) & grounds
    if exact:
        return exact
    around = frozenset(one for one in offered_ if any(ground.startswith(f"{one}/") for ground in grounds))
    return around or frozenset(one for one in offered_ if any(one.startswith(f"{ground}/") for ground in grounds))


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
    """The verdicts that pass, the missing facts, and the reasons."""
    finding = finding_of(task, facts)
    return {
        "verdict": list(accepted(finding)),
        "missing": [m.fact for m in finding.missing],
        "reason": sorted(reasons_of(finding)) if task.reasons else [],
    }


kind("verdict", VerdictTask, read, grade, key)
