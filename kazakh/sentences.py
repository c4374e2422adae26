"""Sentence templates: slots filled with words that carry the right endings, in Kazakh, Russian and English.

A slot is `{name}` or `{name:form}`. Forms in Kazakh: a case (`{person:genitive}`, `{day:locative}`); for
numbers also a noun, written out or with a case (`{age:жаста}`, `{days:жұмыс күні ablative}`), with a hyphen
before it for a numbered thing (`{article:-бап genitive}` is 13-баптың); for days a style before the case
(`{day:long}`, `{day:bare ablative}`). Forms in Russian and English: the nouns for a number,
`{n:день/дня/дней}` or `{n:day/days}`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import get_args

from kazakh.endings import (
    CASES,
    Case,
    DayStyle,
    EndingFault,
    count,
    day,
    decline,
    decline_day,
    decline_number,
    decline_time,
    ordinal,
)
from kazakh.names import decline_name

LANGUAGES = ("kk", "ru", "en")
_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)(?::([^{}]+))?\}")
_NOUN = re.compile(r"[а-яёәғқңөұүһі]+([ -][а-яёәғқңөұүһі]+)*", re.IGNORECASE)
_MARK = re.compile(r"[1-9]\d*(-[1-9]\d*)*")
_RU_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_EN_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class SentenceFault(ValueError):
    """A sentence that cannot be filled; says which template, which slot and why."""

    def __init__(self, key: str, slot: str, reason: str) -> None:
        self.key, self.slot, self.reason = key, slot, reason
        super().__init__(f"sentence {key!r}, slot {slot!r}: {reason}")


def slots_of(template: str, *, key: str = "") -> set[str]:
    """The names of the template's slots without forms, to compare languages. Stray braces are a fault."""
    return {name for _, name, _ in _parts(template, key or template)}


def fill(template: str, slots: Mapping[str, object], lang: str = "kk", *, key: str = "") -> str:
    """The sentence with every slot filled.

    Values: int, Decimal, date, datetime and time (already in Asia/Almaty), str (a name, phrase, mark).
    Raises SentenceFault, naming `key` (or the template), for a slot that is missing or not used, a form that
    the value does not have, and any other kind of value: True and False never appear in a sentence.
    """
    key = key or template
    if lang not in LANGUAGES:
        raise SentenceFault(key, "", f"unknown language {lang!r}")
    parts = list(_parts(template, key))
    for name in slots_of(template, key=key) ^ set(slots):
        raise SentenceFault(key, name, "not used by the template" if name in slots else "missing")
    text = "".join(before + _filled(slots[name], form, lang, key, name) for before, name, form in parts)
    return text + template[_end(template) :]


def _parts(template: str, key: str) -> Iterator[tuple[str, str, str]]:
    """Text before each slot, name and form of the slot."""
    if re.search(r"[{}]", _SLOT.sub("", template)):
        raise SentenceFault(key, "", "a brace outside a slot, or a slot that is not {name} or {name:form}")
    end = 0
    for match in _SLOT.finditer(template):
        yield template[end : match.start()], match[1], (match[2] or "").strip()
        end = match.end()


def _end(template: str) -> int:
    return max((match.end() for match in _SLOT.finditer(template)), default=0)


def _filled(value: object, form: str, lang: str, key: str, name: str) -> str:
    try:
        return _in_kazakh(value, form) if lang == "kk" else _abroad(value, form, lang)
    except ValueError as fault:
        raise SentenceFault(key, name, str(fault)) from fault


def _in_kazakh(value: object, form: str) -> str:
    match value:
        case bool():
            raise EndingFault("true and false have no words of their own")
        case int():
            return _number(value, form)
        case Decimal():
            return _decimal(value, form)
        case datetime():
            clock = decline_time(value.time(), _case(form))
            return f"{day(value.date(), 'short')}, сағат {clock}"
        case date():
            style, case = _day_form(form)
            return decline_day(value, case, style)
        case time():
            return decline_time(value, _case(form))
        case str():
            return _text(value, form)
    raise EndingFault(f"no words for a {type(value).__name__}")


def _case(form: str) -> Case:
    for case in CASES:
        if form in (case, "") and (form or case == "nominative"):
            return case
    raise EndingFault(f"unknown form {form!r}")


def _number(value: int, form: str) -> str:
    if form == "" or form in CASES:
        return _grouped(decline_number(value, _case(form)))
    if form.startswith("-"):
        return ordinal(value, *_noun(form[1:]))
    return _grouped(count(value, *_noun(form)))


def _decimal(value: Decimal, form: str) -> str:
    digits = f"{value:f}".replace(".", ",")
    return f"{digits} {decline(*_noun(form))}" if form else digits


def _noun(form: str) -> tuple[str, Case]:
    """A noun form: the words, and the case that may follow them."""
    words, _, last = form.rpartition(" ")
    noun, case = (words, _case(last)) if last.isascii() else (form, CASES[0])
    if not _NOUN.fullmatch(noun):
        raise EndingFault(f"unknown form {form!r}")
    return noun, case


def _day_form(form: str) -> tuple[DayStyle, Case]:
    for style in get_args(DayStyle):
        if form == style or form.startswith(style + " "):
            return style, _case(form[len(style) :].strip())
    return "short", _case(form)


def _text(value: str, form: str) -> str:
    if not value.strip():
        raise EndingFault("the text is empty")
    if form.startswith("-") or (_MARK.fullmatch(value) and form not in ("", *CASES)):
        return ordinal(value, *_noun(form.removeprefix("-")))
    return decline_name(value, _case(form))


def _grouped(text: str) -> str:
    """Digits in threes from 10 000 on, parted by a no-break space; years and small numbers stay whole."""
    return re.sub(r"^\d{5,}", lambda match: f"{int(match.group()):,}".replace(",", "\u00a0"), text)


def _abroad(value: object, form: str, lang: str) -> str:
    match value:
        case int() if not isinstance(value, bool):
            digits = _grouped(decline_number(value, "nominative"))
            return f"{digits} {_plural_noun(value, form, lang)}" if form else digits
    if form:
        raise EndingFault(f"unknown form {form!r} in {lang!r}")
    match value:
        case Decimal():
            return f"{value:f}".replace(".", ",") if lang == "ru" else f"{value:f}"
        case datetime():
            return f"{_day_abroad(value, lang)}, {value:%H:%M}"
        case date():
            return _day_abroad(value, lang)
        case time():
            return f"{value:%H:%M}"
        case str() if value.strip():
            return str.__str__(value)
    raise EndingFault(f"no words for {value!r}")


def _day_abroad(when: date, lang: str) -> str:
    if lang == "ru":
        return f"{when.day} {_RU_MONTHS[when.month - 1]} {when.year} г."
    return f"{when.day} {_EN_MONTHS[when.month - 1]} {when.year}"


def _plural_noun(number: int, form: str, lang: str) -> str:
    """The noun after a number: день/дня/дней in Russian, day/days in English."""
    nouns = form.split("/")
    if not all(noun.strip() for noun in nouns) or len(nouns) != {"ru": 3, "en": 2}[lang]:
        raise EndingFault(f"unknown form {form!r} in {lang!r}")
    if lang == "en":
        return nouns[number != 1]
    if number % 10 == 1 and number % 100 != 11:
        return nouns[0]
    return nouns[1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2]
