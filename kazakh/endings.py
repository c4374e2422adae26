"""Kazakh endings on words, phrases, digits, days and shortened names: cases, plural, possession."""

import re
from datetime import date, time
from typing import Literal, get_args

from kazakh.exceptions import BUFFERED, ELIDED, LETTER_NAMES, PLAIN, READINGS, UNVOICED
from kazakh.numbers import last_word
from kazakh.sounds import VOWELS, Sound, last_sound, vowels_of

Case = Literal["nominative", "genitive", "dative", "accusative", "locative", "ablative", "instrumental"]
CASES: tuple[Case, ...] = get_args(Case)

_SOUNDS: tuple[Sound, ...] = get_args(Sound)
# Endings in the order of _SOUNDS (vowel, nasal, sonorant, voiced, voiceless), written with back vowels.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "nominative": ("", "", "", "", ""),
    "genitive": ("ның", "ның", "дың", "дың", "тың"),
    "dative": ("ға", "ға", "ға", "ға", "қа"),
    "accusative": ("ны", "ды", "ды", "ды", "ты"),
    "locative": ("да", "да", "да", "да", "та"),
    "ablative": ("дан", "нан", "дан", "дан", "тан"),
    "instrumental": ("мен", "мен", "мен", "бен", "пен"),
    "plural": ("лар", "дар", "лар", "дар", "тар"),
}
_AFTER_POSSESSION: dict[str, str] = {
    "nominative": "",
    "genitive": "ның",
    "dative": "на",
    "accusative": "н",
    "locative": "нда",
    "ablative": "нан",
    "instrumental": "мен",
}
VOICED = {"п": "б", "к": "г", "қ": "ғ"}
_INITIAL = re.compile(r"\w\.\s")  # «А. Иванов»: a surname is not a possessed word
_DIGITS_LAST = re.compile(r"\d+(?=\D*$)")


class EndingFault(ValueError):
    """A word that cannot take an ending, or an unknown case."""


def ending(word: str, form: str, *, possessed: bool = False) -> str:
    """The bare ending of a case (or "plural") after `word`, a word in Cyrillic letters."""
    if possessed:
        return _coloured(_AFTER_POSSESSION[form], word)
    if form == "plural" and word.rstrip("ьъ").endswith("л"):
        return _coloured("дар", word)
    return _coloured(_ENDINGS[form][_SOUNDS.index(last_sound(word))], word)


def _coloured(back: str, word: str) -> str:
    """The ending in the vowels of the word; ғ and қ follow the open vowel. -мен never changes."""
    if back in ("мен", "бен", "пен"):
        return back
    open_vowel, close_vowel = vowels_of(word)
    if open_vowel == "е":
        back = back.replace("ғ", "г").replace("қ", "к")
    return back.replace("а", open_vowel).replace("ы", close_vowel)


def decline(text: str, case: Case, *, possessed: bool | None = None) -> str:
    """A word, phrase, shortened name or figure in a case.

    A phrase carries the ending on its last word («пробация қызметіне»). `possessed` says whether that word
    is possessed (қызметі) already; None lets `is_possessed` judge. A last bracket stays behind the ending.
    """
    if case not in _AFTER_POSSESSION:
        raise EndingFault(f"unknown case {case!r}: one of {', '.join(CASES)}")
    if case == "nominative":
        return text
    head, bracket = _split_bracket(text)
    reading = _reading(head)
    if reading:
        return f"{head}-{ending(reading, case)}{bracket}"
    if is_possessed(head) if possessed is None else possessed:
        return head + ending(_last(head), case, possessed=True) + bracket
    base = base_form(head)
    return base + ending(_last(base), case) + bracket


def plural(text: str) -> str:
    """The plural of a word or phrase: сотталғандар, мекемелер, актілер."""
    base = base_form(text)
    return base + ending(_last(base), "plural")


def possess(text: str) -> str:
    """The third person possessive: бабы, тармағы, мекемесі, кодексі, орны. Decline it with possessed=True."""
    text = _buffered(_single(text))
    word = _last(text)
    _, close_vowel = vowels_of(word)
    if last_sound(word) == "vowel":
        return text + "с" + close_vowel
    stem = word.rstrip("ь")
    short = ELIDED.get(stem.lower(), stem)
    if short == stem and stem[-1] in VOICED and stem[-2:-1] in VOWELS and stem.lower() not in UNVOICED:
        short = stem[:-1] + VOICED[stem[-1]]
    return text[: len(text) - len(word)] + short + close_vowel


