"""Whole numbers in Kazakh words, cardinal and ordinal."""

ONES = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_SCALES = ((10**9, "миллиард"), (10**6, "миллион"), (1000, "мың"), (100, "жүз"))
LIMIT = 10**12

_ORDINALS = {
    "нөл": "нөлінші", "бір": "бірінші", "екі": "екінші", "үш": "үшінші", "төрт": "төртінші", "бес": "бесінші",
    "алты": "алтыншы", "жеті": "жетінші", "сегіз": "сегізінші", "тоғыз": "тоғызыншы", "он": "оныншы",
    "жиырма": "жиырмасыншы", "отыз": "отызыншы", "қырық": "қырқыншы", "елу": "елуінші", "алпыс": "алпысыншы",
    "жетпіс": "жетпісінші", "сексен": "сексенінші", "тоқсан": "тоқсаныншы", "жүз": "жүзінші",
    "мың": "мыңыншы", "миллион": "миллионыншы", "миллиард": "миллиардыншы",
}  # fmt: skip


def number_words(number: int) -> str:
    """A whole number in words: 58 is «елу сегіз», 1000 is «мың». From 0 to below a million million."""
    return " ".join(_words(_checked(number))) or "нөл"


def ordinal_words(number: int) -> str:
    """The ordinal in words: 58 is «елу сегізінші»."""
    *before, last = number_words(number).split()
    return " ".join([*before, _ORDINALS[last]])


def last_word(number: int) -> str:
    """The last spoken word of a number; it chooses the ending of the digits (58 is read «… сегіз»)."""
    return number_words(number).rsplit(" ", 1)[-1]


def _checked(number: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < LIMIT:
        raise ValueError(f"not a whole number from 0 to below {LIMIT}: {number!r}")
    return number


def _words(number: int) -> list[str]:
    for size, name in _SCALES:
        if number >= size:
            many, rest = divmod(number, size)
            # One hundred and one thousand are said without "one": жүз, мың; a million is «бір миллион».
            count = [] if many == 1 and size <= 1000 else _words(many)
            return [*count, name, *_words(rest)]
    tens, ones = divmod(number, 10)
    return [word for word in (TENS[tens], ONES[ones]) if word]
