"""Day and amount: a last day or a number that a rule counts."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from checks.fields import Form, one
from checks.task import Facts, Task, Text, accepted, diagnose, finding_of, kind
from checks.verdict import AnswerFault, Verdict
from kazakh.letters import loose

_MONTHS = {
    loose(name): number
    for number, names in enumerate(
        ("қаңтар января january", "ақпан февраля february", "наурыз марта march", "сәуір апреля april",
         "мамыр мая may", "маусым июня june", "шілде июля july", "тамыз августа august",
         "қыркүйек сентября september", "қазан октября october", "қараша ноября november",
         "желтоқсан декабря december"), start=1)
    for name in names.split()
}  # fmt: skip


class DayTask(Task):
    """A day that the rule gives."""


class AmountTask(Task):
    """A number that the rule gives, or that a provision states (`value`)."""

    unit: Text
    value: int | None = None


def read_day(task: DayTask, form: Form) -> str:
    """The day as YYYY-MM-DD; read from 14.10.2025, 2025-10-14, «14 қазан 2025», «2025 жылғы 14 қазан»."""
    text = one(form, "day", 60)
    day = day_in(text)
    if day is None:
        raise AnswerFault("day", "answer_not_a_day", text)
    return day.isoformat()


def day_in(text: str) -> date | None:
    """The day written in the text in any usual form, or None."""
    numbers = [int(n) for n in re.findall(r"\d{1,4}", text)]
    months = [m for word in re.findall(r"[^\W\d_]+", text) if (m := _month(word))]
    try:
        if len(numbers) == 3 and not months:
            year_first = numbers[0] > 31
            return date(*numbers) if year_first else date(numbers[2], numbers[1], numbers[0])
        if len(numbers) == 2 and len(months) == 1:
            year, day = max(numbers), min(numbers)
            return date(year, months[0], day)
    except ValueError:
        return None
    return None


def _month(word: str) -> int:
    folded = loose(word)
    return next((number for name, number in _MONTHS.items() if folded.startswith(name[:5]) and len(name) > 3), 0) or (
        _MONTHS.get(folded, 0)
    )


def grade_day(task: DayTask, answer: str, facts: Facts) -> Verdict:
    """The rule's day; where two conventions give two days both pass and are named."""
    finding = finding_of(task, facts)
    values = accepted(finding)
    good = answer in values
    words = "day-wrong" if not good else ("day-right-other-reading" if values[answer] else "day-right")
    return Verdict(
        int(good), 1, words, finding, None if good else diagnose(task, facts, answer), provisions=task.provisions,
        read_as=answer, meant=str(next(iter(values))), parted=-1 if good else len(finding.steps) - 1,
    )  # fmt: skip


def read_amount(task: AmountTask, form: Form) -> int:
    """A whole number, blanks and the unit forgiven."""
    return whole_number(form, "amount")


def whole_number(form: Form, field: str) -> int:
    """The whole number in the field; `AnswerFault` where there is none."""
    text = one(form, field, 40)
    digits = re.fullmatch(r"\s*(\d[\d\s\u00a0]{0,11})\D{0,25}", text)
    if not digits:
        raise AnswerFault(field, "answer_not_a_number", text)
    return int(re.sub(r"\s", "", digits.group(1)))


def _amount_key(task: AmountTask, facts: Facts) -> Any:
    return accepted(finding_of(task, facts)) if task.rule else {task.value: ""}


def grade_amount(task: AmountTask, answer: int, facts: Facts) -> Verdict:
    """All or nothing."""
    values = _amount_key(task, facts)
    good = answer in values
    finding = finding_of(task, facts) if task.rule else None
    wrong = diagnose(task, facts, answer) if task.rule and not good else None
    return Verdict(
        int(good), 1, "amount-right" if good else "amount-wrong", finding, wrong, provisions=task.provisions,
        read_as=str(answer), meant=str(next(iter(values))),
    )  # fmt: skip


def _free(task: Task, facts: Facts) -> None:
    """A variant may change the day or the number."""


kind("day", DayTask, read_day, grade_day, lambda task, facts: list(accepted(finding_of(task, facts))), kept=_free)
kind("amount", AmountTask, read_amount, grade_amount, lambda task, facts: list(_amount_key(task, facts)), kept=_free)
