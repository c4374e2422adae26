"""May the transfer be granted: at once, by the queue, or not (order 375 and CEC 88(4-1))."""

from __future__ import annotations

from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.registry import Answer, Mutation, ask, decision, rule, use
from rules.transfer.request import NO_MOVE, Request
from rules.truth import NO, UNKNOWN, YES, Truth, Unknown, known

NOW, QUEUE, NOT_MET, NOT_GRANTED = "transfer-now", "transfer-queue", "transfer-place-missing", "transfer-not-granted"
ARRIVAL = "order-375/19"


class Places(NamedTuple):
    """How many free places are needed, and what follows where there are fewer."""

    needed: int = 1
    otherwise: str = NOT_MET


_BORDER = Mutation("two-places", "border off by one", {"needed": 2})


@rule(
    "transfer-place-outcome", facts=Request, on="day", edition="order-375@171", value="place", numbers=Places(),
    norms=("r375-criterion-free-place-within-limit",), provisions=("order-375/16/7",), mutations=(_BORDER,),
)  # fmt: skip
def place_as_criterion(f: Request, n: Places) -> Answer:
    """Para 16: a free place within the limit is a criterion like the others; there is no queue yet."""
    return _outcome(f, n, "order-375/16/7", "transfer-place-is-needed")


@rule(
    "transfer-place-outcome", facts=Request, on="day", edition="order-375@229", value="place",
    numbers=Places(otherwise=QUEUE),
    norms=("r375-queue-decision-when-no-free-places", "r375-point-in-time-queue"), provisions=("order-375/23",),
    mutations=(
        Mutation("no-queue", "repealed edition", edition="order-375@171"),
        Mutation("moves-without-place", "exception ignored", {"needed": 0}),
    ),
)  # fmt: skip
def place_or_queue(f: Request, n: Places) -> Answer:
    """Para 23: without a free place the Committee decides on the transfer and puts the convict in the queue."""
    return _outcome(f, n, "order-375/23", "transfer-queue-without-place")


def _outcome(f: Request, n: Places, where: str, sentence: str) -> Answer:
    free = because(
        "order-375/16/7", "transfer-place-free", known(f.free_places, lambda places: places >= n.needed),
        "free_places", places=f.free_places,
    )  # fmt: skip
    if free.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, free)
    if free.truth is YES:
        return Answer(NOW, free)
    return Answer(n.otherwise, Condition("list", YES, parts=(free, because(where, sentence, YES))))


@decision(
    "may-transfer-be-granted", facts=Request, value="place",
    joins=(
        "transfer-covered", "transfer-consent-and-judgment", "transfer-code-conditions", "transfer-criteria",
        "transfer-place-outcome",
    ),
    norms=("r375-criteria-all-seven", "s-cec-88-4-1", "r375-queue-decision-when-no-free-places"),
)  # fmt: skip
def granted(f: Request) -> Answer:
    """The Code and the order together: without a place alone the answer is the queue, not a refusal.

    Para 19 asks of a convict sent under CEC 88(2), (3) or (4) a place on the day the application arrives and does not
    speak of the queue: for him «not granted» without a place is accepted too, as it is where para 16 is read so.
    """
    criteria = ask("transfer-criteria", f)
    whole = all_of(
        use("transfer-covered", f), use("transfer-consent-and-judgment", f), use("transfer-code-conditions", f),
        criteria.condition,
    )  # fmt: skip
    if whole.truth is NO:
        return Answer(NOT_GRANTED, whole)
    place = ask("transfer-place-outcome", f)
    if whole.truth is Truth.UNKNOWN or isinstance(place.value, Unknown):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(whole, place.condition)))
    value = place.value if place.value in (NOW, QUEUE) else NOT_GRANTED
    sent = f.earlier_move != NO_MOVE
    stricter = [(NOT_GRANTED, ARRIVAL)] if value == QUEUE and sent else []
    stricter += [(NOT_GRANTED, where) for _, where in criteria.readings if value != NOT_GRANTED]
    return Answer(value, Condition("list", YES, parts=(whole, place.condition)), tuple(stricter))
