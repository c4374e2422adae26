"""Visits of lawyers and telephone calls in the arrest facility (paras 59-67)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

EDITION = "order-504@736"
_RULES = "order-504"


@facts_class("arrest-lawyer-visit")
class LawyerVisit:
    """A visit of a lawyer: who asked, papers, how it is watched, what is brought in, how many visits there were."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    request: Maybe[str] = fact("choice", "written", "oral", "none")
    certificate: Maybe[bool] = fact("bool")
    notice: Maybe[bool] = fact("bool")
    overheard: Maybe[bool] = fact("bool")
    device: Maybe[bool] = fact("bool")
    visits_before: Maybe[int] = fact("count", least=0, most=100, borders=(1,))


class Visit(NamedTuple):
    """Forms of request, papers, hearing, devices, and a cap on the number of visits (there is none)."""

    requests: tuple[str, ...] = ("written", "oral")
    notice: bool = True
    hearing: bool = False
    devices: bool = False
    cap: int = 1_000


@rule(
    "arrest-lawyer-visit-lawful", facts=LawyerVisit, on="day", edition=EDITION, numbers=Visit(),
    norms=("lawyer-visits-unlimited", "lawyer-visit-documents", "lawyer-visit-see-not-hear", "visitor-equipment-ban"),
    provisions=(f"{_RULES}/59", f"{_RULES}/60"),
    mutations=(
        Mutation("written-request-only", "exception ignored", {"requests": ("written",)}),
        Mutation("certificate-is-enough", "exception ignored", {"notice": False}),
        Mutation("hearing-allowed", "exception ignored", {"hearing": True}),
        Mutation("telephone-allowed", "exception ignored", {"devices": True}),
        Mutation("once-a-month", "neighbouring list", {"cap": 1}),
    ),
)  # fmt: skip
def lawyer_visit_lawful(f: LawyerVisit, n: Visit) -> Condition:
    """Paras 59-60: asked for, certificate and notice, seen but not heard, no devices; number and length unlimited."""
    where = f"{_RULES}/59"
    unheard = YES if n.hearing else opposite(is_true(f.overheard))
    empty_handed = YES if n.devices else opposite(is_true(f.device))
    within = known(f.visits_before, lambda visits: visits < n.cap)
    return all_of(
        because(where, "arrest-visit-asked", is_one_of(f.request, *n.requests), "request"),
        because(where, "arrest-lawyer-certificate", is_true(f.certificate), "certificate"),
        because(where, "arrest-lawyer-notice", is_true(f.notice) if n.notice else YES, "notice"),
        because(where, "arrest-not-overheard", unheard, "overheard"),
        because(where, "arrest-visits-not-capped", within, "visits_before"),
        because(f"{_RULES}/60", "arrest-no-device", empty_handed, "device"),
    )


@facts_class("arrest-handing-over")
class HandingOver:
    """Somebody tries to hand something over at a visit: to or from whom, and what."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    party: Maybe[str] = fact("choice", "convict", "lawyer")
    thing: Maybe[str] = fact("choice", "listed", "unlisted", "helps-offences", "papers-of-the-case")
    succeeded: Maybe[bool] = fact("bool")


class Ends(NamedTuple):
    """What ends a visit, by whom the thing was meant for or came from; whether the attempt is enough."""

    convict: tuple[str, ...] = ("unlisted", "helps-offences")
    lawyer: tuple[str, ...] = ("helps-offences",)
    attempt: bool = True


@rule(
    "arrest-visit-ended", facts=HandingOver, on="day", edition=EDITION, numbers=Ends(),
    norms=("visit-early-termination",), provisions=(f"{_RULES}/61",),
    mutations=(
        Mutation("success-needed", "exception ignored", {"attempt": False}),
        Mutation("case-papers-too", "neighbouring list", {"lawyer": ("helps-offences", "papers-of-the-case")}),
    ),
)  # fmt: skip
def visit_ended(f: HandingOver, n: Ends) -> Condition:
    """Para 61: an attempt is enough; unlisted things with the convict, things that help offences with the lawyer."""
    named = Truth.UNKNOWN if isinstance(f.party, Unknown) else is_one_of(f.thing, *getattr(n, f.party))
    done = YES if n.attempt else is_true(f.succeeded)
    return all_of(
        because(f"{_RULES}/61", "arrest-thing-ends-visit", named, "party", "thing"),
        because(f"{_RULES}/61", "arrest-attempt-enough", done, "succeeded"),
    )


@facts_class("arrest-call")
class Call:
    """One telephone call: with whom, on what ground, at whose cost, how long, over which line."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    callee: Maybe[str] = fact("choice", "spouse", "close-relative", "friend", "convict-elsewhere")
    ground: Maybe[str] = fact("choice", "death", "grave-illness", "disaster", "exceptional", "birthday")
    own_money: Maybe[bool] = fact("bool")
    minutes: Maybe[int] = fact("count", least=1, most=120, borders=(15,))
    line: Maybe[str] = fact("choice", "long-distance", "payphone")


