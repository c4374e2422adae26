"""Unknown facts, by property: decided means the same however they are filled, undecided means that they matter."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.facts import FactSpec, contradictions, read, samples, spec_of
from rules.findings import REFUSALS, evaluate
from rules.pretrial.persons import Request
from rules.registry import Rule, all_rules
from rules.truth import UNKNOWN, Truth, Unknown
from tests.rules.law_tables import outcome, rows

pytestmark = pytest.mark.thorough

RULES = tuple(all_rules().values())
OPEN = {rule.id: tuple(missing.fact for missing in evaluate(rule.id, rule.facts()).missing) for rule in RULES}
READING = tuple(rule for rule in RULES if OPEN[rule.id])
MOST_UNKNOWN = 3
AUTUMN = st.dates(date(2025, 10, 1), date(2025, 12, 5))


def values_of(spec: FactSpec, told: Any) -> st.SearchStrategy[object]:
    known = st.sampled_from(samples(spec, told))
    return known | AUTUMN if spec.kind == "day" else known


@st.composite
def partly_told(draw: st.DrawFn, rule: Rule) -> Any:
    """Facts of the rule's class, none contradicting another, of which a few that can matter are unknown."""
    told = rule.facts()
    for spec in rule.facts.SPECS:
        changed = dataclasses.replace(told, **{spec.name: draw(values_of(spec, told))})
        told = told if contradictions(changed) else changed
    hidden = draw(st.sets(st.sampled_from(OPEN[rule.id]), min_size=1, max_size=MOST_UNKNOWN))
    return dataclasses.replace(told, **dict.fromkeys(hidden, UNKNOWN))


def fillings(rule: Rule, told: Any) -> Iterator[Any]:
    """Every way of filling the unknown facts that can matter; what contradicts the others stays unknown."""
    names = [name for name in OPEN[rule.id] if isinstance(getattr(told, name), Unknown)]
    for way in product(*(samples(spec_of(told, name), told) for name in names)):
        filled = dataclasses.replace(told, **dict(zip(names, way, strict=True)))
        faulty = {fault.field for fault in contradictions(filled)}
        if faulty <= set(names):
            yield dataclasses.replace(filled, **dict.fromkeys(faulty, UNKNOWN))


def answers(rule: Rule, told: Any) -> dict[Any, str]:
    """What the rule answers for each filling that it does not refuse and that leaves nothing open."""
    found = {filled: outcome(rule.id, filled) for filled in fillings(rule, told)}
    return {f: said for f, said in found.items() if said != "undecided" and not said.startswith("refused")}


@pytest.mark.parametrize("rule", READING, ids=lambda rule: rule.id)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_decided_means_the_same_under_all_fillings_and_undecided_means_that_they_differ(
    rule: Rule, data: st.DataObject
) -> None:
    told = data.draw(partly_told(rule))
    said = outcome(rule.id, told)
    assume(not said.startswith("refused"))
    results = set(answers(rule, told).values())
    assume(results)
    if said == "undecided":
        assert len(results) > 1
    else:
        assert results == {said}


@pytest.mark.parametrize("rule", READING, ids=lambda rule: rule.id)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_the_missing_facts_are_all_that_matter_and_only_those(rule: Rule, data: st.DataObject) -> None:
    told = data.draw(partly_told(rule))
    said = outcome(rule.id, told)
    assume(not said.startswith("refused"))
    found = answers(rule, told)
    assume(found)
    mattering = {name for name in OPEN[rule.id] if depends_on(name, found)}
    assert {missing.fact for missing in evaluate(rule.id, told).missing} == mattering


def depends_on(name: str, found: dict[Any, str]) -> bool:
    """Whether two fillings that differ in this fact alone have different answers."""
    groups: dict[Any, set[str]] = {}
    for filled, result in found.items():
        groups.setdefault(dataclasses.replace(filled, **{name: UNKNOWN}), set()).add(result)
    return any(len(results) > 1 for results in groups.values())


@pytest.mark.parametrize("row", [row for row in rows() if row.result == "undecided"], ids=lambda row: row.name)
def test_an_undecided_result_says_what_follows_for_each_value(row: Any) -> None:
    told = row.read()
    for missing in evaluate(row.rule, told).missing:
        for value, follows in missing.outcomes:
            then = evaluate(row.rule, dataclasses.replace(told, **{missing.fact: value})).value
            assert isinstance(follows, Unknown) or then == follows


def test_an_unknown_child_age_matters_to_a_mother_but_not_under_custody() -> None:
    mother = {"application_day": "2025-11-03", "status": "suspect", "sex": "female", "born": "1990-01-01",
              "disability": "false", "pregnant": "false", "has_child": "true", "raises_child": "true",
              "measure": "none", "agrees": "true", "form": "written"}  # fmt: skip
    open_ = evaluate("pretrial-probation", read(Request, mother))
    assert [missing.fact for missing in open_.missing] == ["child_born"]
    assert {follows for _, follows in open_.missing[0].outcomes} == {Truth.YES, Truth.NO}
    assert evaluate("pretrial-probation", read(Request, {**mother, "measure": "custody"})).value is Truth.NO


def test_a_pregnant_person_of_unknown_sex_is_a_woman() -> None:
    told = Request(application_day=date(2025, 11, 3), status="accused", pregnant=True)
    assert evaluate("pretrial-list-law", told).value is Truth.YES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@given(day=st.dates(date(2012, 1, 1), date(2030, 12, 31)))
@settings(max_examples=25, deadline=None)
def test_every_day_is_answered_or_refused_by_name(rule: Rule, day: date) -> None:
    days = {spec.name: day for spec in rule.facts.SPECS if spec.kind == "day" and not spec.name.endswith("born")}
    told = rule.facts(**days)
    assume(not contradictions(told))
    try:
        finding = evaluate(rule.id, told)
    except REFUSALS as refusal:
        assert str(refusal)
    else:
        assert finding.decided or finding.missing


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_fact_has_samples_that_can_be_read_back(rule: Rule) -> None:
    for spec in rule.facts.SPECS:
        assert samples(spec, rule.facts())
        for value in samples(spec, rule.facts()):
            assert getattr(read(rule.facts, {spec.name: value, **needed(spec.name)}), spec.name) == value


def needed(name: str) -> dict[str, object]:
    """Facts without which a sample of this one would contradict nothing but itself."""
    return {"disability": True} if name == "disability_group" else {}
