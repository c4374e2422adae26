"""Searching persons in the arrest facility: full or partial, by whom, where, with what paper (paras 12-16)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, either, every, is_one_of, is_true, known, opposite

EDITION = "order-504@736"
_RULES = "order-504"
FULL = ("arrival", "departure", "into-isolator", "out-of-isolator", "before-visit", "after-visit", "detention")
PARTIAL = ("to-medic", "to-walk", "to-sanitary-treatment", "to-another-cell", "search-measures")


@facts_class("arrest-search")
class Search:
    """One search of a convict: on what occasion, what kind, by whom, where, and what was written."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    occasion: Maybe[str] = fact("choice", *FULL, *PARTIAL)
    suspicious: Maybe[bool] = fact("bool")
    kind: Maybe[str] = fact("choice", "full", "partial")
    same_sex: Maybe[bool] = fact("bool")
    bandage: Maybe[bool] = fact("bool")
    medic_present: Maybe[bool] = fact("bool")
    place: Maybe[str] = fact("choice", "checkpoint", "near-checkpoint", "cell", "corridor")
    protocol: Maybe[bool] = fact("bool")


class Kinds(NamedTuple):
    """The occasions of a full search, and whether suspicious behaviour calls for one."""

    full: tuple[str, ...] = FULL
    suspicion: bool = True


_WAYS = (
    Mutation("visits-partial", "neighbouring list", {"full": (*FULL[:4], "detention")}),
    Mutation("departure-partial", "exception ignored", {"full": (FULL[0], *FULL[2:])}),
    Mutation("walk-full", "neighbouring list", {"full": (*FULL, "to-walk")}),
    Mutation("suspicion-ignored", "exception ignored", {"suspicion": False}),
)
_KIND_NORMS = ("full-search-cases", "partial-search-cases", "partial-to-full-search")
_KIND_PLACES = (f"{_RULES}/12", f"{_RULES}/14", f"{_RULES}/15")


def _full_due(f: Search, n: Kinds) -> Truth:
    return either((is_one_of(f.occasion, *n.full), is_true(f.suspicious) if n.suspicion else opposite(YES)))


def _occasion(f: Search, n: Kinds) -> Condition:
    where = f"{_RULES}/12" if is_one_of(f.occasion, *n.full) is YES else f"{_RULES}/14"
    return because(where, "arrest-occasion-of-full", is_one_of(f.occasion, *n.full), "occasion")


@rule(
    "arrest-search-kind", facts=Search, on="day", edition=EDITION, value="body", numbers=Kinds(),
    norms=_KIND_NORMS, provisions=_KIND_PLACES, mutations=_WAYS,
)  # fmt: skip
def search_kind(f: Search, n: Kinds) -> Answer:
    """Paras 12, 14, 15: full on the listed occasions or on suspicion, else partial."""
    due = _full_due(f, n)
    suspicious = is_true(f.suspicious) if n.suspicion else opposite(YES)
    steps = Condition("list", Truth.UNKNOWN if due is Truth.UNKNOWN else YES, parts=(
        _occasion(f, n), because(f"{_RULES}/15", "arrest-suspicious", suspicious, "suspicious"),
    ))  # fmt: skip
    if due is Truth.UNKNOWN:
        return Answer(UNKNOWN, steps)
    return Answer("arrest-full-search" if due is YES else "arrest-partial-search", steps)


class Manner(NamedTuple):
    """How a search is held: the kind that is due, one sex, a medic at bandages, the room, the protocol."""

    full: tuple[str, ...] = FULL
    suspicion: bool = True
    one_sex: bool = True
    medic: bool = True
    rooms: tuple[str, ...] = ("checkpoint", "near-checkpoint")
    protocol: bool = True


@rule(
    "arrest-search-lawful", facts=Search, on="day", edition=EDITION, numbers=Manner(),
    norms=(*_KIND_NORMS, "personal-search-same-sex", "bandage-prosthesis-medic", "full-search-place",
           "search-protocol"),
    provisions=(*_KIND_PLACES, f"{_RULES}/13", f"{_RULES}/16"),
    mutations=(
        Mutation("any-sex", "exception ignored", {"one_sex": False}),
        Mutation("medic-not-needed", "exception ignored", {"medic": False}),
        Mutation("in-the-cell-too", "exception ignored", {"rooms": ("checkpoint", "near-checkpoint", "cell")}),
        Mutation("no-protocol", "exception ignored", {"protocol": False}),
        Mutation("visits-partial", "neighbouring list", {"full": (*FULL[:4], "detention")}),
    ),
)  # fmt: skip
def search_lawful(f: Search, n: Manner) -> Condition:
    """Paras 12-16: the kind that is due, by a person of the same sex, medic and room where needed, protocol."""
    due = _full_due(f, Kinds(n.full, n.suspicion))
    bandage = either((opposite(is_true(f.bandage)), is_true(f.medic_present) if n.medic else YES))
    room = either((is_one_of(f.kind, "partial"), is_one_of(f.place, *n.rooms)))
    return all_of(
        because(f"{_RULES}/12", "arrest-kind-due", _as_due(f.kind, due), "occasion", "suspicious", "kind"),
        because(f"{_RULES}/12", "arrest-same-sex", is_true(f.same_sex) if n.one_sex else YES, "same_sex"),
        because(f"{_RULES}/13", "arrest-medic-at-bandage", bandage, "bandage", "medic_present"),
        because(f"{_RULES}/13", "arrest-search-room", room, "kind", "place"),
        because(f"{_RULES}/16", "arrest-protocol", is_true(f.protocol) if n.protocol else YES, "protocol"),
    )


