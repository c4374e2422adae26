"""Closed lists and competence in the arrest facility that need no facts but the day (order 504, paras 3-72)."""

from __future__ import annotations

from rules.tables import Paragraphs

_EDITION = "736"
_LISTS, _BODIES = Paragraphs("order-504", "arrest-"), Paragraphs("order-504", "")


def _list(id_: str, where: str, items: str, wrongly: str, *norms: str) -> None:
    _LISTS.listed(id_, where, _EDITION, items, wrongly, *norms)


def _body(id_: str, where: str, body: str, instead: str, *norms: str) -> None:
    _BODIES.acts_here(id_, where, _EDITION, body, instead, *norms)


_list("arrest-takers", "3", "duty-officer registration-employee medical-worker", "psychologist", "admission-officers")
_list("arrest-reception-order", "6 4 7",
      "step-documents step-offer step-full-search step-medical-exam step-quarantine", "step-common-cell",
      "admission-full-search-order", "voluntary-surrender-offer", "admission-document-check")  # fmt: skip
_list("arrest-injury-addressees", "7", "higher-body supervising-prosecutor", "relatives", "injury-immediate-notice")
_list("arrest-briefing-topics", "9", "topic-conditions topic-rights topic-liability topic-technical-means topic-force",
      "topic-charge", "quarantine-briefing-signature", "quarantine-briefing-force-and-surveillance")  # fmt: skip
_list("arrest-information-channels", "9", "by-radio by-cell-visits by-personal-reception", "by-newspaper",
      "later-information-channels")  # fmt: skip
_list("arrest-poster-languages", "9", "state-language russian-language", "english-language", "cell-rights-poster")
_list("arrest-notice-contents", "11",
      "told-address told-list told-letters told-money told-leaves told-visits told-calls", "told-health",
      "arrival-notice-content")  # fmt: skip
_list("arrest-full-search-occasions", "12", "at-arrival-departure at-isolator at-visit at-detention", "at-walk",
      "full-search-cases")  # fmt: skip
_list("arrest-full-search-order", "13", "search-undress search-body search-clothes search-hiding-places",
      "search-x-ray", "full-search-sequence")  # fmt: skip
_list("arrest-garment-check", "13/3", "felt-seams viewed-footwear bent-footwear", "pierced-always",
      "full-search-garment-methods")  # fmt: skip
_list("arrest-partial-search-occasions", "14", "to-medic to-walk to-sanitary to-other-cell in-search-measures",
      "at-visit", "partial-search-cases")  # fmt: skip
_list("arrest-partial-search-order", "15 16", "posture felt-clothes pockets-and-shoes", "search-undress",
      "partial-search-method", "search-posture")  # fmt: skip
_list("arrest-cell-search-points", "18", "hiding-places window-bars doors-and-locks", "letters-read",
      "cell-search-points")  # fmt: skip
_list("arrest-inspection-staff", "19", "duty-shift regime-department", "medical-worker",
      "inspection-and-planned-search-staff")  # fmt: skip
_list("arrest-inspection-times", "19", "while-walk while-sanitary", "while-sleep", "technical-inspection-empty-cell")
_list("arrest-ownerless-order", "20", "free-form-act ownership-check ruling-of-court", "given-to-relatives",
      "ownerless-valuables-act")  # fmt: skip
_list("arrest-storage-receipt", "21", "receipt-name receipt-number", "receipt-price", "over-norm-storage-receipt")
_list("arrest-manners", "22 23 24", "stand-and-greet polite-you staff-by-rank convict-by-surname", "by-number",
      "convict-greeting-duty", "convict-address-to-staff", "staff-address-to-convict")  # fmt: skip
_list("arrest-staff-bans", "25", "private-with-convicts private-with-relatives unregulated-services",
      "talk-on-duty", "staff-relations-ban")  # fmt: skip
_list("arrest-schedule-contents", "27",
      "at-rising at-check at-bed at-toilet at-exercise at-meals at-walking at-measures at-visit-rooms at-shop "
      "at-medical at-calls", "at-paid-work", "day-schedule-content")  # fmt: skip
_list("arrest-schedule-places", "28", "in-cells in-quarantine", "in-visitors-room", "day-schedule-display")
_list("arrest-movement-order", "31 32", "under-escort hands-behind face-wall", "in-handcuffs",
      "movement-under-escort-only", "movement-posture", "escort-stop-posture")  # fmt: skip
_list("arrest-convict-duties", "33 33/11",
      "duty-regime duty-demands duty-hygiene duty-walk duty-safety duty-property duty-cleaning duty-respect "
      "duty-no-hindrance duty-schedule duty-line-up duty-look duty-self-report duty-cell-turn", "duty-paid-work",
      "convict-duties-list", "convict-stand-and-line-up")  # fmt: skip
