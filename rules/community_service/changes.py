"""Pregnancy, disability and leave of a convict to community service (CEC 57)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import first_that_holds
from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import NO, Maybe, is_one_of, is_true


@facts_class("works-change")
class Change:
    """Something happens to a convict to community service."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    pregnant: Maybe[bool] = fact("bool")
    group_of_disability: Maybe[str] = fact("choice", "none", "first", "second", "third")
    on_leave: Maybe[bool] = fact("bool")


class Grave(NamedTuple):
    """The groups of disability that release, and whether leave suspends."""

    groups: tuple[str, ...] = ("first", "second")
    leave: str = "serving-goes-on"


@rule(
    "works-change-step", facts=Change, on="day", edition="cec@2020-01", value="place", numbers=Grave(),
    norms=("s-cec-57-start",), provisions=("cec/57/3", "cec/57/4", "cec/57/5"), mutations=(
        Mutation("third-group-too", "neighbouring list", {"groups": ("first", "second", "third")}),
        Mutation("first-group-only", "exception ignored", {"groups": ("first",)}),
        Mutation("leave-suspends", "neighbouring list", {"leave": "serving-stops"}),
    ),
)  # fmt: skip
def change_step(f: Change, n: Grave) -> Answer:
    """CEC 57(3)-(5): disability, a submission to release; pregnancy, to defer; leave does not suspend."""
    disabled = because(
        "cec/57/5", "disability-releases", is_one_of(f.group_of_disability, *n.groups), "group_of_disability"
    )
    pregnant = because("cec/57/4", "pregnancy-defers", is_true(f.pregnant), "pregnant")
    leave = because("cec/57/3", "leave-goes-on", is_true(f.on_leave), "on_leave")
    return first_that_holds(
        ((disabled, "release-submission"), (pregnant, "deferral-submission"), (leave, n.leave)), "serving-goes-on"
    )


@facts_class("works-move")
class Move:
    """A convict to community service moves house."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    within_district: Maybe[bool] = fact("bool")


class Stays(NamedTuple):
    """Whether a move within the district leaves the convict on the register."""

    within: bool = True


@rule(
    "works-move-stays", facts=Move, on="day", edition="order-511@612", numbers=Stays(),
    norms=("public-works-move-within-district", "s-511-13-20"), provisions=("order-511/18",),
    mutations=(Mutation("any-move-ends-it", "exception ignored", {"within": False}),),
)  # fmt: skip
def stays(f: Move, n: Stays) -> Condition:
    """Order 511 para 18: a move within the district served does not end registration."""
    within = is_true(f.within_district)
    if not n.within:
        within = NO
    return because("order-511/18", "moves-within-district", within, "within_district")
