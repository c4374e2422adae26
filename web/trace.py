"""The trace in the reader's language: a finding as the ladder that templates and the API show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from checks.task import plain_value
from kazakh.sentences import fill, slots_of
from rules import acts
from rules.conditions import Step
from rules.facts import plain, spec_of
from rules.findings import Finding, Notice
from rules.registry import find
from rules.truth import Truth, Unknown
from rules.words import spoken, word
from web.conventions import convention

Plain = dict[str, Any]
_MADE_BY = re.compile(r"(Law|Order) (\S+) of ")


def said(lang: str, slots: Mapping[str, object], *path: str) -> str:
    """The words at the path with their slots filled; slots that the language does not use are left out."""
    template, language = spoken(lang, *path)
    used = slots_of(template, key="/".join(path))
    return fill(template, {name: slots[name] for name in used}, language, key="/".join(path))


def prefix(lang: str) -> str:
    """What stands before every path of ours in this language."""
    return "" if lang == "kk" else f"/{lang}"


def badge(provision_id: str, lang: str) -> Plain:
    """Act and number of a provision with its page; for an act alone the act's page."""
    provision = acts.provisions().get(provision_id)
    act = acts.acts()[provision_id.partition("/")[0]]
    if provision is None:
        return {"act": act.short[lang], "number": "", "href": f"{prefix(lang)}/law/{act.id}", "title": act.title[lang]}
    return {
        "act": act.short[lang], "number": number(provision, lang), "href": f"{prefix(lang)}/law/{provision.id}",
        "title": f"{act.short[lang]}, {provision.cite[lang]}",
    }  # fmt: skip


def number(provision: acts.Provision, lang: str) -> str:
    """The short number of a provision: `13(1)3)`; of an order's, with its word in the language: `para 98 3)`."""
    return " ".join(_numbered(part, lang) for part in provision.short.split(" ")).rstrip(",")


def _numbered(part: str, lang: str) -> str:
    """Part of a short number as the table of provisions writes it, which is in Kazakh."""
    for key in ("end", "only-annex"):
        if part == word("kk", "numbers", key):
            return word(lang, "numbers", key)
    figure, _, kind = part.rpartition("-")
    for key in ("annex", "paragraph", "part"):
        if kind and word("kk", "numbers", key) == f"{{number}}-{kind}":
            return said(lang, {"number": figure}, "numbers", key)
    return part


def edition_words(key: str, lang: str) -> str:
    """From when this edition stands: a day, or the span in which it began."""
    edition = acts.edition(key)
    act = acts.acts()[edition.act]
    if edition.span:
        slots = {"act": act.short[lang], "first": edition.first[0], "last": edition.first[1]}
        return said(lang, slots, "editions", "span")
    return said(lang, {"act": act.short[lang], "day": edition.first[0]}, "editions", "day")


def ladder(finding: Finding, facts: Any, lang: str, parted: int = -1) -> Plain:
    """The whole trace for templates: value, words, steps with badge, edition, sentence, state and facts."""
    steps = [_rung(step, facts, lang, number == parted) for number, step in enumerate(finding.steps)]
    return {
        "value": value_state(finding.value), "words": outcome(finding, lang), "draft": finding.draft,
        "steps": steps, "notices": [_notice(notice, lang) for notice in finding.notices],
        "readings": [reading_words(finding, value, ground, lang) for value, ground in finding.readings],
        "missing": [_missing(finding, item.fact, item.outcomes, lang) for item in finding.missing],
    }  # fmt: skip


def value_state(value: object) -> str:
    """yes, no, unknown; nothing for days, numbers and names."""
    if isinstance(value, Unknown):
        return "unknown"
    return value.value if isinstance(value, Truth) else ""


def _rung(step: Step, facts: Any, lang: str, parted: bool) -> Plain:
    rung: Plain = {
        "badge": badge(step.provision, lang) if step.provision else {"act": step.convention, "number": ""},
        "edition": edition_words(step.edition, lang) if step.edition else "",
        "sentence": sentence(step, lang), "state": step.truth.value, "decides": step.decides, "parted": parted,
        "draft": _is_draft(step.provision),
        "facts": [_fact(step, facts, name, lang) for name in step.facts if hasattr(facts, name)],
    }  # fmt: skip
    if step.convention:
        rung["note"] = convention(step.convention, lang)
    return rung


