"""Editions and wordings as the strip draws them: known stretches as segments, unknown first days as bars below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from rules import acts
from rules.acts import DRAFT_READINGS, Act, Edition, Provision
from rules.registry import Rule

Plain = dict[str, Any]
ONE_DAY = timedelta(days=1)
SHORTEST = timedelta(days=60)
_MADE_BY = re.compile(r"(Law|Order) (\S+) of ")


def of_act(act: Act, today: date) -> Plain:
    """All editions of an act that we list."""
    return _strip(act.editions, act.editions, today)


def of_provision(provision: Provision, today: date) -> Plain:
    """The wordings of a provision that we hold."""
    held = acts.acts()[provision.act].editions
    starts = tuple(acts.edition(f"{provision.act}@{one.edition}") for one in provision.wordings)
    return _strip(starts, held, today)


def of_rule(rule: Rule, today: date) -> Plain:
    """The versions of a rule."""
    starts = tuple(acts.edition(version.edition) for version in rule.versions)
    return _strip(starts, acts.acts()[rule.act].editions, today)


def _strip(starts: Sequence[Edition], held: Sequence[Edition], today: date) -> Plain:
    first, last = starts[0].first[0], max(held[-1].checked_until, starts[-1].first[1] + SHORTEST)
    ends = [later.first[0] - ONE_DAY for _, later in pairwise(starts)]
    segments = [
        {
            "start": start.first[1], "end": end, "edition": start, "draft": start.read in DRAFT_READINGS,
            "now": end is None and start.first[1] <= today <= held[-1].checked_until, **made_by(start),
        }
        for start, end in zip(starts, [*ends, None], strict=True)
    ]  # fmt: skip
    unsure = [{"start": one.first[0], "end": one.first[1], **made_by(one)} for one in starts if one.span]
    return {"start": first, "end": last, "editions": segments, "unsure": unsure}


def made_by(edition: Edition) -> Plain:
    """Kind (law or order) and number of the act that made the edition; both empty for the first text."""
    found = _MADE_BY.match(edition.by)
    return {"kind": found[1].lower(), "number": found[2]} if found else {"kind": "", "number": ""}
