"""Links of content as HTML: where each scheme leads, in the reader's language."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from library import markdown
from library.words import Text, in_language
from rules import acts
from web.trace import badge, prefix

_PLACES = {"case": "/cases/{}", "rule": "/law/rules/{}", "page": "/course/{}", "term": "/glossary/{}"}


def address(scheme: str, target: str, lang: str) -> str:
    """The path a link of ours leads to."""
    if scheme == "law":
        return f"{prefix(lang)}/law/{target}"
    if scheme == "quiz":
        quiz, _, item = target.partition("/")
        return f"{prefix(lang)}/practice/{quiz}" + (f"/{item}" if item else "")
    return prefix(lang) + _PLACES[scheme].format(target)


def opener(lang: str) -> markdown.Opener:
    """How links of ours become HTML in this language."""

    def open_link(scheme: str, target: str, words: str) -> str:
        if scheme == "fact":
            return f'<span class="fact" data-fact="{escape(target.partition("#")[0])}">{words}</span>'
        if scheme == "source":
            return f'<a class="source" href="#source-{escape(target)}">{words}</a>'
        if scheme not in ("law", "quiz", *_PLACES):
            return words
        href = escape(address(scheme, target, lang))
        if scheme == "law" and (target in acts.provisions() or target in acts.acts()):
            found = badge(target, lang)
            place = escape(f"{found['act']} {found['number']}")
            return f'<a class="law" href="{href}" data-provision="{place}">{words}</a>'
        kind = ' class="term"' if scheme == "term" else ""
        return f'<a{kind} href="{href}">{words}</a>'

    return open_link


def html(text: Text, lang: str) -> Markup:
    """Markdown of a document as clean HTML; inside `lang="kk"` where the reader's language is missing."""
    return _html(*in_language(text, lang), lang)


def inline(text: Text, lang: str) -> Markup:
    """One paragraph of a document as clean HTML without its paragraph tags."""
    return _inline(*in_language(text, lang), lang)


@lru_cache(maxsize=4000)
def _html(text: str, written: str, lang: str) -> Markup:
    made = markdown.to_html(text, opener(lang))
    return Markup(made if written == lang else f'<div lang="{written}">{made}</div>')


@lru_cache(maxsize=4000)
def _inline(text: str, written: str, lang: str) -> Markup:
    made = markdown.inline(text, opener(lang)) if text else ""
    return Markup(made if written == lang or not made else f'<span lang="{written}">{made}</span>')


def words(text: Text, lang: str) -> str:
    """The bare words of a short text."""
    return in_language(text, lang)[0]
