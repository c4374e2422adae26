"""Pages of the sheets at work, and the same as data."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, jsonify, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from checks.days import day_in
from database import now
from law.work import sheets
from rules.moments import ALMATY
from rules.words import word
from web.locale import language
from web.security import csrf, limiter

blueprint = Blueprint("work", __name__)


@blueprint.get("/law/work")
def index() -> Response:
    """All sheets."""
    return make_response(render_template("law/work.html", regimes=sheets.regimes(language()), nav="law"))


@blueprint.get("/law/work/<regime>")
def sheet(regime: str) -> AnyResponse:
    """One sheet: filtered by body, with a day put in; a day that cannot be read is said at its field."""
    lang, typed = language(), request.args.get("day", "")[:40]
    if "today" in request.args:
        _title(regime, lang)
        return redirect(_with_today())
    day = day_in(typed) if typed.strip() else None
    faulty = bool(typed.strip()) and day is None
    page = render_template(
        "law/sheet.html", nav="law", regime=regime, title=_title(regime, lang), rows=_rows(regime, day, lang),
        bodies_as_options=_options(regime, lang),
        who=request.args.get("who", ""), typed=typed, day=day, faulty=faulty,
    )  # fmt: skip
    return make_response(page, 422 if faulty else 200)


def _with_today() -> str:
    """This address with today's day in Almaty put in, and the body that was chosen."""
    asked = {"day": now().astimezone(ALMATY).date().isoformat(), "who": request.args.get("who", "")[:60]}
    return f"{request.script_root}{request.path}?{urlencode({name: said for name, said in asked.items() if said})}"


def _options(regime: str, lang: str) -> list[dict[str, str]]:
    return [{"value": body["id"], "text": body["text"]} for body in sheets.bodies(regime, lang)]


def _title(regime: str, lang: str) -> str:
    try:
        return word(lang, "regimes", regime)
    except KeyError:
        abort(404)


def _rows(regime: str, day: date | None, lang: str) -> list[dict[str, Any]]:
    try:
        return sheets.sheet(regime, day, request.args.get("who", "")[:60], lang)
    except KeyError:
        abort(404)


@blueprint.get("/api/v1/work")
@csrf.exempt
@limiter.limit("120 per minute")
def index_as_data() -> Response:
    """All sheets as JSON."""
    return jsonify(sheets.regimes(language()))


@blueprint.get("/api/v1/work/<regime>")
@csrf.exempt
@limiter.limit("120 per minute")
def sheet_as_data(regime: str) -> Response:
    """One sheet as JSON; `day` in any usual form."""
    typed = request.args.get("day", "")[:40]
    day = day_in(typed) if typed else None
    if typed and day is None:
        return make_response(jsonify(error="unprocessable", field="day", status=422), 422)
    rows = _rows(regime, day, language())
    return jsonify([{**row, "last": row["last"] and row["last"].isoformat()} for row in rows])
