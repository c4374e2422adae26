"""Every rule against its law table, and every mutation against the rows that it must change."""

from collections import Counter

import pytest

from rules.registry import all_rules, find, ways_to_break
from tests.rules.law_tables import Row, other_readings, outcome, rows

BREAKABLE = sorted((rule.id, mutation.name) for rule in all_rules().values() for mutation in rule.mutations)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.table}:{row.rule}:{row.name}")
def test_a_row_of_the_law_tables_holds(row: Row) -> None:
    given = row.read()
    assert outcome(row.rule, given) == row.result
    assert other_readings(row.rule, given) == row.also


def test_every_rule_has_at_least_three_rows() -> None:
    counted = Counter(row.rule for row in rows())
    assert {rule_id for rule_id in all_rules() if counted[rule_id] < 3} == set()


def test_every_rule_that_may_be_undecided_has_such_a_row() -> None:
    undecided = {row.rule for row in rows() if row.result == "undecided"}
    constant = {row.rule for row in rows()} - undecided
    assert constant == {
        rule.id for rule in all_rules().values() if outcome(rule.id, rule.facts()) != "undecided"
    }  # fmt: skip


@pytest.mark.parametrize(("rule_id", "name"), BREAKABLE)
def test_a_mutation_makes_a_row_wrong_beyond_every_accepted_reading(rule_id: str, name: str) -> None:
    mine = [row for row in rows() if row.rule == rule_id and not row.result.startswith("refused")]
    assert any(outcome(rule_id, row.read(), name) not in accepted(row) for row in mine)


def accepted(row: Row) -> set[str]:
    return {row.result, "undecided", *(part.rsplit(" ", 1)[0] for part in row.also.split("|"))}


def test_a_decision_can_be_broken_through_each_rule_it_joins() -> None:
    for rule in all_rules().values():
        for joined in rule.joins:
            for mutation in find(joined).mutations:
                assert f"{joined}:{mutation.name}" in ways_to_break(rule.id)


def test_a_mutation_of_a_joined_rule_changes_the_decision() -> None:
    row = next(row for row in rows() if row.rule == "pretrial-probation" and row.name == "the same, orally")
    assert outcome("pretrial-probation", row.read(), "pretrial-written-application:oral-is-enough") == "yes"


def test_the_same_facts_give_the_same_finding_after_a_broken_run() -> None:
    row = next(row for row in rows() if row.rule == "pretrial-probation" and row.result == "yes")
    before = outcome(row.rule, row.read())
    for way in ways_to_break(row.rule):
        outcome(row.rule, row.read(), way)
    assert outcome(row.rule, row.read()) == before
