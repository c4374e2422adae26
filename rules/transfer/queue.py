"""The queue: the List, the checks when a place becomes free, removal and its grounds (order 375, chapter 4)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.tables import acts_here, listed
from rules.terms import OnDay, deadline
from rules.transfer.request import DEGREES
from rules.truth import NO, YES, Maybe, Truth, is_one_of, is_true, opposite

EDITION = "order-375@229"
RECEIVING, COMMITTEE = "transfer-receiving-institution", "penal-committee"
GROUNDS = tuple(f"order-375/27/{n}" for n in range(1, 9))


@facts_class("transfer-listing")
class Listing:
    """A convict in the queue or about to be put there, on the day his turn comes or something happens."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    instruction_received: Maybe[bool] = fact("bool")
    consent: Maybe[bool] = fact("bool")
    ended: Maybe[str] = fact("choice", "nothing", "died", "released", "type-changed")
    moved_on: Maybe[str] = fact("choice", "not-moved", "ties", "88-4-1", "88-4-2", "88-4-3", "88-4-4")
    lives_there: Maybe[bool] = fact("bool")
    degree: Maybe[str] = fact("choice", *DEGREES)
    moved_under_item_4: Maybe[bool] = fact("bool")
    refusal: Maybe[str] = fact("choice", "none", "oral", "written")
    decided_by: Maybe[str] = fact("choice", "committee", "receiving-institution", "holding-institution")
    told_at_once: Maybe[bool] = fact("bool")


class Entry(NamedTuple):
    """Whether the convict's consent is asked for the List."""

    consent: bool = True
    instruction: bool = True


@rule(
    "transfer-put-on-list", facts=Listing, on="day", edition=EDITION, numbers=Entry(),
    norms=("r375-queue-list-kept-by-receiving-institution", "r375-queue-listing-needs-consent"),
    provisions=("order-375/24",), mutations=(
        Mutation("consent-not-needed", "exception ignored", {"consent": False}),
        Mutation("instruction-not-needed", "exception ignored", {"instruction": False}),
    ),
)  # fmt: skip
def put_on_list(f: Listing, n: Entry) -> Condition:
    """Para 24: after the Committee's instruction, and with the convict's consent."""
    instructed = is_true(f.instruction_received) if n.instruction else YES
    return all_of(
        because("order-375/24", "transfer-instruction-came", instructed, "instruction_received"),
        because("order-375/24", "transfer-list-consented", is_true(f.consent) if n.consent else YES, "consent"),
    )


class Grounds(NamedTuple):
    """What counts for each ground of para 27."""

    ends: tuple[str, ...] = ("died", "released", "type-changed")
    moves: tuple[str, ...] = ("ties", "88-4-1", "88-4-3", "88-4-4")
    living: bool = True
    bad: tuple[str, ...] = ("negative",)
    good: tuple[str, ...] = ("positive",)
    refusals: tuple[str, ...] = ("written",)


@rule(
    "transfer-removed-from-list", facts=Listing, on="day", edition=EDITION, numbers=Grounds(),
    norms=(
        "r375-queue-removal-grounds", "r375-queue-removal-other-transfer-88-4-1-3-4",
        "r375-queue-removal-tie-person-not-living", "r375-queue-removal-negative-degree-on-turn-day",
        "r375-queue-removal-no-positive-degree-88-4-4", "r375-queue-removal-written-refusal",
    ),
    provisions=GROUNDS, mutations=(
        Mutation("type-does-not-matter", "exception ignored", {"ends": ("died", "released")}),
        Mutation("second-item-too", "neighbouring list", {"moves": ("ties", "88-4-1", "88-4-2", "88-4-3", "88-4-4")}),
        Mutation("ties-elsewhere-not", "exception ignored", {"moves": ("88-4-1", "88-4-3", "88-4-4")}),
        Mutation("registration-is-enough", "exception ignored", {"living": False}),
        Mutation("undetermined-is-bad", "neighbouring list", {"bad": ("negative", "not-determined")}),
        Mutation("undetermined-is-good", "exception ignored", {"good": ("positive", "not-determined")}),
        Mutation("oral-refusal-too", "exception ignored", {"refusals": ("oral", "written")}),
    ),
)  # fmt: skip
def removed(f: Listing, n: Grounds) -> Condition:
    """Para 27: any one of eight grounds; the degree is that of the day the turn comes."""
    gone = opposite(is_true(f.lives_there)) if n.living else NO
    return any_of(
        *(
            because(f"order-375/27/{number}", f"transfer-{end}", _only(f.ended, end, n.ends), "ended")
            for number, end in enumerate(("died", "released", "type-changed"), 1)
        ),
        because("order-375/27/4", "transfer-moved-on", is_one_of(f.moved_on, *n.moves), "moved_on"),
        because("order-375/27/5", "transfer-not-living-there", gone, "lives_there"),
        because("order-375/27/6", "transfer-negative-on-turn", is_one_of(f.degree, *n.bad), "degree"),
        all_of(
            because("order-375/27/7", "transfer-moved-under-item-4", is_true(f.moved_under_item_4),
                    "moved_under_item_4"),
            because("order-375/27/7", "transfer-no-positive-on-turn", opposite(is_one_of(f.degree, *n.good)), "degree"),
        ),
        because("order-375/27/8", "transfer-refused", is_one_of(f.refusal, *n.refusals), "refusal"),
    )  # fmt: skip


