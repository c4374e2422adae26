"""The pre-trial report: its parts and contents, and the person's opinion of it (Law 13(4), 14)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import NO, UNKNOWN, YES, Maybe, Unknown, is_true, known

LAW = "probation-law"
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
    return because(_PLACES[item], f"has-{item}", known(f.contents, lambda all_: item in all_), "contents", item=item)


def _has_part(f: Report, part: str) -> Condition:
    return because(f"{LAW}/14/2", f"has-part-{part}", known(f.parts, lambda all_: part in all_), "parts", item=part)


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
    return because(f"{LAW}/13/4/last", "no-right-to-rewrite", YES if n.binds else NO, convention="C17")
