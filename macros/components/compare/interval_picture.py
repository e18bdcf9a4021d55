"""Values with their intervals on one axis; shared/interval_picture.js draws the same in the browser."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import NamedTuple

from markupsafe import Markup

from macros.languages import number

WIDTH, LEFT, RIGHT, ROW, TOP = 344, 24, 318, 42, 4


class Row(NamedTuple):
    """One value with its interval; `strong`: the one that counts."""

    label: str
    value: float
    low: float
    high: float
    strong: bool = False


def interval_picture(rows: list[Row], *, title: str, description: str, id_: str, language: str) -> Markup:
    """The drawing as SVG, with its title and description for those who do not see it."""
    low, high, ticks = axis_for(rows)

    def x(value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (value - low) / (high - low)

    def line(x1: float, y1: float, x2: float, y2: float, name: str) -> Markup:
        text = '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" class="p2p-intervals__{}"></line>'
        return Markup(text).format(x1, y1, x2, y2, name)

    def text(at: float, y: float, words: str, anchor: str) -> Markup:
        return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}" class="p2p-figure__text">{}</text>').format(at, y, anchor, words)

    bottom = TOP + len(rows) * ROW
    parts = []
    for tick in ticks:
        written = number(tick, language).replace("-", "−")
        parts += [line(x(tick), bottom, x(tick), bottom + 5, "axis"), text(x(tick), bottom + 19, written, "middle")]
    parts += [line(LEFT, bottom, RIGHT, bottom, "axis"), line(x(0), TOP, x(0), bottom, "zero")]
    for place, row in enumerate(rows):
        y = TOP + place * ROW
        name = "strong" if row.strong else "weak"
        parts += [
            text(LEFT, y + 13, row.label, "start"), line(x(row.low), y + 27, x(row.high), y + 27, name),
            line(x(row.low), y + 22, x(row.low), y + 32, name), line(x(row.high), y + 22, x(row.high), y + 32, name),
            Markup('<circle cx="{:.1f}" cy="{:.1f}" r="5" class="p2p-intervals__{}"></circle>').format(x(row.value), y + 27, name),
        ]  # fmt: skip
    return Markup(
        '<svg viewBox="0 0 {} {}" class="p2p-intervals" role="img" aria-labelledby="{}-title {}-words">'
        '<title id="{}-title">{}</title><desc id="{}-words">{}</desc>{}</svg>'
    ).format(WIDTH, bottom + 26, id_, id_, id_, title, id_, description, Markup("").join(parts))


def axis_for(rows: list[Row]) -> tuple[float, float, list[float]]:
    """Round ends and ticks that hold 0: steps of 1, 2 or 5 times a power of ten, about five of them."""
    lowest, highest = min(0.0, *(row.low for row in rows)), max(0.0, *(row.high for row in rows))
    rough = (highest - lowest or 1) / 5
    power = 10 ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * (1 - 1e-9))
    first = floor(lowest / step + 1e-9)
    last = max(ceil(highest / step - 1e-9), floor(lowest / step) + 1)
    return first * step, last * step, [float(f"{(first + place) * step:.12g}") for place in range(last - first + 1)]
