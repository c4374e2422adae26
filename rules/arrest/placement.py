"""Placing convicts in cells: plan, the sick, separation, single cells, cards and checks (paras 36-43)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because, none_of
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

EDITION = "order-504@736"
_RULES = "order-504"


@facts_class("arrest-plan")
class Plan:
    """A placement plan of the cells: who approved it, and with whom it was agreed."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    approved_by: Maybe[str] = fact("choice", "head", "substitute", "duty-officer")
    agreed_with: Maybe[frozenset[str]] = fact("several", "operational", "medical")


class Approval(NamedTuple):
    """Who approves the plan and who must agree to it."""

    approvers: tuple[str, ...] = ("head", "substitute")
    agreeing: tuple[str, ...] = ("operational", "medical")


@rule(
    "arrest-plan-valid", facts=Plan, on="day", edition=EDITION, numbers=Approval(),
    norms=("placement-plan-approval",), provisions=(f"{_RULES}/36",),
    mutations=(
        Mutation("head-only", "exception ignored", {"approvers": ("head",)}),
        Mutation("operational-only", "exception ignored", {"agreeing": ("operational",)}),
    ),
)  # fmt: skip
def plan_valid(f: Plan, n: Approval) -> Condition:
    """Para 36: approved by the head or the substitute, agreed with operational and medical staff."""
    agreed = known(f.agreed_with, lambda names: names >= frozenset(n.agreeing))
    return all_of(
        because(f"{_RULES}/36", "arrest-plan-approved", is_one_of(f.approved_by, *n.approvers), "approved_by"),
        because(f"{_RULES}/36", "arrest-plan-agreed", agreed, "agreed_with"),
    )


