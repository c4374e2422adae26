"""Breaches under a conditional sentence: extension with a warning, cancellation, a new crime (CEC 176; CC 64)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.tables import listed
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_CODE = "cec@2022-03"


def _ours(facts: object) -> tuple[date, ...]:
    return (date(2025, 11, 3),)


@facts_class("conditional-breach")
class ConditionalBreach:
    """What a person under a conditional sentence did, and what was before."""

    day: Maybe[date] = fact("day", near=_ours)
    act: Maybe[str] = fact(
        "choice", "admin-offence", "device-damage", "no-show", "moved-unnoticed", "genome-evasion", "misdemeanour",
        "court-duty-failed", "hiding", "other",
    )  # fmt: skip
    penalty_imposed: Maybe[bool] = fact("bool")
    wilful: Maybe[bool] = fact("bool")
    valid_reason: Maybe[bool] = fact("bool")
    unknown_days: Maybe[int] = fact("count", least=0, most=365, borders=(15,))
    warned_before: Maybe[bool] = fact("bool")
    minor: Maybe[bool] = fact("bool")


class Breach(NamedTuple):
    """What matters in the closed list."""

    penalty: bool = True
    intent: bool = True
    reasons: bool = True
    plain: tuple[str, ...] = ("moved-unnoticed", "genome-evasion", "misdemeanour")


_WAYS = (
    Mutation("penalty-not-needed", "exception ignored", {"penalty": False}),
    Mutation("intent-not-needed", "exception ignored", {"intent": False}),
    Mutation("no-reason-excuses", "exception ignored", {"reasons": False}),
    Mutation("genome-forgotten", "repealed edition", {"plain": ("moved-unnoticed", "misdemeanour")}),
)


@rule(
    "conditional-breach", facts=ConditionalBreach, on="day", edition=_CODE, numbers=Breach(), mutations=_WAYS,
    norms=("s-cec-176-1-breaches",),
    provisions=("cec/176/1", "cec/176/1/1", "cec/176/1/2"),
)  # fmt: skip
def breach(f: ConditionalBreach, n: Breach) -> Condition:
    """CEC 176(1): the closed list of breaches for which control is extended."""
    punished = is_true(f.penalty_imposed) if n.penalty else YES
    wilful = is_true(f.wilful) if n.intent else YES
    unexcused = opposite(is_true(f.valid_reason)) if n.reasons else YES
    first, second = "cec/176/1/1", "cec/176/1/2"
    return any_of(
        because("cec/176/1", "conditional-act-listed", is_one_of(f.act, *n.plain), "act"),
        all_of(
            because(first, "conditional-act-admin", is_one_of(f.act, "admin-offence"), "act"),
            because(first, "conditional-punished", punished, "penalty_imposed"),
        ),
        all_of(
            because(second, "conditional-act-device", is_one_of(f.act, "device-damage"), "act"),
            because(second, "conditional-wilful", wilful, "wilful"),
        ),
        all_of(
            because(second, "conditional-act-no-show", is_one_of(f.act, "no-show"), "act"),
            because(second, "conditional-unexcused", unexcused, "valid_reason"),
        ),
    )


class Graver(NamedTuple):
    """What leads to cancellation: court duty, hiding for more than so many days, a repeat."""

    duty: tuple[str, ...] = ("court-duty-failed",)
    days: int = 15
    repeat_needed: bool = True


@rule(
    "conditional-graver-breach", facts=ConditionalBreach, on="day", edition=_CODE, numbers=Graver(),
    norms=("s-cec-176-2-cancellation",),
    provisions=("cec/176/2", "cec/176/3", "cec/176/1", "cec/176/1/1", "cec/176/1/2"),
    mutations=(
        Mutation("court-duty-warned-first", "exception ignored", {"duty": ()}),
        Mutation("on-the-fifteenth", "border off by one", {"days": 14}),
        Mutation("a-month-hiding", "neighbouring list", {"days": 30}),
        Mutation("at-the-first-breach", "exception ignored", {"repeat_needed": False}),
    ),
)  # fmt: skip
def graver(f: ConditionalBreach, n: Graver) -> Condition:
    """CEC 176(2)-(3): a court duty failed, a listed breach repeated, or hiding for more than fifteen days."""
    before = is_true(f.warned_before) if n.repeat_needed else YES
    return any_of(
        because("cec/176/2", "conditional-court-duty", is_one_of(f.act, *n.duty), "act"),
        all_of(
            because("cec/176/2", "conditional-act-hiding", is_one_of(f.act, "hiding"), "act"),
            because("cec/176/3", "conditional-unknown-long", known(f.unknown_days, lambda d: d > n.days),
                    "unknown_days", gone=f.unknown_days, limit=n.days),
        ),
        all_of(
            breach(f, Breach()), because("cec/176/2", "conditional-warned-before", before, "warned_before")
        ),
    )  # fmt: skip


@decision(
    "breach-consequence-conditional", facts=ConditionalBreach, value="place",
    joins=("conditional-graver-breach", "conditional-breach"),
    norms=("s-cec-176-1-breaches", "s-cec-176-2-cancellation", "conditional-breach-options-law"),
)  # fmt: skip
def consequence(f: ConditionalBreach) -> Answer:
    """What follows? Extension and a warning; cancellation; for a minor at the second stage extension again."""
    graver_, listed_ = use("conditional-graver-breach", f), use("conditional-breach", f)
    parts = (graver_, listed_)
    if graver_.truth is YES:
        young = because("cec/176/2", "conditional-minor-again", is_true(f.minor), "minor")
        if young.truth is Truth.UNKNOWN:
            return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(graver_, young)))
        value = "conditional-extension-again" if young.truth is YES else "conditional-cancellation"
        return Answer(value, Condition("list", YES, parts=(graver_, young)))
    if Truth.UNKNOWN in (graver_.truth, listed_.truth):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=parts))
    value = "conditional-extension" if listed_.truth is YES else "no-consequence"
    return Answer(value, Condition("list", YES, parts=parts))


listed(
    "conditional-options", provision="probation-law/15/4/2", edition="probation-law@2020-01",
    norms=("conditional-breach-options-law",), items=("conditional-extension-asked", "conditional-cancellation"),
    wrongly="conditional-fine",
)  # fmt: skip
listed(
    "conditional-extension-grounds", provision="cc/64/2", edition="cc@2020-01", norms=("s-cc-64-2-extension",),
    items=("conditional-by-admin-offence", "conditional-by-device", "conditional-by-no-show", "conditional-by-move",
           "conditional-by-misdemeanour"),
    wrongly="conditional-by-lost-job",
)  # fmt: skip
listed(
    "conditional-cancellation-grounds", provision="cc/64/3", edition="cc@2020-01", norms=("s-cc-64-3-cancellation",),
    items=("conditional-by-court-duty", "conditional-by-repeat"), wrongly="conditional-by-first-breach",
)  # fmt: skip


@facts_class("conditional-extension")
class Extension:
    """How long control may be extended: who, and at which stage."""

    day: Maybe[date] = fact("day", near=_ours)
    minor: Maybe[bool] = fact("bool")
    stage: Maybe[str] = fact("choice", "first", "second")


class Months(NamedTuple):
    """Most months: an adult, a minor at the first stage, a minor at the second."""

    adult: int = 12
    minor: int = 6
    again: int = 12


@rule(
    "conditional-extension-most", facts=Extension, on="day", edition=_CODE, value="amount", numbers=Months(),
    norms=("conditional-extension-cap", "conditional-minor-extension", "s-cec-176-1-breaches",
           "s-cec-176-2-cancellation"),
    provisions=("cec/176/1", "cec/176/2"),
    mutations=(
        Mutation("minors-as-adults", "exception ignored", {"minor": 12}),
        Mutation("half-year-again", "neighbouring list", {"again": 6}),
        Mutation("two-years", "neighbouring list", {"adult": 24}),
    ),
)  # fmt: skip
def extension_most(f: Extension, n: Months) -> Answer:
    """CEC 176(1)-(2): at most a year; for a minor six months at the first stage, a year at the second."""
    where = "cec/176/2" if f.stage == "second" else "cec/176/1"
    parts = (
        because("cec/176/1", "conditional-first-stage", is_one_of(f.stage, "first"), "stage"),
        because(where, "conditional-young", is_true(f.minor), "minor"),
    )
    if isinstance(f.minor, Unknown) or isinstance(f.stage, Unknown):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=parts))
    months = (n.minor if f.stage == "first" else n.again) if f.minor else n.adult
    last = because(where, "conditional-most-months", YES, months=months)
    return Answer(months, Condition("list", YES, parts=(*parts, last)))


@facts_class("new-crime")
class NewCrime:
    """A new crime during control: intent, gravity, age group."""

    day: Maybe[date] = fact("day", near=_ours)
    intent: Maybe[bool] = fact("bool")
    gravity: Maybe[str] = fact("choice", "minor", "medium", "grave", "especially-grave")
    minor: Maybe[bool] = fact("bool")


class Free(NamedTuple):
    """The gravities for which the court may keep the conditional sentence: an adult's and a minor's."""

    adult: tuple[str, ...] = ("minor",)
    minor: tuple[str, ...] = ("minor", "medium")
    negligence: bool = True


@rule(
    "conditional-may-stay", facts=NewCrime, on="day", edition="cc@2020-01", numbers=Free(),
    norms=("s-cc-64-4-negligent-or-minor", "s-cc-64-5-medium-or-graver"), provisions=("cc/64/4", "cc/64/5"),
    mutations=(
        Mutation("medium-too", "neighbouring list", {"adult": ("minor", "medium")}),
        Mutation("minors-as-adults", "exception ignored", {"minor": ("minor",)}),
        Mutation("negligence-ignored", "exception ignored", {"negligence": False}),
    ),
)  # fmt: skip
def may_stay(f: NewCrime, n: Free) -> Condition:
    """CC 64(4)-(5): negligent or minor crimes, the sentencing court decides; graver ones, it must cancel."""
    careless = opposite(is_true(f.intent)) if n.negligence else opposite(YES)
    return any_of(
        because("cc/64/4", "conditional-crime-negligent", careless, "intent"),
        choose(
            because("cc/64/4", "conditional-crime-by-minor", is_true(f.minor), "minor"),
            lambda: because("cc/64/4", "conditional-crime-light", is_one_of(f.gravity, *n.minor), "gravity"),
            lambda: because("cc/64/4", "conditional-crime-light", is_one_of(f.gravity, *n.adult), "gravity"),
        ),
    )
