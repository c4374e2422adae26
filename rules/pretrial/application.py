"""Who may have pre-trial probation, how it begins and what bars it (Law 13; order 511 paras 98, 99)."""

from __future__ import annotations

from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.pretrial.persons import LAW, ORDER
from rules.pretrial.persons import Request as Request
from rules.registry import Answer, Mutation, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Truth, Unknown, is_one_of, is_true, known, opposite


class Barring(NamedTuple):
    """Measures of restraint under which there is no pre-trial probation."""

    measures: tuple[str, ...] = ("house-arrest", "custody")


class Forms(NamedTuple):
    """Forms of application that start pre-trial probation."""

    forms: tuple[str, ...] = ("written",)


_BARRED = {"custody": "in-custody", "house-arrest": "under-house-arrest"}


@rule(
    "pretrial-bar", facts=Request, on="application_day", edition="probation-law@2020-01", numbers=Barring(),
    norms=("pretrial-custody-bar",), provisions=("probation-law/13/1/last",),
    mutations=(
        Mutation("house-arrest-allowed", "exception ignored", {"measures": ("custody",)}),
        Mutation("custody-allowed", "exception ignored", {"measures": ("house-arrest",)}),
        Mutation("any-measure-bars", "neighbouring list", {"measures": ("house-arrest", "custody", "other")}),
    ),
)  # fmt: skip
def bar(f: Request, n: Barring) -> Condition:
    """Law 13(1), last part: none under house arrest or remand in custody. Yes: not barred."""
    free = opposite(is_one_of(f.measure, *n.measures))
    own = _BARRED.get(f.measure, "") if free is NO and not isinstance(f.measure, Unknown) else ""
    return because(f"{LAW}/13/1/last", own or "no-barring-measure", free, "measure")


class Consent(NamedTuple):
    """Whether the person must agree."""

    needed: bool = True


@rule(
    "pretrial-voluntary", facts=Request, on="application_day", edition="probation-law@2020-01",
    numbers=Consent(), norms=("pretrial-voluntary-basis",), provisions=("probation-law/13/1",),
    mutations=(Mutation("consent-not-needed", "exception ignored", {"needed": False}),),
)  # fmt: skip
def voluntary(f: Request, n: Consent) -> Condition:
    """Law 13(1): it rests on free will; without agreement it is not applied and does not go on."""
    free = is_true(f.agrees) if n.needed else YES
    return because(f"{LAW}/13/1", "voluntary", free, "agrees")


@rule(
    "pretrial-written-application", facts=Request, on="application_day", edition="probation-law@2020-01",
    numbers=Forms(), norms=("pretrial-written-application-start",), provisions=("probation-law/13/2",),
    mutations=(Mutation("oral-is-enough", "exception ignored", {"forms": ("written", "oral")}),),
)  # fmt: skip
def written_application(f: Request, n: Forms) -> Condition:
    """Law 13(2): a written application; an oral one starts nothing."""
    sentence = "no-application" if f.form == "none" else "written-application"
    return because(f"{LAW}/13/2", sentence, is_one_of(f.form, *n.forms), "form")


@rule(
    "pretrial-start", facts=Request, on="application_day", edition="probation-law@2020-01", value="day",
    numbers=Forms(), norms=("pretrial-written-application-start",), provisions=("probation-law/13/2",),
    mutations=(Mutation("oral-starts-it", "exception ignored", {"forms": ("written", "oral")}),),
)  # fmt: skip
def start(f: Request, n: Forms) -> Answer:
    """Law 13(2): it starts with the written application of the person; `no-day` where the form is another."""
    written = written_application(f, n)
    if written.truth is NO:
        return Answer("no-day", written)
    day, dated = f.application_day, known(f.application_day, lambda day: True)
    begins = because(f"{LAW}/13/2", "starts-with-application", dated, "application_day", day=day)
    whole = all_of(written, begins)
    return Answer(f.application_day if whole.truth is YES else UNKNOWN, whole)


