"""Breach and evasion of corrective labour, and what the service does about them (CEC 53, 54; CC 42)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import first_that_holds
from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, ask, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known

_EDITION = "cec@2020-01"
_IMPRISONMENT, _MILDER = "submission-imprisonment", "submission-restriction-or-imprisonment"


@facts_class("labour-breach")
class LabourBreach:
    """What a convict to corrective labour did or left undone, found on a day; times, days and months are counted."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 30), date(2025, 11, 3)))
    offence: Maybe[str] = fact("choice", "misdemeanour", "minor-or-medium-crime", "grave-crime")
    breaches_in_year: Maybe[int] = fact("count", least=0, most=50, borders=(1, 2))
    days_unknown: Maybe[int] = fact("count", least=0, most=1_000, borders=(15,))
    left_country: Maybe[bool] = fact("bool")
    months_jobless: Maybe[int] = fact("count", least=0, most=60, borders=(3,))


class Evasion(NamedTuple):
    """At least so many breaches within a year, more than so many days unknown."""

    breaches: int = 2
    days: int = 15


@rule(
    "labour-evader", facts=LabourBreach, on="day", edition=_EDITION, numbers=Evasion(),
    norms=("corrective-absconding-15-days", "s-cec-54-liability"), provisions=("cec/54/3", "cec/54/4"), mutations=(
        Mutation("one-breach", "border off by one", {"breaches": 1}),
        Mutation("three-breaches", "border off by one", {"breaches": 3}),
        Mutation("on-the-fifteenth", "border off by one", {"days": 14}),
        Mutation("thirty-days", "neighbouring list", {"days": 30}),
    ),
)  # fmt: skip
def evader(f: LabourBreach, n: Evasion) -> Condition:
    """CEC 54(3)-(4): duties broken again within a year, hiding over fifteen days, leaving the country."""
    return any_of(
        because("cec/54/3", "broken-again", known(f.breaches_in_year, lambda times: times >= n.breaches),
                "breaches_in_year", times=f.breaches_in_year, limit=n.breaches),
        because("cec/54/4", "hidden-too-long", known(f.days_unknown, lambda days: days > n.days), "days_unknown",
                days=f.days_unknown, limit=n.days),
        because("cec/54/3", "left-the-country", is_true(f.left_country), "left_country"),
    )  # fmt: skip


class Jobless(NamedTuple):
    """For at least so many months."""

    months: int = 3


@rule(
    "labour-jobless", facts=LabourBreach, on="day", edition=_EDITION, numbers=Jobless(),
    norms=("corrective-malicious-evasion-replacement", "s-cec-54-liability"), provisions=("cec/54/2",), mutations=(
        Mutation("two-months", "border off by one", {"months": 2}),
        Mutation("four-months", "border off by one", {"months": 4}),
    ),
)  # fmt: skip
def jobless(f: LabourBreach, n: Jobless) -> Condition:
    """CEC 54(2): three months without work since dismissal; a ground of its own, evasion is not needed."""
    return because(
        "cec/54/2", "jobless-for-months", known(f.months_jobless, lambda months: months >= n.months),
        "months_jobless", months=f.months_jobless, limit=n.months,
    )  # fmt: skip


@rule(
    "labour-breach-warned", facts=LabourBreach, on="day", edition=_EDITION, numbers=Evasion(breaches=1),
    norms=("corrective-breach-penalties", "s-cec-54-liability"), provisions=("cec/54/1",),
    mutations=(Mutation("first-is-nothing", "exception ignored", {"breaches": 2}),),
)  # fmt: skip
def warned(f: LabourBreach, n: Evasion) -> Condition:
    """CEC 54(1): a breach is warned about in writing."""
    broken = known(f.breaches_in_year, lambda times: times >= n.breaches)
    return because("cec/54/1", "labour-broken", broken, "breaches_in_year", times=f.breaches_in_year)


class Kinds(NamedTuple):
    """What replaces the rest, by the offence."""

    misdemeanour: str = "submission-works-or-arrest"
    lesser: str = _MILDER
    grave: str = _IMPRISONMENT


