"""Which body does what in pre-trial probation (Law 8-10, 13, 17, 19; order 90)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, ask, decision, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown

_LAW = "probation-law"
PLACES = {
    "keep-register": f"{_LAW}/9/2/1",
    "establish-circumstances": f"{_LAW}/9/2/2",
    "explain-assistance": f"{_LAW}/9/2/4",
    "prepare-report": f"{_LAW}/9/2/5",
    "request-information": f"{_LAW}/9/2/9",
    "give-assistance": f"{_LAW}/10",
    "approve-methods": f"{_LAW}/8/1/3",
    "prevent-offences": f"{_LAW}/8/3",
    "end-pretrial": f"{_LAW}/13/5",
    "supervise-parolee": f"{_LAW}/17/2",
    "supervise-sentenced-minor": f"{_LAW}/19/1",
    "supervise-paroled-minor": f"{_LAW}/19/2",
}
TEST = "conduct-test"
SERVICE, POLICE, LOCAL = "probation-service", "police", "local-executive-body"


@facts_class("competence")
class Task:
    """A task that some body has to do on a day."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    task: Maybe[str] = fact("choice", *PLACES, TEST)


class Bodies(NamedTuple):
    """The body for each task of the Law."""

    keep_register: str = SERVICE
    establish_circumstances: str = SERVICE
    explain_assistance: str = SERVICE
    prepare_report: str = SERVICE
    request_information: str = SERVICE
    give_assistance: str = LOCAL
    approve_methods: str = "mvd"
    prevent_offences: str = POLICE
    end_pretrial: str = SERVICE
    supervise_parolee: str = POLICE
    supervise_sentenced_minor: str = SERVICE
    supervise_paroled_minor: str = POLICE


@rule(
    "competence-law", facts=Task, on="day", edition="probation-law@2022-03", value="body", numbers=Bodies(),
    norms=("s-law-7-11-subjects", "probation-control-performers", "socio-legal-help-performers",
           "minor-control-by-probation-service", "minor-control-by-police", "pretrial-report-information-requests",
           "s-law-17-post", "parolee-control-by-police", "law-probation-control-bodies"),
    provisions=(f"{_LAW}/7", *PLACES.values()),
    mutations=(
        Mutation("service-gives-assistance", "neighbouring list", {"give_assistance": SERVICE}),
        Mutation("court-prepares-report", "neighbouring list", {"prepare_report": "court"}),
        Mutation("investigator-ends", "neighbouring list", {"end_pretrial": "investigator"}),
        Mutation("service-supervises-parolee", "repealed edition", {"supervise_parolee": SERVICE}),
    ),
)  # fmt: skip
def body_by_law(f: Task, n: Bodies) -> Answer:
    """Law 8-10, 13, 17, 19: the body that the Law names for the task; none for a task it does not name."""
    if isinstance(f.task, Unknown):
        return Answer(UNKNOWN, because(f"{_LAW}/7", "competence-unknown", Truth.UNKNOWN, "task"))
    if f.task == TEST:
        return Answer("not-named", because(f"{_LAW}/8/1/3", "test-by-method", YES, "task"))
    body: str = getattr(n, f.task.replace("-", "_"))
    return Answer(body, because(PLACES[f.task], f"competence-{f.task}", YES, "task"))


class Testers(NamedTuple):
    """Who conducts the psycho-social test."""

    body: str = "psychologist-or-teacher"


@rule(
    "competence-test", facts=Task, on="day", edition="order-90@307", value="body", numbers=Testers(),
    norms=("psych-test-qualified-tester",), provisions=("order-90/test/6",),
    mutations=(Mutation("service-tests", "neighbouring list", {"body": SERVICE}),),
)  # fmt: skip
def body_for_the_test(f: Task, n: Testers) -> Answer:
    """Order 90, test, para 6: persons with psychological or pedagogical education."""
    return Answer(n.body, because("order-90/test/6", "competence-conduct-test", YES))


@decision(
    "competence", facts=Task, joins=("competence-law", "competence-test"), value="body",
    norms=("s-law-7-11-subjects", "psych-test-qualified-tester"),
)  # fmt: skip
def body(f: Task) -> Answer:
    """Which body does the task: order 90 for the test, the Law for everything else."""
    return ask("competence-test", f) if f.task == TEST else ask("competence-law", f)
