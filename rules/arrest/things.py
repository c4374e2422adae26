"""What a convict may have in the arrest facility and how much, and how food is checked (annexes 2 and 17)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.arrest.leave import on_our_day
from rules.arrest.requirements import EDITION, RULES
from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_LIST = f"{RULES}/annex-2"
PLAIN = (
    "ordinary-food", "matches", "clothes-without-belt", "underwear", "socks", "gloves", "handkerchief",
    "soap-and-paste", "safety-razor", "bag", "spectacles", "factory-kettle", "sponge", "stationery", "board-games",
    "case-papers", "storage-receipts",
)  # fmt: skip
ON_TERMS = (
    "tights", "womens-things", "child-things", "liquid-soap", "medical-aids", "medicines", "pocket-mirror",
    "toilet-paper", "periodicals",
)  # fmt: skip
BANNED = (
    "beer", "alcohol", "yeast", "spoiled-food", "lighter", "belt", "home-made-kettle", "playing-cards",
    "metal-shank-shoes", "phone-card",
)  # fmt: skip
FOR_WOMEN = ("tights", "womens-things", "child-things")
BY_DOCTOR = ("child-things", "liquid-soap", "medical-aids", "medicines")
_NORMS = (
    "annex02-permitted-list", "annex2-food-exclusions", "annex2-small-clothes", "annex2-hygiene",
    "annex2-mirror-and-razor", "annex2-bag", "annex2-spectacles", "annex2-womens-items", "annex2-medical-aids",
    "annex2-kettle", "annex2-sponge", "annex2-stationery", "annex2-toilet-paper", "annex2-literature",
    "annex2-board-games", "annex2-child-care", "annex2-medicines", "annex2-documents", "annex2-residual-ban",
)  # fmt: skip


@facts_class("arrest-thing")
class Thing:
    """One thing of a convict and what the list asks of it or of its owner."""

    day: Maybe[date] = fact("day", near=on_our_day)
    thing: Maybe[str] = fact("choice", *PLAIN, *ON_TERMS, *BANNED)
    woman: Maybe[bool] = fact("bool")
    child_under_three: Maybe[bool] = fact("bool")
    doctor_agrees: Maybe[bool] = fact("bool")
    mirror_in_cell: Maybe[bool] = fact("bool")
    source: Maybe[str] = fact("choice", "shop", "library", "through-administration", "by-parcel")


class Listed(NamedTuple):
    """The things that are listed, and which conditions of the list are applied."""

    things: tuple[str, ...] = (*PLAIN, *ON_TERMS)
    sex_matters: bool = True
    child_matters: bool = True
    doctor_matters: bool = True
    mirror_matters: bool = True
    source_matters: bool = True


@rule(
    "arrest-thing-allowed", facts=Thing, on="day", edition=EDITION, numbers=Listed(), norms=_NORMS,
    provisions=(_LIST,),
    mutations=(
        Mutation("lighter-too", "neighbouring list", {"things": (*PLAIN, *ON_TERMS, "lighter")}),
        Mutation("beer-is-food", "exception ignored", {"things": (*PLAIN, *ON_TERMS, "beer")}),
        Mutation("home-made-kettle-too", "exception ignored", {"things": (*PLAIN, *ON_TERMS, "home-made-kettle")}),
        Mutation("men-too", "exception ignored", {"sex_matters": False}),
        Mutation("child-of-any-age", "exception ignored", {"child_matters": False}),
        Mutation("without-doctor", "exception ignored", {"doctor_matters": False}),
        Mutation("mirror-always", "exception ignored", {"mirror_matters": False}),
        Mutation("from-anywhere", "exception ignored", {"source_matters": False}),
    ),
)  # fmt: skip
def thing_allowed(f: Thing, n: Listed) -> Condition:
    """Annex 2: the thing is listed and the condition that its item sets is met; all else is banned."""
    listed = because(_LIST, "arrest-thing-listed", is_one_of(f.thing, *n.things), "thing")
    return all_of(listed, *_of_owner(f, n), *_of_thing(f, n))


def _of_owner(f: Thing, n: Listed) -> tuple[Condition, ...]:
    steps = []
    if f.thing in FOR_WOMEN and n.sex_matters:
        steps.append(because(_LIST, "arrest-owner-woman", is_true(f.woman), "woman"))
    if f.thing == "child-things" and n.child_matters:
        steps.append(because(_LIST, "arrest-small-child", is_true(f.child_under_three), "child_under_three"))
    if f.thing in BY_DOCTOR and n.doctor_matters:
        steps.append(because(_LIST, "arrest-doctor-agrees", is_true(f.doctor_agrees), "doctor_agrees"))
    return tuple(steps)


def _of_thing(f: Thing, n: Listed) -> tuple[Condition, ...]:
    if f.thing == "pocket-mirror" and n.mirror_matters:
        return (because(_LIST, "arrest-no-mirror", opposite(is_true(f.mirror_in_cell)), "mirror_in_cell"),)
    sources = {"toilet-paper": ("shop",), "periodicals": ("library", "through-administration")}
    if isinstance(f.thing, str) and f.thing in sources and n.source_matters:
        return (because(_LIST, "arrest-right-source", is_one_of(f.source, *sources[f.thing]), "source"),)
    return ()


LIMITS = {
    "all-kg": 35, "coffee-tea-kg": 2, "tobacco-kg": 2, "cigarette-packs": 20, "clothes-sets": 1, "sports-sets": 1,
    "indoor-pairs": 1, "bedding-sets": 1, "photographs": 2,
}  # fmt: skip


@facts_class("arrest-amount")
class Amount:
    """How much or how many of one thing a convict has."""

    day: Maybe[date] = fact("day", near=on_our_day)
    kind: Maybe[str] = fact("choice", *LIMITS)
    number: Maybe[int] = fact("count", most=500, borders=(1, 2, 20, 35))


class Most(NamedTuple):
    """How much is added to every limit, and whether coffee and tea count apart."""

    over: int = 0
    factor: int = 1


@rule(
    "arrest-amount-allowed", facts=Amount, on="day", edition=EDITION, numbers=Most(),
    norms=("annex2-total-weight-35kg", "annex2-coffee-tea-2kg", "annex2-tobacco-limits", "annex2-clothes-set",
           "annex2-sports-suit", "annex2-indoor-footwear", "annex2-bedding-set", "annex2-photos-two"),
    provisions=(_LIST,),
    mutations=(
        Mutation("one-more", "border off by one", {"over": 1}),
        Mutation("one-less", "border off by one", {"over": -1}),
        Mutation("twice-as-much", "neighbouring list", {"factor": 2}),
    ),
)  # fmt: skip
def amount_allowed(f: Amount, n: Most) -> Condition:
    """Annex 2: weights, packs, sets and pairs up to a limit."""
    if isinstance(f.kind, Unknown):
        return because(_LIST, "arrest-amount-kind", Truth.UNKNOWN, "kind")
    limit = LIMITS[f.kind] * n.factor + n.over
    kept = known(f.number, lambda number: number <= limit)
    return because(_LIST, "arrest-amount-kept", kept, "kind", "number", number=f.number, limit=limit)


CHECKS = {
    "bread": ("arrest-cut-in-parts",), "herring": ("arrest-cut-in-parts",), "liquid": ("arrest-poured-over",),
    "tin": ("arrest-opened", "arrest-poured-over"), "sausage": ("arrest-cut-in-several",),
    "loose-goods": ("arrest-scattered",), "candy": ("arrest-unwrapped",), "other-food": ("arrest-checked-unspoiled",),
    "clothes-and-things": ("arrest-checked-carefully", "arrest-search-means"),
}  # fmt: skip


@facts_class("arrest-goods")
class Goods:
    """One kind of goods in a parcel."""

    day: Maybe[date] = fact("day", near=on_our_day)
    goods: Maybe[str] = fact("choice", *CHECKS)


class Ways(NamedTuple):
    """Goods that are only looked at, and goods checked as another kind."""

    only_looked_at: tuple[str, ...] = ()
    candy_in_wrappers: bool = False


@rule(
    "arrest-goods-check", facts=Goods, on="day", edition=EDITION, value="list", numbers=Ways(),
    norms=("annex17-parcel-check-order", "annex17-bread-herring", "annex17-liquids-cans",
           "annex17-sausage-bulk-candy", "annex17-quality-kept", "annex17-things-search-means"),
    provisions=(f"{RULES}/annex-17",),
    mutations=(
        Mutation("tins-stay-closed", "exception ignored", {"only_looked_at": ("tin",)}),
        Mutation("bread-stays-whole", "exception ignored", {"only_looked_at": ("bread", "herring", "sausage")}),
        Mutation("candy-in-wrappers", "exception ignored", {"candy_in_wrappers": True}),
    ),
)  # fmt: skip
def goods_check(f: Goods, n: Ways) -> Answer:
    """Annex 17: what is done with each kind of goods when a parcel is checked."""
    where = f"{RULES}/annex-17"
    if isinstance(f.goods, Unknown):
        return Answer(UNKNOWN, because(where, "arrest-goods-known", Truth.UNKNOWN, "goods"))
    step = because(where, "arrest-goods-known", YES, "goods")
    if f.goods in n.only_looked_at or (f.goods == "candy" and n.candy_in_wrappers):
        return Answer(("arrest-checked-unspoiled",), step)
    return Answer(CHECKS[f.goods], step)
