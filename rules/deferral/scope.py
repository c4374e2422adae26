"""For whom serving may be deferred and how long (CC 74; CEC 163; order 511)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rules.community_service.shapes import settled
from rules.conditions import Condition, all_of, any_of, because
from rules.facts import FactFault, fact, facts_class
from rules.periods import Unit, last_day, reaches
from rules.registry import Answer, Mutation, Otherwise, ask, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known

_CC, _CEC = "cc/74/1", "cec/163/1"


@facts_class("deferral")
class Deferral:
    """A convict who asks for deferral: ties to a small child (under fourteen), the term and the crime.

    `day` is the day on which the court decides: every later wording of CC 74 is milder.
    """

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 9, 1), date(2025, 11, 3)))
    sex: Maybe[str] = fact("choice", "female", "male")
    pregnant: Maybe[bool] = fact("bool")
    has_child: Maybe[bool] = fact("bool")
    raises_child: Maybe[bool] = fact("bool")
    raises_alone: Maybe[bool] = fact("bool")
    crime: Maybe[str] = fact(
        "choice", "grave-against-person", "terrorist-or-extremist", "in-a-group", "sexual-against-child", "other"
    )
    years: Maybe[int] = fact("count", least=1, most=30, borders=(5,))

    @staticmethod
    def contradictions(facts: Deferral) -> tuple[FactFault, ...]:
        """A man is not pregnant."""
        if facts.sex == "male" and facts.pregnant is True:
            return (FactFault("pregnant", "fact_pregnant_man", "true"),)
        return ()


class Scope(NamedTuple):
    """Whether raising the child is enough for a woman, and whether a man must raise it alone."""

    raising: bool = False
    alone: bool = True


_WAYS = (Mutation("father-need-not-be-alone", "exception ignored", {"alone": False}),)


def _in_scope(place: str, f: Deferral, n: Scope) -> Condition:
    woman, man = is_one_of(f.sex, "female"), is_one_of(f.sex, "male")
    pregnant = because(place, "deferred-pregnant", is_true(f.pregnant), "pregnant")
    female = because(place, "deferred-woman", woman, "sex")
    has = because(place, "deferred-has-child", is_true(f.has_child), "has_child")
    raises = because(place, "deferred-raises-child", is_true(f.raises_child), "raises_child")
    mother = all_of(female, any_of(has, raises) if n.raising else has)
    father = [because(place, "deferred-man", man, "sex"), raises]
    if n.alone:
        father.append(because(place, "deferred-alone", is_true(f.raises_alone), "raises_alone"))
    return any_of(mother, all_of(*father), pregnant)  # sex is asked first: a man is never pregnant


@rule(
    "deferral-scope-code", facts=Deferral, on="day", edition="cc@2020-01", numbers=Scope(), mutations=_WAYS,
    norms=("deferral-scope",), provisions=(_CC,),
)  # fmt: skip
def scope_before(f: Deferral, n: Scope) -> Condition:
    """CC 74(1) before 16.09.2025: a woman must *have* the small child."""
    return _in_scope(_CC, f, n)


@rule(
    "deferral-scope-code", facts=Deferral, on="day", edition="cc@2025-09", numbers=Scope(raising=True),
    norms=("s-cc-74-term",), provisions=(),
    mutations=(Mutation("before-2025", "repealed edition", edition="cc@2020-01"),),
)  # fmt: skip
def scope_now(f: Deferral, n: Scope) -> Condition:
    """CC 74(1) since 16.09.2025: a woman who has *or raises* the small child."""
    return _in_scope(_CC, f, n)


@rule(
    "deferral-scope-institution", facts=Deferral, on="day", edition="cec@2020-01", numbers=Scope(), mutations=_WAYS,
    norms=("deferral-scope", "s-cec-163-deferral"), provisions=(_CEC,),
)  # fmt: skip
def scope_in_the_institution(f: Deferral, n: Scope) -> Condition:
    """CEC 163(1), for those serving in an institution: not aligned in 2025, a woman who *has* the child."""
    return _in_scope(_CEC, f, n)


class Bar(NamedTuple):
    """Over how many years, and the crimes that bar whatever the term."""

    years: int = 5
    always: tuple[str, ...] = ("terrorist-or-extremist", "in-a-group", "sexual-against-child")


@rule("deferral-not-barred", facts=Deferral, on="day", edition="cc@2025-09", numbers=Bar(), provisions=(_CC,))
@rule(
    "deferral-not-barred", facts=Deferral, on="day", edition="cc@2020-01", numbers=Bar(),
    norms=("s-cc-74-exclusions",), provisions=(_CC,), mutations=(
        Mutation("five-years-bar", "border off by one", {"years": 4}),
        Mutation("six-years-pass", "border off by one", {"years": 6}),
        Mutation("group-crime-passes", "exception ignored",
                 {"always": ("terrorist-or-extremist", "sexual-against-child")}),
    ),
)  # fmt: skip
def not_barred(f: Deferral, n: Bar) -> Answer:
    """CC 74(1): grave against the person over five years; terrorist, extremist, group, sexual against a child.

    The Kazakh sentence can be read to put "over five years" to all of them: that reading passes too.
    """
    over = known(f.years, lambda years: years > n.years)
    person = is_one_of(f.crime, "grave-against-person")
    whole = all_of(
        because(_CC, "crime-not-always-barred", _not(is_one_of(f.crime, *n.always)), "crime"),
        any_of(
            because(_CC, "crime-not-against-person", _not(person), "crime"),
            because(_CC, "term-not-over", _not(over), "years", years=f.years, limit=n.years),
        ),
    )  # fmt: skip
    softer = whole.truth is NO and is_one_of(f.crime, *n.always) is YES and over is NO
    return Answer(settled(whole.truth), whole, ((YES, _CC),) if softer else ())


def _not(truth: Truth) -> Truth:
    return {YES: NO, NO: YES}.get(truth, truth)


@decision(
    "deferral-possible", facts=Deferral,
    joins=("deferral-scope-code", "deferral-scope-institution", "deferral-not-barred"),
    norms=("deferral-scope", "s-cc-74-exclusions"),
)  # fmt: skip
def possible(f: Deferral) -> Answer:
    """May serving be deferred? CC 74 decides; where CEC 163 has not followed it, that is a reading (C8)."""
    code, institution = use("deferral-scope-code", f), use("deferral-scope-institution", f)
    bar = ask("deferral-not-barred", f)
    whole = all_of(code, bar.condition)
    if whole.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, whole)
    readings = bar.readings if code.truth is YES else ()
    if whole.truth is YES and institution.truth is NO:
        readings = (*readings, (NO, _CEC))
    shown = (code, institution, bar.condition) if institution.truth is not Truth.UNKNOWN else (code, bar.condition)
    return Answer(whole.truth, Condition("all" if whole.truth is NO else "list", whole.truth, parts=shown), readings)


def _births(facts: Any) -> tuple[date, ...]:
    start = date(2025, 11, 3) if isinstance(facts.start_day, Unknown) else facts.start_day
    return tuple(start.replace(year=start.year - years) for years in (2, 8, 9, 10, 13))


@facts_class("deferral-term")
class DeferralTerm:
    """How long a deferral may last: from which day, for a pregnancy or for a child born on a day."""

    start_day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3), date(2025, 11, 4)))
    pregnant: Maybe[bool] = fact("bool")
    child_born: Maybe[date] = fact("day", near=_births)


class Longest(NamedTuple):
    """Years for a pregnancy and for a child, and the child's age at which it ends."""

    pregnancy: int = 1
    child: int = 5
    age: int = 14
    reached: Any = "birthday"
    counts_first: bool = False


