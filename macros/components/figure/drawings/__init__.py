"""One file for each way of drawing; DRAWINGS names them."""

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
    "steps": steps,
    "cycle": cycle,
    "time-line": time_line,
    "months": months,
    "route": route,
    "triangle": triangle,
    "curve": curve,
    "dots": dots,
    "fields": fields,
    "bars": bars,
}
