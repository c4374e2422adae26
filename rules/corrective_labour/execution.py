"""The service and the employer at work: start, papers, checks, proofs, changes, end (CEC 52-56, 165; order 511)."""

from __future__ import annotations

from rules.community_service.shapes import days_unnamed
from rules.tables import acts_here, listed
from rules.terms import deadline, pace

_CODE, _RULES = "cec@2020-01", "order-511@612"
_SERVICE, _EMPLOYER, _CONVICT = "probation-service", "workplace-administration", "serving-convict"
_HERE = ("corrective-labour",)
_START, _ILL, _MONEY, _EVASION = "order-511/27-31", "order-511/32-34", "order-511/35-43", "order-511/44"

days_unnamed(
    "corrective-start", provision="cec/52/2", edition=_CODE, count=15, who=_SERVICE, regimes=_HERE,
    norms=("corrective-start-deadline", "s-cec-52-order", "s-511-27-31"),
)  # fmt: skip
deadline(
    "corrective-employer-papers", provision=_START, edition=_RULES, count=0, who=_SERVICE, regimes=_HERE,
    norms=("corrective-same-day-employer-notice", "s-511-27-31"),
)  # fmt: skip
deadline(
    "corrective-breach-summons", provision=_START, edition=_RULES, count=3, who=_SERVICE, regimes=_HERE,
    norms=("corrective-breach-penalties", "s-511-27-31"),
)  # fmt: skip
deadline(
    "corrective-release-submission", provision="order-511/32", edition=_RULES, count=1, who=_SERVICE, regimes=_HERE,
    norms=("corrective-disability-release", "s-511-32-34"),
)  # fmt: skip
deadline(
    "corrective-replacement-submission", provision=_EVASION, edition=_RULES, count=3, who=_SERVICE, regimes=_HERE,
    norms=("corrective-replacement-submission-deadline", "s-511-44-46"),
)  # fmt: skip
deadline(
    "employer-evasion-notice", provision="cec/56/1/2", edition=_CODE, count=3, who=_EMPLOYER, regimes=_HERE,
    norms=("employer-evasion-notice", "s-cec-55-56-service-employer"),
)  # fmt: skip
deadline(
    "corrective-end-notice", provision="cec/165/6", edition=_CODE, count=0, who=_SERVICE, regimes=_HERE,
    norms=("corrective-end-notice", "s-cec-165-end"),
)  # fmt: skip
deadline(
    "corrective-end-notice-other", provision="cec/165/6", edition=_CODE, count=1, who=_SERVICE, regimes=_HERE,
    norms=("corrective-end-notice", "s-cec-165-end"), from_next_day=True,
)  # fmt: skip
pace(
    "corrective-talk", provision="cec/55/4", edition=_CODE, times=1, per="monthly", who=_SERVICE, regimes=_HERE,
    norms=("corrective-monthly-talk", "s-cec-55-56-service-employer"),
)  # fmt: skip
pace(
    "corrective-visit", provision="cec/53/1/2", edition=_CODE, times=1, per="quarterly", who=_CONVICT, regimes=_HERE,
    norms=("s-cec-53-duties",),
)  # fmt: skip
pace(
    "employer-proof", provision="cec/56/1/1", edition=_CODE, times=1, per="quarterly", who=_EMPLOYER, regimes=_HERE,
    norms=("employer-monthly-transfer-proof", "s-cec-55-56-service-employer"),
)  # fmt: skip
pace(
    "employer-settlement", provision=_MONEY, edition=_RULES, times=1, per="monthly", who=_EMPLOYER, regimes=_HERE,
    norms=("employer-monthly-settlement-data", "s-511-35-43"),
)  # fmt: skip
pace(
    "deduction-card-check", provision=_MONEY, edition=_RULES, times=1, per="monthly", who=_SERVICE, regimes=_HERE,
    norms=("deduction-monthly-check", "deduction-records", "s-511-35-43"),
)  # fmt: skip
pace(
    "deduction-site-check", provision=_MONEY, edition=_RULES, times=1, per="quarterly", who=_SERVICE, regimes=_HERE,
    norms=("deduction-quarterly-site-check", "s-511-35-43"),
)  # fmt: skip
listed(
    "corrective-duties", provision="cec/53/1", edition=_CODE, norms=("corrective-move-notice", "s-cec-53-duties"),
    items=("labour-obey", "labour-visit-quarterly", "labour-tell-in-writing"), wrongly="labour-vest",
)  # fmt: skip
listed(
    "corrective-service-tasks", provision="cec/55", edition=_CODE,
    norms=("corrective-service-functions", "corrective-intake-talk", "s-cec-55-56-service-employer"),
    items=("task-register", "task-explain", "task-control-deductions", "task-talk-monthly", "task-send-to-employment",
           "task-search"),
    wrongly="task-withhold",
)  # fmt: skip
listed(
    "employer-duties", provision="cec/56/1", edition=_CODE,
    norms=("employer-advance-notice", "s-cec-55-56-service-employer"),
    items=("employer-transfer", "employer-report-evasion", "employer-tell-in-advance"), wrongly="employer-search",
)  # fmt: skip
listed(
    "corrective-pregnancy-papers", provision=_ILL, edition=_RULES,
    norms=("corrective-pregnancy-attachments", "s-511-32-34"),
    items=("paper-from-work", "paper-from-residence", "paper-from-clinic"), wrongly="paper-from-police",
)  # fmt: skip
listed(
    "corrective-search-steps", provision="cec/55/6", edition=_CODE, norms=("corrective-search-submission",),
    items=("step-initial-search", "step-search-submission"), wrongly="step-arrest",
)  # fmt: skip
acts_here(
    "additional-ban-executor", provision="cec/72/4", edition="cec@2025-09", body=_SERVICE, instead=_EMPLOYER,
    norms=("corrective-additional-ban",),
)  # fmt: skip
