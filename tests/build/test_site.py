"""The real site in four languages, as a reader's browser or a search engine finds it."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.build.html_pages import Built
from tests.conftest import ROOT

LANGUAGES = ("en", "it", "ro", "tr")
PAGES = sorted(path.relative_to(ROOT / "docs/en").as_posix() for path in (ROOT / "docs/en").rglob("*.md"))


def address(page: str, language: str) -> str:
    prefix = "" if language == "en" else f"{language}/"
    return prefix + page.removesuffix(".md") + ".html"


@pytest.fixture(scope="module")
def built(site: Path) -> dict[str, Built]:
    return {path.relative_to(site).as_posix(): Built(path) for path in sorted(site.rglob("*.html"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_exists_and_says_its_language(built: dict[str, Built], language: str) -> None:
    for page in PAGES:
        assert built[address(page, language)].language == language, page


def test_no_page_has_an_id_twice(built: dict[str, Built]) -> None:
    for name, page in built.items():
        assert [id_ for id_, times in Counter(page.ids).items() if times > 1] == [], name


def test_every_link_and_fragment_leads_somewhere(built: dict[str, Built], site: Path) -> None:
    dead = []
    for name, page in built.items():
        if name == "404.html":
            continue
        for link in [*page.links, *page.loads]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            if not (site / target).is_file() or (parts.fragment and parts.fragment not in built[target].ids and parts.fragment != "__skip"):
                dead.append(f"{name}: {link}")
    assert dead == []


def test_nothing_is_loaded_from_elsewhere(built: dict[str, Built]) -> None:
    for name, page in built.items():
        foreign = [load for load in page.loads if urlsplit(load).netloc not in ("", "example.org")]
        assert foreign == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_holds_the_pages_of_one_language_and_uses_its_stemmer(site: Path, language: str) -> None:
    folder = site / ("" if language == "en" else language) / "search"
    text = (folder / "search_index.json").read_text(encoding="utf-8")
    index = json.loads(text)
    assert index["config"]["lang"] == [language]
    assert {doc["location"].partition("#")[0] for doc in index["docs"]} == {
        "index.html" if page == "index.md" else address(page, "en") for page in PAGES
    }
    assert (folder / "search_index.js").read_text(encoding="utf-8") == f"var __index = {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_holds_words_that_readers_type_but_the_page_does_not_say(site: Path, language: str) -> None:
    source = (ROOT / f"docs/{language}/junior/stay-safe.md").read_text(encoding="utf-8")
    first = re.search(r"search_words: \[([^,\]]+)", source)
    assert first, "stay-safe has no search words"
    index = json.loads((site / ("" if language == "en" else language) / "search/search_index.json").read_text(encoding="utf-8"))
    (page,) = [doc for doc in index["docs"] if doc["location"] == "junior/stay-safe.html"]
    assert set(first[1].split()) <= set(page["tags"])


def test_the_switcher_keeps_the_page(built: dict[str, Built]) -> None:
    page = built["ro/junior/stay-safe.html"]
    for there in ("../../junior/stay-safe.html", "../../it/junior/stay-safe.html", "../../tr/junior/stay-safe.html"):
        assert there in page.links


def test_the_sitemap_lists_every_page_in_every_language_with_its_alternatives(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.count("<loc>") == len(PAGES) * len(LANGUAGES)
    entry = sitemap[sitemap.index("<loc>https://example.org/it/junior/stay-safe.html") :].partition("</url>")[0]
    for language in LANGUAGES:
        assert f'hreflang="{language}" href="https://example.org/{address("junior/stay-safe.md", language)}"' in entry
    assert 'hreflang="x-default" href="https://example.org/junior/stay-safe.html"' in entry


def test_a_page_that_is_not_there_is_said_in_english_and_offers_all_languages(built: dict[str, Built]) -> None:
    page = built["404.html"]
    assert page.language == "en"
    for home in ("", "it/", "ro/", "tr/"):
        assert f"https://example.org/{home}index.html" in page.links


def test_the_site_holds_no_trace_of_the_machine_it_was_built_on(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".js", ".json", ".css", ".xml") and path.is_file():
            assert str(ROOT) not in path.read_text(encoding="utf-8"), path


def test_only_pages_with_a_measuring_tool_load_the_measuring_scripts(built: dict[str, Built]) -> None:
    loading = {name for name, page in built.items() if any(load.endswith("indicators.js") for load in page.loads)}
    tools = ("class-summary", "compare", "early-warning")
    assert {address(f"indicators/{tool}.md", language) for tool in tools for language in LANGUAGES} <= loading
    assert not [name for name in loading if "/indicators/" not in f"/{name}"]


def test_first_view_is_light(site: Path) -> None:
    """At most 120 KB gzipped for everything a first visit fetches; script 20 KB, style 10 KB of our own."""
    import gzip

    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 9, mtime=0))

    for name in ("index.html", "tr/indicators/process.html", "ro/about/glossary.html", "ro/indicators/workbook.html"):
        page = Built(site / name)
        fetched = {site / posixpath.normpath(posixpath.join(posixpath.dirname(name), load)) for load in page.loads}
        assert sum(map(weight, [site / name, *fetched])) <= 120 * 1024, name
    assert weight(site / "components.js") <= 20 * 1024
    assert weight(site / "components.css") <= 10 * 1024


def test_of_the_theme_only_what_a_reader_may_fetch_is_shipped(site: Path) -> None:
    assert list(site.rglob("*.map")) == []
    search = sorted(path.name for path in (site / "assets/javascripts/lunr").rglob("*.js"))
    assert search == ["lunr.it.min.js", "lunr.multi.min.js", "lunr.ro.min.js", "lunr.stemmer.support.min.js", "lunr.tr.min.js"]
