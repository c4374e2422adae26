"""Lists, figures, terms and competence in the rules on arrest that need no facts but the day (paras 72-129)."""

from __future__ import annotations

from rules.arrest.figures import figure
from rules.arrest.lists import _body, _list
from rules.arrest.requirements import EDITION, RULES
from rules.terms import deadline, pace
from rules.units import Unit

_list(
    "arrest-leave-papers", "76 annex-13 annex-14",
    "paper-certificate paper-explained paper-warned paper-receipt", "paper-guarantor",
    "leave-certificate-issue", "leave-warning-and-receipt",
)  # fmt: skip
_list(
    "arrest-leave-told", "78", "told-purpose told-stay-term told-stay-place told-departure",
    "told-sentence", "leave-arrival-information",
)  # fmt: skip
_list("arrest-leave-seals", "78", "mark-arrival mark-departure", "mark-ticket", "leave-marks-seal")
_list(
    "arrest-leave-return-papers", "79", "shows-certificate shows-ticket", "shows-receipt",
    "leave-return-documents",
)  # fmt: skip
_list(
    "arrest-leave-illness-told", "80", "told-facility told-local-body", "told-court",
    "leave-illness-same-day-notice",
)  # fmt: skip
_list("arrest-leave-illness-order", "80", "ill-sent ill-treated ill-back", "ill-home", "leave-illness-return")
_list(
    "arrest-isolator-tobacco", "84", "tobacco-at-walk tobacco-in-cupboard", "tobacco-in-cell",
    "tizo-tobacco-storage",
)  # fmt: skip
_list(
    "arrest-isolator-food", "85", "food-to-store food-returned food-spoiled-act food-destroyed",
    "food-to-others", "tizo-food-storage",
)  # fmt: skip
_list(
    "arrest-isolator-reception", "86", "reception-search reception-clothes", "reception-photo",
    "tizo-admission-search-and-clothes",
)  # fmt: skip
_list(
    "arrest-isolator-places", "87 88", "meals-in-cell care-in-room sanitary-apart", "meals-in-canteen",
    "tizo-meals", "tizo-medical-and-sanitary",
)  # fmt: skip
_list(
    "arrest-safety-ladder", "94 95 96", "ladder-safe-place ladder-extension ladder-other-facility",
    "ladder-release", "safe-place-transfer-to-other-aqo",
)  # fmt: skip
_list(
    "arrest-shop-order", "104 105", "shop-application shop-balance shop-handed shop-deducted shop-noted",
    "shop-cash", "shop-funds-check-and-delivery", "shop-spending-mark",
)  # fmt: skip
_list(
    "arrest-shop-deduction-basis", "105", "basis-application basis-receipt", "basis-court",
    "shop-deduction-basis",
)  # fmt: skip
_list(
    "arrest-parcel-order", "108 106 107 109 110",
    "parcel-queued parcel-applied parcel-compared parcel-id-back", "parcel-x-ray",
    "parcel-reception-place", "parcel-queue", "parcel-application-two-copies",
    "identity-document-return", "parcel-check-with-bringer",
)  # fmt: skip
_list(
    "arrest-parcel-copies-go", "110", "first-to-visitor second-to-file", "copy-to-court",
    "parcel-copies-routing",
)  # fmt: skip
_list(
    "arrest-parcel-marks", "110", "mark-on-card mark-refusal", "mark-in-passport",
    "parcel-copies-routing", "parcel-refusal-to-sign",
)  # fmt: skip
_list(
    "arrest-parcel-list-languages", "107", "state-language russian-language", "english-language",
    "list-display-parcel-room",
)  # fmt: skip
_list(
    "arrest-posted-inventory", "113", "inventory-names inventory-looks inventory-quality",
    "inventory-price", "posted-parcel-inventory",
)  # fmt: skip
_list(
    "arrest-posted-copies-go", "113", "first-to-file second-to-nomenclature", "second-to-sender",
    "posted-parcel-inventory-routing",
)  # fmt: skip
_list(
    "arrest-banned-content-order", "114", "banned-returned banned-protocol banned-money",
    "banned-destroyed", "prohibited-content-return", "prohibited-content-protocol",
)  # fmt: skip
_list(
    "arrest-posted-return", "115", "return-by-post return-marked return-paid", "return-by-courier",
    "posted-parcel-return",
)  # fmt: skip
_list(
    "arrest-prepayment-contents", "117", "prepaid-number prepaid-weight", "prepaid-income",
    "relatives-prepayment",
)  # fmt: skip
_list(
    "arrest-prepayment-copies-go", "117", "signed-to-payer other-to-file", "copy-to-shop",
    "relatives-prepayment-routing",
)  # fmt: skip
_list(
    "arrest-post-damage", "120", "damage-described damage-signed damage-copy-post damage-copy-folder",
    "damage-copy-sender", "post-damage-act",
)  # fmt: skip
_list(
    "arrest-special-diseases", "124", "disease-tuberculosis disease-sexual disease-skin disease-immune",
    "disease-heart", "special-disease-treatment",
)  # fmt: skip
_list(
    "arrest-paid-care-order", "125", "care-applied care-proved care-recorded", "care-court",
    "paid-services-application", "paid-services-doctor-document", "paid-services-record",
)  # fmt: skip
_list(
    "arrest-paid-care-payers", "125", "paid-from-account paid-by-relatives", "paid-by-state",
    "paid-services-payment",
)  # fmt: skip
_body("arrest-leave-money", "76", "arrest-accounting", "institution-administration", "leave-travel-costs")
_body(
    "arrest-isolator-tasks-setter", "90", "institution-administration", "arrest-convict-on-duty",
    "tizo-cell-duty",
)  # fmt: skip
_body("arrest-witness-safety-helper", "98", "arrest-head", "prosecutor", "safety-witness-assistance")
_body("arrest-razor-keeper", "101", "institution-administration", "arrest-convict-himself", "razor-keeping")
_body("arrest-shop-addressee", "104", "arrest-head", "arrest-accounting", "shop-application")
_body("arrest-parcel-adviser", "112", "arrest-treating-doctor", "arrest-head", "parcel-treated-patients")
_body(
    "arrest-treatment-decider", "124", "arrest-medical-commission", "arrest-head",
    "special-disease-treatment",
)  # fmt: skip
_body(
    "arrest-food-list-narrower", "annex-2", "arrest-sanitary-body", "arrest-head",
    "annex2-food-list-restriction",
)  # fmt: skip
_body(
    "arrest-local-schedule-maker", "annex-6", "arrest-each-facility", "arrest-higher-body",
    "annex6-note-local-schedule",
)  # fmt: skip
figure("arrest-isolator-persons", "83", 1, (2, 4), "tizo-single-holding")
figure("arrest-bath-minutes", "100", 30, (15, 120), "bath-30-minutes-weekly")
figure("arrest-games-per-cell", "102", 1, (2, 3), "board-games-one-set-per-cell")
figure("arrest-newspapers-per-cell", "103", 1, (2, 3), "newspaper-one-per-cell")
figure("arrest-parcel-application-copies", "108", 2, (1, 3), "parcel-application-two-copies")
figure("arrest-posted-inventory-copies", "113", 2, (1, 3), "posted-parcel-inventory")
figure("arrest-prepayment-copies", "117", 2, (1, 3), "relatives-prepayment")
figure("arrest-damage-copies", "120", 2, (1, 3), "post-damage-act")
figure("arrest-rising-hour", "annex-6", 7, (6, 8), "annex6-wake-up")

