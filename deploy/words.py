"""Words of the interface: reads them from code and templates, keeps `translations/*/LC_MESSAGES/messages.po` in step.

`python -m deploy.words` rewrites both catalogues, `--check` writes nothing and names what is stale or untranslated.
Kazakh is the source and has no catalogue. A word that is no longer used leaves; nothing is guessed from similar words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message, TranslationError
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ru", "en")
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None}
WIDTH = 110
# No dates and no names: the file changes only when words do.
HEADER = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
Words = str | tuple[str, ...]


def catalogue_path(lang: str, root: Path = ROOT) -> Path:
    """The catalogue of a language."""
    return root / "translations" / lang / "LC_MESSAGES" / "messages.po"


def words_in(root: Path = ROOT) -> list[Words]:
    """Every word of the interface, in order: a text, or a tuple of singular and plural."""
    with (root / "translations" / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(root, methods, options, KEYWORDS)
    return sorted({words for _file, _line, words, _comments, _context in found}, key=str)


def held(lang: str, root: Path = ROOT) -> Catalog:
    """The catalogue as it stands; empty where there is none."""
    path = catalogue_path(lang, root)
    if not path.exists():
        return Catalog(locale=lang)
    with path.open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def brought_in_step(old: Catalog, words: Iterable[Words]) -> Catalog:
    """The same translations for exactly these words; a new word has none."""
    made = Catalog(locale=old.locale)
    for one in words:
        kept = old.get(one if isinstance(one, str) else one[0])
        made.add(one, kept.string if kept is not None and kept.id == one else None)
    return made


def written(catalogue: Catalog) -> bytes:
    """The one form of a catalogue: sorted, without places and dates."""
    body = BytesIO()
    write_po(body, catalogue, width=WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    head = HEADER.format(locale=catalogue.locale, plural=catalogue.plural_forms)
    return head.encode() + body.getvalue()


def untranslated(message: Message) -> bool:
    """Whether a form of the message has no words."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return not all(forms)


def faults(catalogue: Catalog) -> Iterator[str]:
    """Words without a translation, and translations whose placeholders differ."""
    for message in catalogue:
        if not message.id:
            continue
        if untranslated(message):
            yield f"{catalogue.locale}: no translation: {message.id}"
            continue
        for fault in _broken(message, catalogue):
            yield f"{catalogue.locale}: {fault}: {message.id}"


def _broken(message: Message, catalogue: Catalog) -> list[TranslationError]:
    return message.check(catalogue)


def check(lang: str, words: Iterable[Words], root: Path = ROOT) -> list[str]:
    """What is wrong with the catalogue of a language, as lines."""
    made = brought_in_step(held(lang, root), words)
    path = catalogue_path(lang, root)
    stale = not path.exists() or path.read_bytes() != written(made)
    way_out = [f"{lang}: out of step with the code: run python -m deploy.words"] if stale else []
    return [*way_out, *faults(made)]


def update(lang: str, words: Iterable[Words], root: Path = ROOT) -> list[str]:
    """Write the catalogue of a language in step with the code; what still has no translation, as lines."""
    made = brought_in_step(held(lang, root), words)
    path = catalogue_path(lang, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(made))
    return list(faults(made))


def main(arguments: list[str]) -> int:
    """0 where both catalogues are whole and in step, else 1."""
    parser = argparse.ArgumentParser(prog="python -m deploy.words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    act = check if parser.parse_args(arguments).check else update
    words = words_in()
    lines = [line for lang in LANGUAGES for line in act(lang, words)]
    print("\n".join(lines) or f"{len(words)} words of the interface, all in {' and '.join(LANGUAGES)}.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
