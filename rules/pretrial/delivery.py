"""Handing over the pre-trial report: the last day, counted backwards, and where both copies go (order 90)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.periods import Unit, before
from rules.pretrial.report import Report
from rules.registry import Answer, Mutation, Otherwise, decision, rule, use
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known

LAW, METHOD = "probation-law", "order-90/report"


class Notice(NamedTuple):
    """How long before the trial the report is handed over, and how that is counted."""

    days: int = 3
    unit: Unit = Unit.WORKING_DAYS
    counts_hand_over_day: bool = False
    on_working_day: bool = True


_LAW_ALONE = {"days": 1, "unit": Unit.CALENDAR_DAYS, "counts_hand_over_day": True}
_COUNTING = (
    Mutation("calendar-days", "calendar instead of working days", {"unit": Unit.CALENDAR_DAYS}),
    Mutation("four-days", "border off by one", {"days": 4}),
    Mutation("day-before-trial", "exception ignored", _LAW_ALONE),
)
_HAND_OVER_COUNTS = Otherwise("C6", {"counts_hand_over_day": True})


@rule(
    "report-last-day", facts=Report, on="trial_day", edition="order-90@307", numbers=Notice(), value="day",
    norms=("pretrial-report-two-copies", "s-90-report"), provisions=("order-90/report/9",), mutations=_COUNTING,
    otherwise=(_HAND_OVER_COUNTS, Otherwise("C6", {"on_working_day": False}, "day-off")),
)  # fmt: skip
def last_day_to_hand_over(f: Report, n: Notice) -> Answer:
    """Order 90, report, para 9: the last working day that leaves at least three working days to the trial (C6)."""
    if isinstance(f.trial_day, Unknown):
        return Answer(UNKNOWN, _handed_before(f, n, UNKNOWN))
    last = before(
        f.trial_day, n.days, n.unit,
        counts_hand_over_day=n.counts_hand_over_day, on_working_day=n.on_working_day,
    )  # fmt: skip
    return Answer(last, _handed_before(f, n, last))


def _handed_before(f: Report, n: Notice, last: Maybe[date]) -> Condition:
    dated = known(last, lambda day: True)
    return because(
        f"{METHOD}/9", "hand-over-last-day", dated, "trial_day", convention="C6",
        days=n.days, day=last, trial=f.trial_day,
    )  # fmt: skip


@rule(
    "report-before-trial", facts=Report, on="handed_day", edition="probation-law@2022-03",
    norms=("pretrial-report-due-before-trial",), provisions=("probation-law/13/4",),
)  # fmt: skip
def before_the_trial(f: Report) -> Condition:
    """Law 13(4): the report is presented before the trial begins."""
    early = _both(f, lambda handed, trial: handed < trial)
    return because(
        f"{LAW}/13/4", "handed-before-trial", early, "handed_day", "trial_day",
        day=f.handed_day, trial=f.trial_day,
    )  # fmt: skip


@rule(
    "report-three-working-days", facts=Report, on="handed_day", edition="order-90@307",
    numbers=Notice(on_working_day=False), norms=("pretrial-report-two-copies", "s-90-report"),
    provisions=("order-90/report/9",), mutations=_COUNTING, otherwise=(_HAND_OVER_COUNTS,),
)  # fmt: skip
def three_working_days(f: Report, n: Notice) -> Condition:
    """Order 90, report, para 9: handed over at least three working days before the trial (C6)."""
    hand_over = n.counts_hand_over_day
    early = _both(
        f, lambda handed, trial: handed <= before(trial, n.days, n.unit, counts_hand_over_day=hand_over)
    )
    return because(
        f"{METHOD}/9", "handed-three-days-before", early, "handed_day", "trial_day", convention="C6",
        days=n.days, day=f.handed_day, trial=f.trial_day,
    )  # fmt: skip


def _both(f: Report, test: Callable[[date, date], bool]) -> Truth:
    if isinstance(f.handed_day, Unknown):
        return Truth.UNKNOWN
    handed = f.handed_day
    return known(f.trial_day, lambda trial: test(handed, trial))


@decision(
    "report-in-time", facts=Report, joins=("report-before-trial", "report-three-working-days"),
    norms=("pretrial-report-due-before-trial", "s-90-report"),
)  # fmt: skip
def in_time(f: Report) -> Condition:
    """Was the report handed over in time? The Law: before the trial; order 90: three working days before."""
    return all_of(use("report-before-trial", f), use("report-three-working-days", f))


class Copies(NamedTuple):
    """How many copies there are and where each goes."""

    number: int = 2
    to: tuple[str, ...] = ("person", "lawyer", "representative")
    second: tuple[str, ...] = ("accumulation-file",)
    receipt: bool = True


@rule(
    "report-copies-right", facts=Report, on="handed_day", edition="order-90@307", numbers=Copies(),
    norms=("pretrial-report-two-copies", "s-90-report"), provisions=("order-90/report/9",),
    mutations=(
        Mutation("second-to-criminal-case", "neighbouring list", {"second": ("criminal-case",)}),
        Mutation("one-copy", "border off by one", {"number": 1}),
        Mutation("receipt-not-needed", "exception ignored", {"receipt": False}),
        Mutation("first-to-court", "neighbouring list", {"to": ("court",)}),
    ),
)  # fmt: skip
def copies_right(f: Report, n: Copies) -> Condition:
    """Order 90, report, para 9: two copies; one to the person, lawyer or representative, one to the service's file."""
    where = f"{METHOD}/9"
    signed = is_true(f.receipt) if n.receipt else YES
    return all_of(
        because(where, "two-copies", known(f.copies, lambda c: c == n.number), "copies", number=n.number),
        because(where, "first-copy", is_one_of(f.recipient, *n.to), "recipient"),
        because(where, "against-signature", signed, "receipt"),
        because(where, "second-copy", is_one_of(f.second_copy, *n.second), "second_copy"),
    )


@rule(
    "report-second-copy", facts=Report, on="handed_day", edition="order-90@307", value="place", numbers=Copies(),
    norms=("pretrial-report-two-copies",), provisions=("order-90/report/9",),
    mutations=(Mutation("second-to-criminal-case", "neighbouring list", {"second": ("criminal-case",)}),),
)  # fmt: skip
def second_copy_goes_to(f: Report, n: Copies) -> Answer:
    """Order 90, report, para 9: the second copy stays in the accumulation file of the service."""
    return Answer(n.second[0], because(f"{METHOD}/9", "second-copy-place", YES))
