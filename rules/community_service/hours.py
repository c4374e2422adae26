"""How many hours of community service a day, a week and in all (CC 43; CEC 58; order 386)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import settled
from rules.conditions import Condition, all_of, any_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.truth import UNKNOWN, Maybe, Truth, is_one_of, is_true, known, opposite

_CODE, _ORDER = "cec/58/3", "order-386/2/2"


@facts_class("work-time")
class WorkTime:
    """A day of community service: whether the convict has permanent work or studies, and the hours."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    has_job: Maybe[bool] = fact("bool")
    studies: Maybe[bool] = fact("bool")
    hours_day: Maybe[int] = fact("count", least=0, most=24, borders=(4, 8))
    hours_week: Maybe[int] = fact("count", least=0, most=168, borders=(40,))


class Caps(NamedTuple):
    """Hours a day for all, and a day and a week for those without permanent work who do not study."""

    day: int = 4
    free_day: int = 8
    free_week: int = 40
    either: bool = False


_WAYS = (
    Mutation("five-hours", "border off by one", {"day": 5}),
    Mutation("three-hours", "border off by one", {"day": 3}),
    Mutation("nine-hours", "border off by one", {"free_day": 9}),
    Mutation("seven-hours", "border off by one", {"free_day": 7}),
    Mutation("week-of-forty-eight", "neighbouring list", {"free_week": 48}),
    Mutation("week-of-thirty-nine", "border off by one", {"free_week": 39}),
    Mutation("jobless-is-enough", "exception ignored", {"either": True}),
    Mutation("four-hours-for-all", "exception ignored", {"free_day": 4}),
)


def _free(place: str, f: WorkTime, n: Caps) -> Condition:
    no_job = because(place, "works-no-job", opposite(is_true(f.has_job)), "has_job")
    no_study = because(place, "works-no-study", opposite(is_true(f.studies)), "studies")
    return any_of(no_job, no_study) if n.either else all_of(no_job, no_study)


def _day(place: str, f: WorkTime, limit: int) -> Condition:
    kept = known(f.hours_day, lambda hours: hours <= limit)
    return because(place, "works-hours-a-day", kept, "hours_day", hours=f.hours_day, limit=limit)


def _kept(place: str, general: str, f: WorkTime, n: Caps) -> Condition:
    def longer() -> Condition:
        week = known(f.hours_week, lambda hours: hours <= n.free_week)
        weekly = because(place, "works-hours-a-week", week, "hours_week", hours=f.hours_week, limit=n.free_week)
        return all_of(_day(place, f, n.free_day), weekly)

    return choose(_free(place, f, n), longer, lambda: _day(general, f, n.day))


@rule(
    "works-hours-kept", facts=WorkTime, on="day", edition="cec@2020-01", numbers=Caps(), mutations=_WAYS,
    norms=("public-works-daily-cap", "public-works-weekly-cap", "s-cec-58-hours"), provisions=("cec/58/2", _CODE),
)  # fmt: skip
def kept(f: WorkTime, n: Caps) -> Condition:
    """CEC 58(2)-(3): four hours a day; without permanent work and study eight, at most forty a week."""
    return _kept(_CODE, "cec/58/2", f, n)


@rule(
    "works-hours-kept-order", facts=WorkTime, on="day", edition="order-386@733", numbers=Caps(), mutations=_WAYS,
    norms=("public-works-daily-cap", "public-works-weekly-cap", "s-386"), provisions=(_ORDER,),
)  # fmt: skip
def kept_by_the_order(f: WorkTime, n: Caps) -> Condition:
    """Order 386 para 2(2): the hours that the local executive body writes into its order."""
    return _kept(_ORDER, _ORDER, f, n)


@rule(
    "works-hours-four", facts=WorkTime, on="day", edition="cc@2020-01", numbers=Caps(), norms=("s-cc-43-daily",),
    provisions=("cc/43/2",), mutations=_WAYS[:2],
)  # fmt: skip
def four_hours(f: WorkTime, n: Caps) -> Condition:
    """CC 43(2): at most four hours a day, whoever serves."""
    return _day("cc/43/2", f, n.day)