_BY_THE_RULES = ("person", "lawyer", "representative")


class Applicants(NamedTuple):
    """Those whose application is enough."""

    who: tuple[str, ...] = ("person",)


@rule(
    "pretrial-applicant-law", facts=Request, on="application_day", edition="probation-law@2020-01",
    numbers=Applicants(), norms=("pretrial-written-application-start",), provisions=("probation-law/13/2",),
    mutations=(Mutation("representative-too", "neighbouring list", {"who": _BY_THE_RULES}),),
)  # fmt: skip
def applicant_in_the_law(f: Request, n: Applicants) -> Condition:
    """Law 13(2) names the application of the person."""
    return because(f"{LAW}/13/2", "person-applies", is_one_of(f.applicant, *n.who), "applicant")


@rule(
    "pretrial-applicant-order", facts=Request, on="application_day", edition="order-511@602",
    numbers=Applicants(_BY_THE_RULES), norms=("s-511-99-102",), provisions=("order-511/99",),
    mutations=(Mutation("person-alone", "neighbouring list", {"who": ("person",)}),),
)  # fmt: skip
def applicant_in_the_order(f: Request, n: Applicants) -> Condition:
    """Order 511 para 99: the report starts from the application of the person, lawyer or representative."""
    named = is_one_of(f.applicant, *n.who)
    return because(f"{ORDER}/99", "person-lawyer-or-representative", named, "applicant")


@decision(
    "pretrial-list", facts=Request, joins=("pretrial-list-law", "pretrial-list-order"),
    norms=("pretrial-probation-eligibility", "pretrial-probation-eligibility-rules-98"),
)  # fmt: skip
def on_the_list(f: Request) -> Answer:
    """Is the person on the list? Law and order side by side; where they differ either reading is named."""
    law, order = use("pretrial-list-law", f), use("pretrial-list-order", f)
    return _joined(law, order, "order-511/98")


@decision(
    "pretrial-applicant", facts=Request, joins=("pretrial-applicant-law", "pretrial-applicant-order"),
    norms=("s-511-99-102", "pretrial-written-application-start"),
)  # fmt: skip
def may_apply(f: Request) -> Answer:
    """May this applicant start it? The Law names the person, order 511 also lawyer and representative."""
    law, order = use("pretrial-applicant-law", f), use("pretrial-applicant-order", f)
    return _joined(law, order, "order-511/99")


def _joined(law: Condition, order: Condition, order_place: str) -> Answer:
    """Both texts in the trace; where they differ the Law is followed (C8) and the order is a reading."""
    differ = Truth.UNKNOWN not in (law.truth, order.truth) and law.truth is not order.truth
    says = (because("", "law-prevails", law.truth, convention="C8"),) if differ else ()
    value: object = UNKNOWN if law.truth is Truth.UNKNOWN else law.truth
    whole = Condition("all" if law.truth is NO else "any", law.truth, parts=(law, order, *says))
    return Answer(value, whole, ((order.truth, order_place),) if differ else ())


@decision(
    "pretrial-probation", facts=Request,
    joins=("pretrial-list", "pretrial-bar", "pretrial-voluntary", "pretrial-written-application"),
    norms=("pretrial-probation-eligibility", "pretrial-custody-bar", "pretrial-voluntary-basis"),
)  # fmt: skip
def pretrial_probation(f: Request) -> Answer:
    """May pre-trial probation be carried out? List, bar, free will and written application together."""
    listed = on_the_list(f)
    whole = all_of(listed.condition, use("pretrial-bar", f), use("pretrial-voluntary", f),
                   use("pretrial-written-application", f))  # fmt: skip
    value: object = UNKNOWN if whole.truth is Truth.UNKNOWN else whole.truth
    if not listed.readings:
        return Answer(value, whole)
    other = all_of(Condition("all", YES if listed.condition.truth is NO else NO), *whole.parts[1:])
    readings = ((other.truth, "order-511/98"),) if other.truth is not whole.truth else ()
    return Answer(value, whole, readings)
