"""The form of a rule: one field for each fact, made from its specification, with what was typed and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from law.asking import NONE_OF_THEM, Asked, refusal_name, refusal_sentence, refused_days
from law.reading import facts_read
from rules.facts import FactFault, FactSpec, spec_of, specs
from rules.registry import Rule
from rules.words import word
from web.trace import choice_words, ladder

Plain = dict[str, Any]


def fault_sentence(fault: FactFault, lang: str, sent: bool = False) -> str:
    """What is wrong with one fact as given, and what is meant; `sent`: by a program, not typed by a person."""
    if fault.key == "fact_given_twice":
        return _("Бір дерекке бірнеше мән берілген: біреуін ғана қалдырыңыз.")
    if fault.key == "fact_none_and_some":
        return _("«Ешқайсысы» деген жауап басқа белгілермен бірге тұра алмайды.")
    if fault.key == "fact_not_a_day" and not sent:
        return _("Күнді 14.10.2025 үлгісімен жазыңыз.")
    if fault.key == "fact_not_a_moment" and not sent:
        return _("Күн мен сағатты 14.10.2025 10:00 үлгісімен жазыңыз.")
    return word(lang, "faults", fault.key)


def refusal_words(refusal: Exception, lang: str) -> str:
    """Why the law gives no answer."""
    if refusal_name(refusal) == "day-too-far":
        return _("Бұл күннен мерзім санау мүмкін емес: күн тым алыс.")
    return refusal_sentence(refusal, lang)


def form_of(rule: Rule, asked: Asked, lang: str) -> Plain:
    """Fields of the facts that the rule reads, then those of the same story that it does not read."""
    wrong = _troubles(asked, lang)
    group = rule.facts.NAME  # type: ignore[attr-defined]
    read = facts_read(rule.id)
    named = {spec.name: field(group, spec, asked.typed, wrong, lang) for spec in specs(rule.facts)}
    rest = [made for name, made in named.items() if name not in read]
    strange = [(fault.field, fault_sentence(fault, lang)) for fault in asked.faults if fault.field not in named]
    return {
        "fields": [named[name] for name in read], "rest": rest, "strange": strange,
        "open": any(one["given"] or one["error"] for one in rest),
        "wrong": [one for one in named.values() if one["error"]],
    }  # fmt: skip


def trace_of(asked: Asked, lang: str) -> Plain | None:
    """The ladder of the finding; sets of marks among what is missing are told by what they lack."""
    if asked.finding is None:
        return None
    trace = ladder(asked.finding, asked.facts, lang)
    for shown, missing in zip(trace["missing"], asked.finding.missing, strict=True):
        spec = spec_of(asked.facts, missing.fact)
        if spec.kind == "several":
            for row, (value, _result) in zip(shown["outcomes"], missing.outcomes, strict=True):
                row["value"] = _marks(asked.facts.NAME, spec, value, lang)
    return trace


def _marks(group: str, spec: FactSpec, value: Any, lang: str) -> str:
    lacking = [choice for choice in spec.choices if choice not in value]
    if not lacking:
        return _("бәрі")
    if len(lacking) == len(spec.choices):
        return _("ешқайсысы")
    names = "», «".join(choice_words(group, spec.name, choice, lang) for choice in lacking)
    return _("бәрі, тек «%(names)s» жоқ", names=names)


def _troubles(asked: Asked, lang: str) -> Mapping[str, str]:
    if asked.refusal:
        return dict.fromkeys(refused_days(asked.refusal, asked.facts), refusal_words(asked.refusal, lang))
    found: dict[str, str] = {}
    for fault in asked.faults:
        found.setdefault(fault.field, fault_sentence(fault, lang))
    return found


def field(
    group: str, spec: FactSpec, typed: Mapping[str, Sequence[str]], wrong: Mapping[str, str], lang: str
) -> Plain:  # fmt: skip
    """One field as the macros of fields take it."""
    given = [one for one in typed.get(spec.name, ()) if one]
    return {
        "name": spec.name, "kind": spec.kind, "label": word(lang, "facts", group, spec.name, "label"),
        "help": word(lang, "facts", group, spec.name, "help"), "given": given, "value": given[0] if given else "",
        "options": _options(group, spec, given, lang), "error": wrong.get(spec.name, ""),
    }  # fmt: skip


def _options(group: str, spec: FactSpec, given: Sequence[str], lang: str) -> list[Plain]:
    """Choices of the field; a word that is not among them stays chosen, so that it can be seen and changed."""
    texts = {choice: choice_words(group, spec.name, choice, lang) for choice in spec.choices}
    if spec.kind == "bool":
        texts = {"true": _("иә"), "false": _("жоқ")}
    if spec.kind == "several":
        texts |= {NONE_OF_THEM: _("ешқайсысы")}
    if spec.kind in ("bool", "choice"):
        strange = [one for one in given[:1] if one not in texts and one != "unknown"]
        texts = {"": _("белгісіз"), **texts, **{one: one for one in strange}}
    return [{"value": value, "text": text} for value, text in texts.items()]
