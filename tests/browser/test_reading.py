"""Reading the site: languages, search, definitions, small screens, accessibility."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

ONE_OF_EACH_KIND = (
    "index.html",
    "junior/stay-safe.html",
    "senior/supervise.html",
    "training/m04-prepare-junior-tutors.html",
    "action-learning/problem-sheet.html",
    "checklists/before-a-session.html",
    "checklists/tutor-craft.html",
    "indicators/index.html",
    "indicators/process.html",
    "national/index.html",
    "about/glossary.html",
    "about/sources.html",
)


def search(page: Page, words: str) -> list[str]:
    """Type into the search box; the addresses of the results, without the highlighted words."""
    box = page.locator(".md-search__input")
    box.click()
    box.fill(words)
    box.press("End")
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    addresses: list[str] = results.evaluate_all("links => links.map((link) => link.href)")
    return [address.partition("?")[0] for address in addresses]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("", "secret", "junior/stay-safe.html"),
        ("it/", "riservato", "junior/stay-safe.html"),
        ("ro/", "ședință", "senior/supervise.html"),
        ("ro/", "confidential", "junior/stay-safe.html"),
        ("ro/", "învățare", "action-learning/problem-sheet.html"),
        ("ro/", "invatare", "action-learning/problem-sheet.html"),
        ("tr/", "intihar", "junior/stay-safe.html"),
        ("tr/", "İNTİHAR", "junior/stay-safe.html"),
        ("tr/", "öğretici", "training/m04-prepare-junior-tutors.html"),
        ("tr/", "ogretici", "training/m04-prepare-junior-tutors.html"),
    ],
)
def test_search_finds_pages_of_its_language_only(chromium: Browser, address: str, language: str, words: str, expected: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + language + "about/project.html")
    found = search(page, words)
    page.close()
    assert address + language + expected in found
    others = tuple(address + other for other in ("it/", "ro/", "tr/") if other != language)
    assert [result for result in found if result.startswith(others)] == []
    assert all(result.startswith(address + language) for result in found)


def test_the_switcher_keeps_the_page_from_everywhere(page: Page, address: str) -> None:
    page.goto(address + "junior/stay-safe.html")
    for language in ("tr", "it", "en", "ro"):
        page.locator(".md-select button").focus()
        page.locator(f".md-select a[hreflang={language}]").click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        prefix = "" if language == "en" else f"{language}/"
        assert page.url == f"{address}{prefix}junior/stay-safe.html"


def test_no_page_asks_for_anything_that_is_not_there(page: Page, http_address: str) -> None:
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    for path in ("index.html", "tr/index.html", "ro/junior/stay-safe.html"):
        page.goto(http_address + path, wait_until="networkidle")
    assert missing == []


def test_a_term_is_explained_on_focus_and_closed_with_escape(page: Page, address: str) -> None:
    page.goto(address + "junior/a-session-step-by-step.html")
    note = page.locator("term-note .p2p-term__note").first
    expect(note).to_be_hidden()
    page.locator("term-note .p2p-term__word").first.focus()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_a_term_is_explained_on_hover_and_stays_inside_the_window(page: Page, http_address: str) -> None:
    page.goto(http_address + "action-learning/problem-sheet.html")
    page.locator("term-note .p2p-term__word").first.hover()
    note = page.locator("term-note .p2p-term__note").first
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 360


def test_a_tap_explains_a_term_before_it_leads_away(chromium: Browser, http_address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(http_address + "tr/junior/a-session-step-by-step.html")
    page.locator("term-note .p2p-term__word").first.tap()
    expect(page.locator("term-note .p2p-term__note").first).to_be_visible()
    assert page.url.endswith("a-session-step-by-step.html")
    context.close()


@pytest.mark.parametrize("language", ["", "it/", "ro/", "tr/"])
@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
def test_no_page_is_wider_than_a_small_phone(page: Page, http_address: str, path: str, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(http_address + language + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
def test_axe_finds_nothing(chromium: Browser, http_address: str, path: str, scheme: str) -> None:
    for language, width in (("", 1280), ("it/", 320), ("ro/", 320), ("tr/", 1280)):
        page = chromium.new_page(viewport={"width": width, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(http_address + language + path)
        violations = Axe().run(page).response["violations"]
        page.close()
        assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == [], language + path




def wanted_pages() -> list[tuple[str, dict[str, str]]]:
    path = Path(__file__).parent / "searches.yml"
    return list(yaml.safe_load(path.read_text(encoding="utf-8")).items())


@pytest.mark.parametrize(("language", "searches"), wanted_pages())
def test_what_readers_type_finds_the_right_page(chromium: Browser, http_address: str, language: str, searches: dict[str, str]) -> None:
    home = http_address + ("" if language == "en" else f"{language}/")
    missed = []
    for words, wanted in searches.items():
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto(home + "about/sources.html")
        pages = list(dict.fromkeys(result.partition("#")[0] for result in search(page, words)))
        page.close()
        if home + wanted + ".html" not in pages[:3]:
            missed.append(f"{words}: {[found.removeprefix(home) for found in pages[:3]]}")
    assert missed == []
