"""Parts of a case that unfolds: stages, the ways between them, and facts that are given only when asked for."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from checks.task import Frozen, Id, Text

DAY = r"^\d{4}-\d{2}-\d{2}$"


class When(Frozen):
    """What the first answer to a task must be: fully right or not (`mark`), or one answer of a single choice."""

    task: str
    mark: Literal["", "right", "wrong"] = ""
    answer: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> When:
        if bool(self.mark) == bool(self.answer):
            raise ValueError("a condition has either mark or answer")
        return self


class Way(Frozen):
    """Where a stage leads; without `when` always."""

    to: str
    when: When | None = None


class Stage(Frozen):
    """A step of the story: what comes into the file, what is asked, which facts have become different."""

    id: str = Id
    title: Text
    day: str = Field(default="", pattern=rf"^$|{DAY}")
    documents: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    turns: dict[str, Any] = {}
    next: tuple[Way, ...] = ()


class Ask(Frozen):
    """A fact that the file omits until it is asked for; `changes` are the tasks whose keys it turns."""

    # with `ask:` before it, it is the token of the stored step
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=36)
    ask: Text
    fact: str = Field(pattern=r"^[a-z_-]+\.[a-z_]+$")
    answer: Text
    changes: tuple[str, ...] = ()
    stage: str = ""
