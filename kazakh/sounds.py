"""The sounds of a word that choose its endings: vowel harmony and the class of its last sound."""

from typing import Literal

from kazakh.exceptions import BACK, FRONT

Sound = Literal["vowel", "nasal", "sonorant", "voiced", "voiceless"]

BACK_VOWELS = frozenset("аоұыяё")
FRONT_VOWELS = frozenset("әеөүіэ")
VOWELS = BACK_VOWELS | FRONT_VOWELS | frozenset("иую")

_LETTERS: dict[Sound, str] = {
    "vowel": "аәеёоөұүыіэя",
    "nasal": "мнң",
    # Written и, у, ю end in a glide, so they take the endings of й: келудің, бидің, қоюдың.
    "sonorant": "рлйиую",
    "voiced": "зжғ",
    # б, в, г, д end only borrowed words and are spoken voiceless there: заводтың, Ивановқа.
    "voiceless": "пфкқтсшщчцхһбвгд",
}
_LAST: dict[str, Sound] = {letter: sound for sound, letters in _LETTERS.items() for letter in letters}


def last_sound(word: str) -> Sound:
    """The class of the last sound of a word in Cyrillic letters; ь and ъ are passed over."""
    return _LAST[word.lower().rstrip("ьъ")[-1]]


def is_front(word: str) -> bool:
    """Whether the word takes front endings (-ге, -де); the last vowel that has a colour decides."""
    word = word.lower()
    for table, answer in ((FRONT, True), (BACK, False)):
        if any(word == known or word.endswith("-" + known) for known in table):
            return answer
    if word.endswith("ль") or (word.endswith("к") and word[-2:-1] not in VOWELS):
        return True
    if word.endswith("х"):
        return False
    return _last_colour(word)


def _last_colour(word: str) -> bool:
    for place in range(len(word) - 1, -1, -1):
        letter, before, final = word[place], word[place - 1 : place], place == len(word) - 1
        if letter in BACK_VOWELS:
            return False
        if letter in FRONT_VOWELS:
            return True
        if letter in "июу" and before and before in "қғ":
            return False
        if letter in "ию" and not final:
            return True
        if letter == "у" and not final and before not in VOWELS:
            return False
    return word.endswith("и")


def vowels_of(word: str) -> tuple[str, str]:
    """The open and close vowel of endings: (а, ы), (е, і); (а, і) after a final ә: куәға, куәнің."""
    if word.lower().endswith("ә"):
        return "а", "і"
    return ("е", "і") if is_front(word) else ("а", "ы")
