"""An evidence note: how sure we are of what a page recommends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from macros.models.entry import Facts, Place, SourceId, Text, Words


class Evidence(Facts):
    """The facts of one evidence note."""

    impact: Literal["positive", "mixed", "none", "unknown"] = Field(description="What studies found on the whole.")
    cost: Literal["very-low", "low", "moderate", "high", "unknown"] = Field(description="What it costs a school.")
    strength: Literal["extensive", "moderate", "limited", "very-limited", "none"] = Field(
        description="How much good research there is."
    )
    sources: Annotated[list[SourceId], Field(min_length=1)] = Field(description="The studies.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, source in enumerate(self.sources):
            yield ("sources", place), "sources", source


class EvidenceWords(Words):
    """The sentences of one evidence note in one language."""

    claim: Text = Field(description="What the page recommends, in one sentence.")
    finding: Text = Field(description="What studies found, null results included.")
    not_known: Text = Field(description="What nobody has shown yet.")
