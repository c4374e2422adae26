"""Closed lists of the Rules on educational work that need no facts but the day (order 508, paras 5-60)."""

from __future__ import annotations

from rules.tables import listed

_RULES = "order-508"


def _list(id_: str, where: str, items: str, wrongly: str, *norms: str, edition: str = "720") -> None:
    """`where`: provisions, the first one carries the sentence; `items`: names in the order of the Rules."""
    first, *more = (f"{_RULES}/{place}" for place in where.split())
    listed(
        f"educational-{id_}", provision=first, edition=f"{_RULES}@{edition}",
        items=tuple(f"edu-{item}" for item in items.split()), norms=tuple(f"r508-{norm}" for norm in norms),
        wrongly=f"edu-{wrongly}", also=tuple(more),
    )  # fmt: skip


# Plans and ways of working (paras 3-14).
_list("work-providers", "3", "department other-staff", "convicts", "work-provided-by-department-and-staff")
_list("detachment-plan-chain", "5/2", "detachment-head department-head deputy-head", "head",
      "detachment-plan-approval-chain")  # fmt: skip
_list("plan-contents", "6",
      "plan-directions plan-individual plan-training plan-voluntary plan-culture plan-organisations", "plan-security",
      "plan-content-six-subjects")  # fmt: skip
_list("measures-aims", "8/part-1", "aim-law aim-labour aim-learning aim-programmes", "aim-confession",
      "purpose-of-measures")  # fmt: skip
_list("forms-of-work", "9", "individual group mass", "remote", "three-forms-of-work")
_list("cell-work-places", "10/part-2", "in-cell in-work-room in-head-office", "in-canteen",
      "individual-work-premises-for-cell-held")  # fmt: skip
_list("quarantine-uses", "12", "study-behaviour study-mind find-education explain-order check-health", "put-to-work",
      "quarantine-five-uses")  # fmt: skip
_list("quarantine-explained", "13", "topic-type topic-parole topic-milder topic-conditions", "topic-amnesty",
      "quarantine-legal-explanation")  # fmt: skip
_list("quarantine-forms", "14/part-1", "lessons talks meetings", "contests", "quarantine-forms-and-media")
_list("quarantine-video", "14/part-2", "video-institution video-order", "video-crime",
      "quarantine-video-on-institution")  # fmt: skip
_list("quarantine-head-duties", "18", "does-work fills-diary prepares-distribution", "imposes-penalty",
      "quarantine-detachment-head-by-order")  # fmt: skip

# The detachment and its council (paras 21-32).
_list("characterisation-purposes", "21", "topic-type topic-parole topic-milder", "topic-pardon",
      "characterisation-when-part-of-term-served")  # fmt: skip
_list("council-members", "23", "detachment-head skilled-staff school-teachers college-teachers advisory-teachers",
      "convicts", "council-of-educators-composition")  # fmt: skip
_list("council-functions", "24",
      "helps-staff supports-correction joins-events records-talks prepares-materials helps-voluntary "
      "considers-measures", "imposes-penalty", "council-of-educators-functions", edition="588")  # fmt: skip
_list("characterisation-ways", "28", "to-personal-file against-signature", "to-prosecutor",
      "characterisation-filed-and-signed")  # fmt: skip
_list("commission-materials", "30", "file-certificate council-extract the-diary", "medical-certificate",
      "materials-for-commission-change-of-conditions")  # fmt: skip
_list("commission-decision-records", "31", "minutes extract-to-file database-note", "to-prosecutor",
      "commission-decision-minutes-and-extract", edition="588")  # fmt: skip
_list("psychologist-tasks", "32",
      "studies-person finds-relations studies-conflicts recommends-and-advises examines-on-request", "imposes-penalty",
      "psychologist-detachment-tasks")  # fmt: skip

# Incentives and penalties (paras 25-26).
_list("incentive-papers", "25/part-2", "request-6 order-7 department-agrees services-agree", "prosecutor-agrees",
      "incentive-request-and-order-forms")  # fmt: skip
_list("incentive-records", "25/part-4 25/part-5", "to-personal-file register-8", "to-prosecutor",
      "incentive-order-filed", "incentive-register-annex-8")  # fmt: skip
_list("activity-proof", "25/part-8", "photo video", "oral-word", "incentive-photo-or-video-proof")
_list("penalty-imposers", "26/part-1", "head acting-head deputy", "detachment-head",
      "penalty-imposed-by-head-acting-or-deputy", edition="141")  # fmt: skip
_list("violation-work", "26/part-2", "talk diary-entry", "psychological-help", "violation-talk-recorded",
      edition="141")  # fmt: skip
_list("measure-cancelled-by", "25/part-9 26/part-8", "higher-official prosecutor-act", "council-vote", edition="741")

# Conditions of serving (paras 34-39).
_list("ordinary-ways", "34", "rights-explained laws-at-hand person-studied", "put-together",
      "ordinary-conditions-explanations")  # fmt: skip
_list("lightened-ways", "36", "way-public way-abilities way-self way-initiative way-ties way-guilt", "way-causes",
      "lightened-conditions-six-ways")  # fmt: skip
_list("strict-directions", "38", "causes-analysed means-sought attitude-formed", "ties-strengthened",
      "strict-conditions-three-directions")  # fmt: skip
_list("strict-studied", "39", "the-personal-file the-diary psychologist-advice", "criminal-case",
      "strict-detachment-head-studies-file")  # fmt: skip

# Voluntary organisations (paras 57-60).
_list("voluntary-tasks", "57", "task-relations task-initiative task-correction task-daily-life", "task-discipline",
      "voluntary-organisations-tasks")  # fmt: skip
_list("sections", "58/part-1", "section-leisure section-arts section-production section-sanitary section-others",
      "section-order", "sections-of-voluntary-organisations")  # fmt: skip
_list("leisure-tasks", "59", "leisure-time sport culture circles enlightenment", "labour-proposals",
      "leisure-section-tasks")  # fmt: skip
_list("arts-premises", "60/part-2", "club other-building", "in-cell", "arts-section-premises", edition="652")
