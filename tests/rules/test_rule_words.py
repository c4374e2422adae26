"""The words of the rules: the same keys and slots in three languages, and a word for all that a trace can say."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from kazakh.sentences import fill, slots_of
from rules.conditions import Step
from rules.duties import duties
from rules.facts import classes
from rules.findings import REFUSALS, evaluate
from rules.registry import all_rules, ways_to_break
from rules.truth import Truth
from rules.words import LANGUAGES, word, words
from tests.rules.law_tables import rows

pytestmark = pytest.mark.thorough

RULES = tuple(all_rules().values())
LATIN_AND_CYRILLIC = re.compile(r"[a-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-z]", re.IGNORECASE)
OUTSIDE_SLOTS = re.compile(r"\{[^}]*\}")


def leaves(node: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in node.items():
        if isinstance(value, Mapping):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


@cache
def told() -> tuple[frozenset[tuple[str, str]], dict[tuple[str, str], Step], frozenset[str]]:
    """Sentences with one step for each, and values, of all rows of the tables, whole and broken."""
    steps: dict[tuple[str, str], Step] = {}
    values: set[str] = set()
    empty = tuple((rule.id, rule.facts()) for rule in RULES)
    for rule_id, given in (*((row.rule, row.read()) for row in rows()), *empty):
        for way in ("", *ways_to_break(rule_id)):
            try:
                finding = evaluate(rule_id, given, way)
            except REFUSALS:
                continue
            steps.update({(step.sentence, step.truth.value): step for step in finding.steps})
            if finding.decided and not isinstance(finding.value, Truth):
                several = finding.value if isinstance(finding.value, tuple) else (finding.value,)
                values.update(value for value in several if isinstance(value, str))
    return frozenset(steps), steps, frozenset(values)


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_language_has_the_keys_and_slots_of_kazakh(lang: str) -> None:
    kazakh, other = dict(leaves(words("kk"))), dict(leaves(words(lang)))
    assert set(kazakh) == set(other)
    assert {path: slots_of(text) for path, text in kazakh.items()} == {
        path: slots_of(text) for path, text in other.items()
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_that_a_trace_can_say_is_there_and_can_be_filled(lang: str) -> None:
    for (sentence, truth), step in told()[1].items():
        template = word(lang, "sentences", sentence, truth)
        slots = {name: step.slots[name] for name in slots_of(template)}
        assert fill(template, slots, lang)


def test_no_sentence_is_left_that_no_rule_says() -> None:
    written = {path[1:] for path, _ in leaves(words("kk")) if path[0] == "sentences"}
    assert written - told()[0] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_that_a_rule_gives_has_words(lang: str) -> None:
    for value in told()[2]:
        assert words(lang)["values"][value]


def test_every_fact_and_choice_has_words() -> None:
    for name, cls in classes().items():
        for spec in cls.SPECS:  # type: ignore[attr-defined]
            entry = words("kk")["facts"][name][spec.name]
            assert entry["label"] and entry["help"]
            assert set(entry.get("choices", ())) == set(spec.choices)


SHARED = {
    "one-more", "twice-as-long", "calendar-days", "working-days", "next-day", "once-more", "four-times",
    "neighbour-too", "first-forgotten", "other-body", "first-day",
}  # fmt: skip


def test_every_rule_outcome_and_mutation_has_words() -> None:
    for rule in RULES:
        assert word("kk", "rules", rule.id, "question").endswith("?")
        assert word("kk", "rules", rule.id, "short")
        for mutation in rule.mutations:
            # a mutation of a shape that many rules share is told in the words of its kind
            own = words("kk")["mutations"].get(rule.id, {}).get(mutation.name)
            kind = mutation.kind.replace(" ", "-")
            assert own or (mutation.name in SHARED and word("kk", "mutation_kinds", kind))
        if rule.value == "truth":
            assert word("kk", "outcomes", rule.id, "yes") != word("kk", "outcomes", rule.id, "no")


def test_no_words_are_left_for_rules_and_mutations_that_do_not_exist() -> None:
    kazakh = words("kk")
    assert set(kazakh["rules"]) == set(all_rules())
    told_of = {(rule, name) for rule, named in kazakh["mutations"].items() for name in named}
    assert told_of <= {(rule.id, mutation.name) for rule in RULES for mutation in rule.mutations}
    assert set(kazakh["duties"]) >= {duty.rule for duty in duties()}


def test_kazakh_words_mix_no_alphabets_and_shout_nowhere() -> None:
    for path, text in leaves(words("kk")):
        plain = OUTSIDE_SLOTS.sub("", text)
        assert not LATIN_AND_CYRILLIC.search(plain), path
        assert "!" not in plain, path


def test_a_language_falls_back_to_kazakh_and_a_missing_word_is_named() -> None:
    assert word("de", "values", "police") == word("kk", "values", "police")
    with pytest.raises(KeyError, match="values/nobody"):
        word("kk", "values", "nobody")
