"""The daily walk: when and where, and who is released from it (paras 33, 45, 46); its length differs by language."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import YES, Maybe, is_one_of, is_true

EDITION = "order-504@736"
_RULES = "order-504"


@facts_class("arrest-walk")
class Walk:
    """One walk of a convict on one day, and what was decided about being released from it."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    daylight: Maybe[bool] = fact("bool")
    yard_equipped: Maybe[bool] = fact("bool")
    medic_concluded: Maybe[bool] = fact("bool")
    released_by: Maybe[str] = fact("choice", "head", "duty-officer", "nobody")


class Limits(NamedTuple):
    """Whether daylight and an equipped yard are needed."""

    daylight: bool = True
    yard: bool = True


@rule(
    "arrest-walk-lawful", facts=Walk, on="day", edition=EDITION, numbers=Limits(),
    norms=("walk-daylight", "walk-yard"), provisions=(f"{_RULES}/45", f"{_RULES}/46"),
    mutations=(
        Mutation("in-the-dark-too", "exception ignored", {"daylight": False}),
        Mutation("any-yard", "exception ignored", {"yard": False}),
    ),
)  # fmt: skip
def walk_lawful(f: Walk, n: Limits) -> Condition:
    """Paras 45-46: by daylight, in a yard with benches and a rain canopy."""
    return all_of(
        because(f"{_RULES}/45", "arrest-walk-daylight", is_true(f.daylight) if n.daylight else YES, "daylight"),
        because(f"{_RULES}/46", "arrest-walk-yard", is_true(f.yard_equipped) if n.yard else YES, "yard_equipped"),
    )


class Release(NamedTuple):
    """Who releases from the walk, and whether the medic's conclusion is needed."""

    deciders: tuple[str, ...] = ("head",)
    conclusion: bool = True


@rule(
    "arrest-walk-released", facts=Walk, on="day", edition=EDITION, numbers=Release(),
    norms=("daily-walk-duty-and-exemption",), provisions=(f"{_RULES}/33/4",),
    mutations=(
        Mutation("duty-officer-too", "neighbouring list", {"deciders": ("head", "duty-officer")}),
        Mutation("medic-alone", "exception ignored", {"deciders": ("head", "duty-officer", "nobody")}),
        Mutation("without-conclusion", "exception ignored", {"conclusion": False}),
    ),
)  # fmt: skip
def walk_released(f: Walk, n: Release) -> Condition:
    """Para 33(4): a medic's conclusion and the head's decision."""
    concluded = is_true(f.medic_concluded) if n.conclusion else YES
    return all_of(
        because(f"{_RULES}/33/4", "arrest-walk-medic", concluded, "medic_concluded"),
        because(f"{_RULES}/33/4", "arrest-walk-head", is_one_of(f.released_by, *n.deciders), "released_by"),
    )
