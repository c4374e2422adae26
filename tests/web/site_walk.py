"""A walk over the whole site as a stranger: every address that leads anywhere, every link that pages hold."""

from __future__ import annotations

import re
import zlib
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from flask import Flask
from flask.testing import FlaskClient

from library import service as library
from library.service import STRANGER
from rules import acts, registry
from web.db import session

MOST_PAGES = 4000
# Pages of which there are hundreds of one make: of these every n-th may do, of pages of the course every fourth.
MANY = re.compile(
    r"/practice/[^/]+/[^/?]+|/glossary/[^/]+$|/cases/[^/]+/(group/|sheet|class)|/course/[^/]+/sheet|"
    r"[?&](view|shape|after|module|items|kind|act|skill|difficulty|state)="
)
READ = re.compile(r"/course/[^/]+/[^/?]+$")
UNWALKED = ("/static/", "/api/")


@dataclass
class Visited:
    """One page: what came back, which ids it has and where it leads (absolute paths with fragment)."""

    path: str
    status: int
    headers: dict[str, str]
    weight: int
    html: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    lang: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Visited) -> None:
        super().__init__()
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.page.ids.append(named["id"])
        if tag == "html":
            self.page.lang = named.get("lang", "")
        if tag in ("a", "link", "script", "img", "use"):
            address = named.get("href") or named.get("src")
            if address:
                self.page.links.append(urljoin(self.page.path, address))
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            self.page.links.extend(f"{self.page.path}#{id_}" for id_ in named.get(name, "").split())


def visit(client: FlaskClient, path: str) -> Visited:
    """The page at the path."""
    response = client.get(path)
    html = response.get_data(as_text=True) if response.mimetype == "text/html" else ""
    page = Visited(path, response.status_code, dict(response.headers), len(response.data), html)
    if 300 <= page.status < 400:
        page.links.append(urljoin(path, response.headers["Location"]))
    reader = _Reader(page)
    reader.feed(html)
    return page


def addresses(app: Flask) -> list[str]:
    """Every address without a query, filled from the shelf and from the law."""
    with app.app_context():
        names = {kind: [held.name for held in library.listing(session(), STRANGER, kind)]
                 for kind in ("module", "page")}  # fmt: skip
        cases = {held.name: held.content for held in library.listing(session(), STRANGER, "case")}
        quizzes = {held.name: held.content for held in library.listing(session(), STRANGER, "quiz")}
        session().rollback()
    found = [str(rule) for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]
    found += [f"/course/{name}{end}" for name in names["module"] for end in ("", "/print")]
    found += [f"/course/{name}" for name in names["page"]]
    found += [f"/cases/{name}{end}" for name in cases for end in ("", "/sheet")]
    found += [f"/cases/{name}?shape={v.id}" for name, case in cases.items() for v in (*case.twins, *case.variants)]
    found += [f"/practice/{name}/{item.id}" for name, quiz in quizzes.items() for item in quiz.items]
    found += [f"/practice/{name}" for name in quizzes]
    return found


def law_addresses() -> list[str]:
    """Every address of an act, a provision or a rule, as a page and as JSON."""
    found = [f"{start}/{id_}" for start in ("/law", "/api/v1/acts") for id_ in acts.acts()]
    found += [f"{start}/{id_}" for start in ("/law", "/api/v1/provisions") for id_ in acts.provisions()]
    return found + [f"{start}/{id_}" for start in ("/law/rules", "/api/v1/rules") for id_ in registry.all_rules()]


def walk(app: Flask, start: str, every: int = 1) -> dict[str, Visited]:
    """All pages of one language: the addresses of the site, and what they link to in turn.

    There are so many pages of the same few kinds that `every` n-th of them may do, links to the others apart.
    """
    client = app.test_client()
    law = law_addresses()
    unwalked = {start + path for path in law} - {start + path for path in law[::every]}
    waiting = deque(start + path for path in (*addresses(app), *law[::every]))
    seen: dict[str, Visited] = {}
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.popleft()
        if path in seen or _passed_over(path, every):
            continue
        seen[path] = page = visit(client, path)
        for link in page.links:
            bare = urldefrag(link).url
            if _is_ours(bare, start) and bare not in seen and bare not in unwalked:
                waiting.append(bare)
    return seen


def _passed_over(path: str, every: int) -> bool:
    """Whether another page of its make is visited instead; the same ones at every walk."""
    among = every if MANY.search(path) else min(every, 4) if every > 4 and READ.search(path) else 1
    return zlib.crc32(path.encode()) % among != 0


def _is_ours(path: str, start: str) -> bool:
    if not path.startswith("/") or path.removeprefix(start).startswith(UNWALKED):
        return False
    foreign = path.startswith(("/ru/", "/en/")) or path in ("/ru", "/en")
    return path.startswith(f"{start}/") if start else not foreign
