"""Stems: pairs that must meet, pairs that must not, and endings taken off again."""

import pytest

from kazakh.endings import CASES, decline, plural, possess
from kazakh.stems import is_folded_ending, stem, stems

SAME = """
сотталғанның сотталған       сотталғандарға сотталған     сотталғандарының сотталған   пробацияның пробация
пробациясына пробация        бабының баптың               бабына бап                   баптарда бап
кодексі кодекс               кодекстің кодекс             құқығы құқық                 құқықтарының құқық
құқығыңыз құқық              тармағының тармақ            тармақтарда тармақ           тармақшасында тармақша
бұйрығымен бұйрық            заңның заң                   заңына заң                   органы орган
органдарының орган           органнан орган               мекемесінде мекеме           мекемелердің мекеме
жұмысы жұмыс                 жұмыстарға жұмыс             кеңесі кеңес                 баланы бала
баласы бала                  қаласында қала               ісі іс                       істердің іс
орнына орын                  халқының халық               құлқы құлық                  актілерінің акт
актіге акт                   субъектілер субъект          процесінде процесс           қаулысымен қаулы
жазасын жаза                 жазаларды жаза               мерзімінен мерзім            мерзімге мерзім
бақылаудан бақылау           бақылаған бақылау            бақылайтын бақылау           өтелген өтелу
өтелетін өтелген             өтеледі өтелуі               тіркелген тіркелу            шыққан шығу
оқыған оқу                   қойылған қойылатын           өткен өту                    айдың ай
күннен күн                   жылғы жыл                    жылдан жыл                   адамдармен адам
өтініштері өтініш            баяндамасы баяндама          прокурордан прокурор         адвокаттар адвокат
полициядағы полиция          әкімшілігіне әкімшілік       қызметінің қызмет            үкiмнің үкім
аптаның апта                 отбасының отбасы             оқиғаның оқиға               СОТТЫҢ сот
журналиске журналист         тәртібін тәртіп              көмегіне көмек               сотталушыны сотталушы
"""

DIFFERENT = """
тармақ тармақша              сотталған сотталушы          сотталған сот                сот соттылық
айып айыппұл                 өтініш өтінішхат             заң заңды                    заң заңнама
прокурор прокуратура         пробация пробациялық         бап баға                     бас басқа
азамат азаматтық             қылмыс қылмыстық             адам адамгершілік            құқық құқықтық
бақылау бақылаушы            келісім келісімшарт          тергеу тергеуші              шарт шартты
сот соң                      жаза жазба                   орын орган                   әке әкім
апта ат                      мін мінез                    ақ ақша                      тыс тыйым
"""


def pairs(text: str) -> list[list[str]]:
    words = text.split()
    return [words[place : place + 2] for place in range(0, len(words), 2)]


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT))
def test_different_words_do_not_meet(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "word", ["сот", "бап", "сотталған", "пробация", "құқық", "кодекс", "үй", "дүкен", "апта", "ет"]
)
def test_a_plain_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    "word",
    [
        "сот", "бап", "тармақ", "құрал", "бұйрық", "кодекс", "пробация", "адвокат", "прокурор", "полиция", "өтініш",
        "баяндама", "мекеме", "орган", "үкім", "қаулы", "мерзім", "жұмыс", "акт", "орын", "іс", "сотталған", "бала",
        # words that no list of roots holds
        "дүкен", "қорап", "терезе", "жұлдыз", "шелек", "қасық", "көрпе",
    ],
)  # fmt: skip
def test_every_ending_we_put_on_comes_off_again(word: str) -> None:
    forms = [decline(word, case) for case in CASES]
    forms += [decline(plural(word), case) for case in CASES]
    forms += [decline(possess(word), case, possessed=True) for case in CASES]
    forms += [decline(possess(plural(word)), case, possessed=True) for case in CASES]
    assert {form: stem(form) for form in forms} == dict.fromkeys(forms, stem(word))


def test_lawful_is_not_taken_for_the_law_in_the_accusative() -> None:
    assert (stem("заңды"), stem("заңның"), stem("заңдар")) == ("заңды", "заң", "заң")


def test_a_text_gives_the_stems_of_its_words_in_order() -> None:
    text = "Сотталғандарға 58-ге дейін ҚАК-тің 98-бабының әлеуметтік-құқықтық көмегі"
    assert stems(text) == ["сотталған", "58", "дейін", "қак", "98", "бап", "әлеуметтік", "құқықтық", "көмек"]


def test_russian_and_english_words_are_only_made_small() -> None:
    assert stems("Осуждённые Условно", "ru") == ["осужденные", "условно"]
    assert stems("Courts of Law", "en") == ["courts", "of", "law"]
    assert stem("Court") == "court"


@pytest.mark.parametrize("odd", ["", "ь", "ы", "ъъъ", "ззз", "-", "123", "ғғы", "Їжак"])
def test_odd_words_do_no_harm(odd: str) -> None:
    assert stem(odd) == stem(stem(odd))


@pytest.mark.parametrize(("tail", "ending"), [("нын", True), ("ларга", True), ("ы", True), ("", True), ("ция", False)])
def test_endings_are_known_without_the_letters_of_kazakh(tail: str, ending: bool) -> None:
    assert is_folded_ending(tail) is ending
