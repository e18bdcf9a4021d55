"""What search engines, portals of open resources and messengers are told about a page.

schema.org's LearningResource, with the roles of the LRMI vocabulary; Open Graph for previews.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel.core import get_global

from macros.languages import SOURCE
from macros.library import Library
from macros.models.site import Site

_LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
# For each section of the menu: what its pages are, and for whom.
_SECTIONS = {
    "junior": ("guide", ("peer tutor", "student")),
    "senior": ("guide", ("teacher",)),
    "training": ("training module", ("teacher", "professional")),
    "action-learning": ("worksheet", ("student", "teacher")),
    "checklists": ("self-assessment", ("student", "teacher")),
    "tools": ("form", ("teacher", "administrator")),
    "indicators": ("indicator", ("administrator",)),
    "events": ("event kit", ("teacher", "administrator")),
    "national": ("reference", ("teacher", "administrator")),
}
_PREVIEW = "assets/preview.png"


@dataclass(frozen=True)
class Described:
    """A page as the outside sees it. `addresses`: of each language it exists in; `minutes`: None when it is no work."""

    path: str
    language: str
    title: str
    description: str
    minutes: int | None
    addresses: Mapping[str, str]

    @property
    def section(self) -> str:
        """The part of the site it belongs to, by the first folder of its path; "" for the home page."""
        return self.path.partition("/")[0] if "/" in self.path else ""


def learning_resource(page: Described, site: Site, library: Library) -> dict[str, Any]:
    """The page as schema.org JSON-LD: a LearningResource, or a WebPage about the site itself."""
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource" if page.section in _SECTIONS else "WebPage",
        "@id": page.addresses[page.language],
        "url": page.addresses[page.language],
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "license": _LICENCES.get(site.licence_content, site.licence_content),
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": site.publisher},
        "isPartOf": {"@type": "WebSite", "name": site.said("name", page.language), "url": site.base_address},
    }
    others = {language: address for language, address in page.addresses.items() if language != page.language}
    if page.language == SOURCE:
        about["workTranslation"] = [{"@id": address, "inLanguage": language} for language, address in others.items()]
    elif SOURCE in others:
        about["translationOfWork"] = {"@id": others[SOURCE], "inLanguage": SOURCE}
    if page.section in _SECTIONS:
        kind, roles = _SECTIONS[page.section]
        about["learningResourceType"] = kind
        about["educationalLevel"] = library.say("metadata-level", page.language)
        about["audience"] = [{"@type": "EducationalAudience", "educationalRole": role} for role in roles]
    if page.minutes:
        about["timeRequired"] = f"PT{page.minutes}M"
    return about


def preview(page: Described, site: Site, library: Library) -> list[tuple[str, str]]:
    """Open Graph properties, in order: what a messenger shows when somebody shares the page's address."""
    others = [language for language in page.addresses if language != page.language]
    return [
        ("og:type", "article"),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:url", page.addresses[page.language]),
        ("og:site_name", site.said("name", page.language)),
        ("og:locale", _territory(page.language)),
        *(("og:locale:alternate", _territory(language)) for language in others),
        ("og:image", site.base_address + _PREVIEW),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", library.say("metadata-preview", page.language)),
    ]


def _territory(language: str) -> str:
    """The language with its likely country, by CLDR, as Open Graph wants it: it_IT."""
    return f"{language}_{get_global('likely_subtags')[language].rpartition('_')[2]}"