def _only(value: Maybe[str], end: str, ends: tuple[str, ...]) -> Truth:
    return is_one_of(value, end) if end in ends else NO


class Removal(NamedTuple):
    """Who decides, and whether people are told at the same time."""

    deciders: tuple[str, ...] = ("committee",)
    told: bool = True


@rule(
    "transfer-removal-procedure", facts=Listing, on="day", edition=EDITION, numbers=Removal(),
    norms=("r375-queue-removal-decided-by-committee-with-notice",), provisions=("order-375/27/last",), mutations=(
        Mutation("institution-decides", "neighbouring list", {"deciders": ("committee", "receiving-institution")}),
        Mutation("notice-not-needed", "exception ignored", {"told": False}),
    ),
)  # fmt: skip
def removal_procedure(f: Listing, n: Removal) -> Condition:
    """Para 27, end: the Committee decides and tells the convict or the relative who applied at the same time."""
    where = "order-375/27/last"
    return all_of(
        because(where, "transfer-committee-decided", is_one_of(f.decided_by, *n.deciders), "decided_by"),
        because(where, "transfer-told-at-once", is_true(f.told_at_once) if n.told else YES, "told_at_once"),
    )


@decision(
    "may-convict-be-removed-from-list", facts=Listing,
    joins=("transfer-removed-from-list", "transfer-removal-procedure"),
    norms=("r375-queue-removal-grounds", "r375-queue-removal-decided-by-committee-with-notice"),
)  # fmt: skip
def removal_lawful(f: Listing) -> Condition:
    """Is a removal lawful: a ground of para 27, decided by the Committee with notice."""
    return all_of(use("transfer-removed-from-list", f), use("transfer-removal-procedure", f))


class Region(NamedTuple):
    """To which region the convict is counted after the move."""

    of: str = "transfer-region-of-institution"


@rule(
    "transfer-personal-file", facts=OnDay, on="day", edition="order-375@2017", value="place", numbers=Region(),
    norms=("r375-personal-file-corrected-after-transfer",), provisions=("order-375/22",),
    mutations=(Mutation("region-of-conviction", "neighbouring list", {"of": "transfer-region-of-conviction"}),),
)  # fmt: skip
def personal_file(f: OnDay, n: Region) -> Answer:
    """Para 22: the personal file counts the convict to the region where the new institution stands."""
    return Answer(n.of, because("order-375/22", "transfer-file-corrected", YES))


listed(
    "transfer-vacancy-checks", provision="order-375/25", edition=EDITION,
    items=("transfer-check-degree", "transfer-check-registration"), wrongly="transfer-check-six-months",
    norms=("r375-check-on-day-vacancy-arises",),
)  # fmt: skip
listed(
    "transfer-dispatch-order", provision="order-375/26", edition=EDITION,
    items=("transfer-step-vacancy", "transfer-step-checks", "transfer-step-notice", "transfer-step-dispatch"),
    wrongly="transfer-step-new-application", norms=("r375-notice-before-dispatch-under-guard",),
)  # fmt: skip
listed(
    "transfer-notice-goes-to", provision="order-375/26", edition=EDITION,
    items=("transfer-holding-institution", COMMITTEE), wrongly="prosecutor",
    norms=("r375-notice-before-dispatch-under-guard",),
)  # fmt: skip
acts_here(
    "transfer-list-kept-by", provision="order-375/24", edition=EDITION, body=RECEIVING, instead=COMMITTEE,
    norms=("r375-queue-list-kept-by-receiving-institution",),
)  # fmt: skip
deadline(
    "transfer-checked-on-vacancy", provision="order-375/25", edition=EDITION, count=0,
    norms=("r375-check-on-day-vacancy-arises",), who=RECEIVING, regimes=("transfer",),
)  # fmt: skip
