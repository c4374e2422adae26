"""Replacing the rest of imprisonment by a milder punishment (CC 73), and both reliefs of minors (CC 86, 87)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.release.shares import EDITION, share_day, share_step
from rules.terms import SHARES
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_ASKED, _BEGAN = date(2025, 11, 3), date(2025, 3, 3)


@facts_class("replacement")
class Replacement:
    """Imprisonment that may be replaced: the crime, the conduct, what is left."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED, _ASKED + timedelta(days=1)))
    start_day: Maybe[date] = fact("day", near=lambda facts: (_BEGAN, _BEGAN + timedelta(days=1)))
    months: Maybe[int] = fact("count", least=1, most=480, borders=(12,))
    gravity: Maybe[str] = fact("choice", "minor-or-medium", "grave", "especially-grave")
    against_person: Maybe[bool] = fact("bool")
    damage_repaid: Maybe[bool] = fact("bool")
    malicious_breach: Maybe[bool] = fact("bool")
    barred_crime: Maybe[bool] = fact("bool")
    unserved_days: Maybe[int] = fact("count", least=1, most=7000, borders=(4, 360))
    foreigner: Maybe[bool] = fact("bool")


class Milder(NamedTuple):
    """Shares for a minor or medium crime, a grave one, a grave one against life or health."""

    shares: tuple[str, str, str] = ("1/4", "1/3", "1/2")
    by_days: bool = False
    counts_first: bool = False


@rule(
    "replacement-day", facts=Replacement, on="day", edition=EDITION, value="day", numbers=Milder(),
    norms=("s-cc-73-shares", "replacement-by-milder-served-share"),
    provisions=("cc/73/1", "cc/73/2"), otherwise=SHARES,
    mutations=(
        Mutation("as-parole", "neighbouring list", {"shares": ("1/3", "1/2", "2/3")}),
        Mutation("quarter-for-all", "exception ignored", {"shares": ("1/4", "1/4", "1/4")}),
        Mutation("person-ignored", "exception ignored", {"shares": ("1/4", "1/3", "1/3")}),
    ),
)  # fmt: skip
def replacement_day(f: Replacement, n: Milder) -> Answer:
    """CC 73(1)-(2): the day the share has run (C12); no day for an especially grave crime."""
    if f.gravity == "especially-grave":
        return Answer("no-day", because("cc/73/1", "replacement-not-especially-grave", YES, "gravity"))
    found: Maybe[Fraction] = UNKNOWN
    if f.gravity == "minor-or-medium":
        found = Fraction(n.shares[0])
    elif f.gravity == "grave" and not isinstance(f.against_person, Unknown):
        found = Fraction(n.shares[2] if f.against_person else n.shares[1])
    reads = ("gravity",) if f.gravity == "minor-or-medium" else ("gravity", "against_person")
    day = share_day(f.start_day, f.months, found, n)
    runs = because("cc/73/2", "replacement-share-runs", known(day, lambda d: True), "start_day", "months",
                   convention="C12", start=f.start_day, months=f.months, day=day)  # fmt: skip
    return Answer(day, all_of(share_step("cc/73/2", "replacement-share-is", found, *reads), runs))


class Conditions(NamedTuple):
    """Whether damage and conduct are both asked for, and whether crimes are barred."""

    both: bool = False
    bars: bool = True
    grave: bool = True


@rule(
    "replacement-possible", facts=Replacement, on="day", edition=EDITION, numbers=Conditions(),
    norms=("s-cc-73-shares",), provisions=("cc/73/1", "cc/73/2"),
    mutations=(
        Mutation("both-needed", "neighbouring list", {"both": True}),
        Mutation("bars-ignored", "exception ignored", {"bars": False}),
        Mutation("any-gravity", "exception ignored", {"grave": False}),
    ),
)  # fmt: skip
def possible(f: Replacement, n: Conditions) -> Condition:
    """CC 73(1)-(2): once the share is served: not especially grave, not barred, damage repaid *or* no breach."""
    kind = is_one_of(f.gravity, "minor-or-medium", "grave") if n.grave else YES
    barred = is_true(f.barred_crime) if n.bars else NO
    join = all_of if n.both else any_of
    return all_of(
        because("cc/73/1", "replacement-gravity", kind, "gravity"),
        because("cc/73/2", "replacement-not-barred", opposite(barred), "barred_crime"),
        join(
            because("cc/73/1", "replacement-damage", is_true(f.damage_repaid), "damage_repaid"),
            because("cc/73/1", "replacement-clean", opposite(is_true(f.malicious_breach)), "malicious_breach"),
        ),
    )


class Rate(NamedTuple):
    """Days of imprisonment for one day of restriction."""

    days: int = 1


