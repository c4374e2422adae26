"""Acts, editions, provisions and rules as plain data: one description for the command line, the API and its schema."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from law import confirming
from law.confirming import Confirmation
from rules import acts
from rules.acts import Act, Edition, Provision
from rules.facts import FactSpec, specs
from rules.registry import Rule, Version, all_rules, find, joined
from rules.words import word
from web.conventions import conventions
from web.trace import choice_words, mutation_words

Plain = dict[str, Any]


def edition(held: Edition) -> Plain:
    """An edition: what we know of its days and how its text was read."""
    return {
        "key": held.key, "act": held.act, "first": {"earliest": _day(held.first[0]), "latest": _day(held.first[1])},
        "first_read": held.first_read, "checked_until": _day(held.checked_until), "read": held.read,
        "read_on": _day(held.read_on), "made_by": held.by, "source": held.source,
        "text": "held" if held.held else "not held",
    }  # fmt: skip


def act(held: Act) -> Plain:
    """An act with its editions and how many of its provisions are held."""
    return {
        "id": held.id, "kind": held.kind, "number": held.number, "adopted": _day(held.adopted),
        "registered": held.registered, "short": dict(held.short), "title": dict(held.title), "address": held.address,
        "editions": [edition(one) for one in held.editions], "provisions": len(provisions_of(held.id)),
    }  # fmt: skip


def provisions_of(act_id: str) -> tuple[Provision, ...]:
    """The provisions of the act in the order of the file."""
    return tuple(one for one in acts.provisions().values() if one.act == act_id)


def provision(held: Provision, confirmed: tuple[Confirmation, ...] = ()) -> Plain:
    """A provision with its wordings, what it rests on and the rules that rest on it; official where confirmed."""
    kept, now_official = confirming.of(held, confirmed), confirming.official(held, confirmed) is not None
    return {
        "id": held.id, "act": held.act, "cite": dict(held.cite), "number": held.short,
        "draft": held.draft and not now_official, "read": "official" if now_official else held.status,
        "address": held.address, "norms": list(held.norms), "differs": held.differs,
        "wordings": [
            {"from_edition": f"{held.act}@{one.edition}", "summary": dict(one.summary),
             "confirmed": _confirmed(kept.get(one.edition))}
            for one in held.wordings
        ],
        "rules": [one.id for one in rules_on(held.id)],
    }  # fmt: skip


def _confirmed(one: Confirmation | None) -> Plain | None:
    return {"by": one.by, "on": _day(one.on)} if one else None


def rules_on(provision_id: str) -> tuple[Rule, ...]:
    """Rules that name the provision among those they rest on."""
    return tuple(one for one in all_rules().values() if provision_id in one.provisions)


def cited(rule: Rule) -> tuple[str, ...]:
    """The provisions of a rule; of a decision, those of all rules it joins."""
    everything = [*rule.provisions, *(p for id_ in joined(rule.id) for p in find(id_).provisions)]
    return tuple(dict.fromkeys(everything))


def acts_of(rule: Rule) -> tuple[str, ...]:
    """Ids of the acts that a rule or decision rests on."""
    return tuple(dict.fromkeys(place.partition("/")[0] for place in cited(rule)))


def version(held: Version) -> Plain:
    """The wording of a rule: the edition it stands from and the span of that edition's first day."""
    first = acts.edition(held.edition).first
    return {"edition": held.edition, "first": {"earliest": _day(first[0]), "latest": _day(first[1])}}


def mutations(rule: Rule, lang: str) -> list[Plain]:
    """Ways to break the rule or the rules it joins, with what a learner who does so has got wrong."""
    own = [(rule, m, m.name) for m in rule.mutations]
    inner = [(find(id_), m, f"{id_}:{m.name}") for id_ in joined(rule.id) for m in find(id_).mutations]
    return [
        {"name": name, "kind": m.kind, "says": mutation_words(of.id, m.name, lang)}
        for of, m, name in (*own, *inner)
    ]


def rule(held: Rule, lang: str) -> Plain:
    """A rule or decision: its question, facts, versions, what it rests on and how it is got wrong."""
    return {
        "id": held.id, "question": word(lang, "rules", held.id, "question"), "value": held.value,
        "event": held.on, "act": held.act, "joins": list(held.joins),
        "versions": [version(one) for one in held.versions if one.edition], "norms": list(held.norms),
        "provisions": list(cited(held)), "mutations": mutations(held, lang), "facts": facts_schema(held.facts, lang),
    }  # fmt: skip


def facts_schema(cls: Any, lang: str) -> Plain:
    """JSON Schema of a facts class; a fact that is left out is unknown."""
    return {
        "title": cls.NAME, "type": "object", "additionalProperties": False,
        "properties": {spec.name: fact_schema(cls.NAME, spec, lang) for spec in specs(cls)},
    }  # fmt: skip


def fact_schema(group: str, spec: FactSpec, lang: str) -> Plain:
    """JSON Schema of one fact with its label, help and the words of its choices."""
    path = ("facts", group, spec.name)
    words = {"x-words": {choice: choice_words(group, spec.name, choice, lang) for choice in spec.choices}}
    return {
        "title": word(lang, *path, "label"), "description": word(lang, *path, "help"), "x-kind": spec.kind,
        **values_schema(spec), **(words if spec.choices else {}),
    }  # fmt: skip


def values_schema(spec: FactSpec) -> Plain:
    """JSON Schema of the values a fact takes; `unknown` is one of them."""
    shapes: Mapping[str, Plain] = {
        "bool": {"type": "boolean"},
        "choice": {"enum": list(spec.choices)},
        "several": {"type": "array", "uniqueItems": True, "items": {"enum": list(spec.choices)}},
        "count": {"type": "integer", "minimum": spec.least, "maximum": spec.most},
        "day": {"type": "string", "format": "date"},
        "moment": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"},
    }
    return {"anyOf": [shapes[spec.kind], {"const": "unknown"}]}


def convention(number: str, lang: str) -> Plain:
    """A numbered convention: the question, the reading taken, the other one, and the source."""
    held = conventions()[number]
    return {"number": number, "key": held["key"], **{
        part: held[part][lang] for part in ("question", "taken", "other", "source")
    }}  # fmt: skip


def _day(day: date) -> str:
    return day.isoformat()

