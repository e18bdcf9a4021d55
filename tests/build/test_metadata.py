"""What portals of open resources and messengers learn about a page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.build.test_site import LANGUAGES, PAGES, address


def described(site: Path, page: str, language: str) -> dict[str, Any]:
    html = (site / address(page, language)).read_text(encoding="utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(found)


def shared(site: Path, page: str, language: str) -> dict[str, str]:
    html = (site / address(page, language)).read_text(encoding="utf-8")
    return dict(re.findall(r'<meta property="(og:[a-z_:]+)" content="([^"]*)">', html))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_describes_itself_in_its_language_and_names_its_translations(site: Path, language: str) -> None:
    for page in PAGES:
        found = described(site, page, language)
        assert found["inLanguage"] == language
        assert found["url"] == f"https://example.org/{address(page, language)}"
        assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert found["name"]
        assert found["description"], page
        if language == "en":
            assert {one["inLanguage"] for one in found["workTranslation"]} == {"it", "ro", "tr"}, page
        else:
            assert found["translationOfWork"]["@id"] == f"https://example.org/{address(page, 'en')}"


def test_a_page_for_students_is_for_students_and_says_how_long_it_takes(site: Path) -> None:
    found = described(site, "junior/a-session-step-by-step.md", "tr")
    assert found["@type"] == "LearningResource"
    assert {one["educationalRole"] for one in found["audience"]} == {"peer tutor", "student"}
    assert found["educationalLevel"] == "Ortaöğretim, mesleki eğitim (ISCED 35)"
    assert re.fullmatch(r"PT\d+M", found["timeRequired"])


def test_a_module_takes_at_least_its_declared_minutes(site: Path) -> None:
    found = described(site, "training/m04-prepare-junior-tutors.md", "ro")
    assert found["learningResourceType"] == "training module"
    assert int(found["timeRequired"][2:-1]) == 180


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_page_shows_its_own_title_and_sentence(site: Path, language: str) -> None:
    page = "junior/stay-safe.md"
    found = shared(site, page, language)
    assert found["og:title"] == described(site, page, language)["name"]
    assert found["og:locale"].startswith(language)
    assert (site / found["og:image"].removeprefix("https://example.org/")).is_file()
