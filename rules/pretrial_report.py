"""The pre-trial report: its parts and contents, the person's opinion, copies and the last day (Law 13(4), 14)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import fact, facts_class
from rules.periods import Unit, before
from rules.registry import Answer, Mutation, Otherwise, decision, rule, use
from rules.truth import NO, UNKNOWN, YES, Maybe, Unknown, is_one_of, is_true, known

LAW, METHOD = "probation-law", "order-90/report"
PARTS = ("introduction", "descriptive", "recommendations")
INTRODUCTION = ("time-and-place", "drafter", "person")
DESCRIPTIVE = ("characteristics", "social-characteristics", "test-results", "risk", "recommendations-followed")
RECOMMENDING = ("duties-and-limits",)
CONTENTS = (*INTRODUCTION, *DESCRIPTIVE, *RECOMMENDING)
REMOVED = "programme-results"
_GAPS = (-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 30)


def _hand_overs(facts: Any) -> tuple[date, ...]:
    """Days up to a month before the trial, and one after it."""
    trial = facts.trial_day if not isinstance(facts.trial_day, Unknown) else date(2025, 11, 21)
    return tuple(trial - timedelta(days=gap) for gap in _GAPS)


def _trials(facts: Any) -> tuple[date, ...]:
    """Days up to a month after the hand-over, and one before it."""
    handed = facts.handed_day if not isinstance(facts.handed_day, Unknown) else date(2025, 11, 10)
    return tuple(handed + timedelta(days=gap) for gap in _GAPS)


def _drafts(facts: Any) -> tuple[date, ...]:
    return (date(2021, 11, 1), date(2025, 11, 3))


@facts_class("report")
class Report:
    """A pre-trial report: what stands in it, the person's opinion, when and to whom it was handed."""

    report_day: Maybe[date] = fact("day", near=_drafts)
    handed_day: Maybe[date] = fact("day", near=_hand_overs)
    trial_day: Maybe[date] = fact("day", near=_trials)
    parts: Maybe[frozenset[str]] = fact("several", *PARTS)
    contents: Maybe[frozenset[str]] = fact("several", *CONTENTS, REMOVED)
    opinion_stated: Maybe[bool] = fact("bool")
    opinion_in_report: Maybe[bool] = fact("bool")
    wants_rewrite: Maybe[bool] = fact("bool")
    copies: Maybe[int] = fact("count", least=0, most=20, borders=(2,))
    recipient: Maybe[str] = fact(
        "choice", "person", "lawyer", "representative", "court", "investigator", "other"
    )
    receipt: Maybe[bool] = fact("bool")
    second_copy: Maybe[str] = fact("choice", "accumulation-file", "criminal-case", "court", "none")


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
    otherwise=(_HAND_OVER_COUNTS, Otherwise("C6", {"on_working_day": False})),
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


def _both(f: Report, test: Any) -> Any:
    if isinstance(f.handed_day, Unknown):
        return known(UNKNOWN, test)
    handed = f.handed_day
    return known(f.trial_day, lambda trial: test(handed, trial))


@decision(
    "report-in-time", facts=Report, joins=("report-before-trial", "report-three-working-days"),
    norms=("pretrial-report-due-before-trial", "s-90-report"),
)  # fmt: skip
def in_time(f: Report) -> Condition:
    """Was the report handed over in time? The Law: before the trial; order 90: three working days before."""
    return all_of(use("report-before-trial", f), use("report-three-working-days", f))


class Contents(NamedTuple):
    """What must stand in a report."""

    parts: tuple[str, ...] = PARTS
    items: tuple[str, ...] = CONTENTS


_BEFORE_2022 = Contents(items=(*INTRODUCTION, DESCRIPTIVE[0], REMOVED, *DESCRIPTIVE[1:], *RECOMMENDING))
_SHORTER = (
    Mutation("no-risk-needed", "exception ignored", {"items": tuple(i for i in CONTENTS if i != "risk")}),
    Mutation("repealed-item", "repealed edition", edition="probation-law@2020-01"),
)
_NORMS = ("pretrial-report-three-parts", "pretrial-report-introduction", "pretrial-report-descriptive-part",
          "pretrial-report-recommendations", "s-law-14-contents")  # fmt: skip
_PLACES = {
    **{item: f"{LAW}/14/2/intro/{n}" for n, item in enumerate(INTRODUCTION, 1)},
    **{item: f"{LAW}/14/2/descriptive/{n}" for item, n in zip(DESCRIPTIVE, (1, 3, 4, 5, 6), strict=True)},
    RECOMMENDING[0]: f"{LAW}/14/2/recommending",
    REMOVED: f"{LAW}/14/2/descriptive",
}
_CITED = (f"{LAW}/14/2", *dict.fromkeys(_PLACES.values()))


def _has(f: Report, item: str) -> Condition:
    return because(_PLACES[item], f"has-{item}", known(f.contents, lambda all_: item in all_), "contents")


def _has_part(f: Report, part: str) -> Condition:
    return because(f"{LAW}/14/2", f"has-part-{part}", known(f.parts, lambda all_: part in all_), "parts")


def _whole(f: Report, n: Contents) -> Condition:
    return all_of(*(_has_part(f, part) for part in n.parts), *(_has(f, item) for item in n.items))


