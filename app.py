"""Tarmaq: the application put together; wiring only."""

from __future__ import annotations

from flask import Flask

import accounts.commands
import accounts.views
import attempts.service
import cases.group.views
import cases.results.views
import cases.views
import course.book.commands
import course.book.views
import course.notes.service
import course.notes.views
import course.offline.views
import course.projector.views
import course.terms.views
import course.views
import desk.misconceptions.views
import desk.review.service
import desk.review.views
import desk.search.filling
import desk.search.views
import desk.views
import law.api.views
import law.changes.views
import law.commands
import law.views
import law.work.views
import quizzes.sheets.views
import quizzes.views
import web.schema
import web.shelf
from cases import documents as case_documents
from course import documents as course_documents
from library import kinds, loading
from quizzes import documents as quiz_documents
from web import db, errors, locale, pages, security, settings

# each has a blueprint
PAGES = (
    desk.views,
    desk.misconceptions.views,
    desk.review.views,
    desk.search.views,
    course.views,
    course.terms.views,
    course.notes.views,
    course.book.views,
    course.offline.views,
    course.projector.views,
    cases.views,
    cases.group.views,
    cases.results.views,
    quizzes.views,
    quizzes.sheets.views,
    law.views,
    law.api.views,
    law.work.views,
    law.changes.views,
    accounts.views,
)


def create_app(given: settings.Settings | None = None) -> Flask:
    """The site with the settings of the environment, or with those given (tests)."""
    chosen = given or settings.read_settings()
    app = Flask("tarmaq", root_path=str(settings.ROOT), static_folder="static")
    app.extensions["tarmaq"] = chosen
    db.init(app, chosen.database_url)
    security.init(app, chosen)
    locale.init(app)
    errors.init(app)
    pages.init(app)
    app.extensions["tarmaq.embeds"] = {"quiz": quizzes.views.embed, "figure": course.views.embed_figure}
    app.extensions["tarmaq.on_wall"] = quizzes.sheets.views.on_wall
    app.extensions["tarmaq.learner_parts"] = [attempts.service, course.notes.service, desk.review.service]
    app.extensions["tarmaq.after_practice"] = [desk.review.views.after_practice]
    _register(app)
    accounts.views.init(app)
    loading.after_load[:] = [desk.search.filling.fill]
    return app


def _register(app: Flask) -> None:
    for kind in (*course_documents.KINDS, *quiz_documents.KINDS, *case_documents.KINDS):
        kinds.register(kind)
    for views in PAGES:
        app.register_blueprint(views.blueprint)
    for part in (web.schema, web.shelf, law.commands, accounts.commands):
        app.cli.add_command(part.commands)
