"""What goes wrong, in one table: the status, the page, and what is said; nothing leaks."""

from __future__ import annotations

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException

from library.reading import ContentFaults

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


def init(app: Flask) -> None:
    """One handler for all; the API answers in JSON, a part of a page with a short line."""
    for what in TABLE:
        app.register_error_handler(what, _answer)


def _answer(error: Exception) -> Response:
    status, name = _row(error)
    from web.db import db

    db.session.rollback()
    if request.path.startswith("/api/"):
        response = make_response(jsonify(error=name, status=status), status)
    else:
        response = make_response(render_template(f"errors/{name}.html", status=status), status)
    if isinstance(error, HTTPException) and (retry := getattr(error, "retry_after", None)):
        response.headers["Retry-After"] = str(retry)
    return response


def _row(error: Exception) -> tuple[int, str]:
    for kind in type(error).__mro__:
        if kind in TABLE:
            return TABLE[kind]
    if isinstance(error, HTTPException) and error.code in TABLE:
        return TABLE[error.code]
    return (error.code, "bad-request") if isinstance(error, HTTPException) and error.code else TABLE[500]
