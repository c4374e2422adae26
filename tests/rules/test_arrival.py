"""After a sentence arrives: each duty with its last day, provision and edition, as far as its event is known."""

from datetime import date
from typing import Any

import pytest

from rules.facts import read
from rules.findings import Finding, evaluate
from rules.registry import find
from rules.truth import Truth
from tests.rules.law_tables import rows

DECISION = "after-sentence-arrives"
DAYS = {"start_day": "2025-11-03", "effective_day": "2025-10-30", "came_day": "2025-11-03", "day": "2025-11-05",
        "serving_day": "2025-11-06", "passed_day": "2025-11-06", "ready_day": "2025-11-07"}  # fmt: skip
LAST = {
    "control-data-entry": (date(2025, 11, 4), "order-511/4/1", "order-511@733"),
    "registration-last-day": (date(2025, 11, 9), "probation-law/15/3/1", "probation-law@2022-06"),
    "control-card": (date(2025, 11, 6), "order-511/4/3", "order-511@733"),
    "control-court-notice": (date(2025, 11, 7), "order-511/4/2", "order-511@733"),
    "control-special-records": (date(2025, 11, 12), "order-511/8", "order-511@733"),
    "control-start-notice": (date(2025, 11, 10), "cec/27/3", "cec@2025-09"),
    "works-summons": (date(2025, 11, 13), "order-511/12", "order-511@733"),
    "works-start": (date(2025, 11, 13), "cec/57/2", "cec@2025-09"),
    "works-local-notice": (date(2025, 11, 13), "cec/62/1/1", "cec@2025-09"),
    "corrective-start": (date(2025, 11, 18), "cec/52/2", "cec@2025-09"),
    "corrective-employer-papers": (date(2025, 11, 7), "order-511/27-31", "order-511@733"),
    "ban-dismissal": (date(2025, 11, 11), "cec/72-75", "cec@2025-09"),
    "deferral-registration": (date(2025, 11, 6), "cec/163/8", "cec@2025-09"),
    "deferral-guardianship": (date(2025, 11, 5), "order-511/89", "order-511@733"),
}
KINDS = ("restriction", "conditional", "community-service", "corrective-labour", "ban", "deferral")


def told(**given: Any) -> Finding:
    return evaluate(DECISION, read(find(DECISION).facts, given))


@pytest.mark.parametrize("kind", KINDS)
def test_each_duty_has_its_last_day_with_provision_and_edition(kind: str) -> None:
    finding = told(punishment=kind, minor=True, **DAYS)
    shown = {step.rule: (step.slots.get("day"), step.provision, step.edition) for step in finding.steps}
    assert {rule: shown[rule] for rule in finding.value if rule in LAST} == {
        rule: last for rule, last in LAST.items() if rule in finding.value
    }  # fmt: skip
    assert set(finding.value) == set(shown) - {DECISION}


def test_every_term_of_the_lists_is_looked_at_here() -> None:
    dated = {rule for rule in find(DECISION).joins if find(rule).value == "day"}
    assert dated == set(LAST)


def test_a_duty_whose_event_is_not_known_stays_in_the_list_without_a_day() -> None:
    finding = told(punishment="community-service", start_day="2025-11-03")
    steps = {step.rule: step for step in finding.steps}
    assert steps["works-summons"].slots["day"] == date(2025, 11, 13)
    assert steps["control-court-notice"].truth is Truth.UNKNOWN
    assert steps["control-court-notice"].facts == ("day",)
    assert finding.decided and finding.value == told(punishment="community-service", **DAYS).value


def test_a_term_with_two_wordings_names_no_edition_while_its_day_is_unknown() -> None:
    unknown = [step for step in told(punishment="community-service").steps if step.sentence == "after-sentence-event"]
    assert {step.provision for step in unknown} == {"order-511/12", "cec/62/1/1"}


def test_the_local_body_told_at_once_before_the_new_code_and_in_five_working_days_since() -> None:
    before = told(punishment="community-service", passed_day="2025-09-15")
    since = told(punishment="community-service", passed_day="2025-09-16")
    day = [next(s for s in one.steps if s.rule == "works-local-notice").slots["day"] for one in (before, since)]
    assert day == [date(2025, 9, 15), date(2025, 9, 23)]


def test_age_matters_to_those_under_probation_control_alone() -> None:
    for kind in KINDS:
        missing = {one.fact for one in told(punishment=kind, **DAYS).missing}
        assert missing == ({"minor"} if kind in ("restriction", "conditional") else set())


def test_every_punishment_has_a_row() -> None:
    said = {row.read().punishment for row in rows() if row.rule == DECISION}
    assert set(KINDS) <= said