_list("arrest-self-report", "33/13",
      "says-surname says-name says-patronymic says-article says-term says-start says-end", "says-religion",
      "self-report-content")  # fmt: skip
_list("arrest-cell-duty", "34", "reports-number keeps-inventory takes-dishes keeps-clean cleans-floor-and-yard",
      "hands-out-food", "cell-duty-tasks")  # fmt: skip
_list("arrest-separate-groups", "38", "men women served-before", "smokers", "separation-by-sex-and-record")
_list("arrest-isolated-groups", "38",
      "court-workers law-enforcement special-bodies controllers-of-convicts", "teachers",
      "isolation-of-former-officials")  # fmt: skip
_list("arrest-checks", "41", "morning-check evening-check check-on-suspicion", "midday-check",
      "roll-call-twice-daily", "roll-call-extra-on-suspicion")  # fmt: skip
_list("arrest-walk-stop-order", "47", "asks-responsible told-to-head walk-ends", "ruling-of-head", "walk-early-stop")
_list("arrest-writing-materials", "49", "paper pen", "envelope", "writing-materials-on-request")
_list("arrest-blocked-letter-order", "51", "sender-told convict-signs complaint-explained", "prosecutor-told",
      "blocked-letter-notice-and-appeal")  # fmt: skip
_list("arrest-reply-order", "53", "told-against-receipt filed-personally", "sent-to-court", "reply-filed",
      "reply-notice-3-working-days")  # fmt: skip
_list("arrest-reception-journal", "54", "asked-question result-of-review", "name-of-witness",
      "personal-reception-journal")  # fmt: skip
_list("arrest-personal-reception-order", "55",
      "reception-asked reception-registered reception-by-turn reception-result filed-personally",
      "prosecutor-told", "personal-reception-request")  # fmt: skip
_list("arrest-call-application", "64", "call-address call-number call-ground call-length", "call-words",
      "phone-call-application")  # fmt: skip
_list("arrest-call-order", "64 65", "call-escort call-warning call-mark call-registered", "call-recorded",
      "phone-call-escort-and-warning", "phone-call-mark-and-filing")  # fmt: skip
_list("arrest-reward-grounds", "68", "exemplary-duties order-kept", "duty-paid-work", "reward-grounds")
_list("arrest-penalty-records", "70", "penalty-journal filed-personally", "court-register", "penalty-registration")
_list("arrest-penalty-factors", "72", "breach-circumstances convict-behaviour", "wish-of-victim", "penalty-factors")

_body("arrest-medical-examiner", "7", "arrest-medical-worker", "arrest-duty-officer", "medical-exam-record")
_body("arrest-portrait-maker", "8", "arrest-psychologist", "arrest-medical-worker", "psychologist-newcomer-work")
_body("arrest-production-inspector", "19", "arrest-controller", "arrest-duty-officer", "production-site-check")
_body("arrest-schedule-approver", "26", "arrest-head", "arrest-higher-body", "day-schedule-approval")
_body("arrest-food-server", "29", "arrest-canteen", "arrest-convict-on-duty", "meal-place-and-distribution")
_body("arrest-cell-placer", "36", "arrest-duty-officer", "arrest-head", "placement-executor")
_body("arrest-quarantine-setter", "37", "arrest-medical-worker", "arrest-head", "suspected-infection-quarantine-cell")
_body("arrest-card-keeper", "42", "arrest-duty-officer", "arrest-registration-employee", "cell-card-index")
_body("arrest-walk-setter", "44", "institution-administration", "arrest-medical-worker", "walk-length-decision")
_body("arrest-walk-timetable", "45", "arrest-head", "arrest-duty-officer", "walk-timetable-approval")
_body("arrest-letters-through", "48", "institution-administration", "prosecutor", "letters-through-administration")
_body("arrest-money-goes-to", "52", "arrest-personal-account", "arrest-facility-account", "money-transfers-to-account")
_body("arrest-higher-reception", "56", "arrest-journal-part-two", "arrest-journal-part-one", "higher-body-reception")
_body("arrest-visit-end-told", "62", "arrest-head", "prosecutor", "visit-termination-report")
_body("arrest-visits-stop-told", "63", "prosecutor", "court", "visits-suspension-notice")
_body("arrest-reward-decider", "69", "arrest-head", "arrest-commission", "reward-ruling")
_body("arrest-penalty-decider", "70", "arrest-head", "court", "penalty-ruling")
