"""From the screen to paper: what the browser prints."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect


def on_paper(chromium: Browser, address: str) -> Page:
    """The page in dark colours, as many phones show it, about to be printed."""
    page = chromium.new_context(color_scheme="dark").new_page()
    page.goto(address)
    return page


def test_a_ticked_list_prints_black_on_white_with_its_ticks_and_without_buttons(chromium: Browser, disk_address: str) -> None:
    page = on_paper(chromium, disk_address + "it/checklists/before-a-session.html")
    page.locator(".p2p-checklist input[type=checkbox]").first.check()
    page.emulate_media(media="print")
    expect(page.locator(".p2p-checklist input[type=checkbox]").first).to_be_checked()
    for gone in (".md-header", ".md-footer", ".p2p-form__tools", ".p2p-form__kept", ".headerlink", ".md-sidebar"):
        for part in page.locator(gone).all():
            expect(part).to_be_hidden()
    colours = page.evaluate("() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    page.context.close()


def test_everything_written_on_a_worksheet_is_on_the_paper(chromium: Browser, disk_address: str) -> None:
    page = on_paper(chromium, disk_address + "tools/session-plan.html")
    box = page.locator("work-sheet textarea").first
    box.fill("one line of many words that is longer than the cell is wide, " * 6)
    page.emulate_media(media="print")
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 2")
    expect(page.locator("[data-add-row]").first).to_be_hidden()
    page.context.close()


def test_links_that_leave_the_site_show_their_address(chromium: Browser, disk_address: str) -> None:
    page = on_paper(chromium, disk_address + "about/sources.html")
    page.emulate_media(media="print")
    added = page.locator(".p2p-sources a[href^=http]").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert "http" in added or "attr(href)" in added
    page.context.close()
