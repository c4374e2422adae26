"""The registry of rules: what it refuses, and what every rule owes to acts, provisions and conventions."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from rules import acts, registry
from rules.conditions import Step
from rules.facts import FactFaults, classes, facts_class, read
from rules.findings import REFUSALS, evaluate
from rules.mutations import Mutation
from rules.pretrial.persons import Request
from rules.pretrial.psycho_social_test import PsychoSocialTest
from rules.registry import UnknownRule, all_rules, find, joined
from rules.truth import Truth
from tests.rules.law_tables import rows

RULES = tuple(all_rules().values())
CONVENTIONS = tomllib.loads((Path(acts.__file__).parent / "conventions.toml").read_text("utf-8"))
# The word for disability changed in 2022, not who is meant.
SAME_MEANING = {("pretrial-list-law", "probation-law/13/1/2", "probation-law@2022-06")}


def steps() -> list[Step]:
    found: list[Step] = []
    for row in rows():
        try:
            found += evaluate(row.rule, row.read()).steps
        except REFUSALS:
            continue
    return found


def test_two_versions_from_one_edition_are_refused() -> None:
    version = find("pretrial-bar").versions[0]
    again = registry.rule("pretrial-bar", facts=Request, on="application_day", edition=version.edition, provisions=())
    with pytest.raises(ValueError, match="two versions stand on one day"):
        again(version.body)


def test_a_version_of_another_act_is_refused() -> None:
    body = find("pretrial-bar").versions[0].body
    other = registry.rule("pretrial-bar", facts=Request, on="application_day", edition="order-511@733", provisions=())
    with pytest.raises(ValueError, match="two versions"):
        other(body)


def test_a_decision_that_stands_twice_is_refused() -> None:
    again = registry.decision("pretrial-list", facts=Request, joins=())
    with pytest.raises(ValueError, match="stands twice"):
        again(find("pretrial-list").versions[0].body)


def test_a_facts_class_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        facts_class("request")(type("Again", (), {"__annotations__": {}}))
    assert classes()["request"] is Request


def test_editions_of_an_act_that_overlap_are_refused() -> None:
    raw = {"kind": "law", "unit": "article", "number": 1, "short": {}, "title": {}, "address": ""}
    day = {"checked_until": date(2026, 1, 1), "read": "mirror", "read_on": date(2026, 1, 1)}
    spans = [[date(2020, 1, 1), date(2020, 3, 1)], [date(2020, 2, 1), date(2020, 4, 1)]]
    editions = [{"id": str(n), "first": span, **day} for n, span in enumerate(spans)]
    with pytest.raises(ValueError, match="overlap"):
        acts._act("test-law", {**raw, "adopted": date(2020, 1, 1), "editions": editions})


def test_every_provision_of_a_rule_is_held_and_of_its_act() -> None:
    for rule in RULES:
        for provision in rule.provisions:
            assert acts.provisions()[provision].act == rule.act, rule.id


def test_a_rule_with_provisions_stands_on_no_text_read_by_third_parties_alone() -> None:
    assert [r.id for r in RULES if any(acts.provisions()[p].draft for p in r.provisions)] == []


def test_a_new_wording_of_a_provision_has_a_version_of_its_rule() -> None:
    left = set()
    for rule in RULES:
        order = [edition.key for edition in acts.acts()[rule.act].editions] if rule.act else []
        versions = {version.edition for version in rule.versions}
        for provision in rule.provisions:
            keys = {f"{rule.act}@{wording.edition}" for wording in acts.provisions()[provision].wordings}
            later = {key for key in keys if order.index(key) > min(map(order.index, versions))}
            left |= {(rule.id, provision, key) for key in later - versions}
    assert left == SAME_MEANING


def test_every_step_names_its_provision_and_the_edition_of_its_act() -> None:
    for step in steps():
        if not step.provision:
            assert step.convention == "C8"
            continue
        assert step.provision in acts.provisions()
        if find(step.rule).act:
            assert step.edition.partition("@")[0] == step.provision.partition("/")[0] == find(step.rule).act


def test_the_steps_of_a_rule_stand_in_the_provisions_it_names() -> None:
    loose = {(s.rule, s.provision) for s in steps() if s.rule and find(s.rule).act}
    assert {(rule, place) for rule, place in loose if place not in find(rule).provisions} == set()


def test_every_convention_of_a_step_or_reading_is_numbered() -> None:
    named = {part for step in steps() for part in step.convention.split()}
    named |= {part for rule in RULES for other in rule.otherwise for part in other.convention.split()}
    assert named <= set(CONVENTIONS)
    assert {"C1", "C2", "C3", "C6", "C7", "C8"} <= named


def test_a_decision_names_every_rule_that_its_trace_shows() -> None:
    for row in rows():
        rule = find(row.rule)
        try:
            shown = {step.rule for step in evaluate(rule.id, row.read()).steps}
        except REFUSALS:
            continue
        assert shown <= {rule.id, *joined(rule.id)}


def test_a_mutation_by_edition_names_a_version_of_its_rule() -> None:
    for rule in RULES:
        editions = {version.edition for version in rule.versions}
        assert {m.edition for m in rule.mutations if m.edition} <= editions


def test_what_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownRule, match="no-such-rule"):
        evaluate("no-such-rule", Request())
    with pytest.raises(KeyError, match="no-such-way"):
        evaluate("pretrial-bar", Request(), "no-such-way")
    assert isinstance(find("pretrial-bar").mutation("custody-allowed"), Mutation)


def test_all_faults_of_facts_are_told_at_once() -> None:
    with pytest.raises(FactFaults) as told:
        read(Request, {"sex": "woman", "born": "30.02.1990", "agrees": "maybe", "shoes": "42"})
    assert {(fault.field, fault.key) for fault in told.value.faults} == {
        ("sex", "fact_not_a_choice"), ("born", "fact_not_a_day"), ("agrees", "fact_not_bool"),
        ("shoes", "fact_unknown_name"),
    }  # fmt: skip


def test_facts_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(FactFaults, match="fact_pregnant_man"):
        read(Request, {"sex": "male", "pregnant": "true"})
    with pytest.raises(FactFaults, match="fact_born_after_application"):
        read(Request, {"application_day": "2025-11-03", "child_born": "2025-11-04"})


@pytest.mark.parametrize(("minutes", "key"), [("0", "fact_out_of_range"), ("an hour", "fact_not_a_count")])
def test_a_number_outside_its_range_is_refused(minutes: str, key: str) -> None:
    with pytest.raises(FactFaults, match=key):
        read(PsychoSocialTest, {"minutes": minutes})


def test_a_day_after_the_last_check_is_answered_with_a_notice() -> None:
    late = evaluate("pretrial-bar", Request(application_day=date(2026, 7, 24), measure="none"))
    last = evaluate("pretrial-bar", Request(application_day=date(2026, 7, 23), measure="none"))
    assert late.value is Truth.YES
    assert [notice.key for notice in late.notices] == ["later_editions_not_checked"]
    assert last.notices == ()


def test_a_first_day_from_the_press_is_said_at_the_foot() -> None:
    told = Request(application_day=date(2025, 11, 3), pregnant=True, sex="female", status="accused")
    assert [n.key for n in evaluate("pretrial-list-order", told).notices] == ["first_day_third_party"]


def test_each_step_of_a_decision_carries_the_edition_of_its_own_act() -> None:
    told = Request(application_day=date(2025, 11, 3), pregnant=True, sex="female", status="accused")
    editions = {step.rule: step.edition for step in evaluate("pretrial-list", told).steps}
    assert editions == {"pretrial-list-law": "probation-law@2022-06", "pretrial-list-order": "order-511@733"}


def test_law_and_order_stand_side_by_side_where_they_differ() -> None:
    told = Request(
        application_day=date(2025, 11, 3), status="suspect", sex="female", born=date(1990, 1, 1), disability=False,
        pregnant=False, has_child=False, raises_child=True, child_born=date(2023, 10, 1),
    )  # fmt: skip
    finding = evaluate("pretrial-list", told)
    assert (finding.value, finding.readings) == (Truth.NO, ((Truth.YES, "order-511/98"),))
    assert [step.convention for step in finding.deciding if step.convention] == ["C8"]
    assert {step.rule for step in finding.steps} == {"pretrial-list-law", "pretrial-list-order", "pretrial-list"}
