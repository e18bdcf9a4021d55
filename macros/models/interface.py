"""A word or sentence of the site's own: buttons, labels, notices."""

from __future__ import annotations

from pydantic import Field

from macros.models.entry import Facts, Id, Text, Words


class InterfaceString(Facts):
    """What a translator must know about one string."""

    description: Text = Field(description="Where it stands and what it does.")
    marks: list[Id] = Field(default=[], description="The places {like-this} that the site fills in.")
    plural: bool = Field(default=False, description="true when the sentence changes with a number.")


class InterfaceWords(Words):
    """One string in one language: `text`, or one sentence for each plural form."""

    text: Text | None = Field(default=None, description="The string, when it has no plural forms.")
    zero: Text | None = Field(default=None, description="Plural form 'zero'.")
    one: Text | None = Field(default=None, description="Plural form 'one'.")
    two: Text | None = Field(default=None, description="Plural form 'two'.")
    few: Text | None = Field(default=None, description="Plural form 'few'.")
    many: Text | None = Field(default=None, description="Plural form 'many'.")
    other: Text | None = Field(default=None, description="Plural form 'other'.")

    def forms(self) -> dict[str, str]:
        """The plural forms that are written, in CLDR's order."""
        names = ("zero", "one", "two", "few", "many", "other")
        return {name: text for name in names if (text := getattr(self, name)) is not None}
