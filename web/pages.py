"""What every page is given: language, places, hashed addresses of files, and pages rendered once for all."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from flask import Flask, Response, make_response, request, url_for
from flask_wtf.csrf import generate_csrf

from web.locale import in_language, language
from web.security import PLACEHOLDER, around_tokens, fill_token

STATIC = Path(__file__).resolve().parent.parent / "static"
_PAGES_AT_MOST = 600
_pages: OrderedDict[tuple[str, ...], tuple[bytes, ...]] = OrderedDict()
_lock = Lock()
_PLACES = {
    "home": "desk.home", "course": "course.index", "cases": "cases.index", "practice": "quizzes.index",
    "law": "law.index", "search": "search.index", "review": "review.index", "glossary": "terms.index",
    "notes": "notes.index", "work": "work.index",
    "account": "accounts.own", "sign_in": "accounts.sign_in", "scoring": "desk.scoring", "about": "desk.about",
    "privacy": "desk.privacy",
}  # fmt: skip


@cache
def _hash_of(name: str) -> str:
    try:
        return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    except OSError:
        return "0"


def asset(name: str) -> str:
    """The address of a file of ours with a hash of its content, the same in every language."""
    return f"/static/{name}?v={_hash_of(name)}"


def _places(app: Flask) -> Callable[[], Mapping[str, str]]:
    def places() -> Mapping[str, str]:
        return {key: url_for(endpoint) for key, endpoint in _PLACES.items() if endpoint in app.view_functions}

    return places


def once(key: tuple[str, ...], render: Callable[[], str]) -> Response:
    """A page for a visitor without cookies of ours, rendered once for each key and language."""
    whole = (language(), *key)
    parts = _pages.get(whole)
    if parts is None:
        request.environ["tarmaq.shared"] = True
        parts = around_tokens(render())
        with _lock:
            _pages[whole] = parts
            while len(_pages) > _PAGES_AT_MOST:
                _pages.popitem(last=False)
    return make_response(fill_token(parts))


def forget() -> None:
    """Drop all pages kept."""
    with _lock:
        _pages.clear()


def form_token() -> str:
    """The token of a form: this visitor's, or a place for it in a page that is kept."""
    return PLACEHOLDER if request.environ.get("tarmaq.shared") else str(generate_csrf())


def init(app: Flask) -> None:
    """Context of all templates."""
    places = _places(app)
    # Macros are imported without context: they take the token from the globals.
    app.jinja_env.globals["csrf_token"] = form_token
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def _context() -> dict[str, Any]:
        return {
            "lang": language(), "links": places(), "asset": asset, "switch_to": in_language,
            "font_preloads": _preloads(),
        }  # fmt: skip


@cache
def _preloads() -> tuple[str, ...]:
    import json

    try:
        manifest = json.loads((STATIC / "vendor/manifest.json").read_text("utf-8"))
    except OSError:
        return ()
    return tuple(f"/static/vendor/{name}" for name in manifest.get("preload", ()))
