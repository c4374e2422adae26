"""Parole of adults: which share of the term must be served, and on which day it is (CC 72(3)-(5))."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.periods import Term, last_day, share_of
from rules.registry import Answer, Mutation, Otherwise, ask, decision, rule
from rules.terms import MONTHS, SHARES
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, every, is_one_of, known

EDITION = "cc@2025-09"
_ASKED, _BEGAN = date(2025, 11, 3), date(2025, 3, 3)
_RANKS = ("minor-or-medium", "grave", "grave-person", "especially-grave", "especially-grave-person")
_READ = ("gravity", "against", "privileged", "agreement", "earlier")


@facts_class("parole")
class Parole:
    """A term that is being served, the crime, the person, and whether an earlier parole was cancelled."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED, _ASKED + timedelta(days=1)))
    start_day: Maybe[date] = fact("day", near=lambda facts: (_BEGAN, _BEGAN + timedelta(days=1)))
    months: Maybe[int] = fact("count", least=1, most=480, borders=(12, 18))
    punishment: Maybe[str] = fact("choice", "imprisonment", "restriction")
    gravity: Maybe[str] = fact("choice", "minor-or-medium", "grave", "especially-grave")
    against: Maybe[str] = fact("choice", "none", "health", "life")
    privileged: Maybe[bool] = fact("bool")
    agreement: Maybe[bool] = fact("bool")
    earlier: Maybe[str] = fact("choice", "none", "conduct", "intentional-crime")


class Shares(NamedTuple):
    """Shares for the five ranks of crime, then those after a cancelled parole: ordinary and privileged persons."""

    ordinary: tuple[str, ...] = ("1/3", "1/2", "2/3", "2/3", "2/3")
    agreed: tuple[str, ...] = ("1/4", "1/3", "1/2", "1/2", "3/4")
    privileged: tuple[str, ...] = ("1/4", "1/3", "1/3", "1/2", "2/3")
    both: tuple[str, ...] = ("1/5", "1/4", "1/4", "1/3", "1/3")
    conduct: tuple[str, str] = ("2/3", "1/2")
    crime: tuple[str, str] = ("3/4", "2/3")
    by_days: bool = False
    counts_first: bool = False


def _rank(f: Any) -> int:
    if f.gravity == "minor-or-medium":
        return 0
    # Part 4 parts especially grave crimes by life alone, part 3 by life or health.
    health = f.against == "health" and not (f.privileged and f.gravity == "especially-grave")
    person = f.against == "life" or health
    return _RANKS.index(f"{f.gravity}-person" if person else f.gravity)


def _share(f: Any, n: Shares) -> Maybe[Fraction]:
    if any(isinstance(getattr(f, name), Unknown) for name in _READ):
        return UNKNOWN
    if f.earlier != "none":
        after = n.conduct if f.earlier == "conduct" else n.crime
        return Fraction(after[1] if f.privileged else after[0])
    if f.privileged:
        return Fraction((n.both if f.agreement else n.privileged)[_rank(f)])
    return Fraction((n.agreed if f.agreement else n.ordinary)[_rank(f)])


def share_step(where: str, sentence: str, share: Maybe[Fraction], *facts: str) -> Condition:
    """The step that names a share of the term as two numbers."""
    over, under = (UNKNOWN, UNKNOWN) if isinstance(share, Unknown) else (share.numerator, share.denominator)
    return because(where, sentence, known(share, lambda s: True), *facts, over=over, under=under)


def share_name(share: Maybe[Fraction]) -> Maybe[str]:
    """The name under which `values` holds the words of a share."""
    return UNKNOWN if isinstance(share, Unknown) else f"share-{share.numerator}-{share.denominator}"


def share_day(start: Maybe[date], months: Maybe[int], share: Maybe[Fraction], n: Any) -> Maybe[date]:
    """The day on which the share of a term in months has run, as `n` counts (C1, C12); unknown where anything is."""
    if isinstance(start, Unknown) or isinstance(months, Unknown) or isinstance(share, Unknown):
        return UNKNOWN
    return share_of(Term(start, months, MONTHS), share, by_days=n.by_days, counts_first=n.counts_first)


def _where(f: Any) -> str:
    return "cc/72/4" if f.privileged is True else "cc/72/3"


_WAYS = (
    Mutation("half-for-minor", "neighbouring list", {"ordinary": ("1/2", "1/2", "2/3", "2/3", "2/3")}),
    Mutation("third-for-grave", "neighbouring list", {"ordinary": ("1/3", "1/3", "1/2", "2/3", "2/3")}),
    Mutation("person-ignored", "exception ignored", {"ordinary": ("1/3", "1/2", "1/2", "2/3", "2/3")}),
    Mutation("privilege-ignored", "exception ignored",
             {"privileged": ("1/3", "1/2", "2/3", "2/3", "2/3"), "both": ("1/4", "1/3", "1/2", "1/2", "3/4")}),
    Mutation("agreement-ignored", "exception ignored",
             {"agreed": ("1/3", "1/2", "2/3", "2/3", "2/3"), "both": ("1/4", "1/3", "1/3", "1/2", "2/3")}),
    Mutation("cancellation-ignored", "exception ignored", {"conduct": ("1/3", "1/4"), "crime": ("1/3", "1/4")}),
)  # fmt: skip


