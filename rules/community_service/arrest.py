"""Arrest as the punishment that replaces community service: on whom and for how long (CC 45)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, none_of
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import Maybe, either, every, is_one_of, is_true, known

_PERSONS, _LENGTH = "cc/45/3", "cc/45/2"


@facts_class("arrest-person")
class ArrestPerson:
    """A person on whom arrest is to be imposed or by whose arrest another punishment is to be replaced."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    sex: Maybe[str] = fact("choice", "female", "male")
    age: Maybe[int] = fact("count", least=14, most=110, borders=(18, 58, 63))
    pregnant: Maybe[bool] = fact("bool")
    has_or_raises_small_child: Maybe[bool] = fact("bool")
    raises_alone: Maybe[bool] = fact("bool")
    group_of_disability: Maybe[str] = fact("choice", "none", "first", "second", "third")
    length: Maybe[int] = fact("count", least=1, most=365, borders=(10, 50))
    replaces: Maybe[bool] = fact("bool")


class Barred(NamedTuple):
    """Ages and groups of disability."""

    adult: int = 18
    woman: int = 58
    man: int = 63
    groups: tuple[str, ...] = ("first", "second")
    replacement: bool = True


@rule(
    "arrest-may-be-used", facts=ArrestPerson, on="day", edition="cc@2025-09", numbers=Barred(),
    norms=("s-cc-45-arrest",), provisions=(_PERSONS,), mutations=(
        Mutation("seventeen-is-enough", "border off by one", {"adult": 17}),
        Mutation("woman-of-fifty-nine", "border off by one", {"woman": 59}),
        Mutation("man-of-sixty-four", "border off by one", {"man": 64}),
        Mutation("third-group-too", "neighbouring list", {"groups": ("first", "second", "third")}),
        Mutation("replacement-is-free", "repealed edition", {"replacement": False}),
    ),
)  # fmt: skip
def may_be_used(f: ArrestPerson, n: Barred) -> Condition:
    """CC 45(3): neither imposed nor used as a replacement for the persons of the list."""
    woman, man = is_one_of(f.sex, "female"), is_one_of(f.sex, "male")
    old = either(
        (every((woman, known(f.age, lambda a: a >= n.woman))), every((man, known(f.age, lambda a: a >= n.man))))
    )
    alone = either((woman, is_true(f.raises_alone)))
    listed = none_of(
        because(_PERSONS, "arrest-minor", known(f.age, lambda years: years < n.adult), "age"),
        because(_PERSONS, "barred-pregnant", every((woman, is_true(f.pregnant))), "sex", "pregnant"),
        because(_PERSONS, "arrest-parent", every((is_true(f.has_or_raises_small_child), alone)),
                "has_or_raises_small_child", "sex", "raises_alone"),
        because(_PERSONS, "barred-age", old, "sex", "age", woman=n.woman, man=n.man),
        because(_PERSONS, "barred-disability", is_one_of(f.group_of_disability, *n.groups), "group_of_disability"),
    )  # fmt: skip
    if n.replacement:
        return listed
    return any_of(because(_PERSONS, "arrest-replaces", is_true(f.replaces), "replaces"), listed)


class Length(NamedTuple):
    """Days from and to, and whether a replacement may be shorter."""

    least: int = 10
    most: int = 50
    below: bool = True


@rule(
    "arrest-length", facts=ArrestPerson, on="day", edition="cc@2020-01", numbers=Length(), norms=("s-cc-45-arrest",),
    provisions=(_LENGTH, "cc/45/5"), mutations=(
        Mutation("old-measure", "repealed edition", {"least": 30, "most": 90}),
        Mutation("from-nine", "border off by one", {"least": 9}),
        Mutation("up-to-fifty-one", "border off by one", {"most": 51}),
        Mutation("never-below", "exception ignored", {"below": False}),
    ),
)  # fmt: skip
def length(f: ArrestPerson, n: Length) -> Condition:
    """CC 45(2), (5): ten to fifty days; shorter only where it replaces another punishment."""
    upper = because(
        _LENGTH, "arrest-not-more", known(f.length, lambda d: d <= n.most), "length", days=f.length, most=n.most
    )
    lower = because(
        _LENGTH, "arrest-not-less", known(f.length, lambda d: d >= n.least), "length", days=f.length, least=n.least
    )
    if not n.below:
        return all_of(upper, lower)
    return all_of(upper, any_of(lower, because("cc/45/5", "arrest-replaces", is_true(f.replaces), "replaces")))