def is_possessed(text: str) -> bool:
    """Whether the last word of a phrase reads as possessed (пробация қызметі, ҚАК 98-бабы, Нұрланқызы)."""
    tokens = text.split()
    last = tokens[-1].lower() if tokens else ""
    if last.endswith(("қызы", "ұлы")) and (len(last) > 4 or len(tokens) > 1) and tokens[-1][0].isupper():
        return True
    if not last.endswith(("ы", "і")) or last in PLAIN or _INITIAL.match(text):
        return False
    doer = last.endswith(("шы", "ші")) and (last[-3:-2] == "у" or last[-3:-2] not in VOWELS)
    return not doer and (len(tokens) > 1 or last[0].isdigit())


def _split_bracket(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*\S)(\s+\([^()]*\))", text)
    return (match[1], match[2]) if match else (text, "")


def _last(text: str) -> str:
    """The last run of letters, the part that endings listen to."""
    word = re.split(r"[\s\-–«»\"().]+", text.rstrip())[-1]
    if not word or word[-1].lower() not in "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя":
        raise EndingFault(f"no Kazakh word to put an ending on: {text!r}")
    return word


def _reading(text: str) -> str:
    """How figures, shortened and quoted names end when read aloud; empty for a plain word."""
    digits = _DIGITS_LAST.search(text)
    if digits and not re.search(r"[^\W\d_]", text[digits.end() :]):
        return last_word(int(digits.group()))
    bare = text.rstrip('»”")')
    word = _last(bare)
    if word in READINGS:
        return READINGS[word]
    if word.isupper() and 2 <= len(word) <= 6:
        return LETTER_NAMES.get(word[-1].lower(), word.lower())
    return word if bare != text else ""


def base_form(text: str) -> str:
    """The form that endings join: процес, акті with its helping vowel, журналис before т."""
    text = _buffered(_single(text))
    return text[:-1] if len(text) > 4 and text.endswith("ист") else text


def _single(text: str) -> str:
    """A doubled last consonant is written once before an ending: процестің, класқа."""
    last = _last(text)
    doubled = len(last) > 3 and last[-1] == last[-2] and last[-1] not in VOWELS and not last[0].isupper()
    return text[:-1] if doubled else text


def _buffered(text: str) -> str:
    """Borrowed words in -кт take a helping і: актінің, субъектіге."""
    word = _last(text)
    if word.lower() in BUFFERED:
        return text[: len(text) - len(word)] + BUFFERED[word.lower()]
    return text + "і" if word.endswith("кт") and word[-3:-2] in VOWELS else text


MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
DayStyle = Literal["long", "short", "bare"]


def decline_number(number: int, case: Case) -> str:
    """Digits with the ending of their last spoken word: 3-тен, 58-ге, 40-қа. ValueError below 0."""
    last = last_word(number)
    if case not in _AFTER_POSSESSION:
        raise EndingFault(f"unknown case {case!r}: one of {', '.join(CASES)}")
    return str(number) if case == "nominative" else f"{number}-{ending(last, case)}"


def count(number: int, noun: str, case: Case = "nominative") -> str:
    """So many of something, in a case: 58 жаста, 3 жұмыс күнінен. The noun stays singular after a number."""
    last_word(number)
    return f"{number} {decline(noun, case)}"


def ordinal(number: int | str, noun: str, case: Case = "nominative") -> str:
    """A numbered thing: 13-баптың, 98-тармақ; `number` may be a mark like 16-1 (an article put in later)."""
    if not re.fullmatch(r"[1-9]\d*(-[1-9]\d*)*", str(number)):
        raise EndingFault(f"not the number of anything: {number!r}")
    return f"{number}-{decline(noun, case)}"


def day(when: date, style: DayStyle = "long") -> str:
    """A day: long «2025 жылғы 14 қазан», short «2025 ж. 14 қазан», bare «14 қазан»."""
    year = {"long": f"{when.year} жылғы ", "short": f"{when.year} ж. ", "bare": ""}[style]
    return f"{year}{when.day} {MONTHS[when.month - 1]}"


def decline_day(when: date, case: Case, style: DayStyle = "long") -> str:
    """A day in a case: «2025 жылғы 14 қазанда», bare «14 қазаннан»."""
    return decline(day(when, style), case, possessed=False)


def decline_time(when: time, case: Case) -> str:
    """An hour of the day in a case, minutes last: 18:00-ден (нөл), 18:30-дан (отыз)."""
    minute = f"{when:%H:%M}"
    return minute if case == "nominative" else f"{minute}-{ending(last_word(when.minute), case)}"
