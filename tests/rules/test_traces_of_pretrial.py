"""Traces of the pre-trial rules: no untrue doubt, no star on a mere fact of the story, one sentence for one measure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules.findings import Finding, evaluate
from rules.pretrial.application import Request
from rules.pretrial.delivery import Report
from rules.pretrial.ending import Discontinuance
from rules.pretrial.minors import Minor
from rules.pretrial.psycho_social_test import PsychoSocialTest
from rules.truth import Truth

DAY = date(2025, 11, 6)


def request(**facts: Any) -> Request:
    """An accused man of 64 without disability who raises no child, with some facts turned."""
    told: dict[str, Any] = {
        "application_day": DAY, "status": "accused", "sex": "male", "born": date(1961, 2, 3), "disability": False,
        "raises_child": False, "raises_alone": False, "measure": "none", "agrees": True, "form": "written",
    }  # fmt: skip
    return Request(**{**told, **facts})


def sentences(finding: Finding, *, deciding: bool = False) -> set[str]:
    return {step.sentence for step in finding.steps if step.decides or not deciding}


@pytest.mark.parametrize("rule", ["pretrial-list-law", "pretrial-list-order"])
def test_nobody_asks_for_the_age_of_a_child_that_is_not_there(rule: str) -> None:
    assert "child-under-limit" not in sentences(evaluate(rule, request()))
    woman = request(sex="female", pregnant=False, has_child=False, born=date(1990, 1, 1))
    assert "child-under-limit" not in sentences(evaluate(rule, woman))


def test_the_age_of_a_child_is_still_asked_for_where_there_is_one() -> None:
    father = request(born=date(1990, 5, 14), raises_child=True, raises_alone=True)
    finding = evaluate("pretrial-list-law", father)
    assert [missing.fact for missing in finding.missing] == ["child_born"]


def test_the_sex_of_a_person_decides_a_yes_and_never_a_no() -> None:
    old = evaluate("pretrial-list-law", request())
    young = evaluate("pretrial-list-law", request(born=date(1990, 5, 14)))
    assert (old.value, young.value) == (Truth.YES, Truth.NO)
    assert "is-a-man" in sentences(old, deciding=True)
    assert "is-a-man" in sentences(young) - sentences(young, deciding=True)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [("oral", "written-application"), ("none", "no-application"), ("written", "written-application")],
)
def test_no_application_is_not_told_as_an_oral_one(form: str, sentence: str) -> None:
    assert sentences(evaluate("pretrial-written-application", request(form=form))) == {sentence}


@pytest.mark.parametrize(
    ("measure", "sentence"), [("custody", "in-custody"), ("house-arrest", "under-house-arrest"),
                              ("other", "no-barring-measure")]
)  # fmt: skip
def test_each_barring_measure_has_a_sentence_of_its_own(measure: str, sentence: str) -> None:
    assert sentences(evaluate("pretrial-bar", request(measure=measure))) == {sentence}


@pytest.mark.parametrize("facts", [{"discontinued": True, "stage": "trial"}, {"discontinued": False}])
def test_where_the_norm_does_not_reach_nothing_is_allowed_by_it(facts: dict[str, Any]) -> None:
    finding = evaluate("pretrial-going-on-lawful", Discontinuance(day=DAY, continues=True, **facts))
    assert finding.value == "not-covered"
    assert sentences(finding) >= {"norm-does-not-cover"}


def test_an_unknown_stage_leaves_open_whether_the_norm_reaches() -> None:
    for continues in (True, False):
        finding = evaluate("pretrial-going-on-lawful", Discontinuance(day=DAY, discontinued=True, continues=continues))
        assert not finding.decided
        assert [missing.fact for missing in finding.missing] == ["stage"]


def test_an_afternoon_is_remarked_in_the_verdict_on_a_test_and_breaks_nothing() -> None:
    told = PsychoSocialTest(
        day=DAY, minutes=45, half="second", tester="legal", agrees=True, aim_explained=True, language_chosen=True
    )
    finding = evaluate("test-lawful", told)
    remark = next(step for step in finding.steps if step.sentence == "test-second-half")
    assert (finding.value, remark.convention, remark.decides) == (Truth.NO, "C7", False)


def test_the_age_of_a_paroled_minor_stands_where_the_police_are_named() -> None:
    finding = evaluate("minor-controller", Minor(day=DAY, born=date(2008, 5, 6), ground="parole"))
    assert finding.value == "police"
    assert {step.provision for step in finding.steps} == {"probation-law/19/2"}


def test_two_readings_of_one_convention_can_be_told_apart() -> None:
    readings = evaluate("report-last-day", Report(trial_day=date(2025, 11, 6))).readings
    assert dict(readings) == {date(2025, 11, 3): "C6", date(2025, 11, 2): "C6:day-off"}


def test_a_day_between_two_editions_that_are_held_needs_no_notice() -> None:
    told = Request(
        application_day=date(2025, 10, 10), applicant="person", sex="female", pregnant=True, status="suspect"
    )
    assert evaluate("pretrial-applicant-order", told).notices == ()
    assert evaluate("pretrial-list-order", told).notices == ()


def test_the_press_is_named_only_where_the_wording_is_of_that_edition() -> None:
    told = Request(application_day=DAY, applicant="lawyer")
    assert evaluate("pretrial-applicant-order", told).notices == ()
    ended = Discontinuance(day=DAY, discontinued=True, stage="investigation")
    assert evaluate("pretrial-ends-order", ended).notices == ()
    assert [n.key for n in evaluate("pretrial-list-order", request()).notices] == ["first_day_third_party"]
