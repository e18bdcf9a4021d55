"""Three people and what runs between each two of them."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.plan import Plan

BOX = 124


def triangle(canvas: Canvas, plan: Plan) -> None:
    """The Senior above, the tutor on the left, the tutee on the right."""
    label = plan.labels
    top = canvas.box((WIDTH - BOX) / 2, 2, BOX, label["senior"], strong=True)
    half = WIDTH / 2 - 22
    left, right = BOX / 2 + 2, WIDTH - BOX / 2 - 2
    below = top + 22
    end = max(
        canvas.said(left + 14, below, label["senior-tutor"], half - 24, anchor="start"),
        canvas.said(right - 14, below, label["senior-tutee"], half - 24, anchor="end"),
    ) + 14
    for x, toward in ((left - 8, (WIDTH - BOX) / 2), (right + 8, (WIDTH + BOX) / 2)):
        canvas.arrow((toward, (top + 2) / 2), (x, (top + 2) / 2), (x, end - 2))
    low = max(canvas.box(2, end, BOX, label["tutor"]), canvas.box(WIDTH - BOX - 2, end, BOX, label["tutee"]))
    middle = (end + low) / 2
    canvas.arrow((BOX + 4, middle), (WIDTH - BOX - 4, middle))
    canvas.arrow((WIDTH - BOX - 4, middle), (BOX + 4, middle))
    canvas.said(WIDTH / 2, low + 8, label["tutor-tutee"], WIDTH - 20)
