"""The commands of the law: list, eval, report."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from law import register
from rules.norms import Norm, norms
from rules.registry import all_rules

REQUEST = {
    "application_day": "2025-10-28", "status": "suspect", "sex": "female", "born": "1990-01-01", "disability": False,
    "pregnant": False, "has_child": False, "raises_child": False, "raises_alone": False, "measure": "none",
    "agrees": True, "form": "written", "applicant": "person",
}  # fmt: skip


def ask(app: Flask, rule: str, *more: str, **facts: object) -> Any:
    """The result of `flask law eval` on these facts, given on the standard input."""
    told = {name: value for name, value in {**REQUEST, **facts}.items() if value is not None}
    return app.test_cli_runner().invoke(args=["law", "eval", rule, "--facts", "-", *more], input=json.dumps(told))


def value(app: Flask, rule: str, *more: str, **facts: object) -> Any:
    result = ask(app, rule, *more, **facts)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)["value"]


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"born": "1967-10-28"}, "yes"),
        ({"born": "1967-10-29"}, "no"),
        ({"sex": "male", "born": "1962-10-28"}, "yes"),
        ({"sex": "male", "born": "1962-10-29"}, "no"),
        ({"sex": "male", "born": "1967-10-28"}, "no"),
        ({"has_child": True, "child_born": "2022-10-29"}, "yes"),
        ({"has_child": True, "child_born": "2022-10-28"}, "no"),
        ({"has_child": True, "child_born": None}, "undecided"),
        ({"sex": "male", "raises_child": True, "raises_alone": True, "child_born": "2022-10-29"}, "yes"),
        ({"sex": "male", "raises_child": True, "raises_alone": False, "child_born": "2022-10-29"}, "no"),
        ({"born": "2007-10-29"}, "yes"),
        ({"born": "2007-10-28"}, "no"),
        ({"status": "other", "disability": True}, "no"),
    ],
)
def test_the_list_of_the_law_holds_at_its_borders(app: Flask, facts: dict[str, object], answer: str) -> None:
    assert value(app, "pretrial-list-law", **facts) == answer


@pytest.mark.parametrize(("day", "answer"), [("2025-10-13", "no"), ("2025-10-14", "yes")])
def test_a_woman_who_raises_a_child_is_on_the_orders_list_since_14_october_2025(
    app: Flask, day: str, answer: str
) -> None:
    child = {"raises_child": True, "child_born": "2024-01-01"}
    assert value(app, "pretrial-list-order", application_day=day, **child) == answer
    assert value(app, "pretrial-list-law", application_day=day, **child) == "no"


@pytest.mark.parametrize(
    "facts", [{"form": "oral"}, {"measure": "custody"}, {"measure": "house-arrest"}, {"agrees": False}]
)
def test_one_bar_is_enough(app: Flask, facts: dict[str, object]) -> None:
    assert value(app, "pretrial-probation", pregnant=True) == "yes"
    assert value(app, "pretrial-probation", pregnant=True, **facts) == "no"


def test_an_unknown_age_of_the_child_is_named_with_what_follows(app: Flask) -> None:
    finding = json.loads(ask(app, "pretrial-list-law", has_child=True).stdout)
    assert [item["fact"] for item in finding["missing"]] == ["child_born"]
    outcomes = {row["value"]: row["result"] for row in finding["missing"][0]["outcomes"]}
    assert outcomes["2022-10-28"] == "no" and outcomes["2022-10-29"] == "yes"


def test_every_step_names_its_provision_and_edition(app: Flask) -> None:
    finding = json.loads(ask(app, "pretrial-probation", pregnant=True).stdout)
    steps = [step for step in finding["steps"] if not step["convention"]]
    assert {step["edition"] for step in steps} == {"probation-law@2022-06", "order-511@733"}
    assert all(step["provision"].startswith(step["edition"].partition("@")[0]) for step in steps)


def test_law_and_order_side_by_side_give_both_readings(app: Flask) -> None:
    finding = json.loads(ask(app, "pretrial-list", raises_child=True, child_born="2024-01-01").stdout)
    assert finding["value"] == "no"
    assert finding["readings"] == [{"value": "yes", "ground": "order-511/98"}]


def test_a_broken_rule_answers_otherwise(app: Flask) -> None:
    of_57 = {"born": "1967-10-29"}
    assert value(app, "pretrial-list-law", **of_57) == "no"
    assert value(app, "pretrial-list-law", "--mutation", "woman-border", **of_57) == "yes"
    assert value(app, "pretrial-list", "--mutation", "pretrial-list-law:woman-border", **of_57) == "yes"


def test_a_file_of_yaml_is_read_strictly(app: Flask, tmp_path: Any) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("application_day: 2025-10-28\nform: oral\n", "utf-8")
    run = app.test_cli_runner().invoke
    assert json.loads(run(args=["law", "eval", "pretrial-start", "--facts", str(file)]).stdout)["value"] == "no-day"
    file.write_text("form: oral\nform: written\n", "utf-8")
    result = run(args=["law", "eval", "pretrial-start", "--facts", str(file)])
    assert result.exit_code == 2 and "stands twice" in result.stderr


def test_all_faults_are_named_at_once(app: Flask) -> None:
    result = ask(app, "pretrial-list-law", sex="robot", born="31.13.1990", eyes="blue")
    assert result.exit_code == 2 and not result.stdout
    assert {line.partition(":")[0] for line in result.stderr.splitlines()} == {"sex", "born", "eyes"}


def test_facts_that_contradict_each_other_are_faults(app: Flask) -> None:
    result = ask(app, "pretrial-list-law", sex="male", pregnant=True)
    assert result.exit_code == 2 and result.stderr.startswith("pregnant: fact_pregnant_man")


@pytest.mark.parametrize(
    ("rule", "facts", "named"),
    [
        ("pretrial-list-law", {"application_day": "2018-05-01"}, "probation-law@2020-01"),
        ("pretrial-list-order", {"application_day": "2023-05-01"}, "order-511@602"),
        ("report-last-day", {"trial_day": "2031-05-05"}, "2031"),
    ],
)
def test_where_no_text_is_held_the_rule_refuses(app: Flask, rule: str, facts: dict[str, str], named: str) -> None:
    given = json.dumps(facts)
    result = app.test_cli_runner().invoke(args=["law", "eval", rule, "--facts", "-"], input=given)
    assert result.exit_code == 3 and not result.stdout
    assert named in result.stderr


@pytest.mark.parametrize(("rule", "more"), [("no-such-rule", ()), ("pretrial-list-law", ("--mutation", "none-such"))])
def test_an_unknown_name_ends_with_2_and_a_sentence(app: Flask, rule: str, more: tuple[str, ...]) -> None:
    result = ask(app, rule, *more)
    assert result.exit_code == 2 and "no such" in result.stderr


def test_a_file_that_holds_no_mapping_is_refused(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["law", "eval", "pretrial-start", "--facts", "-"], input="[1, 2]")
    assert result.exit_code == 2 and "mapping" in result.stderr


def test_the_list_names_every_rule_with_its_facts_and_editions(app: Flask) -> None:
    told = json.loads(app.test_cli_runner().invoke(args=["law", "list", "--json"]).stdout)
    assert [rule["id"] for rule in told["rules"]] == list(all_rules())
    order = next(rule for rule in told["rules"] if rule["id"] == "pretrial-list-order")
    assert [version["edition"] for version in order["versions"]] == ["order-511@602", "order-511@733"]
    assert "child_born" in order["facts"]["properties"]
    plain = app.test_cli_runner().invoke(args=["law", "list"]).stdout
    assert all(f"\n{rule}  (" in plain for rule in all_rules())


def test_the_report_counts_every_entry_of_the_register(app: Flask) -> None:
    rows = json.loads(app.test_cli_runner().invoke(args=["law", "report", "--json"]).stdout)
    assert sum(row["entries"] for row in rows) == len(norms())
    assert all(row["entries"] == row["covered"] + len(row["missing"]) for row in rows)


def test_a_norm_that_names_no_rule_that_exists_is_missing() -> None:
    def norm(id_: str, klass: str, covered: tuple[str, ...], reason: str = "") -> Norm:
        return Norm(id_, "probation-law", "13(1)", "list", klass, covered, reason)

    register_ = {one.id: one for one in (
        norm("a", "decides", ("pretrial-list-law",)), norm("b", "decides", ()), norm("c", "decides", ("no-rule",)),
        norm("d", "not gradable", (), "an opinion"), norm("e", "not gradable", ()),
    )}  # fmt: skip
    missing = {row.klass: row.missing for row in register.rows(register_)}
    assert missing == {"decides": ("b", "c"), "not gradable": ("e",)}
