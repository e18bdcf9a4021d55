"""A poster or a slide of facts: few figures, each with its name, year and source, and one question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from macros.models.entry import Facts, Id, Place, Text, Words


class Poster(Facts):
    """The facts of one poster."""

    shape: Literal["poster", "slide"] = Field(description="'poster' is upright, for A4 and A3; 'slide' is 16 by 9.")
    facts: Annotated[list[Id], Field(min_length=1, max_length=4)] = Field(description="The figures it shows, in order.")

    first: dict[str, Id] = Field(
        default={}, description="For a language: the figure that comes first, as a rule its country's."
    )

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, fact in enumerate(self.facts):
            yield ("facts", place), "facts", fact
        for language, fact in self.first.items():
            yield ("first", language), "facts", fact

    def facts_in(self, language: str) -> list[str]:
        """The figures shown in `language`, in order."""
        return [*([self.first[language]] if language in self.first else []), *self.facts]


class PosterWords(Words):
    """The words of one poster in one language."""

    title: Text = Field(description="The line that is read from the other end of a corridor.")
    lead: Text = Field(description="One or two sentences under it.")
    ask: Text = Field(description="The question to the reader: one thing, by a date.")
