"""Educational work with people imprisoned for life (order 508, chapter 10, paras 72-79)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, because
from rules.educational_work.stated import RULES, figure, near, one_body, one_list
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import Maybe, is_one_of

_EDITION = "720"

one_list("educational-life-aims", "72", _EDITION, "aggression-prevented guilt-understood", "labour-skills-firmer",
         "r508-life-sentence-work-aim")  # fmt: skip
figure("educational-life-per-cell", "73", _EDITION, 1, (2, 4), "r508-life-sentence-quarantine-one-per-cell")
one_body("educational-life-observer", "74", _EDITION, "psychologist", "detachment-head",
         "r508-life-sentence-psychologist-observation")  # fmt: skip
one_list("educational-life-schooling", "76", _EDITION, "primary-schooling basic-schooling general-schooling",
         "higher-schooling", "r508-life-sentence-education-levels")  # fmt: skip
one_list("educational-life-lectures", "77", _EDITION, "by-local-radio", "in-assembly-hall",
         "r508-life-sentence-social-legal-by-radio")  # fmt: skip
one_body("educational-life-planner", "78", _EDITION, "detachment-head", "psychologist",
         "r508-life-sentence-annual-plan-chain")  # fmt: skip
one_list("educational-life-plan-agreed", "78", _EDITION, "deputy-for-education psychologist psychiatrist",
         "collective-council", "r508-life-sentence-annual-plan-chain")  # fmt: skip
one_body("educational-life-plan-approver", "78", _EDITION, "head", "deputy-for-education",
         "r508-life-sentence-annual-plan-chain")  # fmt: skip
figure("educational-life-plan-years", "78", _EDITION, 1, (2, 3), "r508-life-sentence-annual-plan-chain")
one_list("educational-life-programmes", "79", _EDITION, "schooling family-ties religious-rites literary-work",
         "amateur-art", "r508-life-sentence-plan-additional-programmes")  # fmt: skip

EVENTS = ("individual-work", "exercise-without-equipment", "group-work", "mass-work", "cultural-event", "sports-event",
          "exercise-with-equipment")  # fmt: skip


@facts_class("educational-life-event")
class LifeEvent:
    """Something that is planned with a person imprisoned for life."""

    day: Maybe[date] = fact("day", near=near)
    event: Maybe[str] = fact("choice", *EVENTS)


class Held(NamedTuple):
    """What is held with people imprisoned for life."""

    allowed: tuple[str, ...] = EVENTS[:2]


@rule(
    "educational-life-event-allowed", facts=LifeEvent, on="day", edition=f"{RULES}@{_EDITION}", numbers=Held(),
    norms=("r508-life-sentence-individual-form-only", "r508-life-sentence-no-mass-or-sports-events"),
    provisions=(f"{RULES}/75",),
    mutations=(
        Mutation("groups-too", "neighbouring list", {"allowed": (*EVENTS[:2], "group-work")}),
        Mutation("equipment-too", "exception ignored", {"allowed": (*EVENTS[:2], "exercise-with-equipment")}),
        Mutation("no-exercise-at-all", "exception ignored", {"allowed": EVENTS[:1]}),
    ),
)  # fmt: skip
def event_allowed(f: LifeEvent, n: Held) -> Condition:
    """Para 75: only individual work; no cultural and sports events; exercises without equipment."""
    return because(f"{RULES}/75", "educational-life-event", is_one_of(f.event, *n.allowed), "event")
