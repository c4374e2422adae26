"""The catalogues follow the code by one command, and pages in other languages say Kazakh only where they say so."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient

from deploy import words
from tests.house.floors import ROOT
from web import pages
from web.settings import Settings

KAZAKH = re.compile("[әғқңөұүһі]", re.I)
CYRILLIC = re.compile("[а-яё]|[әғқңөұүһі]", re.I)
FOREIGN = {"ru": KAZAKH, "en": CYRILLIC}
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# A title cannot say that one of its words is in another language.
MIXED = frozenset({"title"})
SAID_ALOUD = ("aria-label", "title", "placeholder", "alt")
PAGES = (
    "/", "/course", "/course/pretrial", "/course/pretrial/who-may", "/course/pretrial/print", "/glossary", "/cases",
    "/cases/pretrial-07", "/cases/pretrial-07/sheet", "/cases/pretrial-08", "/practice", "/practice/pretrial", "/law",
    "/law/order-511", "/law/order-511/98", "/law/order-90/test/13/1", "/law/probation-law/14/2/intro", "/law/rules",
    "/law/rules/pretrial-list-law", "/law/conventions", "/law/changes", "/law/changes/order-511@733",
    "/law/cc/44/1/last", "/law/work", "/scoring", "/about", "/account/sign-in", "/account/sign-up", "/account/reset",
    "/account/mine", "/no-such-page",
)  # fmt: skip


class Listener(HTMLParser):
    """Hears every text and every word said aloud, and the language it is in."""

    def __init__(self, page_lang: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = [("", page_lang)]
        self.heard: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        lang = named.get("lang") or self.open[-1][1]
        spoken = [name for name in named if name in SAID_ALOUD or name.startswith("data-")]
        self.heard += [(lang, f"{tag} {name}", named[name]) for name in spoken]
        if tag == "meta" and named.get("name") == "description":
            self.heard.append((lang, "description", named["content"]))
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place][0] == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        tag, lang = self.open[-1]
        self.heard.append((lang, tag, data.strip()))


def out_of_place(html: str, page_lang: str) -> list[str]:
    """Texts in letters that the language they are said to be in does not have."""
    listener = Listener(page_lang)
    listener.feed(html)
    return [
        f"{place}: {text[:80]}" for lang, place, text in listener.heard
        if lang in FOREIGN and place not in MIXED and FOREIGN[lang].search(text)
    ]  # fmt: skip


@pytest.fixture
def speaking(settings: Settings, make_app: Callable[[Settings], Flask], tmp_path: Path) -> Iterator[FlaskClient]:
    """A visitor of the site with the catalogues as they stand in the repository."""
    site = make_app(settings)
    compiled = tmp_path / "compiled"
    for lang in words.LANGUAGES:
        (compiled / lang / "LC_MESSAGES").mkdir(parents=True)
        with (compiled / lang / "LC_MESSAGES" / "messages.mo").open("wb") as file:
            write_mo(file, words.held(lang))
    site.extensions["babel"].translation_directories[:] = [str(compiled)]
    yield site.test_client()
    pages.forget()


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_pages_say_kazakh_only_where_they_say_that_it_is_kazakh(speaking: FlaskClient, lang: str) -> None:
    wrong = []
    for path in PAGES:
        answer = speaking.get(f"/{lang}{path}", follow_redirects=True)
        assert answer.status_code == (404 if path == "/no-such-page" else 200), path
        wrong += [f"/{lang}{path}: {one}" for one in out_of_place(answer.get_data(as_text=True), lang)]
    assert not wrong, "\n".join(wrong[:40])


@pytest.mark.parametrize("planted", ["<p>Сақталды</p>", '<p aria-label="Сақталды">Да</p>', '<i data-kept="Жоқ"></i>'])
def test_kazakh_out_of_place_would_be_found(planted: str) -> None:
    assert out_of_place(f"<html>{planted}</html>", "ru")
    assert not out_of_place(f'<html><div lang="kk">{planted}</div></html>', "ru")


def test_a_form_that_is_refused_speaks_the_language_of_its_page(speaking: FlaskClient) -> None:
    for lang, said in (("ru", "Заполните это поле."), ("en", "Fill in this field.")):
        page = speaking.get(f"/{lang}/account/sign-in").get_data(as_text=True)
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert token
        refused = speaking.post(f"/{lang}/account/sign-in", data={"csrf_token": token.group(1)})
        assert refused.status_code == 422
        assert said in refused.get_data(as_text=True)


def test_translations_are_written_in_letters_of_their_language() -> None:
    for lang in words.LANGUAGES:
        strange = [one for one in _forms(words.held(lang)) if FOREIGN[lang].search(one)]
        assert not strange, strange


def test_the_interface_does_not_shout() -> None:
    for lang in words.LANGUAGES:
        assert not [one for one in _forms(words.held(lang)) if "!" in one]


def _forms(catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        if message.id:
            yield from [message.string] if isinstance(message.string, str) else message.string


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A repository with one template and one module that speak."""
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "babel.cfg").write_bytes((ROOT / "translations" / "babel.cfg").read_bytes())
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        "<p>{{ _('Іс') }} {{ _('Табылғаны: %(n)s', n=2) }} {{ ngettext('ұпай', 'ұпай', 2) }}</p>", "utf-8"
    )
    (tmp_path / "forms.py").write_text('from flask_babel import lazy_gettext as _l\nA = _l("Логин")\n', "utf-8")
    return tmp_path