@rule(
    "replacement-restriction-days", facts=Replacement, on="day", edition=EDITION, value="amount", numbers=Rate(),
    norms=("s-cc-73-conversion",), provisions=("cc/73/3",),
    mutations=(
        Mutation("two-for-one", "neighbouring list", {"days": 2}),
        Mutation("four-for-one", "neighbouring list", {"days": 4}),
    ),
)  # fmt: skip
def restriction_days(f: Replacement, n: Rate) -> Answer:
    """CC 73(3): one day of restriction of liberty for one day of imprisonment."""
    days: Maybe[int] = UNKNOWN if isinstance(f.unserved_days, Unknown) else f.unserved_days // n.days
    step = because("cc/73/3", "replacement-days", known(days, lambda d: True), "unserved_days",
                   left=f.unserved_days, days=days)  # fmt: skip
    return Answer(days, step)


class Milds(NamedTuple):
    """What may stand instead of imprisonment, and whether foreigners are apart."""

    kinds: tuple[str, ...] = ("replacement-fine", "replacement-restriction")
    foreigners: bool = True
    repaid: bool = True


@rule(
    "replacement-kinds", facts=Replacement, on="day", edition=EDITION, value="list", numbers=Milds(),
    norms=("s-cc-73-conversion",), provisions=("cc/73/2", "cc/73/3"),
    mutations=(
        Mutation("corrective-labour-too", "neighbouring list",
                 {"kinds": ("replacement-fine", "replacement-restriction", "replacement-corrective-labour")}),
        Mutation("foreigners-ignored", "exception ignored", {"foreigners": False}),
        Mutation("fine-without-damages", "exception ignored", {"repaid": False}),
    ),
)  # fmt: skip
def kinds(f: Replacement, n: Milds) -> Answer:
    """CC 73(2)-(3): a fine (only with the damage repaid) or restriction of liberty; for foreigners only a fine."""
    repaid = is_true(f.damage_repaid) if n.repaid else YES
    abroad = is_true(f.foreigner) if n.foreigners else NO
    parts = (because("cc/73/3", "replacement-fine-if-repaid", repaid, "damage_repaid"),
             because("cc/73/2", "replacement-foreigner", abroad, "foreigner"))  # fmt: skip
    if (n.repaid and isinstance(f.damage_repaid, Unknown)) or (n.foreigners and isinstance(f.foreigner, Unknown)):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=parts))
    left = [kind for kind in n.kinds if kind != "replacement-fine" or repaid is YES]
    return Answer(
        tuple(kind for kind in left if abroad is NO or kind == "replacement-fine"),
        Condition("list", YES, parts=parts),
    )


@facts_class("minor-release")
class MinorRelease:
    """A term for a crime committed as a minor."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED, _ASKED + timedelta(days=1)))
    start_day: Maybe[date] = fact("day", near=lambda facts: (_BEGAN, _BEGAN + timedelta(days=1)))
    months: Maybe[int] = fact("count", least=1, most=180, borders=(12,))
    rank: Maybe[str] = fact("choice", "minor-or-medium", "grave", "especially-grave", "especially-grave-life")


class Four(NamedTuple):
    """Shares for the four ranks."""

    shares: tuple[str, str, str, str]
    by_days: bool = False
    counts_first: bool = False


_RANKS = ("minor-or-medium", "grave", "especially-grave", "especially-grave-life")
_PAROLE, _MILDER = ("1/4", "1/3", "1/2", "2/3"), ("1/5", "1/4", "1/3", "1/2")


def _minor_day(f: Any, n: Four, where: str) -> Answer:
    found = UNKNOWN if isinstance(f.rank, Unknown) else Fraction(n.shares[_RANKS.index(f.rank)])
    day = share_day(f.start_day, f.months, found, n)
    runs = because(where, "minor-share-runs", known(day, lambda d: True), "start_day", "months", convention="C12",
                   start=f.start_day, months=f.months, day=day)  # fmt: skip
    return Answer(day, all_of(share_step(where, "minor-share-is", found, "rank"), runs))


@rule(
    "minor-parole-day", facts=MinorRelease, on="day", edition=EDITION, value="day", numbers=Four(_PAROLE),
    norms=("s-cc-86-87-minors-shares", "parole-minor-share"), provisions=("cc/86/1",), otherwise=SHARES,
    mutations=(
        Mutation("as-adults", "neighbouring list", {"shares": ("1/3", "1/2", "2/3", "2/3")}),
        Mutation("as-replacement", "neighbouring list", {"shares": _MILDER}),
    ),
)  # fmt: skip
def minor_parole(f: MinorRelease, n: Four) -> Answer:
    """CC 86(1): 1/4, 1/3, 1/2, 2/3 by the rank of the crime (C12)."""
    return _minor_day(f, n, "cc/86/1")


@rule(
    "minor-replacement-day", facts=MinorRelease, on="day", edition=EDITION, value="day", numbers=Four(_MILDER),
    norms=("s-cc-86-87-minors-shares",), provisions=("cc/87/1",), otherwise=SHARES,
    mutations=(
        Mutation("as-parole", "neighbouring list", {"shares": _PAROLE}),
        Mutation("as-adults", "neighbouring list", {"shares": ("1/4", "1/3", "1/2", "1/2")}),
    ),
)  # fmt: skip
def minor_replacement(f: MinorRelease, n: Four) -> Answer:
    """CC 87(1): 1/5, 1/4, 1/3, 1/2 by the rank of the crime (C12)."""
    return _minor_day(f, n, "cc/87/1")
