"""Early cancellation of a conditional sentence after half of the term (CC 64(1); Law 15(5); order 511 para 79)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.periods import Term as Period
from rules.periods import share_of
from rules.registry import Answer, Mutation, decision, rule, use
from rules.tables import listed
from rules.terms import MONTHS, SHARES
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_true, known

_REGISTERED = date(2025, 11, 3)


def _half(start: date, months: int, n: Half) -> date:
    whole, share = Period(start, months, MONTHS), Fraction(n.over, n.under)
    return share_of(whole, share, by_days=n.by_days, counts_first=n.counts_first)


def _submissions(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.registered_day, Unknown) or isinstance(facts.months, Unknown):
        return (date(2026, 11, 2), date(2026, 11, 3))
    middle = _half(facts.registered_day, facts.months, Half())
    return tuple(middle + timedelta(days=gap) for gap in (-1, 0, 1))


def _starts(facts: Any) -> tuple[date, ...]:
    return (_REGISTERED, _REGISTERED + timedelta(days=1))


@facts_class("early-cancellation")
class EarlyCancellation:
    """Asking the court to cancel a conditional sentence early."""

    registered_day: Maybe[date] = fact("day", near=_starts)
    months: Maybe[int] = fact("count", least=1, most=240, borders=(24,))
    submission_day: Maybe[date] = fact("day", near=_submissions)
    corrected: Maybe[bool] = fact("bool")
    submitted: Maybe[bool] = fact("bool")


class Half(NamedTuple):
    """The share of the term, how it is counted, and what else is needed."""

    over: int = 1
    under: int = 2
    by_days: bool = False
    counts_first: bool = False
    correction: bool = True
    submission: bool = True


_SHARES = (
    Mutation("a-third", "neighbouring list", {"under": 3}),
    Mutation("two-thirds", "neighbouring list", {"over": 2, "under": 3}),
)


def _middle(f: EarlyCancellation, n: Half) -> Maybe[date]:
    if isinstance(f.registered_day, Unknown) or isinstance(f.months, Unknown):
        return UNKNOWN
    return _half(f.registered_day, f.months, n)


@rule(
    "conditional-half-day", facts=EarlyCancellation, on="registered_day", edition="cc@2020-01", value="day",
    numbers=Half(), norms=("conditional-half-term-submission", "s-cc-64-1-half-term", "s-511-73-85"),
    provisions=("cc/64/1",), mutations=_SHARES, otherwise=SHARES,
)  # fmt: skip
def half_day(f: EarlyCancellation, n: Half) -> Answer:
    """CC 64(1): the day on which half of the control term has run (C12)."""
    day = _middle(f, n)
    step = because("cc/64/1", "conditional-half-runs", known(day, lambda d: True), "registered_day", "months",
                   convention="C12", start=f.registered_day, months=f.months, day=day)  # fmt: skip
    return Answer(day, step)


def _passed(f: EarlyCancellation, n: Half, where: str) -> Condition:
    day = _middle(f, n)
    left: Maybe[int] = UNKNOWN
    if not isinstance(day, Unknown) and not isinstance(f.submission_day, Unknown):
        left = (f.submission_day - day).days
    return because(where, "conditional-half-passed", known(left, lambda d: d >= 0), "registered_day", "months",
                   "submission_day", convention="C12", half=day, day=f.submission_day)  # fmt: skip


def _corrected(f: EarlyCancellation, n: Half, where: str) -> Condition:
    return because(where, "conditional-corrected", is_true(f.corrected) if n.correction else YES, "corrected")


_NO_CORRECTION = Mutation("correction-not-needed", "exception ignored", {"correction": False})


@rule(
    "conditional-cancel-law", facts=EarlyCancellation, on="submission_day", edition="probation-law@2020-01",
    numbers=Half(), norms=("conditional-early-cancellation-half-term-law",), provisions=("probation-law/15/5",),
    mutations=(*_SHARES, _NO_CORRECTION), otherwise=SHARES,
)  # fmt: skip
def in_the_law(f: EarlyCancellation, n: Half) -> Condition:
    """Law 15(5): at least half of the term, and correction shown by conduct."""
    where = "probation-law/15/5"
    return all_of(_passed(f, n, where), _corrected(f, n, where))


@rule(
    "conditional-cancel-code", facts=EarlyCancellation, on="submission_day", edition="cc@2020-01", numbers=Half(),
    norms=("conditional-cancellation-three-conditions", "s-cc-64-1-half-term"), provisions=("cc/64/1",),
    mutations=(
        *_SHARES, _NO_CORRECTION, Mutation("court-by-itself", "exception ignored", {"submission": False}),
    ), otherwise=SHARES,
)  # fmt: skip
def in_the_code(f: EarlyCancellation, n: Half) -> Condition:
    """CC 64(1): half of the term, proven correction, the service's submission; then the court may cancel."""
    asked = is_true(f.submitted) if n.submission else YES
    return all_of(
        _passed(f, n, "cc/64/1"), _corrected(f, n, "cc/64/1"),
        because("cc/64/1", "conditional-submitted", asked, "submitted"),
    )  # fmt: skip


@decision(
    "conditional-early-cancellation", facts=EarlyCancellation,
    joins=("conditional-cancel-law", "conditional-cancel-code"),
    norms=("conditional-early-cancellation-half-term-law", "conditional-cancellation-three-conditions",
           "conditional-half-term-submission"),
)  # fmt: skip
def early(f: EarlyCancellation) -> Answer:
    """May the court cancel early? Law and code together; order 511 only names the procedure."""
    whole = all_of(use("conditional-cancel-law", f), use("conditional-cancel-code", f))
    return Answer(UNKNOWN if whole.truth is Truth.UNKNOWN else whole.truth, whole)


listed(
    "conditional-cancel-content", provision="order-511/79", edition="order-511@612",
    norms=("conditional-half-term-submission-content", "s-511-73-85"),
    items=("conditional-personality-data", "conditional-conduct-data", "conditional-ask-cancel"),
    wrongly="conditional-new-duties",
)  # fmt: skip
