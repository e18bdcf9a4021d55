"""A telephone number that a young person or a teacher can call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.entry import Facts, Place, SourceId, Text, Words

Country = Literal["it", "ro", "tr", "eu"]


class Helpline(Facts):
    """The facts of one helpline."""

    country: Country = Field(description="Where it can be called.")
    number: Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 ]*$")] = Field(
        description="The number, as one dials it, in quotes."
    )
    source: SourceId | None = Field(default=None, description="Where the number was found.")
    checked: date | None = Field(default=None, description="The day it was last verified.")
    hours: int | None = Field(default=None, description="24 when it answers day and night.")
    emergency: bool = Field(default=False, description="true for danger to life.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        if self.source:
            yield ("source",), "sources", self.source


class HelplineWords(Words):
    """The words of one helpline in one language."""

    name: Text = Field(description="What it is called; a proper name stays as it is.")
    use: Text = Field(description="When to call it.")
    note: Text | None = Field(default=None, description="Languages, cost, anything that helps to dare to call.")
