"""What must hold for a transfer: scope, consent and judgment, the Code's conditions, the criteria of para 16."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, is_one_of, is_true, known, opposite

CODE = "cec/88/4-1"
NO_MOVE, PREVENTION, ORDER = "none", "88-2-prevention", "88-4-4"
NOT_NEGATIVE_AFTER = ("88-3", "88-4-1", "88-4-2", "88-4-3")
MOVES = (NO_MOVE, PREVENTION, *NOT_NEGATIVE_AFTER, ORDER)
DEGREES = ("positive", "not-determined", "negative")


@facts_class("transfer-request")
class Request:
    """A transfer that is being examined: the day it is decided, the convict, the ties and the place.

    `earlier_move` is the ground of CEC 88 on which the convict was sent where he is now: of part 2 only the prevention
    of new offences is a ground of its own. `free_places` are places within the approved limit; `months_registered`
    are full months on the day of the examination.
    """

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 10, 1), date(2025, 12, 1)))
    same_type: Maybe[bool] = fact("bool")
    purpose: Maybe[str] = fact("choice", "ties", "other")
    consent: Maybe[bool] = fact("bool")
    judgment_in_force: Maybe[bool] = fact("bool")
    earlier_move: Maybe[str] = fact("choice", *MOVES)
    ground_gone: Maybe[bool] = fact("bool")
    degree: Maybe[str] = fact("choice", *DEGREES)
    ties_documents: Maybe[bool] = fact("bool")
    ties_confirmed: Maybe[bool] = fact("bool")
    type_exists: Maybe[bool] = fact("bool")
    months_registered: Maybe[int] = fact("count", most=600, borders=(6,))
    free_places: Maybe[int] = fact("count", most=5000, borders=(1,))


class Scope(NamedTuple):
    """What the rules cover."""

    same_type: bool = True
    purposes: tuple[str, ...] = ("ties",)


@rule(
    "transfer-covered", facts=Request, on="day", edition="order-375@2017", numbers=Scope(),
    norms=("r375-scope-same-type-institution",), provisions=("order-375/1",), mutations=(
        Mutation("any-type", "exception ignored", {"same_type": False}),
        Mutation("any-purpose", "neighbouring list", {"purposes": ("ties", "other")}),
    ),
)  # fmt: skip
def covered(f: Request, n: Scope) -> Condition:
    """Para 1: to another institution of the same type, to keep up socially useful ties."""
    return all_of(
        because("order-375/1", "transfer-same-type", is_true(f.same_type) if n.same_type else YES, "same_type"),
        because("order-375/1", "transfer-for-ties", is_one_of(f.purpose, *n.purposes), "purpose"),
    )


class Basis(NamedTuple):
    """Which of the two conditions of para 9 are asked."""

    consent: bool = True
    judgment: bool = True


@rule(
    "transfer-consent-and-judgment", facts=Request, on="day", edition="order-375@2017", numbers=Basis(),
    norms=("r375-consent-and-final-judgment",), provisions=("order-375/9",), mutations=(
        Mutation("consent-not-needed", "exception ignored", {"consent": False}),
        Mutation("judgment-not-needed", "exception ignored", {"judgment": False}),
    ),
)  # fmt: skip
def basis(f: Request, n: Basis) -> Condition:
    """Para 9: the convict's consent, whoever applied, and a sentence or ruling that has entered into force."""
    final = is_true(f.judgment_in_force) if n.judgment else YES
    return all_of(
        because("order-375/9", "transfer-consented", is_true(f.consent) if n.consent else YES, "consent"),
        because("order-375/9", "transfer-judgment", final, "judgment_in_force"),
    )


class Criteria(NamedTuple):
    """The criteria of para 16 but the place: months of registration, and which criteria are asked of whom."""

    positive_after: tuple[str, ...]
    months: int = 6
    barred: tuple[str, ...] = ("negative",)
    good: tuple[str, ...] = ("positive",)
    documents: bool = True
    contacts: bool = True
    type_exists: bool = True


@rule(
    "transfer-criteria", facts=Request, on="day", edition="order-375@171", numbers=Criteria((ORDER,)),
    norms=(
        "r375-criteria-all-seven", "r375-criterion-no-negative-degree", "r375-criterion-positive-degree-after-88-4-4",
        "r375-criterion-ties-documents", "r375-criterion-ties-confirmed-by-contacts",
        "r375-criterion-institution-type-available", "r375-criterion-relative-registration-6-months",
    ),
    provisions=tuple(f"order-375/16/{n}" for n in range(1, 7)), mutations=(
        Mutation("five-months", "border off by one", {"months": 5}),
        Mutation("seven-months", "border off by one", {"months": 7}),
        Mutation("negative-allowed", "exception ignored", {"barred": ()}),
        Mutation("positive-for-all", "neighbouring list", {"barred": ("negative", "not-determined")}),
        Mutation("undetermined-enough", "exception ignored", {"good": ("positive", "not-determined")}),
        Mutation("documents-not-needed", "exception ignored", {"documents": False}),
        Mutation("contacts-not-needed", "exception ignored", {"contacts": False}),
        Mutation("type-not-needed", "exception ignored", {"type_exists": False}),
    ),
)  # fmt: skip
def criteria(f: Request, n: Criteria) -> Condition:
    """Para 16: every criterion but the free place, which since order 229 decides only between moving and waiting."""
    return all_of(
        _no_bad_degree("order-375/16/1", f, n.barred),
        choose(
            because("order-375/16/2", "transfer-moved-under-item-4", is_one_of(f.earlier_move, *n.positive_after),
                    "earlier_move"),
            lambda: _good_degree("order-375/16/2", f, n.good),
            lambda: because("order-375/16/2", "transfer-positive-not-asked", YES),
        ),
        *_other_criteria(f, n),
    )  # fmt: skip


