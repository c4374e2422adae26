"""Voluntary sections and the three-party contract for craft works (order 508, paras 60-65, annex 25)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because, none_of
from rules.educational_work.stated import PREFIX, RULES, chosen, near, one_body, one_list
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.terms import CALENDAR, at_least_before, pace
from rules.truth import YES, Maybe, is_one_of, is_true

_WORK, _ANNEX = ("educational-work",), "annex-25"

one_list("educational-craft-contract-parties", "60/part-8", "652", "administration customer convict-performer",
         "probation-officer", "r508-arts-sale-by-three-party-contract")  # fmt: skip
one_list("educational-production-section", "61", "720", "draws-to-work proposes-safety spreads-good-practice",
         "issues-bulletins", "r508-production-section-tasks")  # fmt: skip
one_list("educational-hygiene-section", "62", "392", "promotes-hygiene proposes-with-medics issues-bulletins",
         "draws-to-work", "r508-hygiene-section-tasks")  # fmt: skip
pace(
    "educational-voluntary-meeting", provision=f"{RULES}/64", edition=f"{RULES}@720", times=1, per="quarterly",
    norms=("r508-voluntary-organisation-meeting-quarterly",), who="institution-administration", regimes=_WORK,
)  # fmt: skip
one_list("educational-voluntary-register", "65/part-1", "720", "list-of-members day-of-entry day-of-exit",
         "incentives-of-member", "r508-voluntary-register-with-entry-and-exit-dates")  # fmt: skip
one_list("educational-voluntary-expulsion-by", "65/part-3", "720", "institution-council detachment-council",
         "administration", "r508-voluntary-expulsion-for-violation")  # fmt: skip


@facts_class("educational-voluntary-member")
class Member:
    """A member of a voluntary organisation: what membership gave, and the papers of entry or exit."""

    day: Maybe[date] = fact("day", near=near)
    extra_privilege: Maybe[bool] = fact("bool")
    administrative_power: Maybe[bool] = fact("bool")
    application: Maybe[bool] = fact("bool")
    resolution_of_head: Maybe[bool] = fact("bool")


class Bars(NamedTuple):
    """What membership may not give, and whether the head's resolution is asked for."""

    of: tuple[str, ...] = ("extra_privilege", "administrative_power")
    resolution: bool = True


@rule(
    "educational-membership-lawful", facts=Member, on="day", edition=f"{RULES}@720", numbers=Bars(),
    norms=("r508-voluntary-members-no-privileges-no-powers",), provisions=(f"{RULES}/63",),
    mutations=(
        Mutation("privileges-allowed", "exception ignored", {"of": ("administrative_power",)}),
        Mutation("powers-allowed", "exception ignored", {"of": ("extra_privilege",)}),
    ),
)  # fmt: skip
def membership_lawful(f: Member, n: Bars) -> Condition:
    """Para 63: no additional privileges and no powers of the administration."""
    return none_of(*(
        because(f"{RULES}/63", f"educational-member-{name.replace('_', '-')}", is_true(getattr(f, name)), name)
        for name in n.of
    ))  # fmt: skip


@rule(
    "educational-membership-filed", facts=Member, on="day", edition=f"{RULES}@720", numbers=Bars(),
    norms=("r508-voluntary-entry-exit-application",), provisions=(f"{RULES}/65/part-2",),
    mutations=(Mutation("no-resolution", "exception ignored", {"resolution": False}),),
)  # fmt: skip
def membership_filed(f: Member, n: Bars) -> Condition:
    """Para 65, part 2: an application in free form, filed with the resolution of the head."""
    where, resolved = f"{RULES}/65/part-2", is_true(f.resolution_of_head) if n.resolution else YES
    return all_of(
        because(where, "educational-membership-asked", is_true(f.application), "application"),
        because(where, "educational-membership-resolved", resolved, "resolution_of_head"),
    )


@facts_class("educational-voluntary-meeting")
class Meeting:
    """A meeting of a voluntary organisation."""

    day: Maybe[date] = fact("day", near=near)
    minutes: Maybe[bool] = fact("bool")
    administration_present: Maybe[bool] = fact("bool")


class Held(NamedTuple):
    """Whether minutes and a representative of the administration are asked for."""

    minutes: bool = True
    administration: bool = True


