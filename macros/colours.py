"""Colours: how well one can be read on another, and lighter or darker shades that can.

Formulas of WCAG 2.2: relative luminance and contrast ratio.
"""

from __future__ import annotations

READABLE = 4.5
WHITE, DARK_PAPER = "#ffffff", "#1e2129"  # the pages of the light and of the dark scheme


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours written as #rrggbb: 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, paper: str) -> str:
    """The shade nearest to `colour` that can be read on `paper`: mixed with black or white step by step."""
    ink = "#000000" if _luminance(paper) > 0.5 else "#ffffff"
    return next(shade for step in range(101) if contrast(shade := mixed(colour, ink, step / 100), paper) >= READABLE)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0 to 1) of `other`."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (one + (two - one) * share)):02x}" for one, two in parts)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
