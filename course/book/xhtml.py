"""Our clean HTML as XHTML, which readers of EPUB demand: every tag closed, every attribute with a value."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "col"})


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = "".join(
            f' {name}="{escape(name if value is None else value)}"' for name, value in attrs if name not in _UNKNOWN
        )
        self.out.append(f"<{tag}{given}{'/' if tag in _VOID else ''}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while (last := self.open.pop()) != tag:
                self.out.append(f"</{last}>")
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(escape(data, quote=False))


# obsolete in HTML5: a strict reader refuses the file
_UNKNOWN = frozenset({"align"})


def xhtml(html: str) -> str:
    """A part of a page, well-formed."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "".join(writer.out) + "".join(f"</{tag}>" for tag in reversed(writer.open))
