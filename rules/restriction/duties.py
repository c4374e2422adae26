"""What the service does under restriction of liberty: intake, checks, warning, submission (order 511 paras 62-72)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, decision, rule, use
from rules.tables import acts_here, listed
from rules.terms import deadline, pace
from rules.truth import UNKNOWN, YES, Maybe, Truth, is_true

_RULES = "order-511@612"
_SERVICE, _HERE = "probation-service", ("restriction",)

listed(
    "restriction-duties", provision="cec/66/1", edition="cec@2020-01", norms=("s-cec-66-duties",),
    items=("restriction-court-duties", "restriction-service-demands", "restriction-no-places",
           "restriction-no-change-unnoticed", "restriction-no-leaving-unnoticed", "restriction-set-days",
           "restriction-carry-id"),
    wrongly="restriction-find-job",
)  # fmt: skip
listed(
    "restriction-intake-established", provision="order-511/64/1", edition=_RULES,
    norms=("restriction-intake-establish", "s-cec-69-control", "s-511-62-71"),
    items=("control-residence", "control-health", "control-education", "control-employment"),
    wrongly="control-income",
)  # fmt: skip
listed(
    "restriction-intake-explained", provision="order-511/64/2", edition=_RULES, also=("order-511/64/3",),
    norms=("restriction-intake-explain-help", "restriction-intake-explain-duties", "s-cec-69-control", "s-511-62-71"),
    items=("control-help-order", "control-course", "control-reporting-days", "control-court-duties",
           "control-forced-labour", "control-breach-liability"),
    wrongly="control-parole-share",
)  # fmt: skip
pace(
    "restriction-record-check", provision="order-511/65/1", edition=_RULES, times=1, per="monthly", who=_SERVICE,
    regimes=_HERE, norms=("restriction-monthly-record-check", "s-511-62-71"),
)  # fmt: skip
acts_here(
    "restriction-days-set-by", provision="order-511/65/2", edition=_RULES, body=_SERVICE, instead="court",
    norms=("restriction-reporting-days", "s-511-62-71", "s-cec-69-control"),
)  # fmt: skip
acts_here(
    "restriction-data-sent-by", provision="order-511/67", edition=_RULES, body="institution-administration",
    instead="court", norms=("replaced-sentence-data-transfer", "s-511-62-71"),
)  # fmt: skip
listed(
    "restriction-no-arrival-steps", provision="order-511/68", edition=_RULES,
    norms=("restriction-no-show-search", "s-cec-63-65", "s-511-62-71"),
    items=("restriction-initial-search", "restriction-search-submission"), wrongly="restriction-declare-search",
)  # fmt: skip
acts_here(
    "restriction-duties-lifted-by", provision="order-511/69", edition=_RULES, body="court", instead=_SERVICE,
    norms=("restriction-duties-cancellation", "s-511-62-71"),
)  # fmt: skip
deadline(
    "restriction-breach-summons", provision="order-511/71", edition=_RULES, count=3, who=_SERVICE, regimes=_HERE,
    norms=("restriction-breach-summons", "s-511-62-71"),
)  # fmt: skip
listed(
    "restriction-warning-steps", provision="order-511/71", edition=_RULES,
    norms=("restriction-breach-warning-sequence", "s-511-62-71"),
    items=("control-step-summons", "control-step-talk", "control-step-written-warning", "control-step-file"),
    wrongly="control-step-oral-warning",
)  # fmt: skip
_CONTENT = ("restriction-replacement-submission-content",)
listed(
    "restriction-submission-facts", provision="order-511/72/last", edition=_RULES, norms=_CONTENT,
    items=("restriction-fact-evasion", "restriction-fact-disorder", "restriction-fact-absence",
           "restriction-fact-measures", "restriction-fact-bringing"),
    wrongly="restriction-fact-debts",
)  # fmt: skip
listed(
    "restriction-submission-attachments", provision="order-511/72/last", edition=_RULES, norms=_CONTENT,
    items=("control-work-reference", "control-study-reference", "control-home-reference", "control-officer-report",
           "control-explanation"),
    wrongly="control-case-copy",
)  # fmt: skip


@facts_class("restriction-work")
class WorkChange:
    """A person serving restriction of liberty goes over to other work."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    notified: Maybe[bool] = fact("bool")
    agreed: Maybe[bool] = fact("bool")


