"""Who controls whom, duties common to all, complaints, powers (Law 15; CEC 11, 14, 16-19, 23, 24)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, ask, decision, rule
from rules.tables import acts_here, listed
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true

_GROUNDS = (
    "restriction", "conditional", "parole", "community-service", "corrective-labour", "deprivation-of-right",
    "deferral", "illness", "full-term",
)  # fmt: skip


@facts_class("control-ground")
class ControlGround:
    """The measure for which a person is, or is thought to be, under control."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    ground: Maybe[str] = fact("choice", *_GROUNDS)


class Grounds(NamedTuple):
    """The grounds that the provision names."""

    named: tuple[str, ...]


@rule(
    "probation-control-covers", facts=ControlGround, on="day", edition="cec@2025-09", provisions=("cec/19",),
    numbers=Grounds(("restriction", "conditional", "parole")), norms=("s-cec-19-control-who",),
    mutations=(
        Mutation("community-service-too", "neighbouring list",
                 {"named": ("restriction", "conditional", "parole", "community-service")}),
        Mutation("parole-forgotten", "exception ignored", {"named": ("restriction", "conditional")}),
    ),
)  # fmt: skip
def covers(f: ControlGround, n: Grounds) -> Condition:
    """CEC 19: restriction of liberty, conditional sentence, parole."""
    return because("cec/19", "control-covers", is_one_of(f.ground, *n.named), "ground")


@rule(
    "sentencing-probation-applies", facts=ControlGround, on="day", edition="probation-law@2020-01",
    provisions=("probation-law/15/1",), numbers=Grounds(("restriction", "conditional")),
    norms=("sentencing-probation-eligibility",),
    mutations=(
        Mutation("parole-too", "neighbouring list", {"named": ("restriction", "conditional", "parole")}),
        Mutation("restriction-alone", "exception ignored", {"named": ("restriction",)}),
    ),
)  # fmt: skip
def sentencing_probation(f: ControlGround, n: Grounds) -> Condition:
    """Law 15(1): restriction of liberty and conditional sentence, no one else."""
    return because("probation-law/15/1", "sentencing-covers", is_one_of(f.ground, *n.named), "ground")


class Executors(NamedTuple):
    """Whom the police and the institution follow; all others are with the probation service."""

    police: tuple[str, ...] = ("parole",)
    institution: tuple[str, ...] = ("illness",)
    nobody: tuple[str, ...] = ("full-term",)


_POLICE_WAYS = (
    Mutation("parole-by-service", "neighbouring list", {"police": ()}),
    Mutation("conditional-by-police", "neighbouring list", {"police": ("parole", "conditional")}),
)


def _body(f: ControlGround, n: Executors, where: str, only: tuple[str, ...]) -> Answer:
    if isinstance(f.ground, Unknown):
        return Answer(UNKNOWN, because(where, "control-ground-unknown", Truth.UNKNOWN, "ground"))
    if f.ground not in only or f.ground in n.nobody:
        return Answer("not-named", because(where, "executor-not-named", YES, "ground"))
    body = "police" if f.ground in n.police else "probation-service"
    if f.ground in n.institution:
        body = "institution-administration"
    return Answer(body, because(where, f"executor-{body}", YES, "ground"))


@rule(
    "executor-code", facts=ControlGround, on="day", edition="cec@2025-09", value="body", numbers=Executors(),
    norms=("s-cec-24-executors",), provisions=("cec/24",), mutations=_POLICE_WAYS,
)  # fmt: skip
def executor(f: ControlGround, n: Executors) -> Answer:
    """CEC 24: the body that carries out the measure."""
    return _body(f, n, "cec/24", _GROUNDS)


@rule(
    "executor-law", facts=ControlGround, on="day", edition="probation-law@2022-03", value="body", numbers=Executors(),
    norms=("sentencing-probation-eligibility",), provisions=("probation-law/15/1", "probation-law/17/2"),
    mutations=_POLICE_WAYS,
)  # fmt: skip
def executor_in_the_law(f: ControlGround, n: Executors) -> Answer:
    """Law 15(1), 17(2): the service for sentencing probation, the police for parole; silent on the rest."""
    where = "probation-law/17/2" if f.ground == "parole" else "probation-law/15/1"
    return _body(f, n, where, ("restriction", "conditional", "parole"))


