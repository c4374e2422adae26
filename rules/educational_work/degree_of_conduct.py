"""What becomes of the degree of conduct when the convict is moved (order 508, para 27)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown

_RULES = "order-508"
KEPT, NONE, BOTH = "edu-degree-kept", "edu-degree-not-set", "edu-degree-and-conditions-kept"
PLACES = {"same-type": "part-3", "cec-96-1": "part-4", "cec-96-3": "part-4", "cc-6": "part-5"}


@facts_class("educational-move")
class Move:
    """A convict comes to another institution: on what ground."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    ground: Maybe[str] = fact("choice", *PLACES)


class Degrees(NamedTuple):
    """What becomes of the degree until the commission looks at it, by the ground of the move."""

    same_type: str = KEPT
    cec_96_1: str = NONE
    cec_96_3: str = NONE
    cc_6: str = BOTH


@rule(
    "educational-degree-after-move", facts=Move, on="day", edition="order-508@720", value="body", numbers=Degrees(),
    norms=("r508-degree-kept-on-same-type-transfer", "r508-degree-not-determined-on-type-change",
           "r508-degree-and-conditions-kept-on-cc-6-transfer"),
    provisions=tuple(f"{_RULES}/27/{part}" for part in ("part-3", "part-4", "part-5")),
    mutations=(
        Mutation("kept-on-change-of-type", "exception ignored", {"cec_96_1": KEPT, "cec_96_3": KEPT}),
        Mutation("lost-in-same-type", "neighbouring list", {"same_type": NONE}),
        Mutation("lost-by-milder-law", "exception ignored", {"cc_6": NONE}),
        Mutation("degree-without-conditions", "exception ignored", {"cc_6": KEPT}),
    ),
)  # fmt: skip
def degree_after_move(f: Move, n: Degrees) -> Answer:
    """Para 27, parts 3-5: kept in the same type, not set under CEC 96(1) and (3), kept with conditions under CC 6."""
    if isinstance(f.ground, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/27/part-3", "educational-move", Truth.UNKNOWN, "ground"))
    degree: str = getattr(n, f.ground.replace("-", "_"))
    where = f"{_RULES}/27/{PLACES[f.ground]}"
    return Answer(degree, because(where, f"educational-move-{f.ground}", YES, "ground"))
