"""Taking a convict off the register: papers, days, certificate (order 511 paras 114-119)."""

from __future__ import annotations

from rules.tables import listed
from rules.terms import deadline

_RULES, _NORMS = "order-511@612", ("s-511-114-119",)
_SERVICE = "probation-service"

listed(
    "deregistration-papers", provision="order-511/114", edition=_RULES, norms=("deregistration-documents", *_NORMS),
    items=("off-replacement-ruling", "off-conditional-cancelled", "off-deferral-cancelled", "off-release-or-milder",
           "off-sentence-annulled", "off-illness-release", "off-parole-ruling", "off-amnesty-papers",
           "off-new-sentence", "off-death-certificate", "off-registered-elsewhere"),
    wrongly="off-own-application",
)  # fmt: skip
deadline(
    "deregistration-on-ruling", provision="order-511/118", edition=_RULES, count=0, who=_SERVICE,
    regimes=("restriction", "conditional", "community-service", "corrective-labour"),
    norms=("replacement-deregistration-day", *_NORMS),
)  # fmt: skip
deadline(
    "deregistration-conditional-early", provision="order-511/116", edition=_RULES, count=0, who=_SERVICE,
    regimes=("conditional",), norms=("conditional-early-release-deregistration", *_NORMS),
)  # fmt: skip
listed(
    "deregistration-certificate", provision="order-511/115", edition=_RULES, norms=("serving-certificate", *_NORMS),
    items=("off-served-community-service", "off-served-corrective-labour"), wrongly="off-served-restriction",
)  # fmt: skip
