"""What goes wrong, in one table: the status, the page, and what is said; nothing leaks."""

from __future__ import annotations

from math import ceil
from time import time

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException

from kazakh.letters import clean
from library.reading import ContentFaults
from web.db import db
from web.security import limiter

TABLE: dict[type[Exception] | int, tuple[int, str]] = {
    400: (400, "bad-request"),
    403: (403, "no-permission"),
    404: (404, "not-found"),
    405: (405, "bad-request"),
    413: (413, "too-large"),
    414: (414, "bad-request"),
    429: (429, "too-many"),
    CSRFError: (400, "stale-form"),
    OperationalError: (503, "database-busy"),
    DBAPIError: (503, "database-busy"),
    UnicodeDecodeError: (400, "bad-request"),
    ContentFaults: (500, "failed"),
    500: (500, "failed"),
}
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "53100", "25006")
TYPED = ("text", "citation", "day", "amount")


def init(app: Flask) -> None:
    """One handler for all; the API answers in JSON, a part of a page with a short line."""
    for what in TABLE:
        app.register_error_handler(what, _answer)


def _answer(error: Exception) -> Response:
    status, name = _row(error)
    db.session.rollback()
    if isinstance(error, DBAPIError):
        # who runs the site must learn of it; what the database says is for the log alone
        current_app.logger.error("%s %s: %s", request.method, request.path, error.orig)
    if request.path.startswith("/api/"):
        response = make_response(jsonify(error=name, status=status), status)
    else:
        response = make_response(render_template(f"errors/{name}.html", status=status, typed=_typed()), status)
    if status == 429 and (limit := limiter.current_limit):
        response.headers["Retry-After"] = str(max(1, ceil(limit.reset_at - time())))
    return response


def _typed() -> list[str]:
    """What was written into a form that was refused as a whole, so that it can be copied; never a password."""
    try:
        written = [clean(value) for name in TYPED for value in request.form.getlist(name)]
    except HTTPException:
        # a form too large to be read at all
        return []
    return [value for value in written if value.strip()]


def _is_full(error: DBAPIError) -> bool:
    """Whether there is no room to write, which waiting does not cure (SQLite by name, PostgreSQL by SQLSTATE)."""
    named = getattr(error.orig, "sqlite_errorname", None) or ""
    return named.startswith(_NO_ROOM) or getattr(error.orig, "sqlstate", None) in _NO_ROOM


def _row(error: Exception) -> tuple[int, str]:
    if isinstance(error, DBAPIError) and _is_full(error):
        return 503, "database-full"
    for kind in type(error).__mro__:
        if kind in TABLE:
            return TABLE[kind]
    if isinstance(error, HTTPException) and error.code in TABLE:
        return TABLE[error.code]
    return (error.code, "bad-request") if isinstance(error, HTTPException) and error.code else TABLE[500]
