"""Endings: words, phrases, figures, days and names in every case, against tables written by hand."""

from datetime import date, time

import pytest

from kazakh.endings import (
    CASES,
    Case,
    EndingFault,
    count,
    day,
    decline,
    decline_day,
    decline_number,
    decline_time,
    is_possessed,
    ordinal,
    plural,
    possess,
)

# genitive, dative, accusative, locative, ablative, instrumental
WORDS = """
сот        соттың сотқа сотты сотта соттан сотпен
бап        баптың бапқа бапты бапта баптан баппен
тармақ     тармақтың тармаққа тармақты тармақта тармақтан тармақпен
тармақша   тармақшаның тармақшаға тармақшаны тармақшада тармақшадан тармақшамен
заң        заңның заңға заңды заңда заңнан заңмен
бұйрық     бұйрықтың бұйрыққа бұйрықты бұйрықта бұйрықтан бұйрықпен
кодекс     кодекстің кодекске кодексті кодексте кодекстен кодекспен
пробация   пробацияның пробацияға пробацияны пробацияда пробациядан пробациямен
адвокат    адвокаттың адвокатқа адвокатты адвокатта адвокаттан адвокатпен
прокурор   прокурордың прокурорға прокурорды прокурорда прокурордан прокурормен
полиция    полицияның полицияға полицияны полицияда полициядан полициямен
өтініш     өтініштің өтінішке өтінішті өтініште өтініштен өтінішпен
баяндама   баяндаманың баяндамаға баяндаманы баяндамада баяндамадан баяндамамен
жаза       жазаның жазаға жазаны жазада жазадан жазамен
үкім       үкімнің үкімге үкімді үкімде үкімнен үкіммен
қаулы      қаулының қаулыға қаулыны қаулыда қаулыдан қаулымен
мерзім     мерзімнің мерзімге мерзімді мерзімде мерзімнен мерзіммен
мекеме     мекеменің мекемеге мекемені мекемеде мекемеден мекемемен
іс         істің іске істі істе істен іспен
орган      органның органға органды органда органнан органмен
келу       келудің келуге келуді келуде келуден келумен
бақылау    бақылаудың бақылауға бақылауды бақылауда бақылаудан бақылаумен
жою        жоюдың жоюға жоюды жоюда жоюдан жоюмен
жыл        жылдың жылға жылды жылда жылдан жылмен
ай         айдың айға айды айда айдан аймен
күн        күннің күнге күнді күнде күннен күнмен
соң        соңның соңға соңды соңда соңнан соңмен
акт        актінің актіге актіні актіде актіден актімен
субъект    субъектінің субъектіге субъектіні субъектіде субъектіден субъектімен
процесс    процестің процеске процесті процесте процестен процеспен
куә        куәнің куәға куәні куәда куәдан куәмен
тарих      тарихтың тарихқа тарихты тарихта тарихтан тарихпен
психолог   психологтың психологқа психологты психологта психологтан психологпен
округ      округтің округке округті округте округтен округпен
банк       банктің банкке банкті банкте банктен банкпен
режим      режимнің режимге режимді режимде режимнен режиммен
тамыз      тамыздың тамызға тамызды тамызда тамыздан тамызбен
құқық      құқықтың құқыққа құқықты құқықта құқықтан құқықпен
ҚАК        ҚАК-тің ҚАК-ке ҚАК-ті ҚАК-те ҚАК-тен ҚАК-пен
ҚПК        ҚПК-нің ҚПК-ге ҚПК-ні ҚПК-де ҚПК-ден ҚПК-мен
ОАДБ       ОАДБ-ның ОАДБ-ға ОАДБ-ны ОАДБ-да ОАДБ-дан ОАДБ-мен
ІІМ        ІІМ-нің ІІМ-ге ІІМ-ді ІІМ-де ІІМ-нен ІІМ-мен
АЕК        АЕК-тің АЕК-ке АЕК-ті АЕК-те АЕК-тен АЕК-пен
13-бап     13-баптың 13-бапқа 13-бапты 13-бапта 13-баптан 13-баппен
16-1       16-1-дің 16-1-ге 16-1-ді 16-1-де 16-1-ден 16-1-мен
"""

