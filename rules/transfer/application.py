"""The application: who may make it, its papers, what the administration adds, who examines it (paras 3-12, 20)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.tables import acts_here, listed
from rules.terms import deadline
from rules.transfer.request import DEGREES
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, opposite

ADMINISTRATION, COMMITTEE = "institution-administration", "penal-committee"
RELATIVES = ("spouse", "close-relative", "relative")
_RESIDENCE = "transfer-paper-residence"


@facts_class("transfer-application")
class Application:
    """An application for transfer on the day it is made: who makes it and what stands with it."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    applicant: Maybe[str] = fact("choice", "convict", *RELATIVES, "administration", "other")
    identity_paper: Maybe[bool] = fact("bool")
    kinship_paper: Maybe[bool] = fact("bool")
    relatives_named: Maybe[bool] = fact("bool")
    papers_attached: Maybe[bool] = fact("bool")
    degree: Maybe[str] = fact("choice", *DEGREES)
    earlier_aim: Maybe[str] = fact("choice", "none", "safety", "prevention", "order")


class Applicants(NamedTuple):
    """Whose application opens the question; relatives as the Marriage and Family Code names them."""

    who: tuple[str, ...] = ("convict", *RELATIVES)


@rule(
    "transfer-applicant", facts=Application, on="day", edition="order-375@584", numbers=Applicants(),
    norms=("r375-who-may-initiate-transfer", "r375-relatives-by-marriage-and-family-code"),
    provisions=("order-375/4", "order-375/3"), mutations=(
        Mutation("administration-too", "neighbouring list", {"who": ("convict", *RELATIVES, "administration")}),
        Mutation("convict-alone", "exception ignored", {"who": ("convict",)}),
        Mutation("spouse-is-no-relative", "exception ignored", {"who": ("convict", *RELATIVES[1:])}),
    ),
)  # fmt: skip
def applicant(f: Application, n: Applicants) -> Condition:
    """Paras 3 and 4: the convict, the spouse, close relatives and relatives."""
    return because("order-375/4", "transfer-may-apply", is_one_of(f.applicant, *n.who), "applicant")


class Papers(NamedTuple):
    """What an application must hold."""

    kinship: bool = True
    identity: bool = True
    names: bool = True
    papers: bool = True


@rule(
    "transfer-application-complete", facts=Application, on="day", edition="order-375@233", numbers=Papers(),
    norms=("r375-convict-application-names-relatives", "r375-relative-application-attachments"),
    provisions=("order-375/5", "order-375/6"), mutations=(
        Mutation("kinship-not-needed", "exception ignored", {"kinship": False}),
        Mutation("identity-not-needed", "exception ignored", {"identity": False}),
        Mutation("names-not-needed", "exception ignored", {"names": False}),
        Mutation("papers-not-needed", "exception ignored", {"papers": False}),
    ),
)  # fmt: skip
def complete(f: Application, n: Papers) -> Condition:
    """Para 5: two papers of a relative; para 6: the convict names the relatives and attaches papers."""
    own = is_one_of(f.applicant, "convict")
    named = is_true(f.relatives_named) if n.names else YES
    papers = is_true(f.papers_attached) if n.papers else YES
    identity = is_true(f.identity_paper) if n.identity else YES
    kinship = is_true(f.kinship_paper) if n.kinship else YES
    return choose(
        because("order-375/6", "transfer-convict-applies", own, "applicant"),
        lambda: all_of(
            because("order-375/6", "transfer-relatives-named", named, "relatives_named"),
            because("order-375/6", "transfer-papers-attached", papers, "papers_attached"),
        ),
        lambda: all_of(
            because("order-375/5", "transfer-identity-paper", identity, "identity_paper"),
            because("order-375/5", "transfer-kinship-paper", kinship, "kinship_paper"),
        ),
    )


class Receipt(NamedTuple):
    """With which degree no receipt is needed, and whose application is meant."""

    not_needed: tuple[str, ...] = ("positive",)
    own: bool = True


@rule(
    "transfer-receipt-needed", facts=Application, on="day", edition="order-375@2017", numbers=Receipt(),
    norms=("r375-receipt-when-degree-not-positive",), provisions=("order-375/11/receipt",), mutations=(
        Mutation("only-negative", "neighbouring list", {"not_needed": ("positive", "not-determined")}),
        Mutation("always", "exception ignored", {"not_needed": ()}),
        Mutation("relative-too", "exception ignored", {"own": False}),
    ),
)  # fmt: skip
def receipt_needed(f: Application, n: Receipt) -> Condition:
    """Para 11: a convict without a positive degree who applies signs for having read CEC 88 and the rules."""
    where = "order-375/11/receipt"
    own = is_one_of(f.applicant, "convict") if n.own else YES
    return all_of(
        because(where, "transfer-own-application", own, "applicant"),
        because(where, "transfer-degree-not-positive", opposite(is_one_of(f.degree, *n.not_needed)), "degree"),
    )


