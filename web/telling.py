"""What a person is told of an answer: the verdict in words, with steps, diagnosis and what to reread, as plain data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import checks
from checks.citations import Citation, CitationFault, as_read
from checks.task import Facts, facts_for
from checks.verdict import AnswerFault, Diagnosis, Part, Verdict
from checks.verdicts import right_reasons
from kazakh.sentences import fill
from library.words import Text
from rules import acts
from rules.registry import find
from rules.words import word
from web import chains, linking, papers, trace

Plain = dict[str, Any]
_STATES = {"right": "right", "partly": "part", "wrong": "wrong", "unmarked": "none"}


@cache
def _words(lang: str) -> Mapping[str, Any]:
    return tomllib.loads((Path(checks.__path__[0]) / "words" / f"{lang}.toml").read_text("utf-8"))


def fault_words(fault: AnswerFault, lang: str) -> str:
    """What is wrong with an answer and what to do, as a sentence."""
    own = _words(lang)["faults"]
    if fault.key.startswith("citation_") and fault.key not in own:
        return CitationFault(fault.key.removeprefix("citation_")).told(lang)
    return str(own[fault.key])


def told(task: Any, answer: Any, verdict: Verdict, facts: Facts, lang: str) -> Plain:
    """Everything the person is told, in the shape of the verdict template; stored as told."""
    finding = verdict.finding
    body: Plain = {
        "lang": lang, "state": _STATES[verdict.state], "points": verdict.points, "of": verdict.of,
        "reason": str(_words(lang)["says"][verdict.words]), "parts": _parts(verdict, lang),
        "read_as": _read_as(task, verdict, lang), "key": _key(task, verdict, facts, lang),
        "diagnosis": _diagnosis(verdict.diagnosis, lang), "right": dict(verdict.right),
        "whys": _whys(task, lang), "explain": str(linking.inline(task.explain, lang)) if task.explain else "",
        "provisions": [trace.badge(id_, lang) for id_ in _grounds(task, verdict) if id_ in acts.provisions()],
        "reread": task.reread, "book": task.book,
    }  # fmt: skip
    if finding is not None:
        body["trace"] = trace.ladder(finding, facts_for(task.rule, facts), lang, verdict.parted)
    if verdict.rows:
        body["rows"] = chains.rows(task, verdict, lang)
    if task.kind == "document":
        body["fields"] = papers.told(task, answer, verdict, lang, _words(lang)["document"])
    if task.kind == "reasoning":
        body["model"] = str(linking.html(task.model, lang))
        body["rubric"] = [str(linking.inline(line, lang)) for line in task.rubric]
    return body


def _grounds(task: Any, verdict: Verdict) -> list[str]:
    finding = verdict.finding
    steps = [step.provision for step in finding.deciding if step.provision] if finding else []
    return list(dict.fromkeys([*verdict.provisions, *task.provisions, *steps]))


def _parts(verdict: Verdict, lang: str) -> list[Plain]:
    # the fields of a paper are told one by one, in rows of their own
    return [_part(part, lang) for part in verdict.parts if part.key.startswith("part-")]


def _part(part: Part, lang: str) -> Plain:
    return {"label": str(_words(lang)["parts"][part.key]), "points": part.points, "of": part.of}


def _read_as(task: Any, verdict: Verdict, lang: str) -> str:
    if not verdict.read_as:
        return ""
    if task.kind == "citation":
        return provision_words(verdict.read_as, lang)
    if task.kind == "day":
        return day_words(verdict.read_as, lang)
    return verdict.read_as if task.kind == "amount" else ""


def provision_words(provision_id: str, lang: str) -> str:
    """A provision as it is formally cited; also one that we do not hold."""
    held = acts.provisions().get(provision_id)
    if held:
        return f"{acts.acts()[held.act].short[lang]}, {held.cite[lang]}"
    act, *levels = provision_id.split("/")
    order = act.startswith("order-") and levels[:1] not in (["test"], ["report"])
    article = "" if order else (levels.pop(0) if levels else "")
    part, item = (*levels, "", "")[:2]
    return as_read(Citation(act, article or None, part or None, item or None), lang)


def day_words(day: str, lang: str) -> str:
    """An ISO day in words."""
    return fill("{day}", {"day": date.fromisoformat(day)}, lang)


def _key(task: Any, verdict: Verdict, facts: Facts, lang: str) -> str:
    """The right answer in words, for those who did not give it."""
    if verdict.state == "right" or verdict.state == "unmarked":
        return ""
    if verdict.rows:
        return chains.changed(task, verdict, lang) if task.kind == "two-days" else ""
    if task.kind in ("choice", "several"):
        return "; ".join(linking.words(o.text, lang) for o in task.options if verdict.right.get(o.id))
    if task.kind == "order":
        return " → ".join(linking.words(item.text, lang) for item in task.items)
    if task.kind == "citation":
        return provision_words(verdict.meant, lang)
    if task.kind == "day":
        return (
            day_words(verdict.meant, lang)
            if verdict.meant[:1].isdigit()
            else trace.value_words(task.rule, verdict.meant, lang)
        )
    if task.kind == "edition":
        return trace.edition_name(verdict.meant, lang)
    if task.kind == "decisive":
        group = _group(task)
        return "; ".join(word(lang, "facts", group, n, "label") for n, good in verdict.right.items() if good)
    if task.kind == "competence":
        return "; ".join(word(lang, "values", body) for body, good in verdict.right.items() if good)
    return verdict.meant if task.kind == "amount" else _verdict_key(task, verdict, lang)


def _group(task: Any) -> str:
    cls: Any = find(task.rule).facts
    return str(cls.NAME)


def _verdict_key(task: Any, verdict: Verdict, lang: str) -> str:
    finding = verdict.finding
    if finding is None:
        return ""
    state = trace.value_state(finding.value)
    label: Text = task.labels.get("undecided" if state == "unknown" else state, "")
    said = linking.words(label, lang) if label else trace.outcome(finding, lang)
    if not finding.decided:
        group = _group(task)
        names = ", ".join(word(lang, "facts", group, m.fact, "label") for m in finding.missing)
        return f"{said} ({names})"
    places = [trace.badge(id_, lang) for id_ in sorted(right_reasons(task, finding))]
    return said + (f" ({'; '.join(p['act'] + ' ' + p['number'] for p in places)})" if places else "")


def _diagnosis(diagnosis: Diagnosis | None, lang: str) -> str:
    if diagnosis is None or not diagnosis.mutation:
        return ""
    return trace.mutation_words(diagnosis.rule, diagnosis.mutation, lang)


def _whys(task: Any, lang: str) -> dict[str, str]:
    return {o.id: str(linking.inline(o.why, lang)) for o in getattr(task, "options", ()) if o.why}
