"""Records and terms when a sentence is taken for execution (order 511 paras 2-11; CEC 27)."""

from __future__ import annotations

from rules.periods import Unit
from rules.tables import listed
from rules.terms import deadline, pace

_RULES = "order-511@612"
_ALL = ("restriction", "conditional", "community-service", "corrective-labour")
_SENTENCED = (*_ALL, "ban")
_SERVICE = "probation-service"

deadline(
    "control-data-entry", provision="order-511/4/1", edition=_RULES, count=1, who=_SERVICE, regimes=_SENTENCED,
    norms=("convict-data-entry", "s-511-4-entry"),
)  # fmt: skip
deadline(
    "control-court-notice", provision="order-511/4/2", edition=_RULES, count=2, who=_SERVICE, regimes=_SENTENCED,
    norms=("s-511-4-entry",),
)  # fmt: skip
deadline(
    "control-start-notice", provision="cec/27/3", edition="cec@2025-09", count=2, who=_SERVICE, regimes=_SENTENCED,
    norms=("s-cec-27-notice-to-court",),
)  # fmt: skip
deadline(
    "control-card", provision="order-511/4/3", edition=_RULES, count=1, unit=Unit.DAYS_24H, who=_SERVICE,
    regimes=_SENTENCED, norms=("s-511-4-entry",),
)  # fmt: skip
pace(
    "control-duty-check", provision="order-511/4/4", edition=_RULES, times=1, per="monthly", who=_SERVICE,
    regimes=_ALL, norms=("monthly-duty-check", "s-511-4-entry"),
)  # fmt: skip
deadline(
    "control-special-records", provision="order-511/8", edition=_RULES, count=5, who=_SERVICE, regimes=_SENTENCED,
    norms=("s-511-8-11",),
)  # fmt: skip
deadline(
    "control-breach-entry", provision="order-511/9", edition=_RULES, count=1, unit=Unit.DAYS_24H, who=_SERVICE,
    regimes=("restriction", "conditional", "corrective-labour"), norms=("s-511-8-11",),
)  # fmt: skip
deadline(
    "control-release-notice", provision="order-511/10", edition=_RULES, count=5, who=_SERVICE, regimes=_ALL,
    norms=("s-511-8-11",),
)  # fmt: skip
listed(
    "control-explained", provision="order-511/11", edition=_RULES, norms=("s-511-8-11",),
    items=("control-serving-order", "control-serving-conditions", "control-liability"), wrongly="control-parole-share",
)  # fmt: skip
listed(
    "control-execution-basis", provision="order-511/2", edition=_RULES,
    norms=("s-511-2-basis", "corrective-execution-basis"),
    items=("control-sentence-in-force", "control-ruling-in-force", "control-amnesty-act", "control-pardon-act"),
    wrongly="control-police-request",
)  # fmt: skip
listed(
    "control-card-number", provision="order-511/5", edition=_RULES, norms=("registration-card-numbering",),
    items=("control-decision-number",), wrongly="control-case-number",
)  # fmt: skip
listed(
    "control-file-storage", provision="order-511/6", edition=_RULES, norms=("nomenclature-file-storage",),
    items=("control-safe", "control-sealed-cabinet"), wrongly="control-open-shelf",
)  # fmt: skip
listed(
    "control-file-contents", provision="order-511/7", edition=_RULES, norms=("nomenclature-file-contents",),
    items=("control-report-papers", "control-search-papers", "control-court-papers", "control-work-papers"),
    wrongly="control-database-copies",
)  # fmt: skip
