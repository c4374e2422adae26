"""Breaches of restriction of liberty and what follows: a written warning, or materials to court (CEC 67, 68)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import FactFault, fact, facts_class
from rules.periods import Unit, last_day
from rules.pretrial.persons import comes_after
from rules.registry import Answer, Mutation, Otherwise, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_CODE = "cec@2020-01"
_OURS = date(2025, 11, 3)


def _earlier(facts: Any) -> tuple[date, ...]:
    day = _OURS if isinstance(facts.day, Unknown) else facts.day
    return tuple(day - timedelta(days=gap) for gap in (30, 364, 365, 366, 367))


def _later(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.earlier_day, Unknown):
        return (_OURS,)
    return tuple(facts.earlier_day + timedelta(days=gap) for gap in (30, 364, 365, 366, 367))


@facts_class("restriction-breach")
class RestrictionBreach:
    """What a person serving restriction of liberty did, and what was before."""

    day: Maybe[date] = fact("day", near=_later)
    act: Maybe[str] = fact(
        "choice", "duty-failed", "no-show", "device-damage", "admin-offence", "left-country", "criminal-offence",
        "refusal", "hiding", "labour-evasion", "other",
    )  # fmt: skip
    valid_reason: Maybe[bool] = fact("bool")
    wilful: Maybe[bool] = fact("bool")
    penalty_imposed: Maybe[bool] = fact("bool")
    unknown_days: Maybe[int] = fact("count", least=0, most=365, borders=(15,))
    earlier: Maybe[bool] = fact("bool")
    earlier_day: Maybe[date] = fact("day", near=_earlier)

    @staticmethod
    def contradictions(facts: RestrictionBreach) -> tuple[FactFault, ...]:
        """The earlier breach comes before this one."""
        if comes_after(facts.earlier_day, facts.day):
            return (FactFault("earlier_day", "fact_earlier_breach_after_this", str(facts.earlier_day)),)
        return ()


class Breach(NamedTuple):
    """Whether reasons, intent and a penalty matter."""

    reasons: bool = True
    intent: bool = True
    penalty: bool = True


_WAYS = (
    Mutation("no-reason-excuses", "exception ignored", {"reasons": False}),
    Mutation("intent-not-needed", "exception ignored", {"intent": False}),
    Mutation("penalty-not-needed", "exception ignored", {"penalty": False}),
)


@rule(
    "restriction-breach", facts=RestrictionBreach, on="day", edition=_CODE, numbers=Breach(), mutations=_WAYS,
    norms=("s-cec-67-breaches", "s-cec-66-duties", "s-cec-68-liability"),
    provisions=("cec/67/1", "cec/66/1", "cec/66/1/6", "cec/68/1"),
)  # fmt: skip
def breach(f: RestrictionBreach, n: Breach) -> Condition:
    """CEC 67(1): a duty of art. 66(1) failed, wilful damage to the device, a punished administrative offence."""
    unexcused = opposite(is_true(f.valid_reason)) if n.reasons else YES
    wilful = is_true(f.wilful) if n.intent else YES
    punished = is_true(f.penalty_imposed) if n.penalty else YES
    return any_of(
        because("cec/67/1", "restriction-act-duty-failed", is_one_of(f.act, "duty-failed"), "act"),
        all_of(
            because("cec/66/1/6", "restriction-act-no-show", is_one_of(f.act, "no-show"), "act"),
            because("cec/66/1/6", "restriction-no-reason", unexcused, "valid_reason"),
        ),
        all_of(
            because("cec/67/1", "restriction-act-device", is_one_of(f.act, "device-damage"), "act"),
            because("cec/67/1", "restriction-act-wilful", wilful, "wilful"),
        ),
        all_of(
            because("cec/67/1", "restriction-act-admin-offence", is_one_of(f.act, "admin-offence"), "act"),
            because("cec/67/1", "restriction-act-punished", punished, "penalty_imposed"),
        ),
    )


class Malice(NamedTuple):
    """Within how many years a repeat is malicious, after how many days a person is hiding."""

    years: int = 1
    days: int = 15
    earlier_needed: bool = True
    counts_first: bool = False


def _repeat(f: RestrictionBreach, n: Malice) -> Condition:
    if not n.earlier_needed:
        return because("cec/67/2/1", "restriction-earlier", YES, "earlier")
    last: Maybe[date] = UNKNOWN
    within = Truth.UNKNOWN
    if not isinstance(f.earlier_day, Unknown):
        last = last_day(f.earlier_day, n.years, Unit.YEARS, counts_first=n.counts_first)
        within = known(f.day, lambda day: day <= last)
    return all_of(
        because("cec/67/2/1", "restriction-earlier", is_true(f.earlier), "earlier"),
        because(
            "cec/67/2/1", "restriction-repeat", within, "earlier_day", "day", convention="C1", last=last, day=f.day
        ),
    )


@rule(
    "restriction-malicious", facts=RestrictionBreach, on="day", edition=_CODE, numbers=Malice(),
    norms=("s-cec-67-breaches", "restriction-malicious-evasion-materials-law",
           "law-restriction-breach-warning-then-replacement"),
    provisions=("cec/67/2", "cec/67/2/1", "cec/67/3", "cec/67/1", "cec/66/1/6"),
    otherwise=(Otherwise("C1", {"counts_first": True}),),
    mutations=(
        Mutation("two-years", "border off by one", {"years": 2}),
        Mutation("first-breach-too", "exception ignored", {"earlier_needed": False}),
        Mutation("on-the-fifteenth", "border off by one", {"days": 14}),
        Mutation("a-month-hiding", "neighbouring list", {"days": 30}),
    ),
)  # fmt: skip
def malicious(f: RestrictionBreach, n: Malice) -> Condition:
    """CEC 67(2)-(3): a repeat within a year, leaving the country, an offence, refusal, hiding, evading labour."""
    where = "cec/67/2"
    return any_of(
        because(where, "restriction-act-left-country", is_one_of(f.act, "left-country"), "act"),
        because(where, "restriction-act-criminal-offence", is_one_of(f.act, "criminal-offence"), "act"),
        because(where, "restriction-act-refusal", is_one_of(f.act, "refusal"), "act"),
        all_of(
            because(where, "restriction-act-hiding", is_one_of(f.act, "hiding"), "act"),
            because("cec/67/3", "restriction-unknown-long", known(f.unknown_days, lambda d: d > n.days), "unknown_days",
                    gone=f.unknown_days, limit=n.days),
        ),
        all_of(
            because(where, "restriction-act-labour-evasion", is_one_of(f.act, "labour-evasion"), "act"),
            because(where, "restriction-labour-no-reason", opposite(is_true(f.valid_reason)), "valid_reason"),
        ),
        all_of(breach(f, Breach()), _repeat(f, n)),
    )  # fmt: skip


class Penalty(NamedTuple):
    """In which form the warning is given."""

    must: bool = True


@rule(
    "restriction-warning-due", facts=RestrictionBreach, on="day", edition="probation-law@2020-01", numbers=Penalty(),
    norms=("restriction-breach-written-warning-law", "law-restriction-breach-warning-then-replacement"),
    provisions=("probation-law/15/4/1",),
    mutations=(Mutation("at-discretion", "exception ignored", {"must": False}),),
)  # fmt: skip
def warning_due(f: RestrictionBreach, n: Penalty) -> Condition:
    """Law 15(4)(1): for a breach the service gives a written warning; there is no discretion."""
    due = breach(f, Breach()).truth if n.must else NO
    return because(
        "probation-law/15/4/1", "restriction-warning-written", due, "act", "valid_reason", "wilful", "penalty_imposed"
    )


@decision(
    "breach-consequence-restriction", facts=RestrictionBreach, value="place",
    joins=("restriction-malicious", "restriction-breach", "restriction-warning-due"),
    norms=("s-cec-67-breaches", "s-cec-68-liability", "restriction-breach-written-warning-law",
           "restriction-malicious-evasion-materials-law"),
)  # fmt: skip
def consequence(f: RestrictionBreach) -> Answer:
    """What follows? Malicious: materials to court; another breach: a written warning; else nothing."""
    worst, broken = use("restriction-malicious", f), use("restriction-breach", f)
    warned = use("restriction-warning-due", f)
    if worst.truth is YES:
        to_court = because("cec/68/2", "restriction-materials-to-court", YES)
        return Answer("restriction-materials", Condition("list", YES, parts=(worst, to_court)))
    if Truth.UNKNOWN in (worst.truth, warned.truth):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(worst, broken, warned)))
    value = "restriction-warning" if warned.truth is YES else "no-consequence"
    return Answer(value, Condition("list", YES, parts=(worst, broken, warned)))
