"""Drawn figures on a phone: nothing is cut, nothing overlaps, and a screen reader hears them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.languages import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(
    path.relative_to(ROOT / "docs/en").with_suffix(".html").as_posix()
    for path in (ROOT / "docs/en").rglob("*.md")
    if re.search(r"\{\{ figure\(", path.read_text(encoding="utf-8"))
)
FAULTS = """[...document.querySelectorAll('.p2p-figure svg')].flatMap((svg) => {
  const { width, height } = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll('text')].map((one) => ({ text: one.textContent, box: one.getBBox() }));
  const cut = texts.filter(({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height);
  const over = texts.filter(({ box }, n) => texts.some(({ box: other }, m) => m !== n
    && box.x + 1 < other.x + other.width && other.x + 1 < box.x + box.width && box.y + 3 < other.y + other.height && other.y + 3 < box.y + box.height));
  const small = svg.getBoundingClientRect().width / width * 13 < 12 ? [{ text: 'text under 12 pixels' }] : [];
  return [...cut, ...over, ...small].map(({ text }) => text);
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_overlaps_or_is_tiny_on_a_phone(page: Page, http_address: str, language: str) -> None:
    faults = {}
    for path in PAGES:
        page.goto(http_address + ("" if language == "en" else f"{language}/") + path)
        assert page.locator(".p2p-figure").count() > 0
        if found := page.evaluate(FAULTS):
            faults[path] = found
    assert faults == {}


def test_a_figure_has_a_name_and_says_the_same_in_words(page: Page, http_address: str) -> None:
    page.goto(http_address + "it/senior/safeguarding.html")
    expect(page.get_by_role("img", name="Chi lo dice a chi, e quando")).to_be_visible()
    page.get_by_text("L’immagine in parole").click()
    expect(page.get_by_text("Se una vita è in pericolo adesso si chiama prima il 112")).to_be_visible()
