"""Four fields between two axes."""

from __future__ import annotations

from macros.components.figure.canvas import LINE, PADDING, WIDTH, Canvas
from macros.components.figure.plan import Plan

FIELDS = (("aggressive", "assertive"), ("manipulative", "passive"))


def fields(canvas: Canvas, plan: Plan) -> None:
    """Above those who say what they need, on the right those who respect the other; assertive is marked."""
    label = plan.labels
    width = (WIDTH - 8) / 2
    y = canvas.text(2, 2, f"↑ {label['own-needs'].removesuffix(' →')}", WIDTH - 4, anchor="start", bold=True) + 6
    for row in FIELDS:
        height = max(canvas.said_height(label[name], width - 2 * PADDING, name == "assertive") for name in row) + 2 * PADDING + LINE
        for column, name in enumerate(row):
            canvas.box(2 + column * (width + 4), y, width, label[name], strong=name == "assertive", height=height)
        y += height + 4
    canvas.text(WIDTH - 2, y + 4, label["others-needs"], WIDTH - 4, anchor="end", bold=True)
