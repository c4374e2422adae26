"""A light stem for searching: takes Kazakh endings off again, by the same rules that put them on."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from kazakh.endings import CASES, VOICED, base_form, ending, possess
from kazakh.exceptions import ELIDED
from kazakh.letters import fold_case, fold_lookalikes
from kazakh.sounds import VOWELS, is_front, last_sound

_CASE_TAILS = frozenset(
    "ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен нан нен мен бен пен "
    "н на не нда нде".split()
)
_PLURALS = frozenset("лар лер дар дер тар тер".split())
_PERSONS = frozenset("ыңыз іңіз ңыз ңіз ымыз іміз мыз міз мын мін сың сің".split())
_ATTRIBUTES = frozenset("дағы дегі тағы тегі ндағы ндегі ғы гі қы кі".split())
_PARTICIPLES = frozenset("ған ген қан кен атын етін йтын йтін ады еді йды йді".split())
# What joins two names in a list.
AND = frozenset("және мен пен бен".split())
_DEVOICED = {"б": "п", "г": "к", "ғ": "қ"}
_FULL = {short: full for full, short in ELIDED.items()}
_KAZAKH = re.compile("[а-яёәғқңөұүһі]+")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")


# Plural, belonging and case as a keyboard without the letters of Kazakh writes them.
_FOLDED = re.compile(
    r"(лар|лер|дар|дер|тар|тер)?(ым|им|ын|ин|сы|си|ы|и|ымыз|имиз|ыныз|иниз)?"
    r"(нын|нин|дын|дин|тын|тин|га|ге|ка|ке|на|не|а|е|ны|ни|ды|ди|ты|ти|н|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|"
    r"мен|бен|пен|дагы|деги|тагы|теги|ндагы|ндеги)?"
)


@cache
def _roots() -> frozenset[str]:
    """Words in their plain form (roots.txt): of two readings the one with a known root wins."""
    text = Path(__file__).with_name("roots.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def stems(text: str, lang: str = "kk") -> list[str]:
    """The stems of all words of a text, in order; parts of a hyphened word count singly, bare endings not."""
    found: list[str] = []
    for match in _WORD.finditer(fold_lookalikes(fold_case(text))):
        first, *others = re.split(r"[-\u2010\u2011]", match.group())
        found.append(stem(first, lang))
        found.extend(stem(part, lang) for part in others if part not in _CASE_TAILS | _ATTRIBUTES)
    return found


def is_folded_ending(tail: str) -> bool:
    """Whether the end of a word may be Kazakh endings written without the letters of Kazakh: -нын for -ның."""
    return bool(_FOLDED.fullmatch(tail))


@lru_cache(maxsize=60_000)
def stem(word: str, lang: str = "kk") -> str:
    """The stem of one word: сотталғандарға → сотталған, бабының → бап; ru, en: small letters only."""
    word = fold_lookalikes(fold_case(word)).strip()
    if lang != "kk" or not _KAZAKH.fullmatch(word):
        return word.replace("ё", "е") if lang == "ru" else word
    known = _known(word, depth=5)
    if known:
        return max(known, key=lambda root: (len(root), root))
    for base in _undone(word):
        return stem(base)
    return word


def _known(word: str, depth: int) -> set[str]:
    """The known roots that `word` can come from within `depth` endings."""
    if word in _roots():
        return {word}
    # An ending may have swallowed the last letter: процес-і of процесс, журналис-ке of журналист.
    swallowed = word + ("т" if word.endswith("ис") else word[-1])
    if len(word) > 3 and swallowed in _roots():
        return {swallowed}
    if not depth:
        return set()
    return {root for base in _undone(word, shortest=2) for root in _known(base, depth - 1)}


def _undone(word: str, shortest: int = 3) -> Iterator[str]:
    """What the word may have been one ending ago, the longest ending first."""
    for cut in range(min(5, len(word) - shortest), 0, -1):
        base, tail = word[:-cut], word[-cut:]
        if VOWELS & set(base):
            yield from _bases(base, tail)


def _bases(base: str, tail: str) -> Iterator[str]:
    """The words that become `base` + `tail` by one ending."""
    if tail in _PARTICIPLES and _agrees(base, tail) and _is_verbal(base, tail):
        yield _verbal_noun(base)
    if tail in _CASE_TAILS and _is_case(base, tail):
        yield base
    if tail in _PLURALS and tail == ending(base, "plural"):
        yield base
    if tail in _PERSONS and _agrees(base, tail):
        yield _devoiced(base)
    if tail in _ATTRIBUTES and (len(tail) > 2 or base in _roots()):
        yield base
    if tail in ("ы", "і", "сы", "сі"):
        plains = dict.fromkeys((_FULL.get(base, _devoiced(base)), base))
        yield from (plain for plain in plains if base + tail in (possess(plain), base_form(plain)))


def _agrees(base: str, tail: str) -> bool:
    return is_front(base) == is_front(tail)


def _is_verbal(base: str, tail: str) -> bool:
    """Whether a verb ending joins this sound: бар-ған, айт-қан, бар-ады, бақыла-йды."""
    if tail[0] in "ғгқк":
        return (last_sound(base) == "voiceless") == (tail[0] in "қк") and (len(base) > 2 or base in _roots())
    return (base[-1] in VOWELS) == (tail[0] == "й")


def _verbal_noun(base: str) -> str:
    """The noun in -у of a verb, as in a dictionary: өтел → өтелу, шық → шығу, қой → қою."""
    if base[-1] == "й":
        return base[:-1] + "ю"
    return (base[:-1] if base[-1] in "ыі" else base[:-1] + VOICED.get(base[-1], base[-1])) + "у"


def _is_case(base: str, tail: str) -> bool:
    """Whether `tail` is a case ending of `base`; сотталған-ы is read before сотталға-ны."""
    if tail in ("ны", "ні") and base.endswith(("ға", "ге", "қа", "ке")) and base not in _roots():
        return False
    if base[-1] in "ыі" and any(tail == ending(base, case, possessed=True) for case in CASES):
        return True
    return any(tail == ending(base, case) for case in CASES)


def _devoiced(base: str) -> str:
    return base[:-1] + _DEVOICED.get(base[-1], base[-1])
