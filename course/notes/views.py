"""Notes on pages: the part at a page's foot, all notes together, and what is done with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from accounts.views import ensure_learner, known_learner
from attempts.views import form_values, page_token, reader
from course.notes import service
from course.notes.models import Note
from course.notes.service import Draft, NoteFault
from library import service as library
from web import linking
from web.db import session
from web.locale import language

blueprint = Blueprint("notes", __name__, url_prefix="/notes")
Plain = dict[str, Any]
_TAG, _SPACE = re.compile(r"<[^>]+>"), re.compile(r"\s+")


def said(fault: NoteFault) -> str:
    """The fault in words: what is wrong and what to do."""
    words = {
        "empty": _("Жазба бос. Бірдеңе жазыңыз."),
        "text_long": _(
            "Жазба %(most)s таңбадан аспауы керек, қазір %(found)s таңба. Қысқартып, қайта сақтаңыз.",
            most=service.LONGEST_TEXT, found=fault.found,
        ),
        "quote_long": _(
            "Таңдалған үзінді %(most)s таңбадан аспауы керек, қазір %(found)s таңба. Қысқа үзінді таңдаңыз.",
            most=service.LONGEST_QUOTE, found=fault.found,
        ),
        "too_many": _("Жазбалар саны %(most)s болды, одан артық сақталмайды. Ескілерін жойыңыз.", most=fault.found),
    }  # fmt: skip
    return words[fault.key]


def _bare(html: str) -> str:
    return _SPACE.sub("", unescape(_TAG.sub("", html)))


def _shown(note: Note, words_of_page: str) -> Plain:
    gone = bool(note.quote) and _SPACE.sub("", note.quote) not in words_of_page
    return {
        "id": note.id, "quote": note.quote, "before": note.before, "after": note.after, "text": note.text, "gone": gone,
        "made": note.made_at.strftime("%d.%m.%Y"),
    }  # fmt: skip


def _words_of(content: Any) -> str:
    """The words of a page without spaces, as notes look for theirs in them."""
    return _bare(str(linking.html(content.text, language())))


def page_notes(page: Any) -> Plain:
    """What the page template shows at its foot: the reader's notes, the bookmark, and a form."""
    learner = known_learner() if not request.environ.get("tarmaq.shared") else None
    kept = service.notes_of(session(), learner, page.id)
    words = _words_of(page) if kept else ""
    fresh = request.args.get("noted", "") if learner else ""
    return {
        "page": page.id, "notes": [_shown(note, words) for note in kept], "token": page_token(),
        "fresh": fresh if fresh in {note.id for note in kept} else "", "typed": {}, "error": "",
    }  # fmt: skip


def has_bookmark(page: Any) -> bool:
    """Whether the reader put a bookmark on the page."""
    learner = known_learner() if not request.environ.get("tarmaq.shared") else None
    return page.id in service.bookmarks_of(session(), learner)


@blueprint.app_context_processor
def _parts() -> Plain:
    return {"page_notes": page_notes, "has_bookmark": has_bookmark}


def _form() -> dict[str, str]:
    return {name: "\n".join(values[0].splitlines()) if values else "" for name, values in form_values().items()}


def _open_page(name: str) -> Any:
    """The page if this reader may see it."""
    held = library.get(session(), reader(), "page", name[:120]) or abort(404)
    return held.content


def _to_page(name: str, place: str = "notes", **query: str) -> Response:
    module, _slash, slug = name.partition("/")
    address = url_for("course.page", name=module, slug=slug, _anchor=place, **query)
    return redirect(address, 303)  # type: ignore[return-value]


@blueprint.post("/add")
def add() -> Response:
    """Keep a note or a highlight: 303 to its page, or 422 with everything typed."""
    form = _form()
    page = _open_page(form.get("page", ""))
    # every rendering of a form has a token of its own, in a page kept for newcomers that of the visit
    token = f"{form.get('csrf_token', '')}{form.get('token', '')}"
    draft = Draft(page.id, *(form.get(name, "") for name in ("text", "quote", "before", "after")), token)
    try:
        id_ = service.keep(session(), ensure_learner, draft)
    except NoteFault as fault:
        part = page_notes(page) | {"typed": form, "error": said(fault)}
        title = linking.words(page.title, language())
        body = render_template("course/notes/refused.html", part=part, title=title, nav="course")
        return make_response(body, 422)
    return _to_page(page.id, f"note-{id_}", noted=id_)


