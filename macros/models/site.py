"""The site's own settings, all in one place: what a school changes to make the site its own."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from macros.languages import LANGUAGES, SOURCE
from macros.models.entry import Facts, Strict, Text
from macros.problems import did_you_mean


def _in_known_languages(said: dict[str, str]) -> dict[str, str]:
    for language in said:
        if language not in LANGUAGES:
            raise ValueError(f"'{language}' is not a language of this site. {did_you_mean(language, LANGUAGES)}")
    if SOURCE not in said:
        raise ValueError(f"The English text is missing. Add a line '{SOURCE}: …'; it is shown where a language has none.")
    return said


# One text for each language: the only words that do not stand in data/<language>/.
InLanguages = Annotated[dict[str, Text], AfterValidator(_in_known_languages)]


def said(texts: dict[str, str], language: str) -> str:
    """The text in `language`, or in English."""
    return texts.get(language, texts[SOURCE])


class OwnHelpline(Strict):
    """A number or room of the school's own, shown before the national helplines."""

    number: Text | None = Field(default=None, description="The number as one dials it, if there is one.")
    name: InLanguages = Field(description="Who or what it is: a role and a room rather than a name.")
    use: InLanguages = Field(description="When to go or call there.")


class Site(Facts):
    """The settings of the site. The only entry of this kind is called `site`."""

    name: InLanguages = Field(description="The name of the site.")
    tagline: InLanguages = Field(description="A few words under the name, on the covers of books.")
    description: InLanguages = Field(description="One sentence for search engines, at most 160 characters.")
    publisher: Text = Field(description="Who publishes the site.")
    contact_name: InLanguages = Field(description="Who answers questions.")
    contact_email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] = Field(
        description="Where they answer."
    )
    base_address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+/$")] = Field(
        description="The web address of the English home page, ending in a slash."
    )
    languages: list[str] = Field(
        default=[], description="The languages that are built, English among them; all of mkdocs.yml when left out."
    )
    countries: Annotated[list[Literal["it", "ro", "tr"]], Field(min_length=1)] = Field(
        description="Countries whose helplines and rules are shown, in order."
    )
    edition: date | None = Field(default=None, description="The day of the edition, printed on covers and sheets.")
    own_helplines: list[OwnHelpline] = Field(default=[], description="The school's own: its named adults, its counsellor.")
    logo: Annotated[str, StringConstraints(pattern=r"^[^/\\][^\\]*\.(svg|png)$")] = Field(
        default="assets/logo.svg", description="The logo, from docs/: an SVG or PNG file."
    )
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] | None = Field(
        default=None, description="The school's colour as #rrggbb: the page's head and its links. White text must be readable on it."
    )
    licence_content: Text = Field(description="Licence of the words.")

    def said(self, field: str, language: str) -> str:
        """The text of `field` (name, tagline, description, contact_name) in `language`, or in English."""
        return said(getattr(self, field), language)

    @property
    def built_languages(self) -> tuple[str, ...]:
        """The languages that are built, in the order of mkdocs.yml."""
        return tuple(language for language in LANGUAGES if language in self.languages or not self.languages)
