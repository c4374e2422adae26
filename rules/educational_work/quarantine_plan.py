"""The standard plan of lessons in quarantine and who fills the diary (order 508, annex 1)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.educational_work.stated import PREFIX, chosen, near, one_body, one_list
from rules.facts import fact, facts_class
from rules.truth import Maybe

_EDITION, _ANNEX = "392", "annex-1"


class Lesson(NamedTuple):
    """A lesson of the plan: its day, its hours (0 where none are given) and who answers for it."""

    day: int
    hours: int
    leader: str


LESSONS = {
    "rights-and-duties": Lesson(1, 2, "head-and-deputies"),
    "liability-for-crimes": Lesson(1, 1, "deputy-for-regime"),
    "rules-of-conduct": Lesson(1, 1, "deputy-for-education"),
    "health-check": Lesson(2, 1, "medical-head-and-workers"),
    "hygiene-and-infections": Lesson(3, 1, "medical-workers"),
    "vocational-training": Lesson(3, 2, "college-director"),
    "labour-organised": Lesson(4, 1, "deputy-for-general-matters"),
    "supply-and-damage": Lesson(4, 1, "supply-officer"),
    "level-of-schooling": Lesson(4, 3, "school-director-and-teachers"),
    "use-of-library": Lesson(4, 1, "librarian"),
    "conditions-of-serving": Lesson(6, 2, "department-head"),
    "criminal-executive-law": Lesson(6, 2, "deputy-for-education"),
    "household-day": Lesson(7, 4, "quarantine-educator-and-staff"),
    "cultural-programme": Lesson(7, 2, "club-head"),
    "distribution": Lesson(8, 5, "commission"),
    "heads-meet-convicts": Lesson(9, 5, "detachment-heads"),
    "pedagogic-demands": Lesson(9, 1, "department-head"),
    "voluntary-work": Lesson(10, 4, "deputy-for-education"),
    "letter-hour": Lesson(10, 1, "quarantine-educator"),
    "club-work": Lesson(11, 1, "club-head"),
    "physical-training": Lesson(11, 2, "quarantine-educator"),
    "joining-library": Lesson(11, 1, "librarian"),
    "type-and-release": Lesson(13, 2, "registration-head"),
    "need-of-placement": Lesson(13, 1, "senior-placement-inspector"),
    "pay-and-deductions": Lesson(13, 2, "accountant"),
    "diaries-and-plan": Lesson(14, 5, "heads-psychologist-teachers"),
    "leading-out": Lesson(15, 0, "detachment-heads"),
}
HOURS = (6, 5, 5, 7, 8, 7, 8, 6, 8, 6, 6, 8, 8, 8)
INDIVIDUAL = (1, 1, 2, 1, 3, 3, 2, 1, 2, 1, 2, 3, 3, 3)
DIAGNOSTIC = {1: 1, 2: 3, 5: 5, 12: 5}
DAYS = tuple(range(1, 15))


@facts_class("educational-quarantine-lesson")
class LessonAsked:
    """A lesson of the quarantine plan."""

    day: Maybe[date] = fact("day", near=near)
    lesson: Maybe[str] = fact("choice", *LESSONS)


@facts_class("educational-quarantine-day")
class PlanDay:
    """A day of the quarantine plan; no hours are given for its fifteenth."""

    day: Maybe[date] = fact("day", near=near)
    plan_day: Maybe[int] = fact("count", least=1, most=14, borders=(1, 2, 5, 8, 12))


_NORMS = tuple(f"r508-annex-1-quarantine-{name}" for name in (
    "rights-and-duties-day-1", "day-2", "day-3", "day-4", "day-6", "day-7", "distribution-day-8",
    "heads-meet-day-9", "day-10", "day-11", "need-of-placement-day-13", "diary-and-plan-day-14",
))  # fmt: skip

chosen(
    "educational-quarantine-lesson-day", facts=LessonAsked, by="lesson", where=_ANNEX, edition=_EDITION, value="amount",
    table={name: lesson.day for name, lesson in LESSONS.items()},
    wrong={
        "distribution-a-day-later": {"distribution": 9, "heads-meet-convicts": 10},
        "diaries-before-distribution": {"diaries-and-plan": 7},
        "need-found-on-first-day": {"need-of-placement": 1},
    },
    norms=(*_NORMS, "r508-annex-1-quarantine-lead-out-day-15", "r508-annex-1-quarantine-plan-15-days"),
)  # fmt: skip
chosen(
    "educational-quarantine-lesson-leader", facts=LessonAsked, by="lesson", where=_ANNEX, edition=_EDITION,
    value="body", table={name: f"{PREFIX}-{lesson.leader}" for name, lesson in LESSONS.items()},
    wrong={
        "head-distributes": {"distribution": f"{PREFIX}-head-and-deputies"},
        "psychologist-checks-health": {"health-check": f"{PREFIX}-psychologist"},
        "need-found-by-detachment-heads": {"need-of-placement": f"{PREFIX}-detachment-heads"},
    },
    norms=(*_NORMS, "r508-annex-1-quarantine-lead-out-day-15"),
)  # fmt: skip


@facts_class("educational-quarantine-hours")
class TimedLesson:
    """A lesson of the quarantine plan that has hours: all save leading out to the detachments."""

    day: Maybe[date] = fact("day", near=near)
    lesson: Maybe[str] = fact("choice", *(name for name, lesson in LESSONS.items() if lesson.hours))


chosen(
    "educational-quarantine-lesson-hours", facts=TimedLesson, by="lesson", where=_ANNEX, edition=_EDITION,
    value="amount", table={name: lesson.hours for name, lesson in LESSONS.items() if lesson.hours},
    wrong={
        "distribution-in-an-hour": {"distribution": 1},
        "rights-in-an-hour": {"rights-and-duties": 1},
        "need-in-two-hours": {"need-of-placement": 2},
    },
    norms=_NORMS,
)  # fmt: skip
chosen(
    "educational-quarantine-day-hours", facts=PlanDay, by="plan_day", where=_ANNEX, edition=_EDITION, value="amount",
    table=dict(zip(DAYS, HOURS, strict=True)),
    wrong={"eight-on-first-day": {1: 8}, "six-on-last-days": {13: 6, 14: 6}, "five-on-eighth-day": {8: 5}},
    norms=("r508-annex-1-quarantine-plan-15-days", "r508-annex-1-quarantine-day-5", "r508-annex-1-quarantine-day-12"),
)  # fmt: skip
chosen(
    "educational-quarantine-diagnostic-hours", facts=PlanDay, by="plan_day", where=_ANNEX, edition=_EDITION,
    value="amount", table={day: DIAGNOSTIC.get(day, 0) for day in DAYS},
    wrong={"all-on-first-day": {1: 14, 2: 0, 5: 0, 12: 0}, "second-round-forgotten": {12: 0}},
    norms=("r508-annex-1-quarantine-psychologist-hours", "r508-annex-1-quarantine-day-5",
           "r508-annex-1-quarantine-day-12"),
)  # fmt: skip
chosen(
    "educational-quarantine-individual-hours", facts=PlanDay, by="plan_day", where=_ANNEX, edition=_EDITION,
    value="amount", table=dict(zip(DAYS, INDIVIDUAL, strict=True)),
    wrong={"none-on-first-day": {1: 0}, "same-every-day": dict.fromkeys(DAYS, 2)},
    norms=("r508-annex-1-quarantine-individual-work-hours",),
)  # fmt: skip
one_list("educational-quarantine-outside-plan", _ANNEX, _EDITION,
         "exercise room-cleaning hygiene-measures watching-tv reading sports-of-routine", "psychodiagnostics",
         "r508-annex-1-plan-excludes-daily-routine")  # fmt: skip


@facts_class("educational-diary-item")
class DiaryItem:
    """A numbered item of the diary of individual educational work."""

    day: Maybe[date] = fact("day", near=near)
    item: Maybe[str] = fact("choice", "item-15", "item-18")


chosen(
    "educational-diary-item-filler", facts=DiaryItem, by="item", where=_ANNEX, edition=_EDITION, value="body",
    table={"item-15": f"{PREFIX}-medical-head", "item-18": f"{PREFIX}-quarantine-psychologist"},
    wrong={
        "psychologist-on-health": {"item-15": f"{PREFIX}-quarantine-psychologist"},
        "head-on-features": {"item-18": f"{PREFIX}-detachment-head"},
    },
    norms=("r508-annex-1-item-15-filled-by-medical-head", "r508-annex-1-item-18-filled-by-psychologist"),
)  # fmt: skip
one_body("educational-diary-keeper", _ANNEX, _EDITION, "detachment-head", "quarantine-psychologist",
         "r508-annex-1-diary-kept-by-detachment-head")  # fmt: skip
one_list("educational-diary-item-24-fillers", _ANNEX, _EDITION,
         "detachment-head responsible-officer council-members", "convict-oneself",
         "r508-annex-1-item-24-who-fills")  # fmt: skip


@facts_class("educational-diary-move")
class DiaryMove:
    """Where the convict goes."""

    day: Maybe[date] = fact("day", near=near)
    goes: Maybe[str] = fact("choice", "other-institution", "freedom", "other-detachment")


chosen(
    "educational-diary-goes", facts=DiaryMove, by="goes", where=_ANNEX, edition=_EDITION, value="body",
    table={"other-institution": f"{PREFIX}-personal-file", "freedom": f"{PREFIX}-personal-file",
           "other-detachment": f"{PREFIX}-receiving-head"},
    wrong={
        "filed-in-any-case": {"other-detachment": f"{PREFIX}-personal-file"},
        "handed-on-in-any-case": {"other-institution": f"{PREFIX}-receiving-head"},
    },
    norms=("r508-annex-1-diary-on-transfer",),
)  # fmt: skip
