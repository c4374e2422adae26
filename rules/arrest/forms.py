"""What the forms of the arrest facility contain, and where their copies go (annexes 1-16)."""

from __future__ import annotations

from rules.arrest.lists import _list

_list(
    "arrest-protocol-fields", "annex-3", "field-person field-taken field-objections field-signatures",
    "field-medic", "annex03-search-protocol",
)  # fmt: skip
_list(
    "arrest-seizure-signatures", "annex-4", "signs-gave signs-took signs-present", "signs-prosecutor",
    "annex04-seizure-act",
)  # fmt: skip
_list(
    "arrest-valuables-columns", "annex-5", "col-person col-sum col-taken col-accounting col-decision",
    "col-relatives", "annex05-valuables-journal",
)  # fmt: skip
_list("arrest-valuables-scope", "annex-5", "scope-seized scope-found", "scope-parcels", "annex5-scope-note")
_list(
    "arrest-plan-groups", "annex-7", "plan-men plan-women plan-isolator plan-sick plan-collection",
    "plan-workers", "annex07-placement-plan",
)  # fmt: skip
_list(
    "arrest-plan-apart", "annex-7", "plan-isolator plan-sick plan-collection", "plan-workers",
    "annex7-medical-separate",
)  # fmt: skip
_list(
    "arrest-plan-places", "annex-7",
    "at-duty-unit at-head at-operational at-registration at-regime at-guard", "at-canteen",
    "annex7-plan-locations",
)  # fmt: skip
_list(
    "arrest-single-cell-ruling", "annex-8",
    "ruling-day ruling-person ruling-grounds ruling-resolved ruling-head", "ruling-sanction",
    "annex08-single-cell-ruling",
)  # fmt: skip
_list(
    "arrest-cell-card-parts", "annex-9", "card-numbered card-own card-lent card-rewards", "card-stripe",
    "annex09-cell-card",
)  # fmt: skip
_list(
    "arrest-reception-columns", "annex-10",
    "column-day column-visitor column-question column-decision column-done", "column-official",
    "annex10-personal-reception-journal",
)  # fmt: skip
_list(
    "arrest-penalty-ruling-fields", "annex-11",
    "penalty-person penalty-gist penalty-explained penalty-kind penalty-head-signs penalty-told",
    "penalty-discovered", "annex11-penalty-ruling",
)  # fmt: skip
_list(
    "arrest-penalty-journal-columns", "annex-12",
    "line-number line-day line-person line-file line-why line-kind line-signed", "line-executed",
    "annex12-penalty-journal",
)  # fmt: skip
_list(
    "arrest-leave-certificate-parts", "annex-13", "part-certificate part-stub", "part-extension",
    "annex13-leave-certificate",
)  # fmt: skip
_list(
    "arrest-leave-receipt-parts", "annex-14",
    "receipt-explained receipt-warned receipt-convict-signs receipt-taker-signs",
    "receipt-relative-signs", "annex14-leave-receipt",
)  # fmt: skip
_list(
    "arrest-shop-form", "annex-15", "form-balance form-goods form-receipt form-deduct",
    "form-head-decides", "annex15-shop-application",
)  # fmt: skip
_list(
    "arrest-parcel-form", "annex-16", "signs-applicant signs-employee signs-receiver", "signs-head",
    "annex16-parcel-application",
)  # fmt: skip
_list(
    "arrest-own-schedules", "annex-6", "schedule-quarantine schedule-isolator", "schedule-canteen",
    "annex6-note-quarantine-tizo",
)  # fmt: skip
_list(
    "arrest-mismatch-copies-go", "annex-1", "mismatch-court mismatch-police mismatch-file",
    "mismatch-consul", "annex01-identity-mismatch-act",
)  # fmt: skip