# The last spoken word of a number and its six endings.
SPOKEN = """
нөл     дің ге ді де ден мен
бір     дің ге ді де ден мен
екі     нің ге ні де ден мен
үш      тің ке ті те тен пен
төрт    тің ке ті те тен пен
бес     тің ке ті те тен пен
алты    ның ға ны да дан мен
жеті    нің ге ні де ден мен
сегіз   дің ге ді де ден бен
тоғыз   дың ға ды да дан бен
он      ның ға ды да нан мен
жиырма  ның ға ны да дан мен
отыз    дың ға ды да дан бен
қырық   тың қа ты та тан пен
елу     дің ге ді де ден мен
алпыс   тың қа ты та тан пен
жетпіс  тің ке ті те тен пен
сексен  нің ге ді де нен мен
тоқсан  ның ға ды да нан мен
жүз     дің ге ді де ден бен
мың     ның ға ды да нан мен
"""

MONTHS = """
1  қаңтардың қаңтарға қаңтарды қаңтарда қаңтардан қаңтармен
2  ақпанның ақпанға ақпанды ақпанда ақпаннан ақпанмен
3  наурыздың наурызға наурызды наурызда наурыздан наурызбен
4  сәуірдің сәуірге сәуірді сәуірде сәуірден сәуірмен
5  мамырдың мамырға мамырды мамырда мамырдан мамырмен
6  маусымның маусымға маусымды маусымда маусымнан маусыммен
7  шілденің шілдеге шілдені шілдеде шілдеден шілдемен
8  тамыздың тамызға тамызды тамызда тамыздан тамызбен
9  қыркүйектің қыркүйекке қыркүйекті қыркүйекте қыркүйектен қыркүйекпен
10 қазанның қазанға қазанды қазанда қазаннан қазанмен
11 қарашаның қарашаға қарашаны қарашада қарашадан қарашамен
12 желтоқсанның желтоқсанға желтоқсанды желтоқсанда желтоқсаннан желтоқсанмен
"""


def table(text: str) -> dict[str, list[str]]:
    return {row.split()[0]: row.split()[1:] for row in text.strip().splitlines()}


@pytest.mark.parametrize(("word", "forms"), table(WORDS).items())
def test_a_word_in_all_cases(word: str, forms: list[str]) -> None:
    assert [decline(word, case) for case in CASES] == [word, *forms]


def spoken_last(number: int) -> str:
    """The last spoken word, found from the digits and not from the number words of the package."""
    words = list(table(SPOKEN))
    if number == 0:
        return "нөл"
    for size, first in ((1000, "мың"), (100, "жүз")):
        if number % size == 0:
            return first
    ones, tens = number % 10, number // 10 % 10
    return words[ones] if ones else words[9 + tens]


def test_every_number_to_ten_thousand_ends_as_its_last_spoken_word() -> None:
    spoken = table(SPOKEN)
    for number in range(10_001):
        endings = spoken[spoken_last(number)]
        assert [decline_number(number, case) for case in CASES[1:]] == [f"{number}-{end}" for end in endings]


@pytest.mark.parametrize(
    ("number", "case", "form"),
    [
        (3, "ablative", "3-тен"),
        (6, "ablative", "6-дан"),
        (10, "ablative", "10-нан"),
        (20, "ablative", "20-дан"),
        (40, "ablative", "40-тан"),
        (58, "dative", "58-ге"),
        (63, "dative", "63-ке"),
        (100, "ablative", "100-ден"),
        (1000, "ablative", "1000-нан"),
        (2025, "nominative", "2025"),
    ],
)
def test_the_numbers_that_trip_people_up(number: int, case: Case, form: str) -> None:
    assert decline_number(number, case) == form


@pytest.mark.parametrize(("month", "forms"), table(MONTHS).items())
def test_a_day_of_each_month_in_all_cases(month: str, forms: list[str]) -> None:
    when = date(2025, int(month), 14)
    assert [decline_day(when, case) for case in CASES[1:]] == [f"2025 жылғы 14 {form}" for form in forms]
    assert [decline_day(when, case, "bare") for case in CASES[1:]] == [f"14 {form}" for form in forms]


def test_a_day_is_written_long_short_or_bare() -> None:
    when = date(2025, 10, 14)
    assert [day(when), day(when, "short"), day(when, "bare")] == ["2025 жылғы 14 қазан", "2025 ж. 14 қазан", "14 қазан"]


def test_an_hour_ends_as_its_minutes_are_read() -> None:
    assert decline_time(time(18, 0), "ablative") == "18:00-ден"
    assert decline_time(time(6, 0), "dative") == "06:00-ге"
    assert decline_time(time(18, 30), "dative") == "18:30-ға"
    assert decline_time(time(9, 5), "nominative") == "09:05"


