"""Named conditions of a rule, joined by `all_of`, `any_of` and `choose`: the tree a trace is read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from rules.truth import YES, Truth, Unknown, either, every, opposite

# Named tuples: a decision makes some seventy of these, and a frozen dataclass takes four times as long to make.
Join = Literal["leaf", "all", "any", "not", "choice", "list", "rule"]


class Condition(NamedTuple):
    """One node: a sentence of law with its provision, or a join of such nodes."""

    join: Join
    truth: Truth
    provision: str = ""
    sentence: str = ""
    facts: tuple[str, ...] = ()
    slots: Mapping[str, object] = MappingProxyType({})
    parts: tuple[Condition, ...] = ()
    rule: str = ""
    edition: str = ""
    convention: str = ""


class Step(NamedTuple):
    """One rung of the ladder: one sentence of one provision in one edition, and whether it decided."""

    provision: str
    edition: str
    sentence: str
    truth: Truth
    facts: tuple[str, ...]
    slots: Mapping[str, object]
    decides: bool
    rule: str
    convention: str = ""


def because(
    provision: str, sentence: str, truth: Truth, *facts: str, convention: str = "", **slots: object
) -> Condition:
    """A condition that stands in `provision`; `facts` are the names of the facts it reads.

    A slot that is still unknown is left out of the sentence's fillings by the reader of the trace.
    """
    return Condition("leaf", truth, provision, sentence, facts, slots, convention=convention)


def all_of(*parts: Condition) -> Condition:
    """Every part must hold."""
    return Condition("all", every(part.truth for part in parts), parts=parts)


def any_of(*parts: Condition) -> Condition:
    """One part is enough."""
    return Condition("any", either(part.truth for part in parts), parts=parts)


def none_of(*parts: Condition) -> Condition:
    """No part may hold: a bar."""
    inner = any_of(*parts)
    return Condition("not", opposite(inner.truth), parts=(inner,))


def choose(
    on: Condition, if_yes: Callable[[], Condition], if_no: Callable[[], Condition], against: Condition | None = None
) -> Condition:
    """One branch where `on` is known; where it is not, yes or no only if both branches agree.

    `against` is the sentence shown instead of `on` where `on` is no: it stands in the place the other branch does.
    """
    if on.truth is YES:
        branch = if_yes()
        return Condition("choice", branch.truth, parts=(on, branch))
    if on.truth is not Truth.UNKNOWN:
        branch = if_no()
        return Condition("choice", branch.truth, parts=(against or on, branch))
    one, other = if_yes(), if_no()
    agreed = one.truth if one.truth is other.truth else Truth.UNKNOWN
    return Condition("choice", agreed, parts=(on, one, other))


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every leaf, in the order of reading."""
    if condition.join == "leaf":
        yield condition
    for part in condition.parts:
        yield from leaves(part)


def open_leaves(condition: Condition) -> Iterator[Condition]:
    """Leaves still unknown on which the whole may still depend; a join that is decided holds none."""
    if condition.truth is not Truth.UNKNOWN:
        return
    if condition.join == "leaf":
        yield condition
    for part in condition.parts:
        yield from open_leaves(part)


def steps_of(condition: Condition, rule: str = "", edition: str = "", decides: bool = True) -> Iterator[Step]:
    """The ladder: leaves in the order of reading, each with edition and whether it decided the result."""
    rule, edition = condition.rule or rule, condition.edition or edition
    if condition.join == "leaf":
        yield Step(
            condition.provision, edition, condition.sentence, condition.truth, condition.facts,
            {name: slot for name, slot in condition.slots.items() if not isinstance(slot, Unknown)},
            decides, rule, condition.convention,
        )  # fmt: skip
        return
    for part in condition.parts:
        yield from steps_of(part, rule, edition, decides and _carries(condition, part))


def _carries(whole: Condition, part: Condition) -> bool:
    """Whether this part is among those that made the whole what it is."""
    if whole.join in ("not", "choice", "list", "rule"):
        return True
    return part.truth is whole.truth
