"""Markdown of authors to clean HTML: links of ours, voices, tables; sanitised."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown
import nh3
from markdown.extensions.toc import TocExtension, slugify_unicode

_TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "table", "thead", "tbody", "tr", "th",
    "td", "dl", "dt", "dd", "hr", "br", "code", "sup", "sub", "div", "span",
}  # fmt: skip
_VOICES = frozenset({"author", "scholar", "remark", "mistake", "key", "conflict"})
_ATTRIBUTES = {
    "a": {"href", "class", "data-provision"}, "div": {"class", "data-embed"}, "p": {"class"},
    "th": {"align", "scope"}, "td": {"align"}, "h2": {"id"}, "h3": {"id"}, "ol": {"start"},
    "span": {"class", "data-fact", "id"},
}  # fmt: skip
Opener = Callable[[str, str, str], str]
_LINK = re.compile(r'<a href="([a-z]+):([^"]*)">(.*?)</a>', re.S)
_EMBED = re.compile(r'<p>\s*<a href="quiz:([^"]+)">check</a>\s*</p>')
_FIGURE = re.compile(r'<p>\s*<img alt="([^"]*)" src="figure:([a-z0-9-]+)"\s*/?>\s*</p>')


def to_html(text: str, open_link: Opener) -> str:
    """HTML of the Markdown; `open_link(scheme, target, words)` gives the HTML of one link of ours.

    Embedded items and figures become `<div data-embed="quiz:…">` for the page to fill.
    """
    headings = TocExtension(slugify=slugify_unicode)
    html = markdown.markdown(
        text, extensions=["tables", "admonition", "def_list", "sane_lists", headings], output_format="html"
    )
    html = _EMBED.sub(r'<div data-embed="quiz:\1"></div>', html)
    html = _FIGURE.sub(r'<div data-embed="figure:\2"></div>', html)
    html = _LINK.sub(lambda m: open_link(m.group(1), m.group(2), m.group(3)), html)
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "http"}, link_rel="noopener",
        attribute_filter=_filter,
    )  # fmt: skip
    return clean.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")


def _filter(tag: str, attribute: str, value: str) -> str | None:
    if tag == "div" and attribute == "class":
        names = [name for name in value.split() if name in _VOICES | {"admonition"}]
        return " ".join(names) or None
    return value


def plain_text(text: str) -> str:
    """The words of a Markdown text without its signs: for counts and the title of a link."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[#*_>`|!]+", " ", text)


def word_count(text: str) -> int:
    """Words with a letter in them."""
    return len(re.findall(r"\w*[^\W\d_]\w*", plain_text(text)))


def inline(text: str, open_link: Opener) -> str:
    """HTML of one paragraph without the paragraph's own tags: for questions, options and reasons."""
    html = to_html(text, open_link).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html
