"""Every sentence of a decision's trace names the edition it stands in."""

import pytest

from rules.findings import evaluate
from rules.registry import all_rules, find
from tests.rules.law_tables import Row, rows

ROWS = [row for row in rows() if find(row.rule).decision and not row.result.startswith("refused")]


def test_every_decision_has_rows() -> None:
    assert {row.rule for row in ROWS} == {rule.id for rule in all_rules().values() if rule.decision}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule}: {row.name}")
def test_every_step_with_a_provision_names_its_edition(row: Row) -> None:
    steps = evaluate(row.rule, row.read()).steps
    assert [step.sentence for step in steps if step.provision and not step.edition] == []