def translate(root: Path, lang: str, **said: str | tuple[str, ...]) -> None:
    """Give words to messages by the beginning of their text."""
    catalogue = words.held(lang, root)
    for message in catalogue:
        own = message.id if isinstance(message.id, str) else message.id[0]
        for start, text in said.items():
            if own.startswith(start):
                message.string = text
    words.catalogue_path(lang, root).write_bytes(words.written(catalogue))


def all_said(root: Path) -> None:
    words.update("en", words.words_in(root), root)
    translate(root, "en", Іс="Case", Табылғаны="Found: %(n)s", ұпай=("point", "points"), Логин="Login")


def test_words_of_templates_and_code_are_found(small: Path) -> None:
    assert set(words.words_in(small)) == {"Іс", "Табылғаны: %(n)s", ("ұпай", "ұпай"), "Логин"}


def test_a_whole_catalogue_passes(small: Path) -> None:
    all_said(small)
    assert words.check("en", words.words_in(small), small) == []


def test_a_word_without_translation_is_named(small: Path) -> None:
    all_said(small)
    translate(small, "en", Іс="", ұпай=("point", ""))
    assert [line.rpartition(": ")[2] for line in words.check("en", words.words_in(small), small)] == [
        "('ұпай', 'ұпай')", "Іс",
    ]  # fmt: skip


def test_a_translation_that_loses_a_slot_is_named(small: Path) -> None:
    all_said(small)
    translate(small, "en", Табылғаны="Found: %(number)s")
    found = words.check("en", words.words_in(small), small)
    assert len(found) == 1 and "Табылғаны" in found[0]


def test_a_new_word_gets_no_guessed_translation_and_the_others_stay(small: Path) -> None:
    all_said(small)
    (small / "templates" / "page.html").write_text("<p>{{ _('Істер') }} {{ _('Іс') }}</p>", "utf-8")
    now = words.words_in(small)
    assert words.check("en", now, small)[0].startswith("en: out of step")
    assert words.update("en", now, small) == ["en: no translation: Істер"]
    kept = words.held("en", small)
    assert {m.id: m.string for m in kept if m.id} == {"Іс": "Case", "Істер": "", "Логин": "Login"}
    assert not kept.obsolete


def test_a_second_run_changes_nothing(small: Path) -> None:
    all_said(small)
    path = words.catalogue_path("en", small)
    before = path.read_bytes()
    words.update("en", words.words_in(small), small)
    assert path.read_bytes() == before
    assert b"Date" not in before and str(small).encode() not in before


def test_what_is_written_is_read_again(small: Path) -> None:
    all_said(small)
    catalogue = read_po(BytesIO(words.catalogue_path("en", small).read_bytes()), locale="en")
    assert catalogue.get("ұпай").string == ("point", "points")


def test_the_catalogues_of_the_repository_are_in_step() -> None:
    done = subprocess.run([sys.executable, "-m", "deploy.words", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
