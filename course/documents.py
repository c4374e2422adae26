"""How modules, pages and the glossary enter the shelf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from course import content as c
from course import figures as f
from course.moved.content import MOVED
from library.kinds import DocumentKind


def _page_files(name: str, body: dict[str, Any]) -> Mapping[str, Any]:
    folder = f"course/{name}"
    texts = body["text"] if isinstance(body["text"], dict) else {"kk": body["text"]}
    chapter = {key: value for key, value in body.items() if key != "text"}
    return {f"{folder}/chapter.yaml": chapter, **{f"{folder}/{lang}.md": text for lang, text in texts.items()}}


def _nothing(_: Any) -> Iterable[tuple[str, str]]:
    return ()


MODULE = DocumentKind(
    "module", c.Module, c.gather_modules, c.prove_module,
    lambda m: [m.id, [o.id for o in m.objectives], list(m.pages)],
    lambda name: f"/course/{name}", c.module_links, lambda m: [f"module:{m.id}"],
    lambda m: {"modules": 1, "objectives": len(m.objectives), "control questions": len(m.control_questions)},
    lambda name, body: {f"course/{name}/module.yaml": body},
)  # fmt: skip
PAGE = DocumentKind(
    "page", c.Page, c.gather_pages, c.prove_page, lambda p: [p.id, list(p.objectives)],
    lambda name: f"/course/{name}", c.page_links, lambda p: [f"page:{p.id}"], c.page_counts, _page_files,
    unsourced=c.unsourced,
)  # fmt: skip
GLOSSARY = DocumentKind(
    "glossary", c.Glossary, c.gather_glossary, _nothing, lambda g: [t.id for t in g.terms],
    lambda name: "/glossary", _nothing, lambda g: [f"term:{t.id}" for t in g.terms],
    lambda g: {"terms": len(g.terms)}, lambda name, body: {f"glossary/{name}.yaml": body["terms"]},
)  # fmt: skip
FIGURE = DocumentKind(
    "figure", f.Figure, f.gather, f.prove, lambda one: one.id, lambda name: f"/course/figures/{name}", f.links,
    lambda one: [f"figure:{one.id}"], lambda one: {"figures": 1}, lambda name, body: {f"figures/{name}.yaml": body},
)  # fmt: skip
KINDS = (GLOSSARY, FIGURE, MODULE, PAGE, MOVED)
