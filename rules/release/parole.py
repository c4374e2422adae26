"""Parole: who is barred, when it must be granted, what follows from breaches (CC 72(1), (7)-(8); 86)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.release.shares import EDITION
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, either, is_one_of, is_true, known, opposite

_ASKED = date(2025, 11, 3)
_BAR = "cc/72/8"


@facts_class("parole-bar")
class ParoleBar:
    """The crime and the earlier relief of a person who asks for parole."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    crime: Maybe[str] = fact(
        "choice", "terror-with-deaths", "grave-corruption", "minors-sexual", "group-killing", "torture", "other"
    )
    privileged: Maybe[bool] = fact("bool")
    agreement: Maybe[bool] = fact("bool")
    both_minors: Maybe[bool] = fact("bool")
    replaced_by_restriction: Maybe[bool] = fact("bool")
    lifer_paroled_before: Maybe[bool] = fact("bool")
    lifer_new_grave_crime: Maybe[bool] = fact("bool")


class Bars(NamedTuple):
    """Which bars are looked at and whether their exceptions are."""

    exceptions: bool = True
    replaced: bool = True
    torture: bool = True


def _spared(f: ParoleBar, n: Bars) -> tuple[Truth, Truth, Truth]:
    if not n.exceptions:
        return NO, NO, NO
    privileged = is_true(f.privileged)
    return either((privileged, is_true(f.agreement))), is_true(f.both_minors), privileged


@rule(
    "parole-barred", facts=ParoleBar, on="day", edition=EDITION, numbers=Bars(), norms=("s-cc-72-8-exclusions",),
    provisions=(_BAR,),
    mutations=(
        Mutation("exceptions-ignored", "exception ignored", {"exceptions": False}),
        Mutation("replaced-too", "exception ignored", {"replaced": False}),
        Mutation("torture-forgotten", "neighbouring list", {"torture": False}),
    ),
)  # fmt: skip
def barred(f: ParoleBar, n: Bars) -> Condition:
    """CC 72(8): crimes and persons to whom parole is not applied."""
    corrupt, young, killed = _spared(f, n)
    replaced = is_true(f.replaced_by_restriction) if n.replaced else NO
    torture = is_one_of(f.crime, "torture") if n.torture else NO
    return any_of(
        because(_BAR, "parole-bar-terror", is_one_of(f.crime, "terror-with-deaths"), "crime"),
        all_of(because(_BAR, "parole-bar-corruption", is_one_of(f.crime, "grave-corruption"), "crime"),
               because(_BAR, "parole-bar-corruption-plain", opposite(corrupt), "privileged", "agreement")),
        all_of(because(_BAR, "parole-bar-minors", is_one_of(f.crime, "minors-sexual"), "crime"),
               because(_BAR, "parole-bar-not-both-minors", opposite(young), "both_minors")),
        all_of(because(_BAR, "parole-bar-killing", is_one_of(f.crime, "group-killing"), "crime"),
               because(_BAR, "parole-bar-not-privileged", opposite(killed), "privileged")),
        because(_BAR, "parole-bar-torture", torture, "crime"),
        because(_BAR, "parole-bar-replaced", replaced, "replaced_by_restriction"),
        because(_BAR, "parole-bar-lifer-again", is_true(f.lifer_paroled_before), "lifer_paroled_before"),
        because(_BAR, "parole-bar-lifer-crime", is_true(f.lifer_new_grave_crime), "lifer_new_grave_crime"),
    )  # fmt: skip


