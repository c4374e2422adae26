"""Templates compile, and hold nothing that the content policy would refuse."""

import re

import pytest
from flask import Flask

from tests.house.floors import ROOT, files

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
REFUSED = {
    "a script in the page": re.compile(r"<script(?![^>]*\bsrc=)", re.I),
    "a style in the page": re.compile(r"<style\b", re.I),
    "a style on an element": re.compile(r"\sstyle\s*=", re.I),
    "a handler on an element": re.compile(r"\son[a-z]+\s*=\s*[\"'{]", re.I),
    "an address that is a script": re.compile(r"javascript:", re.I),
    "a file from elsewhere": re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"'](?:https?:)?//", re.I),
    "words that are not escaped": re.compile(r"(?<![\"'])\|\s*safe\b|autoescape\s+false", re.I),
}


def bare(text: str) -> str:
    return re.sub(r"\{#.*?#\}", " ", text, flags=re.S)


def test_every_template_compiles(app: Flask) -> None:
    assert len(TEMPLATES) > 30
    for path in TEMPLATES:
        app.jinja_env.get_template(path.relative_to(ROOT / "templates").as_posix())


@pytest.mark.parametrize("what", REFUSED)
def test_no_template_holds(what: str) -> None:
    found = [str(p.relative_to(ROOT)) for p in TEMPLATES if REFUSED[what].search(bare(p.read_text("utf-8")))]
    assert not found


@pytest.mark.parametrize(
    "planted",
    [
        "<script>alert(1)</script>", "<style>a{}</style>", '<p style="color:red">', '<a onclick="go()">',
        '<a href="javascript:go()">', '<img src="https://example.org/x.png">', "{{ words|safe }}",
    ],
)  # fmt: skip
def test_each_of_these_would_be_found(planted: str) -> None:
    assert any(pattern.search(planted) for pattern in REFUSED.values())


def test_every_template_is_used() -> None:
    """A template that no page renders, extends or imports is left over."""
    whole = "\n".join(bare(path.read_text("utf-8")) for path in (*files(), *TEMPLATES))
    unused = []
    for path in TEMPLATES:
        name = path.relative_to(ROOT / "templates").as_posix()
        if not re.search(rf"[\"'`]({re.escape(name)}|{re.escape(path.stem)})[\"'`]", whole):
            unused.append(name)
    assert not unused