class Asked(NamedTuple):
    """What is asked for."""

    asked: bool = True


@rule(
    "work-change-code", facts=WorkChange, on="day", edition="cec@2020-01", numbers=Asked(),
    norms=("s-cec-66-duties",), provisions=("cec/66/1/4",),
    mutations=(Mutation("nothing-needed", "exception ignored", {"asked": False}),),
)  # fmt: skip
def work_change_in_the_code(f: WorkChange, n: Asked) -> Condition:
    """CEC 66(1)(4): not to change work without telling the service."""
    return because("cec/66/1/4", "work-change-notified", is_true(f.notified) if n.asked else YES, "notified")


@rule(
    "work-change-order", facts=WorkChange, on="day", edition=_RULES, numbers=Asked(),
    norms=("restriction-transfer-work-consent", "s-511-62-71"), provisions=("order-511/70",),
    mutations=(Mutation("nothing-needed", "exception ignored", {"asked": False}),),
)  # fmt: skip
def work_change_in_the_order(f: WorkChange, n: Asked) -> Condition:
    """Order 511 para 70: a transfer to other work goes by agreement of the service."""
    return because("order-511/70", "work-change-agreed", is_true(f.agreed) if n.asked else YES, "agreed")


@decision(
    "work-change", facts=WorkChange, joins=("work-change-code", "work-change-order"),
    norms=("restriction-transfer-work-consent", "s-cec-66-duties"),
)  # fmt: skip
def work_change(f: WorkChange) -> Answer:
    """Was the change of work lawful? The code asks for notice, order 511 for agreement; the code prevails (C8)."""
    code, order = use("work-change-code", f), use("work-change-order", f)
    differ = Truth.UNKNOWN not in (code.truth, order.truth) and code.truth is not order.truth
    says = (because("", "code-prevails", code.truth, convention="C8"),) if differ else ()
    value: object = UNKNOWN if code.truth is Truth.UNKNOWN else code.truth
    whole = Condition("any" if code.truth is YES else "all", code.truth, parts=(code, order, *says))
    return Answer(value, whole, ((order.truth, "order-511/70"),) if differ else ())


@facts_class("restriction-home")
class HomeDuty:
    """Whether the court set hours at home, how the schedule was made, and an absence."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    court_duty: Maybe[bool] = fact("bool")
    made_together: Maybe[bool] = fact("bool")
    absent_in_set_time: Maybe[bool] = fact("bool")


class Home(NamedTuple):
    """Whether the court's duty is needed, and the convict's part in the schedule."""

    duty: bool = True
    together: bool = True


_DUTY_NOT_NEEDED = Mutation("court-duty-not-needed", "exception ignored", {"duty": False})


def _duty(f: HomeDuty, n: Home, where: str) -> Condition:
    return because(where, "restriction-home-court-duty", is_true(f.court_duty) if n.duty else YES, "court_duty")


@rule(
    "home-schedule", facts=HomeDuty, on="day", edition=_RULES, numbers=Home(),
    norms=("restriction-residence-schedule", "s-511-62-71"), provisions=("order-511/63",),
    mutations=(_DUTY_NOT_NEEDED, Mutation("service-alone", "exception ignored", {"together": False})),
)  # fmt: skip
def schedule(f: HomeDuty, n: Home) -> Condition:
    """Order 511 para 63: a schedule only under a duty set by the court, made together with the convict."""
    together = is_true(f.made_together) if n.together else YES
    return all_of(
        _duty(f, n, "order-511/63"), because("order-511/63", "restriction-home-together", together, "made_together")
    )


@rule(
    "home-absence-breach", facts=HomeDuty, on="day", edition="cc@2025-09", numbers=Home(),
    norms=("restriction-residence-schedule", "s-cc-44-duties"), provisions=("cc/44/2",), mutations=(_DUTY_NOT_NEEDED,),
)  # fmt: skip
def absence(f: HomeDuty, n: Home) -> Condition:
    """CC 44(2): absence from home is a breach only in the hours that the court set."""
    away = is_true(f.absent_in_set_time)
    return all_of(_duty(f, n, "cc/44/2"), because("cc/44/2", "restriction-home-absent", away, "absent_in_set_time"))
