"""From one punishment into another: unpaid fines, corrective labour not served, custody, sums (CC 41, 42, 61, 62)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown

_ALLOWED = {
    "misdemeanour": ("works", "arrest"), "minor-or-medium-crime": ("restriction", "imprisonment"),
    "grave-crime": ("imprisonment",),
}  # fmt: skip
_ITEMS = {"misdemeanour": "1", "minor-or-medium-crime": "2", "grave-crime": "3"}


@facts_class("unpaid")
class Unpaid:
    """Indices of a fine or of corrective labour that stayed unpaid, the offence, and the punishment instead."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    offence: Maybe[str] = fact("choice", *_ALLOWED)
    indices: Maybe[int] = fact("count", least=0, most=10_000, borders=(40, 42))
    into: Maybe[str] = fact("choice", "works", "arrest", "restriction", "imprisonment")


class Ratio(NamedTuple):
    """Hours of community service for an index, indices for a day."""

    hours: int = 1
    indices: int = 4
    restriction_for_grave: bool = False


_WAYS = (
    Mutation("four-hours-an-index", "neighbouring list", {"hours": 4}),
    Mutation("a-day-an-index", "neighbouring list", {"indices": 1}),
    Mutation("restriction-for-grave", "exception ignored", {"restriction_for_grave": True}),
)
_COMMON: Any = {
    "facts": Unpaid, "on": "day", "edition": "cc@2020-01", "value": "amount", "numbers": Ratio(), "mutations": _WAYS,
}  # fmt: skip


def _replaced(part: str, f: Unpaid, n: Ratio) -> Answer:
    """Hours or days instead; `not-allowed` where the code does not name that punishment for the offence."""
    if isinstance(f.offence, Unknown) or isinstance(f.into, Unknown) or isinstance(f.indices, Unknown):
        step = because(f"{part}/1", "indices-into", Truth.UNKNOWN, "offence", "into", "indices")
        return Answer(UNKNOWN, step)
    place = f"{part}/{_ITEMS[f.offence]}"
    may = f.into in _ALLOWED[f.offence] or (n.restriction_for_grave and f.into == "restriction")
    if not may:
        return Answer("not-allowed", because(place, "into-not-named", YES, "offence", "into"))
    if f.into == "works":
        hours = f.indices * n.hours
        return Answer(hours, because(place, "indices-into-hours", YES, "offence", "into", "indices", indices=f.indices,
                                     hours=hours))  # fmt: skip
    days, rest = divmod(f.indices, n.indices)
    step = because(place, "indices-into-days", YES, "offence", "into", "indices", indices=f.indices, days=days)
    return Answer(days, step, ((days + 1, place),) if rest else ())


@rule("fine-replaced", norms=("s-cc-41-fine",), provisions=("cc/41/6/1", "cc/41/6/2", "cc/41/6/3"), **_COMMON)
def fine_replaced(f: Unpaid, n: Ratio) -> Answer:
    """CC 41(6): an hour of community service for an unpaid index, or a day for four."""
    return _replaced("cc/41/6", f, n)


@rule(
    "labour-sum-replaced", norms=("s-cc-42-replacement",), provisions=("cc/42/5/1", "cc/42/5/2", "cc/42/5/3"),
    **_COMMON,
)  # fmt: skip
def labour_replaced(f: Unpaid, n: Ratio) -> Answer:
    """CC 42(5): the same measure for the sum of corrective labour that was not withheld."""
    return _replaced("cc/42/5", f, n)


@facts_class("custody")
class Custody:
    """Days in custody or under house arrest before the sentence took effect, and the punishment."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    measure: Maybe[str] = fact("choice", "custody", "house-arrest")
    days: Maybe[int] = fact("count", least=0, most=2_000, borders=(10,))
    punishment: Maybe[str] = fact("choice", "arrest", "restriction", "works", "indices")


class Credit(NamedTuple):
    """What one day of custody counts for, and one day of house arrest in halves."""

    arrest: int = 1
    restriction: int = 2
    hours: int = 4
    indices: int = 4
    house_hours: int = 2
    house_days: int = 2


@rule(
    "custody-credited", facts=Custody, on="day", edition="cc@2025-09", value="amount", numbers=Credit(),
    norms=("s-cc-60-62-conversion",), provisions=("cc/62/3-1", "cc/62/4"), mutations=(
        Mutation("restriction-one-for-one", "neighbouring list", {"restriction": 1}),
        Mutation("two-hours-a-day", "neighbouring list", {"hours": 2}),
        Mutation("house-arrest-as-custody", "exception ignored", {"house_hours": 4, "house_days": 1}),
    ),
)  # fmt: skip
def credited(f: Custody, n: Credit) -> Answer:
    """CC 62(3-1), (4): days, hours or indices that custody or house arrest counts for."""
    if isinstance(f.days, Unknown) or isinstance(f.measure, Unknown) or isinstance(f.punishment, Unknown):
        step = because("cc/62/3-1", "custody-counts", Truth.UNKNOWN, "measure", "days", "punishment")
        return Answer(UNKNOWN, step)
    place = "cc/62/3-1" if f.measure == "custody" else "cc/62/4"
    found = _custody(f.punishment, f.days, n) if f.measure == "custody" else _house(f.punishment, f.days, n)
    return Answer(
        found, because(place, "custody-counts", YES, "measure", "days", "punishment", days=f.days, found=found)
    )


def _custody(punishment: str, days: int, n: Credit) -> int:
    rates = {"arrest": n.arrest, "restriction": n.restriction, "works": n.hours, "indices": n.indices}
    return days * rates[punishment]


def _house(punishment: str, days: int, n: Credit) -> int:
    return days * n.house_hours if punishment in ("works", "indices") else days // n.house_days


@facts_class("added-terms")
class AddedTerms:
    """Days of imprisonment that are added to, or measured against, another punishment."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    days: Maybe[int] = fact("count", least=0, most=11_000, borders=(10,))
    into: Maybe[str] = fact("choice", "arrest", "restriction", "works", "indices")


class Equal(NamedTuple):
    """What one day of imprisonment equals."""

    day: int = 1
    hours: int = 4
    indices: int = 4


@rule(
    "terms-added", facts=AddedTerms, on="day", edition="cc@2025-09", value="amount", numbers=Equal(),
    norms=("s-cc-60-62-conversion",), provisions=("cc/61/1/1",), mutations=(
        Mutation("two-days-of-restriction", "neighbouring list", {"day": 2}),
        Mutation("eight-hours", "neighbouring list", {"hours": 8}),
        Mutation("one-index", "neighbouring list", {"indices": 1}),
    ),
)  # fmt: skip
def added(f: AddedTerms, n: Equal) -> Answer:
    """CC 61(1)(1): one day of imprisonment is a day of restriction or arrest, four hours, four indices."""
    if isinstance(f.days, Unknown) or isinstance(f.into, Unknown):
        return Answer(UNKNOWN, because("cc/61/1/1", "terms-equal", Truth.UNKNOWN, "days", "into"))
    rates = {"arrest": n.day, "restriction": n.day, "works": n.hours, "indices": n.indices}
    found = f.days * rates[f.into]
    return Answer(found, because("cc/61/1/1", "terms-equal", YES, "days", "into", days=f.days, found=found))
