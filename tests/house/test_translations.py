"""Every message of the interface stands in Russian and English, with the same slots."""

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.house import texts
from tests.house.floors import ROOT, files

LANGUAGES = ("ru", "en")
SLOT = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|</?\w+[^>]*>")


def catalogue(lang: str) -> Catalog:
    path = ROOT / "translations" / lang / "LC_MESSAGES" / "messages.po"
    assert path.exists(), f"{path.relative_to(ROOT)} is missing: pybabel init, then pybabel update"
    with path.open("rb") as file:
        return read_po(file, locale=lang)


def forms(catalog: Catalog, message: str) -> list[str]:
    """What the catalogue says for the message: one text, or one for each plural form; nothing where it is missing."""
    found = catalog.get(message)
    if found is None or found.fuzzy:
        return []
    return [found.string] if isinstance(found.string, str) else list(found.string)


def test_messages_are_found_in_templates_and_code() -> None:
    places = {place.partition("/")[0] for place, _ in texts.messages()}
    assert len(texts.messages()) > 150
    assert {"templates", "attempts"} <= places


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_translated(lang: str) -> None:
    catalog = catalogue(lang)
    missing = {
        f"{said[0]!r} ({place})" for place, said in texts.messages()
        if said[0] and not (forms(catalog, said[0]) and all(forms(catalog, said[0])))
    }  # fmt: skip
    assert not missing, "\n".join(sorted(missing))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_keeps_the_slots(lang: str) -> None:
    catalog = catalogue(lang)
    wrong = []
    for place, said in texts.messages():
        for form in forms(catalog, said[0]) if said[0] else []:
            if form and set(SLOT.findall(form)) - set(SLOT.findall(" ".join(said))):
                wrong.append(f"{place}: {said[0]!r} → {form!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_holds_no_message_that_nobody_says(lang: str) -> None:
    said = {form for _, forms_ in texts.messages() for form in forms_}
    stale = [m.id for m in catalogue(lang) if m.id and (m.id if isinstance(m.id, str) else m.id[0]) not in said]
    assert not stale


def test_templates_say_no_kazakh_outside_messages() -> None:
    """A Kazakh word in a template that is not inside `_()` stays Kazakh in every language."""
    bare = []
    for path in sorted((ROOT / "templates").rglob("*.html")):
        if path.name == "styleguide.html":
            continue
        text = re.sub(r"\{#.*?#\}", " ", path.read_text("utf-8"), flags=re.S)
        text = re.sub(r"\{[{%].*?[%}]\}", " ", text, flags=re.S)
        bare += [f"{path.relative_to(ROOT)}: {word}" for word in re.findall(r"[а-яәғқңөұүһі]{3,}", text, re.I)]
    assert not bare, "\n".join(bare)


# Kazakh in code that nobody is shown as it stands, or that has no other language.
KAZAKH_CODE = {
    "accounts/commands.py": "names of demonstration people", "accounts/service.py": "letters that look alike",
    "course/content.py": "a pattern over Kazakh text", "rules/calendar.py": "names of days in the table of days off",
}  # fmt: skip
KAZAKH_PACKAGES = ("kazakh/", "checks/citation", "checks/days.py", "deploy/", "bench/")


def test_code_says_no_kazakh_outside_messages() -> None:
    said = {form for _, forms_ in texts.messages() for form in forms_}
    bare = []
    for path in files():
        shown = path.relative_to(ROOT).as_posix()
        if shown in KAZAKH_CODE or shown.startswith(KAZAKH_PACKAGES):
            continue
        found = [(place, text) for place, text in texts.literals(path) if re.search(r"[а-яәғқңөұүһі]{3,}", text, re.I)]
        bare += [f"{place}: {text[:60]!r}" for place, text in found if text not in said]
    assert not bare, "\n".join(bare)
