"""The marks of practice of one learner, all quizzes in one query and without the papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from attempts.models import Answer, Attempt, Mark
from quizzes.choosing import Met
from rules.moments import ALMATY

_attempts, _answers, _marks = Attempt.__table__.c, Answer.__table__.c, Mark.__table__.c
_ALL = (
    select(_attempts.document_id, _answers.task, _answers.stored_at, _marks.points, _marks["of"])
    .select_from(Attempt.__table__.join(Answer.__table__).join(Mark.__table__))
    .where(_attempts.learner_id == bindparam("learner"), _attempts.kind == "practice").order_by(_answers.stored_at)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class History:
    """Every mark with the document it belongs to, in the order of time."""

    marks: Sequence[tuple[str, Met]]

    def of(self, document_id: str) -> list[Met]:
        """The marks of one quiz."""
        return [met for document, met in self.marks if document == document_id]


def history_of(session: Session, learner_id: str | None) -> History:
    """Everything a learner practised; one query, none for a stranger."""
    if learner_id is None:
        return History(())
    rows = session.execute(_ALL, {"learner": learner_id})
    return History([
        (document, Met(task, points == of, at.astimezone(ALMATY).date())) for document, task, at, points, of in rows
    ])  # fmt: skip
