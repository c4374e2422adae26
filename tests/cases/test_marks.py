"""Marks of a story: words that are tied to facts."""

from __future__ import annotations

from cases.content import MARK


def test_a_fact_of_a_class_with_a_hyphen_is_tied_to_its_words() -> None:
    found = MARK.search("Құралды [қасақана бүлдірді](fact:conditional-breach.act#2).")
    assert found is not None and found.group(2) == "conditional-breach.act"
