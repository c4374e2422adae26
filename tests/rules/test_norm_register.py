"""The register of norms: everything covered by rules that name it, or left out with a reason."""

from rules.norms import norms
from rules.registry import all_rules

DECLARED = {rule.id: set(rule.norms) for rule in all_rules().values()}


def test_every_norm_is_covered_or_left_out_with_a_reason() -> None:
    assert [norm.id for norm in norms().values() if bool(norm.covered_by) == bool(norm.reason)] == []


def test_a_norm_by_which_an_officer_decides_is_covered_by_a_rule() -> None:
    assert [norm.id for norm in norms().values() if norm.klass == "decides" and not norm.covered_by] == []


def test_what_is_about_the_act_or_not_gradable_is_never_a_rule() -> None:
    loose = [norm for norm in norms().values() if norm.klass in ("about the act", "not gradable")]
    assert loose
    assert [norm.id for norm in loose if norm.covered_by] == []


def test_register_and_rules_name_each_other() -> None:
    covered = {(norm.id, rule) for norm in norms().values() for rule in norm.covered_by}
    assert covered == {(norm, rule) for rule, named in DECLARED.items() for norm in named}
