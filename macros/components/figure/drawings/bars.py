"""Bars for shares in percent, from zero, each with its number."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas, text_width
from macros.components.figure.plan import Plan


def bars(canvas: Canvas, plan: Plan) -> None:
    """The longest bar fills the width that its number leaves free."""
    widest = max(text_width(written, True) for _, written in plan.shares.values())
    unit = (WIDTH - widest - 14) / max(share for share, _ in plan.shares.values())
    y = 2.0
    for name, label in plan.labels.items():
        share, written = plan.shares[name]
        y = canvas.text(2, y, label, WIDTH - 4, anchor="start") + 2
        canvas.draw("rect", y + 18, x=2, y=y, width=share * unit, height=18, class_="p2p-figure__box p2p-figure__box--strong")
        canvas.text(share * unit + 8, y, written, widest + 4, anchor="start", bold=True)
        y += 28
