"""What a first visit fetches until it is quiet, over http, in every language."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from macros.languages import LANGUAGES, SOURCE

PAGES = ("index.html", "training/m05-self-efficacy-and-coping.html", "checklists/self-efficacy.html", "indicators/workbook.html")
LIMIT = 120 * 1024
INDEX_LIMIT = 200 * 1024


def home(language: str) -> str:
    return "" if language == SOURCE else f"{language}/"


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0)) if path.suffix not in (".png", ".jpg", ".woff2") else path.stat().st_size


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_is_light_and_leaves_the_search_index_until_search_is_opened(
    chromium: Browser, http_address: str, site: Path, language: str
) -> None:
    for path in PAGES:
        context = chromium.new_context(viewport={"width": 360, "height": 740})
        asked: set[str] = set()
        context.on("request", lambda request, asked=asked: asked.add(request.url))
        page = context.new_page()
        page.goto(http_address + home(language) + path, wait_until="networkidle")
        fetched = sorted(unquote(urlsplit(url).path).removeprefix(urlsplit(http_address).path) for url in asked if url.startswith("http"))
        assert not [name for name in fetched if "search_index" in name], path
        weights = {name: weight(site / name) for name in fetched}
        assert sum(weights.values()) <= LIMIT, f"{language} {path}: {weights}"
        with page.expect_request("**/search/search_index.json"):
            page.locator("label[for=__search]").first.click()
        expect(page.locator("input[name=query]")).to_be_focused()
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_index_of_a_language_is_light(site: Path, language: str) -> None:
    assert weight(site / home(language) / "search/search_index.json") <= INDEX_LIMIT
