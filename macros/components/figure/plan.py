"""What a drawing is given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Labels and values by id, in order, and everything already written in the page's language.

    `shares` holds, for a chart, each label's number in percent and how it is written;
    `minutes` how each value is written as minutes; `months` the names of the months.
    """

    labels: dict[str, str]
    values: dict[str, int]
    minutes: dict[str, str]
    months: list[str]
    shares: dict[str, tuple[float, str]]
