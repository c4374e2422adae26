"""The book to take along: which files there are, how old they are, and the files themselves."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, make_response, render_template, send_file

from course.book import files
from web.db import session

blueprint = Blueprint("book", __name__, url_prefix="/course")
_TYPES = {"epub": "application/epub+zip", "pdf": "application/pdf"}


def _made(kind: str) -> files.Made | None:
    return files.newest(current_app.extensions["tarmaq"].instance, kind, files.fingerprint(session()))


@blueprint.get("/book")
def about() -> Response:
    """Both files with their day, and what to do where there is none."""
    held = [{"kind": kind, "made": _made(kind)} for kind in files.KINDS]
    return make_response(render_template("course/book/about.html", held=held, wanted="", nav="course"))


@blueprint.get("/book.<kind>")
def take(kind: str) -> Response:
    """The file; where it is not made yet, a page that says how it is made."""
    if kind not in _TYPES:
        abort(404)
    made = _made(kind)
    if made is None:
        held = [{"kind": one, "made": _made(one)} for one in files.KINDS]
        page = render_template("course/book/about.html", held=held, wanted=kind, nav="course")
        return make_response(page, 404)
    answer = send_file(
        made.path, mimetype=_TYPES[kind], as_attachment=True, download_name=f"tarmaq.{kind}", max_age=0
    )  # fmt: skip
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
