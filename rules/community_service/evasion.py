"""Breach and evasion of community service, and what the service does about them (CEC 60; CC 43, 45)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import first_that_holds
from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, ask, decision, rule, use
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_EVASION, _HIDING = "cec/60/3", "cec/60/4"


@facts_class("works-breach")
class WorksBreach:
    """What a convict to community service did or left undone, found on a day; days and times are counted."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 30), date(2025, 11, 3)))
    offence: Maybe[str] = fact("choice", "misdemeanour", "crime")
    refused_to_start: Maybe[bool] = fact("bool")
    absences_in_month: Maybe[int] = fact("count", least=0, most=31, borders=(1, 2))
    absence_documented: Maybe[bool] = fact("bool")
    times_drunk: Maybe[int] = fact("count", least=0, most=20, borders=(1, 2))
    drunk_proved: Maybe[bool] = fact("bool")
    days_unknown: Maybe[int] = fact("count", least=0, most=1_000, borders=(15,))
    left_country: Maybe[bool] = fact("bool")
    other_duty_broken: Maybe[bool] = fact("bool")


class Evasion(NamedTuple):
    """More than so many absences, at least so many times drunk, more than so many days unknown."""

    absences: int = 2
    drunk: int = 2
    days: int = 15
    proof: bool = True
    documented: bool = True


def _absent(f: WorksBreach, n: Evasion, more_than: int, sentence: str) -> Condition:
    many = because(
        _EVASION, sentence, known(f.absences_in_month, lambda times: times > more_than), "absences_in_month",
        times=f.absences_in_month, limit=more_than,
    )  # fmt: skip
    if not n.documented:
        return many
    none = because(_EVASION, "absence-unexcused", opposite(is_true(f.absence_documented)), "absence_documented")
    return all_of(many, none)


def _drunk(f: WorksBreach, n: Evasion, least: int, sentence: str) -> Condition:
    often = because(
        _EVASION, sentence, known(f.times_drunk, lambda times: times >= least), "times_drunk", times=f.times_drunk,
        limit=least,
    )  # fmt: skip
    if not n.proof:
        return often
    return all_of(often, because(_EVASION, "drunk-proved", is_true(f.drunk_proved), "drunk_proved"))


@rule(
    "works-evader", facts=WorksBreach, on="day", edition="cec@2020-01", numbers=Evasion(),
    norms=("s-cec-60-liability",), provisions=(_EVASION, _HIDING), mutations=(
        Mutation("two-absences", "border off by one", {"absences": 1}),
        Mutation("four-absences", "border off by one", {"absences": 3}),
        Mutation("drunk-once", "border off by one", {"drunk": 1}),
        Mutation("on-the-fifteenth", "border off by one", {"days": 14}),
        Mutation("thirty-days", "neighbouring list", {"days": 30}),
        Mutation("no-proof-needed", "exception ignored", {"proof": False}),
        Mutation("documents-ignored", "exception ignored", {"documented": False}),
    ),
)  # fmt: skip
def evader(f: WorksBreach, n: Evasion) -> Condition:
    """CEC 60(3)-(4): refusal to start, over two absences a month, drunk twice, hiding over 15 days, abroad."""
    return any_of(
        because(_EVASION, "refused-to-start", is_true(f.refused_to_start), "refused_to_start"),
        _absent(f, n, n.absences, "absent-often"),
        _drunk(f, n, n.drunk, "drunk-often"),
        because(_HIDING, "hidden-too-long", known(f.days_unknown, lambda days: days > n.days), "days_unknown",
                days=f.days_unknown, limit=n.days),
        because(_EVASION, "left-the-country", is_true(f.left_country), "left_country"),
    )  # fmt: skip


