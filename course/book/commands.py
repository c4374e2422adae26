"""The command that makes the book: `flask content book`."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask_babel import gettext as _
from markupsafe import Markup

from course.book import epub, files, pdf
from course.book.chapters import Chapter, every, linked, whole
from web.db import session
from web.shelf import commands

STYLE = Path(__file__).with_name("style.css")


def _style() -> str:
    """The style of the book, with a class for each width of a bar: a style on an element is refused by our policy."""
    bars = "\n".join(f".bar--{n} {{ width: {n}%; }}" for n in range(101))
    return f"{STYLE.read_text('utf-8')}\n{bars}\n"


def gathered() -> list[Chapter]:
    """The chapters of the course as it stands."""
    parts: Any = current_app.jinja_env.get_template("course/book/parts.html").module

    def draw(name: str, *given: Any) -> str:
        return str(getattr(parts, name)(*given)).strip()

    return whole(session(), draw)


def write_epub(chapters: list[Chapter], path: Path) -> None:
    """The EPUB."""
    epub.write(chapters, path, _("Пробация құқығы"), _("Мазмұны"), _style())


def write_pdf(chapters: list[Chapter], path: Path) -> None:
    """The PDF."""
    led = [_drawn(chapter) for chapter in linked(chapters, lambda id_: f"#chapter-{id_}")]
    # without the frame of a page: there is no visitor here
    html = current_app.jinja_env.get_template("course/book/whole.html").render(chapters=led)
    pdf.write(html, _style(), path)


def _drawn(chapter: Chapter) -> dict[str, Any]:
    # clean already: made by the shelf's own Markdown and the book's macros
    return {
        "id": chapter.id, "title": chapter.title, "html": Markup(chapter.html),
        "parts": [_drawn(part) for part in chapter.parts],
    }  # fmt: skip


@commands.command("book")
@click.option("--epub", "only_epub", is_flag=True, help="The EPUB alone.")
@click.option("--pdf", "only_pdf", is_flag=True, help="The PDF alone; it takes minutes.")
def _book(only_epub: bool, only_pdf: bool) -> None:
    """Make the course as EPUB and PDF into the instance folder, where the site finds them."""
    instance: Path = current_app.extensions["tarmaq"].instance
    state, chapters = files.fingerprint(session()), gathered()
    session().rollback()
    if not chapters:
        # at the very first start there may be nothing yet, and that must not end it
        click.echo("no open module on the shelf: run flask content load first", err=True)
        return
    click.echo(f"{sum(1 for _one in every(chapters))} chapters")
    for kind, write in (("epub", write_epub), ("pdf", write_pdf)):
        if kind == "pdf" and only_epub and not only_pdf or kind == "epub" and only_pdf and not only_epub:
            continue
        started = time.monotonic()
        try:
            made = files.store(instance, kind, state, lambda path, write=write: write(chapters, path))  # type: ignore[misc]
        except pdf.NoPrinter as error:
            click.echo(f"no PDF: Pango is missing on this machine ({error}); see README", err=True)
            sys.exit(1)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        taken = time.monotonic() - started
        click.echo(f"{made.name}: {made.stat().st_size // 1024} KB in {taken:.1f} s, {most} MB at most")