class Calls(NamedTuple):
    """With whom, on which grounds and how long a call is given."""

    callees: tuple[str, ...] = ("spouse", "close-relative")
    grounds: tuple[str, ...] = ("death", "grave-illness", "disaster", "exceptional")
    most: int = 15
    own_money: bool = True


@rule(
    "arrest-call-given", facts=Call, on="day", edition=EDITION, numbers=Calls(),
    norms=("phone-call-grounds", "phone-call-15-minutes", "phone-between-convicts-ban"),
    provisions=(f"{_RULES}/64", f"{_RULES}/66"),
    mutations=(
        Mutation("friends-too", "neighbouring list", {"callees": ("spouse", "close-relative", "friend")}),
        Mutation("convicts-too", "exception ignored", {"callees": ("spouse", "close-relative", "convict-elsewhere")}),
        Mutation("no-ground-needed", "exception ignored",
                 {"grounds": ("death", "grave-illness", "disaster", "exceptional", "birthday")}),
        Mutation("ten-minutes", "neighbouring list", {"most": 10}),
        Mutation("thirty-minutes", "neighbouring list", {"most": 30}),
        Mutation("state-pays", "exception ignored", {"own_money": False}),
    ),
)  # fmt: skip
def call_given(f: Call, n: Calls) -> Condition:
    """Paras 64 and 66: spouse or close relative, one of four grounds, own money, up to fifteen minutes."""
    where, free = f"{_RULES}/64", f"{_RULES}/66"
    elsewhere = is_one_of(f.callee, "convict-elsewhere")
    short = known(f.minutes, lambda minutes: minutes <= n.most)
    return all_of(
        because(free if elsewhere is YES else where, "arrest-callee", is_one_of(f.callee, *n.callees), "callee"),
        because(where, "arrest-call-ground", is_one_of(f.ground, *n.grounds), "ground"),
        because(where, "arrest-own-money", is_true(f.own_money) if n.own_money else YES, "own_money"),
        because(where, "arrest-call-length", short, "minutes", minutes=f.minutes, limit=n.most),
    )


class Payment(NamedTuple):
    """What each line is paid from."""

    long_distance: str = "arrest-personal-account"
    payphone: str = "arrest-payphone-card"


@rule(
    "arrest-call-paid-from", facts=Call, on="day", edition=EDITION, value="body", numbers=Payment(),
    norms=("phone-call-payment",), provisions=(f"{_RULES}/64",),
    mutations=(
        Mutation("always-the-account", "exception ignored", {"payphone": "arrest-personal-account"}),
        Mutation("always-the-card", "exception ignored", {"long_distance": "arrest-payphone-card"}),
    ),
)  # fmt: skip
def call_paid_from(f: Call, n: Payment) -> Answer:
    """Para 64: long-distance calls from the personal account, pay-phone calls from the convict's card."""
    if isinstance(f.line, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/64", "arrest-line-known", Truth.UNKNOWN, "line"))
    source: str = getattr(n, f.line.replace("-", "_"))
    return Answer(source, because(f"{_RULES}/64", f"arrest-pays-{f.line}", YES, "line"))
