"""Deductions from pay: how much, from what, in which order, and where they go (CC 42; CEC 52; order 511)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.community_service.shapes import copies, first_that_holds
from rules.conditions import Condition, all_of, any_of, because
from rules.facts import FactFault, fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.tables import acts_here, listed
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

_RATE, _CEC, _RULES = "cc/42/2", "cec@2020-01", "order-511/35-43"
PAYMENTS = ("wage", "in-kind", "bonus-in-pay-system", "social-benefit", "one-off")


@facts_class("deduction")
class Deduction:
    """One month's deduction: pay and what comes off before it, in tenge, the rate of the sentence, the payment."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    pay: Maybe[int] = fact("count", least=0, most=100_000_000, borders=(300_000,))
    alimony_and_harm: Maybe[int] = fact("count", least=0, most=100_000_000, borders=(50_000,))
    rate: Maybe[int] = fact("count", least=1, most=100, borders=(10, 50))
    payment: Maybe[str] = fact("choice", *PAYMENTS)
    main_workplace: Maybe[bool] = fact("bool")

    @staticmethod
    def contradictions(facts: Deduction) -> tuple[FactFault, ...]:
        """What comes off first is not more than the pay."""
        if isinstance(facts.pay, Unknown) or isinstance(facts.alimony_and_harm, Unknown):
            return ()
        if facts.alimony_and_harm > facts.pay:
            return (FactFault("alimony_and_harm", "fact_more_than_pay", str(facts.alimony_and_harm)),)
        return ()


class Rate(NamedTuple):
    """Per cent from and to, and whether alimony and payments for harm come off first."""

    least: int = 10
    most: int = 50
    after_alimony: bool = True


@rule(
    "deduction-rate", facts=Deduction, on="day", edition="cc@2020-01", numbers=Rate(),
    norms=("corrective-labour-deduction-rate", "s-cc-42-rate-and-destination"),
    provisions=(_RATE,), mutations=(
        Mutation("old-rate", "repealed edition", {"least": 20, "most": 40}),
        Mutation("from-nine", "border off by one", {"least": 9}),
        Mutation("up-to-fifty-one", "border off by one", {"most": 51}),
    ),
)  # fmt: skip
def rate(f: Deduction, n: Rate) -> Condition:
    """CC 42(2): ten to fifty per cent a month."""
    inside = known(f.rate, lambda part: n.least <= part <= n.most)
    return because(_RATE, "rate-inside", inside, "rate", rate=f.rate, least=n.least, most=n.most)


@rule(
    "deduction-sum", facts=Deduction, on="day", edition="cc@2020-01", value="amount", numbers=Rate(),
    norms=("corrective-labour-deduction-rate", "s-cc-42-rate-and-destination"), provisions=(_RATE,), mutations=(
        Mutation("before-alimony", "exception ignored", {"after_alimony": False}),
    ),
)  # fmt: skip
def deducted(f: Deduction, n: Rate) -> Answer:
    """CC 42(2): the rate of the pay left after alimony and payments for harm, in whole tenge."""
    if isinstance(f.pay, Unknown) or isinstance(f.rate, Unknown) or isinstance(f.alimony_and_harm, Unknown):
        return Answer(UNKNOWN, because(_RATE, "deduction-of-rest", Truth.UNKNOWN, "pay", "alimony_and_harm", "rate"))
    first = f.alimony_and_harm if n.after_alimony else 0
    base = f.pay - first
    found = base * f.rate // 100
    step = because(
        _RATE, "deduction-of-rest", YES, "pay", "alimony_and_harm", "rate", pay=f.pay, first=first, base=base,
        rate=f.rate, found=found,
    )  # fmt: skip
    return Answer(found, step)


class Free(NamedTuple):
    """Payments without deduction, and whether any workplace will do."""

    payments: tuple[str, ...] = ("social-benefit", "one-off")
    anywhere: bool = False


@rule(
    "deduction-made", facts=Deduction, on="day", edition=_CEC, numbers=Free(),
    norms=("deduction-exempt-payments", "deduction-main-workplace", "deduction-in-kind", "s-cec-52-exempt",
           "s-cec-52-order"),
    provisions=("cec/52/3", "cec/52/4", "cec/52/5"), mutations=(
        Mutation("benefit-too", "exception ignored", {"payments": ("one-off",)}),
        Mutation("one-off-too", "exception ignored", {"payments": ("social-benefit",)}),
        Mutation("in-kind-is-free", "neighbouring list", {"payments": ("social-benefit", "one-off", "in-kind")}),
        Mutation("any-workplace", "exception ignored", {"anywhere": True}),
    ),
)  # fmt: skip
def made(f: Deduction, n: Free) -> Condition:
    """CEC 52(3)-(5): from all pay at the main workplace, also in kind; not from benefits and one-off payments."""
    counted = because("cec/52/5", "payment-counts", opposite(is_one_of(f.payment, *n.payments)), "payment")
    if n.anywhere:
        return counted
    return all_of(because("cec/52/3", "at-main-workplace", is_true(f.main_workplace), "main_workplace"), counted)


class Base(NamedTuple):
    """Whether deductions come off before the benefit is computed."""

    less_deduction: bool = False


