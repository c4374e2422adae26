"""Taking a convict into the arrest facility: court act, who takes part, mismatch, first examination (paras 2-9)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.terms import deadline
from rules.truth import NO, UNKNOWN, YES, Maybe, Unknown, is_one_of, is_true, known

EDITION = "order-504@736"
_RULES = "order-504"
TAKERS = ("duty-officer", "registration-employee", "medical-worker")


@facts_class("arrest-admission")
class Admission:
    """A convict is brought to the arrest facility: on what act, before whom, and whether identity was checked."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    court_act: Maybe[str] = fact("choice", "in-force", "not-in-force", "none")
    present: Maybe[frozenset[str]] = fact("several", *TAKERS, "psychologist")
    identity_checked: Maybe[bool] = fact("bool")


class Entry(NamedTuple):
    """Which court act admits, and who must take part."""

    acts: tuple[str, ...] = ("in-force",)
    takers: tuple[str, ...] = TAKERS
    identity: bool = True


@rule(
    "arrest-admission-lawful", facts=Admission, on="day", edition=EDITION, numbers=Entry(),
    norms=("execution-place-and-basis", "admission-officers", "admission-document-check"),
    provisions=(f"{_RULES}/2", f"{_RULES}/3", f"{_RULES}/4"),
    mutations=(
        Mutation("act-not-yet-in-force", "exception ignored", {"acts": ("in-force", "not-in-force")}),
        Mutation("without-a-medic", "exception ignored", {"takers": TAKERS[:2]}),
        Mutation("duty-officer-alone", "exception ignored", {"takers": TAKERS[:1]}),
        Mutation("identity-not-needed", "exception ignored", {"identity": False}),
    ),
)  # fmt: skip
def admission_lawful(f: Admission, n: Entry) -> Condition:
    """Paras 2-4: a court act in force, three officers, papers and identity checked by the duty officer."""
    everybody = known(f.present, lambda names: names >= frozenset(n.takers))
    checked = is_true(f.identity_checked) if n.identity else YES
    return all_of(
        because(f"{_RULES}/2", "arrest-court-act", is_one_of(f.court_act, *n.acts), "court_act"),
        because(f"{_RULES}/3", "arrest-three-takers", everybody, "present"),
        because(f"{_RULES}/4", "arrest-identity-checked", checked, "identity_checked"),
    )


@facts_class("arrest-mismatch")
class Mismatch:
    """Photo or data in the court act do not fit the person: who drew up the act and where it went."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    authors: Maybe[frozenset[str]] = fact("several", "registration-employee", "duty-officer")
    sent_to: Maybe[str] = fact("choice", "court", "police", "prosecutor", "nobody")


class Act(NamedTuple):
    """Who draws up the act and to whom it goes."""

    authors: tuple[str, ...] = ("registration-employee", "duty-officer")
    addressees: tuple[str, ...] = ("court",)


@rule(
    "arrest-mismatch-act", facts=Mismatch, on="day", edition=EDITION, numbers=Act(),
    norms=("identity-mismatch-act",), provisions=(f"{_RULES}/5",),
    mutations=(
        Mutation("one-author", "exception ignored", {"authors": ("registration-employee",)}),
        Mutation("to-the-prosecutor", "neighbouring list", {"addressees": ("prosecutor",)}),
    ),
)  # fmt: skip
def mismatch_act(f: Mismatch, n: Act) -> Condition:
    """Para 5: drawn up by both officers together and sent to the court that gave the act."""
    both = known(f.authors, lambda names: names >= frozenset(n.authors))
    return all_of(
        because(f"{_RULES}/5", "arrest-both-authors", both, "authors"),
        because(f"{_RULES}/5", "arrest-act-to-court", is_one_of(f.sent_to, *n.addressees), "sent_to"),
    )


@facts_class("arrest-surrender")
class Surrender:
    """A banned thing comes to light on arrival: how, and when it was handed over."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    way: Maybe[str] = fact("choice", "own-will", "found-in-search")
    when: Maybe[str] = fact("choice", "at-once", "later")


class Free(NamedTuple):
    """When no disciplinary penalty follows."""

    ways: tuple[str, ...] = ("own-will",)
    moments: tuple[str, ...] = ("at-once",)


@rule(
    "arrest-surrender-without-penalty", facts=Surrender, on="day", edition=EDITION, numbers=Free(),
    norms=("voluntary-surrender-no-penalty",), provisions=(f"{_RULES}/6",),
    mutations=(
        Mutation("later-too", "exception ignored", {"moments": ("at-once", "later")}),
        Mutation("found-too", "exception ignored", {"ways": ("own-will", "found-in-search")}),
    ),
)  # fmt: skip
def without_penalty(f: Surrender, n: Free) -> Condition:
    """Para 6: handed over of free will and at once, no disciplinary measure."""
    return all_of(
        because(f"{_RULES}/6", "arrest-own-will", is_one_of(f.way, *n.ways), "way"),
        because(f"{_RULES}/6", "arrest-at-once", is_one_of(f.when, *n.moments), "when"),
    )


