"""A country's lines for absence, in the unit in which its law counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.models.entry import Facts, Id, Place, SourceId, Strict, Text, Words


class Line(Strict):
    """One line: so much missed, and something follows."""

    id: Id = Field(description="The name of the line.")
    counts: Literal["all", "unexcused"] = Field(description="Every absence, or only that without an excuse.")
    amount: Annotated[int, Field(ge=1)] | None = Field(default=None, description="Hours or days.")
    share: Annotated[int, Field(ge=1, le=99)] | None = Field(default=None, description="Percent of the year's time, instead of an amount.")
    repeats: bool = Field(default=False, description="true when it follows again after each further amount.")
    sources: Annotated[list[SourceId], Field(min_length=1)] = Field(description="Where the rule was read.")

    @model_validator(mode="after")
    def _amount_or_share(self) -> Line:
        if (self.amount is None) == (self.share is None):
            raise ValueError("A line has either 'amount' or 'share'.")
        return self


class AttendanceRule(Facts):
    """The facts of one country's rules on absence."""

    country: Literal["it", "ro", "tr"] = Field(description="Whose rules.")
    unit: Literal["hours", "days"] = Field(description="What the law counts in.")
    scheduled: Annotated[int, Field(ge=1)] = Field(description="Hours or days of a usual school year; the reader can change it.")
    lines: Annotated[list[Line], Field(min_length=1)] = Field(description="The lines, the first to be met first.")
    retrieved: date = Field(description="The day the sources were read.")
    look_again: date | None = Field(default=None, description="The day after which a newer rule is likely.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, line in enumerate(self.lines):
            for number, source in enumerate(line.sources):
                yield ("lines", place, "sources", number), "sources", source

    def word_keys(self) -> dict[Place, list[str]]:
        return {("lines",): [line.id for line in self.lines]}


class AttendanceRuleWords(Words):
    """The words of one country's rules on absence."""

    year: Text = Field(description="How the usual year comes about: hours a week, weeks.")
    lines: dict[str, Text] = Field(description="What follows at each line.")
