"""The psychologist in educational work: tasks, functions, powers and duties (order 508, chapter 11, paras 80-83)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.educational_work.stated import PREFIX, RULES, chosen, near, one_list
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import NO, YES, Maybe, Truth, Unknown, is_true, opposite

_EDITION = "720"

one_list("educational-psychologist-main-tasks", "80", _EDITION, "task-diagnostics task-help", "task-penalties",
         "r508-psychologist-two-main-tasks")  # fmt: skip
one_list("educational-psychologist-functions", "81", _EDITION,
         "diagnostic advisory corrective forecasting-preventive educative research", "supervisory",
         "r508-psychologist-six-functions")  # fmt: skip
one_list(
    "educational-psychologist-powers", "82", _EDITION,
    "gets-information watches-recommendations decides-what-to-tell keeps-secret leaves-aim-unnamed invites-specialists "
    "makes-proposals refuses-harm", "imposes-penalties", "r508-psychologist-eight-powers",
)  # fmt: skip
one_list("educational-psychologist-warning", "83/6", _EDITION, "consequences-of-spreading ethical-principles",
         "method-instructions", "r508-psychologist-warns-customers")  # fmt: skip


@facts_class("educational-psychologist-secret")
class Secret:
    """Adverse psychological information that came out in the psychologist's work."""

    day: Maybe[date] = fact("day", near=near)
    about_crime: Maybe[bool] = fact("bool")


class Kept(NamedTuple):
    """Whether information tied to a crime is outside the secret."""

    crime_excepted: bool = True


@rule(
    "educational-psychologist-keeps-secret", facts=Secret, on="day", edition=f"{RULES}@{_EDITION}", numbers=Kept(),
    norms=("r508-psychologist-confidence-and-its-exception",), provisions=(f"{RULES}/82/4",),
    mutations=(Mutation("crime-secret-too", "exception ignored", {"crime_excepted": False}),),
)  # fmt: skip
def keeps_secret(f: Secret, n: Kept) -> Condition:
    """Para 82(4): kept secret unless tied to committing or preparing a crime."""
    free = opposite(is_true(f.about_crime)) if n.crime_excepted else YES
    return because(f"{RULES}/82/4", "educational-no-crime-in-it", free, "about_crime")


STEPS = {"leave-aim-unnamed": "82/5", "invite-specialist": "82/6", "refuse-measure": "82/8"}


@facts_class("educational-psychologist-step")
class StepTaken:
    """A step that a psychologist wants to take, and whether the ground that para 82 names for it is there."""

    day: Maybe[date] = fact("day", near=near)
    step: Maybe[str] = fact("choice", *STEPS)
    hostile_attitude: Maybe[bool] = fact("bool")
    management_agrees: Maybe[bool] = fact("bool")
    would_harm: Maybe[bool] = fact("bool")


class Grounds(NamedTuple):
    """Which steps need the ground that para 82 names."""

    grounded: tuple[str, ...] = tuple(STEPS)


@rule(
    "educational-psychologist-may", facts=StepTaken, on="day", edition=f"{RULES}@{_EDITION}", numbers=Grounds(),
    norms=("r508-psychologist-may-not-name-main-aim", "r508-psychologist-outside-specialists-with-consent",
           "r508-psychologist-may-refuse-harmful-measures"),
    provisions=tuple(f"{RULES}/{place}" for place in STEPS.values()),
    mutations=(
        Mutation("aim-always-unnamed", "exception ignored", {"grounded": ("invite-specialist", "refuse-measure")}),
        Mutation("no-agreement-needed", "exception ignored", {"grounded": ("leave-aim-unnamed", "refuse-measure")}),
        Mutation("any-refusal", "exception ignored", {"grounded": ("leave-aim-unnamed", "invite-specialist")}),
    ),
)  # fmt: skip
def may(f: StepTaken, n: Grounds) -> Condition:
    """Para 82(5), (6), (8): hostile attitude, agreement of the management, harm to status or person."""
    if isinstance(f.step, Unknown):
        return because(f"{RULES}/82/5", "educational-psychologist-step", Truth.UNKNOWN, "step")
    named = {"leave-aim-unnamed": "hostile_attitude", "invite-specialist": "management_agrees",
             "refuse-measure": "would_harm"}[f.step]  # fmt: skip
    ground = is_true(getattr(f, named)) if f.step in n.grounded else YES
    return because(f"{RULES}/{STEPS[f.step]}", f"educational-may-{f.step}", ground, "step", named)


