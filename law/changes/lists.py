"""Changes as data: an edition, its provisions with new and old wording, its rules, and who is affected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from law.describing import rules_on
from rules import acts
from rules.acts import Act, Edition, Provision
from rules.duties import duties
from rules.registry import Rule, all_rules
from rules.tables import Body
from rules.words import word
from web.trace import badge, edition_words

Plain = dict[str, Any]


def changes(lang: str) -> list[Plain]:
    """Every edition known to have touched a provision we hold, the newest first."""
    found = [
        {
            "edition": edition, "act": act, "words": edition_words(edition.key, lang),
            "touched": len(_touched(act, edition)),
        }
        for act in acts.acts().values() for edition in act.editions if _touched(act, edition)
    ]  # fmt: skip
    return sorted(found, key=lambda change: change["edition"].first, reverse=True)  # type: ignore[attr-defined]


def change(key: str, lang: str) -> Plain:
    """One edition with all it touched; `KeyError` where there is none."""
    edition = acts.edition(key)
    act = acts.acts()[edition.act]
    touched = [_both(provision, edition, lang) for provision in _touched(act, edition)]
    if not touched:
        raise KeyError(key)
    rules = [rule for rule in all_rules().values() if any(v.edition == key for v in rule.versions)]
    # Where no rule on what was touched names a body, those of all rules that begin with the edition are told.
    bodies = {body for one in touched for body in one["bodies"]} or _concerned(rules, lang)["bodies"]
    return {
        "edition": edition, "act": act, "words": edition_words(key, lang), "provisions": touched,
        "rules": [{"id": rule.id, "question": word(lang, "rules", rule.id, "question")} for rule in rules],
        "affected": sorted(bodies),
    }  # fmt: skip


def _concerned(rules: Iterable[Rule], lang: str) -> Plain:
    """Whom the rules concern: bodies that act or have a duty by them, and the regimes or institutions they are of."""
    bodies, fields = set(), set()
    for rule in rules:
        own = [duty for duty in duties() if duty.rule == rule.id]
        bodies |= {duty.who for duty in own}
        bodies |= {version.numbers.named for version in rule.versions if isinstance(version.numbers, Body)}
        fields |= {word(lang, "regimes", duty.regime) for duty in own}
        if not own:
            fields.add(word(lang, "institutions", rule.institution))
    return {"bodies": sorted(word(lang, "values", body) for body in bodies), "fields": sorted(fields)}


def _touched(act: Act, edition: Edition) -> list[Provision]:
    """Provisions with a wording that began with this edition, unless it is merely the first text we read."""
    own = [one for one in acts.provisions().values() if one.act == act.id]
    return [one for one in own if any(w.edition == edition.id for w in one.wordings) and _is_change(one, act, edition)]


def _is_change(provision: Provision, act: Act, edition: Edition) -> bool:
    """The first wording we hold is a change only where the edition is known to have touched the provision."""
    first = provision.wordings[0].edition == edition.id
    return not first or provision.id in edition.touched


def _both(provision: Provision, edition: Edition, lang: str) -> Plain:
    ids = [wording.edition for wording in provision.wordings]
    at = ids.index(edition.id)
    old = provision.wordings[at - 1] if at else None
    return {
        "badge": badge(provision.id, lang), "draft": provision.draft, "id": provision.id,
        "new": provision.wordings[at].summary[lang], "old": old.summary[lang] if old else "",
        "old_edition": edition_words(f"{provision.act}@{old.edition}", lang) if old else "",
        **_concerned(rules_on(provision.id), lang),
    }  # fmt: skip
