"""The book as EPUB 3: contents, one file for each chapter, figures as tables and lists."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import mkepub

from course.book.chapters import Chapter, every, linked
from course.book.xhtml import xhtml


class _Book(mkepub.Book):  # type: ignore[misc]
    """mkepub writes English into every file; ours are Kazakh."""

    def __init__(self, title: str, contents: str, **about: Any) -> None:
        self.contents = contents
        super().__init__(title, **about)

    def _write(self, template: str, path: str, **data: Any) -> None:
        super()._write(template, path, **data)
        file = self.path / path
        said = file.read_text("utf-8").replace('lang="en"', 'lang="kk"')
        file.write_text(said.replace("Table of Contents", self.contents), "utf-8")


def write(chapters: list[Chapter], path: Path, title: str, contents: str, style: str) -> None:
    """Write the book to the path, where nothing may be yet."""
    # mkepub numbers its files in the order in which they are added
    files = {chapter.id: f"page{number:04}.xhtml" for number, chapter in enumerate(every(chapters), 1)}
    book = _Book(escape(title), contents, lang="kk", author="Tarmaq")
    book.set_stylesheet(style)
    for chapter in linked(chapters, files.__getitem__):
        top = book.add_page(escape(chapter.title), _body(chapter))
        for part in chapter.parts:
            book.add_page(escape(part.title), _body(part), parent=top)
    book.save(path)


def _body(chapter: Chapter) -> str:
    return f"<h1>{escape(chapter.title)}</h1>\n{xhtml(chapter.html)}"
