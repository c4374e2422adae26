"""Disability, illness, pregnancy and retirement of a convict to corrective labour (CEC 52; order 511)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import first_that_holds
from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.truth import Maybe, is_one_of, is_true, known

_CODE, _RULES, _ILL = "cec@2020-01", "order-511@612", "order-511/32-34"


@facts_class("labour-change")
class Change:
    """Something happens to a convict to corrective labour."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    group_of_disability: Maybe[str] = fact("choice", "none", "first", "second", "third")
    months_ill: Maybe[int] = fact("count", least=0, most=60, borders=(4,))
    pregnant: Maybe[bool] = fact("bool")
    retired_and_left: Maybe[bool] = fact("bool")


class Groups(NamedTuple):
    """The groups of disability that release."""

    groups: tuple[str, ...] = ("first", "second")


@rule(
    "labour-disability-releases", facts=Change, on="day", edition=_CODE, numbers=Groups(),
    norms=("corrective-disability-release", "s-cec-52-pregnancy-disability"), provisions=("cec/52/9",),
    mutations=(
        Mutation("third-group-too", "neighbouring list", {"groups": ("first", "second", "third")}),
        Mutation("first-group-only", "exception ignored", {"groups": ("first",)}),
    ),
)  # fmt: skip
def disability(f: Change, n: Groups) -> Condition:
    """CEC 52(9): first or second group, a submission to release from further serving."""
    grave = is_one_of(f.group_of_disability, *n.groups)
    return because("cec/52/9", "disability-releases", grave, "group_of_disability")


class Months(NamedTuple):
    """More than so many months in a row."""

    months: int = 4


@rule(
    "labour-illness-releases", facts=Change, on="day", edition=_RULES, numbers=Months(), norms=("s-511-32-34",),
    provisions=("order-511/32",), mutations=(
        Mutation("at-four-months", "border off by one", {"months": 3}),
        Mutation("after-six-months", "neighbouring list", {"months": 6}),
    ),
)  # fmt: skip
def illness(f: Change, n: Months) -> Condition:
    """Order 511 para 32: ill for more than four months in a row, the same submission."""
    long = known(f.months_ill, lambda months: months > n.months)
    return because("order-511/32", "ill-too-long", long, "months_ill", months=f.months_ill, limit=n.months)


@rule(
    "labour-pregnancy-defers", facts=Change, on="day", edition=_CODE,
    norms=("corrective-pregnancy-deferral", "s-cec-52-pregnancy-disability"), provisions=("cec/52/8",),
)  # fmt: skip
def pregnancy(f: Change) -> Condition:
    """CEC 52(8): a submission to defer serving from the start of maternity leave."""
    return because("cec/52/8", "pregnancy-defers", is_true(f.pregnant), "pregnant")


@rule(
    "labour-retired-to-court", facts=Change, on="day", edition=_RULES, norms=("corrective-retirement", "s-511-32-34"),
    provisions=(_ILL,),
)  # fmt: skip
def retired(f: Change) -> Condition:
    """Order 511 paras 32-34: a pensioner who left work, the court decides on further execution."""
    return because(_ILL, "retired-and-left", is_true(f.retired_and_left), "retired_and_left")


@decision(
    "corrective-change-step", facts=Change, value="place",
    joins=("labour-disability-releases", "labour-illness-releases", "labour-pregnancy-defers",
           "labour-retired-to-court"),
    norms=("corrective-disability-release", "corrective-pregnancy-deferral"),
)  # fmt: skip
def change_step(f: Change) -> Answer:
    """What the service does: a submission to release or to defer, an application, or nothing; code and order 511."""
    return first_that_holds(
        (
            (use("labour-disability-releases", f), "release-submission"),
            (use("labour-illness-releases", f), "release-submission"),
            (use("labour-pregnancy-defers", f), "deferral-submission"),
            (use("labour-retired-to-court", f), "application-to-court"),
        ),
        "serving-goes-on",
    )
