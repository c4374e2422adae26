"""How cases enter the shelf."""

from __future__ import annotations

from cases import content, proof
from cases.paper_forms import FORM, take_out
from library.kinds import DocumentKind

CASE = DocumentKind(
    "case", content.Case, content.gather, proof.prove, content.logic, lambda name: f"/cases/{name}", content.links,
    lambda case: [f"case:{case.id}"], content.counts, lambda name, body: {f"cases/{name}.yaml": take_out(body)},
    proof.prove,
)  # fmt: skip
KINDS = (FORM, CASE)