@decision(
    "community-service-hours", facts=WorkTime, joins=("works-hours-kept", "works-hours-four"),
    norms=("public-works-daily-cap", "s-cc-43-daily"),
)  # fmt: skip
def hours(f: WorkTime) -> Answer:
    """Are the hours lawful? CEC 58 knows the eight hours of the jobless, CC 43 names four for all: a reading."""
    executive, criminal = use("works-hours-kept", f), use("works-hours-four", f)
    if executive.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, executive)
    whole = Condition("list", executive.truth, parts=(executive, criminal))
    differ = criminal.truth is not Truth.UNKNOWN and criminal.truth is not executive.truth
    return Answer(settled(executive.truth), whole, ((criminal.truth, "cc/43/2"),) if differ else ())


@rule(
    "works-most-hours", facts=WorkTime, on="day", edition="cec@2020-01", value="amount", numbers=Caps(),
    norms=("public-works-daily-cap", "s-cec-58-hours"), provisions=("cec/58/2", _CODE),
    mutations=(_WAYS[0], _WAYS[2], _WAYS[6], _WAYS[7]),
)  # fmt: skip
def most_hours(f: WorkTime, n: Caps) -> Answer:
    """CEC 58(2)-(3): the most hours in one day, four or eight."""
    free = _free(_CODE, f, n)
    if free.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, free)
    return Answer(n.free_day if free.truth is Truth.YES else n.day, Condition("list", Truth.YES, parts=(free,)))


@facts_class("minor-work")
class MinorWork:
    """A day of community service of a convict of fourteen to seventeen, and the hours of the sentence."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    age: Maybe[str] = fact("choice", "under-sixteen", "sixteen-or-seventeen")
    hours_day: Maybe[int] = fact("count", least=0, most=24, borders=(2, 3))
    hours_in_all: Maybe[int] = fact("count", least=1, most=1_200, borders=(10, 75))


class MinorCaps(NamedTuple):
    """Hours a day under sixteen and after, and the hours of the sentence."""

    younger: int = 2
    older: int = 3
    least: int = 10
    most: int = 75


@rule(
    "works-minor-hours", facts=MinorWork, on="day", edition="order-386@733", numbers=MinorCaps(), norms=("s-386",),
    provisions=("order-386/1-5",), mutations=(
        Mutation("four-hours", "neighbouring list", {"younger": 4, "older": 4}),
        Mutation("three-for-all", "border off by one", {"younger": 3}),
        Mutation("two-for-all", "border off by one", {"older": 2}),
    ),
)  # fmt: skip
def minor_hours(f: MinorWork, n: MinorCaps) -> Condition:
    """Order 386: a minor works at most two hours a day under sixteen, three at sixteen and seventeen."""
    younger = because("order-386/1-5", "works-under-sixteen", is_one_of(f.age, "under-sixteen"), "age")
    return choose(younger, lambda: _minor_day(f, n.younger), lambda: _minor_day(f, n.older))


def _minor_day(f: MinorWork, limit: int) -> Condition:
    held = known(f.hours_day, lambda hours: hours <= limit)
    return because("order-386/1-5", "works-hours-a-day", held, "hours_day", hours=f.hours_day, limit=limit)


@rule(
    "works-minor-range", facts=MinorWork, on="day", edition="order-386@733", numbers=MinorCaps(), norms=("s-386",),
    provisions=("order-386/1-5",), mutations=(
        Mutation("from-twenty", "neighbouring list", {"least": 20}),
        Mutation("up-to-two-hundred", "neighbouring list", {"most": 200}),
        Mutation("up-to-seventy-four", "border off by one", {"most": 74}),
    ),
)  # fmt: skip
def minor_range(f: MinorWork, n: MinorCaps) -> Condition:
    """Order 386: ten to seventy-five hours for a minor."""
    inside = known(f.hours_in_all, lambda hours: n.least <= hours <= n.most)
    return because(
        "order-386/1-5", "works-range", inside, "hours_in_all", hours=f.hours_in_all, least=n.least, most=n.most
    )
