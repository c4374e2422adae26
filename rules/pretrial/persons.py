"""The closed list of those who may have pre-trial probation (Law 13(1); order 511 para 98)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import FactFault, fact, facts_class
from rules.periods import Reached, age_on, months_on, reaches
from rules.registry import Mutation, Otherwise, rule
from rules.truth import NO, UNKNOWN, YES, Maybe, Unknown, every, is_one_of, is_true, known

LAW, ORDER = "probation-law", "order-511"
_BORDER_AGES = (3, 18, 58, 63)


def _births_near_the_borders(facts: Any) -> tuple[date, ...]:
    """A birth on each side of every age border, counted from the application (or from a day of our own)."""
    day = facts.application_day if not isinstance(facts.application_day, Unknown) else date(2025, 10, 14)
    at_border = [months_on(day, -12 * age) for age in _BORDER_AGES]
    return tuple(border + timedelta(days=gap) for border in at_border for gap in (0, 1))


def _applications_near_the_borders(facts: Any) -> tuple[date, ...]:
    """A day under each wording of order 511, and the days on which a known person comes to a border age."""
    births = [b for b in (facts.born, facts.child_born) if not isinstance(b, Unknown)]
    reached = [reaches(born, age) for born in births for age in _BORDER_AGES]
    near = [day + timedelta(days=gap) for day in reached for gap in (-1, 0)]
    return (date(2025, 10, 13), date(2025, 10, 14), *near)


@facts_class("request")
class Request:
    """A person asks for pre-trial probation: who, under which measure, how and on which day."""

    application_day: Maybe[date] = fact("day", near=_applications_near_the_borders)
    status: Maybe[str] = fact("choice", "suspect", "accused", "other")
    sex: Maybe[str] = fact("choice", "female", "male")
    born: Maybe[date] = fact("day", near=_births_near_the_borders)
    disability: Maybe[bool] = fact("bool")
    disability_group: Maybe[str] = fact("choice", "first", "second", "third")
    pregnant: Maybe[bool] = fact("bool")
    has_child: Maybe[bool] = fact("bool")
    raises_child: Maybe[bool] = fact("bool")
    raises_alone: Maybe[bool] = fact("bool")
    child_born: Maybe[date] = fact("day", near=_births_near_the_borders)
    measure: Maybe[str] = fact("choice", "none", "house-arrest", "custody", "other")
    agrees: Maybe[bool] = fact("bool")
    form: Maybe[str] = fact("choice", "written", "oral", "none")
    applicant: Maybe[str] = fact("choice", "person", "lawyer", "representative", "other")

    @staticmethod
    def contradictions(facts: Request) -> tuple[FactFault, ...]:
        """Days and facts that cannot stand together."""
        found = []
        for name in ("born", "child_born"):
            day = getattr(facts, name)
            if comes_after(day, facts.application_day):
                found.append(FactFault(name, "fact_born_after_application", day.isoformat()))
        if facts.disability is False and not isinstance(facts.disability_group, Unknown):
            found.append(FactFault("disability_group", "fact_group_without_disability", facts.disability_group))
        if facts.sex == "male" and facts.pregnant is True:
            found.append(FactFault("pregnant", "fact_pregnant_man", "true"))
        return tuple(found)


class Ages(NamedTuple):
    """The limits of the list: ages in full years, groups of disability, and the father's condition."""

    minor: int = 18
    woman: int = 58
    man: int = 63
    child: int = 3
    any_group: bool = True
    father_alone: bool = True
    reached: Reached = "birthday"


def comes_after(day: Maybe[date], other: Maybe[date]) -> bool:
    """Whether both days are known and the first is the later one."""
    return not isinstance(day, Unknown) and not isinstance(other, Unknown) and day > other


def _age(born: Maybe[date], day: Maybe[date], n: Ages) -> Maybe[int]:
    if isinstance(born, Unknown) or isinstance(day, Unknown):
        return UNKNOWN
    return age_on(born, day, reached=n.reached)


def _minor(f: Request, n: Ages, where: str) -> Condition:
    age = _age(f.born, f.application_day, n)
    under = known(age, lambda a: a < n.minor)
    return because(where, "minor", under, "born", "application_day", age=age, limit=n.minor)


def _of_age(f: Request, n: Ages, limit: int, where: str, sentence: str) -> Condition:
    age = _age(f.born, f.application_day, n)
    reached = known(age, lambda a: a >= limit)
    return because(where, sentence, reached, "born", "application_day", age=age, limit=limit)


def _small_child(f: Request, n: Ages, where: str) -> Condition:
    age = _age(f.child_born, f.application_day, n)
    under = known(age, lambda a: a < n.child)
    day = UNKNOWN if isinstance(f.child_born, Unknown) else reaches(f.child_born, n.child, reached=n.reached)
    return because(where, "child-under-limit", under, "child_born", "application_day", limit=n.child, day=day)


def _list(f: Request, n: Ages, base: str, child: Condition, man_child: Condition) -> Condition:
    """The closed list that law and order share; only the woman's tie to the child differs."""

    def woman() -> Condition:
        return any_of(
            _of_age(f, n, n.woman, f"{base}/3", "woman-of-age"),
            because(f"{base}/3", "pregnant", is_true(f.pregnant), "pregnant"),
            _with_small_child(f, n, f"{base}/3", child),
        )

    def man() -> Condition:
        return any_of(
            _of_age(f, n, n.man, f"{base}/4", "man-of-age"),
            _with_small_child(f, n, f"{base}/4", man_child),
        )

    return any_of(_minor(f, n, f"{base}/1"), _disability(f, n, f"{base}/2"), _by_sex(f, base, woman, man))


