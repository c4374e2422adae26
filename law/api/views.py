"""The JSON of the law: it takes no cookie, answers only what was asked, and names every field that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from flask import Blueprint, Response, abort, current_app, jsonify, request

from law import confirming, describing, forms
from law.api.openapi import document
from law.asking import Asked, ask, ask_typed, refusal_name, refused_days
from rules import acts, facts
from rules.registry import Rule, UnknownRule, all_rules, find
from web.conventions import conventions
from web.locale import language
from web.security import csrf, limiter
from web.trace import as_json

blueprint = Blueprint("law_api", __name__, url_prefix="/api/v1")
csrf.exempt(blueprint)
limiter.limit("120 per minute")(blueprint)
Plain = dict[str, Any]


def _refuse(status: int, error: str, **more: object) -> NoReturn:
    response = jsonify({"error": error, "status": status, **more})
    response.status_code = status
    abort(response)


@blueprint.get("/")
def index() -> Response:
    """Where things are."""
    names = ("acts", "editions", "provisions", "rules", "conventions", "openapi.json")
    return jsonify({name: f"{request.script_root}/api/v1/{name}" for name in names})


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of this interface, made from the rules themselves."""
    return jsonify(document(language()))


@blueprint.get("/acts")
def all_acts() -> Response:
    """All acts."""
    return jsonify([describing.act(one) for one in acts.acts().values()])


@blueprint.get("/acts/<act_id>")
def act(act_id: str) -> Response:
    """One act with its editions."""
    held = acts.acts().get(act_id) or _unknown("act", act_id)
    return jsonify(describing.act(held))


@blueprint.get("/editions")
def editions() -> Response:
    """All editions of all acts."""
    return jsonify([describing.edition(one) for held in acts.acts().values() for one in held.editions])


@blueprint.get("/editions/<key>")
def edition(key: str) -> Response:
    """One edition by its key, `act@edition`."""
    try:
        return jsonify(describing.edition(acts.edition(key)))
    except KeyError:
        _unknown("edition", key)


@blueprint.get("/provisions")
def provisions() -> Response:
    """All provisions, or those of the act named by `act`."""
    act_id = request.args.get("act", "")
    if act_id and act_id not in acts.acts():
        _unknown("act", act_id)
    kept = _confirmed()
    return jsonify([describing.provision(p, kept) for p in acts.provisions().values() if act_id in ("", p.act)])


@blueprint.get("/provisions/<path:provision_id>")
def provision(provision_id: str) -> Response:
    """One provision with its wordings."""
    held = acts.provisions().get(provision_id) or _unknown("provision", provision_id)
    return jsonify(describing.provision(held, _confirmed()))


def _confirmed() -> tuple[confirming.Confirmation, ...]:
    return confirming.standing(current_app.extensions["tarmaq"].instance)


@blueprint.get("/conventions")
def all_conventions() -> Response:
    """All numbered conventions."""
    return jsonify([describing.convention(number, language()) for number in conventions()])


@blueprint.get("/rules")
def rules() -> Response:
    """All rules with the schema of their facts."""
    return jsonify([describing.rule(one, language()) for one in all_rules().values()])


@blueprint.get("/rules/<rule_id>")
def rule(rule_id: str) -> Response:
    """A rule; with facts in the query, the finding on these facts."""
    held = _rule(rule_id)
    if not request.args:
        return jsonify(describing.rule(held, language()))
    return _told(held, ask_typed(held, dict(request.args.lists())))


@blueprint.post("/rules/<rule_id>")
def evaluate(rule_id: str) -> Response:
    """The finding on the facts of the JSON object that was sent; a fact left out is unknown."""
    held = _rule(rule_id)
    return _told(held, ask(held, _facts()))


def _rule(rule_id: str) -> Rule:
    try:
        return find(rule_id)
    except UnknownRule:
        _unknown("rule", rule_id)


def _unknown(field: str, given: str) -> NoReturn:
    _refuse(404, "not-found", field=field, given=given[:80])


def _facts() -> Mapping[str, object]:
    if request.mimetype != "application/json":
        _refuse(415, "not-json", field="Content-Type", given=request.mimetype[:80], meant="application/json")
    try:
        sent = json.loads(request.get_data().decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        _refuse(400, "unreadable", field="body", says=str(error)[:200])
    if not isinstance(sent, dict):
        _refuse(400, "unreadable", field="body", says="a JSON object of facts is meant")
    return sent


def _once(pairs: Iterable[tuple[str, object]]) -> Plain:
    made: Plain = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"{key!r} stands twice")
        made[key] = value
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _told(held: Rule, asked: Asked) -> Response:
    if asked.finding:
        return jsonify(as_json(asked.finding, asked.facts, language()))
    if asked.refusal:
        _refuse(
            422, refusal_name(asked.refusal), fields=list(refused_days(asked.refusal, asked.facts)),
            says=forms.refusal_words(asked.refusal, language()), detail=str(asked.refusal),
        )  # fmt: skip
    _refuse(422, "facts", faults=[_fault(held, fault) for fault in asked.faults])


def _fault(held: Rule, fault: facts.FactFault) -> Plain:
    known = {spec.name: spec for spec in facts.specs(held.facts)}
    spec = known.get(fault.field)
    meant = describing.values_schema(spec) if spec else sorted(known)
    return {
        "field": fault.field, "key": fault.key, "given": fault.given, "meant": meant,
        "says": forms.fault_sentence(fault, language(), sent=True),
    }  # fmt: skip
