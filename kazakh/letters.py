"""The 42 letters of Kazakh: cleaning, order, case, look-alike letters and a loose key for comparing."""

import re
import unicodedata
from typing import NamedTuple

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

_RANK = {letter: 10 + place for place, letter in enumerate(ALPHABET)}
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffd]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")

# Latin (and a few stray) letters that look like a Cyrillic one; a capital H is Н, a small h is һ.
_LOOKALIKE_SMALL = dict(zip("aceiopxykhbmtəɵ", "асеіорхукһьмтәө", strict=True)) | {"ѳ": "ө"}
_LOOKALIKE_CAPITAL = dict(zip("ACEIOPXYKHBMTƏƟ", "АСЕІОРХУКНВМТӘӨ", strict=True)) | {"Ѳ": "Ө"}
_TO_CYRILLIC = str.maketrans(_LOOKALIKE_SMALL | _LOOKALIKE_CAPITAL)
_TO_LATIN = str.maketrans("асеіорхукһАСЕІОРХКНВМТ", "aceiopxykhACEIOPXKHBMT")
_SMALL_TO_CYRILLIC = str.maketrans(_LOOKALIKE_SMALL)

_MISSING = str.maketrans("әғқңөұүһіё", "агкноуухие")
_QUOTES = re.compile("[\"'`´«»‹›“”„‟‘’‚‛″′ʼʹ]")
_DASHES = re.compile("[-\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]")


class Mixed(NamedTuple):
    """A word of Latin and Cyrillic letters; `suggestion` is None where no single script can be read."""

    word: str
    position: int
    suggestion: str | None


def clean(text: str) -> str:
    """Text with one spelling for each sign: NFC, no invisible signs or stray accents, plain spaces.

    Bytes that were read wrongly are put right where the whole text shows them (lone surrogates, UTF-8 read as
    Latin-1) and dropped where it does not. Line breaks stay; other control signs go.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", _reread(text)))
    return "".join(kept for sign in text if (kept := _clean_sign(sign)))


def _reread(text: str) -> str:
    """Undo a wrong decoding: bytes smuggled as surrogates, or UTF-8 taken for Latin-1."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        handler = "surrogateescape" if _smuggled(text) else "ignore"
        return text.encode("utf-8", handler).decode("utf-8", "replace")
    try:
        again = text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
    return again if _CYRILLIC.search(again) else text


def _smuggled(text: str) -> bool:
    return all("\udc80" <= sign <= "\udcff" for sign in text if "\ud800" <= sign <= "\udfff")


def _clean_sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Zs" or sign == "\t":
        return " "
    if sign == "\n":
        return sign
    return "" if kind in ("Mn", "Me", "Cc", "Cf", "Cs", "Cn") else sign


def fold_case(text: str) -> str:
    """Cleaned text in small letters (databases know no Kazakh capitals)."""
    return unicodedata.normalize("NFC", clean(text).lower())


def order_key(text: str) -> str:
    """A key whose plain order is the order of a Kazakh dictionary: letters, then numbers, then Latin.

    The key is made of digits and small letters only, so every database sorts it alike. Capitals, quotes and
    hyphens do not count; a run of digits counts as a number (9-бап stands before 13-бап).
    """
    words = " ".join(_DASHES.sub(" ", _QUOTES.sub("", fold_case(text))).split())
    return "".join(_code(part) for part in re.findall(r"[0-9]+|[^0-9]", words))


def _code(part: str) -> str:
    if part == " ":
        return "00"
    if part in _RANK:
        return str(_RANK[part])
    if part.isascii() and part.isdigit():
        number = part.lstrip("0") or "0"
        return f"60{len(number):03d}{number}"
    if "a" <= part <= "z":
        return str(70 + ord(part) - ord("a"))
    return f"{59 if _CYRILLIC.match(part) else 98}{ord(part):06d}"


def mixed(text: str) -> list[Mixed]:
    """Words in which Latin and Cyrillic letters stand together, with the place of each in characters."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if _has_latin(word) and _CYRILLIC.search(word):
            found.append(Mixed(word, match.start(), _suggestion(word)))
    return found


def _has_latin(text: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in text)


def _suggestion(word: str) -> str | None:
    cyrillic = word.translate(_TO_CYRILLIC)
    if not _has_latin(cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return None if _CYRILLIC.search(latin) else latin


def fold_lookalikes(text: str) -> str:
    """Latin letters inside Cyrillic words become the Cyrillic letters they look like: i becomes і."""
    return _WORD.sub(lambda match: _fold_word(match.group()), text)


def _fold_word(word: str) -> str:
    return word.translate(_TO_CYRILLIC) if _CYRILLIC.search(word) else word


def loose(text: str) -> str:
    """A key for comparing answers and searching: what a phone keyboard cannot write makes no difference.

    Folded: capitals, look-alike letters, missing Kazakh letters, runs of spaces, quotes, hyphens and dashes
    (both read as a space), a sign at the end of the sentence.
    """
    text = fold_lookalikes(clean(text)).lower().translate(_SMALL_TO_CYRILLIC).translate(_MISSING)
    text = _DASHES.sub(" ", _QUOTES.sub("", text))
    return " ".join(text.split()).rstrip(" .,;:!?…")
