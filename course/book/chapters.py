"""The course as chapters of a book: every link that leads inside the book leads there, the others are words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from course import drawing
from course.content import Term
from kazakh.letters import order_key
from library import service as library
from library.service import STRANGER, Held
from web import linking

LANG = "kk"
_EMBED = re.compile(r'<div data-embed="([a-z]+):([^"]+)"></div>')
_HEADING = re.compile(r'<h([23]) id="[^"]*">')
_LAW = re.compile(r'<a class="law" href="[^"]*" data-provision="([^"]*)"[^>]*>(.*?)</a>', re.S)
_SOURCE = re.compile(r'<a class="source" href="#source-([^"]*)"[^>]*>')
_LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)[^"]*"[^>]*>(.*?)</a>', re.S)
# renders one of the macros of the book's template
Draw = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: an id that is its own in the whole book, title, clean HTML, and the chapters below it."""

    id: str
    title: str
    html: str
    parts: tuple[Chapter, ...] = ()


def whole(session: Session, draw: Draw) -> list[Chapter]:
    """All open modules with their pages and questions, and the terms at the end."""
    pages = {held.name: held for held in library.listing(session, STRANGER, "page")}
    figures = {held.name: held.content for held in library.listing(session, STRANGER, "figure")}
    made = [_module(held.content, pages, figures, draw) for held in library.listing(session, STRANGER, "module")]
    terms = [term for held in library.listing(session, STRANGER, "glossary") for term in held.content.terms]
    return made + ([_terms(terms, draw)] if terms else [])


def _module(module: Any, pages: dict[str, Held], figures: dict[str, Any], draw: Draw) -> Chapter:
    names = [name for slug in module.pages if (name := f"{module.id}/{slug}") in pages]
    parts = [_page(pages[name], figures, draw) for name in names]
    questions = [linking.inline(one.text, LANG) for one in module.control_questions]
    if questions:
        parts.append(Chapter(f"{module.id}-questions", draw("questions_title"), draw("questions", questions)))
    aims = [linking.words(one.text, LANG) for one in module.objectives]
    opening = draw("opening", linking.html(module.summary, LANG), module.follows, aims)
    return Chapter(module.id, linking.words(module.title, LANG), opening, tuple(parts))


def id_of(name: str) -> str:
    """The id of a page in the book, from its name `module/slug`."""
    return name.replace("/", "--")


def _page(held: Held, figures: dict[str, Any], draw: Draw) -> Chapter:
    def put(found: re.Match[str]) -> str:
        figure = figures.get(found.group(2)) if found.group(1) == "figure" else None
        return draw("figure", drawing.shown_figure(figure, LANG)) if figure else ""

    id_ = id_of(held.name)
    html = _EMBED.sub(put, str(linking.html(held.content.text, LANG)))
    html = _SOURCE.sub(lambda found: f'<a class="source" href="#source-{id_}-{found.group(1)}">', html)
    # two pages may have a heading of the same words
    html = _HEADING.sub(r"<h\1>", html)
    html += draw("sources", held.content.sources, id_)
    return Chapter(id_, linking.words(held.content.title, LANG), html)


def _terms(terms: list[Term], draw: Draw) -> Chapter:
    shown = [{"kk": t.kk, "ru": t.ru, "text": linking.inline(t.definition, LANG)} for t in terms]
    return Chapter("terms", draw("terms_title"), draw("terms", sorted(shown, key=lambda one: order_key(one["kk"]))))


def every(chapters: list[Chapter]) -> Iterator[Chapter]:
    """The chapters and all below them, in the order of reading."""
    for chapter in chapters:
        yield chapter
        yield from every(list(chapter.parts))


def _named(found: re.Match[str]) -> str:
    provision, words = found.group(1).strip(), found.group(2)
    return f'<span class="law">{words}</span> <span class="provision">[{provision}]</span>'


def linked(chapters: list[Chapter], place: Callable[[str], str]) -> list[Chapter]:
    """The same chapters with links into the book led to `place(id)`; a provision is named behind its words."""
    held = {chapter.id for chapter in every(chapters)}

    def lead(found: re.Match[str]) -> str:
        path, words = found.groups()
        id_ = id_of(path.removeprefix("/course/")) if path.startswith("/course/") else ""
        return f'<a href="{place(id_)}">{words}</a>' if id_ in held else words

    def led(chapter: Chapter) -> Chapter:
        html = _LAW.sub(_named, chapter.html)
        return replace(chapter, html=_LINK.sub(lead, html), parts=tuple(led(part) for part in chapter.parts))

    return [led(chapter) for chapter in chapters]
