"""Numbered steps below each other; in a cycle the last leads back to the first."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.plan import Plan

GAP = 18


def steps(canvas: Canvas, plan: Plan) -> None:
    """Boxes with numbers, joined by arrows."""
    _boxes(canvas, plan, WIDTH - 44)


def cycle(canvas: Canvas, plan: Plan) -> None:
    """The same, with an arrow back from the last box to the first."""
    first, last = _boxes(canvas, plan, WIDTH - 70)
    right = 36 + WIDTH - 70
    canvas.arrow((right, last), (WIDTH - 8, last), (WIDTH - 8, first), (right + 2, first))


def _boxes(canvas: Canvas, plan: Plan, width: float) -> tuple[float, float]:
    y = 2.0
    middles = []
    for number, label in enumerate(plan.labels.values(), 1):
        if number > 1:
            canvas.arrow((36 + width / 2, y), (36 + width / 2, y + GAP - 2))
            y += GAP
        bottom = canvas.box(36, y, width, label)
        middle = (y + bottom) / 2
        canvas.draw("circle", middle + 13, cx=16, cy=middle, r=13, class_="p2p-figure__box p2p-figure__box--strong")
        canvas.text(16, middle - 9, str(number), 26, bold=True, strong=True)
        middles.append(middle)
        y = bottom
    return middles[0], middles[-1]
