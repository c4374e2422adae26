"""The model schedule of a day in the arrest facility (annex 6)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.arrest.leave import on_our_day
from rules.arrest.requirements import EDITION, RULES
from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import Maybe, Truth, Unknown, known

MINUTES = {
    "exercise": 15, "toilet-and-bed": 20, "roll-call": 40, "breakfast": 30, "walk-before-lunch": 90, "lunch": 60,
    "walk-after-lunch": 90, "washing": 120, "dinner": 30, "preparing-for-sleep": 15, "sleep": 480,
}  # fmt: skip


@facts_class("arrest-schedule")
class Schedule:
    """One line of a facility's daily schedule and the minutes given to it."""

    day: Maybe[date] = fact("day", near=on_our_day)
    line: Maybe[str] = fact("choice", *MINUTES)
    minutes: Maybe[int] = fact("count", most=1440, borders=(15, 20, 30, 40, 60, 90, 120, 480))


class Lines(NamedTuple):
    """How much more each line may take, and whether sleep is the one line with a least length."""

    over: int = 0
    sleep_at_least: bool = True


@rule(
    "arrest-schedule-fits", facts=Schedule, on="day", edition=EDITION, numbers=Lines(),
    norms=("annex06-model-day-schedule", "annex6-exercise", "annex6-toilet-bed", "annex6-roll-call-minutes",
           "annex6-breakfast", "annex6-walk-slot-morning", "annex6-lunch", "annex6-walk-slot-afternoon",
           "annex6-washing-slot", "annex6-dinner", "annex6-sleep-preparation", "annex6-sleep"),
    provisions=(f"{RULES}/annex-6",),
    mutations=(
        Mutation("ten-more", "border off by one", {"over": 10}),
        Mutation("ten-less", "border off by one", {"over": -10}),
        Mutation("sleep-at-most", "neighbouring list", {"sleep_at_least": False}),
    ),
)  # fmt: skip
def schedule_fits(f: Schedule, n: Lines) -> Condition:
    """Annex 6: each line up to its minutes; sleep eight hours without a break."""
    where = f"{RULES}/annex-6"
    if isinstance(f.line, Unknown):
        return because(where, "arrest-line-of-schedule", Truth.UNKNOWN, "line")
    limit, asleep = MINUTES[f.line] + n.over, f.line == "sleep" and n.sleep_at_least
    fits = known(f.minutes, lambda minutes: minutes >= limit if asleep else minutes <= limit)
    sentence = "arrest-sleep-long-enough" if asleep else "arrest-line-within"
    return because(where, sentence, fits, "line", "minutes", minutes=f.minutes, limit=limit)
