"""Minors: educational measures and the limits of their punishments (CC 81, 84, 85)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.release.shares import EDITION
from rules.tables import listed
from rules.truth import Maybe, is_true, known

listed(
    "educational-measures", provision="cc/84/1", edition=EDITION, norms=("s-cc-84-85-measures",),
    items=("measure-warning", "measure-supervision", "measure-repair", "measure-leisure", "measure-school",
           "measure-apology", "measure-control"),
    wrongly="measure-arrest",
)  # fmt: skip


@facts_class("minor-punishment")
class MinorPunishment:
    """A punishment or measure of a minor: its size and the age of the person."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    hours: Maybe[int] = fact("count", least=1, most=500, borders=(10, 75))
    hours_a_day: Maybe[int] = fact("count", least=1, most=12, borders=(2, 3))
    under_sixteen: Maybe[bool] = fact("bool")
    restriction_months: Maybe[int] = fact("count", least=1, most=120, borders=(24,))
    by_replacement: Maybe[bool] = fact("bool")
    control_months: Maybe[int] = fact("count", least=1, most=60, borders=(12,))


class Hours(NamedTuple):
    """Hours from and to."""

    least: int = 10
    most: int = 75


@rule(
    "minor-hours", facts=MinorPunishment, on="day", edition=EDITION, numbers=Hours(), norms=("s-cc-81-minors",),
    provisions=("cc/81/5",),
    mutations=(
        Mutation("from-twenty", "neighbouring list", {"least": 20}),
        Mutation("up-to-two-hundred", "neighbouring list", {"most": 200}),
    ),
)  # fmt: skip
def hours(f: MinorPunishment, n: Hours) -> Condition:
    """CC 81(5): community service of ten to seventy-five hours."""
    return because("cc/81/5", "minor-hours", known(f.hours, lambda h: n.least <= h <= n.most), "hours",
                   hours=f.hours, least=n.least, most=n.most)  # fmt: skip


class Daily(NamedTuple):
    """Most hours a day under sixteen and from sixteen to eighteen."""

    younger: int = 2
    older: int = 3


@rule(
    "minor-hours-a-day", facts=MinorPunishment, on="day", edition=EDITION, numbers=Daily(), norms=("s-cc-81-minors",),
    provisions=("cc/81/5",),
    mutations=(
        Mutation("three-for-all", "exception ignored", {"younger": 3}),
        Mutation("as-adults", "neighbouring list", {"younger": 4, "older": 4}),
    ),
)  # fmt: skip
def a_day(f: MinorPunishment, n: Daily) -> Condition:
    """CC 81(5): two hours a day under sixteen, three hours from sixteen to eighteen."""

    def within(limit: int) -> Condition:
        return because("cc/81/5", "minor-hours-a-day", known(f.hours_a_day, lambda h: h <= limit), "hours_a_day",
                       hours=f.hours_a_day, limit=limit)  # fmt: skip

    young = because("cc/81/5", "minor-under-sixteen", is_true(f.under_sixteen), "under_sixteen")
    return choose(young, lambda: within(n.younger), lambda: within(n.older))


class Years(NamedTuple):
    """Most months of restriction, and whether a replacement is free of it."""

    most: int = 24
    replacement: bool = True


@rule(
    "minor-restriction-term", facts=MinorPunishment, on="day", edition=EDITION, numbers=Years(),
    norms=("s-cc-81-minors",), provisions=("cc/81/6",),
    mutations=(
        Mutation("as-adults", "neighbouring list", {"most": 84}),
        Mutation("replacement-too", "exception ignored", {"replacement": False}),
    ),
)  # fmt: skip
def restriction(f: MinorPunishment, n: Years) -> Condition:
    """CC 81(6): restriction of liberty up to two years; on replacement the whole remainder."""
    within = because("cc/81/6", "minor-restriction", known(f.restriction_months, lambda m: m <= n.most),
                     "restriction_months", months=f.restriction_months, limit=n.most)  # fmt: skip
    if not n.replacement:
        return within
    replaced = because("cc/81/6", "minor-restriction-replaced", is_true(f.by_replacement), "by_replacement")
    return choose(replaced, lambda: all_of(replaced), lambda: within)


class Control(NamedTuple):
    """Most months of control as an educational measure."""

    most: int = 12


@rule(
    "educational-control-term", facts=MinorPunishment, on="day", edition=EDITION, numbers=Control(),
    norms=("s-cc-84-85-measures",), provisions=("cc/85/9",),
    mutations=(
        Mutation("six-months", "neighbouring list", {"most": 6}),
        Mutation("two-years", "neighbouring list", {"most": 24}),
    ),
)  # fmt: skip
def control(f: MinorPunishment, n: Control) -> Condition:
    """CC 85(9): probation control as a measure up to one year."""
    return because("cc/85/9", "minor-control", known(f.control_months, lambda m: m <= n.most), "control_months",
                   months=f.control_months, limit=n.most)  # fmt: skip


@facts_class("minor-money")
class MinorMoney:
    """A fine or corrective labour of a minor: what the minor earns or owns, and the size in monthly indices."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    own_earnings: Maybe[bool] = fact("bool")
    property: Maybe[bool] = fact("bool")
    other_income: Maybe[bool] = fact("bool")
    indices: Maybe[int] = fact("count", least=1, most=5000, borders=(5, 100))


class Sum(NamedTuple):
    """Monthly indices from and to, and whether what is no earnings is enough."""

    least: int = 5
    most: int = 100
    else_enough: bool = True


_SUM_WAYS = (
    Mutation("one-below", "border off by one", {"least": 4}),
    Mutation("one-above", "border off by one", {"most": 101}),
    Mutation("earnings-alone", "exception ignored", {"else_enough": False}),
)


def _means(where: str, f: MinorMoney, n: Sum, other: Condition) -> Condition:
    """Own earnings or the other means, and a size within the borders."""
    earns = because(where, "minor-earns", is_true(f.own_earnings), "own_earnings")
    size = because(where, "minor-indices", known(f.indices, lambda size: n.least <= size <= n.most), "indices",
                   indices=f.indices, least=n.least, most=n.most)  # fmt: skip
    return all_of(any_of(earns, other) if n.else_enough else earns, size)


@rule(
    "minor-fine", facts=MinorMoney, on="day", edition=EDITION, numbers=Sum(), norms=("s-cc-81-minors",),
    provisions=("cc/81/3",), mutations=_SUM_WAYS,
)  # fmt: skip
def fine(f: MinorMoney, n: Sum) -> Condition:
    """CC 81(3): own earnings or property that may be levied on; five to a hundred monthly indices."""
    return _means("cc/81/3", f, n, because("cc/81/3", "minor-owns", is_true(f.property), "property"))


@rule(
    "minor-corrective-labour", facts=MinorMoney, on="day", edition=EDITION, numbers=Sum(), norms=("s-cc-81-minors",),
    provisions=("cc/81/4",), mutations=_SUM_WAYS,
)  # fmt: skip
def labour(f: MinorMoney, n: Sum) -> Condition:
    """CC 81(4): own earnings or another steady income; five to a hundred monthly indices."""
    income = because("cc/81/4", "minor-has-income", is_true(f.other_income), "other_income")
    return _means("cc/81/4", f, n, income)
