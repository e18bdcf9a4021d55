"""Three people and what runs between each two of them."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.plan import Plan

BOX = 124
ARM = 20


def triangle(canvas: Canvas, plan: Plan) -> None:
    """The Senior above, the tutor on the left, the tutee on the right; each side says what runs along it."""
    label = plan.labels
    top = canvas.box((WIDTH - BOX) / 2, 2, BOX, label["senior"], strong=True)
    room = WIDTH / 2 - ARM - 16
    end = max(
        canvas.said(ARM + 10, top + 8, label["senior-tutor"], room, anchor="start"),
        canvas.said(WIDTH - ARM - 10, top + 8, label["senior-tutee"], room, anchor="end"),
    ) + 8
    middle = (top + 2) / 2
    canvas.arrow(((WIDTH - BOX) / 2, middle), (ARM, middle), (ARM, end - 2))
    canvas.arrow(((WIDTH + BOX) / 2, middle), (WIDTH - ARM, middle), (WIDTH - ARM, end - 2))
    low = max(canvas.box(2, end, BOX, label["tutor"]), canvas.box(WIDTH - BOX - 2, end, BOX, label["tutee"]))
    between = (end + low) / 2
    canvas.arrow((BOX + 4, between), (WIDTH - BOX - 4, between))
    canvas.arrow((WIDTH - BOX - 4, between), (BOX + 4, between))
    canvas.said(WIDTH / 2, low + 8, label["tutor-tutee"], WIDTH - 20)
