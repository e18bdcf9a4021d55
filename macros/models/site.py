"""The site's own settings: who publishes it, under which address, for which countries."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.entry import Facts, Text, Words


class Site(Facts):
    """The facts of the site. The only entry of this kind is called `site`."""

    base_address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+/$")] = Field(
        description="The web address of the English home page, ending in a slash."
    )
    publisher: Text = Field(description="Who publishes the site.")
    contact_email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] = Field(
        description="Where they answer."
    )
    repository: Text | None = Field(default=None, description="Address of the source, if it is public.")
    countries: Annotated[list[Literal["it", "ro", "tr"]], Field(min_length=1)] = Field(
        description="Countries whose helplines and rules are shown, in order."
    )
    edition: date | None = Field(default=None, description="The day of the edition, printed on covers and sheets.")
    licence_content: Text = Field(description="Licence of the words.")
    licence_code: Text = Field(description="Licence of the code.")


class SiteWords(Words):
    """The words of the site in one language."""

    name: Text = Field(description="The name of the site.")
    contact_name: Text = Field(description="Who answers questions.")
    tagline: Text = Field(description="A few words under the name.")
    description: Text = Field(description="One sentence for search engines, at most 160 characters.")