@facts_class("arrest-first-exam")
class FirstExam:
    """The first medical examination and sanitary treatment: hour of arrival and full hours that passed."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    hour: Maybe[int] = fact("count", least=0, most=23, borders=(0, 12, 23))
    hours: Maybe[int] = fact("count", least=0, most=200, borders=(1, 12, 24))


class Hours(NamedTuple):
    """The outer limit in hours of the running clock."""

    most: int = 24


@rule(
    "arrest-first-exam-in-time", facts=FirstExam, on="day", edition=EDITION, numbers=Hours(),
    norms=("primary-medical-exam-24h",), provisions=(f"{_RULES}/7",),
    mutations=(
        Mutation("less-than-24", "border off by one", {"most": 23}),
        Mutation("two-days", "neighbouring list", {"most": 48}),
    ),
)  # fmt: skip
def exam_in_time(f: FirstExam, n: Hours) -> Condition:
    """Para 7: not later than one 24-hour day from arrival; days off count."""
    within = known(f.hours, lambda hours: hours <= n.most)
    return because(f"{_RULES}/7", "arrest-exam-within", within, "hours", hours=f.hours, limit=n.most)


class Evening(NamedTuple):
    """At which hour the day of arrival is over."""

    end: int = 24


@rule(
    "arrest-first-exam-same-day", facts=FirstExam, on="day", edition=EDITION, numbers=Evening(),
    norms=("primary-medical-exam-24h",), provisions=(f"{_RULES}/7",),
    mutations=(Mutation("any-24-hours", "exception ignored", {"end": 48}),),
)  # fmt: skip
def exam_same_day(f: FirstExam, n: Evening) -> Condition:
    """Para 7: the main rule is the day of arrival; 24 hours are only the outer limit."""
    ended: Maybe[int] = UNKNOWN
    if not isinstance(f.hour, Unknown) and not isinstance(f.hours, Unknown):
        ended = f.hour + f.hours
    return because(f"{_RULES}/7", "arrest-exam-same-day", known(ended, lambda at: at < n.end), "hour", "hours")


@facts_class("arrest-inpatient")
class Inpatient:
    """A newcomer may need a hospital: the need, the doctor's conclusion, and how the person is taken there."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    urgent: Maybe[bool] = fact("bool")
    conclusion: Maybe[bool] = fact("bool")


class Needs(NamedTuple):
    """Whether the doctor's conclusion is needed."""

    conclusion: bool = True


@rule(
    "arrest-inpatient-transfer", facts=Inpatient, on="day", edition=EDITION, numbers=Needs(),
    norms=("urgent-inpatient-transfer",), provisions=(f"{_RULES}/7",),
    mutations=(Mutation("without-conclusion", "exception ignored", {"conclusion": False}),),
)  # fmt: skip
def inpatient_transfer(f: Inpatient, n: Needs) -> Condition:
    """Para 7: urgent need and the doctor's conclusion; the person is taken under escort."""
    concluded = is_true(f.conclusion) if n.conclusion else YES
    return all_of(
        because(f"{_RULES}/7", "arrest-urgent-need", is_true(f.urgent), "urgent"),
        because(f"{_RULES}/7", "arrest-doctor-concluded", concluded, "conclusion"),
    )


@facts_class("arrest-newcomer")
class Newcomer:
    """Whose arrival is told: citizenship, and where the person lived before the arrest."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    citizenship: Maybe[str] = fact("choice", "kazakhstan", "foreign", "stateless")
    lived_abroad: Maybe[bool] = fact("bool")


class Abroad(NamedTuple):
    """Whether a stateless person must have lived abroad."""

    abroad: bool = True
    stateless: bool = True


@rule(
    "arrest-consul-told", facts=Newcomer, on="day", edition=EDITION, numbers=Abroad(),
    norms=("arrival-notice-foreigners",), provisions=(f"{_RULES}/11",),
    mutations=(
        Mutation("every-stateless", "exception ignored", {"abroad": False}),
        Mutation("foreigners-only", "exception ignored", {"stateless": False}),
    ),
)  # fmt: skip
def consul_told(f: Newcomer, n: Abroad) -> Condition:
    """Para 11: a foreigner, or a stateless person who lived permanently abroad before the arrest."""
    where = f"{_RULES}/11"
    stateless = is_one_of(f.citizenship, "stateless") if n.stateless else NO
    abroad = is_true(f.lived_abroad) if n.abroad else YES
    return any_of(
        because(where, "arrest-foreigner", is_one_of(f.citizenship, "foreign"), "citizenship"),
        all_of(
            because(where, "arrest-stateless", stateless, "citizenship"),
            because(where, "arrest-lived-abroad", abroad, "lived_abroad"),
        ),
    )


deadline(
    "arrest-injury-notice", provision=f"{_RULES}/7", edition=EDITION, count=0, norms=("injury-immediate-notice",),
    who="institution-administration", regimes=("arrest",),
)  # fmt: skip
deadline(
    "arrest-infection-isolation", provision=f"{_RULES}/7", edition=EDITION, count=0,
    norms=("quarantine-infection-isolation",), who="institution-administration", regimes=("arrest",),
)  # fmt: skip
deadline(
    "arrest-arrival-notice", provision=f"{_RULES}/11", edition=EDITION, count=2,
    norms=("arrival-notice-relatives-2-working-days",), who="institution-administration", regimes=("arrest",),
)  # fmt: skip
