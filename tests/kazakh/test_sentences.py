"""Sentences: slots with endings, days and nouns in three languages, and the faults that are named."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from kazakh.sentences import SentenceFault, fill, slots_of

DAY = date(2025, 10, 14)


@pytest.mark.parametrize(
    ("template", "value", "sentence"),
    [
        ("Ол {x:жаста}.", 58, "Ол 58 жаста."),
        ("Ол {x:жасқа толған}.", 58, "Ол 58 жасқа толған."),
        ("Ол {x:жастан} асқан.", 58, "Ол 58 жастан асқан."),
        ("Оған {x:жас} болды.", 16, "Оған 16 жас болды."),
        ("{x:жұмыс күні} ішінде", 3, "3 жұмыс күні ішінде"),
        ("{x:жұмыс күні ablative} кейін", 3, "3 жұмыс күнінен кейін"),
        ("{x:ablative} көп", 3, "3-тен көп"),
        ("{x:-бап genitive} талабы", 98, "98-баптың талабы"),
        ("{x:-бап locative}", "16-1", "16-1-бапта"),
        ("{x:бап}", "16-1", "16-1-бап"),
        ("{x}", DAY, "2025 ж. 14 қазан"),
        ("{x:locative}", DAY, "2025 ж. 14 қазанда"),
        ("{x:long locative}", DAY, "2025 жылғы 14 қазанда"),
        ("{x:bare ablative} бастап", DAY, "14 қазаннан бастап"),
        ("{x:long}", DAY, "2025 жылғы 14 қазан"),
        ("{x}", datetime(2025, 1, 2, 18, 30), "2025 ж. 2 қаңтар, сағат 18:30"),
        ("сағат {x:dative} дейін", time(6, 0), "сағат 06:00-ге дейін"),
        ("{x:genitive} баласы", "А. Алексеева", "А. Алексееваның баласы"),
        ("{x:dative} хабарлайды", "пробация қызметі", "пробация қызметіне хабарлайды"),
        ("{x:пайыз}", Decimal("12.5"), "12,5 пайыз"),
        ("{x:теңге}", 1_250_000, "1\u00a0250\u00a0000 теңге"),
        ("{x:теңге}", 9_999, "9999 теңге"),
    ],
)
def test_a_kazakh_slot(template: str, value: object, sentence: str) -> None:
    assert fill(template, {"x": value}) == sentence


@pytest.mark.parametrize(
    ("lang", "template", "value", "sentence"),
    [
        ("ru", "с {x}", DAY, "с 14 октября 2025 г."),
        ("en", "from {x}", DAY, "from 14 October 2025"),
        ("en", "{x}", datetime(2025, 5, 1, 9, 5), "1 May 2025, 09:05"),
        ("ru", "{x:день/дня/дней}", 1, "1 день"),
        ("ru", "{x:день/дня/дней}", 3, "3 дня"),
        ("ru", "{x:день/дня/дней}", 12, "12 дней"),
        ("ru", "{x:год/года/лет}", 21, "21 год"),
        ("ru", "{x:год/года/лет}", 58, "58 лет"),
        ("en", "{x:day/days}", 1, "1 day"),
        ("en", "{x:day/days}", 21, "21 days"),
        ("ru", "{x}", Decimal("12.5"), "12,5"),
        ("en", "{x}", Decimal("12.5"), "12.5"),
        ("ru", "{x}", "А. Иванов", "А. Иванов"),
    ],
)
def test_a_slot_in_russian_and_english(lang: str, template: str, value: object, sentence: str) -> None:
    assert fill(template, {"x": value}, lang) == sentence


def test_one_sentence_with_several_slots_keeps_the_text_between() -> None:
    template = "{day:locative} {person:genitive} жасы {age:жаста} деп жазылды: {age}."
    slots = {"day": DAY, "person": "О. Алиев", "age": 42}
    assert fill(template, slots) == "2025 ж. 14 қазанда О. Алиевтің жасы 42 жаста деп жазылды: 42."
    assert slots_of(template) == {"day", "person", "age"}


def test_slots_are_the_same_whatever_their_forms() -> None:
    assert slots_of("{a:жаста} {b:genitive}") == slots_of("{b}: {a:год/года/лет}") == {"a", "b"}
    assert slots_of("слотсыз") == set()


@pytest.mark.parametrize(
    ("template", "slots", "lang", "slot", "reason"),
    [
        ("{age}", {}, "kk", "age", "missing"),
        ("{age}", {"age": 1, "limit": 2}, "kk", "limit", "not used"),
        ("{age:plural}", {"age": 1}, "kk", "age", "unknown form"),
        ("{age:жаcта}", {"age": 1}, "kk", "age", "unknown form"),
        ("{day:жаста}", {"day": DAY}, "kk", "day", "unknown form"),
        ("{day:bare vocative}", {"day": DAY}, "kk", "day", "unknown form"),
        ("{person:жаста}", {"person": "А. Иванов"}, "kk", "person", "unknown form"),
        ("{person:genitive}", {"person": "Ivanov"}, "kk", "person", "no Kazakh word"),
        ("{person}", {"person": " "}, "kk", "person", "empty"),
        ("{yes}", {"yes": True}, "kk", "yes", "true and false"),
        ("{yes:жаста}", {"yes": False}, "kk", "yes", "true and false"),
        ("{yes}", {"yes": True}, "ru", "yes", "no words"),
        ("{x}", {"x": None}, "kk", "x", "no words"),
        ("{x}", {"x": 1.5}, "en", "x", "no words"),
        ("{x}", {"x": -1}, "kk", "x", "whole number"),
        ("{person:genitive}", {"person": "А. Иванов"}, "ru", "person", "unknown form"),
        ("{n:день/дня}", {"n": 2}, "ru", "n", "unknown form"),
        ("{n:days}", {"n": 2}, "en", "n", "unknown form"),
        ("{Age}", {"Age": 2}, "kk", "", "brace"),
        ("{age", {"age": 2}, "kk", "", "brace"),
        ("{}", {}, "kk", "", "brace"),
        ("{age}", {"age": 2}, "de", "", "language"),
    ],
)
def test_a_fault_names_template_and_slot(
    template: str, slots: dict[str, object], lang: str, slot: str, reason: str
) -> None:
    with pytest.raises(SentenceFault, match=reason) as fault:
        fill(template, slots, lang, key="child-age")
    assert (fault.value.key, fault.value.slot) == ("child-age", slot)
    assert "child-age" in str(fault.value)


def test_without_a_key_the_template_names_itself() -> None:
    with pytest.raises(SentenceFault, match=r"\{age\} жас"):
        fill("{age} жас", {})
