"""Checklists, questionnaires and worksheets on a phone: kept, counted, deleted, printable."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

CHECKLIST = "checklists/before-a-session.html"


def test_ticks_are_counted_and_survive_reload(page: Page, address: str) -> None:
    page.goto(address + CHECKLIST)
    status = page.locator("check-list .p2p-form__status")
    expect(status).to_have_text("0 of 7 steps done")
    page.get_by_label("I can say today’s goal in one sentence.", exact=True).check()
    expect(status).to_have_text("1 of 7 steps done")
    page.reload()
    expect(page.get_by_label("I can say today’s goal in one sentence.", exact=True)).to_be_checked()
    expect(status).to_have_text("1 of 7 steps done")


def test_ticks_survive_a_change_of_language_and_are_counted_in_its_words(page: Page, address: str) -> None:
    page.goto(address + CHECKLIST)
    boxes = page.locator("check-list input")
    boxes.nth(0).check()
    boxes.nth(6).check()
    for language, sentence in (("it", "2 passi su 7"), ("ro", "2 pași din 7"), ("tr", "7 adımdan 2")):
        page.locator(".md-select button").focus()
        page.locator(f".md-select a[hreflang={language}]").click()
        assert page.url == address + f"{language}/{CHECKLIST}"
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("check-list input").nth(6)).to_be_checked()
        expect(page.locator("check-list .p2p-form__status")).to_contain_text(sentence)


def test_clearing_forgets_the_ticks(page: Page, address: str) -> None:
    page.goto(address + CHECKLIST)
    page.locator("check-list input").first.check()
    page.locator(".p2p-form__more summary").click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear my answers").click()
    expect(page.locator("check-list [data-part=news]")).to_have_text("Deleted from this device.")
    page.reload()
    expect(page.locator("check-list input").first).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('p2p:')).length") == 0


@pytest.mark.parametrize(
    "storage",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('full'); };",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden'); } });",
    ],
)
def test_a_browser_that_keeps_nothing_says_so(chromium: Browser, http_address: str, storage: str) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(storage)
    page.goto(http_address + CHECKLIST)
    page.locator("check-list input").first.check()
    expect(page.locator("check-list [data-part=kept]")).to_contain_text("cannot keep what you enter")
    expect(page.locator("check-list input").first).to_be_checked()
    page.close()


@pytest.mark.parametrize("kept", ["{broken", "null", "[]", '{"answers": 3}', '{"answers": {"goal": {"a": 1}, "__proto__": "yes", "unknown": "x"}}'])
def test_damaged_answers_on_the_device_do_not_stop_the_list(page: Page, http_address: str, kept: str) -> None:
    page.goto(http_address + CHECKLIST)
    page.evaluate("(kept) => localStorage.setItem('p2p:checklist:before-a-session', kept)", kept)
    page.reload()
    expect(page.locator("check-list .p2p-form__status")).to_have_text("0 of 7 steps done")
    page.locator("check-list input").first.check()
    expect(page.locator("check-list .p2p-form__status")).to_have_text("1 of 7 steps done")


def test_two_tabs_show_the_same_list(page: Page, http_address: str) -> None:
    page.goto(http_address + CHECKLIST)
    other = page.context.new_page()
    other.goto(http_address + CHECKLIST)
    page.locator("check-list input").first.check()
    expect(other.locator("check-list input").first).to_be_checked()
    expect(other.locator("check-list .p2p-form__status")).to_have_text("1 of 7 steps done")


def test_a_questionnaire_keeps_the_chosen_point(page: Page, address: str) -> None:
    page.goto(address + "tr/checklists/tutor-craft.html")
    first = page.locator("question-naire fieldset[data-item]").first
    first.get_by_label("Katılıyorum", exact=True).check()
    expect(page.locator("question-naire .p2p-form__status")).to_contain_text("6 ifadeden 1")
    page.reload()
    expect(first.get_by_label("Katılıyorum", exact=True)).to_be_checked()


def test_a_worksheet_keeps_letters_of_all_four_languages(page: Page, address: str) -> None:
    text = "ș ț ă â î · ğ ş ı İ ö ü · è ù · « » „ ” <b>not bold</b>"
    page.goto(address + "ro/action-learning/problem-sheet.html")
    field = page.locator("work-sheet input[name=one-sentence]")
    field.fill(text)
    page.locator("work-sheet textarea").first.fill("două\nrânduri")
    page.reload()
    expect(field).to_have_value(text)
    expect(page.locator("work-sheet textarea").first).to_have_value("două\nrânduri")


def test_a_choice_with_several_answers_is_kept(page: Page, http_address: str) -> None:
    page.goto(http_address + "tools/session-log.html")
    page.get_by_label("Open", exact=True).check()
    page.get_by_label("Check", exact=True).check()
    page.reload()
    expect(page.get_by_label("Open", exact=True)).to_be_checked()
    expect(page.get_by_label("Recall", exact=True)).not_to_be_checked()
    expect(page.get_by_label("Check", exact=True)).to_be_checked()


def test_a_form_can_be_filled_in_with_the_keyboard_alone(page: Page, http_address: str) -> None:
    page.goto(http_address + CHECKLIST)
    page.locator("h1").evaluate("(title) => { title.tabIndex = -1; title.focus(); }")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('check-list input')"):
            break
    page.keyboard.press("Space")
    expect(page.locator("check-list input").first).to_be_checked()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Help"


def test_on_paper_there_are_answers_and_no_buttons(page: Page, http_address: str) -> None:
    page.goto(http_address + CHECKLIST)
    page.emulate_media(media="print")
    expect(page.locator(".p2p-form__tools")).to_be_hidden()
    expect(page.get_by_text("I have two or three exercises")).to_be_visible()


@pytest.mark.parametrize("path", [CHECKLIST, "ro/checklists/tutor-craft.html", "tr/action-learning/problem-sheet.html", "it/indicators/process.html"])
def test_without_javascript_everything_can_be_read_and_ticked(chromium: Browser, http_address: str, path: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http_address + path)
    expect(page.locator("h1")).to_be_visible()
    for button in page.locator(".p2p-form button").all():
        expect(button).to_be_hidden()
    for box in page.locator(".p2p-form input[type=checkbox][name]").all()[:2]:
        box.check()
    context.close()
