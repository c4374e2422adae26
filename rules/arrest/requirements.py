"""One shape of many rules on arrest: each of several conditions is needed, or one of them is enough."""

from __future__ import annotations

from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.registry import Mutation, rule
from rules.truth import NO, YES, Truth, is_one_of, is_true, known, opposite

EDITION = "order-504@736"
RULES = "order-504"


class Needed(NamedTuple):
    """One condition: where it stands, its sentence, the fact it reads and what of it is wanted.

    `wanted` are the choices that satisfy it; `most` the border of a number; without either the fact must be true,
    with `absent` it must be false.
    """

    where: str
    sentence: str
    fact: str
    wanted: tuple[str, ...] = ()
    most: int | None = None
    absent: bool = False


class Terms(NamedTuple):
    """Conditions that are ignored, and by how much a number may be more."""

    ignored: tuple[str, ...] = ()
    over: int = 0


def requires(
    id_: str, facts: type, *needed: Needed, norms: tuple[str, ...], one_is_enough: bool = False,
    also: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """Rule `<id>`: yes if every condition holds (or one of them); one mutation for each, `without-<fact>`."""
    join = any_of if one_is_enough else all_of
    ways = [Mutation(f"without-{one.fact.replace('_', '-')}", "exception ignored", {"ignored": (one.fact,)})
            for one in needed]  # fmt: skip
    if any(one.most is not None for one in needed):
        ways.append(Mutation("one-more", "border off by one", {"over": 1}))

    @rule(
        id_, facts=facts, on="day", edition=EDITION, numbers=Terms(), norms=norms, mutations=tuple(ways),
        provisions=tuple(dict.fromkeys((*(f"{RULES}/{one.where}" for one in needed), *also))),
    )  # fmt: skip
    def holds(f: Any, n: Terms) -> Condition:
        ignored = NO if one_is_enough else YES
        return join(*(_leaf(one, f, n, ignored) for one in needed))


def _leaf(one: Needed, f: Any, n: Terms, ignored: Truth) -> Condition:
    truth = ignored if one.fact in n.ignored else _truth(one, getattr(f, one.fact), n.over)
    return because(f"{RULES}/{one.where}", one.sentence, truth, one.fact)


def _truth(one: Needed, value: Any, over: int) -> Truth:
    if one.most is not None:
        most = one.most + over
        return known(value, lambda number: number <= most)
    if one.wanted:
        return is_one_of(value, *one.wanted)
    return opposite(is_true(value)) if one.absent else is_true(value)
