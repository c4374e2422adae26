"""What of a document and of the law can be found: its passages with the words each stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.search.folding import foreign_words, kazakh_words
from library.links import links_in
from library.markdown import plain_text
from library.words import Text
from rules import acts

TITLE, HEADING, BODY = 6, 3, 1
_SEPARATOR = re.compile(r"(^|\s)[-:]{3,}(?=\s|$)|(^|\n)\s*(?:[-*]|\d+\.)\s+")
_BLOCK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage before it is stored.

    `also` are other words it is found by, each with a weight; `named` is how much a word of the title weighs.
    """

    kind: str
    name: str
    href: str
    title: str
    text: str
    heading: str = ""
    also: Mapping[str, int] = field(default_factory=dict)
    named: int = TITLE

    def weights(self) -> Counter[str]:
        """How much each stem weighs here."""
        counted: Counter[str] = Counter()
        for text, weight in ((self.title, self.named), (self.heading, HEADING), (self.text, BODY)):
            for word in kazakh_words(text):
                counted[word] += weight
        for word, weight in self.also.items():
            counted[word] += weight
        return counted


@dataclass(frozen=True, slots=True)
class Around:
    """What a document is found by beyond its own words: titles of modules and pages, and terms by their id."""

    modules: Mapping[str, str]
    pages: Mapping[str, str]
    terms: Mapping[str, Any]


def bare(text: Text | None) -> str:
    """The Kazakh words of a text without signs of Markdown."""
    kazakh = (text if isinstance(text, str) else text.get("kk", "")) if text else ""
    return " ".join(plain_text(_SEPARATOR.sub(" ", kazakh)).split())


def of_page(page: Any, around: Around) -> Iterator[Found]:
    """Each paragraph under its heading; the page is also found by its module and by its terms in other languages."""
    title, heading, href = bare(page.title), "", f"/course/{page.id}"
    module = kazakh_words(around.modules.get(page.id.partition("/")[0], ""))
    for block in _BLOCK.split(page.kazakh):
        first = block.strip()
        if first.startswith("#"):
            heading = bare(first)
        elif first and not first.startswith(("[check]", "![")):
            voice, _, words = first.partition("\n") if first.startswith("!!!") else ("", "", first)
            told = voice.partition('"')[2].rstrip(' "')
            text = f"{told}: {bare(words)}" if told else bare(words)
            also = Counter(dict.fromkeys(module, BODY)) + Counter(dict.fromkeys(_abroad(block, around), BODY))
            yield Found("page", page.id, href, title, text, heading, also)
    if page.also:
        also = Counter(dict.fromkeys(_foreign(page.also), HEADING))
        yield Found("page", page.id, href, title, "", "", also)


def _abroad(block: str, around: Around) -> set[str]:
    """Russian and English words of the terms that a paragraph links."""
    terms = [around.terms[link.target] for link in links_in(block) if link.target in around.terms]
    return {word for term in terms for word in (*foreign_words(term.ru, "russian"), *foreign_words(term.en, "english"))}


def _foreign(words: Iterable[str]) -> set[str]:
    text = " ".join(words)
    return {*foreign_words(text, "russian"), *foreign_words(text, "english"), *kazakh_words(text)}


def of_module(module: Any, around: Around) -> Iterator[Found]:
    """A module by its title, summary and aims; its control questions lead to their answers."""
    href = f"/course/{module.id}"
    aims = " ".join(bare(one.text) for one in module.objectives)
    yield Found("module", module.id, href, bare(module.title), f"{bare(module.summary)} {aims}")
    for question in module.control_questions:
        scheme, _, target = question.link.partition(":")
        text = bare(question.text)
        if scheme == "page" and target in around.pages:
            yield Found("page", target, f"/course/{target}", around.pages[target], text)
        elif scheme == "law" and target in acts.provisions():
            yield Found("law", target, f"/law/{target}", cited(acts.provisions()[target]), text)
        else:
            said = bare(question.looked_for)
            yield Found("question", f"{module.id}/{question.id}", f"{href}#questions", text, said, bare(module.title))


def cited(provision: acts.Provision) -> str:
    """A provision as it is cited, with its act."""
    return f"{acts.acts()[provision.act].short['kk']}, {provision.cite['kk']}"


def of_glossary(glossary: Any, around: Around) -> Iterator[Found]:
    """Each term with its Russian and English names."""
    for term in glossary.terms:
        names = [(foreign_words(term.ru, "russian"), TITLE), (foreign_words(term.en, "english"), TITLE)]
        also: Counter[str] = Counter()
        others = [(kazakh_words(form), TITLE) for form in term.also]
        for words, weight in (*names, *others, *((kazakh_words(form), HEADING) for form in term.avoid)):
            also.update(dict.fromkeys(words, weight))
        yield Found("term", term.id, f"/glossary/{term.id}", term.kk, bare(term.definition), also=also)


def of_case(case: Any, around: Around) -> Iterator[Found]:
    """The cover, each document of the file, and what is asked."""
    title, href = bare(case.title), f"/cases/{case.id}"
    yield Found("case", case.id, href, title, bare(case.cover))
    for document in case.documents:
        yield Found("case", case.id, href, title, bare(document.text), bare(document.title))
    for task in case.tasks:
        yield Found("case", case.id, href, title, bare(task.ask))


def of_quiz(quiz: Any, around: Around) -> Iterator[Found]:
    """Each item by its question; its words weigh as those of a text, for a question answers nothing."""
    for item in quiz.items:
        href = f"/practice/{quiz.id}/{item.id}"
        yield Found("item", f"{quiz.id}/{item.id}", href, bare(item.task.ask), "", named=BODY)


def of_law() -> Iterator[Found]:
    """Each provision by its newest wording, in three languages."""
    for one in acts.provisions().values():
        if not one.wordings:
            continue
        summary = one.wordings[-1].summary
        also: Counter[str] = Counter(foreign_words(summary["ru"], "russian"))
        also.update(foreign_words(summary["en"], "english"))
        yield Found("law", one.id, f"/law/{one.id}", cited(one), bare(summary["kk"]), also=also)


GATHERERS: Mapping[str, Callable[[Any, Around], Iterator[Found]]] = {
    "page": of_page, "module": of_module, "glossary": of_glossary, "case": of_case, "quiz": of_quiz,
}  # fmt: skip
__all__ = ["GATHERERS", "Around", "Found", "bare", "cited", "of_law"]