@facts_class("parole-ground")
class ParoleGround:
    """Damage and conduct of a person who has served the share."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    crime_as_minor: Maybe[bool] = fact("bool")
    damage_repaid: Maybe[bool] = fact("bool")
    malicious_breach: Maybe[bool] = fact("bool")


class Grounds(NamedTuple):
    """Whether damage and malicious breaches matter, and whether minors are judged apart."""

    damage: bool = True
    conduct: bool = True
    minors: bool = True


@rule(
    "parole-must", facts=ParoleGround, on="day", edition=EDITION, numbers=Grounds(),
    norms=("s-cc-72-shares", "s-cc-86-87-minors-shares"), provisions=("cc/72/1", "cc/86/1"),
    mutations=(
        Mutation("damage-ignored", "exception ignored", {"damage": False}),
        Mutation("conduct-ignored", "exception ignored", {"conduct": False}),
        Mutation("minors-as-adults", "neighbouring list", {"minors": False}),
    ),
)  # fmt: skip
def must(f: ParoleGround, n: Grounds) -> Condition:
    """CC 72(1), 86(1): once the share is served the court *must* grant it: damage repaid and no malicious breach."""
    repaid = is_true(f.damage_repaid) if n.damage else YES
    clean = opposite(is_true(f.malicious_breach)) if n.conduct else YES
    minor = is_true(f.crime_as_minor) if n.minors else NO
    return choose(
        because("cc/86/1", "parole-crime-as-minor", minor, "crime_as_minor"),
        lambda: because("cc/86/1", "parole-clean", clean, "malicious_breach"),
        lambda: all_of(
            because("cc/72/1", "parole-damage", repaid, "damage_repaid"),
            because("cc/72/1", "parole-clean", clean, "malicious_breach"),
        ),
    )


@facts_class("parolee-breach")
class ParoleeBreach:
    """What an adult parolee did in the rest of the term."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    act: Maybe[str] = fact(
        "choice", "admin-offences", "duty-evasion", "not-registered", "negligent-crime", "intentional-minor-crime",
        "intentional-graver-crime",
    )  # fmt: skip
    times: Maybe[int] = fact("count", least=1, most=20, borders=(2,))
    valid_reason: Maybe[bool] = fact("bool")
    privileged: Maybe[bool] = fact("bool")


class Limits(NamedTuple):
    """How many punished offences, more than how many evasions, and whether reasons and privilege matter."""

    offences: int = 2
    evasions: int = 2
    reasons: bool = True
    privilege: bool = True


_MAY, _AT_SENTENCING, _MUST, _NONE = (
    "parole-court-may-cancel", "parole-court-decides-at-sentencing", "parole-court-cancels", "parole-no-ground",
)  # fmt: skip


def _on_submission(f: ParoleeBreach, n: Limits) -> Condition:
    unexcused = opposite(is_true(f.valid_reason)) if n.reasons else YES
    reason = because("cc/72/7/1", "parolee-no-reason", unexcused, "valid_reason")
    if f.act == "admin-offences":
        enough = known(f.times, lambda times: times >= n.offences)
        return because("cc/72/7/1", "parolee-offences", enough, "times", times=f.times, limit=n.offences)
    if f.act == "duty-evasion":
        enough = known(f.times, lambda times: times > n.evasions)
        often = because("cc/72/7/1", "parolee-evasions", enough, "times", times=f.times, limit=n.evasions)
        return all_of(often, reason)
    return all_of(because("cc/72/7/1", "parolee-not-registered", YES, "act"), reason)


def _after_crime(f: ParoleeBreach, n: Limits) -> Answer:
    if f.act == "negligent-crime":
        return Answer(_AT_SENTENCING, because("cc/72/7/2", "parolee-negligent", YES, "act"))
    if f.act == "intentional-minor-crime" and n.privilege:
        if isinstance(f.privileged, Unknown):
            return Answer(UNKNOWN, because("cc/72/7/2", "parolee-privileged", Truth.UNKNOWN, "privileged"))
        if f.privileged:
            return Answer(_AT_SENTENCING, because("cc/72/7/2", "parolee-privileged", YES, "privileged"))
    return Answer(_MUST, because("cc/72/7/3", "parolee-intentional", YES, "act"))


@rule(
    "parole-cancellation", facts=ParoleeBreach, on="day", edition=EDITION, value="place", numbers=Limits(),
    norms=("s-cc-72-7-cancellation",), provisions=("cc/72/7/1", "cc/72/7/2", "cc/72/7/3"),
    mutations=(
        Mutation("one-offence", "border off by one", {"offences": 1}),
        Mutation("two-evasions", "border off by one", {"evasions": 1}),
        Mutation("no-reason-excuses", "exception ignored", {"reasons": False}),
        Mutation("privilege-ignored", "exception ignored", {"privilege": False}),
    ),
)  # fmt: skip
def cancellation(f: ParoleeBreach, n: Limits) -> Answer:
    """CC 72(7): the court may cancel on submission, decides when sentencing, or cancels."""
    if isinstance(f.act, Unknown):
        return Answer(UNKNOWN, because("cc/72/7/1", "parolee-act", Truth.UNKNOWN, "act"))
    if f.act.endswith("-crime"):
        return _after_crime(f, n)
    ground = _on_submission(f, n)
    if ground.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, ground)
    return Answer(_MAY if ground.truth is YES else _NONE, ground)
