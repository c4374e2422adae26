"""Alembic runs here, on the connection that the site gives."""

from alembic import context

import course.notes.models  # noqa: F401
import desk.review.models
import desk.search.models  # noqa: F401
import library.models  # noqa: F401
from database import Base, Plain


def render(kind, found, autogen_context):
    """Our JSON column by its name, not by its parts."""
    return "database.Plain" if kind == "type" and found is Plain else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=Base.metadata, render_as_batch=True, transactional_ddl=True,
    compare_type=True, render_item=render,
)  # fmt: skip
with context.begin_transaction():
    context.run_migrations()
