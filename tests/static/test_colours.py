"""Every pair of ink and paper that the pages use, light and dark, keeps the promised contrast."""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "static/css/tokens.css").read_text("utf-8")
TEXT = ("ink", "ink-soft", "touch", "care", "right", "wrong", "open")
GROUNDS = ("paper", "paper-low", "touch-low", "care-low")
THEMES = {"light": ":root {", "dark": ':root[data-theme="dark"]', "dark by system": ':root:not([data-theme="light"])'}


def palette(selector: str) -> dict[str, str]:
    """Names and hexadecimal colours of the block that the selector opens."""
    start = TOKENS.index(selector)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", TOKENS[start : TOKENS.index("}", start)]))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_seven_to_one_on_every_ground(theme: str) -> None:
    colours = palette(THEMES[theme])
    pairs = [(ink, ground) for ink, ground in product(TEXT, GROUNDS)] + [("on-touch", "touch"), ("paper", "ink")]
    faint = {(a, b): contrast(colours[a], colours[b]) for a, b in pairs if contrast(colours[a], colours[b]) < 7}
    assert not faint


@pytest.mark.parametrize("theme", THEMES)
def test_lines_of_controls_have_four_and_a_half_to_one(theme: str) -> None:
    colours = palette(THEMES[theme])
    assert all(contrast(colours["line"], colours[ground]) >= 4.5 for ground in GROUNDS)


def test_dark_by_choice_is_dark_by_system() -> None:
    assert palette(THEMES["dark"]) == palette(THEMES["dark by system"])