def _fact(step: Step, facts: Any, name: str, lang: str) -> Plain:
    """The fact in words; of a fact with several items only the one that the step is about."""
    whole, item = fact_words(facts, name, lang), step.slots.get("item")
    if spec_of(facts, name).kind != "several" or not isinstance(item, str):
        return whole
    held = getattr(facts, name)
    label = choice_words(facts.NAME, name, item, lang)
    value = "" if isinstance(held, Unknown) else word(lang, "values", "true" if item in held else "false")
    return {**whole, "label": label[:1].upper() + label[1:], "value": value}


def _is_draft(provision_id: str) -> bool:
    held = acts.provisions().get(provision_id)
    return held is not None and held.draft


def sentence(step: Step, lang: str) -> str:
    """The sentence of the step: one for each truth, or one for all."""
    slots = {name: plain_slot(value, lang) for name, value in step.slots.items()}
    try:
        return said(lang, slots, "sentences", step.sentence, step.truth.value)
    except KeyError:
        pass
    try:
        return said(lang, slots, "sentences", step.sentence, "unknown")
    except KeyError:
        return said(lang, slots, "sentences", step.sentence)


def plain_slot(value: object, lang: str) -> object:
    """A slot's value as sentences take it: names of the words' `values` for codes."""
    if isinstance(value, str):
        table, _, rule_id = value.partition(":")
        if table in ("duty", "event"):
            return word(lang, "duties", rule_id, "what" if table == "duty" else "event")
        try:
            return word(lang, "values", value)
        except KeyError:
            return value
    return value


def fact_words(facts: Any, name: str, lang: str) -> Plain:
    """A fact with its label and value in words."""
    group = facts.NAME
    return {
        "name": f"{group}.{name}", "label": word(lang, "facts", group, name, "label"),
        "value": fact_value(group, name, getattr(facts, name), lang),
    }  # fmt: skip


def fact_value(group: str, name: str, value: object, lang: str) -> str:
    """A fact's value in words; empty where unknown."""
    if isinstance(value, Unknown):
        return ""
    if isinstance(value, bool):
        return word(lang, "values", "true" if value else "false")
    if isinstance(value, datetime | date | int):
        return fill("{value}", {"value": value}, lang)
    if isinstance(value, frozenset):
        return ", ".join(choice_words(group, name, one, lang) for one in sorted(value))
    return choice_words(group, name, str(value), lang)


def choice_words(group: str, name: str, choice: str, lang: str) -> str:
    """A choice of a fact in words."""
    return word(lang, "facts", group, name, "choices", choice)


def outcome(finding: Finding, lang: str) -> str:
    """What the rule answers, as a sentence."""
    return value_words(finding.rule, finding.value, lang)


def mutation_words(rule_id: str, name: str, lang: str) -> str:
    """What somebody who answers so has got wrong: the mutation's own words, else those of its kind."""
    try:
        return word(lang, "mutations", rule_id, name, "says")
    except KeyError:
        return word(lang, "mutation_kinds", find(rule_id).mistake(name))


def value_words(rule_id: str, value: object, lang: str) -> str:
    """A value of the rule in words: its own outcome, a day, a number, or the names of a list."""
    state = value_state(value)
    if state:
        key = "undecided" if state == "unknown" else state
        try:
            return word(lang, "outcomes", rule_id, key)
        except KeyError:
            return word(lang, "values", key)
    if isinstance(value, date | int) and not isinstance(value, bool):
        return fill("{value}", {"value": value}, lang)
    names = sorted(value) if isinstance(value, frozenset) else (value if isinstance(value, tuple | list) else [value])
    if not names:
        return word(lang, "values", "empty-list")
    return ", ".join(_named(rule_id, str(name), lang) for name in names)


