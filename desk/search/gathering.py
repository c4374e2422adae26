"""What of a document and of the law can be found: its passages with the words each stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.search.folding import foreign_words, kazakh_words
from kazakh.letters import loose
from library.markdown import plain_text
from library.words import Text
from rules import acts

TITLE, HEADING, BODY = 6, 3, 1
_BLOCK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage before it is stored; `also` are other words it is found by, each with a weight."""

    kind: str
    name: str
    href: str
    title: str
    text: str
    heading: str = ""
    also: Mapping[str, int] = field(default_factory=dict)

    def weights(self) -> Counter[str]:
        """How much each stem weighs here."""
        counted: Counter[str] = Counter()
        for text, weight in ((self.title, TITLE), (self.heading, HEADING), (self.text, BODY)):
            for word in kazakh_words(text):
                counted[word] += weight
        for word, weight in self.also.items():
            counted[word] += weight
        return counted


def bare(text: Text | None) -> str:
    """The Kazakh words of a text without signs of Markdown."""
    kazakh = (text if isinstance(text, str) else text.get("kk", "")) if text else ""
    return " ".join(plain_text(kazakh).split())


def of_page(page: Any) -> Iterator[Found]:
    """Each paragraph under its heading; the first stands for the page."""
    title, heading, href = bare(page.title), "", f"/course/{page.id}"
    for block in _BLOCK.split(page.kazakh):
        first = block.strip()
        if first.startswith("#"):
            heading = bare(first)
        elif first and not first.startswith(("[check]", "![")):
            voice, _, words = first.partition("\n") if first.startswith("!!!") else ("", "", first)
            text = f"{bare(voice.partition(' ')[2].partition(' ')[2])} {bare(words)}".strip(' "')
            yield Found("page", page.id, href, title, text, heading)


def of_module(module: Any) -> Iterator[Found]:
    """A module by its title, summary and aims; its control questions lead to their answers."""
    aims = " ".join(bare(one.text) for one in module.objectives)
    yield Found("module", module.id, f"/course/{module.id}", bare(module.title), f"{bare(module.summary)} {aims}")


def of_glossary(glossary: Any) -> Iterator[Found]:
    """Each term with its Russian and English names."""
    for term in glossary.terms:
        names = [(foreign_words(term.ru, "russian"), TITLE), (foreign_words(term.en, "english"), TITLE)]
        also: Counter[str] = Counter()
        others = [(kazakh_words(form), TITLE) for form in term.also]
        for words, weight in (*names, *others, *((kazakh_words(form), HEADING) for form in term.avoid)):
            also.update(dict.fromkeys(words, weight))
        yield Found("term", term.id, f"/glossary/{term.id}", term.kk, bare(term.definition), also=also)


def of_case(case: Any) -> Iterator[Found]:
    """The cover, each document of the file, and what is asked."""
    title, href = bare(case.title), f"/cases/{case.id}"
    yield Found("case", case.id, href, title, bare(case.cover))
    for document in case.documents:
        yield Found("case", case.id, href, title, bare(document.text), bare(document.title))
    for task in case.tasks:
        yield Found("case", case.id, href, title, bare(task.ask))


def of_quiz(quiz: Any) -> Iterator[Found]:
    """Each item by its question."""
    for item in quiz.items:
        href = f"/practice/{quiz.id}/{item.id}"
        yield Found("item", f"{quiz.id}/{item.id}", href, bare(item.task.ask), "", bare(quiz.title))


def of_law() -> Iterator[Found]:
    """Each provision by its newest wording, in three languages."""
    for one in acts.provisions().values():
        if not one.wordings:
            continue
        short, summary = acts.acts()[one.act].short, one.wordings[-1].summary
        also: Counter[str] = Counter(foreign_words(summary["ru"], "russian"))
        also.update(foreign_words(summary["en"], "english"))
        title = f"{short['kk']}, {one.cite['kk']}"
        yield Found("law", one.id, f"/law/{one.id}", title, bare(summary["kk"]), also=also)


GATHERERS: Mapping[str, Callable[[Any], Iterator[Found]]] = {
    "page": of_page, "module": of_module, "glossary": of_glossary, "case": of_case, "quiz": of_quiz,
}  # fmt: skip
__all__ = ["GATHERERS", "Found", "loose", "of_law"]
