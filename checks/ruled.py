"""A rule put to the facts of a case inside a task of several rules: its facts, its value as given, its right values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Literal, Protocol

from checks.days import day_in, whole_number
from checks.fields import Form, many, offered, one
from checks.task import Facts, Frozen, Id, Text, accepted, mutations_of, plain_value
from checks.verdict import AnswerFault, Diagnosis, Row
from checks.verdicts import WORDS
from rules import acts, registry
from rules import facts as facts_module
from rules.findings import Finding, evaluate
from rules.truth import Truth

REFUSALS = (LookupError, ValueError)
Labels = dict[Literal["yes", "no", "undecided"], Text]


class Ruled(Protocol):
    """What names a rule: `takes` fills facts of the rule from other places of the file, `offers` are values offered."""

    @property
    def rule(self) -> str:
        """Id of the rule."""

    @property
    def takes(self) -> dict[str, str]:
        """Facts of the rule's class, each with the `group.name` it is taken from."""

    @property
    def offers(self) -> tuple[str, ...]:
        """Names among which the value is chosen (a body, a place, a list), or said beside yes and no."""


class Asked(Frozen):
    """A question put by one rule of several."""

    id: str = Id
    ask: Text
    rule: str
    takes: dict[str, str] = {}
    offers: tuple[str, ...] = ()
    labels: Labels = {}
    unit: Text = ""


def facts_of(asked: Ruled, facts: Facts) -> Any:
    """The facts class of the rule, filled from the file; `FactFaults` where they cannot stand together."""
    cls: Any = registry.find(asked.rule).facts
    taken = {name: fact_at(facts, path) for name, path in asked.takes.items()}
    return facts_module.read(cls, {**facts.get(cls.NAME, {}), **taken})


def fact_at(facts: Facts, path: str) -> object:
    """The fact `group.name` of the file; unknown where the file does not tell it."""
    group, _, name = path.partition(".")
    return facts.get(group, {}).get(name, "unknown")


def put(asked: Ruled, facts: Facts, mutation: str = "") -> Finding:
    """What the rule says on the facts of the file."""
    return evaluate(asked.rule, facts_of(asked, facts), mutation)


def kind_of_value(asked: Ruled) -> str:
    """What the rule answers, as forms ask for it: truth, day, amount, body or list."""
    value = registry.find(asked.rule).value
    return {"days": "amount", "place": "body"}.get(value, value)


def read_value(asked: Ruled, form: Form, field: str) -> Any:
    """The value in this field of the form as plain data; `AnswerFault` names the field."""
    match kind_of_value(asked):
        case "truth":
            return offered(one(form, field), field, frozenset((*WORDS, *asked.offers)))
        case "amount":
            return whole_number(form, field)
        case "list":
            return sorted(many(form, field, frozenset(asked.offers)))
        case "body":
            return offered(one(form, field), field, frozenset(asked.offers))
    text = one(form, field, 60)
    day = day_in(text)
    if day is None:
        raise AnswerFault(field, "answer_not_a_day", text)
    return day.isoformat()


def values_of(finding: Finding) -> dict[Any, str]:
    """Every value that passes with what it rests on, the main one first; lists without an order."""
    found: dict[Any, str] = {}
    for value, ground in accepted(finding).items():
        found.setdefault(frozen(value), ground)
    return found


def said(asked: Ruled, values: Mapping[Any, str]) -> list[Any]:
    """The values that pass; `ValueError` for one that no form can say."""
    kind = kind_of_value(asked)
    sayable = {*asked.offers, *(WORDS if kind == "truth" else ())}
    for value in values:
        named = value if isinstance(value, tuple) else (value,)
        if kind in ("truth", "body", "list") and not set(named) <= sayable:
            raise ValueError(f"{asked.rule}: {value!r} is not offered")
        if kind == "day" and not str(value)[:1].isdigit():
            raise ValueError(f"{asked.rule}: gives {value!r}, which is no day")
    return list(values)


def frozen(value: Any) -> Any:
    """A value as it is compared and kept: the names of a list in the order of the alphabet."""
    return tuple(sorted(value)) if isinstance(value, list | tuple) else value


def plain(values: Sequence[Any]) -> list[Any]:
    """Values as plain data."""
    return [list(value) if isinstance(value, tuple) else value for value in values]


def row_of(asked: Ruled, id_: str, made: Any, given: Any) -> Row:
    """A row for one value alone: whether it is a value of the rule on these facts."""
    finding = evaluate(asked.rule, made)
    values = values_of(finding)
    good = frozen(given) in values
    return Row(
        id_, "right" if good else "wrong", made, finding, {"conclusion": given}, {"conclusion": plain(list(values))},
        () if good else ("conclusion",), -1 if good else parted(finding, diagnosed(asked, made, given)),
        reading=values.get(frozen(given), ""),
    )  # fmt: skip


def says(points: int, of: int, keys: tuple[str, str, str]) -> str:
    """The key of the words for all points, some and none."""
    return keys[0] if points == of else (keys[1] if points else keys[2])


def diagnosed(asked: Ruled, made: Any, given: Any) -> Diagnosis | None:
    """The mutation of the rule that gives just this wrong value, if there is one."""
    for name in mutations_of(asked.rule):
        with suppress(*REFUSALS):
            if frozen(plain_value(evaluate(asked.rule, made, name).value)) == frozen(given):
                target, _, bare = name.rpartition(":")
                return Diagnosis(rule=target or asked.rule, mutation=bare)
    return None


def parted(finding: Finding, diagnosis: Diagnosis | None) -> int:
    """The step of the rule where the answer parted from the law: the first that decides as the result is."""
    wanted = finding.value if isinstance(finding.value, Truth) else Truth.YES
    deciding = [number for number, step in enumerate(finding.steps) if step.decides]
    named = diagnosis and diagnosis.rule != finding.rule and diagnosis.rule
    own = [number for number in deciding if finding.steps[number].rule == named]
    near = own or deciding
    return next((n for n in near if finding.steps[n].truth is wanted), near[0] if near else -1)


def rule_faults(asked: Ruled, facts: Facts, values: Sequence[str] = ()) -> Iterator[str]:
    """A rule, a fact or an offer that does not exist, a value that cannot be given, a rule that refuses these facts."""
    if asked.rule not in registry.all_rules():
        yield f"rule: there is no rule {asked.rule!r}"
        return
    cls: Any = registry.find(asked.rule).facts
    for name in asked.takes.keys() - {spec.name for spec in cls.SPECS}:
        yield f"takes: {cls.NAME} has no fact {name!r}"
    kind = kind_of_value(asked)
    if kind in ("body", "list") and len(asked.offers) < 2:
        yield "offers: at least two values must be offered"
    if values and kind not in values:
        yield f"rule: {asked.rule} answers {kind}, not {' or '.join(values)}"
    try:
        said(asked, values_of(put(asked, facts)))
    except REFUSALS as error:
        yield f"{asked.rule}: {type(error).__name__}: {error}"


def norm_faults(norms: Sequence[str]) -> Iterator[str]:
    """Provisions that are offered but not held."""
    held = acts.provisions()
    yield from (f"norms: {id_} is not held" for id_ in norms if id_ not in held)


def fields(answer: Mapping[str, Any]) -> dict[str, list[str]]:
    """A plain answer as fields: a list gives several values, everything else one."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in answer.items()}
    return {name: [str(value) for value in values] for name, values in lists.items()}
