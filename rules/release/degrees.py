"""Degrees of conduct and the change of the type of institution that they open (CEC 95-96)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.periods import last_day
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.release.shares import share_day, share_name, share_step
from rules.terms import CALENDAR, MONTHS, SHARES, deadline
from rules.truth import UNKNOWN, Maybe, Unknown, is_one_of, known

_CODE, _WHERE, _NORMS = "cec@2025-09", "cec/95-96", ("s-cec-95-96-degrees",)
_ADMINISTRATION = "institution-administration"
_ASKED, _BEGAN = date(2025, 11, 3), date(2025, 3, 3)
DEGREES = ("degree-not-positive", "degree-positive-1", "degree-positive-2", "degree-positive-3")

deadline(
    "type-change-notice", provision=_WHERE, edition=_CODE, count=5, unit=CALENDAR, who=_ADMINISTRATION, regimes=(),
    norms=_NORMS,
)  # fmt: skip
deadline(
    "type-change-sending", provision=_WHERE, edition=_CODE, count=10, unit=CALENDAR, who=_ADMINISTRATION,
    regimes=(), norms=_NORMS,
)  # fmt: skip


def _near(facts: Any) -> tuple[date, ...]:
    return (_ASKED, _ASKED + timedelta(days=1))


@facts_class("conduct-degree")
class Conduct:
    """A convict's encouragements and the months without a penalty."""

    day: Maybe[date] = fact("day", near=_near)
    encouragements: Maybe[int] = fact("count", least=0, most=100, borders=(1, 2, 3))
    months_clean: Maybe[int] = fact("count", least=0, most=480, borders=(3, 6, 12))


class Ladder(NamedTuple):
    """Encouragements and months without a penalty for the three positive degrees."""

    encouragements: tuple[int, int, int] = (1, 2, 3)
    months: tuple[int, int, int] = (3, 6, 12)


@rule(
    "positive-degree", facts=Conduct, on="day", edition=_CODE, value="place", numbers=Ladder(), norms=_NORMS,
    provisions=(_WHERE,), mutations=(
        Mutation("one-is-enough", "exception ignored", {"encouragements": (1, 1, 1)}),
        Mutation("a-month-more", "border off by one", {"months": (4, 7, 13)}),
        Mutation("three-months-for-all", "neighbouring list", {"months": (3, 3, 3)}),
    ),
)  # fmt: skip
def positive_degree(f: Conduct, n: Ladder) -> Answer:
    """CEC 95-96: one, two, three encouragements and three, six, twelve months without a penalty."""
    by_praise = _reached(f.encouragements, n.encouragements)
    by_months = _reached(f.months_clean, n.months)
    name: Maybe[str] = UNKNOWN
    if by_praise == 0 or by_months == 0:
        name = DEGREES[0]
    elif not isinstance(by_praise, Unknown) and not isinstance(by_months, Unknown):
        name = DEGREES[min(by_praise, by_months)]
    step = because(_WHERE, "degree-by-praise-and-months", known(name, lambda d: True), "encouragements",
                   "months_clean")  # fmt: skip
    return Answer(name, step)


def _reached(count: Maybe[int], steps: tuple[int, ...]) -> Maybe[int]:
    return UNKNOWN if isinstance(count, Unknown) else sum(count >= step for step in steps)


@facts_class("type-change")
class TypeChange:
    """A move to another type of institution: which one, the crime, an earlier parole, the degree, the term."""

    day: Maybe[date] = fact("day", near=_near)
    start_day: Maybe[date] = fact("day", near=lambda facts: (_BEGAN, _BEGAN + timedelta(days=1)))
    months: Maybe[int] = fact("count", least=1, most=480, borders=(12,))
    move: Maybe[str] = fact("choice", "to-minimum", "from-full")
    gravity: Maybe[str] = fact("choice", "minor-or-medium", "grave")
    paroled_before: Maybe[bool] = fact("bool")
    degree: Maybe[str] = fact("choice", "negative", "none", "first", "second", "third")


class Parts(NamedTuple):
    """Shares: a minor or medium crime, a grave one, after an earlier parole, from full security."""

    minor: str = "1/4"
    grave: str = "1/3"
    paroled: str = "2/3"
    full: str = "1/2"
    by_days: bool = False
    counts_first: bool = False


