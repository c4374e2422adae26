"""Every page of the site, in three languages: it answers, its links lead somewhere, it is light and strict."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from app import create_app
from tests.conftest import close, settings_in
from tests.web.site_walk import Visited, walk
from web import pages
from web.settings import ROOT

pytestmark = pytest.mark.thorough

# A page as it is before it is packed for the way; a whole module on paper may be as heavy as two.
HEAVIEST, HEAVIEST_PRINT = 150_000, 300_000
STARTS = {"kk": "", "ru": "/ru", "en": "/en"}
# To a stranger the list of people does not exist.
ABSENT = ("/account/people",)
POLICY = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
          "form-action 'self'", "worker-src 'self'"}  # fmt: skip
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|<[^>]+\son[a-z]+=", re.I)
SLOT = re.compile(r"\{\{|\{%|\{[a-z_]+(?::[^}]*)?\}|Undefined|Traceback|<built-in|object at 0x")
DRAWN_BY_SCRIPT = re.compile(r'\sdata-[a-z-]+="[^"]*"')

Pages = dict[str, Visited]


@pytest.fixture(scope="module", params=list(STARTS))
def walked(
    request: pytest.FixtureRequest, loaded_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pages]:
    """All pages of one language."""
    folder = tmp_path_factory.mktemp(f"walk_{request.param}")
    shutil.copy(loaded_file, folder / "site.sqlite3")
    pages.forget()
    app = create_app(settings_in(folder))
    yield walk(app, STARTS[request.param], every=4 if request.param == "kk" else 16)
    close(app)


@pytest.fixture
def html_pages(walked: Pages) -> list[Visited]:
    return [page for page in walked.values() if page.html and page.status == 200]


def test_every_address_answers(walked: Pages) -> None:
    bad = [f"{page.path}: {page.status}" for page in walked.values() if page.status >= 400 and not _absent(page.path)]
    assert not bad, "\n".join(bad[:40])
    assert len(walked) > 150


def _absent(path: str) -> bool:
    return path.endswith(ABSENT)


def test_every_link_leads_somewhere(walked: Pages) -> None:
    dead = set()
    for page in walked.values():
        for link in page.links:
            bare, fragment = urldefrag(link)
            target = walked.get(bare)
            if target and target.html and fragment and unquote(fragment) not in target.ids:
                dead.add(f"{page.path} → {unquote(link)}: no such id")
            if bare.startswith("/static/") and not (ROOT / urlsplit(bare).path.lstrip("/")).exists():
                dead.add(f"{page.path} → {bare}: no such file")
    assert not dead, "\n".join(sorted(dead)[:40])


def test_no_link_leaves_the_site_but_to_databases_of_law(walked: Pages) -> None:
    hosts = {urlsplit(link).netloc for page in walked.values() for link in page.links} - {""}
    assert hosts <= {"adilet.zan.kz", "zan.gov.kz", "online.zakon.kz", "prg.kz"}


def test_headers_are_strict_everywhere(walked: Pages) -> None:
    for page in walked.values():
        policy = {part.strip() for part in page.headers["Content-Security-Policy"].split(";")}
        assert policy >= POLICY, page.path
        assert "unsafe" not in page.headers["Content-Security-Policy"]
        assert page.headers["X-Content-Type-Options"] == "nosniff", page.path
        assert page.headers["Referrer-Policy"] == "same-origin", page.path
        assert page.headers["X-Frame-Options"] == "DENY", page.path


def test_a_page_is_never_kept_by_shared_caches(html_pages: list[Visited]) -> None:
    for page in html_pages:
        assert {"private", "no-store"} & set(re.split(r",\s*", page.headers["Cache-Control"])), page.path


def test_a_stranger_who_only_reads_is_not_known(walked: Pages) -> None:
    cookies = "".join(page.headers.get("Set-Cookie", "") for page in walked.values())
    assert "tarmaq_learner" not in cookies


def test_pages_are_light(html_pages: list[Visited]) -> None:
    most = {page.path: HEAVIEST_PRINT if page.path.endswith("/print") else HEAVIEST for page in html_pages}
    assert not {page.path: page.weight for page in html_pages if page.weight >= most[page.path]}


def test_pages_hold_nothing_that_the_policy_refuses(html_pages: list[Visited]) -> None:
    assert not [f"{page.path}: {found[0]}" for page in html_pages if (found := INLINE.findall(page.html))]


def test_no_slot_is_left_unfilled(html_pages: list[Visited]) -> None:
    found = {p.path: m.group() for p in html_pages if (m := SLOT.search(_told(p.html)))}
    assert not found


def _told(html: str) -> str:
    """The page without attributes that scripts fill."""
    return re.sub(r'<meta name="htmx-config"[^>]*>', "", DRAWN_BY_SCRIPT.sub("", html))


def test_ids_stand_once(html_pages: list[Visited]) -> None:
    doubled = {page.path: [id_ for id_, n in Counter(page.ids).items() if n > 1] for page in html_pages}
    assert not {path: ids for path, ids in doubled.items() if ids}


def test_every_page_names_its_language_and_has_one_heading_and_a_title(html_pages: list[Visited]) -> None:
    for page in html_pages:
        start = urlsplit(page.path).path.split("/")[1]
        assert page.lang == (start if start in ("ru", "en") else "kk"), page.path
        assert len(re.findall(r"<h1[\s>]", page.html)) == 1, page.path
        title = re.search(r"<title>(.*?)</title>", page.html, re.S)
        assert title and title.group(1).partition("·")[0].strip(), page.path


def test_every_form_that_writes_carries_a_token(html_pages: list[Visited]) -> None:
    for page in html_pages:
        for form in re.findall(r'<form[^>]*method="post".*?</form>', page.html, re.S | re.I):
            assert re.search(r'name="csrf_token" value="[^"@]{20,}"', form), page.path