@rule(
    "works-breach-warned", facts=WorksBreach, on="day", edition="cec@2020-01", numbers=Evasion(),
    norms=("s-cec-60-liability", "s-cec-59-duties"), provisions=("cec/60/1", _EVASION), mutations=(
        Mutation("one-absence-is-nothing", "border off by one", {"absences": 3}),
        Mutation("no-proof-needed", "exception ignored", {"proof": False}),
        Mutation("documents-ignored", "exception ignored", {"documented": False}),
    ),
)  # fmt: skip
def warned(f: WorksBreach, n: Evasion) -> Condition:
    """CEC 60(1): any breach of the order and conditions short of evasion is warned about in writing."""
    return any_of(
        _absent(f, n, n.absences - 2, "absent-at-all"),
        _drunk(f, n, n.drunk - 1, "drunk-at-all"),
        because("cec/60/1", "works-duty-broken", is_true(f.other_duty_broken), "other_duty_broken"),
    )


class Kinds(NamedTuple):
    """What replaces the rest of the punishment."""

    misdemeanour: str = "submission-arrest"
    crime: str = "submission-restriction-or-imprisonment"


@rule(
    "works-replaced-by", facts=WorksBreach, on="day", edition="cec@2020-01", value="place", numbers=Kinds(),
    norms=("s-cec-60-liability",), provisions=("cec/60/2",), mutations=(
        Mutation("imprisonment-for-misdemeanour", "neighbouring list", {"misdemeanour": "submission-imprisonment"}),
        Mutation("imprisonment-alone", "exception ignored", {"crime": "submission-imprisonment"}),
    ),
)  # fmt: skip
def replaced_by(f: WorksBreach, n: Kinds) -> Answer:
    """CEC 60(2): arrest for a misdemeanour; restriction of liberty or imprisonment for a crime."""
    small = is_one_of(f.offence, "misdemeanour")
    step = because("cec/60/2", "replaced-by-offence", small, "offence")
    if small is Truth.UNKNOWN:
        return Answer(UNKNOWN, step)
    return Answer(n.misdemeanour if small is YES else n.crime, step)


@decision(
    "breach-consequence-community-service", facts=WorksBreach, value="place",
    joins=("works-evader", "works-replaced-by", "works-breach-warned"), norms=("s-cec-60-liability",),
)  # fmt: skip
def consequence(f: WorksBreach) -> Answer:
    """What follows: a submission to replace the rest for an evader, a written warning for a breach, else nothing."""
    evades = use("works-evader", f)
    if evades.truth is YES:
        replaced = ask("works-replaced-by", f)
        whole = Condition("list", replaced.condition.truth, parts=(evades, replaced.condition))
        if isinstance(replaced.value, Unknown):
            return Answer(UNKNOWN, whole._replace(truth=Truth.UNKNOWN))
        return Answer(replaced.value, whole._replace(truth=YES))
    lesser = first_that_holds(((evades, ""), (use("works-breach-warned", f), "warning-in-writing")), "nothing-follows")
    return lesser if evades.truth is not Truth.UNKNOWN else Answer(UNKNOWN, lesser.condition)


@facts_class("works-unserved")
class Unserved:
    """Hours of community service that an evader did not work."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    hours: Maybe[int] = fact("count", least=0, most=1_200, borders=(4, 10))


class Ratio(NamedTuple):
    """Hours of community service for one day of the punishment that replaces it."""

    hours: int = 4


@rule(
    "works-replaced-days", facts=Unserved, on="day", edition="cc@2020-01", value="amount", numbers=Ratio(),
    norms=("s-cc-43-evasion-ratio",), provisions=("cc/43/2-1",), mutations=(
        Mutation("eight-hours-a-day", "neighbouring list", {"hours": 8}),
        Mutation("two-hours-a-day", "neighbouring list", {"hours": 2}),
    ),
)  # fmt: skip
def replaced_days(f: Unserved, n: Ratio) -> Answer:
    """CC 43(2-1): one day for four unworked hours; a rest under four hours is not regulated, both ways pass."""
    if isinstance(f.hours, Unknown):
        return Answer(UNKNOWN, because("cc/43/2-1", "works-ratio", Truth.UNKNOWN, "hours", ratio=n.hours))
    days, rest = divmod(f.hours, n.hours)
    step = because("cc/43/2-1", "works-ratio", YES, "hours", hours=f.hours, ratio=n.hours, days=days)
    return Answer(days, step, ((days + 1, "cc/43/2-1"),) if rest else ())
