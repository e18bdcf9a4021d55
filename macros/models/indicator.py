"""An indicator: what a school counts to see what its tutoring did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from macros.models.entry import Facts, Id, PageLink, Place, SourceId, Strict, Text, Words

Level = Literal["context", "input", "process", "outcome", "impact"]
LEVELS: tuple[Level, ...] = ("context", "input", "process", "outcome", "impact")
Moment = Literal[
    "before-start", "start", "middle", "end", "follow-up", "monthly", "after-event", "yearly"
]
Collector = Literal[
    "junior", "senior", "coordinator", "subject-teacher", "secretary", "safeguarding-lead"
]
Group = Literal["school", "programme", "tutees", "tutors", "comparison"]
Breakdown = Literal[
    "gender", "migrant-background", "special-needs", "year-of-study", "programme", "commuting"
]


class Target(Strict):
    """A reference value, with where it comes from."""

    at_least: float | int | None = Field(default=None, description="The value to reach or pass.")
    at_most: float | int | None = Field(default=None, description="The value not to pass.")
    basis: Literal["proposal", "source"] = Field(description="'proposal': our own; 'source': see `source`.")
    source: SourceId | None = Field(default=None, description="The source, when the basis is 'source'.")

    @model_validator(mode="after")
    def _one_bound_and_an_honest_basis(self) -> Target:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("A target has either 'at_least' or 'at_most'.")
        if (self.basis == "source") != (self.source is not None):
            raise ValueError("A target with basis 'source' names its source, and only such a target does.")
        return self


class Example(Strict):
    """Numbers whose result is checked."""

    numerator: float | int = Field(description="The figure above the line.")
    denominator: float | int = Field(description="The figure below the line.")
    result: float | int = Field(description="The result, rounded to the decimals written here.")


class Indicator(Facts):
    """The facts of one indicator: everything that is the same in every language."""

    level: Level = Field(description="Context, input, process, outcome or impact.")
    tier: Literal["starter", "standard", "advanced"] = Field(
        description="The twelve to start with, the rest of the published set, or for later."
    )
    measure: Literal["ratio", "mean", "difference", "index", "standardised-difference"] = Field(
        description="How the figures become a result. Ratio and index: numerator divided by denominator "
        "(a ratio is shown in percent or per unit, an index as it is); difference: numerator minus denominator."
    )
    unit: Literal[
        "percent", "percentage-points", "index", "hours", "scale-points", "standard-deviations"
    ] = Field(description="The unit of the result.")
    direction: Literal["up", "down", "descriptive"] = Field(description="Which way is better, if any.")
    moments: Annotated[list[Moment], Field(min_length=1)] = Field(description="When it is collected.")
    collected_by: Annotated[list[Collector], Field(min_length=1)] = Field(description="Who collects it.")
    groups: Annotated[list[Group], Field(min_length=1)] = Field(
        default=["programme"], description="Whose figures are entered in the workbook, in order; 'programme': meetings, sessions and other things."
    )
    breakdowns: list[Breakdown] = Field(default=[], description="Groups it is looked at separately for.")
    target: Target | None = Field(default=None, description="The reference value.")
    sources: list[SourceId] = Field(default=[], description="Sources of the definition or the threshold.")
    eqavet: Annotated[int, Field(ge=1, le=10)] | None = Field(
        default=None, description="Number of the EQAVET indicator it corresponds to."
    )
    fed_by: list[Id] = Field(
        default=[], description="The checklists, questionnaires or worksheets that deliver its figures."
    )
    see: list[PageLink] = Field(default=[], description="Pages that help.")
    example: Example | None = Field(default=None, description="A worked example, checked by calculation.")

    @model_validator(mode="after")
    def _the_example_is_right(self) -> Indicator:
        example = self.example
        if example is None or self.measure in ("mean", "standardised-difference"):
            return self
        if self.measure == "difference":
            right = example.numerator - example.denominator
        else:
            if not example.denominator:
                raise ValueError("The example divides by zero.")
            right = example.numerator / example.denominator * (100 if self.unit == "percent" else 1)
        decimals = len(str(example.result).partition(".")[2])
        if abs(round(right, decimals) - example.result) > 0.5001 * 10**-decimals:
            raise ValueError(f"The example does not add up: the result is {round(right, 4):g}.")
        return self

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, source in enumerate(self.sources):
            yield ("sources", place), "sources", source
        if self.target and self.target.source:
            yield ("target", "source"), "sources", self.target.source
        for place, page in enumerate(self.see):
            yield ("see", place), "pages", page
        for place, name in enumerate(self.fed_by):
            yield ("fed_by", place), "forms", name


class IndicatorWords(Words):
    """The sentences of one indicator in one language."""

    marks: ClassVar[dict[str, tuple[str, ...]]] = {"example": ("numerator", "denominator", "result")}

    name: Text = Field(description="The indicator's name, short.")
    question: Text = Field(description="The question it answers, as a coordinator would ask it.")
    why: Text = Field(description="Why it is worth counting.")
    numerator: Text = Field(description="What stands above the line, in plain words.")
    denominator: Text = Field(description="What stands below the line, in plain words.")
    source: Text = Field(description="Where a school finds the figures.")
    target: Text | None = Field(default=None, description="The reference value in words, and whose it is.")
    pitfalls: Text = Field(description="How it misleads, and what to do about it.")
    ethics: Text = Field(description="What it must not be used for; who must be protected.")
    example: Text | None = Field(
        default=None, description="The worked example, with the marks {numerator}, {denominator}, {result}."
    )