@rule(
    "deferral-longest", facts=DeferralTerm, on="start_day", edition="cc@2025-09", value="day", numbers=Longest(),
    provisions=(_CC,),
)  # fmt: skip
@rule(
    "deferral-longest", facts=DeferralTerm, on="start_day", edition="cc@2020-01", value="day", numbers=Longest(),
    norms=("s-cc-74-term",), provisions=(_CC,), 
    otherwise=(Otherwise("C1", {"counts_first": True}), Otherwise("C3", {"reached": "day-after"})), mutations=(
        Mutation("three-years", "neighbouring list", {"child": 3}),
        Mutation("child-of-twelve", "neighbouring list", {"age": 12}),
        Mutation("pregnancy-five-years", "exception ignored", {"pregnancy": 5}),
    ),
)  # fmt: skip
def longest(f: DeferralTerm, n: Longest) -> Answer:
    """CC 74(1): a year for a pregnancy; five years for a child, not past its fourteenth birthday (C1, C3)."""
    pregnancy = is_true(f.pregnant)
    if isinstance(f.start_day, Unknown) or pregnancy is Truth.UNKNOWN:
        return Answer(UNKNOWN, because(_CC, "deferral-lasts", Truth.UNKNOWN, "start_day", "pregnant", "child_born"))
    if pregnancy is YES:
        day = last_day(f.start_day, n.pregnancy, Unit.YEARS, counts_first=n.counts_first)
        step = because(_CC, "deferral-for-pregnancy", YES, "start_day", "pregnant", convention="C1", day=day)
        return Answer(day, step)
    if isinstance(f.child_born, Unknown):
        return Answer(UNKNOWN, because(_CC, "deferral-lasts", Truth.UNKNOWN, "start_day", "pregnant", "child_born"))
    five = last_day(f.start_day, n.child, Unit.YEARS, counts_first=n.counts_first)
    grown = reaches(f.child_born, n.age, reached=n.reached)
    day = min(five, grown)
    return Answer(
        day, because(_CC, "deferral-for-child", YES, "start_day", "child_born", years=five, grown=grown, day=day)
    )
