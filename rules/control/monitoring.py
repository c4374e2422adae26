"""Electronic monitoring: when, by what paper, what damage means (CEC 69, 176; order 511 paras 129-138)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.terms import deadline
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, every, is_one_of, is_true

_RULES, _NORMS = "order-511@612", ("electronic-monitoring-power", "s-511-129-138")


@facts_class("monitoring")
class Monitoring:
    """An electronic device for a person under control: limits, decision, form, damage."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    court_limits: Maybe[bool] = fact("bool")
    possible: Maybe[bool] = fact("bool")
    decided_by: Maybe[str] = fact("choice", "head", "acting-head", "officer", "police")
    form: Maybe[str] = fact("choice", "resolution", "order", "none")
    damaged: Maybe[bool] = fact("bool")
    wilful: Maybe[bool] = fact("bool")


class Device(NamedTuple):
    """Who decides, whether the court's limits matter."""

    deciders: tuple[str, ...] = ("head", "acting-head")
    limits: bool = True


@rule(
    "monitoring-lawful", facts=Monitoring, on="day", edition=_RULES, numbers=Device(), norms=_NORMS,
    provisions=("order-511/130",),
    mutations=(
        Mutation("limits-not-needed", "exception ignored", {"limits": False}),
        Mutation("any-officer", "neighbouring list", {"deciders": ("head", "acting-head", "officer")}),
        Mutation("head-alone", "exception ignored", {"deciders": ("head",)}),
    ),
)  # fmt: skip
def lawful(f: Monitoring, n: Device) -> Condition:
    """Order 511 para 130: the head or acting head, in line with limits set by the court, if technically possible."""
    where = "order-511/130"
    return all_of(
        because(where, "monitoring-court-limits", is_true(f.court_limits) if n.limits else YES, "court_limits"),
        because(where, "monitoring-possible", is_true(f.possible), "possible"),
        because(where, "monitoring-head", is_one_of(f.decided_by, *n.deciders), "decided_by"),
    )


class Paper(NamedTuple):
    """The paper by which it is decided."""

    forms: tuple[str, ...] = ("resolution",)


@rule(
    "monitoring-form", facts=Monitoring, on="day", edition=_RULES, numbers=Paper(), norms=("s-511-129-138",),
    provisions=("order-511/131",),
    mutations=(Mutation("order-is-fine", "neighbouring list", {"forms": ("resolution", "order")}),),
)  # fmt: skip
def form(f: Monitoring, n: Paper) -> Condition:
    """Order 511 para 131: a resolution (annex 21)."""
    return because("order-511/131", "monitoring-resolution", is_one_of(f.form, *n.forms), "form")


deadline(
    "monitoring-installed", provision="order-511/132", edition=_RULES, count=3, who="probation-service",
    regimes=("restriction", "conditional"), norms=("s-511-129-138",),
)  # fmt: skip


class Damage(NamedTuple):
    """Whether damage without intent also brings material liability."""

    intent_matters: bool = True
    act: bool = True


@rule(
    "monitoring-damage", facts=Monitoring, on="day", edition="cec@2022-03", value="list", numbers=Damage(),
    norms=("s-cec-176-4-device", "s-511-129-138"), provisions=("cec/176/4",),
    mutations=(
        Mutation("liable-without-intent", "exception ignored", {"intent_matters": False}),
        Mutation("no-act", "exception ignored", {"act": False}),
    ),
)  # fmt: skip
def damage(f: Monitoring, n: Damage) -> Answer:
    """CEC 176(4): damage, an act always; wilful damage, also material liability."""
    broken = is_true(f.damaged)
    wilful = every((broken, is_true(f.wilful) if n.intent_matters else YES))
    whole = Condition("list", _both_known(broken, wilful), parts=(
        because("cec/176/4", "monitoring-act-on-damage", broken, "damaged"),
        because("cec/176/4", "monitoring-liable", wilful, "wilful", "damaged"),
    ))  # fmt: skip
    if whole.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, whole)
    found = (("monitoring-act",) if broken is YES and n.act else ()) + (
        ("monitoring-liability",) if wilful is YES else ()
    )
    return Answer(found, whole)


def _both_known(*truths: Truth) -> Truth:
    if Truth.UNKNOWN in truths:
        return Truth.UNKNOWN
    return YES if YES in truths else NO
