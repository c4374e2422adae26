"""Links in content (`law:`, `rule:`, `case:`, `quiz:`, `term:`, `page:`, `figure:`, `source:`), resolved at loading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SCHEMES = ("law", "rule", "case", "quiz", "term", "page", "fact", "figure", "source")
_LINK = re.compile(r"\]\(([a-z]+):([^)\s]*)\)")
_ANY = re.compile(r"\]\(([^)\s]*)\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]*)[^)]*\)")


@dataclass(frozen=True, slots=True)
class Link:
    """One link as written: scheme and target."""

    scheme: str
    target: str


def links_in(markdown: str) -> Iterator[Link]:
    """All links of ours in the order of the text."""
    for found in _LINK.finditer(markdown):
        if found.group(1) in SCHEMES:
            yield Link(found.group(1), found.group(2))


def foreign_in(markdown: str) -> Iterator[str]:
    """Targets that are neither ours nor a plain address of the web."""
    for found in _ANY.finditer(markdown):
        target = found.group(1)
        if not target.startswith(("https://", "http://")) and target.split(":")[0] not in SCHEMES:
            yield target


def check(markdown: str, known: Callable[[Link], bool]) -> Iterator[str]:
    """A sentence for each link that leads nowhere."""
    for link in links_in(markdown):
        if not known(link):
            yield f"link {link.scheme}:{link.target} leads nowhere"
    for target in foreign_in(markdown):
        yield f"link {target!r} is of no known kind"
    for found in _IMAGE.finditer(markdown):
        if not found.group(1).startswith("figure:"):
            yield f"image {found.group(1)!r} would not be shown; only figures are (`![words](figure:name)`)"
