"""What the service and the person do during control under a conditional sentence (CEC 174; order 511 paras 73-83)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.duties import Duty, enter
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.tables import acts_here, listed
from rules.terms import deadline, pace
from rules.truth import UNKNOWN, YES, Maybe, Unknown, is_true, known, opposite

_RULES = "order-511@612"
_SERVICE, _HERE, _NORM = "probation-service", ("conditional",), "s-511-73-85"

acts_here(
    "conditional-controller", provision="order-511/73", edition=_RULES, body=_SERVICE, instead="police",
    norms=("conditional-control-competence", "conditional-duties-monitor", _NORM), also=("order-511/75",),
)  # fmt: skip
listed(
    "conditional-intake-studied", provision="order-511/74/1", edition=_RULES,
    norms=("conditional-intake-personality", "s-cec-174-control", _NORM),
    items=("control-health", "control-education", "control-employment", "control-residence"), wrongly="control-income",
)  # fmt: skip
listed(
    "conditional-intake-explained", provision="order-511/74/2", edition=_RULES, also=("order-511/74/3",),
    norms=("conditional-intake-explain", "conditional-intake-liability", "s-cec-174-control", _NORM),
    items=("control-help-order", "control-course", "control-reporting-days", "control-court-duties",
           "control-breach-liability"),
    wrongly="control-forced-labour",
)  # fmt: skip
listed(
    "conditional-evasion-steps", provision="order-511/76", edition=_RULES,
    norms=("conditional-evasion-initial-measures", "s-cec-174-control", _NORM),
    items=("conditional-find-place", "conditional-find-reasons"), wrongly="conditional-detain",
)  # fmt: skip
acts_here(
    "conditional-additional-by", provision="order-511/77", edition=_RULES, body=_SERVICE,
    instead="local-executive-body", norms=("conditional-additional-punishment", _NORM),
)  # fmt: skip
acts_here(
    "conditional-prevention-by", provision="order-511/78/2", edition=_RULES, body=_SERVICE, instead="court",
    norms=("conditional-offence-prevention", _NORM),
)  # fmt: skip
pace(
    "conditional-record-check", provision="order-511/78/3", edition=_RULES, times=1, per="monthly", who=_SERVICE,
    regimes=_HERE, norms=("conditional-monthly-record-check", _NORM),
)  # fmt: skip
deadline(
    "conditional-breach-summons", provision="order-511/80", edition=_RULES, count=3, who=_SERVICE, regimes=_HERE,
    norms=("conditional-breach-summons", _NORM),
)  # fmt: skip
listed(
    "conditional-warning-steps", provision="order-511/80", edition=_RULES,
    norms=("conditional-breach-warning-sequence", _NORM),
    items=("control-step-summons", "control-step-talk", "control-step-written-warning", "control-step-file"),
    wrongly="control-step-oral-warning",
)  # fmt: skip
deadline(
    "conditional-cancellation-submission", provision="order-511/81", edition=_RULES, count=5, who=_SERVICE,
    regimes=_HERE, norms=("conditional-cancellation-submission", _NORM),
)  # fmt: skip
listed(
    "conditional-cancellation-attachments", provision="order-511/81/last", edition=_RULES,
    norms=("conditional-cancellation-attachments", _NORM),
    items=("control-work-reference", "control-study-reference", "control-home-reference", "control-officer-report",
           "control-explanation"),
    wrongly="control-case-copy",
)  # fmt: skip
listed(
    "conditional-search-asks", provision="order-511/82", edition=_RULES,
    norms=("conditional-absconding-search", "s-cec-174-control", _NORM),
    items=("conditional-ask-search", "conditional-ask-measure"), wrongly="conditional-ask-extension",
)  # fmt: skip


@facts_class("conditional-visits")
class Visits:
    """How often a person under a conditional sentence must come, and a day on which they did not."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    rural: Maybe[bool] = fact("bool")
    ordered: Maybe[int] = fact("count", least=0, most=31, borders=(1, 2))
    on_summons: Maybe[bool] = fact("bool")
    came: Maybe[bool] = fact("bool")
    valid_reason: Maybe[bool] = fact("bool")


class Times(NamedTuple):
    """Visits a month in towns and in rural places."""

    town: int = 2
    rural: int = 1


_WAYS = (
    Mutation("four-times", "repealed edition", {"town": 4, "rural": 4}),
    Mutation("rural-as-town", "exception ignored", {"rural": 2}),
    Mutation("once-everywhere", "exception ignored", {"town": 1}),
)
_NORMS = ("conditional-reporting-frequency", "enhanced-control-abolished", "s-cec-174-control", _NORM)


def _most(f: Visits, n: Times) -> Maybe[int]:
    return UNKNOWN if isinstance(f.rural, Unknown) else (n.rural if f.rural else n.town)


@rule(
    "conditional-visits-a-month", facts=Visits, on="day", edition="cec@2020-01", value="amount", numbers=Times(),
    norms=_NORMS, provisions=("cec/174/4",), mutations=_WAYS,
)  # fmt: skip
def a_month(f: Visits, n: Times) -> Answer:
    """CEC 174(4): twice a month, once for those who live in rural places."""
    times = _most(f, n)
    return Answer(times, because("cec/174/4", "conditional-visits", known(times, lambda t: True), "rural", times=times))


enter(Duty("conditional-visits-a-month", "conditional", "serving-convict", "monthly", 2, "calendar-days"))


@rule(
    "conditional-visits-lawful", facts=Visits, on="day", edition="cec@2020-01", numbers=Times(), norms=_NORMS,
    provisions=("cec/174/4",), mutations=_WAYS,
)  # fmt: skip
def visits_lawful(f: Visits, n: Times) -> Condition:
    """CEC 174(4): regular visits above the number have no basis; anything more only on summons."""
    most = _most(f, n)
    over: Maybe[int] = UNKNOWN
    if not isinstance(most, Unknown) and not isinstance(f.ordered, Unknown):
        over = f.ordered - most
    return any_of(
        because("cec/174/4", "conditional-visits-within", known(over, lambda o: o <= 0), "ordered", "rural",
                ordered=f.ordered, most=most),
        because("cec/174/4", "conditional-on-summons", is_true(f.on_summons), "on_summons"),
    )  # fmt: skip


class Bringing(NamedTuple):
    """Whether a valid reason excuses."""

    reasons: bool = True


@rule(
    "conditional-bringing", facts=Visits, on="day", edition="cec@2020-01", numbers=Bringing(),
    norms=("s-cec-174-control",), provisions=("cec/174/4",),
    mutations=(Mutation("no-reason-excuses", "exception ignored", {"reasons": False}),),
)  # fmt: skip
def bringing(f: Visits, n: Bringing) -> Condition:
    """CEC 174(4): one who does not come without a valid reason is brought by force."""
    unexcused = opposite(is_true(f.valid_reason)) if n.reasons else YES
    return all_of(
        because("cec/174/4", "conditional-did-not-come", opposite(is_true(f.came)), "came"),
        because("cec/174/4", "conditional-no-reason", unexcused, "valid_reason"),
    )