@rule(
    "parole-share", facts=Parole, on="day", edition=EDITION, value="place", numbers=Shares(), mutations=_WAYS,
    norms=("s-cc-72-shares", "s-cc-72-privileged"), provisions=("cc/72/3", "cc/72/4"),
)  # fmt: skip
def share(f: Parole, n: Shares) -> Answer:
    """CC 72(3)-(4): the share of the term that must be served first."""
    found = _share(f, n)
    return Answer(share_name(found), share_step(_where(f), "parole-share-is", found, *_READ))


@rule(
    "parole-share-day", facts=Parole, on="day", edition=EDITION, value="day", numbers=Shares(), mutations=_WAYS,
    norms=("s-cc-72-shares", "s-cc-72-privileged"), provisions=("cc/72/3", "cc/72/4"),
    otherwise=SHARES,
)  # fmt: skip
def day_of_share(f: Parole, n: Shares) -> Answer:
    """CC 72(3)-(4): the day on which that share of the term has run (C12)."""
    found = _share(f, n)
    day = share_day(f.start_day, f.months, found, n)
    step = because(_where(f), "parole-share-runs", known(day, lambda d: True), "start_day", "months",
                   convention="C12", start=f.start_day, months=f.months, day=day)  # fmt: skip
    return Answer(day, all_of(share_step(_where(f), "parole-share-is", found, *_READ), step))


_FIRST_COUNTS = (Otherwise("C1", {"counts_first": True}),)


class Least(NamedTuple):
    """Months of imprisonment that must be served in any case; whether the day they begin is the first of them."""

    months: int = 6
    counts_first: bool = False


@rule(
    "parole-six-months", facts=Parole, on="day", edition=EDITION, value="day", numbers=Least(),
    norms=("s-cc-72-minimum-and-life",), provisions=("cc/72/5",), otherwise=_FIRST_COUNTS,
    mutations=(
        Mutation("three-months", "neighbouring list", {"months": 3}),
        Mutation("a-year", "neighbouring list", {"months": 12}),
    ),
)  # fmt: skip
def least(f: Parole, n: Least) -> Answer:
    """CC 72(5): at least six months of imprisonment; restriction of liberty has no such minimum."""
    if f.punishment == "restriction":
        return Answer("no-day", because("cc/72/5", "parole-no-least", YES, "punishment"))
    imprisoned = is_one_of(f.punishment, "imprisonment")
    day: Maybe[date] = UNKNOWN
    if not isinstance(f.start_day, Unknown) and imprisonment_known(f):
        day = last_day(f.start_day, n.months, MONTHS, counts_first=n.counts_first)
    both = every((imprisoned, known(f.start_day, lambda d: True)))
    return Answer(day, because("cc/72/5", "parole-least", both, "punishment", "start_day", convention="C1",
                               count=n.months, day=day))  # fmt: skip


def imprisonment_known(f: Any) -> bool:
    """Whether the punishment is told and is imprisonment."""
    return bool(f.punishment == "imprisonment")


@decision(
    "parole-day", facts=Parole, joins=("parole-share-day", "parole-six-months"), value="day",
    norms=("s-cc-72-shares", "s-cc-72-minimum-and-life"),
)  # fmt: skip
def day_of_right(f: Parole) -> Answer:
    """The first day of the right to ask for parole: the later of the share and the six months."""
    shared, six = ask("parole-share-day", f), ask("parole-six-months", f)
    parts = (shared.condition, six.condition)
    if isinstance(shared.value, Unknown) or isinstance(six.value, Unknown):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=parts))
    days = [value for value in (shared.value, six.value) if isinstance(value, date)]
    return Answer(max(days), Condition("list", YES, parts=parts))


class Life(NamedTuple):
    """Years of a life term before parole, without and with a procedural agreement."""

    years: int = 25
    agreed: int = 15
    counts_first: bool = False


@facts_class("life-term")
class LifeTerm:
    """A life term that is being served."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    start_day: Maybe[date] = fact("day", near=lambda facts: (_BEGAN, _BEGAN + timedelta(days=1)))
    agreement: Maybe[bool] = fact("bool")


@rule(
    "parole-life-day", facts=LifeTerm, on="day", edition=EDITION, value="day", numbers=Life(),
    norms=("s-cc-72-minimum-and-life",), provisions=("cc/72/6",), otherwise=_FIRST_COUNTS,
    mutations=(
        Mutation("thirty-years", "neighbouring list", {"years": 30}),
        Mutation("agreement-ignored", "exception ignored", {"agreed": 25}),
        Mutation("ten-years", "neighbouring list", {"agreed": 10}),
    ),
)  # fmt: skip
def life_day(f: LifeTerm, n: Life) -> Answer:
    """CC 72(6): twenty-five years of a life term, fifteen after a procedural agreement was kept."""
    if isinstance(f.start_day, Unknown) or isinstance(f.agreement, Unknown):
        return Answer(UNKNOWN, because("cc/72/6", "parole-life", Truth.UNKNOWN, "agreement", "start_day"))
    years = n.agreed if f.agreement else n.years
    day = last_day(f.start_day, years * 12, MONTHS, counts_first=n.counts_first)
    step = because("cc/72/6", "parole-life", YES, "agreement", "start_day", convention="C1", years=years,
                   start=f.start_day, day=day)  # fmt: skip
    return Answer(day, step)
