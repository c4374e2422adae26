"""The facts offered in a step of a derivation: none that only chooses the edition, unless one alone were left."""

from __future__ import annotations

from checks.derivation import DerivationTask
from web.chains import derivation

FACTS = {"term": {"start_day": "2025-11-03", "done_day": "2025-11-04"}, "on-day": {"day": "2025-11-04"}}


def offered(*among: str) -> list[str]:
    steps = [
        {"id": id_, "ask": "?", "rule": "works-local-notice", "among": among,
         "norms": ("order-511/108", "order-511/110")}
        for id_ in ("a", "b")
    ]  # fmt: skip
    task = DerivationTask.model_validate({"id": "t", "kind": "derivation", "ask": "?", "steps": tuple(steps)})
    return [fact["value"] for fact in derivation(task, FACTS, None, "kk")["steps"][0]["among"]]


def test_the_day_that_only_chooses_the_edition_is_not_offered() -> None:
    assert offered("start_day", "done_day", "on-day.day") == ["start_day", "done_day"]


def test_a_fact_is_never_offered_alone() -> None:
    assert offered("start_day", "on-day.day") == ["start_day", "on-day.day"]