@rule(
    "incapacity-benefit-base", facts=Deduction, on="day", edition=_CEC, value="amount", numbers=Base(),
    norms=("disability-benefit-base", "s-cec-52-exempt"), provisions=("cec/52/6",),
    mutations=(Mutation("less-deduction", "neighbouring list", {"less_deduction": True}),),
)  # fmt: skip
def benefit_base(f: Deduction, n: Base) -> Answer:
    """CEC 52(6): the benefit for temporary incapacity is computed from pay with nothing taken off."""
    if isinstance(f.pay, Unknown) or (n.less_deduction and isinstance(f.rate, Unknown)):
        names = ("pay", "rate") if n.less_deduction else ("pay",)
        return Answer(UNKNOWN, because("cec/52/6", "benefit-from-whole-pay", Truth.UNKNOWN, *names))
    less = f.pay * f.rate // 100 if n.less_deduction and not isinstance(f.rate, Unknown) else 0
    return Answer(f.pay - less, because("cec/52/6", "benefit-from-whole-pay", YES, "pay", pay=f.pay))


@facts_class("employer")
class Employer:
    """What the organisation where the convict works did with the deductions."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    months_late: Maybe[int] = fact("count", least=0, most=60, borders=(3,))
    dismissed_without_notice: Maybe[bool] = fact("bool")
    data_distorted: Maybe[bool] = fact("bool")


class Late(NamedTuple):
    """More than so many months."""

    months: int = 3
    dismissal: bool = True


@rule(
    "deduction-to-prosecutor", facts=Employer, on="day", edition="order-511@612", numbers=Late(),
    norms=("prosecutor-referral-three-months", "prosecutor-notice-dismissal", "s-511-35-43"), provisions=(_RULES,),
    mutations=(
        Mutation("at-three-months", "border off by one", {"months": 2}),
        Mutation("after-four-months", "border off by one", {"months": 4}),
        Mutation("dismissal-ignored", "exception ignored", {"dismissal": False}),
    ),
)  # fmt: skip
def to_prosecutor(f: Employer, n: Late) -> Condition:
    """Order 511 paras 35-43: over three months late, dismissal without notice, or distorted data."""
    late = because(
        _RULES, "deductions-late", known(f.months_late, lambda months: months > n.months), "months_late",
        months=f.months_late, limit=n.months,
    )  # fmt: skip
    distorted = because(_RULES, "data-distorted", is_true(f.data_distorted), "data_distorted")
    if not n.dismissal:
        return any_of(late, distorted)
    gone = because(_RULES, "dismissed-untold", is_true(f.dismissed_without_notice), "dismissed_without_notice")
    return any_of(late, gone, distorted)


@facts_class("pay-month")
class PayMonth:
    """A month of a convict's work: worked in full, or ended by dismissal."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    dismissed: Maybe[bool] = fact("bool")


class Paid(NamedTuple):
    """With which payment the deduction is made."""

    full: str = "second-half-pay"
    dismissed: str = "pay-for-worked-part"


@rule(
    "deduction-when", facts=PayMonth, on="day", edition="order-511@612", value="place", numbers=Paid(),
    norms=("deduction-timing", "s-511-35-43"), provisions=(_RULES,), mutations=(
        Mutation("with-the-advance", "neighbouring list", {"full": "first-half-pay"}),
        Mutation("nothing-on-dismissal", "exception ignored", {"dismissed": "nothing"}),
    ),
)  # fmt: skip
def when(f: PayMonth, n: Paid) -> Answer:
    """Order 511 paras 35-43: with the pay for the second half of the month; on dismissal for the part worked."""
    return first_that_holds(
        ((because(_RULES, "month-cut-short", is_true(f.dismissed), "dismissed"), n.dismissed),), n.full
    )


@facts_class("quashed")
class Quashed:
    """What became of the sentence under which deductions were made."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    outcome: Maybe[str] = fact("choice", "quashed", "changed", "upheld")
    discontinued: Maybe[bool] = fact("bool")


class Returned(NamedTuple):
    """Whether discontinuance is needed."""

    discontinued: bool = True


@rule(
    "deduction-returned", facts=Quashed, on="day", edition=_CEC, numbers=Returned(),
    norms=("over-deduction-refund", "s-cec-52-exempt"), provisions=("cec/52/10",),
    mutations=(Mutation("discontinuance-not-needed", "exception ignored", {"discontinued": False}),),
)  # fmt: skip
def returned(f: Quashed, n: Returned) -> Condition:
    """CEC 52(10): a sentence quashed or changed with discontinuance: sums go back in full or as far as overpaid."""
    gone = because("cec/52/10", "sentence-gone", is_one_of(f.outcome, "quashed", "changed"), "outcome")
    if not n.discontinued:
        return gone
    return all_of(gone, because("cec/52/10", "sentence-discontinued", is_true(f.discontinued), "discontinued"))


acts_here(
    "deduction-destination", provision=_RATE, edition="cc@2020-01", body="victims-fund", instead="state-budget",
    norms=("corrective-deduction-destination", "deduction-in-kind", "s-cc-42-rate-and-destination"),
)  # fmt: skip
listed(
    "deduction-reduction-asked-by", provision="cec/52/7", edition=_CEC,
    norms=("deduction-reduction-petition", "s-cec-52-exempt"),
    items=("party-convict", "party-service", "party-employer"), wrongly="party-prosecutor",
)  # fmt: skip
copies(
    "deduction-check-copies", provision=_RULES, edition="order-511@612", number=2,
    norms=("deduction-check-act", "s-511-35-43"),
)  # fmt: skip
