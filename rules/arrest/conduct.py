"""What convicts in the arrest facility may not do: the twenty-five items of para 35."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, either, every, is_one_of, is_true, opposite

EDITION = "order-504@736"
_PLACE = "order-504/35"
BANS = {
    "schedule-breach": 1, "contact-other-cells": 2, "outside-contact-breach": 3, "leaving-cell": 4, "guard-line": 5,
    "unpermitted-things": 6, "cards": 7, "board-games": 7, "tattoo": 8, "curtain": 9, "bed-swap": 9,
    "home-made-device": 10, "electric-device": 11, "open-fire": 12, "cooking": 13, "smoking": 14,
    "refusing-check-up": 15, "animals": 16, "repairing-lights": 17, "fouling-drains": 18, "laundry-in-cell": 19,
    "removing-poster": 20, "pictures-on-wall": 21, "peephole": 22, "alarm-button": 22, "window-throwing": 23,
    "lying-on-bed": 24, "giving-away-things": 25,
}  # fmt: skip
OUTSIDE = ("writing-complaint", "reading")
BY_PERMISSION = ("leaving-cell", "curtain", "bed-swap", "electric-device", "repairing-lights")
_NORMS = (
    "ban-01-day-schedule", "ban-02-contact-other-cells", "ban-03-outside-contact-order", "ban-04-leaving-cell",
    "ban-05-guard-line", "ban-06-unpermitted-items", "ban-07-cards-and-gambling", "ban-08-tattoo",
    "ban-09-curtain-bed-swap", "ban-10-homemade-electric", "ban-11-electric-without-permission", "ban-12-open-fire",
    "ban-13-cooking", "ban-14-smoking", "ban-15-refuse-medical-check", "ban-16-animals", "ban-17-repair-lighting",
    "ban-18-sewage", "ban-19-laundry-in-cell", "ban-20-rights-poster", "ban-21-walls", "ban-22-peephole-alarm",
    "ban-23-window-hatch", "ban-24-bed-outside-time", "ban-25-alienation",
)  # fmt: skip
_PROVISIONS = (_PLACE, *(f"{_PLACE}/{number}" for number in range(1, 26)))


@facts_class("arrest-conduct")
class Conduct:
    """One act of a convict in the arrest facility and what excuses it: permission, aim, time and place."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    act: Maybe[str] = fact("choice", *BANS, *OUTSIDE)
    permission: Maybe[bool] = fact("bool")
    for_gain: Maybe[bool] = fact("bool")
    deliberate: Maybe[bool] = fact("bool")
    assigned: Maybe[bool] = fact("bool")
    medic_recommends: Maybe[bool] = fact("bool")
    head_permits: Maybe[bool] = fact("bool")


class Bans(NamedTuple):
    """Acts that permission excuses, and which special conditions of an item are applied."""

    by_permission: tuple[str, ...] = BY_PERMISSION
    gain_matters: bool = True
    intent_matters: bool = True
    medic_needed: bool = True


@rule(
    "arrest-conduct-banned", facts=Conduct, on="day", edition=EDITION, numbers=Bans(), norms=_NORMS,
    provisions=_PROVISIONS,
    mutations=(
        Mutation("home-made-with-permission", "neighbouring list",
                 {"by_permission": (*BY_PERMISSION, "home-made-device")}),
        Mutation("permission-never-helps", "exception ignored", {"by_permission": ()}),
        Mutation("every-board-game", "exception ignored", {"gain_matters": False}),
        Mutation("careless-fouling-too", "exception ignored", {"intent_matters": False}),
        Mutation("head-alone-permits-bed", "exception ignored", {"medic_needed": False}),
    ),
)  # fmt: skip
def conduct_banned(f: Conduct, n: Bans) -> Condition:
    """Para 35: the act is on the list and nothing that the item itself names excuses it."""
    listed = because(_place(f.act), "arrest-act-listed", is_one_of(f.act, *BANS), "act")
    return all_of(listed, _not_excused(f, n))


@rule("arrest-conduct-item", facts=Conduct, on="day", edition=EDITION, value="place", norms=_NORMS,
      provisions=_PROVISIONS)  # fmt: skip
def conduct_item(f: Conduct) -> Answer:
    """Para 35: the item that names the act; `outside` where none does."""
    if isinstance(f.act, Unknown):
        return Answer(UNKNOWN, because(_PLACE, "arrest-act-listed", Truth.UNKNOWN, "act"))
    listed = is_one_of(f.act, *BANS)
    step = Condition("list", YES, parts=(because(_place(f.act), "arrest-act-listed", listed, "act"),))
    return Answer(_place(f.act) if listed is YES else "outside", step)


def _place(act: Maybe[str]) -> str:
    """The item of para 35 that names the act; the whole paragraph where none does."""
    number = BANS.get(act) if isinstance(act, str) else None
    return f"{_PLACE}/{number}" if number else _PLACE


def _not_excused(f: Conduct, n: Bans) -> Condition:
    """What the item itself makes of permission, aim, intent, place and time."""
    where = _place(f.act)
    if isinstance(f.act, Unknown):
        return because(where, "arrest-not-excused", Truth.UNKNOWN, "act")
    if f.act in n.by_permission:
        return because(where, "arrest-no-permission", opposite(is_true(f.permission)), "permission")
    if f.act == "board-games":
        gain = is_true(f.for_gain) if n.gain_matters else YES
        return because(where, "arrest-for-gain", gain, "for_gain")
    if f.act == "fouling-drains":
        return because(where, "arrest-deliberate", is_true(f.deliberate) if n.intent_matters else YES, "deliberate")
    if f.act == "smoking":
        return because(where, "arrest-not-assigned", opposite(is_true(f.assigned)), "assigned")
    if f.act == "lying-on-bed":
        return _bed(where, f, n)
    return because(where, "arrest-not-excused", YES if f.act in BANS else NO)


def _bed(where: str, f: Conduct, n: Bans) -> Condition:
    medic = is_true(f.medic_recommends) if n.medic_needed else YES
    allowed = either((is_true(f.assigned), every((medic, is_true(f.head_permits)))))
    return because(where, "arrest-bed-not-allowed", opposite(allowed), "assigned", "medic_recommends", "head_permits")
