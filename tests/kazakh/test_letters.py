"""Letters: the alphabet, order, case, look-alikes and the loose key."""

import unicodedata
from pathlib import Path

import pytest

import kazakh
from kazakh.letters import ALPHABET, clean, fold_case, fold_lookalikes, loose, mixed, order_key


def test_the_alphabet_has_42_letters_in_their_order() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 42
    assert "".join(sorted(ALPHABET, key=order_key)) == ALPHABET
    assert not any(unicodedata.name(letter).startswith("LATIN") for letter in ALPHABET)


@pytest.mark.parametrize(
    "ordered",
    [
        ["абақты", "әділет", "бап", "ғалым", "дерек"],
        ["зат", "ика", "куә", "қала", "лауазым"],
        ["кеңес", "қаулы"],
        ["мән", "нан", "ұйым", "үкім", "хабар", "һәм", "іс"],
        ["ой", "ол"],
        ["өзен", "пән"],
        ["сот", "сот ісі", "сотқа", "Сотталған"],
        ["9-бап", "13-бап", "98-бап", "174-бап"],
        ["яғни", "12", "act", "zero"],
        ["ұсыным", "үкім", "факт"],
    ],
)
def test_words_stand_in_dictionary_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=order_key) == ordered


def test_order_keys_are_ascii_digits_and_small_letters_so_that_every_database_agrees() -> None:
    key = order_key("Өтініш 12 «Қамқор» — x № ї")
    assert key.isascii() and key.isalnum() and key == key.lower()


def test_capitals_quotes_and_hyphens_do_not_change_the_order() -> None:
    assert order_key("«Мінез-құлық»") == order_key("МІНЕЗ ҚҰЛЫҚ")


def test_capitals_of_kazakh_letters_fold() -> None:
    assert fold_case("ӘҒҚҢӨҰҮҺІЁЙ") == "әғқңөұүһіёй"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (unicodedata.normalize("NFD", "қайғылы йод ё"), "қайғылы йод ё"),
        ("про\u00adба\u200bция\ufeff", "пробация"),
        ("үш\u00a0жұмыс\u2009күні", "үш жұмыс күні"),
        ("за\u0301ң", "заң"),
        ("сот\x00\x07", "сот"),
        ("сот\ufffd", "сот"),
        ("Үкім".encode().decode("latin-1"), "Үкім"),
        ("Үкім".encode().decode("ascii", "surrogateescape"), "Үкім"),
        ("бір\ud800екі", "бірекі"),
        ("бір\nекі", "бір\nекі"),
        ("café", "café"),
    ],
)
def test_broken_text_is_put_right(broken: str, whole: str) -> None:
    assert clean(broken) == whole
    assert clean(whole) == whole


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("үкiм", "үкім"),
        ("пpобация", "пробация"),
        ("кoдекc", "кодекс"),
        ("CОT", "СОТ"),
        ("əділет", "әділет"),
        ("Cот", "Сот"),
        ("сourt", "court"),
        ("онlайн", None),
    ],
)
def test_a_mixed_word_is_found_with_what_was_meant(word: str, suggestion: str | None) -> None:
    assert mixed(f"бұл {word} сөз") == [(word, 4, suggestion)]


@pytest.mark.parametrize("text", ["таза қазақша мәтін", "plain text", "htmx-пен жұмыс", "58-ге", "IT маман", ""])
def test_words_of_one_script_are_not_reported(text: str) -> None:
    assert mixed(text) == []


@pytest.mark.parametrize("file", sorted(Path(kazakh.__file__).parent.glob("*.*")), ids=lambda file: file.name)
def test_no_file_of_the_package_mixes_letters_in_a_word(file: Path) -> None:
    assert mixed(file.read_text(encoding="utf-8")) == []


def test_look_alikes_fold_inside_cyrillic_words_only() -> None:
    assert fold_lookalikes("тәртiп пен cот, act of court") == "тәртіп пен сот, act of court"
    assert mixed(fold_lookalikes("тәртiп пpокypop")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Құқық", "кукык"),
        ("әлеуметтік-құқықтық", "алеуметтик – кукыктык"),
        ("«үкім»", "УКИМ."),
        ("сот", "coт"),
        ("сот", "cot"),
        ("COT", "сот"),
        ("Һәм", "хам"),
        ("тәртiп", "тәртіп"),
        ("13\u00a0бап", "13  бап"),
        ("өңір", "онир"),
    ],
)
def test_what_a_phone_cannot_write_makes_no_difference(one: str, other: str) -> None:
    assert loose(one) == loose(other)
    assert loose(loose(one)) == loose(one)


@pytest.mark.parametrize(("one", "other"), [("бап", "тармақ"), ("13-бап", "14-бап"), ("сот", "соты"), ("бір", "бар")])
def test_different_answers_stay_different(one: str, other: str) -> None:
    assert loose(one) != loose(other)


def test_latin_words_are_equal_in_any_case() -> None:
    assert loose("HELLO") == loose("hello")
