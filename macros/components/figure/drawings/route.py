"""The way of a worry: one question with a way out at the side, then a straight line down."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.plan import Plan

GAP = 18


def route(canvas: Canvas, plan: Plan) -> None:
    """The second box, danger to life, is marked strongly; every box leads to the next."""
    y = 2.0
    for number, (name, label) in enumerate(plan.labels.items()):
        if number:
            canvas.arrow((WIDTH / 2, y), (WIDTH / 2, y + GAP - 2))
            y += GAP
        y = canvas.box(2, y, WIDTH - 4, label, strong=name == "danger")
