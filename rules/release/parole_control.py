"""Control after parole, and what follows a new crime of one paroled who was convicted as a minor (CC 72, 86)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import first_that_holds
from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.release.shares import EDITION
from rules.truth import NO, Maybe, is_one_of, is_true, opposite

_ASKED = date(2025, 11, 3)
_LENGTH = "cc/72/2"
_REST, _TEN_YEARS, _NONE = "parole-control-rest", "parole-control-ten-years", "parole-control-none"


@facts_class("parole-control")
class ParoleControl:
    """From which punishment a person is paroled, and whether expulsion was ordered."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    punishment: Maybe[str] = fact("choice", "restriction", "imprisonment", "life")
    expelled: Maybe[bool] = fact("bool")


class Lengths(NamedTuple):
    """How long after a life term, whether expulsion matters, and whether only imprisonment brings control."""

    life: str = _TEN_YEARS
    expulsion: bool = True
    imprisonment_alone: bool = True


@rule(
    "parole-control-length", facts=ParoleControl, on="day", edition=EDITION, value="place", numbers=Lengths(),
    norms=("s-cc-72-minimum-and-life",), provisions=(_LENGTH,), mutations=(
        Mutation("life-as-others", "exception ignored", {"life": _REST}),
        Mutation("expulsion-ignored", "exception ignored", {"expulsion": False}),
        Mutation("restriction-too", "neighbouring list", {"imprisonment_alone": False}),
    ),
)  # fmt: skip
def length(f: ParoleControl, n: Lengths) -> Answer:
    """CC 72(2): the rest of the term, ten years after a life term; none for a foreigner who is expelled."""
    expelled = is_true(f.expelled) if n.expulsion else NO
    restriction = is_one_of(f.punishment, "restriction") if n.imprisonment_alone else NO
    life = is_one_of(f.punishment, "life")
    return first_that_holds(
        (
            (because(_LENGTH, "parole-control-expelled", expelled, "expelled"), _NONE),
            (because(_LENGTH, "parole-control-restriction", restriction, "punishment"), _NONE),
            (because(_LENGTH, "parole-control-life", life, "punishment"), n.life),
        ),
        _REST,
    )


@facts_class("minor-parolee-crime")
class MinorParoleeCrime:
    """The new crime of a person paroled from a punishment for a crime committed as a minor."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    crime: Maybe[str] = fact(
        "choice", "negligent", "intentional-misdemeanour", "intentional-minor", "intentional-medium",
        "intentional-grave", "intentional-especially-grave",
    )  # fmt: skip
    during_control: Maybe[bool] = fact("bool")


class Decided(NamedTuple):
    """Crimes after which the court may keep the parole, and whether the term of control matters."""

    open: tuple[str, ...] = ("negligent", "intentional-misdemeanour", "intentional-minor")
    within: bool = True


@rule(
    "minor-parole-cancellation", facts=MinorParoleeCrime, on="day", edition=EDITION, value="place", numbers=Decided(),
    norms=("s-cc-86-87-minors-shares",), provisions=("cc/86/2", "cc/86/3"), mutations=(
        Mutation("as-adults", "neighbouring list", {"open": ("negligent", "intentional-misdemeanour")}),
        Mutation("medium-too", "border off by one",
                 {"open": ("negligent", "intentional-misdemeanour", "intentional-minor", "intentional-medium")}),
        Mutation("outside-control", "exception ignored", {"within": False}),
    ),
)  # fmt: skip
def cancellation(f: MinorParoleeCrime, n: Decided) -> Answer:
    """CC 86(2), (3): during control, the court decides when sentencing, or cancels after a graver crime."""
    outside = opposite(is_true(f.during_control)) if n.within else NO
    lesser = is_one_of(f.crime, *n.open)
    return first_that_holds(
        (
            (because("cc/86/2", "minor-parolee-outside-control", outside, "during_control"), "parole-no-ground"),
            (because("cc/86/2", "minor-parolee-lesser-crime", lesser, "crime"), "parole-court-decides-at-sentencing"),
            (because("cc/86/3", "minor-parolee-graver-crime", opposite(lesser), "crime"), "parole-court-cancels"),
        ),
        "parole-court-cancels",
    )
