"""Voluntary organisations of convicts: where they are made, what their heads may do, works of art (paras 4-60)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, opposite

_RULES = "order-508"
BARRED = ("full-security-institution", "disciplinary-isolator", "solitary-cell")


def _near(facts: object) -> tuple[date, ...]:
    return (date(2025, 11, 3),)


@facts_class("educational-organisation")
class Organisation:
    """A voluntary organisation of convicts that somebody wants to make."""

    day: Maybe[date] = fact("day", near=_near)
    place: Maybe[str] = fact("choice", "ordinary-institution", *BARRED)


class Barred(NamedTuple):
    """Places without voluntary organisations."""

    places: tuple[str, ...] = BARRED


@rule(
    "educational-organisation-made", facts=Organisation, on="day", edition="order-508@720", numbers=Barred(),
    norms=("r508-voluntary-organisations-where-not-created",), provisions=(f"{_RULES}/4",),
    mutations=(
        Mutation("full-security-too", "exception ignored", {"places": BARRED[1:]}),
        Mutation("solitary-too", "exception ignored", {"places": BARRED[:2]}),
    ),
)  # fmt: skip
def organisation_made(f: Organisation, n: Barred) -> Condition:
    """Para 4: everywhere save institutions of full security, disciplinary isolators and solitary cells."""
    return because(f"{_RULES}/4", "educational-place-not-barred", opposite(is_one_of(f.place, *n.places)), "place")


DEEDS = ("own-initiative", "collective-decision", "order-to-convict")


@facts_class("educational-section")
class Section:
    """What the head or a member of a section does."""

    day: Maybe[date] = fact("day", near=_near)
    deed: Maybe[str] = fact("choice", *DEEDS)


class Deeds(NamedTuple):
    """What heads and members may do."""

    allowed: tuple[str, ...] = DEEDS[:2]


@rule(
    "educational-section-head-may", facts=Section, on="day", edition="order-508@720", numbers=Deeds(),
    norms=("r508-section-heads-may-not-give-orders",), provisions=(f"{_RULES}/58/part-3",),
    mutations=(
        Mutation("orders-allowed", "exception ignored", {"allowed": DEEDS}),
        Mutation("no-collective-decision", "neighbouring list", {"allowed": DEEDS[:1]}),
    ),
)  # fmt: skip
def section_head_may(f: Section, n: Deeds) -> Condition:
    """Para 58, part 3: by one's own will and by collective decision, never by orders to other convicts."""
    return because(f"{_RULES}/58/part-3", "educational-deed-allowed", is_one_of(f.deed, *n.allowed), "deed")


ORGANISATIONS = ("education", "culture", "social-service", "medical-service")
RELATIVE = "close-relative"


@facts_class("educational-handover")
class Handover:
    """A convict of the arts section hands over a work of his own: to whom, at what price, on what paper."""

    day: Maybe[date] = fact("day", near=_near)
    recipient: Maybe[str] = fact("choice", *ORGANISATIONS, RELATIVE, "friend", "trading-firm")
    free_of_charge: Maybe[bool] = fact("bool")
    application: Maybe[bool] = fact("bool")


class Receivers(NamedTuple):
    """Who may receive works as a gift, and what is asked for."""

    named: tuple[str, ...] = (*ORGANISATIONS, RELATIVE)
    gift: bool = True
    application: bool = True


@rule(
    "educational-handover-lawful", facts=Handover, on="day", edition="order-508@652", numbers=Receivers(),
    norms=("r508-arts-gratuitous-handover-recipients",), provisions=(f"{_RULES}/60/part-4",),
    mutations=(
        Mutation("friends-too", "neighbouring list", {"named": (*ORGANISATIONS, RELATIVE, "friend")}),
        Mutation("relatives-only", "neighbouring list", {"named": (RELATIVE,)}),
        Mutation("for-money-too", "exception ignored", {"gift": False}),
        Mutation("without-application", "exception ignored", {"application": False}),
    ),
)  # fmt: skip
def handover_lawful(f: Handover, n: Receivers) -> Condition:
    """Para 60, part 4: to named organisations and close relatives, free of charge, on application."""
    where = f"{_RULES}/60/part-4"
    return all_of(
        because(where, "educational-receiver-named", is_one_of(f.recipient, *n.named), "recipient"),
        because(where, "educational-free-of-charge", is_true(f.free_of_charge) if n.gift else YES, "free_of_charge"),
        because(where, "educational-applied", is_true(f.application) if n.application else YES, "application"),
    )


class Papers(NamedTuple):
    """The paper of a gift to a close relative at a visit and of one to an organisation."""

    relative: str = "edu-material-permit"
    organisation: str = "edu-acceptance-act"


@rule(
    "educational-handover-paper", facts=Handover, on="day", edition="order-508@652", value="list", numbers=Papers(),
    norms=("r508-arts-handover-at-visit-material-permit", "r508-arts-handover-to-organisation-by-act"),
    provisions=(f"{_RULES}/60/part-4", f"{_RULES}/60/part-5", f"{_RULES}/60/part-6"),
    mutations=(
        Mutation("act-for-relatives", "neighbouring list", {"relative": "edu-acceptance-act"}),
        Mutation("permit-for-organisations", "neighbouring list", {"organisation": "edu-material-permit"}),
    ),
)  # fmt: skip
def handover_paper(f: Handover, n: Papers) -> Answer:
    """Para 60, parts 5-6: a material permit at a visit of a close relative, an acceptance act for organisations."""
    if isinstance(f.recipient, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/60/part-5", "educational-paper-of-gift", Truth.UNKNOWN, "recipient"))
    if f.recipient == RELATIVE:
        return Answer((n.relative,), because(f"{_RULES}/60/part-5", "educational-gift-to-relative", YES, "recipient"))
    if f.recipient in ORGANISATIONS:
        step = because(f"{_RULES}/60/part-6", "educational-gift-to-organisation", YES, "recipient")
        return Answer((n.organisation,), step)
    return Answer((), because(f"{_RULES}/60/part-4", "educational-gift-to-nobody", YES, "recipient"))


SOURCES = ("institution-shop", "electronic-platform", "listed-parcel", "unlisted-parcel")


@facts_class("educational-materials")
class Materials:
    """Materials and tools for works of art: where they come from."""

    day: Maybe[date] = fact("day", near=_near)
    source: Maybe[str] = fact("choice", *SOURCES)


class Sources(NamedTuple):
    """Sources of materials that are allowed."""

    allowed: tuple[str, ...] = SOURCES[:3]


@rule(
    "educational-materials-lawful", facts=Materials, on="day", edition="order-508@652", numbers=Sources(),
    norms=("r508-arts-materials-sources",), provisions=(f"{_RULES}/60/part-7",),
    mutations=(
        Mutation("any-parcel", "exception ignored", {"allowed": SOURCES}),
        Mutation("shop-only", "neighbouring list", {"allowed": SOURCES[:1]}),
    ),
)  # fmt: skip
def materials_lawful(f: Materials, n: Sources) -> Condition:
    """Para 60, part 7: the shop, electronic platforms, and parcels within the list of the commission."""
    return because(f"{_RULES}/60/part-7", "educational-source-allowed", is_one_of(f.source, *n.allowed), "source")
