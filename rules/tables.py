"""Tables of the law: closed lists, contents of documents, and which body does what."""

from __future__ import annotations

from typing import Any, NamedTuple

from rules.conditions import because
from rules.registry import Answer, Mutation, rule
from rules.terms import OnDay
from rules.truth import YES


class Items(NamedTuple):
    """The items of a list, by the names under which `values` holds their words."""

    named: tuple[str, ...]


class Body(NamedTuple):
    """The body or bodies that act."""

    named: str


def listed(
    id_: str, *, provision: str, edition: str, items: tuple[str, ...], norms: tuple[str, ...], wrongly: str,
    also: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """A closed list: rule `<id>` answers its items in the order of the law.

    `wrongly` is the neighbour that people take for an item (a mutation). Words: `sentences.<id>` (yes), each item in
    `values`.
    """

    @rule(
        id_, facts=OnDay, on="day", edition=edition, value="list", numbers=Items(items), norms=norms,
        provisions=(provision, *also), mutations=(
            Mutation("neighbour-too", "neighbouring list", {"named": (*items, wrongly)}),
            Mutation("first-forgotten", "exception ignored", {"named": items[1:]}),
        ),
    )  # fmt: skip
    def items_of(f: OnDay, n: Items) -> Answer:
        return Answer(n.named, because(provision, id_, YES))


def acts_here(
    id_: str, *, provision: str, edition: str, body: str, instead: str, norms: tuple[str, ...],
    also: tuple[str, ...] = (), **more: Any,
) -> None:  # fmt: skip
    """Competence: rule `<id>` answers the body that acts; `instead` is the one people take for it (a mutation).

    Words: `sentences.<id>` (yes); bodies in `values`.
    """

    @rule(
        id_, facts=OnDay, on="day", edition=edition, value="body", numbers=Body(body), norms=norms,
        provisions=(provision, *also), mutations=(Mutation("other-body", "neighbouring list", {"named": instead}),),
        **more,
    )  # fmt: skip
    def body_of(f: OnDay, n: Body) -> Answer:
        return Answer(n.named, because(provision, id_, YES))


class Paragraphs(NamedTuple):
    """The paragraphs of one order, in short: `act`, and the prefix that its names in `values` have."""

    act: str
    prefix: str

    def listed(self, id_: str, where: str, edition: str, items: str, wrongly: str, *norms: str) -> None:
        """A closed list. `where`: paragraphs, the first one carries the sentence; `items`: names in their order."""
        first, *more = (f"{self.act}/{number}" for number in where.split())
        listed(
            id_, provision=first, edition=f"{self.act}@{edition}", wrongly=f"{self.prefix}{wrongly}", norms=norms,
            items=tuple(f"{self.prefix}{item}" for item in items.split()), also=tuple(more),
        )  # fmt: skip

    def acts_here(self, id_: str, where: str, edition: str, body: str, instead: str, *norms: str) -> None:
        """Competence: who acts by the paragraph, and who is taken for that one."""
        acts_here(
            id_, provision=f"{self.act}/{where}", edition=f"{self.act}@{edition}", body=f"{self.prefix}{body}",
            instead=f"{self.prefix}{instead}", norms=norms,
        )  # fmt: skip
