"""The OpenAPI 3.1 description of the law's JSON, made from the same specifications as forms and readers."""

from __future__ import annotations

from functools import cache
from typing import Any

from law import describing
from rules.facts import specs
from rules.registry import Rule, all_rules
from rules.words import word

Plain = dict[str, Any]
_NAME = {"type": "string"}
_ERROR = {
    "type": "object", "required": ["error", "status"],
    "properties": {
        "error": {"type": "string", "description": "Permanent name of what went wrong."}, "status": {"type": "integer"},
        "field": {"type": "string"}, "fields": {"type": "array", "items": _NAME}, "says": {"type": "string"},
        "faults": {"type": "array", "items": {"type": "object", "required": ["field", "key", "given", "says"]}},
    },
}  # fmt: skip
_FINDING = {
    "type": "object",
    "required": ["rule", "value", "words", "draft", "facts", "steps", "missing", "readings", "notices"],
    "properties": {
        "rule": _NAME,
        "value": {"description": "yes, no, undecided; for other rules a day, a number, a name or a list of names."},
        "words": {"type": "string"},
        "draft": {"type": "boolean", "description": "A deciding step rests on a text that was not read itself."},
        "facts": {"type": "object"},
        "steps": {"type": "array", "items": {
            "type": "object",
            "required": ["provision", "edition", "rule", "truth", "decides", "sentence", "facts", "convention"],
            "properties": {
                "provision": _NAME, "edition": _NAME, "rule": _NAME, "truth": {"enum": ["yes", "no", "unknown"]},
                "decides": {"type": "boolean"}, "sentence": _NAME, "facts": {"type": "array", "items": _NAME},
                "convention": _NAME,
            },
        }},
        "missing": {"type": "array", "description": "Every fact that would decide, with what follows for its values.",
                    "items": {"type": "object", "properties": {"fact": _NAME, "outcomes": {"type": "array"}}}},
        "readings": {"type": "array", "description": "Further values that a defensible reading gives.",
                     "items": {"type": "object", "properties": {"value": {}, "ground": _NAME}}},
        "notices": {"type": "array", "items": _NAME},
    },
}  # fmt: skip


_EDITION = {
    "type": "object", "required": ["key", "act", "first", "first_read", "checked_until", "read", "text"],
    "properties": {
        "key": {"type": "string", "description": "The permanent name, act@edition."}, "act": _NAME,
        "first": {"type": "object", "required": ["earliest", "latest"], "description": "Between these days it began."},
        "first_read": _NAME, "checked_until": {"type": "string", "format": "date"}, "read": _NAME,
        "text": {"enum": ["held", "not held"],
                 "description": "«not held»: we know that it was made and when, and do not hold its text."},
    },
}  # fmt: skip


@cache
def document(lang: str) -> Plain:
    """The whole description with words in one language."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tarmaq: probation law of Kazakhstan as JSON", "version": "1",
            "description": "Findings of rules with their provisions and editions. A fact that is left out is unknown; "
            "nothing is assumed. Outside the texts that are held a rule refuses with 422. No cookie is taken or set.",
        },
        "servers": [{"url": f"{start}/api/v1", "description": name} for start, name in (
            ("", "Kazakh"), ("/ru", "Russian"), ("/en", "English"))],
        "paths": {**_lists(), **{f"/rules/{rule.id}": _rule_path(rule, lang) for rule in all_rules().values()}},
        "components": {"schemas": {
            "Finding": _FINDING, "Edition": _EDITION, "Error": _ERROR,
            **{f"Facts-{name}": describing.facts_schema(cls, lang) for name, cls in _classes().items()},
        }},
    }  # fmt: skip


def _classes() -> dict[str, Any]:
    return {rule.facts.NAME: rule.facts for rule in all_rules().values()}  # type: ignore[attr-defined]


def _lists() -> Plain:
    found: Plain = {}
    for name, one in (("acts", "act_id"), ("editions", "key"), ("provisions", "provision_id"), ("conventions", "")):
        found[f"/{name}"] = {"get": {"summary": f"All {name}", "responses": _answers("array", 429)}}
        if one:
            parameter = {"name": one, "in": "path", "required": True, "schema": _NAME}
            found[f"/{name}/{{{one}}}"] = {"get": {
                "summary": f"One of {name}", "parameters": [parameter], "responses": _answers("object", 404, 429)
            }}  # fmt: skip
    edition = {"$ref": "#/components/schemas/Edition"}
    found["/editions"]["get"]["responses"]["200"]["content"] = _json({"type": "array", "items": edition})
    found["/editions/{key}"]["get"]["responses"]["200"]["content"] = _json(edition)
    found["/provisions"]["get"]["parameters"] = [{"name": "act", "in": "query", "schema": _NAME}]
    found["/provisions"]["get"]["responses"] = _answers("array", 404, 429)
    found |= _work()
    every = "All rules with the schema of their facts"
    found["/rules"] = {"get": {"summary": every, "responses": _answers("array", 429)}}
    return found


def _work() -> Plain:
    """Sheets at work and changes."""
    day = {"name": "day", "in": "query", "schema": {"type": "string", "format": "date"}}
    who = {"name": "who", "in": "query", "schema": _NAME}
    regime = {"name": "regime", "in": "path", "required": True, "schema": _NAME}
    return {
        "/work": {"get": {"summary": "All sheets at work", "responses": _answers("array", 429)}},
        "/work/{regime}": {"get": {
            "summary": "One sheet: who does what by when; with a day the last day of each term",
            "parameters": [regime, day, who], "responses": _answers("array", 404, 422, 429),
        }},
        "/changes": {"get": {"summary": "All changes of acts", "responses": _answers("array", 429)}},
    }  # fmt: skip


def _rule_path(rule: Rule, lang: str) -> Plain:
    group = rule.facts.NAME  # type: ignore[attr-defined]
    question = word(lang, "rules", rule.id, "question")
    body = {"required": True, "content": _json({"$ref": f"#/components/schemas/Facts-{group}"})}
    finding = {"$ref": "#/components/schemas/Finding"}
    found = _found("The rule, or the finding", {"anyOf": [finding, {"type": "object"}]})
    return {
        "get": {
            "operationId": f"get-{rule.id}", "summary": question, "parameters": _query(rule, group, lang),
            "description": "Without facts: the rule. With facts in the query: the finding on them.",
            "responses": {**found, **_refusals(404, 422, 429)},
        },
        "post": {
            "operationId": f"ask-{rule.id}", "summary": question, "requestBody": body,
            "responses": {**_found("The finding", finding), **_refusals(400, 404, 415, 422, 429)},
        },
    }  # fmt: skip


def _query(rule: Rule, group: str, lang: str) -> list[Plain]:
    return [
        {
            "name": spec.name, "in": "query", "required": False, "schema": describing.values_schema(spec),
            "description": word(lang, "facts", group, spec.name, "label"),
        }
        for spec in specs(rule.facts)
    ]  # fmt: skip


def _found(description: str, schema: Plain) -> Plain:
    return {"200": {"description": description, "content": _json(schema)}}


def _answers(kind: str, *refused: int) -> Plain:
    return {**_found("Found", {"type": kind}), **_refusals(*refused)}


def _refusals(*statuses: int) -> Plain:
    says = {400: "No readable JSON object", 404: "No such thing", 415: "Not application/json",
            422: "Facts that cannot be, or a day for which no text is held", 429: "Too many requests"}  # fmt: skip
    refused = _json({"$ref": "#/components/schemas/Error"})
    return {str(status): {"description": says[status], "content": refused} for status in statuses}


def _json(schema: Plain) -> Plain:
    return {"application/json": {"schema": schema}}
