"""Offences: crime or misdemeanour, gravity, the offences of our cases, the age of liability (CC 10, 11, 15)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, because, choose
from rules.facts import FactFault, fact, facts_class
from rules.periods import Reached, age_on, months_on
from rules.pretrial.persons import comes_after
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.release.shares import EDITION
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, known

_ASKED = date(2025, 11, 3)
_MISDEMEANOUR, _MINOR, _MEDIUM, _GRAVE, _ESPECIALLY = (
    "misdemeanour", "minor-crime", "medium-crime", "grave-crime", "especially-grave-crime",
)  # fmt: skip


@facts_class("sanction")
class Sanction:
    """The hardest punishment of a part of an article of the Special Part."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    hardest: Maybe[str] = fact("choice", "arrest-or-milder", "restriction", "imprisonment", "life")
    intent: Maybe[bool] = fact("bool")
    most_years: Maybe[int] = fact("count", least=1, most=20, borders=(2, 5, 12))


class Borders(NamedTuple):
    """Most years of imprisonment of a minor, a medium and a grave crime with intent; a minor one by negligence."""

    minor: int = 2
    medium: int = 5
    grave: int = 12
    negligent: int = 5
    misdemeanours: bool = True


def _gravity(f: Any, n: Borders) -> str:
    if not f.intent:
        return _MINOR if f.most_years <= n.negligent else _MEDIUM
    if f.most_years <= n.minor:
        return _MINOR
    if f.most_years <= n.medium:
        return _MEDIUM
    return _GRAVE if f.most_years <= n.grave else _ESPECIALLY


@rule(
    "offence-gravity", facts=Sanction, on="day", edition=EDITION, value="place", numbers=Borders(),
    norms=("s-cc-10-offence-kinds", "s-cc-11-gravity"), provisions=("cc/10", "cc/11"),
    mutations=(
        Mutation("three-years-minor", "border off by one", {"minor": 3}),
        Mutation("six-years-medium", "border off by one", {"medium": 6}),
        Mutation("ten-years-grave", "neighbouring list", {"grave": 10}),
        Mutation("negligent-as-intent", "exception ignored", {"negligent": 2}),
        Mutation("no-misdemeanours", "exception ignored", {"misdemeanours": False}),
    ),
)  # fmt: skip
def gravity(f: Sanction, n: Borders) -> Answer:
    """CC 10-11: a misdemeanour without restriction or imprisonment; else by the most years of imprisonment."""
    if isinstance(f.hardest, Unknown):
        return Answer(UNKNOWN, because("cc/10", "offence-kind", Truth.UNKNOWN, "hardest"))
    if f.hardest == "arrest-or-milder":
        found = _MISDEMEANOUR if n.misdemeanours else _MINOR
        return Answer(found, because("cc/10", "offence-kind", YES, "hardest"))
    if f.hardest == "life":
        return Answer(_ESPECIALLY, because("cc/11", "offence-life", YES, "hardest"))
    if f.hardest == "restriction":
        return Answer("not-covered", because("cc/11", "offence-no-years", YES, "hardest"))
    if isinstance(f.intent, Unknown) or isinstance(f.most_years, Unknown):
        return Answer(UNKNOWN, because("cc/11", "offence-years", Truth.UNKNOWN, "intent", "most_years"))
    found = _gravity(f, n)
    where = "offence-years" if f.intent else "offence-years-negligent"
    return Answer(found, because("cc/11", where, YES, "intent", "most_years", years=f.most_years))


_PARTS = {
    "cc-104-2": ("cc/104/2", _MINOR, 60), "cc-106-2": ("cc/106/2", _GRAVE, 120), "cc-107-1": ("cc/107/1", _MINOR, 24),
    "cc-120-1": ("cc/120", _GRAVE, 96), "cc-120-2": ("cc/120", _GRAVE, 144), "cc-120-3": ("cc/120", _ESPECIALLY, 180),
    "cc-188-1": ("cc/188", _MEDIUM, 36), "cc-188-2": ("cc/188", _MEDIUM, 60), "cc-188-3": ("cc/188", _GRAVE, 84),
    "cc-188-4": ("cc/188", _GRAVE, 120), "cc-190-1": ("cc/190", _MINOR, 24), "cc-190-2": ("cc/190", _MEDIUM, 48),
    "cc-190-3": ("cc/190", _GRAVE, 84), "cc-191-1": ("cc/191/1", _MEDIUM, 48), "cc-192-2": ("cc/192/2", _GRAVE, 120),
    "cc-194-1": ("cc/194", _MEDIUM, 48), "cc-194-2": ("cc/194", _GRAVE, 84), "cc-194-3": ("cc/194", _GRAVE, 120),
    "cc-194-4": ("cc/194", _ESPECIALLY, 180), "cc-195-1": ("cc/195/1", _MISDEMEANOUR, 0),
    "cc-200-1": ("cc/200", _MINOR, 24), "cc-200-2": ("cc/200", _MEDIUM, 60), "cc-200-3": ("cc/200", _GRAVE, 96),
    "cc-200-4": ("cc/200", _GRAVE, 120),
}  # fmt: skip
_FROM_14 = ("cc-106-2", "cc-120-1", "cc-120-2", "cc-120-3", "cc-188-2", "cc-188-3", "cc-188-4", "cc-192-2", "cc-194-2",
            "cc-194-3", "cc-194-4", "cc-200-2", "cc-200-3", "cc-200-4")  # fmt: skip
