"""A curve like a hill over two axes, with three places named below it."""

from __future__ import annotations

from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.plan import Plan


def curve(canvas: Canvas, plan: Plan) -> None:
    """Upright what one can do, level the pressure; the three places stand under their part of the curve."""
    label = plan.labels
    top = canvas.text(2, 2, f"↑ {label['more-able']}", WIDTH - 4, anchor="start", bold=True) + 6
    base = top + 150
    canvas.line((10, top), (10, base), (WIDTH - 6, base))
    canvas.draw("path", base, d=f"M16 {base - 14:.0f}C80 {base - 20:.0f} 110 {top + 6:.0f} 172 {top + 6:.0f}S264 {base - 20:.0f} {WIDTH - 16} {base - 8:.0f}", class_="p2p-figure__line p2p-figure__line--thick")
    for x, y in ((48, base - 27), (172, top + 6), (WIDTH - 42, base - 17)):
        canvas.draw("circle", y + 5, cx=x, cy=y, r=5, class_="p2p-figure__head")
    end = max(canvas.text(x, base + 8, label[name], 104) for x, name in ((58, "low"), (172, "middle"), (WIDTH - 58, "high")))
    canvas.text(WIDTH - 4, end + 6, f"{label['more-pressure']} →", WIDTH - 8, anchor="end", bold=True)
