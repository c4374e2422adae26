"""The sentence: what community service is, on whom and for how many hours it may be imposed (CC 40, 43)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose, none_of
from rules.facts import FactFault, fact, facts_class
from rules.registry import Mutation, rule
from rules.tables import acts_here, listed
from rules.truth import Maybe, Truth, every, is_one_of, is_true, known

_HOURS, _PERSONS = "cc/43/2", "cc/43/3"
_KINDS = ("s-cc-40-kinds", "corrective-as-main-punishment")


@facts_class("works-sentence")
class WorksSentence:
    """A sentence to community service: for what, how many hours, and a ground to go below the least measure.

    `day` is the day of the sentence: every later wording of CC 43 is milder, so it applies to earlier offences.
    """

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    offence: Maybe[str] = fact("choice", "misdemeanour", "minor-or-medium-crime", "grave-crime")
    hours: Maybe[int] = fact("count", least=1, most=2_000, borders=(20, 200, 1_200))
    below_minimum_ground: Maybe[bool] = fact("bool")


class Range(NamedTuple):
    """Hours for a misdemeanour and for a crime, and whether the least measure can be left."""

    least: int = 20
    middle: int = 200
    most: int = 1_200
    below: bool = True


@rule(
    "works-hours-range", facts=WorksSentence, on="day", edition="cc@2020-01", numbers=Range(),
    norms=("s-cc-43-hours", "public-works-nature"), provisions=(_HOURS, "cc/43/2-2"), mutations=(
        Mutation("old-measure", "repealed edition", {"least": 60, "middle": 300}),
        Mutation("nineteen-hours", "border off by one", {"least": 19}),
        Mutation("up-to-a-thousand", "neighbouring list", {"most": 1_000}),
        Mutation("never-below", "exception ignored", {"below": False}),
    ),
)  # fmt: skip
def hours_range(f: WorksSentence, n: Range) -> Condition:
    """CC 43(2), (2-2): 20-200 hours for a misdemeanour, 200-1,200 for a crime that is not grave."""
    fit = because(
        _HOURS, "works-for-such-offence", is_one_of(f.offence, "misdemeanour", "minor-or-medium-crime"), "offence"
    )
    small = because(_HOURS, "works-misdemeanour", is_one_of(f.offence, "misdemeanour"), "offence")
    return all_of(fit, choose(small, lambda: _within(f, n, n.least, n.middle), lambda: _within(f, n, n.middle, n.most)))


def _within(f: WorksSentence, n: Range, least: int, most: int) -> Condition:
    upper = because(
        _HOURS, "works-not-more", known(f.hours, lambda hours: hours <= most), "hours", hours=f.hours, most=most
    )
    lower = because(
        _HOURS, "works-not-less", known(f.hours, lambda hours: hours >= least), "hours", hours=f.hours, least=least
    )
    if not n.below:
        return all_of(upper, lower)
    ground = because("cc/43/2-2", "below-the-least", is_true(f.below_minimum_ground), "below_minimum_ground")
    return all_of(upper, any_of(lower, ground))


@facts_class("works-person")
class WorksPerson:
    """The person on whom community service may be imposed; ages are full years on the day of the sentence."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 1), date(2025, 11, 3)))
    sex: Maybe[str] = fact("choice", "female", "male")
    age: Maybe[int] = fact("count", least=14, most=110, borders=(58, 63))
    pregnant: Maybe[bool] = fact("bool")
    child_under_three: Maybe[bool] = fact("bool")
    has_child: Maybe[bool] = fact("bool")
    raises_child: Maybe[bool] = fact("bool")
    raises_alone: Maybe[bool] = fact("bool")
    group_of_disability: Maybe[str] = fact("choice", "none", "first", "second", "third")
    serviceman: Maybe[bool] = fact("bool")

    @staticmethod
    def contradictions(facts: WorksPerson) -> tuple[FactFault, ...]:
        """A man is not pregnant."""
        if facts.sex == "male" and facts.pregnant is True:
            return (FactFault("pregnant", "fact_pregnant_man", "true"),)
        return ()


class Barred(NamedTuple):
    """Ages, groups of disability, and whether raising the child is enough for a woman."""

    woman: int = 58
    man: int = 63
    groups: tuple[str, ...] = ("first", "second")
    raising: bool = False
    alone: bool = True
    servicemen: bool = True


