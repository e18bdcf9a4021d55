"""Sessions of a block as dots: weeks beside each other, the least filled, more of them empty."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.plan import Plan


def dots(canvas: Canvas, plan: Plan) -> None:
    """`weeks` columns; `least` filled dots in the first `sure-weeks`, empty ones up to `most`."""
    value, label = plan.values, plan.labels
    step = (WIDTH - 24) / value["weeks"]
    base = 24.0 * value["most"]
    for week in range(value["weeks"]):
        x = 12 + step * (week + 0.5)
        for session in range(value["most"]):
            filled = session < value["least"] and week < value["sure-weeks"]
            canvas.draw("circle", base, cx=x, cy=base - 24 * session - 10, r=8, class_="p2p-figure__head" if filled else "p2p-figure__line")
        canvas.text(x, base + 4, str(week + 1), step, bold=True)
    canvas.line((12, base + 2), (WIDTH - 12, base + 2))
    y = canvas.text(WIDTH / 2, base + 22, label["week"], WIDTH - 8) + 4
    for name in ("least", "up-to", "minutes"):
        y = canvas.text(6, y, label[name], WIDTH - 12, anchor="start") + 3
