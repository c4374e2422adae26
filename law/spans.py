"""Editions and wordings as the strip draws them: known stretches as segments, unknown first days as bars below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from rules import acts
from rules.acts import DRAFT_READINGS, Act, Edition, Provision
from rules.registry import Rule
from web.trace import edition_words

Plain = dict[str, Any]
ONE_DAY = timedelta(days=1)
SHORTEST = timedelta(days=60)


def of_act(act: Act, lang: str, today: date) -> Plain:
    """All editions of an act that we list."""
    return _strip(act.editions, act.editions, lang, today)


def of_provision(provision: Provision, lang: str, today: date) -> Plain:
    """The wordings of a provision that we hold."""
    held = acts.acts()[provision.act].editions
    starts = tuple(acts.edition(f"{provision.act}@{one.edition}") for one in provision.wordings)
    return _strip(starts, held, lang, today)


def of_rule(rule: Rule, lang: str, today: date) -> Plain:
    """The versions of a rule."""
    starts = tuple(acts.edition(version.edition) for version in rule.versions)
    return _strip(starts, acts.acts()[rule.act].editions, lang, today)


def _strip(starts: Sequence[Edition], held: Sequence[Edition], lang: str, today: date) -> Plain:
    first, last = starts[0].first[0], max(held[-1].checked_until, starts[-1].first[1] + SHORTEST)
    ends = [later.first[0] - ONE_DAY for _, later in pairwise(starts)]
    segments = [
        {
            "start": start.first[1], "end": end, "text": start.id, "short": start.id, "key": start.key,
            "words": edition_words(start.key, lang), "draft": start.read in DRAFT_READINGS,
            "now": end is None and start.first[1] <= today <= held[-1].checked_until,
        }
        for start, end in zip(starts, [*ends, None], strict=True)
    ]  # fmt: skip
    open_days = [{"start": one.first[0], "end": one.first[1], "edition": one.id} for one in starts if one.span]
    return {"start": first, "end": last, "editions": segments, "open": open_days}
