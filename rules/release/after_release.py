"""After release: who is under probation, who controls, what a parolee must do (Law 17; CEC 169-172)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.facts import fact, facts_class
from rules.periods import Unit
from rules.registry import Answer, Mutation, ask, decision, rule
from rules.tables import acts_here, listed
from rules.terms import WORKING, at_least_before, deadline, pace
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_true

_LAW, _CODE = "probation-law@2022-03", "cec@2025-09"
_DAY = date(2025, 11, 3)
SERVICE, POLICE, HELP, OWN = "probation-service", "police", "after-help-only", "after-own-initiative"
_PLACES = {
    "parole": "probation-law/17/2", "supervision": "probation-law/17/3",
    "replaced-by-restriction": "probation-law/17/4", "replaced-by-fine": "probation-law/17/5",
    "full-term": "probation-law/17/5",
}  # fmt: skip

listed(
    "post-penitentiary-groups", provision="probation-law/17/1", edition=_LAW, wrongly="after-conditional-sentence",
    items=("after-parole", "after-supervision", "after-replaced-by-restriction", "after-replaced-by-fine",
           "after-full-term"),
    norms=("post-penitentiary-eligibility", "law-post-penitentiary-five-groups"),
)  # fmt: skip
listed(
    "probation-forms", provision="probation-law/5/1", edition=_LAW, wrongly="form-punishment",
    items=("form-control", "form-help"), norms=("probation-two-forms", "law-probation-forms"),
)  # fmt: skip


@facts_class("after-release")
class AfterRelease:
    """A person who left an institution, and on what ground."""

    day: Maybe[date] = fact("day", near=lambda facts: (_DAY,))
    ground: Maybe[str] = fact("choice", *_PLACES, "other")


class Controllers(NamedTuple):
    """Who controls, or how help comes, on each ground."""

    parole: str = POLICE
    supervision: str = HELP
    replaced_by_restriction: str = SERVICE
    replaced_by_fine: str = OWN
    full_term: str = OWN


@rule(
    "after-release-law", facts=AfterRelease, on="day", edition=_LAW, value="body", numbers=Controllers(),
    norms=("post-penitentiary-mode-by-ground", "admin-supervision-help-only", "replaced-by-restriction-art-15-rules",
           "fine-or-full-term-help-on-own-initiative", "law-conditional-release-control-by-police",
           "law-administrative-supervision-assistance-only", "law-restriction-replacement-rules-of-art-15",
           "law-replaced-by-fine-and-term-served-on-own-initiative"),
    provisions=("probation-law/17/1", *dict.fromkeys(_PLACES.values())),
    mutations=(
        Mutation("parole-by-service", "neighbouring list", {"parole": SERVICE}),
        Mutation("supervision-by-service", "neighbouring list", {"supervision": SERVICE}),
        Mutation("restriction-by-police", "neighbouring list", {"replaced_by_restriction": POLICE}),
        Mutation("full-term-by-service", "exception ignored", {"full_term": SERVICE, "replaced_by_fine": SERVICE}),
    ),
)  # fmt: skip
def by_law(f: AfterRelease, n: Controllers) -> Answer:
    """Law 17(2)-(5): police, help alone, the service by the rules of article 15, own initiative."""
    if isinstance(f.ground, Unknown):
        return Answer(UNKNOWN, because("probation-law/17/2", "after-ground", Truth.UNKNOWN, "ground"))
    if f.ground == "other":
        return Answer("not-covered", because("probation-law/17/1", "after-ground-not-listed", YES, "ground"))
    body: str = getattr(n, f.ground.replace("-", "_"))
    return Answer(body, because(_PLACES[f.ground], f"after-ground-{f.ground}", YES, "ground"))


class ByCode(NamedTuple):
    """Whom the Code names for a parolee and for a person under administrative supervision."""

    parole: str = POLICE
    supervision: str = POLICE


@rule(
    "after-release-code", facts=AfterRelease, on="day", edition=_CODE, value="body", numbers=ByCode(),
    norms=("s-cec-169-parolee", "s-cec-171-172-supervision"), provisions=("cec/169/1", "cec/172/5"),
    mutations=(
        Mutation("parole-by-service", "neighbouring list", {"parole": SERVICE}),
        Mutation("supervision-by-service", "neighbouring list", {"supervision": SERVICE}),
    ),
)  # fmt: skip
def by_code(f: AfterRelease, n: ByCode) -> Answer:
    """CEC 169(1), 172: police register parolees and supervised persons; others stand elsewhere."""
    if isinstance(f.ground, Unknown):
        return Answer(UNKNOWN, because("cec/169/1", "after-code-ground", Truth.UNKNOWN, "ground"))
    if f.ground == "parole":
        return Answer(n.parole, because("cec/169/1", "after-code-parole", YES, "ground"))
    if f.ground == "supervision":
        return Answer(n.supervision, because("cec/172/5", "after-code-supervision", YES, "ground"))
    return Answer("not-covered", because("cec/169/1", "after-code-others", YES, "ground"))


@decision(
    "control-after-release", facts=AfterRelease, joins=("after-release-law", "after-release-code"), value="body",
    norms=("post-penitentiary-mode-by-ground", "s-cec-169-parolee"),
)  # fmt: skip
def control(f: AfterRelease) -> Answer:
    """Whose probation control is it? The Law decides; the Code joins for parolees and tells supervision apart."""
    law, code = ask("after-release-law", f), ask("after-release-code", f)
    parts = (law.condition, code.condition)
    if isinstance(law.value, Unknown):
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=parts))
    # Administrative supervision by the police is no probation control: there the Code adds nothing to the Law.
    value = code.value if f.ground == "parole" and law.value == POLICE else law.value
    return Answer(value, Condition("list", YES, parts=parts))


deadline(
    "parolee-police-registration", provision="cec/169/8/1", edition=_CODE, count=5, unit=WORKING, who="parolee",
    regimes=("after-release",), norms=("s-cec-169-parolee",),
)  # fmt: skip
pace("parolee-report", provision="cec/169/8/2", edition=_CODE, times=1, per="monthly", who="parolee",
     regimes=("after-release",), norms=("s-cec-169-parolee",))  # fmt: skip
pace("supervised-person-report", provision="cec/172/9", edition=_CODE, times=1, per="monthly", who="supervised-person",
     regimes=("after-release",), norms=("s-cec-171-172-supervision",))  # fmt: skip
at_least_before(
    "supervision-submission", provision="cec/172/1", edition=_CODE, count=1, unit=Unit.MONTHS,
    who="institution-administration", regimes=("before-release",), norms=("s-cec-171-172-supervision",),
)  # fmt: skip
acts_here(
    "help-after-release", provision="cec/168/2", edition=_CODE, body="local-executive-body", instead=SERVICE,
    also=("cec/169/7",), norms=("s-cec-166-168-preparation", "s-cec-169-parolee"),
)  # fmt: skip
listed(
    "parolee-duties", provision="cec/169/8", edition=_CODE, wrongly="parolee-works-unpaid",
    norms=("s-cec-169-parolee",),
    items=("parolee-registers", "parolee-reports", "parolee-stays-home", "parolee-no-change-unnoticed",
           "parolee-no-places", "parolee-no-trips", "parolee-stays-in-country", "parolee-no-substances",
           "parolee-repairs-harm", "parolee-explains"),
)  # fmt: skip


@facts_class("supervision")
class Supervision:
    """A person whose term ends: the crimes and the degree of conduct."""

    day: Maybe[date] = fact("day", near=lambda facts: (_DAY,))
    dangerous_recidivism: Maybe[bool] = fact("bool")
    terror_or_minors_crime: Maybe[bool] = fact("bool")
    grave_crime: Maybe[bool] = fact("bool")
    two_intentional_terms: Maybe[bool] = fact("bool")
    third_negative_degree: Maybe[bool] = fact("bool")


class Grounds(NamedTuple):
    """Whether the degree of conduct matters for grave crimes, and whether two terms are a ground."""

    degree: bool = True
    terms: bool = True


@rule(
    "supervision-due", facts=Supervision, on="day", edition=_CODE, numbers=Grounds(),
    norms=("s-cec-171-172-supervision",), provisions=("cec/171",),
    mutations=(
        Mutation("degree-ignored", "exception ignored", {"degree": False}),
        Mutation("terms-forgotten", "neighbouring list", {"terms": False}),
    ),
)  # fmt: skip
def due(f: Supervision, n: Grounds) -> Condition:
    """CEC 171: certain crimes always; grave crimes or two terms only with the third negative degree of conduct."""
    where = "cec/171"
    crimes = [because(where, "supervision-grave", is_true(f.grave_crime), "grave_crime")]
    if n.terms:
        twice = is_true(f.two_intentional_terms)
        crimes.append(because(where, "supervision-two-terms", twice, "two_intentional_terms"))
    degree = is_true(f.third_negative_degree) if n.degree else YES
    return any_of(
        because(where, "supervision-recidivism", is_true(f.dangerous_recidivism), "dangerous_recidivism"),
        because(where, "supervision-listed-crime", is_true(f.terror_or_minors_crime), "terror_or_minors_crime"),
        all_of(any_of(*crimes), because(where, "supervision-degree", degree, "third_negative_degree")),
    )
