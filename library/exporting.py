"""Export: the current revisions of the house as the files that loading reads."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from library.canonical import written
from library.kinds import kinds
from library.models import HOUSE, Document, Revision


def export(session: Session, target: Path) -> int:
    """Write every current open document of the house below the target; the number of files."""
    rows = session.execute(
        select(Document.kind, Document.name, Revision.body)
        .join(Revision, Revision.id == Document.revision_id)
        .where(Document.owner == HOUSE, Document.retired_at.is_(None), Document.audience == "open")
        .order_by(Document.place)
    )
    count = 0
    for kind, name, body in rows:
        for path, content in kinds()[kind].files(name, body).items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content if isinstance(content, str) else written(content), "utf-8")
            count += 1
    return count
