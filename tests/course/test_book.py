"""The course as a book: well-formed, whole, in Kazakh, of open documents alone, and old files are said to be old."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from course.book import files
from course.book.chapters import Chapter, every, linked
from course.book.commands import gathered, write_epub
from course.book.pdf import NoPrinter, write
from course.book.xhtml import xhtml
from library import service as library
from library.models import Document
from library.service import STRANGER
from tests.browsing import Visitor
from web.settings import Settings

XHTML = "{http://www.w3.org/1999/xhtml}"
pytestmark = pytest.mark.thorough


@pytest.fixture
def epub(app: Flask, tmp_path: Path) -> Iterator[zipfile.ZipFile]:
    """The EPUB of the whole course."""
    with app.app_context():
        write_epub(gathered(), tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        yield opened


def pages(epub: zipfile.ZipFile) -> dict[str, ElementTree.Element]:
    return {name: ElementTree.fromstring(epub.read(name)) for name in epub.namelist() if name.endswith(".xhtml")}


def test_the_epub_begins_with_its_type_and_every_file_is_well_formed(epub: zipfile.ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert epub.read("mimetype") == b"application/epub+zip" and epub.testzip() is None
    for name in epub.namelist():
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
            ElementTree.fromstring(epub.read(name))


def test_the_epub_names_every_file_that_it_holds(epub: zipfile.ZipFile) -> None:
    package = ElementTree.fromstring(epub.read("EPUB/package.opf"))
    named = {f"EPUB/{one.get('href')}" for one in package.iter("{http://www.idpf.org/2007/opf}item")}
    assert named == {name for name in epub.namelist() if name.startswith("EPUB/")} - {"EPUB/package.opf"}


def test_the_epub_holds_every_open_page_in_kazakh(epub: zipfile.ZipFile, session: Session) -> None:
    titles = {str(one.content.title) for one in library.listing(session, STRANGER, "page")}
    found = {page.findtext(f"{XHTML}head/{XHTML}title") for page in pages(epub).values()}
    assert titles <= found and len(titles) > 50
    assert {page.get("lang") for page in pages(epub).values()} == {"kk"}
    contents = epub.read("EPUB/toc.xhtml").decode()
    assert "Мазмұны" in contents and "Table of" not in contents and 'epub:type="toc"' in contents


def test_links_inside_the_epub_lead_somewhere_and_none_leads_to_a_site_that_is_not_there(
    epub: zipfile.ZipFile,
) -> None:
    found = pages(epub)
    ids = {name: {one.get("id") for one in page.iter() if one.get("id")} for name, page in found.items()}
    for name, page in found.items():
        for link in page.iter(f"{XHTML}a"):
            file, fragment = urldefrag(link.get("href", ""))
            if file.startswith("https://"):
                continue
            target = f"EPUB/{file}" if file else name
            assert target in found and (not fragment or fragment in ids[target]), f"{name}: {link.get('href')}"


def test_ids_stand_once_in_the_whole_book(app: Flask) -> None:
    with app.app_context():
        ids = [chapter.id for chapter in every(gathered())]
    assert len(ids) == len(set(ids))


def test_a_hidden_page_is_not_in_the_book(app: Flask, session: Session) -> None:
    session.execute(update(Document).where(Document.name == "pretrial/who-may").values(audience="exam"))
    session.commit()
    with app.app_context():
        ids = {chapter.id for chapter in every(gathered())}
    assert "pretrial--who-may" not in ids and "pretrial--aims" in ids


def test_a_link_of_ours_leads_into_the_book_or_becomes_words() -> None:
    law = '<a class="law" href="/law/x/1" data-provision="Заң 1">бап</a>'
    html = f'{law} <a href="/course/m/b">б</a> <a href="/cases/c">іс</a>'
    made = linked([Chapter("m--a", "А", html), Chapter("m--b", "Б", "")], lambda id_: f"#{id_}")
    assert made[0].html == (
        '<span class="law">бап</span> <span class="provision">[Заң 1]</span> <a href="#m--b">б</a> іс'
    )


@pytest.mark.parametrize(
    ("html", "meant"),
    [
        ("<p>а<br>б &amp; в &lt; г</p>", "<p>а<br/>б &amp; в &lt; г</p>"), ("<ul><li>а", "<ul><li>а</li></ul>"),
        ('<td align="right">1</td>', "<td>1</td>"), ("<p><em>а</p>", "<p><em>а</em></p>"),
    ],
)  # fmt: skip
def test_html_becomes_well_formed(html: str, meant: str) -> None:
    assert xhtml(html) == meant


def test_where_no_file_was_made_the_page_says_how(visitor: Visitor) -> None:
    for kind in files.KINDS:
        page = visitor.get(f"/course/book.{kind}")
        assert page.status_code == 404 and f"flask content book --{kind}" in page.text
    assert visitor.get("/course/book.mobi").status_code == 404
    assert "Әлі жасалмаған" in visitor.get("/course/book").text


def test_the_command_makes_a_file_that_the_site_gives_and_says_when_it_is_old(
    app: Flask, visitor: Visitor, settings: Settings, session: Session
) -> None:
    done = app.test_cli_runner().invoke(args=["content", "book", "--epub"])
    assert done.exit_code == 0, done.output
    answer = visitor.http.get("/course/book.epub")
    assert answer.status_code == 200 and answer.data[:2] == b"PK"
    assert "курс өзгерді" not in visitor.get("/course/book").text
    before = files.fingerprint(session)
    session.execute(update(Document).where(Document.name == "pretrial/aims").values(audience="academy"))
    session.commit()
    assert files.fingerprint(session) != before
    assert "курс өзгерді" in visitor.get("/course/book").text
    assert visitor.http.get("/course/book.epub").status_code == 200
    app.test_cli_runner().invoke(args=["content", "book", "--epub"])
    assert "курс өзгерді" not in visitor.get("/course/book").text
    assert len(list((settings.instance / "book").iterdir())) == 1


def test_a_pdf_has_our_letters_and_reads_nothing_from_elsewhere(tmp_path: Path) -> None:
    html = '<html lang="kk"><body><h1>Әғқңөұүһі</h1><img src="https://example.org/x.png" alt="x"></body></html>'
    try:
        write(html, "body { font-family: 'Noto Serif' }", tmp_path / "small.pdf")
    except NoPrinter:
        pytest.skip("no Pango on this machine")
    made = (tmp_path / "small.pdf").read_bytes()
    parts = [zlib.decompress(part) for part in re.findall(rb"stream\n(.*?)\nendstream", made, re.S)]
    assert made.startswith(b"%PDF") and any(b"Noto-Serif" in part or b"NotoSerif" in part for part in parts)


def test_the_site_itself_never_loads_the_layout_of_pdf() -> None:
    import subprocess
    import sys

    program = "import sys, app\nprint([n for n in sys.modules if n.startswith('weasyprint')])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
