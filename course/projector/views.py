"""The pages for a projector and the page of one figure."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request, url_for
from markupsafe import Markup

from attempts.views import reader
from course import drawing
from course.projector.slides import cut
from library import service as library
from library.links import links_in
from library.service import Held
from web import linking
from web.db import session
from web.locale import language

blueprint = Blueprint("course_projector", __name__)


def page(held: Held, module: Held) -> Response:
    """A page of the course, part by part; items as questions, without answers."""
    lang = language()
    slides = cut(str(linking.html(held.content.text, lang)), _embedded)
    for slide in slides:
        if "html" in slide:
            slide["html"] = Markup(slide["html"])
    name, _, slug = held.name.partition("/")
    return _shown(
        linking.words(held.content.title, lang), linking.words(module.content.title, lang), slides,
        url_for("course.page", name=name, slug=slug),
    )  # fmt: skip


def _shown(title: str, over: str, slides: list[dict[str, Any]], back: str) -> Response:
    return make_response(
        render_template("projector.html", title=title, over=over, slides=slides, back=back, nav="course")
    )


def _embedded(kind: str, target: str) -> dict[str, Any] | None:
    if kind == "figure":
        held = library.get(session(), reader(), "figure", target)
        return {"figure": drawing.shown_figure(held.content, language())} if held else None
    found = current_app.extensions["tarmaq.on_wall"](target)
    return {"task": found} if found else None


@blueprint.get("/course/figures/<name>")
def figure(name: str) -> Response:
    """A figure by itself, with the pages that hold it."""
    held = library.get(session(), reader(), "figure", name) or abort(404)
    lang = language()
    shown = drawing.shown_figure(held.content, lang)
    title = linking.words(held.content.title, lang)
    if request.args.get("view") == "projector":
        back = url_for("course_projector.figure", name=name)
        return _shown(title, "", [{"figure": shown}], back)
    pages = [
        {"href": linking.address("page", one.name, lang), "title": linking.words(one.content.title, lang)}
        for one in library.listing(session(), reader(), "page")
        if any(link.scheme == "figure" and link.target == name for link in links_in(one.content.kazakh))
    ]
    page = render_template("course/figure.html", figure=shown, name=name, title=title, pages=pages, nav="course")
    return make_response(page)
