"""What must be done, by whom and by when, after a sentence arrives at the service: one list for each punishment."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Answer, EventDayMissing, ask, decision, find
from rules.tables import listed
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true

_AUTUMN = (date(2025, 11, 3), date(2025, 11, 4))
_MINORS = "minor-registered-with"


@facts_class("after-sentence")
class AfterSentence:
    """The punishment, whether the convict is a minor, and the days from which terms run, as far as they have come.

    `start_day`: the papers arrive at the service; `effective_day`: the sentence enters into force; `day`: the convict
    is registered; `came_day`: the convict comes after release; `serving_day`: serving starts; `passed_day`: the copy
    reaches the local body or the employer; `ready_day`: the papers for the employer are ready.
    """

    punishment: Maybe[str] = fact(
        "choice", "restriction", "conditional", "community-service", "corrective-labour", "ban", "deferral"
    )
    minor: Maybe[bool] = fact("bool")
    start_day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)
    effective_day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)
    came_day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)
    day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)
    serving_day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)
    passed_day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)
    ready_day: Maybe[date] = fact("day", near=lambda facts: _AUTUMN)


class Due(NamedTuple):
    """One duty: the rule that computes or states it, and the fact whose day it runs from."""

    rule: str
    runs_from: str


listed(
    _MINORS, provision="cec/20/2", edition="cec@2025-09", norms=("s-cec-20-minors",),
    items=("minor-parents", "minor-teacher-if-needed"), wrongly="minor-juvenile-inspector",
)  # fmt: skip

_COMES = Due("registration-last-day", "effective_day")
_ENTERED = Due("control-data-entry", "start_day")
_REGISTERED = (
    Due("control-explained", "day"), Due("control-card", "day"), Due("control-court-notice", "day"),
    Due("control-special-records", "day"),
)  # fmt: skip
_STARTED = Due("control-start-notice", "serving_day")
_DUTIES: dict[str, tuple[Due, ...]] = {
    "restriction": (
        _ENTERED, _COMES, Due("restriction-intake-established", "day"), Due("restriction-intake-explained", "day"),
        *_REGISTERED, _STARTED,
    ),
    "conditional": (
        _ENTERED, _COMES, Due("conditional-intake-studied", "day"), Due("conditional-intake-explained", "day"),
        *_REGISTERED, _STARTED,
    ),
    "community-service": (
        _ENTERED, Due("works-summons", "start_day"), Due("works-start", "start_day"), *_REGISTERED,
        Due("works-local-notice", "passed_day"), _STARTED,
    ),
    "corrective-labour": (
        _ENTERED, Due("corrective-start", "start_day"), *_REGISTERED, Due("corrective-employer-papers", "ready_day"),
        _STARTED,
    ),
    "ban": (_ENTERED, *_REGISTERED, Due("ban-dismissal", "passed_day"), Due("ban-check-months", "start_day"), _STARTED),
    "deferral": (
        Due("deferral-registration", "came_day"), Due("deferral-intake", "day"), Due("deferral-guardianship", "day"),
    ),
}  # fmt: skip
# CEC 20 speaks of minors under probation control.
_CONTROLLED = ("restriction", "conditional")
_JOINED = tuple(dict.fromkeys(due.rule for duties in _DUTIES.values() for due in duties))


@decision(
    "after-sentence-arrives", facts=AfterSentence, value="list", joins=(*_JOINED, _MINORS),
    norms=("s-511-4-entry", "s-511-8-11", "s-cec-27-notice-to-court"),
)  # fmt: skip
def after_sentence_arrives(f: AfterSentence) -> Answer:
    """The duties of the punishment, each with its last day, provision and edition as far as its event is known."""
    if isinstance(f.punishment, Unknown):
        unknown = because("order-511/4/1", "after-sentence-punishment", Truth.UNKNOWN, "punishment")
        return Answer(UNKNOWN, unknown)
    duties = _DUTIES[f.punishment]
    shown = tuple(_step(due, f) for due in duties)
    if is_one_of(f.punishment, *_CONTROLLED) is YES:
        minor = because("cec/20/2", "after-sentence-minor", is_true(f.minor), "minor")
        shown = (minor, *shown)
        if minor.truth is Truth.UNKNOWN:
            return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=shown))
        if minor.truth is YES:
            with_whom = Due(_MINORS, "day")
            duties, shown = (*duties, with_whom), (*shown, _step(with_whom, f))
    return Answer(tuple(due.rule for due in duties), Condition("list", YES, parts=shown))


def _step(due: Due, f: AfterSentence) -> Condition:
    """The rule of the duty on the day of its own event; where that is not known, no edition is guessed."""
    joined = find(due.rule)
    try:
        found = ask(due.rule, joined.facts(**{joined.on: getattr(f, due.runs_from)})).condition
    except EventDayMissing:
        place = joined.provisions[0]
        return because(place, "after-sentence-event", Truth.UNKNOWN, due.runs_from, what=f"duty:{due.rule}")
    return _reading(found, due.runs_from)


def _reading(condition: Condition, name: str) -> Condition:
    """The same sentences, reading the fact of this decision that holds the day of the event."""
    parts = tuple(_reading(part, name) for part in condition.parts)
    return condition._replace(parts=parts, facts=(name,) if condition.facts else ())
