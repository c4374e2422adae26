"""Pages of the law: acts, provisions, rules with their form and ladder, conventions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request
from flask_login import current_user
from werkzeug.wrappers import Response as AnyResponse

from database import now
from law import asking, confirming, describing, forms, searching, spans, uses
from library.service import Reader
from rules import acts
from rules.moments import ALMATY
from rules.registry import Rule, UnknownRule, all_rules, find, joined
from rules.words import word, words
from web.conventions import conventions
from web.db import session
from web.locale import language
from web.pages import once
from web.security import is_htmx
from web.trace import badge, edition_words, prefix

blueprint = Blueprint("law", __name__)
Plain = dict[str, Any]


def _page(name: str, context: Callable[[], Plain], *more: str) -> Response:
    """A page of the law; for strangers it is rendered once for each day and for `more` that it depends on."""

    def render() -> str:
        return render_template(f"law/{name}.html", nav="law", **context())

    if current_user.is_authenticated or request.query_string:
        return make_response(render())
    return once(("law", request.path, _today().isoformat(), *more), render)


def _today() -> Any:
    return now().astimezone(ALMATY).date()


def _confirmed() -> tuple[confirming.Confirmation, ...]:
    return confirming.standing(current_app.extensions["tarmaq"].instance)


@blueprint.get("/law")
def index() -> Response:
    """All acts and all rules."""
    return _page("index", lambda: {"acts": _acts(), "topics": _topics(language()), "conventions": len(conventions())})


def _acts() -> list[Plain]:
    lang = language()
    return [
        {
            "id": act.id, "short": act.short[lang], "title": act.title[lang], "number": act.number,
            "adopted": act.adopted,
            "editions": len(act.editions), "provisions": len(describing.provisions_of(act.id)),
            "rules": sum(act.id in describing.acts_of(rule) for rule in all_rules().values()),
        }
        for act in acts.acts().values()
    ]  # fmt: skip


def _topics(lang: str) -> list[Plain]:
    """Rules by institution, decisions first: they are what one asks; what only says whether a term was kept is last."""
    found: dict[str, list[Plain]] = {}
    for rule in sorted(all_rules().values(), key=lambda rule: (not rule.decision, rule.id.endswith("-in-time"))):
        found.setdefault(rule.institution, []).append(_line(rule, lang))
    order = list(words("kk")["institutions"])
    return [
        {"id": name, "title": word(lang, "institutions", name), "rules": found[name]} for name in order if name in found
    ]


def _line(rule: Rule, lang: str) -> Plain:
    return {
        "id": rule.id, "question": word(lang, "rules", rule.id, "question"), "decision": rule.decision,
        "short": word(lang, "rules", rule.id, "short"),
        "acts": [acts.acts()[one].short[lang] for one in describing.acts_of(rule)],
    }  # fmt: skip


@blueprint.get("/law/rules")
def rules() -> Response:
    """The institutions with their decisions and the number of their rules."""
    return _page("rules", lambda: {"topics": _topics(language())})


@blueprint.get("/law/institutions/<name>")
def institution(name: str) -> Response:
    """All rules of one institution, decisions first."""
    if name not in words("kk")["institutions"]:
        abort(404)
    found = next((topic for topic in _topics(language()) if topic["id"] == name), None) or abort(404)
    return _page("institution", lambda: {"topic": found})


@blueprint.get("/law/find")
def found() -> Response:
    """Places of the law for a citation or for words."""
    asked, lang, confirmed = request.args.get("q", "").replace("\x00", " "), language(), _confirmed()
    rows = [
        {"href": f"{prefix(lang)}/law/{one.id}", "badge": badge(one.id, lang),
         "draft": one.draft and not confirming.official(one, confirmed),
         "summary": one.wordings[-1].summary[lang] if one.wordings else ""}
        for one in searching.find(asked)
    ]  # fmt: skip
    return make_response(render_template("law/found.html", asked=asked[: searching.LONGEST], rows=rows, nav="law"))


@blueprint.get("/law/conventions")
def conventions_page() -> Response:
    """All numbered conventions."""
    return _page("conventions", lambda: {"all": [describing.convention(one, language()) for one in conventions()]})


@blueprint.get("/law/<act_id>")
def act(act_id: str) -> Response:
    """An act: its editions in time and its provisions."""
    held = acts.acts().get(act_id) or abort(404)
    return _page("act", lambda: _act(held))


def _act(held: acts.Act) -> Plain:
    lang = language()
    return {
        "act": held, "strip": spans.of_act(held, _today()) if held.editions else None,
        "editions": [(one, spans.made_by(one), edition_words(one.key, lang)) for one in reversed(held.editions)],
        "provisions": describing.provisions_of(held.id),
    }  # fmt: skip


@blueprint.get("/law/<act_id>/<path:place>")
def provision(act_id: str, place: str) -> Response:
    """A provision: what it says in each wording, how we know it, and where it is used."""
    held = acts.provisions().get(f"{act_id}/{place}") or abort(404)
    kept = confirming.of(held, _confirmed())
    return _page("provision", lambda: _provision(held, kept), *map(repr, kept.values()))


def _provision(held: acts.Provision, kept: dict[str, confirming.Confirmation]) -> Plain:
    lang, everything = language(), acts.provisions()
    wordings = [
        {"summary": one.summary[lang], "words": edition_words(f"{held.act}@{one.edition}", lang),
         "edition": acts.edition(f"{held.act}@{one.edition}"), "confirmed": kept.get(one.edition)}
        for one in reversed(held.wordings)
    ]  # fmt: skip
    above = [id_ for id_ in everything if held.id.startswith(f"{id_}/")]
    inside = [id_ for id_ in everything if id_.startswith(f"{held.id}/")]
    order = [one.id for one in describing.provisions_of(held.act)]
    at = order.index(held.id)
    return {
        "provision": held, "act": acts.acts()[held.act], "badge": badge(held.id, lang), "wordings": wordings,
        "newest": acts.acts()[held.act].editions[-1], "above": [everything[id_] for id_ in above],
        "inside": [everything[id_] for id_ in inside], "used": _used("law", held.id),
        "strip": _strip(held, kept) if held.wordings else None,
        "rules": [_line(rule, lang) for rule in describing.rules_on(held.id)],
        "before": everything[order[at - 1]] if at else None,
        "after": everything[order[at + 1]] if at + 1 < len(order) else None,
    }  # fmt: skip


def _strip(held: acts.Provision, kept: dict[str, confirming.Confirmation]) -> Plain:
    """The wordings in time; one that was compared with the official page is no draft."""
    strip = spans.of_provision(held, _today())
    for one in strip["editions"]:
        one["draft"] = one["draft"] and one["edition"].id not in kept
    return strip


def _used(scheme: str, target: str) -> list[Plain]:
    """Documents of the shelf that use this place of the law; open ones only, since the page is the same for all."""
    start = prefix(language())
    return [
        {"kind": use.kind, "href": start + use.path, "title": use.title}
        for use in uses.uses_of(session(), Reader(), scheme, target)
    ]


@blueprint.get("/law/rules/<rule_id>")
def rule(rule_id: str) -> AnyResponse:
    """A rule: the form of its facts and the ladder of its answer; facts stand in the address."""
    try:
        held = find(rule_id)
    except UnknownRule:
        abort(404)
    typed = {name: [w.strip() for w in words if w.strip()] for name, words in request.args.lists()}
    typed = {name: words for name, words in typed.items() if words}
    address = request.script_root + request.path + (f"?{urlencode(typed, doseq=True)}" if typed else "")
    if not is_htmx() and any(not value for value in request.args.values()):
        return redirect(address)
    asked = asking.ask_typed(held, typed)
    response = _page("rule", lambda: _rule(held, asked))
    if asked.finding is None:
        response.status_code = 422
    if is_htmx():
        response.headers["HX-Replace-Url"] = address
    return response


def _rule(held: Rule, asked: asking.Asked) -> Plain:
    lang = language()
    return {
        "rule": held, "line": _line(held, lang),
        "institution": word(lang, "institutions", held.institution), "form": forms.form_of(held, asked, lang),
        "trace": forms.trace_of(asked, lang),
        "refusal": forms.refusal_words(asked.refusal, lang) if asked.refusal else "",
        "strip": None if held.decision else spans.of_rule(held, _today()),
        "parts": [_line(find(id_), lang) for id_ in joined(held.id)],
        "part_of": [_line(one, lang) for one in all_rules().values() if held.id in one.joins],
        "badges": [badge(id_, lang) for id_ in describing.cited(held)],
        "wrong_ways": list(dict.fromkeys(one["says"] for one in describing.mutations(held, lang))),
        "used": _used("rule", held.id),
    }  # fmt: skip
