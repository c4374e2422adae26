"""Words of documents: plain Kazakh text or one text for each language, falling back to Kazakh."""

from __future__ import annotations

from typing import Literal

Text = str | dict[Literal["kk", "ru", "en"], str]


def in_language(text: Text, lang: str) -> tuple[str, str]:
    """The text and the language it is in: the reader's where there is one, else Kazakh."""
    if isinstance(text, str):
        return text, "kk"
    if lang in text:
        return text[lang], lang  # type: ignore[index]
    return text["kk"], "kk"


def kazakh(text: Text) -> str:
    """The Kazakh text."""
    return in_language(text, "kk")[0]
