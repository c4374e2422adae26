"""What a card rests on: the wordings of its provisions as they stand on a day, and which of them have changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from law.describing import cited
from rules import acts
from rules.acts import Provision, Wording
from rules.registry import find

Grounds = dict[str, str]


def of_item(task: Any) -> tuple[str, ...]:
    """The provisions behind an item's key: those it names and those of its rule."""
    named = [*task.provisions, *getattr(task, "accepts", ())]
    ruled = cited(find(task.rule)) if task.rule else ()
    return tuple(dict.fromkeys((*named, *ruled)))


def of_rule(rule_id: str) -> tuple[str, ...]:
    """The provisions of a rule."""
    return cited(find(rule_id))


def wordings_on(provisions: Iterable[str], day: date) -> Grounds:
    """The edition and fingerprint of each provision's wording on the day; what we hold no wording of is left out."""
    found = {id_: _print(id_, day) for id_ in provisions}
    return {id_: printed for id_, printed in found.items() if printed}


@lru_cache(maxsize=8192)
def _print(provision_id: str, day: date) -> str:
    provision = acts.provisions().get(provision_id)
    wording = _wording(provision, day) if provision else None
    if wording is None:
        return ""
    whole = json.dumps(dict(wording.summary), ensure_ascii=False, sort_keys=True)
    return f"{wording.edition}:{hashlib.sha256(whole.encode()).hexdigest()[:12]}"


def _wording(provision: Provision, day: date) -> Wording | None:
    """The last wording whose edition had surely begun by the day, else the oldest we hold."""
    begun = [w for w in provision.wordings if acts.edition(f"{provision.act}@{w.edition}").first[1] <= day]
    return begun[-1] if begun else next(iter(provision.wordings), None)


def changed(seen: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Provisions whose wording is another than when the card was last seen."""
    return tuple(id_ for id_, printed in now.items() if id_ in seen and seen[id_] != printed)


def edition_in(printed: str, provision_id: str) -> str:
    """The `act@edition` of a fingerprint."""
    return f"{provision_id.partition('/')[0]}@{printed.rpartition(':')[0]}"
