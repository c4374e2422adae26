"""Findings: what a rule answers on given facts, its steps, and every fact that would decide what is open."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from rules import acts
from rules.calendar import YearNotHeld
from rules.conditions import Step, open_leaves, steps_of
from rules.facts import contradictions, samples, spec_of
from rules.mutations import Mutation, breaking
from rules.registry import Answer, EventDayMissing, Rule, answer_of, edition_of, find, joined
from rules.truth import UNKNOWN, Unknown

REFUSALS = (acts.WordingNotHeld, acts.FirstDayUnknown, YearNotHeld)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that would decide: for each of its values the result (unknown where others are missing too)."""

    fact: str
    outcomes: tuple[tuple[object, object], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be said at the foot of a trace: `key` of the words, the edition and a day."""

    key: str
    edition: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of a rule. `value` is a `Truth`, day, number or name, or `UNKNOWN` where facts are missing.

    `readings` are further values that a defensible reading gives, each with its convention or provision:
    another way of counting, or an order that differs from the Law.
    """

    rule: str
    value: object
    steps: tuple[Step, ...]
    missing: tuple[Missing, ...]
    readings: tuple[tuple[object, str], ...]
    notices: tuple[Notice, ...]

    @property
    def decided(self) -> bool:
        """Whether the facts were enough."""
        return not isinstance(self.value, Unknown)

    @property
    def draft(self) -> bool:
        """Whether a deciding step rests on a text known only from the textbook or third parties."""
        held = acts.provisions()
        return any(s.decides and s.provision in held and held[s.provision].draft for s in self.steps)

    @property
    def deciding(self) -> tuple[Step, ...]:
        """The steps that made the result what it is."""
        return tuple(step for step in self.steps if step.decides)


@lru_cache(maxsize=8192)
def evaluate(rule_id: str, facts: Any, mutation: str = "") -> Finding:
    """What the rule answers on these facts, whole or broken by one of its mutations.

    A mutation of a rule that a decision uses is named `rule:mutation`.
    Raises `UnknownRule`, `KeyError` (no such mutation), and the `REFUSALS`.
    """
    found = find(rule_id)
    if not mutation:
        return _finding(found, facts)
    target, _, name = mutation.rpartition(":")
    with breaking({target or rule_id: find(target or rule_id).mutation(name)}):
        return _finding(found, facts)


def _finding(found: Rule, facts: Any) -> Finding:
    answer = _answer(found, facts)
    tree = _tree(found, facts, facts, answer)
    value, missing = (UNKNOWN, tuple(_missing(tree, facts))) if isinstance(tree, _Ask) else (tree, ())
    if answer is None:
        return Finding(found.id, value, (), missing, (), ())
    steps = tuple(_with_edition(step, found, facts) for step in steps_of(answer.condition))
    readings = () if isinstance(value, Unknown) else answer.readings + _otherwise(found, facts, value)
    return Finding(found.id, value, steps, missing, readings, _notices(facts, steps))


def _with_edition(step: Step, found: Rule, facts: Any) -> Step:
    """A sentence that a decision says itself stands in the edition of a rule it joins of the same act."""
    if step.edition or not step.provision:
        return step
    act = step.provision.partition("/")[0]
    near = next((rule for rule in map(find, joined(found.id)) if rule.act == act), None)
    return step._replace(edition=edition_of(near, facts)) if near else step


def _otherwise(found: Rule, facts: Any, value: object) -> tuple[tuple[object, str], ...]:
    """Other values that follow when a convention is read the other way, in the rule and in all it joins."""
    readings: dict[object, str] = {}
    for changes in _ways_to_read(found.id):
        answer = None
        with breaking(changes), suppress(*REFUSALS):
            answer = _answer(found, facts)
        if answer and not isinstance(answer.value, Unknown) and answer.value != value:
            readings.setdefault(answer.value, next(iter(changes.values())).name)
    return tuple(readings.items())


@cache
def _ways_to_read(rule_id: str) -> tuple[dict[str, Mutation], ...]:
    """Changes to this rule and all it joins, one set for each reading: the same convention is read alike.

    A decision whose answer is a list names duties; how the rules it joins count their days does not change it.
    """
    ways: dict[tuple[str, int], dict[str, Mutation]] = {}
    found = find(rule_id)
    inner = () if found.decision and found.value == "list" else joined(rule_id)
    for rule in map(find, (rule_id, *inner)):
        for place, other in enumerate(rule.otherwise):
            broken = Mutation(other.name, "border off by one", other.changes)
            ways.setdefault((other.convention, place), {})[rule.id] = broken
    return tuple(ways.values())


def _answer(found: Rule, facts: Any) -> Answer | None:
    """What the rule says, or nothing where the day that chooses the wording is unknown."""
    try:
        return answer_of(found, facts)
    except EventDayMissing:
        return None


@dataclass(frozen=True, slots=True)
class _Ask:
    """A question that is still open: the fact and what follows for each of its samples, by their place."""

    fact: str
    branches: tuple[tuple[int, object], ...]


def _tree(found: Rule, told: Any, facts: Any, answer: Answer | None) -> object:
    """The answer as a tree over the unknown facts in the order of reading; branches that agree are one.

    `told` are the facts as given, `facts` the same with some unknown ones filled. A fact stands in the tree if
    and only if the result depends on it, so the tree decides and names what is missing.
    """
    if answer is not None and not isinstance(answer.value, Unknown):
        return answer.value
    name = _next_unknown(found, facts, answer)
    branches = []
    for place, value in enumerate(samples(spec_of(told, name), told)):
        filled = dataclasses.replace(facts, **{name: value})
        if contradictions(filled):
            continue
        try:
            branches.append((place, _tree(found, told, filled, _answer(found, filled))))
        except REFUSALS:
            continue
    if branches and all(branch == branches[0][1] for _, branch in branches):
        return branches[0][1]
    return _Ask(name, tuple(branches))


def _next_unknown(found: Rule, facts: Any, answer: Answer | None) -> str:
    """The first unknown fact that an open sentence reads."""
    if answer is None:
        return _event_missing(found, facts)
    for leaf in open_leaves(answer.condition):
        for name in leaf.facts:
            if isinstance(getattr(facts, name), Unknown):
                return name
    raise ValueError(f"{found.id}: undecided, but no open sentence names an unknown fact")


def _event_missing(found: Rule, facts: Any) -> str:
    try:
        answer_of(found, facts)
    except EventDayMissing as missing:
        return missing.event
    raise ValueError(found.id)


def _missing(tree: object, facts: Any) -> Iterator[Missing]:
    """Every fact of the tree with what follows for each sample that contradicts nothing."""
    for name in dict.fromkeys(_asked(tree)):
        outcomes = []
        for place, value in enumerate(samples(spec_of(facts, name), facts)):
            ends = set(_ends(tree, name, place))
            if ends:
                outcomes.append((value, ends.pop() if len(ends) == 1 else UNKNOWN))
        yield Missing(name, tuple(outcomes))


def _asked(tree: object) -> Iterator[str]:
    if isinstance(tree, _Ask):
        yield tree.fact
        for _, branch in tree.branches:
            yield from _asked(branch)


def _ends(tree: object, name: str, place: int) -> Iterator[object]:
    if not isinstance(tree, _Ask):
        yield tree
        return
    for at, branch in tree.branches:
        if tree.fact != name or at == place:
            yield from _ends(branch, name, place)


def _notices(facts: Any, steps: tuple[Step, ...]) -> tuple[Notice, ...]:
    """Last editions past the day we checked them for, and first days of the wording known only from third parties.

    Where a later edition is held, nothing is unread before it; a first day matters only where the wording changed.
    """
    notices: dict[Notice, None] = {}
    for key, rule_id in dict.fromkeys((step.edition, step.rule) for step in steps if step.edition):
        edition, found = acts.edition(key), find(rule_id)
        day = getattr(facts, found.on, UNKNOWN)
        last = edition is acts.acts()[edition.act].editions[-1]
        if last and isinstance(day, date) and day > edition.checked_until:
            notices[Notice("later_editions_not_checked", key, edition.checked_until)] = None
        if edition.first_read == "third-party" and key in {version.edition for version in found.versions}:
            notices[Notice("first_day_third_party", key, edition.first[1])] = None
    return tuple(notices)
