"""A figure with its year and source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from macros.models.entry import Facts, Place, SourceId, Text, Words


class Fact(Facts):
    """One figure that prose may quote."""

    value: float | int = Field(description="The figure.")
    unit: Literal[
        "percent", "percentage-points", "months", "effect-size", "count", "standard-deviations", "hours", "days"
    ] = Field(description="What the figure is counted in.")
    year: int | Text | None = Field(default=None, description="The year it describes, or a text such as 2016/17.")
    place: Literal["it", "ro", "tr", "eu", "us", "uk", "int"] | None = Field(
        default=None, description="Where it was measured."
    )
    source: SourceId = Field(description="Where it comes from.")
    retrieved: date = Field(description="The day the source was read.")
    look_again: date | None = Field(default=None, description="The day after which a newer figure is likely.")
    low: float | int | None = Field(default=None, description="Lower end of the interval.")
    high: float | int | None = Field(default=None, description="Upper end of the interval.")

    @model_validator(mode="after")
    def _the_interval_holds_the_value(self) -> Fact:
        if (self.low is None) != (self.high is None):
            raise ValueError("An interval has both 'low' and 'high'.")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise ValueError("The value lies outside its interval.")
        return self

    def references(self) -> Iterator[tuple[Place, str, str]]:
        yield ("source",), "sources", self.source


class FactWords(Words):
    """The words of one figure in one language."""

    name: Text = Field(description="What it measures: always the exact statistic.")
    note: Text | None = Field(default=None, description="What must be said with it.")
