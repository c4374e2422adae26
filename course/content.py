"""The course as documents: the module, its pages, and the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from checks.task import Frozen, Id, Text
from library.links import links_in
from library.markdown import plain_text, word_count
from library.reading import ContentFaults, Fault, read_text, read_yaml

PAGE_ID = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=120)
CLAIM = re.compile(r"\d|\bбап|бабы|тармақ|тармағ|бұйрық|бұйрығ", re.I)
FEWEST, MOST = 250, 700
LESSON_MINUTES = 90


class Follows(Frozen):
    """The book and section, or the act, that a module follows."""

    book: str = ""
    author: str = ""
    section: str = ""
    acts: tuple[str, ...] = ()


class Objective(Frozen):
    """What a person is able to do afterwards."""

    id: str = Id
    text: Text


class Question(Frozen):
    """A control question of the book and its state: answered here, by the law, or not by our sources."""

    id: str = Id
    text: Text
    state: Literal["answered", "by-law", "not-answered"]
    link: str = ""
    looked_for: Text = ""


class LessonStep(Frozen):
    """So many minutes of a lesson, and what is done in them."""

    minutes: int = Field(ge=1, le=90)
    text: Text


class Lesson(Frozen):
    """A teacher's notes for a lesson of 90 minutes on the module."""

    steps: tuple[LessonStep, ...] = Field(min_length=3)
    questions: tuple[Text, ...] = Field(min_length=2)
    mistakes: tuple[Text, ...] = Field(min_length=1)
    cases: tuple[str, ...] = ()


class Module(Frozen):
    """A module: its place in the course, objectives, pages in order, control questions, a teacher's notes."""

    id: str = Id
    place: int = Field(ge=1, le=99)
    title: Text
    kind_of_probation: str = ""
    follows: Follows
    audience: Literal["open", "academy", "exam"] = "open"
    summary: Text
    objectives: tuple[Objective, ...] = Field(min_length=1)
    pages: tuple[str, ...] = Field(min_length=1)
    control_questions: tuple[Question, ...] = ()
    not_taught: tuple[Text, ...] = ()
    further: tuple[Text, ...] = ()
    lesson: Lesson | None = None


class Source(Frozen):
    """A source of the page, not asked about; `id` is what `source:` links of the page name."""

    text: str
    id: str = Field(default="", pattern=r"^[a-z0-9-]*$", max_length=40)
    url: str = Field(default="", pattern=r"^(https://\S+)?$", max_length=300)


class Page(Frozen):
    """One page of one idea. `text` is the Markdown of `kk.md`; `also` are other words that a search finds it by."""

    id: str = PAGE_ID
    title: Text
    audience: Literal["open", "academy", "exam"] = "open"
    objectives: tuple[str, ...] = ()
    minutes: int = Field(ge=1, le=30)
    also: tuple[str, ...] = ()
    checked_until: str = ""
    sources: tuple[Source, ...] = ()
    text: Text

    @property
    def kazakh(self) -> str:
        """The Kazakh Markdown."""
        return self.text if isinstance(self.text, str) else self.text["kk"]


class Term(Frozen):
    """A term in three languages with our definition.

    `also` are other ways to say it, found by a search; `avoid` are forms not to be used for it.
    """

    id: str = Id
    kk: str
    ru: str
    en: str
    definition: Text
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


class Glossary(Frozen):
    """The terms of one subject."""

    id: str = Id
    audience: Literal["open"] = "open"
    terms: tuple[Term, ...] = Field(min_length=1)


