"""Forms on the shelf: `content/forms/<id>.yaml`, laid into the tasks that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checks.paper_forms import PaperForm, faults
from library.kinds import DocumentKind
from library.reading import ContentFaults, Fault, read_yaml

_FOLDER = "forms"
_NAME = re.compile(r"[a-z0-9-]+")


def gather(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every form file under the root's `forms` folder, in the order of names."""
    for path in sorted((root / _FOLDER).glob("*.yaml")):
        shown = path.relative_to(root).as_posix()
        raw = read_yaml(path, shown)
        if not isinstance(raw, Mapping) or raw.get("id") != path.stem:
            raise ContentFaults([Fault(shown, "id", f"is not a form whose id is the file's name {path.stem!r}")])
        yield path.stem, shown, dict(raw)


def lay_in(root: Path, case: dict[str, Any]) -> dict[str, Any]:
    """The case with its forms beside the tasks that name them: an attempt keeps the form as it was."""
    tasks = case.get("tasks")
    if not isinstance(tasks, list) or not any(map(_names_form, tasks)):
        return case
    laid = [{**task, "paper": _raw(root, task.get("form"))} if _names_form(task) else task for task in tasks]
    return {**case, "tasks": laid}


def _raw(root: Path, name: Any) -> Any:
    """The form of that name as its file has it, or nothing."""
    path = root / _FOLDER / f"{name}.yaml"
    found = isinstance(name, str) and _NAME.fullmatch(name) and path.is_file()
    return read_yaml(path, path.relative_to(root).as_posix()) if found else None


def take_out(case: Mapping[str, Any]) -> dict[str, Any]:
    """The case as its file has it, without the forms."""
    tasks = [
        {name: value for name, value in task.items() if name != "paper"} if _names_form(task) else task
        for task in case["tasks"]
    ]
    return {**case, "tasks": tasks}


def _names_form(task: Any) -> bool:
    return isinstance(task, Mapping) and task.get("kind") == "document"


def marking(paper: Mapping[str, Any] | None) -> Any:
    """What of a form decides marks: its fields with kind, need and options; not its words."""
    if paper is None:
        return None
    fields = [
        [field["id"], field["kind"], field["required"], field["part"], [option["id"] for option in field["options"]]]
        for field in paper["fields"]
    ]
    return [paper["id"], paper["editions"], fields]


FORM = DocumentKind(
    "form", PaperForm, gather, faults, lambda form: marking(form.model_dump(mode="json")),
    lambda name: f"/cases#{name}", lambda form: [], lambda form: [], lambda form: {"forms": 1},
    lambda name, body: {f"{_FOLDER}/{name}.yaml": body},
)  # fmt: skip
