"""Probation of minors: what it must take into account, who controls, in whose presence they are registered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import FactFault, fact, facts_class
from rules.periods import Reached, age_on, months_on, reaches
from rules.pretrial.persons import comes_after
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_true, known

LAW = "probation-law"
_AGE = 18


def _births(facts: Any) -> tuple[date, ...]:
    day = facts.day if not isinstance(facts.day, Unknown) else date(2025, 11, 3)
    border = months_on(day, -12 * _AGE)
    return tuple(border + timedelta(days=gap) for gap in (-400, 0, 1, 400))


def _days(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.born, Unknown):
        return (date(2025, 11, 2), date(2025, 11, 3))
    border = reaches(facts.born, _AGE)
    return (border - timedelta(days=1), border, border + timedelta(days=1))


@facts_class("minor")
class Minor:
    """Work with one person who may be a minor: age, who took part, and on what ground there is control."""

    day: Maybe[date] = fact("day", near=_days)
    born: Maybe[date] = fact("day", near=_births)
    features_considered: Maybe[bool] = fact("bool")
    family_involved: Maybe[bool] = fact("bool")
    guardianship_involved: Maybe[bool] = fact("bool")
    public_involved: Maybe[bool] = fact("bool")
    ground: Maybe[str] = fact("choice", "restriction", "conditional", "parole", "educational-measure")
    representative_present: Maybe[bool] = fact("bool")

    @staticmethod
    def contradictions(facts: Minor) -> tuple[FactFault, ...]:
        """A person cannot be born after the day of the step."""
        if comes_after(facts.born, facts.day):
            return (FactFault("born", "fact_born_after_the_day", str(facts.born)),)
        return ()


class Young(NamedTuple):
    """Under which age a person is a minor, and what must then be done."""

    age: int = _AGE
    reached: Reached = "birthday"
    required: tuple[str, ...] = ("features", "family", "guardianship", "public")
    representative: bool = True


_BORDERS = (
    Mutation("until-nineteen", "border off by one", {"age": 19}),
    Mutation("until-seventeen", "border off by one", {"age": 17}),
)
_AGE_DAY = (Otherwise("C3", {"reached": "day-after"}),)


def _is_minor(f: Minor, n: Young, where: str) -> Condition:
    age: Maybe[int] = UNKNOWN
    if not isinstance(f.born, Unknown) and not isinstance(f.day, Unknown):
        age = age_on(f.born, f.day, reached=n.reached)
    young = known(age, lambda years: years < n.age)
    return because(where, "is-a-minor", young, "born", "day", age=age, limit=n.age)


@rule(
    "minor-requirements", facts=Minor, on="day", edition="probation-law@2020-01", numbers=Young(),
    norms=("minor-probation-requirements",), provisions=("probation-law/18",),
    mutations=(*_BORDERS, Mutation("family-is-enough", "exception ignored", {"required": ("family",)})),
    otherwise=_AGE_DAY,
)  # fmt: skip
def requirements(f: Minor, n: Young) -> Condition:
    """Law 18: features of person and age, the family, guardianship bodies, citizens and organisations."""
    where = f"{LAW}/18"
    all_ = {
        "features": because(
            where, "minor-features", is_true(f.features_considered), "features_considered"
        ),
        "family": because(where, "minor-family", is_true(f.family_involved), "family_involved"),
        "guardianship": because(
            where, "minor-guardianship", is_true(f.guardianship_involved), "guardianship_involved"
        ),
        "public": because(where, "minor-public", is_true(f.public_involved), "public_involved"),
    }
    return choose(
        _is_minor(f, n, where),
        lambda: all_of(*(all_[name] for name in n.required)),
        lambda: because(where, "not-a-minor", YES),
    )


class Controllers(NamedTuple):
    """Who controls a minor on each ground."""

    restriction: str = "probation-service"
    conditional: str = "probation-service"
    parole: str = "police"
    educational_measure: str = "police"
    age: int = _AGE
    reached: Reached = "birthday"


@rule(
    "minor-controller", facts=Minor, on="day", edition="probation-law@2020-01", value="body",
    numbers=Controllers(),
    norms=("minor-control-by-probation-service", "minor-control-by-police",
           "law-juvenile-conditional-release-control-by-police"),
    provisions=(f"{LAW}/19/1", f"{LAW}/19/2"), otherwise=_AGE_DAY,
    mutations=(
        Mutation("conditional-by-police", "neighbouring list", {"conditional": "police"}),
        Mutation("parole-by-service", "neighbouring list", {"parole": "probation-service"}),
    ),
)  # fmt: skip
def controller(f: Minor, n: Controllers) -> Answer:
    """Law 19: the service after restriction or conditional sentence, the police after parole or a measure."""
    where = f"{LAW}/19/2" if f.ground in ("parole", "educational-measure") else f"{LAW}/19/1"
    minor = _is_minor(f, Young(n.age, n.reached), where)
    if minor.truth is Truth.NO:
        return Answer("not-a-minor", minor)
    if isinstance(f.ground, Unknown):
        open_ = because(where, "controller-unknown", Truth.UNKNOWN, "ground")
        return Answer(UNKNOWN, all_of(minor, open_))
    if minor.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, minor)
    body: str = getattr(n, f.ground.replace("-", "_"))
    return Answer(body, all_of(minor, because(where, f"controls-{body}", YES, "ground")))


@rule(
    "minor-registration", facts=Minor, on="day", edition="cec@2025-09", numbers=Young(),
    norms=("s-cec-20-minors",), provisions=("cec/20/2",), otherwise=_AGE_DAY,
    mutations=(*_BORDERS, Mutation("alone", "exception ignored", {"representative": False})),
)  # fmt: skip
def registration(f: Minor, n: Young) -> Condition:
    """CEC 20(2): a minor is registered in the presence of parents or other legal representatives."""
    present = is_true(f.representative_present) if n.representative else YES
    return choose(
        _is_minor(f, n, "cec/20/2"),
        lambda: because("cec/20/2", "representative-present", present, "representative_present"),
        lambda: because("cec/20/2", "not-a-minor", YES),
    )
