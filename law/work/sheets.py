"""The rows of a sheet: what, who, by when, from which event, provision, edition, and the last day for a day put in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kazakh.letters import order_key
from rules import acts
from rules.duties import REGIMES, Duty, duties
from rules.findings import REFUSALS, evaluate
from rules.registry import Rule, find, version_on
from rules.terms import TermFacts
from rules.words import word
from web.trace import badge, edition_words, said

Plain = dict[str, Any]


def regimes(lang: str) -> list[Plain]:
    """Every regime that has duties, with their number."""
    found: dict[str, int] = {}
    for duty in duties():
        found[duty.regime] = found.get(duty.regime, 0) + 1
    return [
        {"id": regime, "title": word(lang, "regimes", regime), "duties": found[regime]}
        for regime in REGIMES if regime in found
    ]  # fmt: skip


def sheet(regime: str, day: date | None, who: str, lang: str) -> list[Plain]:
    """The rows of one regime, of one body where `who` is given; `KeyError` for a regime without duties."""
    own = [duty for duty in duties() if duty.regime == regime]
    if not own:
        raise KeyError(regime)
    rows = [_row(duty, day, lang) for duty in own if not who or duty.who == who]
    return sorted(rows, key=lambda row: (order_key(row["who"]), row["order"]))


def bodies(regime: str, lang: str) -> list[Plain]:
    """The bodies that have duties under the regime, in the order of their names."""
    found = {duty.who for duty in duties() if duty.regime == regime}
    named = [{"id": body, "text": word(lang, "values", body)} for body in found]
    return sorted(named, key=lambda body: order_key(body["text"]))


def _row(duty: Duty, day: date | None, lang: str) -> Plain:
    rule = find(duty.rule)
    place = rule.provisions[0]
    return {
        "rule": duty.rule, "body": duty.who, "who": word(lang, "values", duty.who),
        "what": word(lang, "duties", duty.rule, "what"), "event": _event(duty, lang), "when": _when(duty, lang),
        "provision": place, "badge": badge(place, lang), "draft": acts.provisions()[place].draft,
        **_on(rule, duty, day, lang), "order": (_PACES.index(duty.pace), duty.count),
    }  # fmt: skip


_PACES = (
    "at-once", "term", "before", "daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly", "other",
)  # fmt: skip


def _event(duty: Duty, lang: str) -> str:
    try:
        return word(lang, "duties", duty.rule, "event")
    except KeyError:
        return ""


def _when(duty: Duty, lang: str) -> str:
    kind = f"{duty.pace}-{duty.unit}" if duty.pace in ("term", "before") else duty.pace
    return said(lang, {"count": duty.count}, "paces", kind)


def _on(rule: Rule, duty: Duty, day: date | None, lang: str) -> Mapping[str, Any]:
    """Edition and last day for the day put in, or why not; the newest wording where no day was put in."""
    try:
        version = version_on(rule, day) if day else rule.versions[-1]
    except REFUSALS:
        held = acts.edition(rule.versions[0].edition)
        return {"edition": edition_words(held.key, lang), "last": None, "refused": day is not None}
    last: object = None
    if day and rule.facts is TermFacts and rule.value == "day":
        try:
            last = evaluate(rule.id, TermFacts(start_day=day)).value
        except REFUSALS:
            last = None
    return {
        "edition": edition_words(version.edition, lang) if version.edition else "",
        "last": last if isinstance(last, date) else None, "refused": False,
    }  # fmt: skip
