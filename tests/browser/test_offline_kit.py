"""The offline kit, unpacked from its zip and opened from disk."""

from __future__ import annotations

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, expect

from macros.print.making import FOLDER
from tests.browser.test_reading import search
from tests.conftest import Printed


def test_the_kit_works_from_disk_in_another_language_with_search_forms_and_files(
    printed: Printed, tmp_path: Path, page: Page
) -> None:
    (kit,) = (printed.site / FOLDER).glob("*.zip")
    with zipfile.ZipFile(kit) as zipped:
        zipped.extractall(tmp_path / "stick with spaces")
    (folder,) = (tmp_path / "stick with spaces").iterdir()
    page.goto((folder / "ro/checklists/before-a-session.html").as_uri())
    page.locator(".p2p-checklist input[type=checkbox]").first.check()
    page.reload()
    expect(page.locator(".p2p-checklist input[type=checkbox]").first).to_be_checked()
    file = page.locator(".p2p-download-links a").first.evaluate("link => link.href")
    assert Path(unquote(urlsplit(file).path)).read_bytes().startswith(b"%PDF-1.7")
    page.goto((folder / "ro/about/downloads.html").as_uri())
    assert page.locator(".p2p-downloads a[href$='.pdf']").count() > 3
    assert page.locator(".p2p-downloads a[href$='.zip']").count() == 0
    page.goto((folder / "index.html").as_uri())
    page.set_viewport_size({"width": 1280, "height": 800})
    assert search(page, "supervise")
