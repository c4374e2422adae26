"""Moves and leaving: notice, papers between two services, the register (Law 15; order 511 paras 139-145)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, because, choose
from rules.facts import fact, facts_class
from rules.periods import Unit
from rules.registry import Mutation, decision, rule, use
from rules.terms import CALENDAR, deadline
from rules.truth import YES, Maybe, is_one_of, is_true

_RULES = "order-511@612"
_ALL = ("restriction", "conditional", "community-service", "corrective-labour")
_SERVICE, _NORMS = "probation-service", ("s-511-139-145",)
_SEQUENCE = (*_NORMS, "corrective-move-sequence")

deadline(
    "move-clarified", provision="order-511/139", edition=_RULES, count=0, who=_SERVICE, regimes=_ALL, norms=_NORMS,
)  # fmt: skip
deadline(
    "move-request", provision="order-511/140", edition=_RULES, count=2, who=_SERVICE, regimes=_ALL, norms=_SEQUENCE,
)  # fmt: skip
deadline(
    "move-check", provision="order-511/141", edition=_RULES, count=3, unit=CALENDAR, who=_SERVICE, regimes=_ALL,
    norms=_SEQUENCE,
)  # fmt: skip
deadline(
    "move-answer", provision="order-511/141", edition=_RULES, count=1, unit=Unit.DAYS_24H, who=_SERVICE,
    regimes=_ALL, norms=_SEQUENCE,
)  # fmt: skip


@facts_class("control-notice")
class Notice:
    """What changed in the life of a person under control, and how the service was told."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    changed: Maybe[str] = fact("choice", "residence", "work", "study", "leaving-unit", "nothing")
    form: Maybe[str] = fact("choice", "written", "oral", "none")
    registered_at_new: Maybe[bool] = fact("bool")


class Told(NamedTuple):
    """Which changes must be told, and in which forms."""

    changes: tuple[str, ...] = ("residence", "work", "study")
    forms: tuple[str, ...] = ("written",)


_WAYS = (
    Mutation("oral-is-enough", "exception ignored", {"forms": ("written", "oral")}),
    Mutation("residence-only", "exception ignored", {"changes": ("residence",)}),
)


def _told(f: Notice, n: Told, where: str, sentence: str) -> Condition:
    return choose(
        because(where, sentence, is_one_of(f.changed, *n.changes), "changed"),
        lambda: because(where, "told-in-writing", is_one_of(f.form, *n.forms), "form"),
        lambda: because(where, "nothing-to-tell", YES),
    )


@rule(
    "change-told", facts=Notice, on="day", edition="probation-law@2020-01", numbers=Told(),
    norms=("supervised-written-notice-of-change",), provisions=("probation-law/15/3/4",), mutations=_WAYS,
)  # fmt: skip
def change_told(f: Notice, n: Told) -> Condition:
    """Law 15(3)(4): a change of residence, work or study is told in writing."""
    return _told(f, n, "probation-law/15/3/4", "change-to-tell")


@rule(
    "leaving-told", facts=Notice, on="day", edition=_RULES, numbers=Told(("leaving-unit",)), norms=_NORMS,
    provisions=("order-511/144",),
    mutations=(
        Mutation("oral-is-enough", "exception ignored", {"forms": ("written", "oral")}),
        Mutation("nothing-for-a-while", "exception ignored", {"changes": ("residence",)}),
    ),
)  # fmt: skip
def leaving_told(f: Notice, n: Told) -> Condition:
    """Order 511 para 144: leaving the administrative unit for a while is told in writing."""
    return _told(f, n, "order-511/144", "leaving-to-tell")


@decision(
    "notice-given", facts=Notice, joins=("change-told", "leaving-told"),
    norms=("supervised-written-notice-of-change", "s-511-139-145"),
)  # fmt: skip
def notice_given(f: Notice) -> Condition:
    """Was the service told as it must be? The Law for lasting changes, order 511 for leaving for a while."""
    return choose(
        because("order-511/144", "leaving-to-tell", is_one_of(f.changed, "leaving-unit"), "changed"),
        lambda: use("leaving-told", f),
        lambda: use("change-told", f),
    )


class Confirmed(NamedTuple):
    """Whether registration by the new service must be confirmed."""

    needed: bool = True


@rule(
    "move-deregisters", facts=Notice, on="day", edition=_RULES, numbers=Confirmed(),
    norms=("deregistration-on-relocation", "s-511-114-119", "s-511-139-145"), provisions=("order-511/114/11",),
    mutations=(Mutation("notice-is-enough", "exception ignored", {"needed": False}),),
)  # fmt: skip
def move_deregisters(f: Notice, n: Confirmed) -> Condition:
    """Order 511 para 114(11): only once the database confirms registration at the new residence."""
    done = is_true(f.registered_at_new) if n.needed else YES
    return because("order-511/114/11", "registered-at-new-residence", done, "registered_at_new")
