"""Preparing for release: whose duty, which notice, what papers (order 508, paras 43-53)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, because, choose
from rules.facts import fact, facts_class
from rules.periods import Unit, before
from rules.registry import Answer, Mutation, Otherwise, decision, rule, use
from rules.tables import Items, listed
from rules.terms import OnDay
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, opposite

_RULES = "order-508"
_DAY = date(2025, 11, 3)


def _list(id_: str, where: str, items: str, wrongly: str, *norms: str, edition: str = "720") -> None:
    first, *more = (f"{_RULES}/{place}" for place in where.split())
    listed(
        f"educational-{id_}", provision=first, edition=f"{_RULES}@{edition}",
        items=tuple(f"edu-{item}" for item in items.split()), norms=tuple(f"r508-{norm}" for norm in norms),
        wrongly=f"edu-{wrongly}", also=tuple(more),
    )  # fmt: skip


_list("preparation-chain", "45", "department-head deputy-head", "head", "preparation-programme-approval")
_list("preparation-contents", "46 47",
      "prep-law prep-papers prep-conviction prep-home-and-job prep-supervision prep-life prep-mind", "prep-debts",
      "preparation-programme-content", "preparation-programme-psychological-part")  # fmt: skip
_list("psychologist-release-duties", "48", "trains-for-freedom lowers-anxiety frees-habits guides-trade",
      "finds-housing", "psychologist-release-duties")  # fmt: skip
_list("one-year-notice-contents", "50", "coming-release has-home can-work has-trades", "has-debts",
      "notification-annex-12-content", edition="392")  # fmt: skip
_list("housing-notice-papers", "51-1/part-1", "release-notice programme-482 health-certificate", "court-sentence",
      "no-housing-notice-attachments", edition="273")  # fmt: skip
_list("other-region-papers", "51-2/part-2", "letter-29 negative-answer application-263", "court-sentence",
      "annex-29-letter-attachments", edition="273")  # fmt: skip
_list("job-notice-states", "51-3/part-1", "education-level has-skills", "has-debts",
      "employment-help-requested-notice-immediately", edition="273")  # fmt: skip
_list("release-notice-addressees", "52/part-1", "to-police to-probation", "to-local-executive-body",
      "release-notice-addressees")  # fmt: skip
_list("restriction-papers", "52/part-2", "prescription-route prescription-time materials-to-probation",
      "notice-to-court", "restriction-of-liberty-replacement-prescription", edition="273")  # fmt: skip
_list("preparation-records", "53/part-1", "database-note to-personal-file", "diary-entry",
      "preparation-results-recorded", edition="588")  # fmt: skip
_list("parole-inquiry-subjects", "53/part-2", "expected-home job-prospect", "has-debts",
      "probation-answer-content", edition="652")  # fmt: skip

_BY_SERVICE, _BY_LOCAL = ("edu-by-probation", "edu-by-administration"), ("edu-by-administration", "edu-by-local")


def _performers(edition: str, items: tuple[str, ...], *mutations: Mutation, norms: tuple[str, ...] = ()) -> None:
    """One more wording of who carries out the help; mutations and norms are named once."""

    @rule(
        "educational-help-performers", facts=OnDay, on="day", edition=f"{_RULES}@{edition}", value="list",
        numbers=Items(items), norms=norms, provisions=(f"{_RULES}/43/part-2",), mutations=mutations,
    )  # fmt: skip
    def performers(f: OnDay, n: Items) -> Answer:
        """Para 43, part 2: the probation service with the administration; since order 392 with the local body."""
        return Answer(n.named, because(f"{_RULES}/43/part-2", f"educational-help-performers-{edition}", YES))


_performers(
    "720", _BY_SERVICE,
    Mutation("as-before-order-392", "repealed edition", {"named": _BY_SERVICE}),
    Mutation("administration-alone", "neighbouring list", {"named": ("edu-by-administration",)}),
    norms=("r508-social-legal-assistance-from-one-year-before",
           "r508-assistance-programme-carried-out-at-institution-location"),
)  # fmt: skip
_performers("392", _BY_LOCAL)


def _addressees(edition: str, items: tuple[str, ...], *mutations: Mutation, norms: tuple[str, ...] = ()) -> None:
    """One more wording of who is told a year before; mutations and norms are named once."""

    @rule(
        "educational-one-year-notice-goes-to", facts=OnDay, on="day", edition=f"{_RULES}@{edition}", value="list",
        numbers=Items(items), norms=norms, provisions=(f"{_RULES}/50",), mutations=mutations,
    )  # fmt: skip
    def addressees(f: OnDay, n: Items) -> Answer:
        """Para 50: local body and police of the chosen residence; until order 392 the probation service too."""
        return Answer(n.named, because(f"{_RULES}/50", f"educational-one-year-notice-goes-to-{edition}", YES))


_OLD, _NEW = ("edu-to-local-executive-body", "edu-to-police", "edu-to-probation"), ("edu-to-local-executive-body",
                                                                                   "edu-to-police")  # fmt: skip
_addressees(
    "720", _OLD,
    Mutation("as-before-order-392", "repealed edition", {"named": _OLD}),
    Mutation("police-forgotten", "exception ignored", {"named": ("edu-to-local-executive-body",)}),
    norms=("r508-authorities-notified-at-least-1-year-before",),
)  # fmt: skip
_addressees("392", _NEW)


def _form(edition: str, form: str, *mutations: Mutation, norms: tuple[str, ...] = ()) -> None:
    """One more wording of the form of the programme; mutations and norms are named once."""

    @rule(
        "educational-help-programme-form", facts=OnDay, on="day", edition=f"{_RULES}@{edition}", value="list",
        numbers=Items((form,)), norms=norms, provisions=(f"{_RULES}/43/part-3",), mutations=mutations,
    )  # fmt: skip
    def programme_form(f: OnDay, n: Items) -> Answer:
        """Para 43, part 3: the form of Government resolution 1131, since order 273 that of order 482."""
        return Answer(n.named, because(f"{_RULES}/43/part-3", f"educational-help-programme-form-{edition}", YES))


_form(
    "392", "edu-form-1131",
    Mutation("as-before-order-273", "repealed edition", {"named": ("edu-form-1131",)}),
    Mutation("annex-3-form", "neighbouring list", {"named": ("edu-form-annex-3",)}),
    norms=("r508-assistance-programme-form-482-to-lea",),
)  # fmt: skip
_form("273", "edu-form-482")


@facts_class("educational-term")
class TermOfImprisonment:
    """The day on which the convict came and the day on which the term ends."""

    arrival_day: Maybe[date] = fact("day", near=lambda facts: (_DAY, _DAY + timedelta(days=1)))
    term_end: Maybe[date] = fact("day", near=lambda facts: (_DAY, _DAY + timedelta(days=1)))


class Years(NamedTuple):
    """How many years before the end the help begins, and whether a full year lies between."""

    years: int = 1
    full_months: bool = False


@rule(
    "educational-help-begins", facts=TermOfImprisonment, on="term_end", edition="order-508@392", value="day",
    numbers=Years(), norms=("r508-social-legal-assistance-from-one-year-before",), provisions=(f"{_RULES}/43/part-2",),
    otherwise=(Otherwise("C18", {"full_months": True}),), mutations=(
        Mutation("two-years", "border off by one", {"years": 2}),
        Mutation("three-years", "neighbouring list", {"years": 3}),
    ),
)  # fmt: skip
def help_begins(f: TermOfImprisonment, n: Years) -> Answer:
    """Para 43, part 2: social-legal assistance begins when one year of the term is left."""
    where = f"{_RULES}/43/part-2"
    if isinstance(f.term_end, Unknown):
        return Answer(UNKNOWN, because(where, "educational-help-begins", Truth.UNKNOWN, "term_end"))
    day = before(f.term_end, n.years, Unit.YEARS, full_months=n.full_months)
    step = because(
        where, "educational-help-begins", YES, "term_end", convention="C18", end=f.term_end, day=day,
    )  # fmt: skip
    return Answer(day, step)


class Start(NamedTuple):
    """Whether the preparation begins with the arrival, and after how many days."""

    days: int = 0


@rule(
    "educational-preparation-begins", facts=TermOfImprisonment, on="arrival_day", edition="order-508@720",
    value="day", numbers=Start(), norms=("r508-preparation-from-first-day",), provisions=(f"{_RULES}/44",),
    mutations=(
        Mutation("next-day", "border off by one", {"days": 1}),
        Mutation("after-quarantine", "neighbouring list", {"days": 15}),
    ),
)  # fmt: skip
def preparation_begins(f: TermOfImprisonment, n: Start) -> Answer:
    """Para 44: preparing for release begins on the first day in the institution."""
    where = f"{_RULES}/44"
    if isinstance(f.arrival_day, Unknown):
        return Answer(UNKNOWN, because(where, "educational-preparation-begins", Truth.UNKNOWN, "arrival_day"))
    day = f.arrival_day + timedelta(days=n.days)
    return Answer(day, because(where, "educational-preparation-begins", YES, "arrival_day", day=day))


@facts_class("educational-housing")
class Housing:
    """Where the convict could live after release."""

    day: Maybe[date] = fact("day", near=lambda facts: (_DAY,))
    own_housing: Maybe[bool] = fact("bool")
    relatives: Maybe[bool] = fact("bool")


class Shelter(NamedTuple):
    """Whether a place with relatives counts."""

    relatives_count: bool = True


@rule(
    "educational-housing-notice-due", facts=Housing, on="day", edition="order-508@273", numbers=Shelter(),
    norms=("r508-no-housing-notice-2-months-before",), provisions=(f"{_RULES}/51-1/part-1",),
    mutations=(Mutation("relatives-ignored", "exception ignored", {"relatives_count": False}),),
)  # fmt: skip
def housing_notice_due(f: Housing, n: Shelter) -> Condition:
    """Para 51-1: neither a home of one's own nor relatives to live with."""
    where = f"{_RULES}/51-1/part-1"
    nobody = opposite(is_true(f.relatives)) if n.relatives_count else YES
    return all_of(
        because(where, "educational-no-own-housing", opposite(is_true(f.own_housing)), "own_housing"),
        because(where, "educational-no-relatives", nobody, "relatives"),
    )


