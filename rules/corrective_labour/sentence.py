"""The sentence: who may get corrective labour or a fine, and how much (CC 41, 42)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import Maybe, is_one_of, is_true, known, opposite

_EDITION = "cc@2020-01"


@facts_class("labour-sentence")
class LabourSentence:
    """A sentence in monthly calculation indices, and what matters about the person."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    offence: Maybe[str] = fact("choice", "misdemeanour", "crime")
    indices: Maybe[int] = fact("count", least=1, most=20_000, borders=(20, 200, 10_000))
    below_minimum_ground: Maybe[bool] = fact("bool")
    fit_for_work: Maybe[bool] = fact("bool")
    permanent_job: Maybe[bool] = fact("bool")
    full_time_student: Maybe[bool] = fact("bool")


class Range(NamedTuple):
    """Indices for a misdemeanour and for a crime, and whether the least measure can be left."""

    least: int = 20
    middle: int = 200
    most: int = 10_000
    below: bool = True


def _range(place: str, milder: str, f: LabourSentence, n: Range) -> Condition:
    small = because(place, "measure-of-misdemeanour", is_one_of(f.offence, "misdemeanour"), "offence")
    return choose(
        small, lambda: _within(place, milder, f, n, n.least, n.middle),
        lambda: _within(place, milder, f, n, n.middle, n.most),
    )  # fmt: skip


def _within(place: str, milder: str, f: LabourSentence, n: Range, least: int, most: int) -> Condition:
    upper = because(
        place, "indices-not-more", known(f.indices, lambda i: i <= most), "indices", indices=f.indices, most=most
    )
    lower = because(
        place, "indices-not-less", known(f.indices, lambda i: i >= least), "indices", indices=f.indices, least=least
    )
    if not n.below:
        return all_of(upper, lower)
    ground = because(milder, "below-the-least", is_true(f.below_minimum_ground), "below_minimum_ground")
    return all_of(upper, any_of(lower, ground))


_RANGE: Any = {
    "facts": LabourSentence, "on": "day", "edition": _EDITION, "numbers": Range(), "mutations": (
        Mutation("old-measure", "repealed edition", {"least": 25, "middle": 500}),
        Mutation("nineteen-indices", "border off by one", {"least": 19}),
        Mutation("up-to-five-thousand", "neighbouring list", {"most": 5_000}),
        Mutation("never-below", "exception ignored", {"below": False}),
    ),
}  # fmt: skip


@rule("corrective-amount", norms=("s-cc-42-amount",), provisions=("cc/42/3", "cc/42/6"), **_RANGE)
def amount(f: LabourSentence, n: Range) -> Condition:
    """CC 42(3), (6): 20-200 indices for a misdemeanour, 200-10,000 for a crime."""
    return _range("cc/42/3", "cc/42/6", f, n)


@rule("fine-amount", norms=("s-cc-41-fine",), provisions=("cc/41/2", "cc/41/7"), **_RANGE)
def fine(f: LabourSentence, n: Range) -> Condition:
    """CC 41(2), (7): 20-200 indices for a misdemeanour, 200-10,000 for a crime; fines by multiples are not computed."""
    return _range("cc/41/2", "cc/41/7", f, n)


class Bars(NamedTuple):
    """Which of the three bars are minded."""

    job: bool = True
    study: bool = True


@rule(
    "corrective-may-be-imposed", facts=LabourSentence, on="day", edition=_EDITION, numbers=Bars(),
    norms=("corrective-labour-exclusions", "s-cc-42-exclusions"), provisions=("cc/42/7",), mutations=(
        Mutation("jobless-may", "exception ignored", {"job": False}),
        Mutation("student-may", "exception ignored", {"study": False}),
    ),
)  # fmt: skip
def may_be_imposed(f: LabourSentence, n: Bars) -> Condition:
    """CC 42(7): not on those unfit for work, without permanent work, or studying full time off the job."""
    parts = [because("cc/42/7", "fit-for-work", is_true(f.fit_for_work), "fit_for_work")]
    if n.job:
        parts.append(because("cc/42/7", "permanent-job", is_true(f.permanent_job), "permanent_job"))
    if n.study:
        away = opposite(is_true(f.full_time_student))
        parts.append(because("cc/42/7", "not-full-time-student", away, "full_time_student"))
    return all_of(*parts)