@facts_class("educational-psychologist-method")
class Method:
    """A method that a psychologist would use, or materials that would be given to somebody."""

    day: Maybe[date] = fact("day", near=near)
    within_competence: Maybe[bool] = fact("bool")
    tested: Maybe[bool] = fact("bool")
    safe: Maybe[bool] = fact("bool")
    chosen_subjectively: Maybe[bool] = fact("bool")
    recipient_entitled: Maybe[bool] = fact("bool")


class Asked(NamedTuple):
    """What is asked of a method, and whether recipients of materials must be entitled."""

    of: tuple[str, ...] = ("within_competence", "tested", "safe", "objective")
    entitled: bool = True


@rule(
    "educational-method-allowed", facts=Method, on="day", edition=f"{RULES}@{_EDITION}", numbers=Asked(),
    norms=("r508-psychologist-only-tested-safe-methods",),
    provisions=(f"{RULES}/83/2", f"{RULES}/83/3", f"{RULES}/83/4"),
    mutations=(
        Mutation("untested-too", "exception ignored", {"of": ("within_competence", "safe", "objective")}),
        Mutation("safety-not-asked", "exception ignored", {"of": ("within_competence", "tested", "objective")}),
        Mutation("own-taste", "exception ignored", {"of": ("within_competence", "tested", "safe")}),
    ),
)  # fmt: skip
def method_allowed(f: Method, n: Asked) -> Condition:
    """Para 83(2)-(4): within competence, tested, safe, not chosen by subjective views."""
    objective = opposite(is_true(f.chosen_subjectively))
    parts = (
        ("within_competence", "2", is_true(f.within_competence), "within_competence"),
        ("tested", "3", is_true(f.tested), "tested"),
        ("safe", "3", is_true(f.safe), "safe"),
        ("objective", "4", objective, "chosen_subjectively"),
    )
    return all_of(*(
        because(f"{RULES}/83/{item}", f"educational-method-{name.replace('_', '-')}", truth, of)
        for name, item, truth, of in parts if name in n.of
    ))  # fmt: skip


@rule(
    "educational-materials-may-be-given", facts=Method, on="day", edition=f"{RULES}@{_EDITION}", numbers=Asked(),
    norms=("r508-psychologist-professional-secret",), provisions=(f"{RULES}/83/1",),
    mutations=(Mutation("anybody", "exception ignored", {"entitled": False}),),
)  # fmt: skip
def may_be_given(f: Method, n: Asked) -> Condition:
    """Para 83(1): nothing to people not entitled to psychodiagnostic or corrective practice."""
    entitled = is_true(f.recipient_entitled)
    truth = entitled if n.entitled or entitled is not NO else YES
    return because(f"{RULES}/83/1", "educational-recipient-entitled", truth, "recipient_entitled")


@facts_class("educational-psychologist-store")
class Store:
    """Where psychological materials are kept."""

    day: Maybe[date] = fact("day", near=near)
    held: Maybe[str] = fact("choice", "safe-there", "no-safe", "on-computer")


chosen(
    "educational-materials-kept", facts=Store, by="held", where="83/5", edition=_EDITION, value="body",
    table={"safe-there": f"{PREFIX}-locked-safe", "no-safe": f"{PREFIX}-encoded",
           "on-computer": f"{PREFIX}-access-code"},
    wrong={
        "drawer-is-enough": {"no-safe": f"{PREFIX}-locked-safe"},
        "computer-in-safe": {"on-computer": f"{PREFIX}-locked-safe"},
    },
    norms=("r508-psychologist-storage-of-materials",),
)  # fmt: skip
