"""What a check says of an answer: points, words, the steps of the law and what a wrong answer got wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from rules.findings import Finding

State = Literal["right", "partly", "wrong", "unmarked"]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a wrong answer got wrong: the broken rule it follows (`rule`, `mutation`), or a key of the words."""

    rule: str = ""
    mutation: str = ""
    key: str = ""
    slots: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One mark of several inside a verdict: its key of the words, points, and what was given and meant (as keys)."""

    key: str
    points: int
    of: int
    given: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One of several rules a task puts to the facts: what was given and meant, and the finding on the facts used.

    `followed`: right on what was concluded before, though not what the law gives. `wrong` names the fields that are
    not right; `refused` says that the rule refused what was concluded before and was put to what the law gives.
    """

    id: str
    state: Literal["right", "followed", "wrong"]
    facts: Any
    finding: Finding
    given: Mapping[str, Any]
    meant: Mapping[str, Sequence[Any]]
    wrong: tuple[str, ...] = ()
    parted: int = -1
    refused: bool = False
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one answer: whole points `points` out of `of`.

    `words` are keys with slots, never a finished sentence; `finding` carries the steps; `parted` is the number of the
    step where the answer parted from the law, or -1; `right` says for each option given or missed whether it is right.
    `rows` stand in for `finding` where a task puts several rules.
    """

    points: int
    of: int
    words: str
    finding: Finding | None = None
    diagnosis: Diagnosis | None = None
    parts: tuple[Part, ...] = ()
    provisions: tuple[str, ...] = ()
    parted: int = -1
    right: dict[str, bool] = field(default_factory=dict)
    read_as: str = ""
    meant: str = ""
    rows: tuple[Row, ...] = ()

    @property
    def state(self) -> State:
        """Right, partly right, wrong, or not marked at all (own text with a model answer)."""
        if self.of == 0:
            return "unmarked"
        if self.points == self.of:
            return "right"
        return "partly" if self.points else "wrong"


class AnswerFault(ValueError):
    """The answer cannot be read: `field` of the form, `key` of the words, `given` as typed (shortened)."""

    def __init__(self, field: str, key: str, given: str = "") -> None:
        super().__init__(f"{field}: {key}")
        self.field, self.key, self.given = field, key, given[:200]
