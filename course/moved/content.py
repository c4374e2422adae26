"""`course/moved.yaml`: the old name of a page or a module, and where its reader is led now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from checks.task import Frozen, Id
from library.kinds import DocumentKind
from library.reading import ContentFaults, Fault, read_yaml

FILE, NAME = "course/moved.yaml", "course"


class Moved(Frozen):
    """Old names (`module` or `module/page`) and new ones of the same kind."""

    id: str = Id
    audience: Literal["open"] = "open"
    names: dict[str, str] = {}

    def onward(self, name: str) -> str:
        """The new name; of a page of a module that moved whole, the module's; nothing where nothing moved."""
        module, _, page = name.partition("/")
        return self.names.get(name) or (self.names.get(module, "") if page else "")


def gather(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The file, if there is one; old names must be free, new ones must exist."""
    path = root / FILE
    if not path.exists():
        return
    raw = read_yaml(path, FILE)
    if not isinstance(raw, dict) or not all(isinstance(new, str) for new in raw.values()):
        raise ContentFaults([Fault(FILE, "file", "is not a mapping of old names to new ones")])
    if faults := [Fault(FILE, old, says) for old, new in raw.items() if (says := _fault(root, old, new))]:
        raise ContentFaults(faults)
    yield NAME, FILE, {"id": NAME, "names": raw}


def _fault(root: Path, old: str, new: str) -> str:
    """What speaks against one line; a page may also lead to a module."""
    if not _plain(old) or not _plain(new):
        return f"{old!r} or {new!r} is neither `module` nor `module/page`"
    if _stands(root, old):
        return "still exists, so it has not moved"
    if not _stands(root, new):
        return f"{new!r} does not exist"
    return "a module may not lead to one page" if "/" in new and "/" not in old else ""


def _plain(name: str) -> bool:
    parts = name.split("/")
    return len(parts) < 3 and all(part.replace("-", "").isalnum() and part.isascii() for part in parts)


def _stands(root: Path, name: str) -> bool:
    return (root / "course" / name / ("chapter.yaml" if "/" in name else "module.yaml")).exists()


MOVED = DocumentKind(
    "moved", Moved, gather, lambda _: (), lambda one: one.names, lambda name: "/course", lambda _: (), lambda _: (),
    lambda one: {"moved": len(one.names)}, lambda name, body: {FILE: body["names"]},
)  # fmt: skip