@rule(
    "educational-voluntary-meeting-lawful", facts=Meeting, on="day", edition=f"{RULES}@720", numbers=Held(),
    norms=("r508-administration-present-at-voluntary-meeting", "r508-voluntary-organisation-meeting-quarterly"),
    provisions=(f"{RULES}/64",),
    mutations=(
        Mutation("without-minutes", "exception ignored", {"minutes": False}),
        Mutation("without-administration", "exception ignored", {"administration": False}),
    ),
)  # fmt: skip
def meeting_lawful(f: Meeting, n: Held) -> Condition:
    """Para 64: minutes, and a representative of the administration whatever is discussed."""
    minutes = is_true(f.minutes) if n.minutes else YES
    present = is_true(f.administration_present) if n.administration else YES
    return all_of(
        because(f"{RULES}/64", "educational-meeting-minutes", minutes, "minutes"),
        because(f"{RULES}/64", "educational-meeting-administration", present, "administration_present"),
    )


one_list("educational-craft-income-way", _ANNEX, "720", "control-account obligatory-deductions performers-account",
         "paid-in-cash", "r508-annex-25-income-through-institution-account")  # fmt: skip
at_least_before(
    "educational-craft-stop-notice", provision=f"{RULES}/{_ANNEX}", edition=f"{RULES}@720", count=7, unit=CALENDAR,
    norms=("r508-annex-25-one-week-written-notice-of-stop",), who="institution-administration", regimes=_WORK,
)  # fmt: skip
one_list("educational-craft-terms", _ANNEX, "720",
         "terms-of-materials kinds-and-volume amount-of-income days-of-order way-of-pricing", "work-schedule",
         "r508-annex-25-terms-to-be-agreed")  # fmt: skip
one_body("educational-craft-tax-payer", _ANNEX, "720", "customer", "institution", "r508-annex-25-customer-pays-taxes")


@facts_class("educational-craft-party")
class Party:
    """A party of the three-party contract."""

    day: Maybe[date] = fact("day", near=near)
    party: Maybe[str] = fact("choice", "performer", "customer", "institution")


def _named(names: str) -> tuple[str, ...]:
    return tuple(f"{PREFIX}-{name}" for name in names.split())


_CONTRACT = tuple(f"r508-annex-25-{who}-rights-and-duties" for who in ("performer", "customer", "institution"))
chosen(
    "educational-craft-duties", facts=Party, by="party", where=_ANNEX, edition="720", value="list",
    table={
        "performer": _named("quality-in-time regime-and-discipline safety-at-work care-of-materials makes-good-damage"),
        "customer": _named("keeps-terms gives-materials places-orders pays-income"),
        "institution": _named("passes-income-on controls-safety"),
    },
    wrong={
        "institution-gives-materials": {"institution": _named("passes-income-on controls-safety gives-materials")},
        "performer-pays-income": {"performer": _named("quality-in-time pays-income")},
    },
    norms=_CONTRACT,
)  # fmt: skip
chosen(
    "educational-craft-rights", facts=Party, by="party", where=_ANNEX, edition="720", value="list",
    table={
        "performer": _named("makes-contract gets-income demands-performance"),
        "customer": _named("makes-contract demands-performance proposes-incentive damage-made-good sets-trial-period"),
        "institution": _named("makes-contract controls-performer stops-work"),
    },
    wrong={
        "trial-set-by-institution": {"institution": _named("makes-contract controls-performer sets-trial-period")},
        "performer-stops-work": {"performer": _named("makes-contract gets-income stops-work")},
    },
    norms=_CONTRACT,
)  # fmt: skip

BANNED = ("weapons", "drugs-and-poisons", "drug-plants", "ore-processing", "precious-metals", "medical-activity",
          "liquor-and-tobacco", "orders-and-medals", "stamps-and-seals", "cutting-items",
          "copying-equipment")  # fmt: skip


@facts_class("educational-craft-work")
class Work:
    """A work that a convict would do for a customer; other works are not listed here, for the list is open."""

    day: Maybe[date] = fact("day", near=near)
    work: Maybe[str] = fact("choice", *BANNED)


class Banned(NamedTuple):
    """Works that are banned."""

    works: tuple[str, ...] = BANNED


@rule(
    "educational-craft-work-banned", facts=Work, on="day", edition=f"{RULES}@720", numbers=Banned(),
    norms=("r508-annex-25-prohibited-works",), provisions=(f"{RULES}/{_ANNEX}",),
    mutations=(
        Mutation("medals-allowed", "neighbouring list", {"works": tuple(set(BANNED) - {"orders-and-medals"})}),
        Mutation("knives-allowed", "neighbouring list", {"works": tuple(set(BANNED) - {"cutting-items"})}),
        Mutation("stamps-allowed", "neighbouring list", {"works": tuple(set(BANNED) - {"stamps-and-seals"})}),
    ),
)  # fmt: skip
def work_banned(f: Work, n: Banned) -> Condition:
    """Annex 25, note 1: eleven kinds of work; the list is not final."""
    return because(f"{RULES}/{_ANNEX}", "educational-craft-ban", is_one_of(f.work, *n.works), "work")
