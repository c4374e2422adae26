"""Breach of the conditions of deferral and what follows (CC 74; CEC 164; order 511)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, is_one_of, is_true, known

_CC, _CEC, _ORDER = "cc/74/2", "cec/164/2", "order-511/95"
_CANCEL, _WARN, _NOTHING = "submission-cancel-deferral", "warning-in-writing", "nothing-follows"


@facts_class("deferral-breach")
class DeferralBreach:
    """What a person with deferred punishment did, found on a day, and the written warnings given before."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 30), date(2025, 11, 3)))
    gave_up_child: Maybe[bool] = fact("bool")
    evades_upbringing: Maybe[bool] = fact("bool")
    evaded_control: Maybe[bool] = fact("bool")
    public_order_measure: Maybe[str] = fact("choice", "none", "administrative", "disciplinary")
    warnings: Maybe[int] = fact("count", least=0, most=20, borders=(1, 2))


class Measures(NamedTuple):
    """Measures for a breach of public order that make it count."""

    measures: tuple[str, ...]
    upbringing: bool = True


_FORGOTTEN = Mutation("upbringing-forgotten", "exception ignored", {"upbringing": False})


def _broken(place: str, f: DeferralBreach, n: Measures) -> Condition:
    order = because(place, "order-broken-with-measure", is_one_of(f.public_order_measure, *n.measures),
                    "public_order_measure")  # fmt: skip
    if not n.upbringing:
        return order
    return any_of(order, because(place, "upbringing-evaded", is_true(f.evades_upbringing), "evades_upbringing"))


@rule(
    "deferral-breach", facts=DeferralBreach, on="day", edition="cec@2020-01", provisions=("cec/164/1",),
    numbers=Measures(("administrative", "disciplinary")), norms=("deferral-breach-kinds", "s-cec-164-deferral-breach"),
    mutations=(_FORGOTTEN, Mutation("without-measure", "exception ignored",
                                    {"measures": ("administrative", "disciplinary", "none")})),
)  # fmt: skip
def breach(f: DeferralBreach, n: Measures) -> Condition:
    """CEC 164(1): a breach of public order with an administrative or disciplinary measure; evading upbringing."""
    return _broken("cec/164/1", f, n)


@rule(
    "deferral-breach-order", facts=DeferralBreach, on="day", edition="order-511@612", provisions=("order-511/93",),
    numbers=Measures(("administrative",)), norms=("deferral-breach-kinds", "s-511-88-97"),
    mutations=(_FORGOTTEN, Mutation("disciplinary-too", "neighbouring list",
                                    {"measures": ("administrative", "disciplinary")})),
)  # fmt: skip
def breach_in_the_order(f: DeferralBreach, n: Measures) -> Condition:
    """Order 511 para 93: only with an administrative measure; evading upbringing and care."""
    return _broken("order-511/93", f, n)


class Warnings(NamedTuple):
    """Warnings after which a breach of public order, and continued evasion of upbringing, cancel."""

    order: int = 2
    upbringing: int = 1
    at_once: bool = True


_WAYS = (
    Mutation("one-warning", "border off by one", {"order": 1}),
    Mutation("three-warnings", "border off by one", {"order": 3}),
    Mutation("nothing-at-once", "exception ignored", {"at_once": False}),
)


def _cancels(place: str, f: DeferralBreach, n: Warnings) -> Condition:
    measured = because(place, "order-broken-again", is_one_of(f.public_order_measure, "administrative", "disciplinary"),
                       "public_order_measure")  # fmt: skip
    on_order = all_of(measured, _warned(place, f, n.order))
    evades = because(place, "upbringing-evaded-again", is_true(f.evades_upbringing), "evades_upbringing")
    on_upbringing = all_of(evades, _warned(place, f, n.upbringing))
    if not n.at_once:
        return any_of(on_upbringing, on_order)
    gave_up = because(place, "child-given-up", is_true(f.gave_up_child), "gave_up_child")
    return any_of(gave_up, on_upbringing, on_order)