def test_a_counted_noun_and_a_numbered_one() -> None:
    assert count(58, "жас", "locative") == "58 жаста"
    assert count(58, "жас", "ablative") == "58 жастан"
    assert count(3, "жұмыс күні", "ablative") == "3 жұмыс күнінен"
    assert ordinal(13, "бап", "genitive") == "13-баптың"
    assert ordinal("16-1", "бап") == "16-1-бап"
    assert ordinal(98, "тармақ", "locative") == "98-тармақта"


@pytest.mark.parametrize(
    ("word", "possessed"),
    [
        ("бап", "бабы"),
        ("тармақ", "тармағы"),
        ("бөлік", "бөлігі"),
        ("бұйрық", "бұйрығы"),
        ("құқық", "құқығы"),
        ("кодекс", "кодексі"),
        ("заң", "заңы"),
        ("сот", "соты"),
        ("мекеме", "мекемесі"),
        ("пробация", "пробациясы"),
        ("қаулы", "қаулысы"),
        ("бақылау", "бақылауы"),
        ("жою", "жоюы"),
        ("орын", "орны"),
        ("халық", "халқы"),
        ("мінез-құлық", "мінез-құлқы"),
        ("мүлік", "мүлкі"),
        ("принцип", "принципі"),
        ("банк", "банкі"),
        ("акт", "актісі"),
        ("процесс", "процесі"),
        ("кінә", "кінәсі"),
        ("автомобиль", "автомобилі"),
        ("тәртіп", "тәртібі"),
        ("пробация қызмет", "пробация қызметі"),
    ],
)
def test_the_third_person_possessive(word: str, possessed: str) -> None:
    assert possess(word) == possessed


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("сот", "соттар"),
        ("сотталған", "сотталғандар"),
        ("мекеме", "мекемелер"),
        ("заң", "заңдар"),
        ("құрал", "құралдар"),
        ("шара", "шаралар"),
        ("прокурор", "прокурорлар"),
        ("өкіл", "өкілдер"),
        ("акт", "актілер"),
        ("журналист", "журналистер"),
        ("келу", "келулер"),
        ("ай", "айлар"),
        ("жұлдыз", "жұлдыздар"),
    ],
)
def test_the_plural(word: str, many: str) -> None:
    assert plural(word) == many


@pytest.mark.parametrize(
    ("phrase", "dative", "ablative"),
    [
        ("пробация қызметі", "пробация қызметіне", "пробация қызметінен"),
        ("ҚАК 98-бабы", "ҚАК 98-бабына", "ҚАК 98-бабынан"),
        ("жергілікті атқарушы орган", "жергілікті атқарушы органға", "жергілікті атқарушы органнан"),
        ("апелляциялық саты", "апелляциялық сатыға", "апелляциялық сатыдан"),
        ("кәмелетке толмаған айыпталушы", "кәмелетке толмаған айыпталушыға", "кәмелетке толмаған айыпталушыдан"),
        ("үкімнің күші", "үкімнің күшіне", "үкімнің күшінен"),
        ("деректер базасы (ОАДБ)", "деректер базасына (ОАДБ)", "деректер базасынан (ОАДБ)"),
        ("«Қамқор»", "«Қамқор»-ға", "«Қамқор»-дан"),
        ("Нұрланқызы", "Нұрланқызына", "Нұрланқызынан"),
    ],
)
def test_a_phrase_carries_the_ending_on_its_last_word(phrase: str, dative: str, ablative: str) -> None:
    assert (decline(phrase, "dative"), decline(phrase, "ablative")) == (dative, ablative)


def test_the_caller_may_know_better_whether_a_word_is_possessed() -> None:
    assert decline("қызметі", "dative", possessed=True) == "қызметіне"
    assert decline("қызметі", "accusative", possessed=True) == "қызметін"
    assert not is_possessed("күдікті") and not is_possessed("А. Қожалы")


def test_an_unknown_case_or_a_word_without_kazakh_letters_is_a_fault() -> None:
    with pytest.raises(EndingFault, match="vocative"):
        decline("сот", "vocative")  # type: ignore[arg-type]
    with pytest.raises(EndingFault, match="Smith"):
        decline("Smith", "dative")
    with pytest.raises(EndingFault, match="unknown case"):
        decline_number(3, "partitive")  # type: ignore[arg-type]
    with pytest.raises(EndingFault, match="number"):
        ordinal("3а", "бап")
