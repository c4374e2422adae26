"""Reading the fields of a form: one value, many values, each with a limit."""

from __future__ import annotations

from collections.abc import Mapping

from checks.verdict import AnswerFault

LONGEST_LINE = 500
LONGEST_TEXT = 20_000
Form = Mapping[str, list[str]]


def one(form: Form, name: str, most: int = LONGEST_LINE, empty: str = "answer_empty") -> str:
    """The only value of the field; `AnswerFault` where it is empty (in the words of `empty`) or too long."""
    value = optional(form, name, most)
    if not value:
        raise AnswerFault(name, empty)
    return value


def optional(form: Form, name: str, most: int = LONGEST_LINE) -> str:
    """The value of the field or an empty text; `AnswerFault` where it is too long or not text."""
    values = form.get(name, [])
    value = values[0].strip() if values else ""
    if len(value) > most:
        raise AnswerFault(name, "answer_too_long", value)
    if "\x00" in value or "\ufffd" in value:
        raise AnswerFault(name, "answer_not_text", value)
    return value


def many(form: Form, name: str, allowed: frozenset[str]) -> list[str]:
    """All chosen values in the order given, each once; `AnswerFault` where none or one that is not offered."""
    values = list(dict.fromkeys(form.get(name, [])))
    if not values:
        raise AnswerFault(name, "answer_empty")
    return [offered(value, name, allowed) for value in values]


def offered(value: str, name: str, allowed: frozenset[str]) -> str:
    """The value if it is one of those offered."""
    if value not in allowed:
        raise AnswerFault(name, "answer_not_offered", value)
    return value