def _warned(place: str, f: DeferralBreach, least: int) -> Condition:
    enough = known(f.warnings, lambda times: times >= least)
    return because(place, "warned-so-often", enough, "warnings", times=f.warnings, limit=least)


@rule(
    "deferral-cancelled-code", facts=DeferralBreach, on="day", edition="cc@2020-01", numbers=Warnings(),
    norms=("s-cc-74-cancel", "deferral-cancellation-grounds"), provisions=(_CC,), mutations=_WAYS,
)  # fmt: skip
def cancelled_by_the_code(f: DeferralBreach, n: Warnings) -> Condition:
    """CC 74(2): gave up the child; goes on evading upbringing; breaks public order after two written warnings."""
    return _cancels(_CC, f, n)


@rule(
    "deferral-cancelled-order", facts=DeferralBreach, on="day", edition="order-511@612", numbers=Warnings(),
    norms=("deferral-cancellation-grounds", "s-511-88-97"), provisions=(_ORDER,), mutations=_WAYS,
)  # fmt: skip
def cancelled_by_the_order(f: DeferralBreach, n: Warnings) -> Condition:
    """Order 511 para 95: the grounds of the code, and evading control."""
    return _with_control(_ORDER, f, n)


def _with_control(place: str, f: DeferralBreach, n: Warnings) -> Condition:
    if not n.at_once:
        return _cancels(place, f, n)
    control = because(place, "control-evaded", is_true(f.evaded_control), "evaded_control")
    return any_of(control, _cancels(place, f, n))


@rule(
    "deferral-cancelled-execution", facts=DeferralBreach, on="day", edition="cec@2020-01", numbers=Warnings(),
    norms=("deferral-cancellation-grounds", "s-cec-164-deferral-breach"), provisions=(_CEC,), mutations=_WAYS,
)  # fmt: skip
def cancelled_by_execution(f: DeferralBreach, n: Warnings) -> Condition:
    """CEC 164(2): the same with evading control; its Kazakh words can put two warnings to every ground."""
    return _with_control(_CEC, f, n)


@decision(
    "breach-consequence-deferral", facts=DeferralBreach, value="place",
    joins=("deferral-cancelled-execution", "deferral-cancelled-order", "deferral-cancelled-code", "deferral-breach",
           "deferral-breach-order"),
    norms=("deferral-cancellation-grounds", "deferral-breach-kinds", "s-cc-74-cancel"),
)  # fmt: skip
def consequence(f: DeferralBreach) -> Answer:
    """What follows: a submission to cancel, a written warning, or nothing; where acts or texts differ, both pass."""
    cancel = use("deferral-cancelled-execution", f)
    if cancel.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(cancel, use("deferral-breach", f))))
    if cancel.truth is YES:
        parts = (cancel, use("deferral-cancelled-order", f), use("deferral-cancelled-code", f))
        return Answer(_CANCEL, Condition("list", YES, parts=_told(parts)), _softer(f))
    broken, order = use("deferral-breach", f), use("deferral-breach-order", f)
    if broken.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(cancel, broken)))
    readings = ((_NOTHING, "order-511/93"),) if broken.truth is YES and order.truth is NO else ()
    whole = Condition("list", YES, parts=_told((cancel, broken, order)))
    return Answer(_WARN if broken.truth is YES else _NOTHING, whole, readings)


def _told(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(part for part in parts if part.truth is not Truth.UNKNOWN)


def _softer(f: DeferralBreach) -> tuple[tuple[object, str], ...]:
    """Under two warnings, and only upbringing evaded: the Kazakh words of CEC 164(2) may still ask for a warning."""
    grave = is_true(f.gave_up_child) is YES or is_true(f.evaded_control) is YES
    few = known(f.warnings, lambda times: times < 2) is YES
    return ((_WARN, _CEC),) if few and not grave else ()
