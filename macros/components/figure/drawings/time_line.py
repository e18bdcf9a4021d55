"""Stretches of time below each other, as long as they last."""

from __future__ import annotations

from macros.components.figure.canvas import LINE, WIDTH, Canvas
from macros.components.figure.plan import Plan

BAR = 88


def time_line(canvas: Canvas, plan: Plan) -> None:
    """The parts of a session; their length on paper grows with their minutes."""
    _stretches(canvas, plan, [plan.minutes[part] for part in plan.labels])


def months(canvas: Canvas, plan: Plan) -> None:
    """The phases of a school year, with the months they take."""
    names, begin = [], 0
    for phase in plan.labels:
        end = begin + plan.values[phase] - 1
        names.append(plan.months[begin] if begin == end else f"{plan.months[begin]} – {plan.months[end]}")
        begin = end + 1
    _stretches(canvas, plan, names, bar=112)


def _stretches(canvas: Canvas, plan: Plan, names: list[str], bar: float = BAR) -> None:
    y = 2.0
    for number, (part, label) in enumerate(plan.labels.items()):
        room = WIDTH - bar - 14
        height = max(canvas.said_height(label, room) + 12, 8 + LINE * 2 + 6 * plan.values[part])
        canvas.draw("rect", y + height, x=1, y=y, width=bar, height=height, class_=f"p2p-figure__box{' p2p-figure__box--strong' if number % 2 == 0 else ''}")
        inner = canvas.said_height(names[number], bar - 8, True)
        canvas.text(1 + bar / 2, y + (height - inner) / 2, names[number], bar - 8, bold=True, strong=number % 2 == 0)
        canvas.said(bar + 12, y + (height - canvas.said_height(label, room)) / 2, label, room, anchor="start")
        y += height
    canvas.height += 2