_FROM_16 = ("cc-104-2", "cc-107-1", "cc-188-1", "cc-191-1", "cc-194-1", "cc-195-1", "cc-200-1")
_NAMED_NORMS = (
    "s-cc-104-2", "s-cc-106-2-5", "s-cc-107-1", "s-cc-120-1", "s-cc-188", "s-cc-190", "s-cc-191-1", "s-cc-192-2",
    "s-cc-194", "s-cc-195-1", "s-cc-200",
)  # fmt: skip
_PLACES = tuple(dict.fromkeys(where for where, _, _ in _PARTS.values()))


@facts_class("named-offence")
class NamedOffence:
    """A part of an article, and months of imprisonment or restriction set for it."""

    day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    offence: Maybe[str] = fact("choice", *_PARTS)
    months: Maybe[int] = fact("count", least=1, most=240, borders=(24, 48, 60))


class Named(NamedTuple):
    """Which parts people take for something else."""

    instead: tuple[tuple[str, str], ...] = ()


@rule(
    "named-offence-gravity", facts=NamedOffence, on="day", edition=EDITION, value="place", numbers=Named(),
    norms=_NAMED_NORMS, provisions=_PLACES,
    mutations=(
        Mutation("deceit-a-crime", "exception ignored", {"instead": (("cc-195-1", _MINOR),)}),
        Mutation("negligent-medium", "exception ignored", {"instead": (("cc-104-2", _MEDIUM),)}),
        Mutation("part-three-medium", "neighbouring list", {"instead": (("cc-188-3", _MEDIUM), ("cc-190-3", _MEDIUM))}),
    ),
)  # fmt: skip
def named(f: NamedOffence, n: Named) -> Answer:
    """CC 104-200: the gravity of the offences that our cases name, by the most years of the sanction."""
    if isinstance(f.offence, Unknown):
        return Answer(UNKNOWN, because("cc/188", "named-offence", Truth.UNKNOWN, "offence"))
    where, found, months = _PARTS[f.offence]
    if months == 0:
        return Answer(dict(n.instead).get(f.offence, found), because(where, "named-misdemeanour", YES, "offence"))
    step = because(where, "named-offence", YES, "offence", years=months // 12)
    return Answer(dict(n.instead).get(f.offence, found), step)


class Most(NamedTuple):
    """Whether the most of the category is taken instead of the most of the sanction."""

    by_category: bool = False


_TOP = {_MISDEMEANOUR: 0, _MINOR: 24, _MEDIUM: 60, _GRAVE: 144, _ESPECIALLY: 240}


@rule(
    "sanction-kept", facts=NamedOffence, on="day", edition=EDITION, numbers=Most(),
    norms=("s-cc-190", "s-cc-188", "s-cc-195-1"), provisions=_PLACES,
    mutations=(Mutation("most-of-category", "neighbouring list", {"by_category": True}),),
)  # fmt: skip
def kept(f: NamedOffence, n: Most) -> Condition:
    """CC 104-200: months of imprisonment or restriction for one offence within the most of its sanction."""
    if isinstance(f.offence, Unknown):
        return because("cc/188", "sanction-within", Truth.UNKNOWN, "offence", "months")
    where, found, most = _PARTS[f.offence]
    limit = max(most, _TOP[found]) if n.by_category else most
    within = known(f.months, lambda months: months <= limit)
    return because(where, "sanction-within", within, "offence", "months", months=f.months, limit=limit)


def _births(facts: Any) -> tuple[date, ...]:
    day = _ASKED if isinstance(facts.offence_day, Unknown) else facts.offence_day
    return tuple(months_on(day, -12 * age) + timedelta(days=gap) for age in (14, 16) for gap in (-1, 0, 1))


@facts_class("liability")
class Liability:
    """A young person and the part of the article."""

    offence_day: Maybe[date] = fact("day", near=lambda facts: (_ASKED,))
    born: Maybe[date] = fact("day", near=_births)
    offence: Maybe[str] = fact("choice", *_FROM_14, *_FROM_16)

    @staticmethod
    def contradictions(facts: Liability) -> tuple[FactFault, ...]:
        """Nobody offends before birth."""
        if comes_after(facts.born, facts.offence_day):
            return (FactFault("born", "fact_born_after_the_day", str(facts.born)),)
        return ()


class Ages(NamedTuple):
    """Ages of liability and how a birthday counts."""

    listed: int = 14
    others: int = 16
    reached: Reached = "birthday"


@rule(
    "liability-by-age", facts=Liability, on="offence_day", edition=EDITION, numbers=Ages(), norms=("s-cc-15-age",),
    provisions=("cc/15",), otherwise=(Otherwise("C3", {"reached": "day-after"}),),
    mutations=(
        Mutation("sixteen-for-all", "exception ignored", {"listed": 16}),
        Mutation("fourteen-for-all", "neighbouring list", {"others": 14}),
        Mutation("eighteen", "neighbouring list", {"others": 18}),
    ),
)  # fmt: skip
def liable(f: Liability, n: Ages) -> Condition:
    """CC 15: from sixteen; from fourteen for the crimes of a closed list."""
    age: Maybe[int] = UNKNOWN
    if not isinstance(f.born, Unknown) and not isinstance(f.offence_day, Unknown):
        age = age_on(f.born, f.offence_day, reached=n.reached)

    def old(limit: int) -> Condition:
        return because("cc/15", "liability-age", known(age, lambda years: years >= limit), "born", "offence_day",
                       age=age, limit=limit)  # fmt: skip

    listed = because("cc/15", "liability-listed", is_one_of(f.offence, *_FROM_14), "offence")
    return choose(listed, lambda: old(n.listed), lambda: old(n.others))
