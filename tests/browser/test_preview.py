"""The live preview as an author sees it: what is saved appears by itself, and a mistake says where it is."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.corpus import write_corpus


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "project"
    folder.mkdir()
    write_corpus(folder, 48)
    return folder


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[str]:
    """`guidelines serve` on a free port; gives the address of the English home."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", "from macros.cli import main; main()", "serve", "--address", f"127.0.0.1:{port}"],
        cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONPATH": str(project)},
    )
    assert server.stdout is not None
    address = server.stdout.readline().strip()  # printed when the first language is there
    yield address
    server.terminate()
    server.wait()


def save(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_saved_page_appears_by_itself_in_its_language(page: Page, preview: str, project: Path) -> None:
    page.goto(f"{preview}it/junior/your-role.html")
    save(project / "docs/it/junior/your-role.md", "\n## ", "\nUna frase appena scritta.\n\n## ")
    expect(page.get_by_text("Una frase appena scritta.")).to_be_visible(timeout=60_000)


def test_another_language_is_there_when_it_is_looked_at_with_its_menu_and_switcher(page: Page, preview: str) -> None:
    page.goto(f"{preview}tr/junior/your-role.html")
    assert page.locator("html").get_attribute("lang") == "tr"
    assert page.locator(".md-select__link[hreflang=ro]").get_attribute("href") == "../../ro/junior/your-role.html"


def test_a_mistake_shows_file_and_line_and_the_last_good_page_stays(page: Page, preview: str, project: Path) -> None:
    page.goto(f"{preview}junior/your-role.html")
    heading = page.locator("h1").inner_text()
    save(project / "docs/en/junior/your-role.md", "\n## ", '\n{{ checklist("no-such-list") }}\n\n## ')
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("docs/en/junior/your-role.md:", timeout=60_000)
    expect(alert).to_contain_text("no-such-list")
    assert page.locator("h1").inner_text() == heading
    save(project / "docs/en/junior/your-role.md", '\n{{ checklist("no-such-list") }}\n', "\nMended.\n")
    expect(page.get_by_text("Mended.")).to_be_visible(timeout=60_000)
    expect(alert).to_have_count(0)


def test_a_changed_entry_appears_too(page: Page, preview: str, project: Path) -> None:
    page.goto(f"{preview}about/glossary.html")
    save(project / "data/en/glossary.yml", "definition: ", "definition: Newly said. ")
    expect(page.get_by_text("Newly said.").first).to_be_visible(timeout=60_000)


def test_a_mistake_that_a_page_can_live_with_is_shown_on_it_until_it_is_mended(page: Page, preview: str, project: Path) -> None:
    page.goto(f"{preview}it/junior/your-role.html")
    save(project / "docs/it/junior/your-role.md", "\n## ", "\n## Senza identificativo\n\nFrase con un titolo.\n\n## ")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("'Senza identificativo' has no id", timeout=60_000)
    expect(page.get_by_text("Frase con un titolo.")).to_be_visible()
    page.reload()
    expect(alert).to_contain_text("docs/it/junior/your-role.md:")
    save(project / "docs/it/junior/your-role.md", "## Senza identificativo\n\n", "")
    expect(alert).to_have_count(0, timeout=60_000)
    expect(page.get_by_text("Frase con un titolo.")).to_be_visible()
