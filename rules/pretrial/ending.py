"""The end of pre-trial probation when the case is discontinued (Law 13(5); order 511 para 102)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, is_one_of, is_true, opposite


@facts_class("discontinuance")
class Discontinuance:
    """What became of the case, at which stage, and whether the service went on with pre-trial probation."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    discontinued: Maybe[bool] = fact("bool")
    stage: Maybe[str] = fact("choice", "investigation", "trial")
    ground: Maybe[str] = fact("choice", "reconciliation", "no-offence", "other")
    continues: Maybe[bool] = fact("bool")


class Ends(NamedTuple):
    """At which stages a discontinued case ends it, and on which grounds (none: on any)."""

    stages: tuple[str, ...] = ("investigation",)
    grounds: tuple[str, ...] = ()


_WAYS = (
    Mutation("at-any-stage", "neighbouring list", {"stages": ("investigation", "trial")}),
    Mutation("only-without-offence", "exception ignored", {"grounds": ("no-offence",)}),
)


def _ended(f: Discontinuance, n: Ends, where: str) -> Condition:
    parts = [
        because(where, "case-discontinued", is_true(f.discontinued), "discontinued"),
        because(where, "at-investigation", is_one_of(f.stage, *n.stages), "stage"),
    ]
    if n.grounds:
        parts.append(because(where, "ground-counts", is_one_of(f.ground, *n.grounds), "ground"))
    return all_of(*parts)


@rule(
    "pretrial-ends-law", facts=Discontinuance, on="day", edition="probation-law@2022-03", numbers=Ends(),
    norms=("pretrial-termination-on-discontinuance",), provisions=("probation-law/13/5",), mutations=_WAYS,
)  # fmt: skip
def ends_by_law(f: Discontinuance, n: Ends) -> Condition:
    """Law 13(5): a case discontinued at the stage of investigation ends it, whatever the ground."""
    return _ended(f, n, "probation-law/13/5")


@rule(
    "pretrial-ends-order", facts=Discontinuance, on="day", edition="order-511@602", numbers=Ends(),
    norms=("s-511-99-102",), provisions=("order-511/102",), mutations=_WAYS,
)  # fmt: skip
def ends_by_order(f: Discontinuance, n: Ends) -> Condition:
    """Order 511 para 102: pre-trial probation is not carried out where the case ended before trial."""
    return _ended(f, n, "order-511/102")


@decision(
    "pretrial-ends", facts=Discontinuance, joins=("pretrial-ends-law", "pretrial-ends-order"),
    norms=("pretrial-termination-on-discontinuance", "s-511-99-102"),
)  # fmt: skip
def ends(f: Discontinuance) -> Condition:
    """Must pre-trial probation end? Law and order agree."""
    return all_of(use("pretrial-ends-law", f), use("pretrial-ends-order", f))


class Stop(NamedTuple):
    """Whether the service must stop."""

    must: bool = True


@rule(
    "pretrial-going-on-lawful", facts=Discontinuance, on="day", edition="probation-law@2022-03", numbers=Stop(),
    norms=("pretrial-termination-on-discontinuance",), provisions=("probation-law/13/5",),
    mutations=(Mutation("may-go-on", "exception ignored", {"must": False}),),
)  # fmt: skip
def going_on_lawful(f: Discontinuance, n: Stop) -> Answer:
    """Law 13(5): once the case is discontinued at the stage of investigation the service may not go on.

    `not-covered` where it was not: the paragraph then neither forbids nor allows anything.
    """
    where = "probation-law/13/5"
    ended = _ended(f, Ends(), where)
    if ended.truth is NO:
        return Answer("not-covered", all_of(ended, because(where, "norm-does-not-cover", NO)))
    stopped = opposite(is_true(f.continues)) if n.must else YES
    service = because(where, "service-stopped", stopped, "continues")
    if ended.truth is not YES:
        return Answer(UNKNOWN, Condition("choice", Truth.UNKNOWN, parts=(ended, service)))
    whole = all_of(ended, service)
    return Answer(UNKNOWN if whole.truth is Truth.UNKNOWN else whole.truth, whole)
