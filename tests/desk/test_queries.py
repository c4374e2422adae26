"""What students type, and what must come first: stems, missing letters, mistakes, three languages, citations."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desk.search import asking
from library.service import STRANGER

ROWS = list(csv.DictReader((Path(__file__).parent / "queries.csv").open(encoding="utf-8")))


def test_there_are_eighty_queries_of_every_kind() -> None:
    assert len({row["query"] for row in ROWS}) >= 80
    assert {row["first"].partition(":")[0] for row in ROWS} >= {"term", "page", "law", "case"}


@pytest.mark.parametrize("part", range(10))
def test_the_first_hit_is_the_one_that_answers(any_session: Session, part: int) -> None:
    missed = []
    for row in ROWS[part::10]:
        hits = asking.ask(any_session, STRANGER, row["query"]).hits
        first = f"{hits[0].kind}:{hits[0].name}" if hits else "nothing"
        if first != row["first"]:
            missed.append(f"{row['query']}: {first}, meant is {row['first']}")
    assert not missed, "\n".join(missed)
