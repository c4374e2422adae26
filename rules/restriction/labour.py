"""Forced labour under restriction of liberty: who is exempt, how many hours, how long a day (CC 44(1))."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import FactFault, fact, facts_class
from rules.periods import Reached, age_on, months_on
from rules.pretrial.persons import comes_after
from rules.registry import Answer, Mutation, Otherwise, ask, decision, rule
from rules.tables import acts_here
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, every, is_one_of, is_true, known

_PLACE, _FREE = "cc/44/1", "cc/44/1/last"
_OURS = date(2025, 11, 3)


def _births(facts: Any) -> tuple[date, ...]:
    day = _OURS if isinstance(facts.day, Unknown) else facts.day
    at_border = [months_on(day, -12 * age) for age in (3, 18, 58, 63)]
    return tuple(border + timedelta(days=gap) for border in at_border for gap in (0, 1))


@facts_class("forced-labour")
class ForcedLabour:
    """A person serving restriction of liberty: work, study, age, family, health, and the hours."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 15), date(2025, 9, 16)))
    occupied: Maybe[str] = fact("choice", "job", "study", "none")
    sex: Maybe[str] = fact("choice", "female", "male")
    born: Maybe[date] = fact("day", near=_births)
    group_of_disability: Maybe[str] = fact("choice", "none", "first", "second", "third")
    pregnant: Maybe[bool] = fact("bool")
    has_child: Maybe[bool] = fact("bool")
    raises_child: Maybe[bool] = fact("bool")
    raises_alone: Maybe[bool] = fact("bool")
    child_born: Maybe[date] = fact("day", near=_births)
    replaced_under_half_year: Maybe[bool] = fact("bool")
    years: Maybe[int] = fact("count", least=1, most=7, borders=(1, 7))
    hours_a_day: Maybe[int] = fact("count", least=1, most=12, borders=(4, 8))

    @staticmethod
    def contradictions(facts: ForcedLabour) -> tuple[FactFault, ...]:
        """Births after the day of the step, and a pregnant man."""
        found = [
            FactFault(name, "fact_born_after_the_day", str(getattr(facts, name)))
            for name in ("born", "child_born") if comes_after(getattr(facts, name), facts.day)
        ]  # fmt: skip
        if facts.sex == "male" and facts.pregnant is True:
            found.append(FactFault("pregnant", "fact_pregnant_man", "true"))
        return tuple(found)


class Exempt(NamedTuple):
    """Ages, groups of disability, the tie to the child, and other grounds."""

    woman: int = 58
    man: int = 63
    child: int = 3
    groups: tuple[str, ...] = ("first", "second")
    raising: bool = False
    alone: bool = True
    occupied: tuple[str, ...] = ("job", "study")
    reached: Reached = "birthday"


def _age(born: Maybe[date], f: ForcedLabour, n: Exempt) -> Maybe[int]:
    if isinstance(born, Unknown) or isinstance(f.day, Unknown):
        return UNKNOWN
    return age_on(born, f.day, reached=n.reached)


def _old(f: ForcedLabour, n: Exempt, limit: int, sentence: str) -> Condition:
    age = _age(f.born, f, n)
    return because(_FREE, sentence, known(age, lambda a: a >= limit), "born", "day", age=age, limit=limit)


def _child(f: ForcedLabour, n: Exempt) -> Condition:
    age = _age(f.child_born, f, n)
    small = known(age, lambda a: a < n.child)
    return because(_FREE, "forced-labour-small-child", small, "child_born", "day", limit=n.child)


def _woman(f: ForcedLabour, n: Exempt) -> Condition:
    tie = because(_FREE, "forced-labour-has-child", is_true(f.has_child), "has_child")
    if n.raising:
        tie = any_of(tie, because(_FREE, "forced-labour-raises-child", is_true(f.raises_child), "raises_child"))
    return any_of(
        _old(f, n, n.woman, "forced-labour-woman-of-age"),
        because(_FREE, "forced-labour-pregnant", is_true(f.pregnant), "pregnant"),
        all_of(tie, _child(f, n)),
    )


