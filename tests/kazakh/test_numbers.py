"""Numbers in words."""

import pytest

from kazakh.numbers import last_word, number_words, ordinal_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "нөл"),
        (1, "бір"),
        (10, "он"),
        (14, "он төрт"),
        (58, "елу сегіз"),
        (60, "алпыс"),
        (99, "тоқсан тоғыз"),
        (100, "жүз"),
        (101, "жүз бір"),
        (174, "жүз жетпіс төрт"),
        (300, "үш жүз"),
        (1000, "мың"),
        (1001, "мың бір"),
        (2025, "екі мың жиырма бес"),
        (3932, "үш мың тоғыз жүз отыз екі"),
        (9999, "тоғыз мың тоғыз жүз тоқсан тоғыз"),
        (10_000, "он мың"),
        (1_200_000, "бір миллион екі жүз мың"),
    ],
)
def test_a_number_is_read_in_words(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "бірінші"),
        (2, "екінші"),
        (6, "алтыншы"),
        (20, "жиырмасыншы"),
        (40, "қырқыншы"),
        (58, "елу сегізінші"),
        (100, "жүзінші"),
        (1000, "мыңыншы"),
    ],
)
def test_an_ordinal_changes_the_last_word_alone(number: int, words: str) -> None:
    assert ordinal_words(number) == words


def test_no_two_numbers_below_ten_thousand_read_alike() -> None:
    assert len({number_words(number) for number in range(10_000)}) == 10_000


def test_the_last_word_is_the_last_spoken_one() -> None:
    assert [last_word(n) for n in (58, 40, 500, 7000)] == ["сегіз", "қырық", "жүз", "мың"]


@pytest.mark.parametrize("wrong", [-1, True, 2.0, "3", 10**12])
def test_what_is_no_whole_number_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="whole number"):
        number_words(wrong)  # type: ignore[arg-type]
