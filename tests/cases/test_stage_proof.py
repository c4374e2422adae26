"""What speaks against a case that unfolds is named with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from cases.content import Case
from cases.proof import prove
from library.reading import read_yaml
from web.settings import ROOT

RAW = read_yaml(ROOT / "content/cases/pretrial-12.yaml", "cases/pretrial-12.yaml")
Change = Callable[[Any], Any]


def faults(change: Change) -> str:
    raw = json.loads(json.dumps(RAW))
    change(raw)
    found = prove(Case.model_validate_json(json.dumps(raw, ensure_ascii=False)), seeds=4)
    return "\n".join(f"{place}: {says}" for place, says in found)


def stage(raw: Any, id_: str) -> Any:
    return next(one for one in raw["stages"] if one["id"] == id_)


def put(raw: Any, id_: str, **given: Any) -> None:
    stage(raw, id_).update(given)


CHANGES: dict[str, tuple[Change, str]] = {
    "no way": (lambda r: put(r, "complaint", next=[{"to": "late"}]) or put(
        r, "application", next=[{"to": "complaint"}]), "stages.report: no way leads here"),
    "circle": (lambda r: put(r, "late", next=[{"to": "application"}]), "leads back to itself"),
    "no such stage": (lambda r: put(r, "late", next=[{"to": "moon"}]), "there is no stage 'moon'"),
    "no default": (
        lambda r: put(r, "report", next=[{"to": "late", "when": {"task": "t5", "mark": "right"}}]),
        "its last line has a condition"),
    "task twice": (lambda r: put(r, "late", tasks=["t7", "t6"]), "stages.handed.tasks: 't6' belongs to another stage"),
    "no such task": (lambda r: put(r, "late", tasks=["t77"]), "'t77' is not in this case"),
    "untold turn": (
        lambda r: put(r, "late", turns={"report.handed_day": "2025-11-19", "report.copies": 1}),
        "report.copies turns, but no document of this stage marks it"),
    "turned by a twin": (
        lambda r: r["twins"].append({
            "id": "x", "turns": {"report.handed_day": "2025-11-18"}, "words": {"report.handed_day": "x"},
            "changes": ["t7"]}),
        "is turned by x too"),
    "condition too early": (
        lambda r: put(r, "report", next=[{"to": "late", "when": {"task": "t3", "mark": "right"}}, {"to": "handed"}]),
        "'t3' is not answered on every way"),
    "no such answer": (
        lambda r: put(r, "application", next=[{"to": "complaint", "when": {"task": "t1", "answer": "maybe"}},
                                              {"to": "report"}]),
        "'maybe' is no answer"),
    "fails on its way": (
        lambda r: put(r, "report", turns=stage(r, "report")["turns"] | {"report.opinion_in_report": True}),
        "tasks.t4: passes[0]"),
    "first turns": (lambda r: put(r, "application", turns={"request.sex": "male"}), "nothing has happened yet"),
    "ask turns nothing": (lambda r: r["asks"][0].update(changes=["t4"]), "the key of t4 does not change"),
    "ask says nothing": (lambda r: r["asks"][0].update(changes=[]), "it changes t1 and does not say so"),
    "ask unmarked": (lambda r: r["asks"][0].update(answer="Туған күні белгілі."), "its answer does not mark"),
    "asked and known": (lambda r: r["facts"]["request"].update(child_born="unknown"), "meant is its true value"),
}  # fmt: skip


def test_the_case_as_it_stands_proves_itself() -> None:
    assert faults(lambda raw: None) == ""


@pytest.mark.parametrize("name", CHANGES)
def test_a_fault_of_stages_is_named(name: str) -> None:
    change, says = CHANGES[name]
    assert says in faults(change)


def test_a_condition_says_one_thing() -> None:
    with pytest.raises(ValueError, match="either mark or answer"):
        faults(lambda raw: put(raw, "application", next=[{"to": "report", "when": {"task": "t1"}}]))
