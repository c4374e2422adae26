"""Collectives of minors and the teaching-educational council (order 508, chapter 9, paras 66-71)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.educational_work.stated import PREFIX, RULES, chosen, figure, near, one_body, one_list
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.terms import pace
from rules.truth import UNKNOWN, YES, Maybe, Unknown, is_one_of, is_true, known

_EDITION = "720"

one_list("educational-minors-work", "66", _EDITION, "one-process differentiated-work", "same-as-adults",
         "r508-juvenile-work-part-of-one-process", "r508-juvenile-work-differentiated")  # fmt: skip


@facts_class("educational-minors-section")
class Section:
    """A section of minors: how many persons it holds."""

    day: Maybe[date] = fact("day", near=near)
    persons: Maybe[int] = fact("count", least=0, most=200, borders=(20, 30))


class Size(NamedTuple):
    """The least and the most persons of a section."""

    least: int = 20
    most: int = 30


@rule(
    "educational-minors-section-size", facts=Section, on="day", edition=f"{RULES}@{_EDITION}", numbers=Size(),
    norms=("r508-juvenile-unit-20-to-30",), provisions=(f"{RULES}/67",),
    mutations=(
        Mutation("twenty-too-few", "border off by one", {"least": 21}),
        Mutation("thirty-too-many", "border off by one", {"most": 29}),
        Mutation("up-to-fifty", "neighbouring list", {"most": 50}),
    ),
)  # fmt: skip
def section_size(f: Section, n: Size) -> Condition:
    """Para 67: a section of twenty to thirty persons."""
    fits = known(f.persons, lambda persons: n.least <= persons <= n.most)
    return because(f"{RULES}/67", "educational-minors-section", fits, "persons", least=n.least, most=n.most)


@facts_class("educational-minors-unit")
class Unit:
    """A unit of the collective of minors."""

    day: Maybe[date] = fact("day", near=near)
    unit: Maybe[str] = fact("choice", "section", "detachment")


chosen(
    "educational-minors-unit-leaders", facts=Unit, by="unit", where="67", edition=_EDITION, value="list",
    table={"section": (f"{PREFIX}-educator",),
           "detachment": (f"{PREFIX}-detachment-head", f"{PREFIX}-senior-educator")},
    wrong={
        "head-leads-section": {"section": (f"{PREFIX}-detachment-head",)},
        "senior-educator-forgotten": {"detachment": (f"{PREFIX}-detachment-head",)},
    },
    norms=("r508-juvenile-unit-leaders",),
)  # fmt: skip


@facts_class("educational-parents-committee")
class CommitteeMember:
    """Somebody who would be a member of the parents' committee."""

    day: Maybe[date] = fact("day", near=near)
    who: Maybe[str] = fact("choice", "parent", "close-relative", "family-friend", "teacher")


class Kin(NamedTuple):
    """Of whom the committee is formed."""

    of: tuple[str, ...] = ("parent", "close-relative")


@rule(
    "educational-parents-committee-member", facts=CommitteeMember, on="day", edition=f"{RULES}@{_EDITION}",
    numbers=Kin(), norms=("r508-parents-committee",), provisions=(f"{RULES}/68",),
    mutations=(
        Mutation("parents-only", "neighbouring list", {"of": ("parent",)}),
        Mutation("teachers-too", "neighbouring list", {"of": ("parent", "close-relative", "teacher")}),
    ),
)  # fmt: skip
def committee_member(f: CommitteeMember, n: Kin) -> Condition:
    """Para 68: parents and other close relatives."""
    return because(f"{RULES}/68", "educational-parents-committee-of", is_one_of(f.who, *n.of), "who")


one_body("educational-otk-chair", "69", _EDITION, "head", "deputy-for-education", "r508-otk-chair-and-secretary")
one_body("educational-otk-secretary", "69", _EDITION, "registration-head", "psychologist",
         "r508-otk-chair-and-secretary")  # fmt: skip
one_list(
    "educational-otk-members", "69", _EDITION,
    "deputy-heads service-heads school-directors detachment-heads shop-heads senior-masters methodologist "
    "psychologist sports-instructor placement-inspector parents-chair trustees-chair", "prosecutor",
    "r508-otk-members-list",
)  # fmt: skip
figure("educational-otk-years", "69", _EDITION, 1, (2, 3), "r508-otk-composition-for-one-year")
one_list(
    "educational-otk-agenda", "70", _EDITION,
    "plan-of-work discipline-situation voluntary-organisations part-of-services schooling-organised "
    "economy-and-comfort placement-with-state-bodies materials-for-early-release", "penalties-imposed",
    "r508-otk-agenda-eight-subjects",
)  # fmt: skip
one_body("educational-otk-talks-recorder", "70", _EDITION, "otk-members", "otk-secretary",
         "r508-otk-members-record-talks")  # fmt: skip
pace(
    "educational-otk-meeting", provision=f"{RULES}/71", edition=f"{RULES}@{_EDITION}", times=1, per="monthly",
    norms=("r508-otk-meets-monthly",), who="institution-administration", regimes=("educational-work", "minors"),
)  # fmt: skip
one_body("educational-otk-binds", "71", _EDITION, "all-staff", "otk-members-only",
         "r508-otk-decision-binding-on-all-staff")  # fmt: skip


@facts_class("educational-otk-decision")
class Decision:
    """A decision of the teaching-educational council."""

    day: Maybe[date] = fact("day", near=near)
    members: Maybe[int] = fact("count", least=1, most=100, borders=(1, 20, 100))
    present: Maybe[int] = fact("count", least=0, most=100, borders=(0, 10, 100))
    majority_for: Maybe[bool] = fact("bool")


class Majority(NamedTuple):
    """The share of the members that must be exceeded, and whether a majority of votes is asked for."""

    parts: int = 1
    of: int = 2
    exactly_is_enough: bool = False
    votes: bool = True


@rule(
    "educational-otk-decision-valid", facts=Decision, on="day", edition=f"{RULES}@{_EDITION}", numbers=Majority(),
    norms=("r508-otk-quorum-more-than-half",), provisions=(f"{RULES}/71",),
    mutations=(
        Mutation("half-is-enough", "border off by one", {"exactly_is_enough": True}),
        Mutation("two-thirds", "neighbouring list", {"parts": 2, "of": 3, "exactly_is_enough": True}),
        Mutation("votes-not-counted", "exception ignored", {"votes": False}),
    ),
)  # fmt: skip
def decision_valid(f: Decision, n: Majority) -> Condition:
    """Para 71: more than half of the members take part and the majority votes for it."""
    where = f"{RULES}/71"
    over: Maybe[int] = UNKNOWN
    if not isinstance(f.members, Unknown) and not isinstance(f.present, Unknown):
        over = f.present * n.of - f.members * n.parts
    enough = known(over, lambda more: more >= 0 if n.exactly_is_enough else more > 0)
    return all_of(
        because(where, "educational-otk-quorum", enough, "members", "present", members=f.members, present=f.present),
        because(where, "educational-otk-votes", is_true(f.majority_for) if n.votes else YES, "majority_for"),
    )