def gather_modules(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every `module.yaml`, in the order of the course."""
    found = []
    for path in sorted((root / "course").glob("*/module.yaml")):
        shown = path.relative_to(root).as_posix()
        found.append((path.parent.name, shown, _mapping(read_yaml(path, shown), shown)))
    yield from sorted(found, key=lambda one: (str(one[2].get("place", "")).zfill(3), one[0]))


def gather_pages(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every folder with `chapter.yaml` and `kk.md`, in the order of names."""
    for path in sorted((root / "course").glob("*/*/chapter.yaml")):
        shown = path.relative_to(root).as_posix()
        raw = _mapping(read_yaml(path, shown), shown)
        text = {md.stem: read_text(md, md.relative_to(root).as_posix()) for md in sorted(path.parent.glob("??.md"))}
        if "kk" not in text:
            raise ContentFaults([Fault(shown, "kk.md", "is missing")])
        yield f"{path.parent.parent.name}/{path.parent.name}", shown, {**raw, "text": text}


def gather_glossary(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every file of the folder `glossary`, a list of terms each."""
    for path in sorted((root / "glossary").glob("*.yaml")):
        shown = path.relative_to(root).as_posix()
        yield path.stem, shown, {"id": path.stem, "terms": read_yaml(path, shown)}


def _mapping(raw: Any, shown: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise ContentFaults([Fault(shown, "file", "is not a mapping of names to values")])
    return dict(raw)


def prove_page(page: Page) -> Iterator[tuple[str, str]]:
    """A page is of 250 to 700 words, and nothing claims law without a source."""
    words = word_count(page.kazakh)
    if not FEWEST <= words <= MOST:
        yield "kk.md", f"{words} words; meant are {FEWEST} to {MOST}"
    held = {source.id for source in page.sources if source.id}
    for link in links_in(page.kazakh):
        if link.scheme == "source" and link.target not in held:
            yield "kk.md", f"link source:{link.target} names no source of this page"


def unsourced(page: Page) -> Iterator[str]:
    """Paragraphs that state a number or a provision and carry no link; voices of others are told apart by form."""
    for block in re.split(r"\n\s*\n", page.kazakh):
        first = block.lstrip()
        if block.startswith("    ") or first.startswith(("!!!", "#", "![", "[check]")):
            continue
        if CLAIM.search(plain_text(block)) and not any(links_in(block)):
            yield " ".join(plain_text(block).split())[:80]


def page_links(page: Page) -> Iterator[tuple[str, str]]:
    """The Markdown in each language."""
    texts = {"kk": page.text} if isinstance(page.text, str) else page.text
    for lang, text in texts.items():
        yield f"{lang}.md", text


def module_links(module: Module) -> Iterator[tuple[str, str]]:
    """Pages of the module and the links of its control questions."""
    for slug in module.pages:
        yield "pages", f"[x](page:{module.id}/{slug})"
    for question in module.control_questions:
        if question.link:
            yield f"control_questions.{question.id}", f"[x]({question.link})"
    for number, text in enumerate((*module.not_taught, *module.further)):
        yield f"further.{number}", text if isinstance(text, str) else text["kk"]
    yield from (("lesson.cases", f"[x](case:{name})") for name in (module.lesson.cases if module.lesson else ()))
    yield from (("follows.acts", f"[x](law:{name})") for name in module.follows.acts)


def prove_module(module: Module) -> Iterator[tuple[str, str]]:
    """A control question that is answered has a link; one that is not says what was looked for."""
    for question in module.control_questions:
        if question.state == "not-answered" and not question.looked_for:
            yield f"control_questions.{question.id}", "says not what was looked for"
        if question.state != "not-answered" and not question.link:
            yield f"control_questions.{question.id}", "has no link to its answer"
    if module.lesson and (whole := sum(step.minutes for step in module.lesson.steps)) != LESSON_MINUTES:
        yield "lesson.steps", f"{whole} minutes; meant are {LESSON_MINUTES}"


def page_counts(page: Page) -> Mapping[str, int]:
    """What a page adds to the counts of `content check`."""
    return {
        "pages": 1, "words": word_count(page.kazakh), "links": sum(1 for _ in links_in(page.kazakh)),
        "claims without source": sum(1 for _ in unsourced(page)),
    }  # fmt: skip
