"""The JSON of the law: findings, refusals, schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from rules import acts
from rules.facts import specs
from rules.registry import all_rules
from web.security import limiter
from web.settings import Settings

RULE = "/api/v1/rules/pretrial-list-law"


def test_an_edition_whose_text_is_not_held_says_so_in_json_and_on_the_page_of_its_act(client: FlaskClient) -> None:
    told = {one["key"]: one["text"] for one in client.get("/api/v1/editions").get_json()}
    missing = [one.key for act in acts.acts().values() for one in act.editions if not one.held]
    assert [key for key, text in told.items() if text == "not held"] == missing != []
    schema = client.get("/api/v1/openapi.json").get_json()["components"]["schemas"]["Edition"]
    assert schema["properties"]["text"]["enum"] == ["held", "not held"]
    assert client.get("/law/order-504").text.count("әтіні бізде жоқ") == 4
    assert "әтіні бізде жоқ" not in client.get("/law/order-375").text


@pytest.mark.parametrize("prefix", ["", "/ru", "/en"])
def test_every_address_of_the_law_answers_in_json(client: FlaskClient, prefix: str) -> None:
    names = ["", "openapi.json", "acts", "editions", "provisions", "rules", "conventions"]
    names += [f"acts/{act}" for act in acts.acts()] + [f"rules/{rule}" for rule in all_rules()]
    names += [f"provisions/{place}" for place in acts.provisions()]
    names += [f"editions/{one.key}" for act in acts.acts().values() for one in act.editions]
    wrong = [name for name in names if not client.get(f"{prefix}/api/v1/{name}").is_json]
    assert wrong == []


def test_facts_sent_give_the_finding_with_its_steps(client: FlaskClient) -> None:
    facts = {"application_day": "2025-10-28", "status": "suspect", "sex": "female", "born": "1967-10-28"}
    told = client.post(RULE, json=facts).get_json()
    assert told["value"] == "yes" and told["facts"]["child_born"] == "unknown"
    assert {"provision": "probation-law/13/1/3", "edition": "probation-law@2022-06"}.items() <= {
        **next(step for step in told["steps"] if step["decides"] and step["provision"].endswith("/3"))
    }.items()


def test_the_same_facts_in_the_query_give_the_same_finding(client: FlaskClient) -> None:
    facts = {"application_day": "2025-10-28", "status": "suspect", "sex": "female", "born": "1967-10-28"}
    assert client.get(RULE, query_string=facts).get_json() == client.post(RULE, json=facts).get_json()


def test_nothing_sent_is_never_answered_by_default(client: FlaskClient) -> None:
    told = client.post(RULE, json={}).get_json()
    assert told["value"] == "undecided" and "application_day" in {item["fact"] for item in told["missing"]}


def test_every_fault_names_its_field_and_what_is_meant(client: FlaskClient) -> None:
    answer = client.post(RULE, json={"sex": "robot", "born": "28.10.1967", "eyes": "blue", "pregnant": 1})
    assert answer.status_code == 422
    faults = {fault["field"]: fault for fault in answer.get_json()["faults"]}
    assert set(faults) == {"sex", "born", "eyes", "pregnant"}
    assert faults["sex"]["meant"]["anyOf"][0] == {"enum": ["female", "male"]} and faults["sex"]["given"] == "robot"
    assert all(fault["says"] for fault in faults.values())


@pytest.mark.parametrize(
    ("rule", "facts", "error", "fields"),
    [
        ("pretrial-list-law", {"application_day": "2018-05-01"}, "wording-not-held", ["application_day"]),
        ("pretrial-list-order", {"application_day": "2023-05-01"}, "first-day-unknown", ["application_day"]),
        ("report-last-day", {"trial_day": "2031-05-05"}, "year-not-held", []),
        ("pretrial-probation", {"child_born": "9999-12-31"}, "day-too-far", []),
    ],
)
def test_a_refusal_has_a_name_and_a_sentence(
    client: FlaskClient, rule: str, facts: dict[str, str], error: str, fields: list[str]
) -> None:
    answer = client.post(f"/api/v1/rules/{rule}", json=facts)
    told = answer.get_json()
    assert (answer.status_code, told["error"], told["fields"]) == (422, error, fields)
    assert told["says"]


@pytest.mark.parametrize("body", ["{", "[]", '"yes"', '{"sex": "male", "sex": "female"}', '{"copies": NaN}', b"\xff"])
def test_a_body_that_is_no_object_of_facts_is_refused(client: FlaskClient, body: Any) -> None:
    answer = client.post(RULE, data=body, content_type="application/json")
    assert answer.status_code == 400 and answer.get_json()["field"] == "body"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_another_kind_of_body_is_refused(client: FlaskClient, kind: str) -> None:
    answer = client.post(RULE, data="{}", content_type=kind)
    assert answer.status_code == 415 and answer.get_json()["meant"] == "application/json"


@pytest.mark.parametrize(
    ("path", "field"),
    [("rules/none", "rule"), ("acts/none", "act"), ("provisions/none/1", "provision"), ("editions/none@1", "edition"),
     ("provisions?act=none", "act")],
)  # fmt: skip
def test_what_does_not_exist_is_named(client: FlaskClient, path: str, field: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404 and answer.get_json()["field"] == field


def test_another_method_is_refused_in_json(client: FlaskClient) -> None:
    answer = client.delete(RULE)
    assert answer.status_code == 405 and answer.is_json


def test_no_cookie_is_set_and_no_other_site_let_in(client: FlaskClient) -> None:
    answer = client.post(RULE, json={}, headers={"Origin": "https://example.org"})
    assert "Set-Cookie" not in answer.headers and "Access-Control-Allow-Origin" not in answer.headers


def test_the_schema_contains_every_fact_of_every_rule(client: FlaskClient) -> None:
    schema = client.get("/api/v1/openapi.json").get_json()
    assert schema["openapi"].startswith("3.1")
    for rule in all_rules().values():
        names = [spec.name for spec in specs(rule.facts)]
        path = schema["paths"][f"/rules/{rule.id}"]
        assert [parameter["name"] for parameter in path["get"]["parameters"]] == names
        reference = path["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        held = schema["components"]["schemas"][reference.rpartition("/")[2]]
        assert sorted(held["properties"]) == sorted(names) and held["additionalProperties"] is False
        assert all(one["title"] and one["anyOf"] for one in held["properties"].values())


def test_every_reference_of_the_schema_leads_somewhere(client: FlaskClient) -> None:
    schema = client.get("/api/v1/openapi.json").get_json()
    held = {f"#/components/schemas/{name}" for name in schema["components"]["schemas"]}
    assert set(_references(schema)) <= held


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [one for part in node.values() for one in _references(part)]
    return [one for part in node for one in _references(part)] if isinstance(node, list) else []


def test_after_120_requests_in_a_minute_it_says_too_many(
    settings: Settings, make_app: Callable[[Settings], Flask]
) -> None:
    client = make_app(replace(settings, limits=True)).test_client()
    try:
        limiter.reset()
        answers = [client.get("/api/v1/editions/order-511@733") for _ in range(121)]
    finally:
        limiter.reset()
        limiter.enabled = False
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert answers[-1].get_json()["status"] == 429
