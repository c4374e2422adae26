"""The service and the local executive body at work: summons, papers, talk, records, reports (CEC 57-62; orders)."""

from __future__ import annotations

from rules.community_service.shapes import days_unnamed
from rules.tables import acts_here, listed
from rules.terms import CALENDAR, deadline, pace

_OLD, _NOW = "order-511@612", "order-511@733"
_SERVICE, _LOCAL = "probation-service", "local-executive-body"
_HERE = ("community-service",)
_LIST = ("s-511-21-26",)

days_unnamed(
    "works-start", provision="cec/57/2", edition="cec@2020-01", count=10, who=_SERVICE, regimes=_HERE,
    norms=("s-cec-57-start",),
)  # fmt: skip
deadline(
    "works-summons", provision="order-511/12", edition=_OLD, count=10, unit=CALENDAR, who=_SERVICE, regimes=_HERE,
    norms=("public-works-summons", "public-works-intake-talk-old"),
)  # fmt: skip
deadline(
    "works-summons", provision="order-511/12", edition=_NOW, count=10, unit=CALENDAR, who=_SERVICE, regimes=_HERE,
    norms=("public-works-explain", "s-511-12-new"),
)  # fmt: skip
deadline(
    "works-papers", provision="cec/61/3", edition="cec@2025-09", count=5, who=_SERVICE, regimes=_HERE,
    norms=("public-works-acquaint-signature", "s-cec-61-service"),
)  # fmt: skip
deadline(
    "works-talk", provision="cec/61/5", edition="cec@2025-09", count=5, who=_SERVICE, regimes=_HERE,
    norms=("public-works-preventive-talk", "s-cec-61-service"),
)  # fmt: skip
pace(
    "works-visit", provision="cec/59/4", edition="cec@2020-01", times=1, per="monthly", who="serving-convict",
    regimes=_HERE, norms=("s-cec-59-duties", "public-works-monthly-talk-old"),
)  # fmt: skip
pace(
    "works-media", provision="order-511/12-1", edition=_NOW, times=1, per="quarterly", who=_SERVICE, regimes=_HERE,
    norms=("public-works-media-quarterly", "s-511-12-new"),
)  # fmt: skip
deadline(
    "works-start-notice", provision="order-511/annex-3", edition=_NOW, count=0, who=_LOCAL, regimes=_HERE,
    norms=("public-works-start-notice", "public-works-referral-form"),
)  # fmt: skip
deadline(
    "works-local-notice", provision="cec/62/1/1", edition="cec@2020-01", count=0, who=_LOCAL, regimes=(),
    norms=("leb-prompt-notice-old", "s-cec-61-62-old"),
)  # fmt: skip
deadline(
    "works-local-notice", provision="cec/62/1/1", edition="cec@2025-09", count=5, who=_LOCAL, regimes=_HERE,
    norms=("leb-order-deadline", "leb-notice-to-service", "s-cec-62-leb"),
)  # fmt: skip
deadline(
    "works-local-notice-order", provision="order-386/2", edition="order-386@733", count=5, who=_LOCAL, regimes=(),
    norms=("leb-order-deadline", "leb-notice-to-service", "leb-choose-works", "s-386"),
)  # fmt: skip
deadline(
    "works-evasion-report", provision="order-386/5", edition="order-386@733", count=2, who=_LOCAL, regimes=_HERE,
    norms=("leb-evasion-report", "s-386"),
)  # fmt: skip
deadline(
    "works-release-submission", provision="order-511/21", edition=_OLD, count=1, who=_SERVICE, regimes=_HERE,
    norms=_LIST,
)  # fmt: skip
deadline(
    "works-breach-summons", provision="order-511/21-26", edition=_OLD, count=3, who=_SERVICE, regimes=_HERE,
    norms=_LIST,
)  # fmt: skip
deadline(
    "works-replacement-submission", provision="order-511/24", edition=_OLD, count=3, who=_SERVICE, regimes=_HERE,
    norms=_LIST,
)  # fmt: skip
deadline(
    "works-repeat-submission", provision="order-511/25", edition=_OLD, count=5, who=_SERVICE, regimes=_HERE,
    norms=_LIST,
)  # fmt: skip
deadline(
    "works-move-to-local", provision="order-511/18", edition=_OLD, count=1, who=_SERVICE, regimes=_HERE,
    norms=("public-works-move-sequence", "s-511-13-20"),
)  # fmt: skip
deadline(
    "works-move-to-database", provision="order-511/18", edition=_OLD, count=2, who=_SERVICE, regimes=_HERE,
    norms=("public-works-move-sequence", "s-511-13-20"),
)  # fmt: skip
listed(
    "works-referral-contents", provision="order-511/14", edition=_NOW, norms=("public-works-referral-contents",),
    items=("referral-person", "referral-places", "referral-article", "referral-hours", "referral-coming-day",
           "referral-counting"),
    wrongly="referral-vest",
)  # fmt: skip
listed(
    "works-order-contents", provision="cec/62/1/1", edition="cec@2025-09", norms=("leb-order-contents", "s-cec-62-leb"),
    items=("order-person", "order-kind", "order-object", "order-conditions", "order-organisation", "order-hours",
           "order-rest"),
    wrongly="order-pay",
)  # fmt: skip
listed(
    "works-vest", provision="order-386/annex", edition="order-386@733", norms=("public-works-vest", "s-386"),
    items=("vest-orange", "vest-one-stripe", "vest-kazakh-words", "vest-russian-words"), wrongly="vest-name",
)  # fmt: skip
acts_here(
    "works-vest-supplied-by", provision="cec/62/1/2", edition="cec@2025-09", body=_LOCAL, instead=_SERVICE,
    norms=("leb-equipment", "s-cec-62-leb"),
)  # fmt: skip
acts_here(
    "works-chosen-by", provision="cec/62/1/1", edition="cec@2025-09", body=_LOCAL, instead=_SERVICE,
    norms=("leb-choose-works", "rules-386-scope", "s-cec-62-leb"),
)  # fmt: skip
acts_here(
    "works-watched-by", provision="cec/61/4", edition="cec@2025-09", body=_SERVICE, instead=_LOCAL,
    norms=("public-works-site-control", "s-cec-61-service"),
)  # fmt: skip
acts_here(
    "works-referral-given-by", provision="order-511/14", edition=_NOW, body=_SERVICE, instead="court",
    norms=("public-works-referral", "s-511-12-new"),
)  # fmt: skip
acts_here(
    "works-referral-given-by", provision="order-511/14", edition=_OLD, body=_SERVICE, instead="court",
    norms=("public-works-referral-old",),
)  # fmt: skip
acts_here(
    "works-employer-told-by", provision="order-511/13", edition=_OLD, body=_SERVICE, instead=_LOCAL,
    norms=("public-works-main-employer-notice", "s-511-13-20"),
)  # fmt: skip
listed(
    "local-body-support", provision="cec/18/1", edition="cec@2022-03",
    norms=("leb-advisory-bodies", "leb-job-quotas", "leb-employment-measures"),
    items=("support-advisory-bodies", "support-job-quotas", "support-employment"), wrongly="support-housing-title",
)  # fmt: skip
