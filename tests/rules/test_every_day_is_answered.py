"""Every rule and decision on every day: answered once all is told, refused by name where no wording is held."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import acts
from rules.facts import contradictions, samples
from rules.findings import REFUSALS, evaluate
from rules.registry import EventDayMissing, Rule, all_rules, answer_of, find, joined

pytestmark = pytest.mark.thorough

RULES = tuple(all_rules().values())
PLAIN = tuple(rule for rule in RULES if rule.on)
DECISIONS = tuple(rule for rule in RULES if rule.decision)
DAY = timedelta(days=1)
ANY_DAY = st.dates(date(2012, 1, 1), date(2030, 12, 31))


@st.composite
def all_told(draw: st.DrawFn, rule: Rule) -> Any:
    """Facts of the rule's class with nothing left out, unless the rest contradicts it."""
    told = rule.facts()
    for spec in rule.facts.SPECS:
        known = st.sampled_from(samples(spec, told))
        value = draw(known | ANY_DAY if spec.kind == "day" else known)
        changed = dataclasses.replace(told, **{spec.name: value})
        told = told if contradictions(changed) else changed
    return told


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_whatever_is_told_the_rule_answers_asks_or_refuses_by_name(rule: Rule, data: st.DataObject) -> None:
    told = data.draw(all_told(rule))
    try:
        finding = evaluate(rule.id, told)
    except REFUSALS as refusal:
        assert str(refusal)
        return
    open_ = {spec.name for spec in rule.facts.SPECS if not spec_told(told, spec.name)}
    assert finding.decided or {missing.fact for missing in finding.missing} & open_
    assert finding.steps


def spec_told(told: Any, name: str) -> bool:
    return getattr(told, name) != getattr(type(told)(), name)


def refusal_on(rule: Rule, day: date) -> str:
    """The name of the refusal when every event of the rule and of those it joins fell on this day, or nothing."""
    events = {find(id_).on for id_ in (rule.id, *joined(rule.id))} - {""}
    told = rule.facts(**dict.fromkeys(events, day))
    try:
        answer_of(rule, told)
    except REFUSALS as refusal:
        return type(refusal).__name__
    except EventDayMissing:
        return "EventDayMissing"
    return ""


def wording_refusal(rule: Rule, day: date) -> str:
    """What the first days of the rule's wordings say of the day, told apart from how the rules find it."""
    spans = [acts.edition(version.edition).first for version in rule.versions]
    begun = [span for span in spans if span[0] <= day]
    if not begun:
        return "WordingNotHeld"
    return "FirstDayUnknown" if day < max(begun)[1] else ""


def borders(rule: Rule) -> list[date]:
    """The days around the first days of every wording of a rule."""
    ends = [day for version in rule.versions for day in acts.edition(version.edition).first]
    return sorted({day + gap for day in ends for gap in (-DAY, 0 * DAY, DAY)})


@pytest.mark.parametrize("rule", PLAIN, ids=lambda rule: rule.id)
def test_at_the_first_day_of_each_wording_the_refusal_is_that_of_the_editions(rule: Rule) -> None:
    assert {day: refusal_on(rule, day) for day in borders(rule)} == {
        day: wording_refusal(rule, day) for day in borders(rule)
    }


@pytest.mark.parametrize("rule", DECISIONS, ids=lambda rule: rule.id)
def test_a_decision_refuses_only_what_a_rule_it_joins_refuses(rule: Rule) -> None:
    parts = [find(id_) for id_ in joined(rule.id) if find(id_).on]
    for day in sorted({day for part in parts for day in borders(part)}):
        refused = refusal_on(rule, day)
        assert refused in {"", *(wording_refusal(part, day) for part in parts)}, day