def _as_due(kind: Maybe[str], due: Truth) -> Truth:
    """Whether the kind is the one that is due."""
    full = is_one_of(kind, "full")
    return either((every((full, due)), every((opposite(full), opposite(due)))))


@facts_class("arrest-seized")
class Seized:
    """Things found or taken: where they are to go, whose they are, how many there are."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    disposal: Maybe[str] = fact("choice", "relatives", "store", "destruction")
    special_storage: Maybe[bool] = fact("bool")
    owner_known: Maybe[bool] = fact("bool")
    court_ruling: Maybe[bool] = fact("bool")
    number: Maybe[int] = fact("count", least=0, most=500, borders=(2, 20))
    allowed: Maybe[int] = fact("count", least=0, most=500, borders=(2, 20))


class Deciders(NamedTuple):
    """Who decides on a seized thing, by where it is to go."""

    relatives: str = "arrest-commission"
    store: str = "arrest-commission"
    destruction: str = "arrest-head"


@rule(
    "arrest-seized-decider", facts=Seized, on="day", edition=EDITION, value="body", numbers=Deciders(),
    norms=("seized-items-disposal",), provisions=(f"{_RULES}/20",),
    mutations=(
        Mutation("head-decides-all", "neighbouring list", {"relatives": "arrest-head", "store": "arrest-head"}),
        Mutation("commission-destroys", "neighbouring list", {"destruction": "arrest-commission"}),
    ),
)  # fmt: skip
def seized_decider(f: Seized, n: Deciders) -> Answer:
    """Para 20: a commission gives things to relatives or the store, the head alone has them destroyed."""
    if isinstance(f.disposal, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/20", "arrest-disposal", Truth.UNKNOWN, "disposal"))
    destroyed = is_one_of(f.disposal, "destruction")
    body: str = getattr(n, f.disposal)
    return Answer(body, Condition("list", YES, parts=(
        because(f"{_RULES}/20", "arrest-disposal", destroyed, "disposal"),
    )))  # fmt: skip


class Store(NamedTuple):
    """Whether food that needs special storage is kept out of the store."""

    special_food_out: bool = True


@rule(
    "arrest-seized-to-store", facts=Seized, on="day", edition=EDITION, numbers=Store(),
    norms=("seized-food-not-stored",), provisions=(f"{_RULES}/20",),
    mutations=(Mutation("any-food", "exception ignored", {"special_food_out": False}),),
)  # fmt: skip
def seized_to_store(f: Seized, n: Store) -> Condition:
    """Para 20: food that needs special storage does not go to the store."""
    fit = opposite(is_true(f.special_storage)) if n.special_food_out else YES
    return because(f"{_RULES}/20", "arrest-fit-for-store", fit, "special_storage")


class Ownerless(NamedTuple):
    """Whether valuables without an owner need a court ruling."""

    ruling: bool = True


@rule(
    "arrest-valuables-to-state", facts=Seized, on="day", edition=EDITION, numbers=Ownerless(),
    norms=("ownerless-valuables-state-income",), provisions=(f"{_RULES}/20",),
    mutations=(Mutation("without-court", "exception ignored", {"ruling": False}),),
)  # fmt: skip
def valuables_to_state(f: Seized, n: Ownerless) -> Condition:
    """Para 20: owner not established, and a court ruling."""
    ruled = is_true(f.court_ruling) if n.ruling else YES
    return all_of(
        because(f"{_RULES}/20", "arrest-owner-unknown", opposite(is_true(f.owner_known)), "owner_known"),
        because(f"{_RULES}/20", "arrest-court-ruled", ruled, "court_ruling"),
    )


class Over(NamedTuple):
    """Whether only what is above the norm is taken."""

    excess_only: bool = True


@rule(
    "arrest-over-norm", facts=Seized, on="day", edition=EDITION, value="amount", numbers=Over(),
    norms=("over-norm-items-seizure",), provisions=(f"{_RULES}/21",),
    mutations=(Mutation("all-taken", "exception ignored", {"excess_only": False}),),
)  # fmt: skip
def over_norm(f: Seized, n: Over) -> Answer:
    """Para 21: of things that may be kept, as many are taken as stand above the norm."""
    excess: Maybe[int] = UNKNOWN
    if not isinstance(f.number, Unknown) and not isinstance(f.allowed, Unknown):
        excess = max(0, f.number - f.allowed)
    over = known(excess, lambda more: more > 0)
    taken = f.number if over is YES and not n.excess_only else excess
    leaf = because(
        f"{_RULES}/21", "arrest-above-norm", over, "number", "allowed",
        number=f.number, allowed=f.allowed, excess=excess,
    )  # fmt: skip
    return Answer(taken, Condition("list", Truth.UNKNOWN if over is Truth.UNKNOWN else YES, parts=(leaf,)))
