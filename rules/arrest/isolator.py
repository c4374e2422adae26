"""The disciplinary isolator and the safety of convicts (paras 82-98)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.arrest.leave import on_our_day
from rules.arrest.requirements import EDITION, RULES, Needed, requires
from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Unknown, is_one_of, known

BANNED = {
    "correspondence": 83, "purchase": 83, "receiving-parcel": 83, "board-games": 83, "literature": 83,
    "bedding-by-day": 89, "smoking-in-cell": 84, "food-along": 84, "other-thing-along": 84,
}  # fmt: skip
OPEN = {"bedding-at-sleep": 83, "smoking-at-walk": 84, "hygiene-along": 84, "tobacco-along": 84}


@facts_class("arrest-isolator")
class Isolator:
    """A stay in the disciplinary isolator: its basis, what the convict does there, and how it ends."""

    day: Maybe[date] = fact("day", near=on_our_day)
    ruling_by_head: Maybe[bool] = fact("bool")
    medic_concluded: Maybe[bool] = fact("bool")
    act: Maybe[str] = fact("choice", *BANNED, *OPEN)
    early_ground: Maybe[str] = fact("choice", "medical", "prosecutor", "good-conduct", "relatives-asked")
    placed_by: Maybe[str] = fact("choice", "head", "duty-officer")


requires(
    "arrest-isolator-placement", Isolator,
    Needed("82", "arrest-isolator-ruling", "ruling_by_head"),
    Needed("82", "arrest-isolator-conclusion", "medic_concluded"),
    norms=("tizo-placement-basis",),
)  # fmt: skip
requires(
    "arrest-isolator-early-release", Isolator,
    Needed("83", "arrest-early-ground", "early_ground", wanted=("medical", "prosecutor")),
    norms=("tizo-no-early-release",),
)  # fmt: skip
requires(
    "arrest-isolation-is-penalty", Isolator, Needed("91", "arrest-placed-by-head", "placed_by", wanted=("head",)),
    norms=("tizo-temporary-isolation-not-penalty",),
)  # fmt: skip


class Bans(NamedTuple):
    """What is forbidden in the isolator."""

    acts: tuple[str, ...] = tuple(BANNED)


def _but(*left: str) -> dict[str, object]:
    return {"acts": tuple(act for act in BANNED if act not in left)}


@rule(
    "arrest-isolator-banned", facts=Isolator, on="day", edition=EDITION, numbers=Bans(),
    norms=("tizo-bans", "tizo-bedding-only-sleep", "tizo-permitted-items", "tizo-smoking"),
    provisions=(f"{RULES}/83", f"{RULES}/84", f"{RULES}/89"),
    mutations=(
        Mutation("bedding-all-day", "exception ignored", _but("bedding-by-day")),
        Mutation("smoking-anywhere", "exception ignored", _but("smoking-in-cell")),
        Mutation("books-allowed", "neighbouring list", _but("literature", "board-games")),
        Mutation("letters-allowed", "neighbouring list", _but("correspondence", "receiving-parcel")),
        Mutation("everything-banned", "exception ignored", {"acts": (*BANNED, *OPEN)}),
    ),
)  # fmt: skip
def isolator_banned(f: Isolator, n: Bans) -> Condition:
    """Paras 83, 84, 89: what a convict in the isolator may not do, get or take along."""
    number = 83 if isinstance(f.act, Unknown) else (BANNED | OPEN)[f.act]
    return because(f"{RULES}/{number}", "arrest-isolator-act", is_one_of(f.act, *n.acts), "act")


@facts_class("arrest-duty-decision")
class DutyDecision:
    """What the duty officer decided while the head was away."""

    day: Maybe[date] = fact("day", near=on_our_day)
    head_absent: Maybe[bool] = fact("bool")
    no_other_way: Maybe[bool] = fact("bool")
    head_came: Maybe[bool] = fact("bool")
    hours: Maybe[int] = fact("count", most=200, borders=(24,))


requires(
    "arrest-isolation-by-duty-officer", DutyDecision,
    Needed("91", "arrest-head-away", "head_absent"), Needed("91", "arrest-only-way", "no_other_way"),
    Needed("91", "arrest-head-not-back", "head_came", absent=True),
    Needed("91", "arrest-isolation-hours", "hours", most=24),
    norms=("tizo-duty-officer-24h",),
)  # fmt: skip
requires(
    "arrest-safe-place-by-duty-officer", DutyDecision,
    Needed("94", "arrest-head-away", "head_absent"), Needed("94", "arrest-head-not-back", "head_came", absent=True),
    Needed("94", "arrest-safe-place-hours", "hours", most=24),
    norms=("safe-place-duty-officer-24h",),
)  # fmt: skip


@facts_class("arrest-safety")
class Safety:
    """A danger to convicts and the safe place: how many are threatened, who ruled, for how long."""

    day: Maybe[date] = fact("day", near=on_our_day)
    threatened: Maybe[int] = fact("count", least=1, most=100, borders=(2,))
    ruling_by_head: Maybe[bool] = fact("bool")
    prosecutor_agreed: Maybe[bool] = fact("bool")
    days: Maybe[int] = fact("count", most=200, borders=(30,))
    conditions_kept: Maybe[bool] = fact("bool")


requires(
    "arrest-safe-place-lawful", Safety,
    Needed("94", "arrest-safe-place-ruling", "ruling_by_head"),
    Needed("94", "arrest-safe-place-days", "days", most=30),
    Needed("97", "arrest-conditions-kept", "conditions_kept"),
    norms=("safe-place-30-days", "safe-place-conditions"),
)  # fmt: skip
requires(
    "arrest-safe-place-extended", Safety,
    Needed("95", "arrest-safe-place-ruling", "ruling_by_head"),
    Needed("95", "arrest-prosecutor-agreed", "prosecutor_agreed"),
    Needed("95", "arrest-safe-place-days-more", "days", most=30),
    norms=("safe-place-extension-30-days",),
)  # fmt: skip


class Several(NamedTuple):
    """From how many threatened convicts on the source of the danger is moved."""

    least: int = 2


@rule(
    "arrest-moved-for-safety", facts=Safety, on="day", edition=EDITION, value="body", numbers=Several(),
    norms=("safety-source-moved",), provisions=(f"{RULES}/93", f"{RULES}/92"),
    mutations=(
        Mutation("from-three-on", "border off by one", {"least": 3}),
        Mutation("from-one-on", "border off by one", {"least": 1}),
    ),
)  # fmt: skip
def moved_for_safety(f: Safety, n: Several) -> Answer:
    """Paras 92-93: one threatened convict is moved; where two or more are, the source of the danger is."""
    several = known(f.threatened, lambda number: number >= n.least)
    step = because(f"{RULES}/93", "arrest-two-threatened", several, "threatened", number=f.threatened)
    if isinstance(f.threatened, Unknown):
        return Answer(UNKNOWN, step)
    return Answer("arrest-danger-source" if several is YES else "arrest-threatened-convict", step)
