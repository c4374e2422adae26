"""A page or a module that is not there: to where it went, or 404."""

from __future__ import annotations

from typing import NoReturn

from flask import abort, redirect, request, url_for

from attempts.views import reader
from course.moved.content import NAME
from library import service as library
from web.db import session


def onward(name: str) -> NoReturn:
    """Leads on for good (301) in the language of the request; 404 where nothing moved."""
    held = library.get(session(), reader(), "moved", NAME)
    new = held.content.onward(name) if held else ""
    if not new:
        abort(404)
    module, _, slug = new.partition("/")
    where = url_for("course.page", name=module, slug=slug) if slug else url_for("course.module", name=module)
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    abort(redirect(where + query, 301))
