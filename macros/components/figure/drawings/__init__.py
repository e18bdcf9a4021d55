"""One file for each way of drawing; DRAWINGS says which figure is drawn how."""

from __future__ import annotations

from macros.components.figure.drawings.bars import bars
from macros.components.figure.drawings.curve import curve
from macros.components.figure.drawings.dots import dots
from macros.components.figure.drawings.fields import fields
from macros.components.figure.drawings.route import route
from macros.components.figure.drawings.steps import cycle, steps
from macros.components.figure.drawings.time_line import months, time_line
from macros.components.figure.drawings.triangle import triangle

DRAWINGS = {
    "programme-steps": cycle,
    "session-timeline": time_line,
    "escalation-route": route,
    "triangle": triangle,
    "stress-curve": curve,
    "matching-steps": steps,
    "programme-year": months,
    "dose": dots,
    "four-styles": fields,
    "decision-steps": cycle,
    "early-leaving": bars,
}
