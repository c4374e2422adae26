"""The service worker at the root of the site, and what it shows where a page is not kept."""

from __future__ import annotations

import hashlib
from functools import cache

from flask import Blueprint, Response, make_response, render_template

from web.pages import STATIC, asset

blueprint = Blueprint("offline", __name__)
_OF_PAGES = ("css/tokens.css", "css/page.css", "css/parts.css", "css/work.css", "js/theme.js")


@cache
def _script() -> str:
    """The worker with a version: a browser takes a new one where any byte differs, and then asks for its page anew."""
    version = hashlib.sha256("".join(asset(name) for name in _OF_PAGES).encode()).hexdigest()[:10]
    return f'const VERSION = "{version}";\n' + (STATIC / "js" / "worker.js").read_text("utf-8")


@blueprint.get("/worker.js")
def worker() -> Response:
    """Served from the root, because a worker sees only what lies below its own address."""
    response = make_response(_script())
    response.mimetype = "text/javascript"
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/offline")
def nothing_kept() -> Response:
    """What is shown without a network where the page asked for was never opened here."""
    return make_response(render_template("course/offline/nothing.html"))
