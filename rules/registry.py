"""Rules and decisions: how they are declared, found by the day of their event, and run."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

import rules
from rules import acts
from rules.conditions import Condition
from rules.mutations import Mutation as Mutation
from rules.mutations import Otherwise as Otherwise
from rules.mutations import broken_here
from rules.truth import UNKNOWN, Truth, Unknown
from rules.units import Unit


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule of value (a day, a body, a list) answers; the condition carries its sentences."""

    value: object
    condition: Condition
    readings: tuple[tuple[object, str], ...] = ()


Body = Callable[..., Condition | Answer]
B = TypeVar("B", bound=Body)
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Version:
    """The rule as it stands from one edition of its act on."""

    edition: str
    body: Body
    numbers: Any


@dataclass(frozen=True, slots=True)
class Rule:
    """One norm of one act; `on` names the fact whose day chooses the edition.

    `otherwise` are the readings of conventions that are as defensible as ours; `institution` is its package.
    """

    id: str
    facts: type
    on: str
    act: str
    norms: tuple[str, ...]
    provisions: tuple[str, ...]
    versions: tuple[Version, ...]
    mutations: tuple[Mutation, ...]
    value: str
    joins: tuple[str, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    institution: str = ""

    @property
    def decision(self) -> bool:
        """A decision joins rules of several acts and has no edition of its own."""
        return not self.act

    def mutation(self, name: str) -> Mutation:
        """The mutation of that name; `KeyError` where the rule has none."""
        for found in self.mutations:
            if found.name == name:
                return found
        raise KeyError(name)

    def mistake(self, name: str) -> str:
        """The key of the words for a mutation's kind; a last day that is off is told by the kind of days."""
        mutation = self.mutation(name)
        kind = mutation.kind.replace(" ", "-")
        unit = mutation.changes.get("unit", getattr(self.versions[-1].numbers, "unit", None))
        if mutation.kind != "border off by one" or self.value != "day":
            return kind
        if unit is Unit.WORKING_DAYS:
            return f"{kind}-working-day"
        return f"{kind}-day" if unit in (Unit.CALENDAR_DAYS, Unit.DAYS_24H) or "days" in mutation.changes else kind


class UnknownRule(LookupError):
    """No rule has this id."""


_RULES: dict[str, Rule] = {}
_SHAPES = frozenset({"rules.registry", "rules.terms", "rules.tables"})


def _home() -> str:
    """The package in which a rule is being declared, past the modules that only give rules their shape."""
    frame = sys._getframe(1)
    while frame.f_back and frame.f_globals.get("__name__") in _SHAPES:
        frame = frame.f_back
    package, _, inner = str(frame.f_globals.get("__name__")).partition(".")
    return inner.partition(".")[0] if package == "rules" else ""


def rule(
    id_: str, *, facts: type, on: str, edition: str, provisions: tuple[str, ...], norms: tuple[str, ...] = (),
    numbers: Any = None, mutations: tuple[Mutation, ...] = (), otherwise: tuple[Otherwise, ...] = (),
    value: str = "truth",
) -> Callable[[B], B]:  # fmt: skip
    """Declare a rule, or a further version under the same id (norms, provisions and mutations are added).

    `edition` is the `act@id` from which this wording stands; `value` says what the rule answers: truth, day,
    days, amount, body, list or place. Two versions from one edition are refused.
    """

    home = _home()

    def declare(body: B) -> B:
        act = edition.partition("@")[0]
        old = _RULES.get(id_) or Rule(id_, facts, on, act, (), (), (), (), value, institution=home)
        versions = (*old.versions, Version(edition, body, numbers))
        if len({v.edition for v in versions}) != len(versions) or old.act != act:
            raise ValueError(f"rule {id_!r}: two versions stand on one day ({edition})")
        _RULES[id_] = replace(
            old, versions=tuple(sorted(versions, key=lambda v: acts.edition(v.edition).first)),
            norms=old.norms + norms, provisions=tuple(dict.fromkeys(old.provisions + provisions)),
            mutations=_joined(old.mutations, mutations), otherwise=_joined(old.otherwise, otherwise),
        )  # fmt: skip
        return body

    return declare


def _joined(old: tuple[M, ...], more: tuple[M, ...]) -> tuple[M, ...]:
    """What was declared with earlier versions and what is new; a shape says the same with each edition."""
    return old + tuple(one for one in more if one not in old)


def decision(
    id_: str, *, facts: type, joins: tuple[str, ...], norms: tuple[str, ...] = (), value: str = "truth"
) -> Callable[[B], B]:
    """Declare a decision: it joins the rules named in `joins` by `use` and shows which prevails."""

    home = _home()

    def declare(body: B) -> B:
        if id_ in _RULES:
            raise ValueError(f"decision {id_!r} stands twice")
        _RULES[id_] = Rule(id_, facts, "", "", norms, (), (Version("", body, None),), (), value, joins, (), home)
        return body

    return declare


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule and decision by id, after every module of the package was imported."""
    for module in pkgutil.walk_packages(rules.__path__, "rules."):
        importlib.import_module(module.name)
    return _RULES


def find(id_: str) -> Rule:
    """The rule of that id; `UnknownRule` where there is none."""
    try:
        return all_rules()[id_]
    except KeyError:
        raise UnknownRule(id_) from None


def ways_to_break(id_: str) -> tuple[str, ...]:
    """Names of all mutations that `evaluate` takes for this rule; of a joined rule as `rule:mutation`."""
    own = tuple(mutation.name for mutation in find(id_).mutations)
    return own + tuple(f"{rule_id}:{m.name}" for rule_id in joined(id_) for m in find(rule_id).mutations)


def version_on(found: Rule, day: date | Unknown) -> Version:
    """The version that applied on the day; an unknown day is answered only where there is one version."""
    if found.decision:
        return found.versions[0]
    if isinstance(day, Unknown):
        if len(found.versions) == 1:
            return found.versions[0]
        raise EventDayMissing(found.id, found.on)
    editions = tuple(acts.edition(v.edition) for v in found.versions)
    chosen = acts.pick(found.act, day, editions)
    return found.versions[editions.index(chosen)]


class EventDayMissing(LookupError):
    """The rule has several wordings and nobody told the day of its event."""

    def __init__(self, rule_id: str, event: str) -> None:
        super().__init__(f"{rule_id}: the day of {event} is needed to choose the edition")
        self.rule_id, self.event = rule_id, event


def use(id_: str, facts: Any) -> Condition:
    """Another rule as one condition of a decision, with the edition of its own event."""
    return answer_of(find(id_), facts).condition


def ask(id_: str, facts: Any) -> Answer:
    """The same with its value, for decisions that join days, bodies or lists."""
    return answer_of(find(id_), facts)


def answer_of(found: Rule, facts: Any) -> Answer:
    """Run the version that applies, broken where `mutations` says so; wrapped with rule and edition."""
    broken = broken_here(found.id)
    version = _version(found, facts, broken)
    numbers = version.numbers
    if broken and broken.changes and numbers is not None:
        numbers = numbers._replace(**broken.changes)
    result = version.body(facts, numbers) if numbers is not None else version.body(facts)
    answer = result if isinstance(result, Answer) else Answer(_value(result.truth), result)
    edition = _edition_shown(found, version, facts, broken)
    wrapped = Condition(
        "rule", answer.condition.truth, parts=(answer.condition,), rule=found.id, edition=edition
    )
    return Answer(answer.value, wrapped, answer.readings)


def _version(found: Rule, facts: Any, broken: Mutation | None) -> Version:
    if broken and broken.edition:
        return next(v for v in found.versions if v.edition == broken.edition)
    return version_on(found, getattr(facts, found.on, UNKNOWN) if found.on else UNKNOWN)


def _edition_shown(found: Rule, version: Version, facts: Any, broken: Mutation | None) -> str:
    """The edition of the act on the day of the event; where that is not known the version's own.

    None is named where that one begins after every day that the facts do tell.
    """
    day = getattr(facts, found.on, UNKNOWN) if found.on else UNKNOWN
    if found.decision or (broken and broken.edition):
        return version.edition
    if isinstance(day, Unknown):
        days = (getattr(facts, spec.name) for spec in facts.SPECS if spec.kind == "day")
        told = [value for value in days if isinstance(value, date)]
        return "" if told and max(told) < acts.edition(version.edition).first[0] else version.edition
    try:
        return acts.edition_on(found.act, day).key
    except acts.FirstDayUnknown:
        return version.edition


def edition_of(found: Rule, facts: Any) -> str:
    """The edition of the rule's act on the day of its event on these facts; empty where no wording is held then."""
    try:
        return _edition_shown(found, _version(found, facts, None), facts, None)
    except (EventDayMissing, acts.WordingNotHeld, acts.FirstDayUnknown):
        return ""


def _value(truth: Truth) -> object:
    return UNKNOWN if truth is Truth.UNKNOWN else truth


def joined(id_: str) -> tuple[str, ...]:
    """Ids of all rules that a decision joins, also through other decisions; none for a rule."""
    direct = find(id_).joins
    deeper = (inner for rule_id in direct for inner in joined(rule_id))
    return tuple(dict.fromkeys((*direct, *deeper)))