def _missing_items(f: Report, n: Contents) -> Answer:
    items = tuple(_has(f, item) for item in n.items)
    contents = f.contents
    if isinstance(contents, Unknown):
        return Answer(UNKNOWN, all_of(*items))
    return Answer(tuple(item for item in n.items if item not in contents), all_of(*items))


@rule(
    "report-complete", facts=Report, on="report_day", edition="probation-law@2022-03", numbers=Contents(),
    norms=_NORMS, provisions=_CITED, mutations=_SHORTER,
)  # fmt: skip
def complete(f: Report, n: Contents) -> Condition:
    """Law 14(2): three parts, and in them nine items (three, five and one)."""
    return _whole(f, n)


@rule("report-complete", facts=Report, on="report_day", edition="probation-law@2020-01",
      numbers=_BEFORE_2022, provisions=())  # fmt: skip
def complete_before_2022(f: Report, n: Contents) -> Condition:
    """Law 14(2) until 01.03.2022: item 2 of the descriptive part was the results of the individual programme."""
    return _whole(f, n)


@rule(
    "report-missing-items", facts=Report, on="report_day", edition="probation-law@2022-03", value="list",
    numbers=Contents(), norms=_NORMS, provisions=_CITED, mutations=_SHORTER,
)  # fmt: skip
def missing_items(f: Report, n: Contents) -> Answer:
    """Law 14(2): the items that a report lacks, in the order of the Law."""
    return _missing_items(f, n)


@rule("report-missing-items", facts=Report, on="report_day", edition="probation-law@2020-01", value="list",
      numbers=_BEFORE_2022, provisions=())  # fmt: skip
def missing_items_before_2022(f: Report, n: Contents) -> Answer:
    """The same with the item on the individual programme."""
    return _missing_items(f, n)


@rule(
    "report-parts", facts=Report, on="report_day", edition="probation-law@2020-01", value="list",
    numbers=Contents(), norms=("pretrial-report-three-parts",), provisions=(f"{LAW}/14/2",),
    mutations=(Mutation("two-parts", "neighbouring list", {"parts": PARTS[:2]}),),
)  # fmt: skip
def parts(f: Report, n: Contents) -> Answer:
    """Law 14(2): introductory, descriptive and recommendatory."""
    return Answer(n.parts, because(f"{LAW}/14/2", "three-parts", YES))


@rule(
    "report-contents", facts=Report, on="report_day", edition="probation-law@2022-03", value="list",
    numbers=Contents(), norms=_NORMS, provisions=_CITED, mutations=_SHORTER,
)  # fmt: skip
def contents(f: Report, n: Contents) -> Answer:
    """Law 14(2): all nine items since 02.03.2022, in the order of the Law."""
    return Answer(n.items, because(f"{LAW}/14/2", "nine-items", YES))


@rule("report-contents", facts=Report, on="report_day", edition="probation-law@2020-01", value="list",
      numbers=_BEFORE_2022, provisions=())  # fmt: skip
def contents_before_2022(f: Report, n: Contents) -> Answer:
    """The ten items until 01.03.2022."""
    return Answer(n.items, because(f"{LAW}/14/2", "ten-items", YES))


@rule(
    "report-descriptive-items", facts=Report, on="report_day", edition="probation-law@2022-03", value="list",
    numbers=Contents(items=DESCRIPTIVE), norms=("pretrial-report-descriptive-part", "s-law-14-contents"),
    provisions=(f"{LAW}/14/2/descriptive",),
    mutations=(Mutation("repealed-item", "repealed edition", {"items": (*DESCRIPTIVE, REMOVED)}),),
)  # fmt: skip
def descriptive_items(f: Report, n: Contents) -> Answer:
    """Law 14(2): the five items of the descriptive part since 02.03.2022."""
    return Answer(n.items, because(f"{LAW}/14/2/descriptive", "five-items", YES))


class Opinion(NamedTuple):
    """Whether the report must show an opinion that was stated."""

    shown: bool = True


@rule(
    "report-opinion-shown", facts=Report, on="report_day", edition="probation-law@2020-01", numbers=Opinion(),
    norms=("pretrial-report-opinion-right",), provisions=(f"{LAW}/13/4/last",),
    mutations=(Mutation("opinion-not-needed", "exception ignored", {"shown": False}),),
)  # fmt: skip
def opinion_shown(f: Report, n: Opinion) -> Condition:
    """Law 13(4), last part: an opinion on the report that the person stated must be shown in it."""
    where = f"{LAW}/13/4/last"
    shown = is_true(f.opinion_in_report) if n.shown else YES
    return choose(
        because(where, "opinion-stated", is_true(f.opinion_stated), "opinion_stated"),
        lambda: because(where, "opinion-in-report", shown, "opinion_in_report"),
        lambda: because(where, "nothing-to-show", YES),
    )


class Rewrite(NamedTuple):
    """Whether a demand to rewrite the report binds the service."""

    binds: bool = False


@rule(
    "may-demand-rewrite", facts=Report, on="report_day", edition="probation-law@2020-01", numbers=Rewrite(),
    norms=("pretrial-report-opinion-right",), provisions=(f"{LAW}/13/4/last",),
    mutations=(Mutation("demand-binds", "neighbouring list", {"binds": True}),),
)  # fmt: skip
def rewrite_demand(f: Report, n: Rewrite) -> Condition:
    """Law 13(4), last part, is silent on rewriting: the person may take part and have the opinion shown, no more."""
    return because(f"{LAW}/13/4/last", "no-right-to-rewrite", YES if n.binds else NO)


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
