"""Pages of what changed, and the same as data."""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, make_response, render_template

from accounts.views import reader_role
from law.changes import lists
from law.uses import Use, uses_of
from library.service import Reader
from web.db import session
from web.locale import language
from web.security import csrf, limiter
from web.trace import prefix

blueprint = Blueprint("changes", __name__)


@blueprint.get("/law/changes")
def index() -> Response:
    """All changes we hold, the newest first."""
    return make_response(render_template("law/changes.html", changes=lists.changes(language()), nav="law"))


@blueprint.get("/law/changes/<key>")
def one(key: str) -> Response:
    """One change: each provision now and before, the rules and the content that cites it."""
    try:
        found = lists.change(key, language())
    except KeyError:
        abort(404)
    reader = Reader(role=reader_role())
    uses = [use for place in found["provisions"] for use in uses_of(session(), reader, "law", place["id"])]
    return make_response(
        render_template("law/change.html", change=found, uses=_once(uses), nav="law", start=prefix(language()))
    )


def _once(uses: list[Use]) -> list[Use]:
    return list({use.path: use for use in uses}.values())


@blueprint.get("/api/v1/changes")
@csrf.exempt
@limiter.limit("120 per minute")
def as_data() -> Response:
    """All changes as JSON."""
    rows = lists.changes(language())
    return jsonify([{"edition": r["edition"].key, "words": r["words"], "touched": r["touched"]} for r in rows])
