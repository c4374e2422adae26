"""Life of the detachment: films, adaptation programme, quorum of its council, who is kept together (paras 7-42)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

EDITION = "order-508@720"
_RULES = "order-508"
FREE = ("citizen", "trustee-council", "parents-committee", "trade-union", "labour-collective")
REGISTERED = ("public-association", "religious-association", "fund", "political-party")


def _near(facts: object) -> tuple[date, ...]:
    return (date(2025, 11, 3),)


@facts_class("educational-participant")
class Participant:
    """Somebody from outside who wants to take part in educational work."""

    day: Maybe[date] = fact("day", near=_near)
    who: Maybe[str] = fact("choice", *FREE, *REGISTERED, "commercial-firm")
    registered: Maybe[bool] = fact("bool")


class Participants(NamedTuple):
    """Who may take part as such, who only if registered, and whether registration is asked for."""

    free: tuple[str, ...] = FREE
    registered: tuple[str, ...] = REGISTERED
    asks: bool = True


@rule(
    "educational-may-take-part", facts=Participant, on="day", edition=EDITION, numbers=Participants(),
    norms=("r508-public-participants-list",), provisions=(f"{_RULES}/7",),
    mutations=(
        Mutation("registration-not-asked", "exception ignored", {"asks": False}),
        Mutation("parties-left-out", "neighbouring list", {"registered": REGISTERED[:3]}),
        Mutation("registration-asked-of-all", "neighbouring list", {"free": (), "registered": (*FREE, *REGISTERED)}),
    ),
)  # fmt: skip
def may_take_part(f: Participant, n: Participants) -> Condition:
    """Para 7: citizens and committees as such; associations, funds and parties only if registered."""
    where = f"{_RULES}/7"
    entered = is_true(f.registered) if n.asks else YES
    return any_of(
        because(where, "educational-free-participant", is_one_of(f.who, *n.free), "who"),
        all_of(
            because(where, "educational-association", is_one_of(f.who, *n.registered), "who"),
            because(where, "educational-registered", entered, "registered"),
        ),
    )


@facts_class("educational-films")
class Films:
    """Films shown to a detachment in one week."""

    day: Maybe[date] = fact("day", near=_near)
    shown: Maybe[int] = fact("count", least=0, most=50, borders=(2,))
    personal_time: Maybe[bool] = fact("bool")


class Showings(NamedTuple):
    """How many showings a week at least, and whether personal time is spared."""

    least: int = 2
    spares_personal_time: bool = True


@rule(
    "educational-films-lawful", facts=Films, on="day", edition=EDITION, numbers=Showings(),
    norms=("r508-films-at-least-twice-a-week",), provisions=(f"{_RULES}/19/part-2",),
    mutations=(
        Mutation("once-is-enough", "border off by one", {"least": 1}),
        Mutation("three-times", "border off by one", {"least": 3}),
        Mutation("personal-time-too", "exception ignored", {"spares_personal_time": False}),
    ),
)  # fmt: skip
def films_lawful(f: Films, n: Showings) -> Condition:
    """Para 19, part 2: at least twice a week, not in the convicts' personal time."""
    where = f"{_RULES}/19/part-2"
    spared = opposite(is_true(f.personal_time)) if n.spares_personal_time else YES
    return all_of(
        because(where, "educational-films-twice", known(f.shown, lambda shown: shown >= n.least), "shown",
                least=n.least),
        because(where, "educational-personal-time-spared", spared, "personal_time"),
    )  # fmt: skip


@facts_class("educational-programme")
class Programme:
    """An individual programme of social adaptation: the day on which it was made."""

    made_day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3), date(2026, 1, 12)))


class Year(NamedTuple):
    """How many calendar years after the one in which it was made the programme still runs."""

    more: int = 0


@rule(
    "educational-adaptation-programme-ends", facts=Programme, on="made_day", edition=EDITION, value="day",
    numbers=Year(), norms=("r508-adaptation-programme-for-current-calendar-year",), provisions=(f"{_RULES}/19/part-3",),
    mutations=(Mutation("next-year-too", "border off by one", {"more": 1}),),
)  # fmt: skip
def programme_ends(f: Programme, n: Year) -> Answer:
    """Para 19, part 3: the programme is made for the current calendar year, so it ends with it."""
    where = f"{_RULES}/19/part-3"
    if isinstance(f.made_day, Unknown):
        return Answer(UNKNOWN, because(where, "educational-programme-until", Truth.UNKNOWN, "made_day"))
    last = date(f.made_day.year + n.more, 12, 31)
    return Answer(last, because(where, "educational-programme-until", YES, "made_day", start=f.made_day, day=last))