@rule(
    "transfer-criteria", facts=Request, on="day", edition="order-375@728", numbers=Criteria((PREVENTION, ORDER)),
    mutations=(Mutation("criteria-of-order-171", "repealed edition", edition="order-375@171"),),
    provisions=(),
)  # fmt: skip
def criteria_by_ground(f: Request, n: Criteria) -> Answer:
    """Para 16 after order 728: the degree that is asked depends on the ground of the earlier move.

    Of a convict who came on no such ground neither criterion speaks: we ask no degree of him, and «not met» with a
    negative degree is accepted too.
    """
    whole = all_of(
        _degree_by_ground("order-375/16/1", "order-375/16/2", f, n.barred, n.positive_after, n.good),
        *_other_criteria(f, n),
    )
    silent = whole.truth is YES and f.earlier_move == NO_MOVE and f.degree == "negative"
    value = UNKNOWN if whole.truth is Truth.UNKNOWN else whole.truth
    return Answer(value, whole, ((NO, "order-375/16/1"),) if silent else ())


def _other_criteria(f: Request, n: Criteria) -> tuple[Condition, ...]:
    registered = known(f.months_registered, lambda months: months >= n.months)
    documents = is_true(f.ties_documents) if n.documents else YES
    contacts = is_true(f.ties_confirmed) if n.contacts else YES
    exists = is_true(f.type_exists) if n.type_exists else YES
    return (
        because("order-375/16/3", "transfer-ties-on-paper", documents, "ties_documents"),
        because("order-375/16/4", "transfer-ties-kept", contacts, "ties_confirmed"),
        because("order-375/16/5", "transfer-type-exists", exists, "type_exists"),
        because("order-375/16/6", "transfer-registered", registered, "months_registered",
                months=f.months_registered, limit=n.months),
    )  # fmt: skip


def _no_bad_degree(where: str, f: Request, barred: tuple[str, ...]) -> Condition:
    return because(where, "transfer-not-negative", opposite(is_one_of(f.degree, *barred)), "degree")


def _good_degree(where: str, f: Request, good: tuple[str, ...]) -> Condition:
    return because(where, "transfer-positive-degree", is_one_of(f.degree, *good), "degree")


def _degree_by_ground(
    lower: str, higher: str, f: Request, barred: tuple[str, ...], after: tuple[str, ...], good: tuple[str, ...]
) -> Condition:
    """Positive after one group of grounds, not negative after the other, no degree asked of the rest."""
    first, second = is_one_of(f.earlier_move, *after), is_one_of(f.earlier_move, *NOT_NEGATIVE_AFTER)
    return choose(
        because(higher, "transfer-ground-asks-positive", first, "earlier_move"),
        lambda: _good_degree(higher, f, good),
        lambda: choose(
            because(lower, "transfer-ground-bars-negative", second, "earlier_move"),
            lambda: _no_bad_degree(lower, f, barred),
            lambda: because(lower, "transfer-degree-not-asked", YES),
        ),
    )


class CodeConditions(NamedTuple):
    """What the Code asks of consent, of the ground of the earlier move, of the degree and of papers."""

    consent: bool = True
    ground_gone: bool = True
    barred: tuple[str, ...] = ("negative",)
    positive_after: tuple[str, ...] = (PREVENTION, ORDER)
    good: tuple[str, ...] = ("positive",)
    documents: bool = True


@rule(
    "transfer-code-conditions", facts=Request, on="day", edition="cec@2025-09", numbers=CodeConditions(),
    norms=("s-cec-88-4-1",), provisions=(CODE,), mutations=(
        Mutation("ground-does-not-matter", "exception ignored", {"ground_gone": False}),
        Mutation("negative-allowed", "exception ignored", {"barred": ()}),
        Mutation("undetermined-enough", "exception ignored", {"good": ("positive", "not-determined")}),
        Mutation("prevention-asks-nothing", "exception ignored", {"positive_after": (ORDER,)}),
        Mutation("papers-not-needed", "exception ignored", {"documents": False}),
        Mutation("consent-not-needed", "exception ignored", {"consent": False}),
    ),
)  # fmt: skip
def code_conditions(f: Request, n: CodeConditions) -> Condition:
    """CEC 88(4-1): wish or consent, the ground of the earlier move gone, the degree it asks, ties on paper."""
    return all_of(
        because(CODE, "transfer-wished", is_true(f.consent) if n.consent else YES, "consent"),
        _ground_gone(f, n),
        _degree_by_ground(CODE, CODE, f, n.barred, n.positive_after, n.good),
        because(CODE, "transfer-ties-on-paper", is_true(f.ties_documents) if n.documents else YES, "ties_documents"),
    )


def _ground_gone(f: Request, n: CodeConditions) -> Condition:
    gone = is_true(f.ground_gone) if n.ground_gone else YES
    return choose(
        because(CODE, "transfer-moved-before", opposite(is_one_of(f.earlier_move, NO_MOVE)), "earlier_move"),
        lambda: because(CODE, "transfer-ground-gone", gone, "ground_gone"),
        lambda: because(CODE, "transfer-no-ground-asked", YES),
    )