@facts_class("arrest-health")
class Health:
    """The state of health by which a convict is placed."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    state: Maybe[str] = fact("choice", "healthy", "ill", "suspected-infection", "infection", "special-care")


class Cells(NamedTuple):
    """Where a convict of each state of health is placed."""

    healthy: str = "arrest-common-cell"
    ill: str = "arrest-with-medics-consent"
    suspected_infection: str = "arrest-quarantine-cell"
    infection: str = "arrest-apart"
    special_care: str = "arrest-apart"


@rule(
    "arrest-cell-by-health", facts=Health, on="day", edition=EDITION, value="body", numbers=Cells(),
    norms=("sick-placement-consent", "suspected-infection-quarantine-cell", "infectious-and-special-care-separate",
           "common-lockable-cells"),
    provisions=(f"{_RULES}/37", f"{_RULES}/39"),
    mutations=(
        Mutation("suspected-apart", "neighbouring list", {"suspected_infection": "arrest-apart"}),
        Mutation("special-care-common", "exception ignored", {"special_care": "arrest-with-medics-consent"}),
    ),
)  # fmt: skip
def cell_by_health(f: Health, n: Cells) -> Answer:
    """Paras 37 and 39: common cell; ill: with the medic's consent; suspected: quarantine; infection, care: apart."""
    if isinstance(f.state, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/37", "arrest-health-known", Truth.UNKNOWN, "state"))
    where = f"{_RULES}/39" if f.state == "healthy" else f"{_RULES}/37"
    return Answer(getattr(n, f.state.replace("-", "_")), because(where, f"arrest-cell-{f.state}", YES, "state"))


@facts_class("arrest-cellmates")
class Cellmates:
    """Two convicts who are to be together: what both, one or none of them are."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    same_sex: Maybe[bool] = fact("bool")
    served_before: Maybe[str] = fact("choice", "both", "one", "none")
    former_official: Maybe[str] = fact("choice", "both", "one", "none")
    infection: Maybe[bool] = fact("bool")
    where: Maybe[str] = fact("choice", "cell", "walk", "search", "sanitary-treatment", "lawyer-meeting")


class Apart(NamedTuple):
    """Which separations hold, and in which places."""

    officials: bool = True
    record: bool = True
    places: tuple[str, ...] = ("cell", "walk", "search", "sanitary-treatment", "lawyer-meeting")


@rule(
    "arrest-may-be-together", facts=Cellmates, on="day", edition=EDITION, numbers=Apart(),
    norms=("separation-by-sex-and-record", "isolation-of-former-officials", "isolation-during-all-movement",
           "infectious-and-special-care-separate"),
    provisions=(f"{_RULES}/37", f"{_RULES}/38", f"{_RULES}/40"),
    mutations=(
        Mutation("in-cells-only", "exception ignored", {"places": ("cell",)}),
        Mutation("officials-together", "exception ignored", {"officials": False}),
        Mutation("record-ignored", "exception ignored", {"record": False}),
    ),
)  # fmt: skip
def may_be_together(f: Cellmates, n: Apart) -> Condition:
    """Paras 37, 38, 40: one sex, one record, one kind of office, no infection; in cells and on every move."""
    alike = ("both", "none")
    record = is_one_of(f.served_before, *alike) if n.record else YES
    office = is_one_of(f.former_official, *alike) if n.officials else YES
    covered = because(f"{_RULES}/40", "arrest-on-every-move", is_one_of(f.where, *n.places), "where")
    return any_of(
        all_of(
            because(f"{_RULES}/38", "arrest-one-sex", is_true(f.same_sex), "same_sex"),
            because(f"{_RULES}/38", "arrest-same-record", record, "served_before"),
            because(f"{_RULES}/38", "arrest-same-office", office, "former_official"),
            because(f"{_RULES}/37", "arrest-no-infection", opposite(is_true(f.infection)), "infection"),
        ),
        none_of(covered),
    )


@facts_class("arrest-single-cell")
class SingleCell:
    """A convict is moved into a single cell: why, on whose paper, with whose sanction."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    no_other_way: Maybe[bool] = fact("bool")
    safety: Maybe[bool] = fact("bool")
    request: Maybe[str] = fact("choice", "written", "oral", "none")
    endorsed: Maybe[bool] = fact("bool")
    ruling_by: Maybe[str] = fact("choice", "head", "duty-officer", "none")
    sanction: Maybe[bool] = fact("bool")


class Single(NamedTuple):
    """What a single cell needs: forms of request, endorsement, who rules, the prosecutor's sanction."""

    requests: tuple[str, ...] = ("written", "oral")
    endorsement: bool = True
    rulers: tuple[str, ...] = ("head",)
    sanction: bool = True


@rule(
    "arrest-single-cell-lawful", facts=SingleCell, on="day", edition=EDITION, numbers=Single(),
    norms=("single-cell-grounds", "single-cell-ruling-and-sanction", "common-lockable-cells"),
    provisions=(f"{_RULES}/39", f"{_RULES}/39/1", f"{_RULES}/39/2"),
    mutations=(
        Mutation("sanction-not-needed", "exception ignored", {"sanction": False}),
        Mutation("written-request-only", "exception ignored", {"requests": ("written",)}),
        Mutation("endorsement-not-needed", "exception ignored", {"endorsement": False}),
        Mutation("duty-officer-rules", "neighbouring list", {"rulers": ("head", "duty-officer")}),
    ),
)  # fmt: skip
def single_cell_lawful(f: SingleCell, n: Single) -> Condition:
    """Para 39: one of two grounds, the head's ruling and the prosecutor's sanction."""
    where, asked = f"{_RULES}/39", f"{_RULES}/39/2"
    return all_of(
        any_of(
            because(f"{_RULES}/39/1", "arrest-no-other-way", is_true(f.no_other_way), "no_other_way"),
            all_of(
                because(asked, "arrest-for-safety", is_true(f.safety), "safety"),
                because(asked, "arrest-asked-alone", is_one_of(f.request, *n.requests), "request"),
                because(asked, "arrest-endorsed", is_true(f.endorsed) if n.endorsement else YES, "endorsed"),
            ),
        ),
        because(where, "arrest-head-ruled", is_one_of(f.ruling_by, *n.rulers), "ruling_by"),
        because(where, "arrest-sanctioned", is_true(f.sanction) if n.sanction else YES, "sanction"),
    )


@facts_class("arrest-card")
class Card:
    """A cell card: on what preventive record the convict stands."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    record: Maybe[str] = fact("choice", "none", "escape", "other")


class Stripes(NamedTuple):
    """The stripe of each preventive record."""

    none: str = "arrest-no-stripe"
    escape: str = "arrest-red-stripe"
    other: str = "arrest-black-stripe"


@rule(
    "arrest-card-stripe", facts=Card, on="day", edition=EDITION, value="body", numbers=Stripes(),
    norms=("card-stripe-colour",), provisions=(f"{_RULES}/42",),
    mutations=(
        Mutation("colours-swapped", "neighbouring list",
                 {"escape": "arrest-black-stripe", "other": "arrest-red-stripe"}),
        Mutation("always-a-stripe", "exception ignored", {"none": "arrest-black-stripe"}),
    ),
)  # fmt: skip
def card_stripe(f: Card, n: Stripes) -> Answer:
    """Para 42: red for those prone to escape, black for every other preventive record."""
    if isinstance(f.record, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/42", "arrest-record-known", Truth.UNKNOWN, "record"))
    stripe: str = getattr(n, f.record)
    return Answer(stripe, because(f"{_RULES}/42", f"arrest-stripe-{f.record}", YES, "record"))
