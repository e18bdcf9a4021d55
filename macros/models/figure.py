"""A drawn figure: what it says in words; how it is drawn stands in components/figure/drawings/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from macros.models.entry import Facts, Id, Place, Text, Words


class Figure(Facts):
    """The facts of one figure."""

    labels: Annotated[list[Id], Field(min_length=1)] = Field(description="The texts inside the drawing, in order.")
    values: dict[str, Annotated[int, Field(ge=1, le=99)]] = Field(
        default={}, description="Numbers that the drawing shows or is drawn to: minutes, months, weeks."
    )
    facts: dict[str, Id] = Field(default={}, description="For a chart: the fact behind each label.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for label, fact in self.facts.items():
            yield ("facts", label), "facts", fact

    def word_keys(self) -> dict[Place, list[str]]:
        return {("labels",): list(self.labels)}


class FigureWords(Words):
    """The words of one figure in one language."""

    title: Text = Field(description="The caption.")
    description: Text = Field(description="Everything the drawing tells, in sentences.")
    labels: dict[str, Text] = Field(description="The texts inside the drawing; 'Name: rest' sets the name in bold.")