@blueprint.post("/bookmark")
def bookmark() -> Response:
    """Put a bookmark on a page or take it off."""
    form = _form()
    page = _open_page(form.get("page", ""))
    service.mark(session(), ensure_learner, page.id, form.get("wanted") == "1")
    return _to_page(page.id, "bookmark")


def _all_notes() -> list[Plain]:
    """Modules in their order with their pages, each with its notes; what stands on pages that are gone comes last."""
    lang, learner = language(), known_learner()
    kept: dict[str, list[Note]] = {}
    for note in service.notes_of(session(), learner):
        kept.setdefault(note.page, []).append(note)
    if not kept:
        return []
    pages = {one.name: one.content for one in library.listing(session(), reader(), "page")}
    modules = [held.content for held in library.listing(session(), reader(), "module")]
    order = {f"{m.id}/{slug}": (m.id, linking.words(m.title, lang)) for m in modules for slug in m.pages}
    places = list(order)
    names = sorted(kept, key=lambda name: places.index(name) if name in order else len(places))
    return [
        {"title": title, "pages": [_with_notes(name, pages.get(name), kept[name]) for name in group]}
        for (_id, title), group in groupby(names, key=lambda name: order.get(name, ("", "")))
    ]  # fmt: skip


def _with_notes(name: str, content: Any, kept: list[Note]) -> Plain:
    words = _words_of(content) if content else ""
    return {
        "href": linking.address("page", name, language()) if content else "", "gone": content is None,
        "title": linking.words(content.title, language()) if content else name,
        "notes": [_shown(note, words) for note in kept],
    }  # fmt: skip


def _bookmarked() -> list[Plain]:
    wanted = service.bookmarks_of(session(), known_learner())
    pages = {one.name: one.content for one in library.listing(session(), reader(), "page")} if wanted else {}
    return [
        {"href": linking.address("page", name, language()), "title": linking.words(pages[name].title, language()),
         "minutes": pages[name].minutes}
        for name in wanted if name in pages
    ]  # fmt: skip


@blueprint.get("")
def index() -> Response:
    """All notes by module and page, and the bookmarks."""
    page = render_template("course/notes/index.html", modules=_all_notes(), bookmarks=_bookmarked(), nav="course")
    return make_response(page)


def _lines(module: Plain) -> Iterator[str]:
    yield from (module["title"], "=" * len(module["title"]), "") if module["title"] else ()
    for page in module["pages"]:
        yield from (page["title"], "-" * len(page["title"]), "")
        for note in page["notes"]:
            yield from (f"«{note['quote']}»",) if note["quote"] else ()
            yield from (note["text"],) if note["text"] else ()
            yield from (note["made"], "")


@blueprint.get("/notes.txt")
def as_text() -> Response:
    """All notes as plain text, to be kept elsewhere."""
    response = make_response("\n".join(line for module in _all_notes() for line in _lines(module)) + "\n")
    response.mimetype = "text/plain"
    response.headers["Content-Disposition"] = "attachment; filename=tarmaq-notes.txt"
    return response


def _own(id_: str) -> Note:
    return service.get(session(), known_learner(), id_) or abort(404)


def _show(note: Note, text: str, error: str = "", status: int = 200) -> Response:
    page = render_template("course/notes/one.html", note=note, text=text, error=error, nav="course")
    return make_response(page, status)


@blueprint.get("/<id_>")
def one(id_: str) -> Response:
    """One's own note, to be changed or taken away."""
    note = _own(id_)
    return _show(note, note.text)


@blueprint.post("/<id_>/change")
def change(id_: str) -> Response:
    """Other words for a note."""
    note, text = _own(id_), _form().get("text", "")
    try:
        service.change(session(), known_learner(), id_, text) or abort(404)
    except NoteFault as fault:
        return _show(note, text, said(fault), 422)
    return redirect(f"{url_for('notes.index')}#note-{id_}", 303)  # type: ignore[return-value]


@blueprint.post("/<id_>/remove")
def remove(id_: str) -> Response:
    """Take a note away; back to where it was listed."""
    page = service.remove(session(), known_learner(), id_) or abort(404)
    held = library.get(session(), reader(), "page", page)
    if held and _form().get("back") == "page":
        return _to_page(page)
    return redirect(url_for("notes.index"), 303)  # type: ignore[return-value]


@blueprint.after_request
def _no_copies(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