class Days(NamedTuple):
    """A number of working days."""

    days: int = 5


@rule(
    "educational-other-settlement-days", facts=OnDay, on="day", edition="order-508@273", value="amount",
    numbers=Days(), norms=("r508-other-settlement-offered-5-working-days",), provisions=(f"{_RULES}/51-2/part-1",),
    mutations=(
        Mutation("six-days", "border off by one", {"days": 6}),
        Mutation("fifteen-days", "neighbouring list", {"days": 15}),
    ),
)  # fmt: skip
def other_settlement_days(f: OnDay, n: Days) -> Answer:
    """Para 51-2: not later than five working days; from which day the Rules do not say."""
    return Answer(n.days, because(f"{_RULES}/51-2/part-1", "educational-other-settlement-days", YES, days=n.days))


def _starts(facts: Any) -> tuple[date, ...]:
    done = _DAY if isinstance(facts.done_day, Unknown) else facts.done_day
    return tuple(done + timedelta(days=gap) for gap in (-30, -5, -2, -1, 0, 1, 19, 20, 21, 22, 40))


def _dones(facts: Any) -> tuple[date, ...]:
    start = _DAY if isinstance(facts.start_day, Unknown) else facts.start_day
    return tuple(start + timedelta(days=gap) for gap in (-40, -22, -21, -20, -19, -1, 0, 1, 2, 3, 4, 5, 30))


@facts_class("educational-release")
class Release:
    """A release: its ground, its day, and the day on which the notice was sent."""

    ground: Maybe[str] = fact("choice", "end-of-term", "parole", "milder-punishment")
    start_day: Maybe[date] = fact("day", near=_starts)
    done_day: Maybe[date] = fact("day", near=_dones)


@decision(
    "educational-release-notice", facts=Release,
    joins=("educational-release-notice-before-in-time", "educational-release-notice-after-in-time"),
    norms=("r508-release-notice-20-calendar-days-end-of-term", "r508-release-notice-1-working-day-other-grounds"),
)  # fmt: skip
def release_notice(f: Release) -> Condition:
    """Para 52, part 1: twenty calendar days before the end of the term, else one working day after release."""
    ground = is_one_of(f.ground, "end-of-term")
    return choose(
        because(f"{_RULES}/52/part-1", "educational-term-served", ground, "ground"),
        lambda: use("educational-release-notice-before-in-time", f),
        lambda: use("educational-release-notice-after-in-time", f),
    )
