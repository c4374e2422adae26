"""Citation: the provision typed freely or composed act by act; act, article and paragraph are a point each."""

from __future__ import annotations

from pydantic import Field

from checks.citations import CitationFault, read_citation
from checks.fields import Form, one, optional
from checks.task import Facts, Task, kind
from checks.verdict import AnswerFault, Part, Verdict


class CitationTask(Task):
    """`accepts`: provisions any of which is right; `default_act` is understood where the act is not named."""

    accepts: tuple[str, ...] = Field(min_length=1)
    default_act: str = ""


def read(task: CitationTask, form: Form) -> str:
    """The provision id that the text names; composed fields `act`, `article`, `part`, `item` win over free text."""
    composed = [optional(form, name, 40) for name in ("act", "article", "part", "item")]
    if composed[0] and composed[1]:
        return "/".join(piece for piece in composed if piece)
    text = one(form, "citation")
    found = read_citation(text, default_act=task.default_act or None)
    if isinstance(found, CitationFault):
        raise AnswerFault("citation", f"citation_{found.reason}", text)
    place = found.provision
    if place is None:
        raise AnswerFault("citation", "citation_no_act", text)
    return place


def grade(task: CitationTask, answer: str, facts: Facts) -> Verdict:
    """Against each accepted provision, the best of them: a level counts only below a right one."""
    best = max((_parts(answer, wanted) for wanted in task.accepts), key=lambda parts: sum(p.points for p in parts))
    points, of = sum(p.points for p in best), sum(p.of for p in best)
    words = "citation-right" if points == of else ("citation-partly" if points else "citation-wrong")
    return Verdict(points, of, words, parts=best, provisions=task.accepts, read_as=answer, meant=task.accepts[0])


def _parts(answer: str, wanted: str) -> tuple[Part, ...]:
    given, meant = answer.split("/"), wanted.split("/")
    act = given[0] == meant[0]
    article = act and len(given) > 1 and given[1] == meant[1]
    parts = [
        Part("part-act", int(act), 1, given[0], meant[0]),
        Part("part-article", int(article), 1, "/".join(given[:2]), "/".join(meant[:2])),
    ]
    if len(meant) > 2:
        exact = article and given[2:] == meant[2:]
        parts.append(Part("part-paragraph", int(exact), 1, answer, wanted))
    return tuple(parts)


kind("citation", CitationTask, read, grade, lambda task, facts: list(task.accepts))