_WAYS = (
    Mutation("as-parole", "neighbouring list", {"minor": "1/3", "grave": "1/2"}),
    Mutation("parole-ignored", "exception ignored", {"paroled": "1/3"}),
    Mutation("full-as-minimum", "neighbouring list", {"full": "1/3"}),
)


def _share(f: TypeChange, n: Parts) -> Maybe[Fraction]:
    if f.move == "from-full":
        return Fraction(n.full)
    if isinstance(f.move, Unknown) or isinstance(f.paroled_before, Unknown):
        return UNKNOWN
    if f.paroled_before:
        return Fraction(n.paroled)
    return UNKNOWN if isinstance(f.gravity, Unknown) else Fraction(n.minor if f.gravity != "grave" else n.grave)


@rule(
    "type-change-share", facts=TypeChange, on="day", edition=_CODE, value="place", numbers=Parts(), norms=_NORMS,
    provisions=(_WHERE,), mutations=_WAYS,
)  # fmt: skip
def share(f: TypeChange, n: Parts) -> Answer:
    """CEC 95-96: to minimum security 1/4, 1/3 or (paroled before) 2/3; from full security 1/2."""
    found = _share(f, n)
    return Answer(share_name(found), share_step(_WHERE, "type-change-share-is", found, "move", "gravity",
                                                "paroled_before"))  # fmt: skip


@rule(
    "type-change-day", facts=TypeChange, on="day", edition=_CODE, value="day", numbers=Parts(), norms=_NORMS,
    provisions=(_WHERE,), mutations=_WAYS, otherwise=SHARES,
)  # fmt: skip
def share_runs_on(f: TypeChange, n: Parts) -> Answer:
    """CEC 95-96: the day on which that share of the term has run (C12)."""
    found = _share(f, n)
    day = share_day(f.start_day, f.months, found, n)
    runs = because(_WHERE, "type-change-share-runs", known(day, lambda d: True), "start_day", "months",
                   convention="C12", start=f.start_day, months=f.months, day=day)  # fmt: skip
    first = share_step(_WHERE, "type-change-share-is", found, "move", "gravity", "paroled_before")
    return Answer(day, all_of(first, runs))


class Opens(NamedTuple):
    """Degrees that open a change of type."""

    degrees: tuple[str, ...] = ("second", "third")


@rule(
    "type-change-degree", facts=TypeChange, on="day", edition=_CODE, numbers=Opens(), norms=_NORMS,
    provisions=(_WHERE,), mutations=(
        Mutation("first-too", "border off by one", {"degrees": ("first", "second", "third")}),
        Mutation("third-alone", "border off by one", {"degrees": ("third",)}),
    ),
)  # fmt: skip
def opens(f: TypeChange, n: Opens) -> Condition:
    """CEC 95-96: the second or the third positive degree."""
    return because(_WHERE, "type-change-second-or-third", is_one_of(f.degree, *n.degrees), "degree")


@facts_class("type-change-refusal")
class Refusal:
    """The day on which a change of type was refused."""

    refusal_day: Maybe[date] = fact("day", near=_near)


class Wait(NamedTuple):
    """Months to wait."""

    months: int = 6
    counts_first: bool = False


@rule(
    "type-change-wait", facts=Refusal, on="refusal_day", edition=_CODE, value="day", numbers=Wait(), norms=_NORMS,
    provisions=(_WHERE,), otherwise=(Otherwise("C1", {"counts_first": True}),),
    mutations=(
        Mutation("three-months", "neighbouring list", {"months": 3}),
        Mutation("a-year", "neighbouring list", {"months": 12}),
    ),
)  # fmt: skip
def wait(f: Refusal, n: Wait) -> Answer:
    """CEC 95-96: the last of the six months in which the petition may not be repeated (C1)."""
    day: Maybe[date] = UNKNOWN
    if not isinstance(f.refusal_day, Unknown):
        day = last_day(f.refusal_day, n.months, MONTHS, counts_first=n.counts_first)
    return Answer(day, because(_WHERE, "type-change-wait-until", known(day, lambda d: True), "refusal_day",
                               convention="C1", start=f.refusal_day, day=day))  # fmt: skip