deadline(
    "arrest-penalty-executed", provision=f"{RULES}/72", edition=EDITION, count=1, unit=Unit.MONTHS,
    norms=("penalty-execution",),
    who="institution-administration", regimes=("arrest",),
)  # fmt: skip
deadline(
    "arrest-leave-illness-notice", provision=f"{RULES}/80", edition=EDITION, count=0, unit=Unit.CALENDAR_DAYS,
    norms=("leave-illness-same-day-notice",),
    who="institution-administration", regimes=("arrest",),
)  # fmt: skip
deadline(
    "arrest-safety-measures", provision=f"{RULES}/92", edition=EDITION, count=0, unit=Unit.CALENDAR_DAYS,
    norms=("safety-on-application", "safety-regardless-of-consent",),
    who="institution-administration", regimes=("arrest",),
)  # fmt: skip
deadline(
    "arrest-shop-report", provision=f"{RULES}/105", edition=EDITION, count=0, unit=Unit.CALENDAR_DAYS,
    norms=("shop-advance-report-end-of-day",),
    who="institution-administration", regimes=("arrest",),
)  # fmt: skip
deadline(
    "arrest-death-notice", provision=f"{RULES}/126", edition=EDITION, count=0, unit=Unit.CALENDAR_DAYS,
    norms=("death-notice-immediate",),
    who="institution-administration", regimes=("arrest",),
)  # fmt: skip
pace(
    "arrest-bedding-change", provision=f"{RULES}/100", edition=EDITION, times=1, per="weekly",
    norms=("bedding-weekly-change",), who="institution-administration", regimes=("arrest",),
)  # fmt: skip
pace(
    "arrest-bath-pace", provision=f"{RULES}/100", edition=EDITION, times=1, per="weekly",
    norms=("bath-30-minutes-weekly",), who="institution-administration", regimes=("arrest",),
)  # fmt: skip
pace(
    "arrest-library-exchange", provision=f"{RULES}/103", edition=EDITION, times=1, per="weekly",
    norms=("library-exchange-weekly",), who="institution-administration", regimes=("arrest",),
)  # fmt: skip
pace(
    "arrest-parcel-pace", provision=f"{RULES}/107", edition=EDITION, times=1, per="monthly",
    norms=("parcel-once-a-month",), who="institution-administration", regimes=("arrest",),
)  # fmt: skip
