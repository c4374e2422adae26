"""Registration, control, breach, cancelling and end of a deferral: terms and papers (CEC 163-164; order 511; CPC)."""

from __future__ import annotations

from rules.community_service.shapes import copies, days_unnamed
from rules.tables import acts_here, listed
from rules.terms import CALENDAR, deadline, pace

_CEC, _RULES, _CPC = "cec@2020-01", "order-511@612", "cpc@2025-09"
_SERVICE, _INSTITUTION, _CONVICT = "probation-service", "institution-administration", "serving-convict"
_HERE = ("deferral",)
_NORMS = ("s-511-88-97",)
_CODE = ("s-cec-163-deferral",)

deadline(
    "deferral-copy", provision="cec/163/7", edition=_CEC, count=0, who=_INSTITUTION, regimes=_HERE,
    norms=("deferral-release-day-copy", *_CODE),
)  # fmt: skip
deadline(
    "deferral-coming", provision="cec/163/5", edition=_CEC, count=5, who=_CONVICT, regimes=_HERE, norms=_CODE,
)  # fmt: skip
deadline(
    "deferral-registration", provision="cec/163/8", edition=_CEC, count=3, who=_SERVICE, regimes=_HERE,
    norms=("deferral-registration", *_CODE),
)  # fmt: skip
deadline(
    "deferral-two-weeks", provision="cec/163/9", edition=_CEC, count=14, unit=CALENDAR, who=_CONVICT, regimes=_HERE,
    norms=("deferral-no-show-two-weeks", *_CODE),
)  # fmt: skip
deadline(
    "deferral-guardianship", provision="order-511/89", edition=_RULES, count=0, who=_SERVICE, regimes=_HERE,
    norms=("deferral-guardianship-notice", *_NORMS),
)  # fmt: skip
deadline(
    "deferral-breach-summons", provision="order-511/94", edition=_RULES, count=3, who=_SERVICE, regimes=_HERE,
    norms=("deferral-breach-summons", *_NORMS),
)  # fmt: skip
deadline(
    "deferral-cancellation", provision="order-511/95", edition=_RULES, count=5, who=_SERVICE, regimes=_HERE,
    norms=("deferral-cancellation-submission", *_NORMS),
)  # fmt: skip
deadline(
    "deferral-end-submission", provision="order-511/97", edition=_RULES, count=5, who=_SERVICE, regimes=_HERE,
    norms=("deferral-end-submission", *_NORMS),
)  # fmt: skip
deadline(
    "deferral-deregistration", provision="order-511/117", edition=_RULES, count=0, who=_SERVICE, regimes=_HERE,
    norms=("deferral-deregistration-day",),
)  # fmt: skip
pace(
    "deferral-home-check", provision="order-511/89", edition=_RULES, times=1, per="quarterly", who=_SERVICE,
    regimes=_HERE, norms=("deferral-quarterly-inspection", *_NORMS),
)  # fmt: skip
copies(
    "deferral-home-check-copies", provision="order-511/89", edition=_RULES, number=3,
    norms=("deferral-inspection-act-copies", *_NORMS),
)  # fmt: skip
listed(
    "deferral-intake", provision="order-511/89", edition=_RULES,
    norms=("deferral-intake-talk-receipt", "deferral-intake-certificate", *_NORMS),
    items=("intake-talk", "intake-receipt", "intake-data-check", "intake-certificate", "intake-database"),
    wrongly="intake-fingerprints",
)  # fmt: skip
listed(
    "deferral-control-steps", provision="order-511/92", edition=_RULES, norms=("deferral-preventive-talks",),
    items=("control-talks", "watch-explanation", "control-prevention", "control-juvenile-police"),
    wrongly="control-fine",
)  # fmt: skip
acts_here(
    "deferral-evasion-told-to", provision="order-511/92", edition=_RULES, body="juvenile-police", instead="court",
    norms=("deferral-evasion-info-juvenile-police",),
)  # fmt: skip
acts_here(
    "deferral-work-told-to", provision="order-511/90", edition=_RULES, body="workplace-administration",
    instead="local-executive-body", norms=("deferral-employment-notice",),
)  # fmt: skip
acts_here(
    "deferral-searched-by", provision="order-511/96", edition=_RULES, body=_SERVICE, instead="police",
    norms=("deferral-absconding-search",),
)  # fmt: skip
listed(
    "deferral-warning-steps", provision="order-511/94", edition=_RULES,
    norms=("deferral-breach-warning-sequence", *_NORMS),
    items=("warning-explanation", "warning-talk", "warning-paper", "warning-filed"), wrongly="warning-court",
)  # fmt: skip
listed(
    "deferral-cancellation-papers", provision="order-511/95", edition=_RULES,
    norms=("deferral-cancellation-attachments", *_NORMS),
    items=("cancel-decision-copy", "cancel-evasion-materials", "cancel-references", "cancel-other"),
    wrongly="cancel-victim-consent",
)  # fmt: skip
listed(
    "deferral-end-options", provision="cec/164/3", edition=_CEC,
    norms=("deferral-end-options", "s-cec-164-deferral-breach"),
    items=("end-release", "end-milder", "end-institution"), wrongly="end-longer",
)  # fmt: skip
listed(
    "deferral-court-options", provision="cc/74/3", edition="cc@2020-01", norms=("deferral-end-options", "s-cc-74-end"),
    items=("end-release", "end-milder", "end-institution"), wrongly="end-longer",
)  # fmt: skip
listed(
    "deferral-end-contents", provision="order-511/97", edition=_RULES,
    norms=("deferral-end-submission-content", *_NORMS),
    items=("end-personality", "end-behaviour", "end-attitude", "end-served-term", "end-unserved-term"),
    wrongly="end-guilt",
)  # fmt: skip
acts_here(
    "deferral-decided-by", provision="cpc/476/10", edition=_CPC, body="court", instead=_SERVICE,
    norms=("deferral-end-questions-cpc", "s-cpc-476-478"),
)  # fmt: skip
listed(
    "court-questions-on-submission", provision="cpc/476", edition=_CPC, norms=("s-cpc-476-478",),
    items=("question-replacement", "question-search", "question-cancel-parole", "question-conditional",
           "question-cancel-deferral"),
    wrongly="question-acquittal",
)  # fmt: skip
days_unnamed(
    "sentence-sent", provision="cpc/470/3", edition=_CPC, count=3, who="court", regimes=(),
    norms=("s-cpc-470-475",),
)  # fmt: skip
