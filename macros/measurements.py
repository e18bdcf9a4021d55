"""What a school writes down for each indicator: whose figures, at which moments, which numbers.

The workbook on the page, the spreadsheets and the CSV files all ask for these and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.library import Library
from macros.models.indicator import LEVELS, Indicator

Shape = Literal["share", "quotient", "mean", "change", "effect"]
MOMENTS = ("start", "middle", "end", "follow-up")
CHANGE = "change"
"""Stands where a moment stands: the changes of the same people from start to end."""
GROUPS = ("school", "programme", "tutees", "tutors", "comparison")
TIERS = ("starter", "standard", "advanced")
COUNTS = ("numerator", "denominator")
SAMPLE = ("count", "mean", "deviation")
_MOMENT_OF = {
    "before-start": ("start",), "monthly": ("middle", "end"), "after-event": ("end",), "yearly": ("follow-up",),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line to fill in: an indicator, a group, a moment (or CHANGE)."""

    indicator: str
    group: str
    moment: str
    shape: Shape

    @property
    def key(self) -> str:
        """The line's name in files: O6.tutees.start."""
        return f"{self.indicator}.{self.group}.{self.moment}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The numbers it takes."""
        return fields_of(self.shape)


def fields_of(shape: Shape) -> tuple[str, ...]:
    """The numbers that a shape takes, in the order in which they are written."""
    return COUNTS if shape in ("share", "quotient") else SAMPLE


def shape_of(facts: Indicator) -> Shape:
    """How the figures of an indicator become a result.

    share: whole numbers, one part of the other, in percent; quotient: any two numbers; mean: people, mean
    and spread; change: the same at two moments, and of the changes; effect: the same of two groups.
    """
    if facts.measure == "ratio" and facts.unit == "percent":
        return "share"
    if facts.measure in ("ratio", "index"):
        return "quotient"
    if facts.measure == "standardised-difference":
        return "effect"
    return "change" if facts.measure == "difference" else "mean"


def moments_of(facts: Indicator) -> tuple[str, ...]:
    """The moments of the workbook at which an indicator is written down."""
    named = {one for moment in facts.moments for one in _MOMENT_OF.get(moment, (moment,))}
    if shape_of(facts) == "effect":  # groups can be compared at the end only where the start is known
        named.add("start")
    return tuple(moment for moment in MOMENTS if moment in named)


def in_order(library: Library) -> list[str]:
    """All indicators: starters first, and within each set by level."""
    def place(name: str) -> tuple[int, int]:
        facts = library.entry("indicators", name)
        return TIERS.index(facts.tier), LEVELS.index(facts.level)

    return sorted(library.names("indicators"), key=place)


def lines_of(library: Library, name: str) -> Iterator[Line]:
    """The lines of one indicator, group by group; of a change, the changes come last."""
    facts = library.entry("indicators", name)
    shape = shape_of(facts)
    moments = (*moments_of(facts), *((CHANGE,) if shape == "change" else ()))
    for group in facts.groups:
        for moment in moments:
            yield Line(name, group, moment, shape)


def limits_of(library: Library, name: str) -> tuple[float, float] | None:
    """The lowest and highest mean that can be: the ends of the scale, or of a percentage."""
    facts = library.entry("indicators", name)
    if shape_of(facts) != "change":
        return None
    if facts.unit == "percentage-points":
        return 0, 100
    values = [
        point.value
        for form in facts.fed_by
        if form in library.names("questionnaires")
        for point in library.entry("scales", library.entry("questionnaires", form).scale).points
    ]
    return (min(values), max(values)) if values else None
