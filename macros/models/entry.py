"""What all entries share: frozen, typed, nothing unknown allowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$|^[CIPOM][0-9]{1,2}$|^S[0-9]{1,3}[a-z]?$"),
    Field(description="The name for ever: lower-case words joined by hyphens (indicators P1, sources S10)."),
]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
PageLink = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$"),
    Field(description="A page from docs/<language>/, for example junior/stay-safe.md#tell-today."),
]
SourceId = Annotated[str, StringConstraints(pattern=r"^S[0-9]{1,3}[a-z]?$")]

Place = tuple[str | int, ...]


class Strict(BaseModel):
    """Frozen; types are exact; unknown fields are mistakes."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Facts(Strict):
    """What is the same in every language."""

    def references(self) -> Iterator[tuple[Place, str, str]]:
        """Every link to another entry or page: (place in this entry, kind, id).

        The kind is a folder or file of `data/`, or "pages" for a page of `docs/<language>/`.
        """
        return iter(())

    def word_keys(self) -> dict[Place, list[str]]:
        """For each mapping inside the words: the keys that it must have, in order."""
        return {}


class Words(Strict):
    """The sentences of an entry in one language."""

    marks: ClassVar[dict[str, tuple[str, ...]]] = {}

    translated_from: str | None = Field(
        default=None,
        description="Fingerprint of the English words that this translation was made from; not in English.",
    )
