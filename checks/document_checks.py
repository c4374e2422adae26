"""One check of one field of a paper: what it is put beside, and whether it agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import model_validator

from checks.citations import CitationFault, read_citation
from checks.days import day_in
from checks.entries import holds, names_body, numbers, same_name, same_words
from checks.paper_forms import FormField
from checks.task import Facts, Frozen, Text, accepted, facts_for, mutations_of, plain_value
from rules import acts, findings, registry

RIGHT = "field-agrees"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WAYS = ("fact", "rule", "citation", "oneof", "words", "before", "after", "filled")
_FREE_KINDS = ("text", "long", "body", "person")


class FieldCheck(Frozen):
    """What one field must agree with, in one of the ways of `_WAYS`; several checks of a field must all hold.

    `fact` is `class.name`; `words` are phrases that must all stand, each with ways to say it (`a|b`); `before` and
    `after` name another field with a day, the same day included. `provision` and `why` are told where it is wrong.
    """

    field: str
    fact: str = ""
    rule: str = ""
    citation: tuple[str, ...] = ()
    default_act: str = ""
    oneof: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    filled: bool = False
    provision: str = ""
    why: Text = ""

    @model_validator(mode="after")
    def _has_one_way(self) -> FieldCheck:
        if len([way for way in _WAYS if getattr(self, way)]) != 1:
            raise ValueError(f"a check has one of {', '.join(_WAYS)}")
        return self

    @property
    def way(self) -> str:
        """How the field is checked."""
        return next(way for way in _WAYS if getattr(self, way))

    def key(self, facts: Facts) -> Any:
        """What passes, as plain data."""
        if self.fact:
            return fact_value(self.fact, facts)
        return list(values_of(self.rule, facts)) if self.rule else getattr(self, self.way)

    def varies(self, facts: Facts) -> bool:
        """Whether the key is a day or a number of the file or the law, which a variant may change."""
        value = self.key(facts) if self.fact or self.rule else None
        first = value[0] if isinstance(value, list) and value else value
        return (isinstance(first, int) and not isinstance(first, bool)) or _is_day(first)


def fact_value(path: str, facts: Facts) -> Any:
    """The fact of the file: a day in ISO form, a number, a name; `LookupError` where it is not told."""
    group, _, name = path.partition(".")
    value = facts.get(group, {}).get(name)
    if value is None or value == "unknown":
        raise LookupError(f"{path} is not told in the file")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int) else str(value)


def values_of(rule: str, facts: Facts) -> dict[Any, str]:
    """Every value that a defensible reading of the rule gives on the facts; several bodies stand singly."""
    found = accepted(findings.evaluate(rule, facts_for(rule, facts)))
    return {
        value: ground for whole, ground in found.items() for value in (whole if isinstance(whole, tuple) else (whole,))
    }


def expected(rule: str, text: str) -> Any:
    """What the text says, as a value that a rule could give: a day, a number, or the text."""
    if day := day_in(text):
        return day.isoformat()
    found = numbers(text)
    return found.pop() if len(found) == 1 else text


def judge(check: FieldCheck, field: FormField, answer: Mapping[str, str], facts: Facts) -> tuple[str, str]:
    """The key of the words, `field-agrees` where the field agrees, and what was meant."""
    text = answer.get(check.field, "")
    if not text:
        return "field-empty", ""
    return _JUDGES[check.way](check, field, text, answer, facts)


def _by_fact(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    return _by_value({fact_value(check.fact, facts): ""}, field, text, "file")


def _by_rule(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    values = values_of(check.rule, facts)
    first = next(iter(values))
    if isinstance(first, int) or _is_day(first) or field.kind == "choice":
        return _by_value(values, field, text, "law")
    wrong = {name for mutation in mutations_of(check.rule) for name in _broken(check.rule, mutation, facts)}
    good = names_body(text, [str(value) for value in values], wrong - set(values))
    return (RIGHT, "") if good else ("field-body", " ".join(map(str, values)))


def _broken(rule: str, mutation: str, facts: Facts) -> list[str]:
    value = plain_value(findings.evaluate(rule, facts_for(rule, facts), mutation).value)
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _by_value(values: Mapping[Any, str], field: FormField, text: str, source: str) -> tuple[str, str]:
    first = next(iter(values))
    if field.kind == "choice":
        return (RIGHT, "") if text in values else ("field-choice", str(first))
    if _is_day(first):
        day = day_in(text)
        if day is None:
            return "field-no-day", str(first)
        return (RIGHT, "") if day.isoformat() in values else (f"field-day-{source}", str(first))
    found = numbers(text)
    good = len(found) == 1 and found <= set(values)
    return (RIGHT, "") if good else (f"field-number-{source}", str(first))


def _by_citation(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    found = read_citation(text, default_act=check.default_act or None)
    if isinstance(found, CitationFault) or found.provision is None:
        return "field-no-citation", check.citation[0]
    return (RIGHT, "") if found.provision in check.citation else ("field-citation", check.citation[0])


def _by_oneof(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    if field.kind == "choice":
        return (RIGHT, "") if text in check.oneof else ("field-choice", check.oneof[0])
    if field.kind == "person":
        good = any(same_name(text, wanted) for wanted in check.oneof)
        return (RIGHT, "") if good else ("field-person", check.oneof[0])
    good = any(same_words(text, wanted) for wanted in check.oneof)
    return (RIGHT, "") if good else ("field-other", check.oneof[0])


def _by_words(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    missing = [phrase for phrase in check.words if not holds(text, phrase)]
    return (RIGHT, "") if not missing else ("field-words", "; ".join(p.split("|")[0] for p in missing))


def _by_other_day(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    other = check.before or check.after
    mine, theirs = day_in(text), day_in(answer.get(other, ""))
    if mine is None or theirs is None:
        return ("field-no-day", "") if mine is None else ("field-other-no-day", other)
    good = mine <= theirs if check.before else mine >= theirs
    return (RIGHT, "") if good else (f"field-{check.way}", other)


def _by_filling(
    check: FieldCheck, field: FormField, text: str, answer: Mapping[str, str], facts: Facts
) -> tuple[str, str]:
    return RIGHT, ""


_JUDGES: dict[str, Callable[[FieldCheck, FormField, str, Mapping[str, str], Facts], tuple[str, str]]] = {
    "fact": _by_fact, "rule": _by_rule, "citation": _by_citation, "oneof": _by_oneof, "words": _by_words,
    "before": _by_other_day, "after": _by_other_day, "filled": _by_filling,
}  # fmt: skip


def check_faults(check: FieldCheck, kinds: Mapping[str, str], facts: Facts) -> Iterator[str]:
    """What keeps the check from being put: a rule, fact, provision or field that is not there or not of its kind."""
    if check.rule and check.rule not in registry.all_rules():
        yield f"there is no rule {check.rule!r}"
        return
    yield from (f"{id_} is not held" for id_ in check.citation if id_ not in acts.provisions())
    kind = kinds[check.field]
    if check.fact and kind != "choice" and not check.varies(facts):
        yield f"{check.fact} is neither a day nor a number: use oneof"
    if (check.before or check.after) and {kind, kinds[check.before or check.after]} != {"day"}:
        yield "before and after compare two fields with days"
    if check.words and kind not in _FREE_KINDS:
        yield f"words are looked for in {', '.join(_FREE_KINDS)}, not in a field of {kind}"


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and bool(_DAY.fullmatch(value))