def _by_sex(f: Request, base: str, woman: Callable[[], Condition], man: Callable[[], Condition]) -> Condition:
    """What is asked of a woman or of a man; the sex itself carries a yes, and nobody is off the list by it."""
    female = because(f"{base}/3", "is-a-woman", is_one_of(f.sex, "female"), "sex")
    if isinstance(f.sex, Unknown):
        return choose(female, woman, man)
    if female.truth is YES:
        return all_of(female, woman())
    return all_of(because(f"{base}/4", "is-a-man", is_one_of(f.sex, "male"), "sex"), man())


def _with_small_child(f: Request, n: Ages, where: str, tie: Condition) -> Condition:
    """The tie to a child and its age; where there is no such tie, nobody asks for the age of an unknown child."""
    if tie.truth is NO and isinstance(f.child_born, Unknown):
        return tie
    return all_of(tie, _small_child(f, n, where))


def _disability(f: Request, n: Ages, where: str) -> Condition:
    if n.any_group:
        return because(where, "disability-any-group", is_true(f.disability), "disability")
    graver = every((is_true(f.disability), is_one_of(f.disability_group, "first", "second")))
    return because(where, "disability-any-group", graver, "disability", "disability_group")


def _suspect(f: Request, where: str) -> Condition:
    return because(where, "suspect-or-accused", is_one_of(f.status, "suspect", "accused"), "status")


def _raises_alone(f: Request, n: Ages, where: str) -> Condition:
    alone = is_true(f.raises_alone) if n.father_alone else YES
    together = every((is_true(f.raises_child), alone))
    return because(where, "man-raises-alone", together, "raises_child", "raises_alone")


_BORDERS = (
    Mutation("woman-border", "border off by one", {"woman": 57}),
    Mutation("woman-over", "border off by one", {"woman": 59}),
    Mutation("man-border", "border off by one", {"man": 62}),
    Mutation("man-over", "border off by one", {"man": 64}),
    Mutation("man-as-woman", "neighbouring list", {"man": 58}),
    Mutation("child-of-three", "border off by one", {"child": 4}),
    Mutation("groups-one-and-two", "neighbouring list", {"any_group": False}),
    Mutation("father-need-not-be-alone", "exception ignored", {"father_alone": False}),
)


_AGE_DAY = (Otherwise("C3", {"reached": "day-after"}),)


@rule(
    "pretrial-list-law", facts=Request, on="application_day", edition="probation-law@2020-01", numbers=Ages(),
    norms=("pretrial-probation-eligibility", "pretrial-age-threshold-women", "pretrial-age-threshold-men",
           "pretrial-child-under-three", "s-law-13-eligibility"),
    provisions=("probation-law/13/1", "probation-law/13/1/1", "probation-law/13/1/2", "probation-law/13/1/3",
                "probation-law/13/1/4"),
    mutations=_BORDERS, otherwise=_AGE_DAY,
)  # fmt: skip
def list_in_the_law(f: Request, n: Ages) -> Condition:
    """Law 13(1): the closed list; a woman must *have* the small child, a man must raise it alone."""
    base = f"{LAW}/13/1"
    has = because(f"{base}/3", "woman-has-child", is_true(f.has_child), "has_child")
    return all_of(_suspect(f, base), _list(f, n, base, has, _raises_alone(f, n, f"{base}/4")))


@rule(
    "pretrial-list-order", facts=Request, on="application_day", edition="order-511@602", numbers=Ages(),
    norms=("s-511-12-14-98-old",),
    provisions=("order-511/98", "order-511/98/1", "order-511/98/2", "order-511/98/3", "order-511/98/4"),
    mutations=(*_BORDERS, Mutation("before-733", "repealed edition", edition="order-511@602")),
    otherwise=_AGE_DAY,
)  # fmt: skip
def list_in_the_order_before(f: Request, n: Ages) -> Condition:
    """Order 511 para 98 before order 733: the same list as the Law's."""
    has = because(f"{ORDER}/98/3", "woman-has-child", is_true(f.has_child), "has_child")
    return _order_list(f, n, has)


@rule(
    "pretrial-list-order", facts=Request, on="application_day", edition="order-511@733", numbers=Ages(),
    norms=("pretrial-probation-eligibility-rules-98", "s-511-98"), provisions=(),
)  # fmt: skip
def list_in_the_order(f: Request, n: Ages) -> Condition:
    """Order 511 para 98 since order 733: a woman who has *or raises* the small child."""
    has = because(f"{ORDER}/98/3", "woman-has-child", is_true(f.has_child), "has_child")
    raises = because(f"{ORDER}/98/3", "woman-raises-child", is_true(f.raises_child), "raises_child")
    return _order_list(f, n, any_of(has, raises))


def _order_list(f: Request, n: Ages, child: Condition) -> Condition:
    base = f"{ORDER}/98"
    return all_of(_suspect(f, base), _list(f, n, base, child, _raises_alone(f, n, f"{base}/4")))
