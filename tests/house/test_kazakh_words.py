"""Our Kazakh: one alphabet in a word, approved terms, and only words that somebody has looked at."""

import re
import tomllib

import pytest

from kazakh.letters import ALPHABET, mixed, order_key
from kazakh.stems import stem, stems
from library.markdown import plain_text
from library.reading import read_yaml
from tests.house import texts
from tests.house.floors import ROOT

CONTENT = ROOT / "content"
# An ending behind a figure (23-ке) is no word of its own.
WORD = re.compile(rf"(?<!\d-)(?<![{ALPHABET}])[{ALPHABET}]{{2,}}", re.I)
# Texts in Kazakh are written in many places; each of these places must be found, or the tests below say nothing.
PLACES = (
    "content/cases/", "content/course/", "content/quizzes/", "content/glossary/", "content/figures/",
    "rules/words/kk/", "checks/words/", "rules/held/acts", "rules/held/provisions", "rules/conventions", "templates/",
)  # fmt: skip


def listed(name: str) -> list[str]:
    return (CONTENT / name).read_text("utf-8").split("\n")[:-1]


def unknown(found: list[tuple[str, str]], known: set[str]) -> dict[str, str]:
    """Words that are neither known nor of a known stem, with the first place of each."""
    result: dict[str, str] = {}
    for place, text in found:
        for word in WORD.findall(text):
            small = word.lower()
            if small not in known and stem(small) not in known:
                result.setdefault(small, place)
    return result


def known_words() -> set[str]:
    """Words and stems of the vocabulary, of our additions, and of the names of the stories."""
    names = tomllib.loads((ROOT / "kazakh/names.toml").read_text("utf-8"))
    written = " ".join([*names, *(form for cases in names.values() for form in cases.values())])
    words = {*listed("vocabulary.txt"), *listed("words.txt"), *(w.lower() for w in WORD.findall(written))}
    return words | {stem(word) for word in words}


def test_every_place_of_our_texts_is_read() -> None:
    places = [place for place, _ in texts.ours()]
    assert all(any(place.startswith(wanted) for place in places) for wanted in PLACES)


def test_no_word_mixes_alphabets() -> None:
    found = [f"{place}: {m.word} (meant {m.suggestion})" for place, text in texts.ours() for m in mixed(text)]
    assert not found, "\n".join(found)


def test_a_latin_letter_inside_a_word_is_found() -> None:
    assert mixed("өтінiш берді")


def test_every_word_is_in_the_vocabulary_or_among_the_words_looked_at() -> None:
    found = unknown(list(texts.ours()), known_words())
    said = "\n".join(f"{word}  ({place})" for word, place in sorted(found.items(), key=lambda one: order_key(one[0])))
    assert not found, f"read each as a strict editor; right ones go to content/words.txt:\n{said}"


def test_a_misspelt_word_is_unknown() -> None:
    planted = [("here", "Адам өтініж берді, сотқа дейнгі пробацыя")]
    assert set(unknown(planted, known_words())) == {"өтініж", "дейнгі", "пробацыя"}


@pytest.mark.parametrize("name", ["vocabulary.txt", "words.txt"])
def test_a_list_of_words_is_in_order_and_holds_each_word_once(name: str) -> None:
    words = listed(name)
    assert words == sorted(set(words), key=order_key)
    assert all(re.fullmatch(rf"[{ALPHABET}]+", word) for word in words)


def test_our_additions_are_still_used_and_not_in_the_vocabulary() -> None:
    ours = {word.lower() for _, text in texts.ours() for word in WORD.findall(text)}
    stale = [word for word in listed("words.txt") if word not in ours]
    assert len(stale) < 80, f"no longer used: {' '.join(stale)}"
    assert not set(listed("words.txt")) & set(listed("vocabulary.txt"))


def avoided() -> dict[tuple[str, ...], str]:
    """Stems of every form to be avoided, with the term to use instead."""
    terms = [term for path in sorted((CONTENT / "glossary").glob("*.yaml")) for term in read_yaml(path, path.name)]
    return {tuple(stems(form)): f"{form} → {term['kk']}" for term in terms for form in term["avoid"]}


def uses_of_avoided(found: list[tuple[str, str]]) -> list[str]:
    """Places where the stems of an avoided form stand one after another; a form in «quotes» is somebody's word."""
    forms = avoided()
    hits = []
    for place, text in found:
        line = stems(re.sub("«[^»]*»", " ", plain_text(text)))
        for form, says in forms.items():
            if any(tuple(line[i : i + len(form)]) == form for i in range(len(line) - len(form) + 1)):
                hits.append(f"{place}: {says}")
    return hits


def test_avoided_forms_of_terms_stand_nowhere_in_our_words() -> None:
    exempt = ("content/glossary/", "rules/held/acts")
    hits = uses_of_avoided([(place, text) for place, text in texts.ours() if not place.startswith(exempt)])
    assert not hits, "\n".join(hits)


def test_an_avoided_form_is_found_in_any_case() -> None:
    assert len(avoided()) >= 3
    assert uses_of_avoided([("here", "Ол үй қамағында отыр.")])
    assert not uses_of_avoided([("here", "Туыстары оны «үй қамағы» деп атайды.")])
