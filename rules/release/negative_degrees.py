"""Negative degrees of conduct: breakers, systematic and malicious breakers of the order (CEC 95, 130, 154)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import first_that_holds
from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import YES, Maybe, Truth, Unknown, is_true, known

_CODE, _NORMS = "cec@2025-09", ("s-cec-95-96-degrees",)
_DEGREES, _BREAKERS, _MINORS = "cec/95/4", "cec/130/3", "cec/154/4"
_ASKED = date(2025, 11, 3)


@facts_class("negative-conduct")
class NegativeConduct:
    """The penalties of a convict in an institution that still stand, and whether a breach was a malicious one."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    lighter_penalties: Maybe[int] = fact("count", least=0, most=100, borders=(1, 2))
    isolated: Maybe[bool] = fact("bool")
    malicious_act: Maybe[bool] = fact("bool")


class Levels(NamedTuple):
    """How many lighter penalties in six months are systematic, and what makes a breaker malicious."""

    systematic: int = 2
    needs_isolation: bool = True
    needs_act: bool = True


@rule(
    "negative-degree", facts=NegativeConduct, on="day", edition=_CODE, value="place", numbers=Levels(), norms=_NORMS,
    provisions=(_DEGREES, _BREAKERS), mutations=(
        Mutation("act-alone", "exception ignored", {"needs_isolation": False}),
        Mutation("isolation-alone", "exception ignored", {"needs_act": False}),
        Mutation("three-penalties", "border off by one", {"systematic": 3}),
    ),
)  # fmt: skip
def negative_degree(f: NegativeConduct, n: Levels) -> Answer:
    """CEC 95(4), 130(3): a malicious breaker third, a systematic one second, any other punished one first."""
    act = because(_BREAKERS, "breaker-malicious-act", is_true(f.malicious_act) if n.needs_act else YES, "malicious_act")
    isolated = is_true(f.isolated) if n.needs_isolation else YES
    punished = any_of(_penalties(f, 1), because(_BREAKERS, "breaker-isolated", is_true(f.isolated), "isolated"))
    found = first_that_holds(
        (
            (all_of(act, because(_BREAKERS, "breaker-isolated", isolated, "isolated")), "degree-negative-3"),
            (_penalties(f, n.systematic), "degree-negative-2"),
            (punished, "degree-negative-1"),
        ),
        "degree-not-negative",
    )
    if isinstance(found.value, Unknown):
        return found
    degree = because(_DEGREES, "negative-degree-is", YES, degree=found.value)
    return Answer(found.value, Condition("list", YES, parts=(found.condition, degree)))


def _penalties(f: NegativeConduct, least: int) -> Condition:
    enough: Truth = known(f.lighter_penalties, lambda penalties: penalties >= least)
    sentence = "breaker-once" if least == 1 else "breaker-in-six-months"
    return because(
        _BREAKERS, sentence, enough, "lighter_penalties", penalties=f.lighter_penalties, least=least
    )


@facts_class("minor-breaker")
class MinorBreaker:
    """A convict in an institution for minors: whether a breach was a malicious one, and the severe reprimands."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    malicious_act: Maybe[bool] = fact("bool")
    severe_reprimands: Maybe[int] = fact("count", least=0, most=50, borders=(2,))


class Reprimands(NamedTuple):
    """How many severe reprimands, and whether the breach must be of the list."""

    least: int = 2
    act: bool = True


@rule(
    "minor-malicious-breaker", facts=MinorBreaker, on="day", edition=_CODE, numbers=Reprimands(), norms=_NORMS,
    provisions=(_MINORS,), mutations=(
        Mutation("one-reprimand", "border off by one", {"least": 1}),
        Mutation("any-breach", "exception ignored", {"act": False}),
    ),
)  # fmt: skip
def minor_malicious(f: MinorBreaker, n: Reprimands) -> Condition:
    """CEC 154(4): a malicious breach and a severe reprimand two or more times."""
    often = known(f.severe_reprimands, lambda times: times >= n.least)
    reprimands = because(
        _MINORS, "minor-breaker-reprimands", often, "severe_reprimands", times=f.severe_reprimands, least=n.least
    )
    if not n.act:
        return reprimands
    return all_of(because(_MINORS, "minor-breaker-act", is_true(f.malicious_act), "malicious_act"), reprimands)
