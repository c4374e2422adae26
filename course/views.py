"""Pages of the course: modules, one page with its margin, the module as one print, the glossary."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request, url_for
from markupsafe import Markup

from accounts.views import reader_role
from attempts.views import newcomer, reader
from course import drawing, paper, sources
from course.content import Module
from course.moved import views as moved
from course.projector import views as projector
from library import service as library
from library.links import links_in
from library.service import Held
from rules import acts
from web import linking, pages
from web.db import session
from web.locale import language

blueprint = Blueprint("course", __name__)
_LAW = re.compile(r'<a class="law" href="[^"]*/law/([a-z0-9/-]+)"[^>]*>.*?</a>', re.S)
_EMBED = re.compile(r'<div data-embed="([a-z]+):([^"]+)"></div>')


def _module(name: str) -> Held:
    return library.get(session(), reader(), "module", name) or moved.onward(name)


def _pages_of(module: Module) -> list[Held]:
    held = {one.name: one for one in library.listing(session(), reader(), "page")}
    return [held[name] for slug in module.pages if (name := f"{module.id}/{slug}") in held]


@blueprint.get("/course")
def index() -> Response:
    """The modules of the course."""
    modules = [_shown_module(held.content) for held in library.listing(session(), reader(), "module")]
    return make_response(render_template("course/index.html", modules=modules, nav="course"))


def _shown_module(module: Module) -> dict[str, Any]:
    lang = language()
    return {
        "id": module.id, "title": linking.words(module.title, lang), "summary": linking.html(module.summary, lang),
        "follows": module.follows,
        "acts": [
            {"title": acts.acts()[name].short[lang], "href": linking.address("law", name, lang)}
            for name in module.follows.acts
        ],
        "objectives": [linking.words(o.text, lang) for o in module.objectives],
        "pages": _entries(module, ""), "questions": _questions(module, lang),
        "not_taught": [linking.inline(text, lang) for text in module.not_taught],
        "further": [linking.inline(text, lang) for text in module.further],
        "lesson": url_for("course.lesson", name=module.id) if module.lesson else "",
        "checked": sources.day_words(max((held.content.checked_until for held in _pages_of(module)), default=""), lang),
    }  # fmt: skip


def _questions(module: Module, lang: str) -> list[dict[str, Any]]:
    return [_question(one, lang) for one in module.control_questions]


def _question(question: Any, lang: str) -> dict[str, Any]:
    scheme, _, target = question.link.partition(":")
    return {
        "text": linking.inline(question.text, lang), "state": question.state,
        "href": linking.address(scheme, target, lang) if question.link else "",
        "looked_for": linking.words(question.looked_for, lang),
    }  # fmt: skip


def _entries(module: Module, now: str) -> list[dict[str, Any]]:
    lang = language()
    return [
        {"href": linking.address("page", held.name, lang), "title": linking.words(held.content.title, lang),
         "minutes": held.content.minutes, "state": "now" if held.name == now else ""}
        for held in _pages_of(module)
    ]  # fmt: skip


@blueprint.get("/course/<name>")
def module(name: str) -> Response:
    """One module: what one will be able to do, its pages, its control questions with their state."""
    held = _module(name)
    page = render_template("course/module.html", module=_shown_module(held.content), nav="course")
    return make_response(page)


@blueprint.get("/course/<name>/<slug>")
def page(name: str, slug: str) -> Response:
    """One page; rendered once for newcomers."""
    held = library.get(session(), reader(), "page", f"{name}/{slug}") or moved.onward(f"{name}/{slug}")
    if request.args.get("view") == "projector":
        return projector.page(held, _module(name))
    if newcomer():
        return pages.once(("page", held.revision_id, *_parts_of(held)), lambda: _page(held, name))
    return make_response(_page(held, name))


def _parts_of(held: Held) -> list[str]:
    """Revisions of what stands inside the page: its items and figures, and the module that orders it."""
    inside = {("quiz" if link.scheme == "quiz" else "figure", link.target.partition("/")[0])
              for link in links_in(held.content.kazakh) if link.scheme in ("quiz", "figure")}  # fmt: skip
    wanted = sorted({*inside, ("module", held.name.partition("/")[0])})
    found = [library.get(session(), reader(), kind, name) for kind, name in wanted]
    return [one.revision_id for one in found if one]


def _page(held: Held, name: str) -> str:
    lang, content = language(), held.content
    of = _module(name).content
    entries = _entries(of, held.name)
    here = [entry["state"] for entry in entries].index("now") if any(e["state"] for e in entries) else 0
    return render_template(
        "course/page.html", page=content, title=linking.words(content.title, lang), body=_body(held),
        module={
            "title": linking.words(of.title, lang), "href": url_for("course.module", name=name), "follows": of.follows,
            "id": name,
        },
        entries=entries, before=entries[here - 1] if here else None,
        after=entries[here + 1] if here + 1 < len(entries) else None,
        objectives=[linking.words(o.text, lang) for o in of.objectives if o.id in content.objectives],
        checked=sources.day_words(content.checked_until, lang),
        laws=sources.by_edition(content, lang), changed=sources.changed_since(content, lang),
        nav="course", name=name,
    )  # fmt: skip


def _body(held: Held) -> Markup:
    back = linking.address("page", held.name, language())
    embeds = current_app.extensions["tarmaq.embeds"]

    def put(found: re.Match[str]) -> str:
        return str(embeds[found.group(1)](found.group(2), back)) if found.group(1) in embeds else ""

    noted = _with_notes(str(linking.html(held.content.text, language())))
    return Markup(_EMBED.sub(put, noted))


def embed_figure(target: str, back: str) -> Markup:
    """A figure inside a page; nothing where there is no such figure."""
    held = library.get(session(), reader(), "figure", target)
    if held is None:
        return Markup()
    template: Any = current_app.jinja_env.get_template("components/figure.html").module
    return Markup(template.figure(drawing.shown_figure(held.content, language())))


def _with_notes(html: str) -> str:
    """A margin note after the first mention of each provision."""
    reading: Any = current_app.jinja_env.get_template("components/reading.html").module
    seen: set[str] = set()

    def note(found: re.Match[str]) -> str:
        target = found.group(1)
        if target in seen or target not in acts.provisions():
            return found.group(0)
        seen.add(target)
        law = sources.law_of(target, language())
        id_ = f"note-{len(seen)}"
        return found.group(0) + str(reading.margin_note(id_, law["badge"], law["summary"], law["edition"]))

    return _LAW.sub(note, html)


def _on_paper(held: Held) -> Markup:
    """A page among others on paper: figures drawn, items left out, sources named apart from those of other pages."""
    html = str(linking.html(held.content.text, language()))
    slug = held.name.partition("/")[2]

    def put(found: re.Match[str]) -> str:
        return str(embed_figure(found.group(2), "")) if found.group(1) == "figure" else ""

    # two pages may have a heading of the same words, and paper has no use for its place
    html = re.sub(r'<h([23]) id="[^"]*">', r"<h\1>", html)
    return Markup(_EMBED.sub(put, html.replace('href="#source-', f'href="#source-{slug}-')))


@blueprint.get("/course/<name>/print")
def whole(name: str) -> Response:
    """A whole module on paper, with its control questions; with those of practice if asked for; without answers."""
    held = _module(name)
    lang = language()
    papers = [
        {"title": linking.words(one.content.title, lang), "body": _on_paper(one), "slug": one.name.partition("/")[2],
         "sources": one.content.sources}
        for one in _pages_of(held.content)
    ]  # fmt: skip
    shown = _shown_module(held.content)
    asked = request.args.get("items") == "1"
    items = paper.practice(library.listing(session(), reader(), "quiz"), name, lang) if asked else []
    page = render_template("course/print.html", module=shown, papers=papers, items=items, asked=asked, nav="course")
    return make_response(page)


@blueprint.get("/course/<name>/lesson")
def lesson(name: str) -> Response:
    """A teacher's notes for a lesson on the module."""
    held, lang = _module(name), language()
    if not (notes := held.content.lesson):
        abort(404)
    cases = {one.name: one.content.title for one in library.listing(session(), reader(), "case")}
    shown = {
        "steps": [{"minutes": s.minutes, "text": linking.inline(s.text, lang)} for s in notes.steps],
        "questions": [linking.inline(text, lang) for text in notes.questions],
        "mistakes": [linking.inline(text, lang) for text in notes.mistakes],
        "cases": [
            {"name": name, "href": linking.address("case", name, lang), "title": linking.words(cases[name], lang)}
            for name in notes.cases if name in cases
        ],
    }  # fmt: skip
    page = render_template(
        "course/lesson.html", module=_shown_module(held.content), lesson=shown, nav="course",
        teaches=reader_role() in ("instructor", "administrator"),
    )  # fmt: skip
    return make_response(page)
