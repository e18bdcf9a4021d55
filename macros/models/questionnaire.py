"""A questionnaire with one scale, and the response scale it uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from macros.models.checklist import Reader
from macros.models.entry import Facts, Id, PageLink, Place, Strict, Text, Words


class Point(Strict):
    """One point of a response scale."""

    id: Id = Field(description="The point's name for ever.")
    value: int = Field(description="The number it counts as.")


class Scale(Facts):
    """The facts of a response scale."""

    points: Annotated[list[Point], Field(min_length=2)] = Field(description="The points, lowest first.")

    def word_keys(self) -> dict[Place, list[str]]:
        return {("points",): [point.id for point in self.points]}


class ScaleWords(Words):
    """The labels of a response scale in one language."""

    points: dict[str, Text] = Field(description="One label for each point.")


class QuestionnaireItem(Strict):
    """One statement."""

    id: Id = Field(description="The statement's name for ever; a changed statement gets a new one.")
    reversed: bool = Field(default=False, description="true when agreeing means less of what is measured.")
    see: PageLink | None = Field(default=None, description="The section that helps with it.")


class Questionnaire(Facts):
    """The facts of one questionnaire."""

    reader: Reader = Field(description="Who fills it in.")
    minutes: Annotated[int, Field(ge=1, le=30)] = Field(description="How long it takes, in minutes.")
    scale: Id = Field(description="The response scale.")
    moments: Annotated[
        list[Literal["start", "middle", "end", "follow-up"]], Field(min_length=1)
    ] = Field(description="When it is filled in.")
    items: Annotated[list[QuestionnaireItem], Field(min_length=1)] = Field(description="The statements, in order.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        yield ("scale",), "scales", self.scale
        for place, item in enumerate(self.items):
            if item.see:
                yield ("items", place, "see"), "pages", item.see

    def word_keys(self) -> dict[Place, list[str]]:
        ids = [item.id for item in self.items]
        return {("items",): ids, ("steps",): ids}


class QuestionnaireWords(Words):
    """The sentences of one questionnaire in one language."""

    title: Text = Field(description="The heading above the statements.")
    introduction: Text = Field(description="One or two sentences before the statements.")
    items: dict[str, Text] = Field(description="One statement each, at most 15 words.")
    steps: dict[str, Text] = Field(description="For each statement one small step, shown to who answered it lowest.")
