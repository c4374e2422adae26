"""What cards are about: items, terms and deadlines as they stand on the shelf, and which of them belong to a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from sqlalchemy.orm import Session

from course.content import Term
from desk.review import grounds
from desk.review.models import DEADLINE, ITEM, TERM
from desk.review.service import Wanted
from library import service as library
from library.links import links_in
from library.service import Held, Reader
from quizzes.content import Item
from rules.duties import Duty, duties
from rules.registry import find

Key = tuple[str, str]
_PACES = ("term", "before", "at-once")
_of_pages: dict[str, tuple[Key, ...]] = {}


@cache
def deadlines() -> Mapping[str, Duty]:
    """Every duty that says within which term of its event something is done, by its rule."""
    found: dict[str, Duty] = {}
    for duty in duties():
        if duty.pace in _PACES:
            found.setdefault(duty.rule, duty)
    return found


@dataclass(frozen=True)
class Subjects:
    """What this reader may have cards of; quizzes and glossaries are read once for a request."""

    session: Session
    reader: Reader

    @cached_property
    def quizzes(self) -> dict[str, Held]:
        """Quizzes by name, in the order of the course."""
        return {held.name: held for held in library.listing(self.session, self.reader, "quiz")}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Terms by id."""
        held = library.listing(self.session, self.reader, "glossary")
        return {term.id: term for one in held for term in one.content.terms}

    @cached_property
    def items(self) -> dict[str, Item]:
        """Items that count, by `quiz/item`."""
        return {
            f"{name}/{item.id}": item for name, held in self.quizzes.items() for item in held.content.items
            if item.task.kind != "reasoning"
        }  # fmt: skip

    @cached_property
    def modules(self) -> dict[str, Held]:
        """Modules by name, in the order of the course."""
        return {held.name: held for held in library.listing(self.session, self.reader, "module")}

    @cached_property
    def pages(self) -> dict[str, Held]:
        """Pages by name."""
        return {held.name: held for held in library.listing(self.session, self.reader, "page")}

    def has(self, kind: str, target: str) -> bool:
        """Whether the card still has something to ask."""
        held: Mapping[str, Any] = {ITEM: self.items, TERM: self.terms, DEADLINE: deadlines()}.get(kind, {})
        return target in held

    def rests_on(self, kind: str, target: str, day: date) -> grounds.Grounds:
        """The wordings a card rests on, as they stand on the day."""
        if kind == ITEM:
            places = grounds.of_item(self.items[target].task)
        elif kind == DEADLINE:
            places = grounds.of_rule(target)
        else:
            definition = self.terms[target].definition
            kazakh = definition if isinstance(definition, str) else definition["kk"]
            places = tuple(link.target for link in links_in(kazakh) if link.scheme == "law")
        return grounds.wordings_on(places, day)

    def wanted(self, keys: Iterable[Key], day: date) -> list[Wanted]:
        """The cards of what is there, each once."""
        return [
            Wanted(kind, target, self.rests_on(kind, target, day))
            for kind, target in dict.fromkeys(keys) if self.has(kind, target)
        ]  # fmt: skip

    def of_page(self, name: str) -> tuple[Key, ...]:
        """Terms that the page links, and deadlines whose rule or provision it links."""
        held = self.pages[name]
        if held.revision_id not in _of_pages:
            links = {(link.scheme, link.target): None for link in links_in(held.content.kazakh)}
            own_terms = [(TERM, target) for scheme, target in links if scheme == "term"]
            own = _deadlines_on({t for s, t in links if s == "law"}, {t for s, t in links if s == "rule"})
            _of_pages[held.revision_id] = (*own_terms, *own)
        return tuple(key for key in _of_pages[held.revision_id] if self.has(*key))

    def pages_of(self, module: str) -> list[Held]:
        """The pages of a module in their order."""
        names = [f"{module}/{slug}" for slug in self.modules[module].content.pages]
        return [self.pages[name] for name in names if name in self.pages]

    def of_module(self, module: str) -> tuple[Key, ...]:
        """Terms and deadlines of all its pages, and deadlines that its practice asks for."""
        keys = [key for page in self.pages_of(module) for key in self.of_page(page.name)]
        asked = {item.task.rule for held in self.quizzes.values() if held.content.module == module
                 for item in held.content.items}  # fmt: skip
        return tuple(dict.fromkeys((*keys, *_deadlines_on(set(), asked))))


def _deadlines_on(provisions: set[str], rules: set[str]) -> Iterator[Key]:
    bare = {rule.removesuffix("-in-time") for rule in rules}
    for rule in deadlines():
        if rule in bare or provisions & set(find(rule).provisions):
            yield DEADLINE, rule
