"""A text as parts for a projector: by its headings, with every figure and item a part of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Slide = dict[str, Any]
_CUT = re.compile(r'(?=<h2[ >])|(<div data-embed="[a-z]+:[^"]+"></div>)')
_EMBED = re.compile(r'<div data-embed="([a-z]+):([^"]+)"></div>')
_WRAPPED = re.compile(r'<div lang="([a-z]{2})">(.*)</div>\s*', re.S)
# the box of sources is not on the wall
_SOURCE = re.compile(r'<a class="source" href="#[^"]*"[^>]*>(.*?)</a>', re.S)
_ID = re.compile(r'<h([23]) id="[^"]*">')
_EMPTY = re.compile(r"<[^>]*>|\s")


def cut(html: str, embed: Callable[[str, str], Slide | None]) -> list[Slide]:
    """The parts in order; `embed(kind, target)` gives the part of a figure or an item, or nothing."""
    lang = ""
    if wrapped := _WRAPPED.fullmatch(html):
        lang, html = wrapped[1], wrapped[2]
    found: list[Slide] = []
    for piece in _CUT.split(html):
        if put := _EMBED.fullmatch(piece or ""):
            found += [slide] if (slide := embed(put[1], put[2])) else []
        elif piece and _EMPTY.sub("", piece):
            found.append({"html": _SOURCE.sub(r"\1", _ID.sub(r"<h\1>", piece)), "lang": lang})
    return found
