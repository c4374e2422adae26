"""Who does what in educational work: head, deputy, detachment head, psychologist, council (order 508, paras 3-58)."""

from __future__ import annotations

from rules.conditions import because
from rules.registry import Answer, Mutation, rule
from rules.tables import Body, acts_here
from rules.terms import OnDay
from rules.truth import YES

_RULES = "order-508"


def _body(id_: str, where: str, body: str, instead: str, norm: str, edition: str = "720") -> None:
    acts_here(
        f"educational-{id_}", provision=f"{_RULES}/{where}", edition=f"{_RULES}@{edition}", body=body,
        instead=instead, norms=(f"r508-{norm}",),
    )  # fmt: skip


_body("work-controller", "3", "edu-deputy-head", "edu-department-head", "control-by-deputy-head-educational")
_body("plan-section-drafter", "5/1", "edu-department-head", "edu-detachment-head",
      "quarterly-institution-plan-section")  # fmt: skip
_body("newcomer-examiner", "16", "edu-psychologist", "edu-detachment-head", "psychologist-initial-test-and-card",
      "588")  # fmt: skip
_body("newcomer-proposals", "17", "edu-psychologist", "edu-detachment-head", "psychologist-proposals-into-diary",
      "588")  # fmt: skip
_body("quarantine-head-appointer", "18", "edu-head", "edu-deputy-head", "quarantine-detachment-head-by-order")
_body("detachment-worker", "19/part-1", "edu-detachment-head", "edu-psychologist",
      "detachment-work-on-detachment-head")  # fmt: skip
_body("films-organiser", "19/part-2", "edu-department-head", "edu-detachment-head", "films-at-least-twice-a-week")
_body("adaptation-programme-author", "19/part-3", "edu-detachment-head", "edu-psychologist",
      "individual-adaptation-programme")  # fmt: skip
_body("training-organiser", "20", "edu-detachment-head", "edu-department-head",
      "detachment-head-explains-rights-and-training")  # fmt: skip
_body("characterisation-author", "21", "edu-detachment-head", "edu-psychologist",
      "characterisation-when-part-of-term-served")  # fmt: skip
_body("council-approver", "22", "edu-head", "edu-detachment-head", "council-of-educators-approved-by-order")
_body("council-chair", "23", "edu-detachment-head", "edu-head", "council-of-educators-composition")
_body("transit-papers", "26/part-4", "edu-transit-institution", "edu-receiving-institution",
      "transit-penalty-materials-attached", "141")  # fmt: skip
_body("degree-setter", "27/part-1", "edu-commission", "edu-head", "behaviour-degree-set-by-commission")
_body("strict-talks", "40", "edu-detachment-head", "edu-psychologist", "strict-detachment-head-talks")
_body("resocialisation-helper", "43/part-1", "institution-administration", "probation-service",
      "resocialisation-help-by-administration")  # fmt: skip
_body("preparation-organiser", "44", "edu-labour-officer", "edu-detachment-head",
      "preparation-organised-by-labour-officer")  # fmt: skip
_body("preparation-teachers", "44", "edu-all-staff", "edu-labour-officer", "preparation-organised-by-labour-officer")
_body("help-right-explained-by", "52/part-3", "institution-administration", "probation-service",
      "right-to-apply-to-lea-explained", "273")  # fmt: skip
_body("section-heads-chosen-by", "58/part-2", "edu-section-members", "institution-administration",
      "section-heads-elected-by-members")  # fmt: skip
_body("voluntary-plans-discussed-by", "58/part-5", "edu-council", "edu-commission",
      "voluntary-plans-discussed-at-council-of-educators")  # fmt: skip


def _addressee(edition: str, body: str, *mutations: Mutation, norms: tuple[str, ...] = ()) -> None:
    """One more wording of the addressee of the programme of assistance; mutations and norms are named once."""

    @rule(
        "educational-help-programme-goes-to", facts=OnDay, on="day", edition=f"{_RULES}@{edition}", value="body",
        numbers=Body(body), norms=norms, provisions=(f"{_RULES}/43/part-3",), mutations=mutations,
    )  # fmt: skip
    def addressee(f: OnDay, n: Body) -> Answer:
        """Para 43, part 3: the probation service until order 392, then the local executive body."""
        return Answer(n.named, because(f"{_RULES}/43/part-3", f"educational-help-programme-goes-to-{n.named}", YES))


_addressee(
    "720", "probation-service",
    Mutation("before-order-392", "repealed edition", {"named": "probation-service"}),
    Mutation("as-after-order-392", "repealed edition", {"named": "local-executive-body"}),
    norms=("r508-assistance-programme-form-482-to-lea",),
)  # fmt: skip
_addressee("392", "local-executive-body")
_addressee("273", "local-executive-body")