_WAYS = (
    Mutation("woman-of-fifty-nine", "border off by one", {"woman": 59}),
    Mutation("man-as-woman", "neighbouring list", {"man": 58}),
    Mutation("man-of-sixty-four", "border off by one", {"man": 64}),
    Mutation("third-group-too", "neighbouring list", {"groups": ("first", "second", "third")}),
    Mutation("father-need-not-be-alone", "exception ignored", {"alone": False}),
    Mutation("servicemen-may", "exception ignored", {"servicemen": False}),
)


def _barred(f: WorksPerson, n: Barred) -> Condition:
    woman, man = is_one_of(f.sex, "female"), is_one_of(f.sex, "male")
    small = is_true(f.child_under_three)
    tie, facts = is_true(f.has_child), ["sex", "child_under_three", "has_child"]
    if n.raising:
        tie, facts = _either(tie, is_true(f.raises_child)), [*facts, "raises_child"]
    alone = every((is_true(f.raises_child), is_true(f.raises_alone) if n.alone else Truth.YES))
    grounds = [
        because(_PERSONS, "barred-mother", every((woman, small, tie)), *facts),
        because(_PERSONS, "barred-father", every((man, small, alone)), "sex", "child_under_three", "raises_child",
                "raises_alone"),
        _old(f, n, woman, man),
        because(_PERSONS, "barred-disability", is_one_of(f.group_of_disability, *n.groups), "group_of_disability"),
        because(_PERSONS, "barred-pregnant", is_true(f.pregnant), "pregnant"),
    ]  # fmt: skip
    if n.servicemen:
        grounds.append(because(_PERSONS, "barred-serviceman", is_true(f.serviceman), "serviceman"))
    return none_of(*grounds)


def _either(one: Truth, other: Truth) -> Truth:
    if Truth.YES in (one, other):
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in (one, other) else Truth.NO


def _old(f: WorksPerson, n: Barred, woman: Truth, man: Truth) -> Condition:
    old_woman = every((woman, known(f.age, lambda years: years >= n.woman)))
    old_man = every((man, known(f.age, lambda years: years >= n.man)))
    return because(_PERSONS, "barred-age", _either(old_woman, old_man), "sex", "age", woman=n.woman, man=n.man)


@rule(
    "works-may-be-imposed", facts=WorksPerson, on="day", edition="cc@2020-01", numbers=Barred(), mutations=_WAYS,
    norms=("public-works-exclusions",), provisions=(_PERSONS,),
)  # fmt: skip
def may_be_imposed_before(f: WorksPerson, n: Barred) -> Condition:
    """CC 43(3) before 16.09.2025: a woman must *have* the child under three."""
    return _barred(f, n)


@rule(
    "works-may-be-imposed", facts=WorksPerson, on="day", edition="cc@2025-09", numbers=Barred(raising=True),
    norms=("s-cc-43-exclusions",), provisions=(),
    mutations=(Mutation("before-2025", "repealed edition", edition="cc@2020-01"),),
)  # fmt: skip
def may_be_imposed(f: WorksPerson, n: Barred) -> Condition:
    """CC 43(3) since 16.09.2025: a woman who has *or raises* the child under three."""
    return _barred(f, n)


listed(
    "works-nature", provision="cc/43/1", edition="cc@2020-01", norms=("public-works-nature",), also=(),
    items=("works-unpaid", "works-useful", "works-unqualified", "works-in-public-places"), wrongly="works-by-trade",
)  # fmt: skip
listed(
    "misdemeanour-punishments", provision="cc/40/1", edition="cc@2020-01", norms=_KINDS,
    items=("punishment-fine", "punishment-corrective", "punishment-works", "punishment-arrest", "punishment-expulsion"),
    wrongly="punishment-restriction",
)  # fmt: skip
listed(
    "crime-punishments", provision="cc/40/2", edition="cc@2025-09", norms=_KINDS,
    items=("punishment-fine", "punishment-corrective", "punishment-works", "punishment-restriction",
           "punishment-imprisonment"),
    wrongly="punishment-arrest",
)  # fmt: skip
acts_here(
    "works-organiser", provision="cec/57/1", edition="cec@2020-01", body="local-executive-body",
    instead="probation-service", norms=("public-works-nature", "s-cec-57-start"),
)  # fmt: skip
acts_here(
    "works-controller", provision="cec/57/2", edition="cec@2020-01", body="probation-service",
    instead="local-executive-body", norms=("public-works-service-powers", "s-cec-57-start"),
)  # fmt: skip