@rule(
    "labour-replaced-by", facts=LabourBreach, on="day", edition="cc@2020-01", value="place", numbers=Kinds(),
    norms=("s-cc-42-replacement", "corrective-malicious-evasion-replacement"),
    provisions=("cc/42/5/1", "cc/42/5/2", "cc/42/5/3"), mutations=(
        Mutation("arrest-alone", "exception ignored", {"misdemeanour": "submission-arrest"}),
        Mutation("restriction-for-grave", "neighbouring list", {"grave": _MILDER}),
        Mutation("fine-for-misdemeanour", "neighbouring list", {"misdemeanour": "submission-fine"}),
    ),
)  # fmt: skip
def replaced_by(f: LabourBreach, n: Kinds) -> Answer:
    """CC 42(5): by the offence; for crimes CEC 54(2) names imprisonment alone, which passes as a reading."""
    if isinstance(f.offence, Unknown):
        return Answer(UNKNOWN, because("cc/42/5/1", "replaced-by-offence", Truth.UNKNOWN, "offence"))
    kinds = {
        "misdemeanour": (n.misdemeanour, "1"),
        "minor-or-medium-crime": (n.lesser, "2"),
        "grave-crime": (n.grave, "3"),
    }
    value, item = kinds[f.offence]
    step = because(f"cc/42/5/{item}", "replaced-by-offence", YES if item == "1" else NO, "offence")
    return Answer(value, Condition("list", YES, parts=(step,)))


@decision(
    "breach-consequence-corrective-labour", facts=LabourBreach, value="place",
    joins=("labour-evader", "labour-jobless", "labour-replaced-by", "labour-breach-warned"),
    norms=("corrective-malicious-evasion-replacement", "s-cec-54-liability"),
)  # fmt: skip
def consequence(f: LabourBreach) -> Answer:
    """What follows: a submission for an evader or after three months without work, a warning for a breach."""
    ground = any_of(use("labour-evader", f), use("labour-jobless", f))
    if ground.truth is YES:
        replaced = ask("labour-replaced-by", f)
        if isinstance(replaced.value, Unknown):
            return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(ground, replaced.condition)))
        readings = ((_IMPRISONMENT, "cec/54/2"),) if replaced.value == _MILDER else ()
        return Answer(replaced.value, Condition("list", YES, parts=(ground, replaced.condition)), readings)
    lesser = first_that_holds(((ground, ""), (use("labour-breach-warned", f), "warning-in-writing")), "nothing-follows")
    return lesser if ground.truth is NO else Answer(UNKNOWN, lesser.condition)


@facts_class("labour-no-show")
class NoShow:
    """A convict did not come when called, and why."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    reason: Maybe[str] = fact("choice", "late-summons", "illness", "other", "none")
    documented: Maybe[bool] = fact("bool")


class Valid(NamedTuple):
    """Reasons that count without a paper and with one."""

    plain: tuple[str, ...] = ("late-summons",)
    on_paper: tuple[str, ...] = ("illness", "other")


@rule(
    "no-show-excused", facts=NoShow, on="day", edition=_EDITION, numbers=Valid(), norms=("s-cec-53-duties",),
    provisions=("cec/53/2",), mutations=(
        Mutation("summons-does-not-count", "exception ignored", {"plain": ()}),
        Mutation("any-reason", "neighbouring list", {"plain": ("late-summons", "other")}),
        Mutation("illness-never", "exception ignored", {"on_paper": ("other",)}),
    ),
)  # fmt: skip
def excused(f: NoShow, n: Valid) -> Answer:
    """CEC 53(2): late receipt of the summons; illness and other documented circumstances.

    The Kazakh text asks for papers on the other circumstances, the Russian one seems to ask for them on illness
    too: undocumented illness passes either way.
    """
    late = because("cec/53/2", "summons-came-late", is_one_of(f.reason, *n.plain), "reason")
    grave = because("cec/53/2", "circumstances-prevented", is_one_of(f.reason, *n.on_paper), "reason")
    papers = because("cec/53/2", "circumstances-documented", is_true(f.documented), "documented")
    whole = any_of(late, all_of(grave, papers))
    open_ = f.reason == "illness" and f.documented is False and whole.truth is NO
    return Answer(
        UNKNOWN if whole.truth is Truth.UNKNOWN else whole.truth, whole, ((YES, "cec/53/2"),) if open_ else ()
    )
