"""Pages with forms: axe in four languages, keyboard only, small screens, wide text."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.languages import LANGUAGES

# One page of each kind of form; `make audit` looks at every page.
PAGES = (
    "checklists/before-a-session.html",  # steps to tick
    "checklists/is-our-school-ready.html",  # three steps in areas, and a plan
    "checklists/self-efficacy.html",  # statements on a scale, moments, a result
    "action-learning/problem-sheet.html",  # every kind of field
    "tools/tutoring-agreement.html",  # lines for a signature
    "tools/retention-table.html",  # a table with named rows
    "tools/needs-parents.html",  # many choices
    "events/plan-an-event.html",  # several forms on one page
    "training/m05-self-efficacy-and-coping.html",  # a module with notes, cards and a form
    "indicators/class-summary.html",
    "indicators/compare.html",
    "indicators/early-warning.html",
)
WIDE_TEXT = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }"


def fill_in(page: Page) -> None:
    """Open what can be opened and answer everything, so that results and hints are there too."""
    page.evaluate("document.querySelectorAll('.p2p-form details').forEach((one) => { one.open = true; })")
    page.evaluate(
        """document.querySelectorAll('.p2p-form form').forEach((form) => {
          for (const input of form.elements) if (input.type === 'radio' && input.value !== 'prefer-not' && !input.name.startsWith('@')) input.checked = true;
          form.querySelector(':is(input, textarea)[name]:not([name^="@"])')?.dispatchEvent(new Event('input', { bubbles: true }));
        })"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page_of_each_kind_of_form(chromium: Browser, http_address: str, language: str) -> None:
    found = []
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    for path in PAGES:
        page.goto(http_address + ("" if language == "en" else f"{language}/") + path)
        fill_in(page)
        found += [(path, one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]]
    page.close()
    assert found == []


@pytest.mark.parametrize("path", ["checklists/self-efficacy.html", "checklists/is-our-school-ready.html", "action-learning/problem-sheet.html", "indicators/class-summary.html", "indicators/compare.html", "indicators/early-warning.html"])
@pytest.mark.parametrize("language", ["it/", "tr/"])
def test_forms_with_wide_text_fit_a_small_phone(chromium: Browser, http_address: str, path: str, language: str) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 640}, bypass_csp=True)  # the wide text is a style of the test
    page.goto(http_address + language + path)
    page.add_style_tag(content=WIDE_TEXT)
    fill_in(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


@pytest.mark.parametrize("path", ["checklists/self-efficacy.html", "checklists/before-a-session.html", "action-learning/problem-sheet.html", "indicators/compare.html", "indicators/early-warning.html"])
def test_everything_to_touch_is_large_enough(page: Page, http_address: str, path: str) -> None:
    """44 CSS pixels, as finger tips need; links inside sentences aside."""
    page.goto(http_address + path)
    fill_in(page)
    small = page.evaluate(
        """[...document.querySelectorAll('.p2p-form :is(.p2p-choice, button, summary, textarea, input[type=text], input[type=date], select, .p2p-form__file, .p2p-form__help)')]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_a_questionnaire_can_be_done_and_saved_with_the_keyboard_alone(page: Page, http_address: str) -> None:
    page.goto(http_address + "checklists/self-efficacy.html")
    page.locator("[name='@moment']").first.focus()
    for _ in range(6):
        while True:
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.type === 'radio'"):
                break
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    expect(page.locator(".p2p-form__status")).to_have_text("6 of 6 statements answered")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.part") == "save":
            break
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(page.locator("[data-part=news]")).to_contain_text("Saved as self-efficacy-start.json")


def test_a_worksheet_can_be_written_with_the_keyboard_alone(page: Page, http_address: str) -> None:
    page.goto(http_address + "action-learning/problem-sheet.html")
    page.locator("work-sheet input").first.focus()
    page.keyboard.type("re12")
    page.locator("tbody[data-table=tried] textarea").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("in a new row")
    page.reload()
    expect(page.locator("tbody[data-table=tried] tr").nth(3).locator("textarea").first).to_have_value("in a new row")
    expect(page.locator("work-sheet input").first).to_have_value("re12")


def test_in_high_contrast_the_chosen_answer_can_still_be_seen(chromium: Browser, http_address: str) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(http_address + "checklists/self-efficacy.html")
    fill_in(page)
    marks = page.locator(".p2p-dumbbell__now").first
    colours = marks.evaluate("(mark) => [getComputedStyle(mark).fill, getComputedStyle(mark.closest('table')).backgroundColor]")
    assert colours[0] != colours[1]
    context.close()
