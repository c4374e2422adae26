"""Facts: frozen dataclasses in the words of the statute, with what a form, a schema and an author need."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeVar

from rules.truth import UNKNOWN, Unknown

Kind = Literal["bool", "choice", "day", "moment", "count", "several"]
C = TypeVar("C")
_CLASSES: dict[str, type] = {}


@dataclass(frozen=True, slots=True)
class FactSpec:
    """One fact: its name, kind, choices, borders and, for days, the sample days near the law's borders."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 100_000
    borders: tuple[int, ...] = ()
    near: Callable[[Any], tuple[date, ...]] | None = None


@dataclass(frozen=True, slots=True)
class FactFault:
    """What is wrong with one fact as given: `field`, a key of the words and what was given."""

    field: str
    key: str
    given: str


class FactFaults(ValueError):
    """All faults of one set of facts, never only the first."""

    def __init__(self, faults: tuple[FactFault, ...]) -> None:
        super().__init__("; ".join(f"{f.field}: {f.key} ({f.given})" for f in faults))
        self.faults = faults


def fact(kind: Kind, *choices: str, **more: Any) -> Any:
    """A field of a facts class; every fact is unknown until told."""
    return dataclasses.field(default=UNKNOWN, metadata={"kind": kind, "choices": choices, **more})


def facts_class(name: str) -> Callable[[type[C]], type[C]]:
    """Make a frozen facts class known under the name that cases, forms and the API use."""

    def register(plain: type[C]) -> type[C]:
        if name in _CLASSES:
            raise ValueError(f"facts class {name!r} stands twice")
        made = dataclass(frozen=True, slots=True, kw_only=True)(plain)
        specs = tuple(FactSpec(f.name, **f.metadata) for f in dataclasses.fields(made))  # type: ignore[arg-type]
        made.NAME, made.SPECS = name, specs  # type: ignore[attr-defined]
        _CLASSES[name] = made
        return made

    return register


def named(name: str) -> type:
    """The facts class of that name; `KeyError` where there is none."""
    return _CLASSES[name]


def classes() -> Mapping[str, type]:
    """All facts classes by name."""
    return _CLASSES


def specs(facts: Any) -> tuple[FactSpec, ...]:
    """The specifications of a facts class or of an instance of it."""
    result: tuple[FactSpec, ...] = facts.SPECS
    return result


def spec_of(facts: Any, name: str) -> FactSpec:
    """The specification of one fact; `KeyError` where the class has no such fact."""
    for spec in specs(facts):
        if spec.name == name:
            return spec
    raise KeyError(name)


def read(cls: type[C], given: Mapping[str, object]) -> C:
    """Facts from plain values (JSON, YAML, a form); absent, empty or `"unknown"` stays unknown.

    Raises `FactFaults` with every fault: unknown name, wrong type, a choice that does not exist, a number out
    of its range, an impossible day, or facts that contradict each other (`cls.contradictions`).
    """
    known = {spec.name: spec for spec in specs(cls)}
    strange = [name for name in given if name not in known]
    faults = [FactFault(str(name), "fact_unknown_name", str(given[name])[:80]) for name in strange]
    values: dict[str, object] = {}
    for name, spec in known.items():
        value = _value(spec, given.get(name, UNKNOWN))
        if isinstance(value, FactFault):
            faults.append(value)
        else:
            values[name] = value
    if faults:
        raise FactFaults(tuple(faults))
    made = cls(**values)
    if found := contradictions(made):
        raise FactFaults(found)
    return made


def contradictions(facts: object) -> tuple[FactFault, ...]:
    """Facts that cannot stand together, as their class says; unknown facts contradict nothing."""
    says: Callable[[object], tuple[FactFault, ...]] | None = getattr(type(facts), "contradictions", None)
    return says(facts) if says else ()


def _value(spec: FactSpec, value: object) -> object:
    if value is None or isinstance(value, Unknown):
        return UNKNOWN
    if isinstance(value, str) and value.strip() in ("", "unknown"):
        return UNKNOWN
    return _READERS[spec.kind](spec, value)


def _bool(spec: FactSpec, value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    return FactFault(spec.name, "fact_not_bool", str(value)[:80])


def _choice(spec: FactSpec, value: object) -> object:
    return value if value in spec.choices else FactFault(spec.name, "fact_not_a_choice", str(value)[:80])


def _several(spec: FactSpec, value: object) -> object:
    parts = tuple(value) if isinstance(value, list | tuple | set | frozenset) else tuple(str(value).split())
    if all(part in spec.choices for part in parts):
        return frozenset(parts)
    return FactFault(spec.name, "fact_not_a_choice", " ".join(map(str, parts))[:80])


def _count(spec: FactSpec, value: object) -> object:
    if isinstance(value, bool) or not str(value).strip().lstrip("-").isdecimal() or len(str(value)) > 9:
        return FactFault(spec.name, "fact_not_a_count", str(value)[:80])
    number = int(str(value))
    if spec.least <= number <= spec.most:
        return number
    return FactFault(spec.name, "fact_out_of_range", str(value)[:80])


def _day(spec: FactSpec, value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:40])
    except ValueError:
        return FactFault(spec.name, "fact_not_a_day", str(value)[:80])


def _moment(spec: FactSpec, value: object) -> object:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip()[:40])
    except ValueError:
        return FactFault(spec.name, "fact_not_a_moment", str(value)[:80])
    return moment if moment.tzinfo is None else FactFault(spec.name, "fact_moment_with_zone", str(value)[:80])


_READERS: dict[str, Callable[[FactSpec, object], object]] = {
    "bool": _bool, "choice": _choice, "several": _several, "count": _count, "day": _day, "moment": _moment,
}  # fmt: skip


def samples(spec: FactSpec, facts: Any) -> tuple[object, ...]:
    """Values that stand for all values of the fact: every choice, or both sides of each border of the law."""
    if spec.kind == "bool":
        return (True, False)
    if spec.kind == "choice":
        return spec.choices
    if spec.kind == "count":
        around = {spec.least, spec.most, *(n + d for n in spec.borders for d in (-1, 0, 1))}
        return tuple(sorted(n for n in around if spec.least <= n <= spec.most))
    if spec.kind == "day" and spec.near:
        return spec.near(facts)
    if spec.kind == "several":
        return (frozenset(), frozenset(spec.choices), *(frozenset(spec.choices) - {c} for c in spec.choices))
    return ()


def plain(value: object) -> object:
    """A fact's value as JSON and YAML hold it."""
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
