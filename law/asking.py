"""A question to a rule: facts as typed or sent, and what came of it: a finding, faults at fields, or a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from checks.days import day_in
from rules import acts, facts
from rules.calendar import YearNotHeld
from rules.facts import FactFault, FactFaults, FactSpec
from rules.findings import REFUSALS, Finding, evaluate
from rules.periods import PeriodFault
from rules.registry import Rule
from web.trace import edition_name, said

REFUSED = (*REFUSALS, PeriodFault)
NONE_OF_THEM = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a question: either a finding, or faults of the facts, or the law's refusal."""

    facts: Any = None
    finding: Finding | None = None
    faults: tuple[FactFault, ...] = ()
    refusal: Exception | None = None
    typed: Mapping[str, Sequence[str]] = field(default_factory=dict)


def ask(rule: Rule, given: Mapping[str, object], mutation: str = "") -> Asked:
    """Facts as plain values put to the rule; nothing is assumed, nothing raised for what people may type."""
    made: Any = None
    try:
        made = facts.read(rule.facts, given)
        return Asked(made, evaluate(rule.id, made, mutation))
    except FactFaults as found:
        return Asked(faults=found.faults)
    except REFUSED as refusal:
        return Asked(made, refusal=refusal)


def ask_typed(rule: Rule, typed: Mapping[str, Sequence[str]]) -> Asked:
    """The same for words typed into a form or written into an address, which are kept as typed."""
    given: dict[str, object] = {}
    twice = []
    known = {spec.name: spec for spec in facts.specs(rule.facts)}
    for name, words in typed.items():
        spec = known.get(name)
        if spec is None or spec.kind != "several":
            twice += [FactFault(name, "fact_given_twice", ", ".join(words)[:80])] if len(words) > 1 else []
            given[name] = _plain(spec, words[0]) if spec else words[0]
        elif NONE_OF_THEM in words and len(set(words)) > 1:
            twice.append(FactFault(name, "fact_none_and_some", ", ".join(words)[:80]))
        elif any(words):
            given[name] = [] if NONE_OF_THEM in words else sorted({word for word in words if word})
    asked = ask(rule, given)
    if twice:
        return Asked(faults=(*twice, *asked.faults), typed=typed)
    return Asked(asked.facts, asked.finding, asked.faults, asked.refusal, typed)


def _plain(spec: FactSpec, word: str) -> object:
    """What people write for days and moments as the facts take it; what cannot be read stays as typed."""
    if spec.kind == "day":
        day = day_in(word)
        return day if day else word
    if spec.kind == "moment":
        return _moment(word)
    return word.strip()


def _moment(word: str) -> object:
    day_words, _, clock = word.strip().replace("T", " ").rpartition(" ")
    day = day_in(day_words)
    try:
        return datetime.combine(day, datetime.strptime(clock, "%H:%M").time()) if day else word
    except ValueError:
        return word


_REFUSALS: dict[type[Exception], str] = {
    acts.WordingNotHeld: "wording-not-held", acts.FirstDayUnknown: "first-day-unknown", YearNotHeld: "year-not-held",
}  # fmt: skip


def refusal_name(refusal: Exception) -> str:
    """The permanent name of a refusal."""
    return _REFUSALS.get(type(refusal), "day-too-far")


def refusal_sentence(refusal: Exception, lang: str) -> str:
    """What cannot be answered and what is held instead."""
    if isinstance(refusal, acts.WordingNotHeld):
        return said(lang, {"edition": edition_name(refusal.nearest.key, lang)}, "refusals", "wording_not_held")
    if isinstance(refusal, acts.FirstDayUnknown):
        first, last = refusal.edition.first
        slots = {"edition": edition_name(refusal.edition.key, lang), "first": first, "last": last}
        return said(lang, slots, "refusals", "first_day_unknown")
    if isinstance(refusal, YearNotHeld):
        return said(lang, {"year": refusal.year}, "refusals", "year_not_held")
    return str(refusal)


def refused_days(refusal: Exception | None, made: Any) -> tuple[str, ...]:
    """Names of the facts that carry the day which the refusal is about."""
    day = getattr(refusal, "day", None)
    return tuple(spec.name for spec in facts.specs(made) if day and getattr(made, spec.name) == day)