@decision(
    "who-controls", facts=ControlGround, joins=("executor-law", "executor-code"), value="body",
    norms=("sentencing-probation-eligibility", "s-cec-24-executors"),
)  # fmt: skip
def who_controls(f: ControlGround) -> Answer:
    """Who follows the person? The Law where it speaks, the code for every other measure."""
    law, code = ask("executor-law", f), ask("executor-code", f)
    value: Any = code.value if law.value == "not-named" else law.value
    return Answer(value, Condition("list", _said(value), parts=(law.condition, code.condition)))


def _said(value: object) -> Truth:
    return Truth.UNKNOWN if isinstance(value, Unknown) else YES


class Routes(NamedTuple):
    """Where the materials go by regime."""

    restriction: str = "cec/68/2"
    conditional: str = "cec/176/2"


@rule(
    "materials-route", facts=ControlGround, on="day", edition="cec@2022-03", value="place", numbers=Routes(),
    norms=("s-cec-23-consequences",), provisions=("cec/23",),
    mutations=(
        Mutation("same-for-both", "neighbouring list", {"conditional": "cec/68/2"}),
        Mutation("extension-first", "neighbouring list", {"restriction": "cec/176/2"}),
    ),
)  # fmt: skip
def route(f: ControlGround, n: Routes) -> Answer:
    """CEC 23: materials go to court under art. 68(2) or art. 176(2)."""
    if isinstance(f.ground, Unknown):
        return Answer(UNKNOWN, because("cec/23", "control-ground-unknown", Truth.UNKNOWN, "ground"))
    place = {"restriction": n.restriction, "conditional": n.conditional}.get(f.ground, "outside")
    return Answer(place, because("cec/23", "route-outside" if place == "outside" else "route-named", YES, "ground"))


@facts_class("control-complaint")
class Complaint:
    """A complaint against a decision on serving a punishment."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    law_suspends: Maybe[bool] = fact("bool")


class Effect(NamedTuple):
    """Whether a complaint alone stops the decision."""

    alone: bool = False


@rule(
    "complaint-suspends", facts=Complaint, on="day", edition="cec@2025-09", numbers=Effect(),
    norms=("s-cec-10-14-27-complaints",), provisions=("cec/14/7",),
    mutations=(Mutation("always-suspends", "exception ignored", {"alone": True}),),
)  # fmt: skip
def suspends(f: Complaint, n: Effect) -> Condition:
    """CEC 14(7): a complaint does not stop the decision unless the law says so."""
    says = YES if n.alone else is_true(f.law_suspends)
    return because("cec/14/7", "law-suspends", says, "law_suspends")


_CODE = "cec@2025-09"
listed(
    "complaint-addressees", provision="cec/14/1", edition=_CODE, also=("cec/27/2",),
    norms=("s-cec-10-14-27-complaints",),
    items=("control-higher-bodies", "court", "prosecutor", "control-state-bodies", "control-associations"),
    wrongly="control-employer",
)  # fmt: skip
listed(
    "convict-general-duties", provision="cec/11/1", edition=_CODE, norms=("s-cec-11-duties",),
    items=("control-obey", "control-come-when-summoned", "control-stay-in-country", "control-genome"),
    wrongly="control-night-at-home",
)  # fmt: skip
acts_here(
    "probation-rules-approved-by", provision="cec/16/1", edition=_CODE, body="mvd", instead="probation-service",
    norms=("s-cec-16-18-competence",),
)  # fmt: skip
acts_here(
    "control-help-organised-by", provision="cec/18", edition="cec@2022-03", body="local-executive-body",
    instead="probation-service", norms=("s-cec-16-18-competence",),
)  # fmt: skip
acts_here(
    "control-length-set-by", provision="probation-law/15/2", edition="probation-law@2020-01", body="court",
    instead="probation-service", norms=("sentencing-probation-duration", "s-cec-19-control-who"),
)  # fmt: skip
listed(
    "supervised-duties", provision="probation-law/15/3", edition="probation-law@2020-01",
    norms=("supervised-comply-with-order", "supervised-appear-on-set-days", "supervised-written-notice-of-change",
           "supervised-other-duties"),
    items=("control-register-in-ten-days", "control-keep-order", "control-come-on-set-days", "control-tell-in-writing",
           "control-other-duties"),
    wrongly="control-officer-duty",
)  # fmt: skip
