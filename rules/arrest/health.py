"""Medical care and the death of a convict (paras 121-129)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.arrest.leave import on_our_day
from rules.arrest.requirements import EDITION, RULES, Needed, requires
from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, is_true


@facts_class("arrest-care")
class Health:
    """A visit to the medic, and medicines."""

    day: Maybe[date] = fact("day", near=on_our_day)
    urgent: Maybe[bool] = fact("bool")
    booked: Maybe[bool] = fact("bool")
    indicated: Maybe[bool] = fact("bool")
    working_hours: Maybe[bool] = fact("bool")
    medic_controls: Maybe[bool] = fact("bool")
    kept_with_medics: Maybe[bool] = fact("bool")
    continuous: Maybe[bool] = fact("bool")
    days_supply: Maybe[int] = fact("count", most=60, borders=(1,))


requires(
    "arrest-relatives-medicine", Health,
    Needed("122", "arrest-indicated", "indicated"), Needed("122", "arrest-medic-controls", "medic_controls"),
    Needed("122", "arrest-kept-with-medics", "kept_with_medics"), norms=("medicines-from-relatives",),
)  # fmt: skip
requires(
    "arrest-medicine-kept-on-person", Health,
    Needed("123", "arrest-continuous", "continuous"), Needed("123", "arrest-one-day-supply", "days_supply", most=1),
    norms=("daily-dose-with-convict",),
)  # fmt: skip


class Reception(NamedTuple):
    """Whether an urgent case needs no booking, and whether booking and hours matter otherwise."""

    urgent_first: bool = True
    booking: bool = True


@rule(
    "arrest-medic-sees", facts=Health, on="day", edition=EDITION, numbers=Reception(),
    norms=("medical-appointment", "urgent-medical-care-any-time"), provisions=(f"{RULES}/121",),
    mutations=(
        Mutation("urgent-by-appointment", "exception ignored", {"urgent_first": False}),
        Mutation("without-booking", "exception ignored", {"booking": False}),
    ),
)  # fmt: skip
def medic_sees(f: Health, n: Reception) -> Condition:
    """Para 121: urgent care at any time; else by booking, on indications and in working hours."""
    urgent = is_true(f.urgent) if n.urgent_first else Truth.NO
    return any_of(
        because(f"{RULES}/121", "arrest-urgent", urgent, "urgent"),
        all_of(
            because(f"{RULES}/121", "arrest-booked", is_true(f.booked) if n.booking else YES, "booked"),
            because(f"{RULES}/121", "arrest-indicated", is_true(f.indicated), "indicated"),
            because(f"{RULES}/121", "arrest-medic-hours", is_true(f.working_hours), "working_hours"),
        ),
    )


@facts_class("arrest-death")
class Death:
    """The death of a convict: citizenship, relatives, what was done with the body."""

    day: Maybe[date] = fact("day", near=on_our_day)
    foreigner: Maybe[bool] = fact("bool")
    relatives_here: Maybe[bool] = fact("bool")
    examined: Maybe[bool] = fact("bool")
    code_acts_done: Maybe[bool] = fact("bool")
    claimed: Maybe[bool] = fact("bool")
    collected_in_time: Maybe[bool] = fact("bool")


requires(
    "arrest-death-by-post", Death, Needed("126", "arrest-relatives-elsewhere", "relatives_here", absent=True),
    norms=("death-notice-by-post",),
)  # fmt: skip
requires(
    "arrest-body-released", Death,
    Needed("127", "arrest-examined", "examined"), Needed("127", "arrest-code-acts", "code_acts_done"),
    Needed("127", "arrest-claimed", "claimed"), norms=("body-release-order",),
)  # fmt: skip
requires(
    "arrest-storage-paid", Death, Needed("129", "arrest-late-collection", "collected_in_time", absent=True),
    norms=("late-collection-storage-cost",),
)  # fmt: skip


class Told(NamedTuple):
    """Who is told of any death, and who besides of the death of a foreigner."""

    always: tuple[str, ...] = ("arrest-close-relatives", "prosecutor", "arrest-higher-body")
    foreigner: tuple[str, ...] = (
        "arrest-prosecutor-general", "arrest-foreign-ministry", "arrest-security-committee", "mvd",
        "arrest-supervising-prosecutor", "arrest-embassy",
    )  # fmt: skip


@rule(
    "arrest-death-addressees", facts=Death, on="day", edition=EDITION, value="list", numbers=Told(),
    norms=("death-notice-immediate", "death-notice-foreigner"), provisions=(f"{RULES}/126",),
    mutations=(
        Mutation("relatives-only", "exception ignored", {"always": ("arrest-close-relatives",)}),
        Mutation("embassy-only", "neighbouring list", {"foreigner": ("arrest-embassy",)}),
    ),
)  # fmt: skip
def death_addressees(f: Death, n: Told) -> Answer:
    """Para 126: three addressees, and six more where the dead convict was a foreigner."""
    foreign = is_true(f.foreigner)
    step = because(f"{RULES}/126", "arrest-dead-foreigner", foreign, "foreigner")
    if foreign is Truth.UNKNOWN:
        return Answer(UNKNOWN, step)
    return Answer(n.always + (n.foreigner if foreign is YES else ()), step)


class Payers(NamedTuple):
    """Who pays for the burial."""

    claimed: str = "arrest-claimant"
    unclaimed: str = "arrest-paid-by-state"


@rule(
    "arrest-burial-payer", facts=Death, on="day", edition=EDITION, value="body", numbers=Payers(),
    norms=("unclaimed-burial-state", "claimed-burial-costs"), provisions=(f"{RULES}/127", f"{RULES}/128"),
    mutations=(
        Mutation("state-always", "exception ignored", {"claimed": "arrest-paid-by-state"}),
        Mutation("facility-pays", "neighbouring list", {"unclaimed": "institution-administration"}),
    ),
)  # fmt: skip
def burial_payer(f: Death, n: Payers) -> Answer:
    """Paras 127-128: the claimant pays; where nobody claims the body, the state."""
    claimed = is_true(f.claimed)
    step = because(f"{RULES}/{127 if claimed is Truth.NO else 128}", "arrest-claimed", claimed, "claimed")
    if claimed is Truth.UNKNOWN:
        return Answer(UNKNOWN, step)
    return Answer(n.claimed if claimed is YES else n.unclaimed, step)