class Examiners(NamedTuple):
    """Who examines, and after which earlier moves the operational service does."""

    aims: tuple[str, ...] = ("safety", "prevention", "order")
    service: str = "committee-operational-service"
    body: str = COMMITTEE


@rule(
    "transfer-examined-by", facts=Application, on="day", edition="order-375@584", value="body", numbers=Examiners(),
    norms=("r375-committee-examines-under-appc", "r375-security-moves-operational-service-decides"),
    provisions=("order-375/8", "order-375/20"), mutations=(
        Mutation("court-examines", "neighbouring list", {"body": "court"}),
        Mutation("never-the-service", "exception ignored", {"aims": ()}),
        Mutation("order-does-not-count", "exception ignored", {"aims": ("safety", "prevention")}),
        Mutation("head-decides", "neighbouring list", {"body": ADMINISTRATION}),
    ),
)  # fmt: skip
def examined_by(f: Application, n: Examiners) -> Answer:
    """Para 8: the Committee; para 20: its operational service, where that service had initiated the earlier move."""
    aim = because("order-375/20", "transfer-moved-for-safety", is_one_of(f.earlier_aim, *n.aims), "earlier_aim")
    if aim.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, aim)
    if aim.truth is YES:
        return Answer(n.service, aim)
    committee = because("order-375/8", "transfer-committee-examines", YES)
    return Answer(n.body, Condition("list", YES, parts=(aim, committee)))


@facts_class("transfer-gaps")
class Gaps:
    """An application in the hands of the administration: whether something is missing, and one of its papers."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    complete: Maybe[bool] = fact("bool")
    paper: Maybe[str] = fact("choice", "required", "other")


class Gap(NamedTuple):
    """What the administration does about gaps, and with papers nobody asked for."""

    gaps: str = "transfer-explain-and-propose"
    other: str = "transfer-paper-returned"


@rule(
    "transfer-gaps-answered", facts=Gaps, on="day", edition="order-375@584", value="place", numbers=Gap(),
    norms=("r375-administration-explains-requirements",), provisions=("order-375/10",), mutations=(
        Mutation("refuses", "neighbouring list", {"gaps": "transfer-refuse-to-take"}),
        Mutation("explains-alone", "exception ignored", {"gaps": "transfer-explain"}),
    ),
)  # fmt: skip
def gaps_answered(f: Gaps, n: Gap) -> Answer:
    """Para 10: the administration explains, and where something is missing proposes to add or correct it."""
    if isinstance(f.complete, Unknown):
        return Answer(UNKNOWN, because("order-375/10", "transfer-complete", Truth.UNKNOWN, "complete"))
    whole = is_true(f.complete)
    found = because("order-375/10", "transfer-complete", whole, "complete")
    return Answer("transfer-explain" if whole is YES else n.gaps, Condition("list", YES, parts=(found,)))


@rule(
    "transfer-other-papers", facts=Gaps, on="day", edition="order-375@2017", value="place", numbers=Gap(),
    norms=("r375-other-documents-returned",), provisions=("order-375/7",), mutations=(
        Mutation("examined-too", "exception ignored", {"other": "transfer-paper-examined"}),
        Mutation("kept-in-file", "neighbouring list", {"other": "transfer-paper-filed"}),
    ),
)  # fmt: skip
def other_papers(f: Gaps, n: Gap) -> Answer:
    """Para 7: a paper that is not asked for is not examined and goes back with the answer."""
    asked = is_one_of(f.paper, "required")
    step = because("order-375/7", "transfer-paper-asked-for", asked, "paper")
    if asked is Truth.UNKNOWN:
        return Answer(UNKNOWN, step)
    return Answer("transfer-paper-examined" if asked is YES else n.other, Condition("list", YES, parts=(step,)))


listed(
    "transfer-relative-papers", provision="order-375/5", edition="order-375@233",
    items=("transfer-paper-identity", "transfer-paper-kinship"), wrongly=_RESIDENCE,
    norms=("r375-relative-application-attachments", "r375-relative-attachment-3-excluded"),
)  # fmt: skip
listed(
    "transfer-administration-papers", provision="order-375/11", edition="order-375@2017",
    items=("transfer-paper-file", "transfer-paper-medical", "transfer-paper-ties"), wrongly=_RESIDENCE,
    norms=("r375-administration-attaches-three-certificates",),
)  # fmt: skip
listed(
    "transfer-ties-channels", provision="order-375/12", edition="order-375@2017",
    items=("transfer-visits", "transfer-parcels", "transfer-letters", "transfer-calls"),
    wrongly="transfer-money-sent", norms=("r375-verify-ties-four-channels",),
)  # fmt: skip
acts_here(
    "transfer-explained-by", provision="order-375/10", edition="order-375@584", body=ADMINISTRATION,
    instead=COMMITTEE, norms=("r375-administration-explains-requirements",),
)  # fmt: skip
deadline(
    "transfer-application-forwarded", provision="order-375/11", edition="order-375@2017", count=3,
    norms=("r375-forward-application-3-working-days",), who=ADMINISTRATION, regimes=("transfer",),
)  # fmt: skip