def _man(f: ForcedLabour, n: Exempt) -> Condition:
    alone = every((is_true(f.raises_child), is_true(f.raises_alone) if n.alone else YES))
    return any_of(
        _old(f, n, n.man, "forced-labour-man-of-age"),
        all_of(because(_FREE, "forced-labour-raises-alone", alone, "raises_child", "raises_alone"), _child(f, n)),
    )


def _exempt(f: ForcedLabour, n: Exempt) -> Condition:
    age, short = _age(f.born, f, n), is_true(f.replaced_under_half_year)
    return any_of(
        because(_FREE, "forced-labour-occupied", is_one_of(f.occupied, *n.occupied), "occupied"),
        because(_FREE, "forced-labour-minor", known(age, lambda a: a < 18), "born", "day", age=age, limit=18),
        because(_FREE, "forced-labour-disability", is_one_of(f.group_of_disability, *n.groups), "group_of_disability"),
        because(_FREE, "forced-labour-short-replacement", short, "replaced_under_half_year"),
        choose(
            because(_FREE, "forced-labour-is-a-woman", is_one_of(f.sex, "female"), "sex"),
            lambda: _woman(f, n), lambda: _man(f, n),
            against=because(_FREE, "forced-labour-is-a-man", is_one_of(f.sex, "male"), "sex"),
        ),
    )  # fmt: skip


_BORDERS = (
    Mutation("woman-border", "border off by one", {"woman": 59}),
    Mutation("man-as-woman", "neighbouring list", {"man": 58}),
    Mutation("any-group", "neighbouring list", {"groups": ("first", "second", "third")}),
    Mutation("father-need-not-be-alone", "exception ignored", {"alone": False}),
    Mutation("child-of-three", "border off by one", {"child": 4}),
    Mutation("as-community-service", "neighbouring list", {"occupied": ()}),
)
_AGE_DAY = (Otherwise("C3", {"reached": "day-after"}),)


@rule(
    "forced-labour-exempt", facts=ForcedLabour, on="day", edition="cc@2020-01", numbers=Exempt(),
    norms=("cc-forced-labour-exemptions",), provisions=(_FREE,), otherwise=_AGE_DAY,
    mutations=(*_BORDERS, Mutation("before-2025", "repealed edition", edition="cc@2020-01")),
)  # fmt: skip
def exempt_before(f: ForcedLabour, n: Exempt) -> Condition:
    """CC 44(1) before 16.09.2025: a woman must *have* the child under three."""
    return _exempt(f, n)


@rule(
    "forced-labour-exempt", facts=ForcedLabour, on="day", edition="cc@2025-09", numbers=Exempt(raising=True),
    norms=("s-cc-44-exemptions",), provisions=(),
)  # fmt: skip
def exempt(f: ForcedLabour, n: Exempt) -> Condition:
    """CC 44(1) since 16.09.2025: a woman who has *or raises* the child under three."""
    return _exempt(f, n)


class Hours(NamedTuple):
    """Hours in each year of the term; `once` counts them once for the whole term."""

    yearly: int = 100
    once: bool = False


@rule(
    "forced-labour-total", facts=ForcedLabour, on="day", edition="cc@2020-01", numbers=Hours(), value="amount",
    norms=("restriction-forced-labour-hours", "s-cc-44-forced-labour", "s-511-62-71"),
    provisions=(_PLACE,),
    mutations=(
        Mutation("old-hours", "repealed edition", {"yearly": 240}),
        Mutation("once-for-all", "exception ignored", {"once": True}),
    ),
)  # fmt: skip
def total(f: ForcedLabour, n: Hours) -> Answer:
    """CC 44(1): a hundred hours in each year of the term (part years stay unregulated)."""
    hours: Maybe[int] = UNKNOWN
    if not isinstance(f.years, Unknown):
        hours = n.yearly * (1 if n.once else f.years)
    step = because(_PLACE, "forced-labour-hours", known(hours, lambda h: True), "years",
                   yearly=n.yearly, years=f.years, hours=hours)  # fmt: skip
    return Answer(hours, step)


