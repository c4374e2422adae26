"""The shop and parcels: money, grounds against taking, terms of 24 hours (paras 78, 104-119)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.arrest.clock import Clock
from rules.arrest.clock import Within as Hours
from rules.arrest.clock import _in_time as passed_in_time
from rules.arrest.leave import on_our_day
from rules.arrest.requirements import EDITION, RULES, Needed, requires
from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import UNKNOWN, Maybe, Unknown, is_one_of, known

_CLOCK_RUNS = Hours(skips_days_off=False)
_WAYS = (
    Mutation("days-off-left-out", "calendar instead of working days", {"skips_days_off": True}),
    Mutation("two-days", "border off by one", {"hours": 48}),
)
GROUNDS = ("released", "died", "overweight", "no-identity-paper", "wrong-application", "written-refusal")


@rule(
    "arrest-leave-report-in-time", facts=Clock, on="start_day", edition=EDITION, numbers=_CLOCK_RUNS,
    norms=("leave-arrival-report-24h",), provisions=(f"{RULES}/78",), mutations=_WAYS,
)  # fmt: skip
def leave_report_in_time(f: Clock, n: Hours) -> Condition:
    """Para 78: within 24 hours of arriving on leave; days off are not left out."""
    return passed_in_time(f"{RULES}/78", "arrest-leave-reported", f, n)


@rule(
    "arrest-parcel-given-in-time", facts=Clock, on="start_day", edition=EDITION, numbers=_CLOCK_RUNS,
    norms=("parcel-delivery-24h",), provisions=(f"{RULES}/119",), mutations=_WAYS,
)  # fmt: skip
def parcel_given_in_time(f: Clock, n: Hours) -> Condition:
    """Para 119: a parcel reaches the convict within 24 hours of being taken; days off are not left out."""
    return passed_in_time(f"{RULES}/119", "arrest-parcel-given", f, n)


@facts_class("arrest-shop")
class Shop:
    """One purchase in the shop of the facility."""

    day: Maybe[date] = fact("day", near=on_our_day)
    balance: Maybe[int] = fact("count", most=1_000_000, borders=(5000,))
    total: Maybe[int] = fact("count", most=1_000_000, borders=(5000,))


class Purchase(NamedTuple):
    """How much more than the balance may be spent, and whether an equal sum is enough."""

    credit: int = 0


@rule(
    "arrest-purchase-covered", facts=Shop, on="day", edition=EDITION, numbers=Purchase(),
    norms=("shop-funds-check-and-delivery",), provisions=(f"{RULES}/104",),
    mutations=(
        Mutation("equal-is-too-little", "border off by one", {"credit": -1}),
        Mutation("on-credit", "exception ignored", {"credit": 1_000_000}),
    ),
)  # fmt: skip
def purchase_covered(f: Shop, n: Purchase) -> Condition:
    """Para 104: the personal account holds the money for the goods asked for."""
    left: Maybe[int] = UNKNOWN
    if not isinstance(f.balance, Unknown) and not isinstance(f.total, Unknown):
        left = f.balance - f.total + n.credit
    enough = known(left, lambda sum_: sum_ >= 0)
    return because(
        f"{RULES}/104", "arrest-money-enough", enough, "balance", "total", balance=f.balance, total=f.total
    )


@facts_class("arrest-parcel")
class Parcel:
    """One parcel: a ground against taking it, where the convict is, and what became of the contents."""

    day: Maybe[date] = fact("day", near=on_our_day)
    ground: Maybe[str] = fact("choice", *GROUNDS, "second-in-month", "oral-refusal", "none")
    convict_is: Maybe[str] = fact("choice", "in-facility", "on-leave", "in-hospital", "in-isolator")
    loss: Maybe[str] = fact("choice", "natural-spoilage", "look-lost-in-check", "careless-keeping", "went-missing")


class Refusal(NamedTuple):
    """The grounds against taking a parcel."""

    grounds: tuple[str, ...] = GROUNDS


@rule(
    "arrest-parcel-refused", facts=Parcel, on="day", edition=EDITION, numbers=Refusal(),
    norms=("parcel-rejection-grounds",), provisions=(f"{RULES}/111",),
    mutations=(
        Mutation("oral-refusal-too", "neighbouring list", {"grounds": (*GROUNDS, "oral-refusal")}),
        Mutation("second-parcel-too", "neighbouring list", {"grounds": (*GROUNDS, "second-in-month")}),
        Mutation("papers-do-not-matter", "exception ignored",
                 {"grounds": ("released", "died", "overweight", "written-refusal")}),
    ),
)  # fmt: skip
def parcel_refused(f: Parcel, n: Refusal) -> Condition:
    """Para 111: a parcel is not taken or is given back on one of six grounds."""
    return because(f"{RULES}/111", "arrest-parcel-ground", is_one_of(f.ground, *n.grounds), "ground")


requires(
    "arrest-parcel-given-now", Parcel,
    Needed("119", "arrest-convict-here", "convict_is", wanted=("in-facility",)),
    norms=("parcel-delivery-after-absence", "tizo-parcels-after-term"), also=(f"{RULES}/83", f"{RULES}/116"),
)  # fmt: skip
requires(
    "arrest-loss-answered", Parcel,
    Needed("118", "arrest-loss-avoidable", "loss", wanted=("careless-keeping", "went-missing")),
    norms=("parcel-custody-liability",),
)  # fmt: skip
