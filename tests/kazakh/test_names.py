"""Names in their cases: the table against rows written by hand, and rules for names outside it."""

import pytest

from kazakh.endings import CASES, decline
from kazakh.letters import mixed
from kazakh.names import decline_name, known_names

ENDINGS = {
    "А. Иванов": "тың қа ты та тан пен",
    "С. Петров": "тың қа ты та тан пен",
    "А. Алексеева": "ның ға ны да дан мен",
    "О. Алиев": "тің ке ті те тен пен",
    "Д. Петров": "тың қа ты та тан пен",
    "Ж. Орманова": "ның ға ны да дан мен",
    "И. Антонян": "ның ға ды да нан мен",
    "А. Закиев": "тің ке ті те тен пен",
    "Б. Кукушкин": "нің ге ді де нен мен",
    "А. Сейтова": "ның ға ны да дан мен",
    "Г. Нұрланқызы": "ның на н нда нан мен",
    "М. Ержанов": "тың қа ты та тан пен",
    "Т. Қасымов": "тың қа ты та тан пен",
    "Р. Әлімбек": "тің ке ті те тен пен",
    "Л. Бекова": "ның ға ны да дан мен",
}


@pytest.mark.parametrize("name", ENDINGS)
def test_a_name_of_the_stories_in_all_cases(name: str) -> None:
    expected = [name, *(name + ending for ending in ENDINGS[name].split())]
    assert [decline_name(name, case) for case in CASES] == expected
    assert [decline(name, case) for case in CASES] == expected


def test_the_table_holds_these_names_and_no_others() -> None:
    assert set(known_names()) == set(ENDINGS)
    assert not any(mixed(form) for forms in known_names().values() for form in forms.values())


def test_a_name_outside_the_table_is_declined_by_rule() -> None:
    assert decline_name("Н. Оспанова", "genitive") == "Н. Оспанованың"
    assert decline_name("Ерлан Досов", "dative") == "Ерлан Досовқа"
    assert decline_name("Айгүл", "ablative") == "Айгүлден"
    assert decline_name("Абай Серікұлы", "accusative") == "Абай Серікұлын"
