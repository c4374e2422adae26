"""What a page of the course rests on: the law it cites by act and edition, how that was read, and what is newer."""

from __future__ import annotations

from datetime import date
from typing import Any

from course.content import Page
from kazakh.sentences import fill
from library.links import links_in
from rules import acts
from web import newer
from web.trace import badge, edition_words, prefix

Plain = dict[str, Any]


def cited(page: Page) -> list[str]:
    """The provisions that the page links to, in the order of the text."""
    found = dict.fromkeys(link.target for link in links_in(page.kazakh) if link.scheme == "law")
    return [id_ for id_ in found if id_ in acts.provisions()]


def law_of(id_: str, lang: str) -> Plain:
    """A provision for the margin: badge, summary and edition of today's wording."""
    provision, made = acts.provisions()[id_], newer.newest(id_)
    return {
        "id": id_, "badge": badge(id_, lang), "summary": provision.wordings[-1].summary[lang] if made else "",
        "edition": edition_words(made.key, lang) if made else "", "draft": provision.draft,
    }  # fmt: skip


def by_edition(page: Page, lang: str) -> list[Plain]:
    """The provisions of the page under their edition: how they were read, and until which day we looked."""
    groups: dict[tuple[str, str, str], Plain] = {}
    for id_ in cited(page):
        provision, made = acts.provisions()[id_], newer.newest(id_)
        act = acts.acts()[provision.act]
        group = groups.setdefault((act.id, made.id if made else "", provision.status), {
            "act": act.title[lang], "href": f"{prefix(lang)}/law/{act.id}", "places": [],
            "edition": edition_words(made.key, lang) if made else "", "read": provision.status,
            "until": day_words(made.checked_until.isoformat(), lang) if made else "",
        })  # fmt: skip
        group["places"].append({"badge": badge(id_, lang), "draft": provision.draft})
    return list(groups.values())


def changed_since(page: Page, lang: str) -> list[Plain]:
    """Provisions of the page with a wording younger than the day the page was last compared with the law."""
    if not page.checked_until:
        return []
    return [badge(id_, lang) for id_ in newer.changed(cited(page), "", page.checked_until, date.today)]


def day_words(day: str, lang: str) -> str:
    """An ISO day as it is written here; nothing where there is none."""
    return fill("{day}", {"day": date.fromisoformat(day)}, lang) if day else ""
