"""What pre-trial probation rests on: kinds, tasks, principles and the closed list as a list (Law 1, 3, 12, 13)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import YES, Maybe

KINDS = ("pre-trial", "sentencing", "penitentiary", "post-penitentiary")
TASKS = ("assistance", "punishments", "control", "release")
PRINCIPLES = (
    "human-rights", "legality", "humanity", "publicity", "individual-approach", "law-abiding-behaviour",
    "co-operation",
)  # fmt: skip
GROUPS = (
    "minors", "disability", "women-58", "pregnant-women", "women-with-small-child", "men-63",
    "men-alone-with-small-child",
)  # fmt: skip


@facts_class("foundations")
class Foundations:
    """The day for which a list of the Law is asked."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))


class Items(NamedTuple):
    """The items of a list of the Law."""

    named: tuple[str, ...]


@rule(
    "probation-kinds", facts=Foundations, on="day", edition="probation-law@2020-01", value="list",
    numbers=Items(KINDS), norms=("probation-four-types", "law-four-kinds-of-probation"),
    provisions=("probation-law/12",),
    mutations=(Mutation("executive-too", "neighbouring list", {"named": (*KINDS, "executive")}),),
)  # fmt: skip
def kinds(f: Foundations, n: Items) -> Answer:
    """Law 12: the four kinds."""
    return Answer(n.named, because("probation-law/12", "four-kinds", YES))


@rule(
    "probation-tasks", facts=Foundations, on="day", edition="probation-law@2022-03", value="list",
    numbers=Items(TASKS), norms=("probation-tasks",), provisions=("probation-law/1/3",),
    mutations=(Mutation("imprisonment-too", "neighbouring list", {"named": (*TASKS, "imprisonment")}),),
)  # fmt: skip
def tasks(f: Foundations, n: Items) -> Answer:
    """Law 1(3): the four tasks since 02.03.2022."""
    return Answer(n.named, because("probation-law/1/3", "four-tasks", YES))


@rule(
    "pretrial-principles", facts=Foundations, on="day", edition="probation-law@2020-01", value="list",
    numbers=Items(PRINCIPLES), norms=("probation-principles",), provisions=("probation-law/3",),
    mutations=(Mutation("secrecy-too", "neighbouring list", {"named": (*PRINCIPLES, "secrecy")}),),
)  # fmt: skip
def principles(f: Foundations, n: Items) -> Answer:
    """Law 3: the seven principles."""
    return Answer(n.named, because("probation-law/3", "seven-principles", YES))


@rule(
    "pretrial-groups", facts=Foundations, on="day", edition="probation-law@2020-01", value="list",
    numbers=Items(GROUPS), norms=("pretrial-probation-eligibility",), provisions=("probation-law/13/1",),
    mutations=(Mutation("with-servicemen", "neighbouring list", {"named": (*GROUPS, "servicemen")}),),
)  # fmt: skip
def groups(f: Foundations, n: Items) -> Answer:
    """Law 13(1): everyone on the closed list."""
    return Answer(n.named, because("probation-law/13/1", "closed-list", YES))