@decision(
    "forced-labour-hours", facts=ForcedLabour, joins=("forced-labour-exempt", "forced-labour-total"), value="amount",
    norms=("restriction-forced-labour-hours", "cc-forced-labour-exemptions"),
)  # fmt: skip
def hours(f: ForcedLabour) -> Answer:
    """How many hours in all? None for the exempt, a hundred a year for others."""
    free, due = ask("forced-labour-exempt", f), ask("forced-labour-total", f)
    if free.condition.truth is YES:
        return Answer(0, free.condition)
    open_ = Truth.UNKNOWN in (free.condition.truth, due.condition.truth)
    truth = Truth.UNKNOWN if open_ else YES
    whole = Condition("list", truth, parts=(free.condition, due.condition))
    return Answer(UNKNOWN if open_ else due.value, whole)


class DayCap(NamedTuple):
    """Most hours in one day."""

    most: int = 4


@rule(
    "forced-labour-day", facts=ForcedLabour, on="day", edition="cc@2020-01", numbers=DayCap(),
    norms=("restriction-forced-labour-daily-cap", "s-cc-44-forced-labour"), provisions=(_PLACE,),
    mutations=(
        Mutation("three-hours", "border off by one", {"most": 3}),
        Mutation("five-hours", "border off by one", {"most": 5}),
        Mutation("eight-hours", "neighbouring list", {"most": 8}),
    ),
)  # fmt: skip
def a_day(f: ForcedLabour, n: DayCap) -> Condition:
    """CC 44(1): at most four hours a day."""
    within = known(f.hours_a_day, lambda h: h <= n.most)
    return because(_PLACE, "forced-labour-hours-a-day", within, "hours_a_day", hours=f.hours_a_day, limit=n.most)


acts_here(
    "forced-labour-organiser", provision=_PLACE, edition="cc@2020-01", body="local-executive-body",
    instead="probation-service", norms=("restriction-forced-labour-organiser", "s-cec-63-65", "cc-restriction-place"),
)  # fmt: skip


@facts_class("restriction-health")
class Health:
    """A change in the health of a person serving restriction of liberty."""

    day: Maybe[date] = fact("day", near=lambda facts: (_OURS,))
    group_of_disability: Maybe[str] = fact("choice", "none", "first", "second", "third")
    pregnant: Maybe[bool] = fact("bool")


class Grave(NamedTuple):
    """The groups of disability that count, and whether pregnancy does."""

    groups: tuple[str, ...] = ("first", "second")
    pregnancy: bool = True


@rule(
    "restriction-health-submission", facts=Health, on="day", edition="cec@2020-01", value="list", numbers=Grave(),
    norms=("s-cec-69-control",), provisions=("cec/69/3",),
    mutations=(
        Mutation("any-group", "neighbouring list", {"groups": ("first", "second", "third")}),
        Mutation("pregnancy-ignored", "exception ignored", {"pregnancy": False}),
    ),
)  # fmt: skip
def submission(f: Health, n: Grave) -> Answer:
    """CEC 69(3): groups one and two, release from forced labour; pregnancy, deferral of the sentence."""
    disabled = is_one_of(f.group_of_disability, *n.groups)
    expecting = is_true(f.pregnant) if n.pregnancy else NO
    open_ = Truth.UNKNOWN in (disabled, expecting)
    whole = Condition("list", Truth.UNKNOWN if open_ else YES, parts=(
        because("cec/69/3", "restriction-health-labour", disabled, "group_of_disability"),
        because("cec/69/3", "restriction-health-pregnant", expecting, "pregnant"),
    ))  # fmt: skip
    found = (("restriction-ask-labour-release",) if disabled is YES else ()) + (
        ("restriction-ask-deferral",) if expecting is YES else ()
    )
    return Answer(UNKNOWN if open_ else found, whole)