@facts_class("educational-council")
class Council:
    """A meeting of the council of educators: members on its list and members present."""

    day: Maybe[date] = fact("day", near=_near)
    members: Maybe[int] = fact("count", least=1, most=100, borders=(9,))
    present: Maybe[int] = fact("count", least=0, most=100, borders=(6,))


class Quorum(NamedTuple):
    """The share of the members that must be present, and whether exactly that share is enough."""

    parts: int = 2
    of: int = 3
    strictly_more: bool = False


@rule(
    "educational-council-quorum", facts=Council, on="day", edition=EDITION, numbers=Quorum(),
    norms=("r508-council-of-educators-quorum-two-thirds",), provisions=(f"{_RULES}/22",),
    mutations=(
        Mutation("more-than-half", "neighbouring list", {"parts": 1, "of": 2, "strictly_more": True}),
        Mutation("more-than-two-thirds", "border off by one", {"strictly_more": True}),
        Mutation("three-quarters", "neighbouring list", {"parts": 3, "of": 4}),
    ),
)  # fmt: skip
def council_quorum(f: Council, n: Quorum) -> Condition:
    """Para 22: competent if two thirds of the members on the list take part."""
    share: Maybe[int] = UNKNOWN
    if not isinstance(f.members, Unknown) and not isinstance(f.present, Unknown):
        share = f.present * n.of - f.members * n.parts
    enough = known(share, lambda over: over > 0 if n.strictly_more else over >= 0)
    return because(
        f"{_RULES}/22", "educational-two-thirds", enough, "members", "present", members=f.members, present=f.present,
    )  # fmt: skip


CONDITIONS = ("ordinary", "lightened", "preferential", "strict")
AIMS = {
    "ordinary": ("33", "edu-goal-adaptation"), "lightened": ("35", "edu-goal-skills"),
    "strict": ("37", "edu-goal-causes"), "preferential": ("41", "edu-goal-readiness"),
}  # fmt: skip


@facts_class("educational-detachment")
class Detachment:
    """The conditions of serving of the convicts who would be kept in one detachment."""

    day: Maybe[date] = fact("day", near=_near)
    kept: Maybe[frozenset[str]] = fact("several", *CONDITIONS)


class Together(NamedTuple):
    """Conditions that exclude every other one in the same detachment."""

    apart: tuple[str, ...] = ("strict",)


@rule(
    "educational-kept-together", facts=Detachment, on="day", edition=EDITION, numbers=Together(),
    norms=("r508-conditions-in-one-detachment-except-strict",), provisions=(f"{_RULES}/42/part-3",),
    mutations=(
        Mutation("strict-too", "exception ignored", {"apart": ()}),
        Mutation("preferential-apart", "neighbouring list", {"apart": ("strict", "preferential")}),
    ),
)  # fmt: skip
def kept_together(f: Detachment, n: Together) -> Condition:
    """Para 42, part 3: ordinary, lightened and preferential may share a detachment, strict may not."""
    mixed = known(f.kept, lambda kept: len(kept) < 2 or not kept & set(n.apart))
    return because(f"{_RULES}/42/part-3", "educational-no-strict-among-others", mixed, "kept")


@facts_class("educational-conditions")
class Conditions:
    """The conditions in which the convict serves."""

    day: Maybe[date] = fact("day", near=_near)
    conditions: Maybe[str] = fact("choice", *CONDITIONS)


class Goals(NamedTuple):
    """What the work aims at in each kind of conditions."""

    ordinary: str = AIMS["ordinary"][1]
    lightened: str = AIMS["lightened"][1]
    strict: str = AIMS["strict"][1]
    preferential: str = AIMS["preferential"][1]


@rule(
    "educational-goal", facts=Conditions, on="day", edition=EDITION, value="body", numbers=Goals(),
    norms=("r508-ordinary-conditions-aim", "r508-lightened-conditions-aim", "r508-strict-conditions-aim",
           "r508-preferential-conditions-aim"),
    provisions=tuple(f"{_RULES}/{place}" for place, _ in AIMS.values()),
    mutations=(
        Mutation("adaptation-everywhere", "neighbouring list", {"lightened": AIMS["ordinary"][1]}),
        Mutation("strict-as-ordinary", "neighbouring list", {"strict": AIMS["ordinary"][1]}),
        Mutation("readiness-too-early", "neighbouring list", {"lightened": AIMS["preferential"][1]}),
    ),
)  # fmt: skip
def goal(f: Conditions, n: Goals) -> Answer:
    """Paras 33-42: adaptation, firmer skills, causes and guilt, readiness for freedom."""
    if isinstance(f.conditions, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/33", "educational-goal-of", Truth.UNKNOWN, "conditions"))
    aim: str = getattr(n, f.conditions)
    where = f"{_RULES}/{AIMS[f.conditions][0]}"
    return Answer(aim, because(where, f"educational-goal-of-{f.conditions}", YES, "conditions"))
