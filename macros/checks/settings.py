"""The school's settings in data/site.yml: the logo is there, the colour can be read, the languages exist."""

from __future__ import annotations

from collections.abc import Iterator

from macros.colours import READABLE, WHITE, contrast, readable
from macros.languages import LANGUAGES, SOURCE
from macros.models.site import Site
from macros.problems import Problem, did_you_mean
from macros.project import Project


def check_settings(project: Project) -> Iterator[Problem]:
    """Problems with the settings that need more than their own field to be seen."""
    for placed in project.library.facts["site"].values():
        site = placed.model
        assert isinstance(site, Site)
        if not (project.root / "docs" / site.logo).is_file():
            yield placed.problem(("logo",), f"There is no file docs/{site.logo}.", "Put your logo there, or name another file.")
        if site.colour and contrast(site.colour, WHITE) < READABLE:
            yield placed.problem(
                ("colour",), f"White text on {site.colour} cannot be read well (contrast {contrast(site.colour, WHITE):.1f}, needed {READABLE}).",
                f"The nearest shade that works is {readable(site.colour, WHITE)}.",
            )
        for place, language in enumerate(site.languages):
            if language not in LANGUAGES:
                yield placed.problem(("languages", place), f"'{language}' is not a language of this site.", did_you_mean(language, LANGUAGES))
        if site.languages and SOURCE not in site.languages:
            yield placed.problem(("languages",), "English is not among the languages.", "Add en: it is shown where a translation is missing.")