def _named(rule_id: str, name: str, lang: str) -> str:
    for path in (("outcomes", rule_id, name), ("values", name)):
        try:
            return word(lang, *path)
        except KeyError:
            continue
    return name


def reading_words(finding: Finding, value: object, ground: str, lang: str) -> str:
    """Another defensible reading: what it rests on and what it gives."""
    held = acts.provisions().get(ground)
    name = f"{acts.acts()[held.act].short[lang]} {number(held, lang)}" if held else _convention_name(ground, lang)
    return f"{name}: {value_words(finding.rule, value, lang)}"


def _convention_name(ground: str, lang: str) -> str:
    """The number of a convention, and the case in which it is read so where there are two readings."""
    convention_number, _, case = ground.partition(":")
    return f"{convention_number}, {word(lang, 'readings', case)}" if case else convention_number


def _notice(notice: Notice, lang: str) -> str:
    slots = {"edition": edition_name(notice.edition, lang), "day": notice.day}
    return said(lang, slots, "notices", notice.key)


def edition_name(key: str, lang: str) -> str:
    """The act's short name with the act that made the edition; of a first text with its first day."""
    edition = acts.edition(key)
    act = acts.acts()[edition.act].short[lang]
    made = _MADE_BY.match(edition.by)
    if made is None:
        return f"{act} ({edition.first[-1].strftime('%d.%m.%Y')})"
    return said(lang, {"act": act, "number": made[2]}, "editions", f"by_{made[1].lower()}")


def _missing(finding: Finding, name: str, outcomes: tuple[tuple[object, object], ...], lang: str) -> Plain:
    """A fact that would decide: what follows for each value; days and numbers are drawn together into ranges."""
    cls: Any = find(finding.rule).facts
    told = [(value, value_words(finding.rule, result, lang)) for value, result in outcomes]
    ordered = spec_of(cls, name).kind in ("day", "count")
    rows = _ranges(sorted(told, key=_value), lang) if ordered else [
        {"value": fact_value(cls.NAME, name, value, lang), "outcome": words} for value, words in told
    ]  # fmt: skip
    return {"name": f"{cls.NAME}.{name}", "label": word(lang, "facts", cls.NAME, name, "label"), "outcomes": rows}


def _value(told: tuple[object, str]) -> Any:
    return told[0]


def _ranges(told: list[tuple[object, str]], lang: str) -> list[Plain]:
    """Neighbouring values with one outcome as one row; the samples stand on both sides of each border."""
    groups = [(words, [value for value, _ in group]) for words, group in groupby(told, key=lambda one: one[1])]
    rows = []
    for number, (words, values) in enumerate(groups):
        slots = {"first": values[0], "last": values[-1]}
        if len(groups) == 1:
            key = "any"
        elif number == 0:
            key = "until"
        else:
            key = "from" if number == len(groups) - 1 else "between"
        kind = "day" if isinstance(values[0], date) else "count"
        rows.append({"value": said(lang, slots, "ranges", kind, key), "outcome": words})
    return rows


def as_json(finding: Finding, facts: Any, lang: str = "kk") -> Plain:
    """A finding as plain data for the API and the command line."""
    shown = ladder(finding, facts, lang)
    return {
        "rule": finding.rule, "value": plain_value(finding.value), "words": shown["words"], "draft": finding.draft,
        "facts": {spec.name: plain(getattr(facts, spec.name)) for spec in type(facts).SPECS},
        "steps": [
            {
                "provision": step.provision, "edition": step.edition, "rule": step.rule, "truth": step.truth.value,
                "decides": step.decides, "sentence": rung["sentence"], "facts": list(step.facts),
                "convention": step.convention,
            }
            for step, rung in zip(finding.steps, shown["steps"], strict=True)
        ],
        "missing": [
            {"fact": item.fact, "outcomes": [{"value": plain(v), "result": plain_value(r)} for v, r in item.outcomes]}
            for item in finding.missing
        ],
        "readings": [{"value": plain_value(value), "ground": ground} for value, ground in finding.readings],
        "notices": shown["notices"],
    }  # fmt: skip
