"""The site behind a server that sends its Content-Security-Policy: everything works, and nothing is tried that it forbids."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.languages import LANGUAGES, SOURCE
from macros.site.policy import NETLIFY
from tests.browser.conftest import PHONE, Quiet

KINDS = (
    "index.html",
    "junior/stay-safe.html",
    "senior/evidence.html",
    "training/m05-self-efficacy-and-coping.html",
    "action-learning/problem-sheet.html",
    "checklists/before-a-session.html",
    "checklists/self-efficacy.html",
    "tools/session-log.html",
    "indicators/process.html",
    "indicators/early-warning.html",
    "indicators/class-summary.html",
    "indicators/workbook.html",
    "indicators/compare.html",
    "events/messages-and-facts.html",
    "national/romania.html",
    "about/glossary.html",
    "about/sources.html",
    "about/downloads.html",
    "about/translate.html",
)
WORDS = {"en": "tutor", "it": "tutor", "ro": "tutor", "tr": "okul"}
REPORT = """
  document.addEventListener('securitypolicyviolation', (event) => console.error('policy:', event.violatedDirective, event.blockedURI, event.sample));
"""


def home(language: str) -> str:
    return "" if language == SOURCE else f"{language}/"


@pytest.fixture(scope="module")
def locked_address(site: Path) -> Iterator[str]:
    """The site from a server that sends the headers that the build wrote for it."""
    lines = (site / NETLIFY).read_text(encoding="utf-8").splitlines()[1:]
    headers = [line.strip().split(": ", 1) for line in lines]

    class Locked(Quiet):
        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Locked, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(params=["server", "disk"])
def locked_page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[Page, str]]:
    """A page that fails the test when anything is done that the policy forbids, and where the site begins."""
    address = request.getfixturevalue("locked_address" if request.param == "server" else "disk_address")
    context = chromium.new_context(viewport=PHONE)
    context.add_init_script(REPORT)
    said: list[str] = []
    context.on("console", lambda message: said.append(f"{message.page.url if message.page else ''}: {message.text}"))
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield context.new_page(), address
    context.close()
    assert [text for text in said if "policy" in text.lower() or "error" in text.lower()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_of_page_does_what_the_policy_forbids(locked_page: tuple[Page, str], language: str) -> None:
    page, address = locked_page
    for path in KINDS:
        page.goto(address + home(language) + path)
        page.keyboard.press("End")
        expect(page.locator("html.js")).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_and_marks(locked_page: tuple[Page, str], language: str) -> None:
    page, address = locked_page
    page.goto(address + home(language) + "junior/stay-safe.html")
    page.locator("label[for=__search]").first.click()
    page.locator("input[name=query]").press_sequentially(WORDS[language])
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("mark[data-md-highlight]").first).to_be_attached()
    page.goto(address + home(language) + f"index.html?q={WORDS[language]}")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_is_filled_saved_and_given_as_a_square_code(locked_page: tuple[Page, str], language: str) -> None:
    page, address = locked_page
    page.goto(address + home(language) + "checklists/before-a-session.html")
    page.locator("check-list input[type=checkbox]").first.check()
    with page.expect_download() as download:
        page.locator("[data-part=save]").click()
    saved = download.value.path().read_text(encoding="utf-8")
    assert '"before-a-session"' in saved
    page.locator(".p2p-form__more summary").click()
    page.locator("[data-part=link]").click()
    if address.startswith("http"):  # a link to a disk would lead nowhere
        page.locator("[data-part=qr]").click()
        expect(page.locator("[data-part=qr-place] svg")).to_be_visible()
    page.evaluate("window.print()")
    page.reload()
    page.locator("[data-part=open]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": saved.encode()})
    expect(page.locator("check-list input[type=checkbox]").first).to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_the_workbook_opens_and_is_saved(locked_page: tuple[Page, str], language: str) -> None:
    page, address = locked_page
    page.goto(address + home(language) + "indicators/workbook.html")
    page.locator("[data-part=example]").click()
    expect(page.locator("[data-part=outputs]")).to_be_visible()
    for part in ("save", "csv"):
        with page.expect_download() as download:
            page.locator(f"[data-part={part}]").click()
        assert download.value.path().stat().st_size > 100


@pytest.mark.parametrize("name", ["downloads/leaving-poster.svg", "assets/logo.svg"])
def test_a_drawing_is_shown_whole_when_it_is_opened_by_itself(locked_page: tuple[Page, str], name: str) -> None:
    page, address = locked_page
    page.goto(address + name)
    expect(page.locator("svg")).to_be_visible()


def test_a_script_that_is_slipped_in_does_not_run(locked_address: str, disk_address: str, chromium: Browser) -> None:
    for address in (locked_address, disk_address):
        page = chromium.new_page()
        page.goto(address + "index.html")
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.slipped = 1\"><iframe srcdoc=\"<script>parent.slipped = 1</script>\"></iframe>')")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), { text: 'window.slipped = 1' }))")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.slipped") is None
        page.close()
