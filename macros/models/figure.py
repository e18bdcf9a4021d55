"""A drawn figure: what it says in words; how it is drawn stands in components/figure/drawings/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.models.entry import Facts, Id, Place, Text, Words

# The labels and values that a drawing with fixed places needs; the others take any labels.
_PLACES: dict[str, tuple[str, ...]] = {
    "triangle": ("senior", "tutor", "tutee", "senior-tutor", "senior-tutee", "tutor-tutee"),
    "curve": ("more-able", "more-pressure", "low", "middle", "high"),
    "dots": ("week", "least", "up-to", "minutes"),
    "fields": ("own-needs", "others-needs", "aggressive", "assertive", "passive", "manipulative"),
}
_VALUES: dict[str, tuple[str, ...]] = {"dots": ("weeks", "sure-weeks", "least", "most")}


class Figure(Facts):
    """The facts of one figure."""

    drawing: Literal["steps", "cycle", "time-line", "months", "route", "triangle", "curve", "dots", "fields", "bars"] = Field(
        description="How it is drawn."
    )
    labels: Annotated[list[Id], Field(min_length=1)] = Field(description="The texts inside the drawing, in order.")
    values: dict[str, Annotated[int, Field(ge=1, le=99)]] = Field(
        default={}, description="Numbers that the drawing shows or is drawn to: minutes, months, weeks."
    )
    facts: dict[str, Id] = Field(default={}, description="For a chart: the fact behind each label.")

    @model_validator(mode="after")
    def _the_drawing_has_what_it_needs(self) -> Figure:
        places = _PLACES.get(self.drawing, tuple(self.labels))
        if missing := set(places) - set(self.labels):
            raise ValueError(f"A drawing of the kind '{self.drawing}' needs the label '{sorted(missing)[0]}'.")
        values = _VALUES.get(self.drawing, tuple(self.labels) if self.drawing in ("time-line", "months") else ())
        if missing := set(values) - set(self.values):
            raise ValueError(f"A drawing of the kind '{self.drawing}' needs the value '{sorted(missing)[0]}'.")
        if self.drawing == "bars" and set(self.facts) != set(self.labels):
            raise ValueError("A drawing of the kind 'bars' needs a fact for every label.")
        return self

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
