"""Citations are read as people write them, or refused with a reason; nothing is guessed."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.citation_words import acts, one_slip, words
from checks.citations import (
    LONGEST,
    Citation,
    CitationFault,
    as_read,
    read_answer,
    read_citation,
    read_citations,
)

GOLD = [tuple(row) for row in csv.reader(Path(__file__).with_name("citations_gold.csv").open(encoding="utf-8"))][1:]
REASONS = set(words()["faults"])
PIECES = [
    "13", "1", "3)", "(1)", "12-1", "98–99", "511", "90", "№", "-", "–", ",", ";", ".", "(", ")", "/", "\n",
    "баптың", "бап", "тармағы", "т.", "3) тт", "бөлігі", "ст.", "п.", "пп.", "ч.", "абзац", "қосымша", "тарау",
    "бірінші", "вторая", "он", "және", "и", "мен", "осы", "Заң", "закона", "о", "пробации", "Пробация туралы",
    "қағиданың", "бұйрық", "приказ", "Правил", "ҚАК", "УК", "как", "ГК", "кодекс", "тест", "баяндама",
    "әдістемесі", "30 желтоқсан", "2016 ж.", "күн", "сотталған", "Article", "CEC", "38-VI",
]  # fmt: skip


def read_as(text: str, default: str) -> str:
    found = read_answer(text, default or None)
    if isinstance(found, CitationFault):
        return found.reason
    return ";".join(citation.provision or "none" for citation in found)


@pytest.mark.parametrize(("text", "default", "expected"), GOLD)
def test_the_gold_list_is_read_as_a_lawyer_reads_it(text: str, default: str, expected: str) -> None:
    assert read_as(text, default) == expected


def test_the_gold_list_is_long_and_meets_every_act_and_every_fault() -> None:
    expected = {answer.split("/")[0] for _, _, row in GOLD for answer in row.split(";")}
    assert len(GOLD) >= 170
    assert expected >= set(acts()) | REASONS - {"several"}


plain = st.integers(1, 700).map(str)
numbers = st.one_of(
    plain,
    st.tuples(st.integers(1, 700), st.integers(1, 20))
    .filter(lambda n: n[1] <= n[0] or n[0] < 10)
    .map("{0[0]}-{0[1]}".format),
)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """A place that some act can have."""
    act = draw(st.sampled_from([None, *acts()]))
    kind = acts()[act].kind if act else ""
    article = draw(
        st.sampled_from(["test", "report"]) if act == "order-90" else st.none() if kind == "order" else numbers
    )
    part = draw(numbers if kind == "order" else st.none() | numbers)
    return Citation(act, article, part, draw(st.none() | numbers), draw(st.none() | plain))


@given(citations(), st.sampled_from(["kk", "ru", "en"]))
@settings(max_examples=300, deadline=None)
def test_the_formal_form_is_read_back_as_the_same_place(citation: Citation, lang: str) -> None:
    assert read_citation(as_read(citation, lang)) == citation


@given(citations())
@settings(deadline=None)
def test_the_permanent_id_is_read_back_as_the_same_provision(citation: Citation) -> None:
    if citation.provision and "-" not in "".join(filter(None, (citation.article, citation.part, citation.item))):
        found = read_citation(citation.provision)
        assert isinstance(found, Citation)
        assert found.provision == citation.provision


@given(citations())
@settings(deadline=None)
def test_letters_that_a_keyboard_lacks_do_not_matter(citation: Citation) -> None:
    text = as_read(citation, "kk").translate(str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ"))
    assert read_citation(text) == citation


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.booleans(), st.sampled_from([None, *acts()]))
@settings(max_examples=400, deadline=None)
def test_words_in_any_order_never_raise(pieces: list[str], spaced: bool, default: str | None) -> None:
    found = read_answer((" " if spaced else "").join(pieces), default)
    if isinstance(found, CitationFault):
        assert found.reason in REASONS
    else:
        assert found
        assert all(c.article or c.part for c in found)


@given(st.text(max_size=600))
@settings(deadline=None)
def test_any_text_never_raises(text: str) -> None:
    assert isinstance(read_citation(text, "probation-law"), Citation | CitationFault)


@given(citations(), citations())
@settings(deadline=None)
def test_two_places_parted_by_a_semicolon_are_two_citations(one: Citation, other: Citation) -> None:
    if one.act and other.act and one != other:
        assert read_citations(f"{as_read(one, 'kk')}; {as_read(other, 'kk')}") == (one, other)


def test_a_megabyte_is_refused_at_once() -> None:
    begun = time.perf_counter()
    assert read_citation("13-бап " * 150_000) == CitationFault("too_long")
    assert time.perf_counter() - begun < 0.1


@pytest.mark.parametrize(
    "piece", ["1,", "13-бап ", "(", "1 ", "п.", "№", "тармақ", "2016 ", "1-", "қағида ", "а", "и 1 "]
)
def test_the_longest_text_that_is_read_takes_little_time(piece: str) -> None:
    read_answer("13-бап")
    text = (piece * LONGEST)[:LONGEST]
    begun = time.perf_counter()
    read_answer(text, "probation-law")
    assert time.perf_counter() - begun < 0.5


def test_one_sign_more_than_the_cap_is_too_long() -> None:
    assert read_citation(("13-бап" + " " * LONGEST)[:LONGEST], "cc") == Citation("cc", "13")
    assert read_citation(("13-бап" + " " * LONGEST)[: LONGEST + 1], "cc") == CitationFault("too_long")


def test_two_provisions_where_one_is_asked_for_are_several() -> None:
    assert read_citation("13-бап; 14-бап", "probation-law") == CitationFault("several")


def test_without_an_act_there_is_no_provision() -> None:
    found = read_citation("13-баптың 1-тармағы")
    assert found == Citation(None, "13", "1")
    assert isinstance(found, Citation) and found.provision is None


def test_a_passage_is_read_and_stays_out_of_the_id() -> None:
    found = read_citation("13-баптың 1-тармағының екінші абзацы", "probation-law")
    assert found == Citation("probation-law", "13", "1", None, "2")
    assert isinstance(found, Citation) and found.provision == "probation-law/13/1"


def test_an_unknown_default_act_is_a_fault() -> None:
    assert read_citation("13-бап", "labour-code") == CitationFault("unknown_act")


def test_only_the_acts_given_are_known() -> None:
    only = {"cec": acts()["cec"]}
    assert read_citations("ҚАК 21-бап", only) == (Citation("cec", "21"),)
    assert read_answer("511-қағида 98-тармақ", None, only) == CitationFault("unknown_act")
    assert read_answer("Қағиданың 98-тармағы", None, only) == CitationFault("unknown_act")


def test_prose_that_cannot_be_read_gives_nothing() -> None:
    assert read_citations("511-қағиданың 13-бабы") == ()


@pytest.mark.parametrize(
    ("citation", "lang", "text"),
    [
        (Citation("probation-law", "13", "1", "3"), "kk", "Пробация туралы заң, 13-баптың 1-тармағының 3) тармақшасы"),
        (Citation("probation-law", "13", "1", "3"), "ru", "подпункт 3) пункта 1 статьи 13 Закона «О пробации»"),
        (Citation("probation-law", "13", "1", "3"), "en", "Law on Probation, Article 13, paragraph 1, subparagraph 3)"),
        (Citation("cec", "21", "1"), "kk", "Қылмыстық-атқару кодексі, 21-баптың 1-бөлігі"),
        (Citation("cc", "44", "2", "1"), "ru", "пункт 1) части 2 статьи 44 Уголовного кодекса"),
        (Citation("order-733", None, "4"), "kk", "№ 733 бұйрық, 4-тармақ"),
        (Citation("order-90", "test", "7"), "kk", "№ 90 бұйрық, тест әдістемесі, 7-тармақ"),
        (Citation(None, "13", None, "3"), "kk", "13-баптың 3) тармақшасы"),
    ],
)
def test_the_formal_form_is_the_one_lawyers_write(citation: Citation, lang: str, text: str) -> None:
    assert as_read(citation, lang) == text


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_fault_is_told_in_every_language(lang: str) -> None:
    assert len({CitationFault(reason).told(lang) for reason in REASONS}) == len(REASONS)


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [("тармак", "тармак", True), ("тармк", "тармак", True), ("тармаак", "тармак", True), ("тармка", "тармак", True),
     ("тармок", "тармак", True), ("трмк", "тармак", False), ("тамрка", "тармак", False),
     ("", "а", True), ("", "", True)],
)  # fmt: skip
def test_one_slip_is_one_letter_and_no_more(word: str, other: str, near: bool) -> None:
    assert one_slip(word, other) is near
    assert one_slip(other, word) is near
