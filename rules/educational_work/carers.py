"""Convicts who care for convicts with a first-group disability (order 508, chapter 12, paras 84-92)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.calendar import working_day_before
from rules.conditions import Condition, all_of, because
from rules.educational_work.stated import RULES, figure, near, one_body, one_list
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.terms import CALENDAR, WORKING, TermFacts, deadline
from rules.truth import UNKNOWN, YES, Maybe, Unknown, is_one_of, is_true, known, opposite
from rules.units import Unit

EDITION = f"{RULES}@512"


@facts_class("educational-carer-request")
class CareRequest:
    """A convict who asks for a carer."""

    day: Maybe[date] = fact("day", near=near)
    group_of_disability: Maybe[int] = fact("count", least=0, most=3, borders=(1, 2))
    needs_care: Maybe[bool] = fact("bool")


class Asking(NamedTuple):
    """Up to which group of disability, and whether need of care is asked for."""

    group: int = 1
    need: bool = True


@rule(
    "educational-carer-may-be-asked", facts=CareRequest, on="day", edition=EDITION, numbers=Asking(),
    norms=("r508-carer-request-annex-26",), provisions=(f"{RULES}/84",),
    mutations=(
        Mutation("second-group-too", "border off by one", {"group": 2}),
        Mutation("need-not-asked", "exception ignored", {"need": False}),
    ),
)  # fmt: skip
def may_be_asked(f: CareRequest, n: Asking) -> Condition:
    """Para 84: a convict with a first-group disability who needs care writes a request to the head."""
    where = f"{RULES}/84"
    group = known(f.group_of_disability, lambda number: 1 <= number <= n.group)
    need = is_true(f.needs_care) if n.need else YES
    return all_of(
        because(where, "educational-carer-first-group", group, "group_of_disability"),
        because(where, "educational-carer-needed", need, "needs_care"),
    )


@facts_class("educational-carer")
class Carer:
    """A convict proposed as a carer. Para 85 does not speak of preferential conditions, so they are no choice here."""

    day: Maybe[date] = fact("day", near=near)
    degree: Maybe[str] = fact("choice", "positive", "neutral", "negative")
    conditions: Maybe[str] = fact("choice", "lightened", "ordinary", "strict")
    contra_indication: Maybe[bool] = fact("bool")
    same_detachment: Maybe[bool] = fact("bool")


class Fit(NamedTuple):
    """Degrees and conditions that fit, and the further requirements."""

    degrees: tuple[str, ...] = ("positive",)
    conditions: tuple[str, ...] = ("lightened",)
    health: bool = True
    detachment: bool = True


@rule(
    "educational-carer-fit", facts=Carer, on="day", edition=EDITION, numbers=Fit(),
    norms=("r508-carer-eligibility-four-conditions",), provisions=(f"{RULES}/85",),
    mutations=(
        Mutation("neutral-too", "neighbouring list", {"degrees": ("positive", "neutral")}),
        Mutation("ordinary-too", "neighbouring list", {"conditions": ("lightened", "ordinary")}),
        Mutation("health-not-asked", "exception ignored", {"health": False}),
        Mutation("any-detachment", "exception ignored", {"detachment": False}),
    ),
)  # fmt: skip
def fit(f: Carer, n: Fit) -> Condition:
    """Para 85: positive degree, lightened conditions, no contra-indication, the same detachment."""
    where = f"{RULES}/85"
    healthy = opposite(is_true(f.contra_indication)) if n.health else YES
    near_by = is_true(f.same_detachment) if n.detachment else YES
    return all_of(
        because(where, "educational-carer-degree", is_one_of(f.degree, *n.degrees), "degree"),
        because(where, "educational-carer-conditions", is_one_of(f.conditions, *n.conditions), "conditions"),
        because(where, "educational-carer-healthy", healthy, "contra_indication"),
        because(where, "educational-carer-detachment", near_by, "same_detachment"),
    )


def _deadline(id_: str, where: str, count: int, norm: str, unit: Unit = WORKING) -> None:
    deadline(
        f"educational-carer-{id_}", provision=f"{RULES}/{where}", edition=EDITION, count=count, unit=unit,
        norms=(f"r508-carer-{norm}",), who="institution-administration", regimes=("educational-work",),
    )  # fmt: skip


_deadline("settled", "86/part-1", 3, "decided-within-3-working-days")
_deadline("benefit-application", "87", 0, "benefit-application-same-day", CALENDAR)
_deadline("departure-notice", "89/part-1", 1, "departure-notice-1-working-day")
_deadline("return-notice", "89/part-3", 1, "return-notice-1-working-day")
one_list("educational-carer-materials", "86/part-2", "512",
         "characterisation measures-certificate psychological-characterisation health-certificate", "court-judgment",
         "r508-carer-commission-materials")  # fmt: skip
one_body("educational-carer-decider", "86/part-3", "512", "head", "commission", "r508-carer-final-decision-by-head")
figure("educational-carer-persons", "88", "512", 1, (2, 3), "r508-carer-one-person-only")
one_body("educational-carer-absence", "89/part-2", "512", "administration", "state-corporation",
         "r508-carer-absence-care-arranged-by-administration")  # fmt: skip
one_list("educational-carer-control", "92", "512", "talks checks camera-monitoring", "written-reports",
         "r508-carer-control-methods")  # fmt: skip


class Window(NamedTuple):
    """How many working days before release the window opens."""

    days: int = 10
    working: bool = True


@rule(
    "educational-carer-release-notice", facts=TermFacts, on="start_day", edition=EDITION, numbers=Window(),
    norms=("r508-carer-release-notice-10-working-days-before",), provisions=(f"{RULES}/90",),
    mutations=(
        Mutation("twenty-days", "neighbouring list", {"days": 20}),
        Mutation("five-days", "neighbouring list", {"days": 5}),
        Mutation("calendar-days", "calendar instead of working days", {"working": False}),
    ),
)  # fmt: skip
def release_notice(f: TermFacts, n: Window) -> Condition:
    """Para 90: the State Corporation is told within the ten working days before the day of release.

    C6 is about acts due *at least* so long before; here the notice falls on one of the ten days.
    """
    opens: Maybe[date] = UNKNOWN
    within: Maybe[bool] = UNKNOWN
    if not isinstance(f.start_day, Unknown):
        opens = _opens(f.start_day, n)
        if not isinstance(f.done_day, Unknown):
            within = opens <= f.done_day < f.start_day
    return because(
        f"{RULES}/90", "educational-carer-window", is_true(within), "start_day", "done_day",
        count=n.days, opens=opens, release=f.start_day,
    )  # fmt: skip


def _opens(release: date, n: Window) -> date:
    if not n.working:
        return release - timedelta(days=n.days)
    return working_day_before(release, n.days)


@facts_class("educational-carer-change")
class Change:
    """A change of the carer."""

    day: Maybe[date] = fact("day", near=near)
    asked_by: Maybe[str] = fact("choice", "person-cared-for", "carer", "detachment-head")
    administration_agrees: Maybe[bool] = fact("bool")
    selected_anew: Maybe[bool] = fact("bool")


class Changing(NamedTuple):
    """Whose application counts, and what else is asked for."""

    askers: tuple[str, ...] = ("person-cared-for",)
    agreement: bool = True
    anew: bool = True


@rule(
    "educational-carer-change-lawful", facts=Change, on="day", edition=EDITION, numbers=Changing(),
    norms=("r508-carer-replacement-same-order",), provisions=(f"{RULES}/91",),
    mutations=(
        Mutation("carer-asks-too", "neighbouring list", {"askers": ("person-cared-for", "carer")}),
        Mutation("no-agreement", "exception ignored", {"agreement": False}),
        Mutation("no-new-selection", "exception ignored", {"anew": False}),
    ),
)  # fmt: skip
def change_lawful(f: Change, n: Changing) -> Condition:
    """Para 91: on the application of the person cared for, with agreement, in the order of the first selection."""
    where, agreed = f"{RULES}/91", is_true(f.administration_agrees) if n.agreement else YES
    anew: Any = is_true(f.selected_anew) if n.anew else YES
    return all_of(
        because(where, "educational-carer-change-asked", is_one_of(f.asked_by, *n.askers), "asked_by"),
        because(where, "educational-carer-change-agreed", agreed, "administration_agrees"),
        because(where, "educational-carer-change-anew", anew, "selected_anew"),
    )
