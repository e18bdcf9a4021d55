"""The downloads page, the buttons, the cache and the offline kit; and what happens when something is wrong."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.print import making, signs
from macros.print.listing import write_listing
from macros.print.making import FOLDER, make
from macros.print.plan import Download, planned
from macros.print.sheets import Chapter, Sheet, Shelf
from macros.print.typesetting import Unprintable, typeset
from tests.build.html_pages import Built
from tests.build.pdf_files import Pdf
from tests.conftest import Printed, copy_project, printed_in_tests

LANGUAGES = ("en", "it", "ro", "tr")


def downloads_page(site: Path, language: str) -> Path:
    return site / ("" if language == "en" else language) / "about/downloads.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_downloads_page_names_every_file_of_its_language_with_pages_and_size(printed: Printed, language: str) -> None:
    page = downloads_page(printed.site, language)
    html = page.read_text(encoding="utf-8")
    listed = {(page.parent / unquote(urlsplit(link).path)).resolve() for link in Built(page).links if link.endswith(".pdf")}
    made = {printed.site / FOLDER / one.download.file for one in printed.outcome.made if one.download.language == language}
    assert listed == {path.resolve() for path in made}
    book = next(one for one in printed.outcome.made if one.download.name == "events-kit" and one.download.language == language)
    said = {"en": "pages", "it": "pagine", "ro": "de pagini", "tr": "sayfa"}[language]
    assert re.search(rf"{len(Pdf(printed.site / FOLDER / book.download.file).text)} {said}, \d+ kB", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_files_links_to_them_in_its_language(printed: Printed, language: str) -> None:
    page = printed.site / ("" if language == "en" else language) / "checklists/before-a-session.html"
    files = [link for link in Built(page).links if link.endswith(".pdf")]
    assert [Path(link).name for link in files] == [f"before-a-session-{language}.pdf", f"before-a-session-pen-{language}.pdf"]
    assert all((page.parent / link).is_file() for link in files)


def test_pages_have_no_dead_link_and_no_doubled_id_with_downloads(printed: Printed) -> None:
    for page in (*printed.site.glob("about/*.html"), *printed.site.glob("*/about/downloads.html"), *printed.site.glob("training/*.html")):
        built = Built(page)
        assert len(built.ids) == len(set(built.ids)), page
        for link in built.links:
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                assert (page.parent / unquote(parts.path)).exists(), f"{page}: {link}"


def test_naming_the_files_again_changes_nothing(printed: Printed, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(printed.site, copy)
    write_listing(printed.project, copy, LANGUAGES, [])
    page = "it/checklists/before-a-session.html"
    assert (copy / page).read_bytes() == (printed.site / page).read_bytes()


def test_unchanged_pages_are_not_printed_again(printed: Printed, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(printed.site, copy)
    again = make(printed.project, copy, LANGUAGES, wanted=printed_in_tests, cache=printed.cache)
    assert again.anew == 0
    page = copy / "ro/checklists/before-a-session.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</legend>", " azi</legend>", 1), encoding="utf-8")
    edited = make(printed.project, copy, LANGUAGES, wanted=printed_in_tests, cache=printed.cache)
    assert edited.anew == 2  # to type in, and for the pen
    assert "azi" in Pdf(copy / FOLDER / "ro/before-a-session-ro.pdf").text[0]


def test_the_offline_kit_holds_the_site_its_files_and_right_checksums(printed: Printed, tmp_path: Path) -> None:
    (kit,) = (printed.site / FOLDER).glob("*.zip")
    with zipfile.ZipFile(kit) as zipped:
        zipped.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    sums = dict(reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    assert files == set(sums)
    assert [name for name in files if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sums[name]] == []
    assert {f"{FOLDER}/{one.download.file}" for one in printed.outcome.made} <= files
    for language in LANGUAGES:
        page = downloads_page(folder, language)
        assert [link for link in Built(page).links if link.endswith(".zip")] == []
        assert all((page.parent / unquote(link)).is_file() for link in Built(page).links if link.endswith(".pdf"))


def test_the_kit_itself_is_linked_and_its_checksum_stands_beside_it(printed: Printed) -> None:
    (kit,) = (printed.site / FOLDER).glob("*.zip")
    for language in LANGUAGES:
        page = downloads_page(printed.site, language)
        assert [(page.parent / link).resolve() for link in Built(page).links if link.endswith(".zip")] == [kit.resolve()]
    assert (kit.parent / "SHA256SUMS").read_text(encoding="utf-8") == f"{hashlib.sha256(kit.read_bytes()).hexdigest()}  {kit.name}\n"


# -- when something is wrong -----------------------------------------------------------------


@pytest.fixture
def sheet(printed: Printed) -> Sheet:
    """A module in English, to be spoilt."""
    shelf = Shelf(printed.site, printed.project.library)
    return shelf.sheet(next(one for one in planned(printed.project, "en") if one.name == "m05-self-efficacy-and-coping"))


def spoilt(sheet: Sheet, html: str) -> Sheet:
    (chapter,) = sheet.chapters
    return replace(sheet, chapters=(replace(chapter, html=chapter.html + html),))


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<p><img src="../assets/lost.png" alt="Lost"></p>', "training/m05-self-efficacy-and-coping.html: the picture assets/lost.png is missing."),
        (f"<table><tr>{'<td>unbreakable&nbsp;words</td>' * 40}</tr></table>", "is wider than the page"),
        ('<svg viewBox="0 0 10 0"></svg>', "training/m05-self-efficacy-and-coping.html: WeasyPrint cannot set this page"),
    ],
)
def test_a_page_that_cannot_be_printed_is_named_and_leaves_nothing_behind(
    sheet: Sheet, printed: Printed, tmp_path: Path, html: str, message: str
) -> None:
    with pytest.raises(Unprintable) as error:
        typeset(spoilt(sheet, html), printed.site, tmp_path / "sheet.pdf")
    assert message in str(error.value)
    assert "training" in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_in_a_book_the_guilty_page_is_named(sheet: Sheet, printed: Printed, tmp_path: Path) -> None:
    good = Chapter("junior/index.md", "junior/index.html", "<h1>Good</h1>")
    bad = Chapter("junior/coping.md", "junior/coping.html", '<h1>Bad</h1><svg viewBox="0 0 10 0"></svg>')
    with pytest.raises(Unprintable, match=r"junior/coping\.html: WeasyPrint cannot set this page"):
        typeset(replace(sheet, chapters=(good, bad)), printed.site, tmp_path / "book.pdf")


def test_a_sign_that_no_font_holds_is_remarked(sheet: Sheet, printed: Printed, tmp_path: Path) -> None:
    printed_sheet = typeset(spoilt(sheet, "<p>سلام</p>"), printed.site, tmp_path / "sheet.pdf")
    assert any("do not hold" in remark and "U+0633" in remark for remark in printed_sheet.remarks)


def test_a_full_disk_leaves_nothing_half_made(sheet: Sheet, printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="the disk is full"):
        making._typeset(making._Job(sheet, printed.site, tmp_path / "kept" / "sheet.pdf"))
    assert list((tmp_path / "kept").iterdir()) == []


def one_of_each(download: Download) -> bool:
    return download.language == "en" and download.name in ("before-a-session", "session-plan")


def test_one_bad_page_spoils_only_its_own_files(printed: Printed, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(printed.site, copy)
    page = copy / "checklists/before-a-session.html"
    page.write_text(page.read_text(encoding="utf-8").replace('<ul class="p2p-checklist', '<img src="lost.png" alt="x"><ul class="p2p-checklist'), encoding="utf-8")
    outcome = make(printed.project, copy, ("en",), wanted=one_of_each, cache=tmp_path / "cache")
    assert set(outcome.failed) == {"en/before-a-session-en.pdf", "en/before-a-session-pen-en.pdf"}
    assert "checklists/before-a-session.html: the picture checklists/lost.png is missing." in outcome.failed["en/before-a-session-en.pdf"]
    assert {one.download.name for one in outcome.made} == {"session-plan"}
    assert not (copy / FOLDER / "en/before-a-session-en.pdf").exists()
    write_listing(printed.project, copy, ("en",), outcome.made)
    assert "before-a-session-en.pdf" not in page.read_text(encoding="utf-8")


def test_a_missing_font_is_named_and_nothing_is_made_with_another(printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "_FONTS", tmp_path)
    copy = tmp_path / "site"
    shutil.copytree(printed.site, copy)
    outcome = make(printed.project, copy, ("en",), wanted=one_of_each, cache=tmp_path / "cache")
    assert outcome.made == []
    assert set(outcome.failed.values()) == {"The font NotoSans-Regular.ttf is missing from macros/print/fonts."}


def test_an_interrupted_run_leaves_no_half_file_and_the_next_one_goes_on(printed: Printed, tmp_path: Path) -> None:
    class Interrupted(making.Progress):
        def done(self, download: Download) -> None:
            raise KeyboardInterrupt

    copy, cache = tmp_path / "site", tmp_path / "cache"
    shutil.copytree(printed.site, copy)
    with pytest.raises(KeyboardInterrupt):
        make(printed.project, copy, ("en",), wanted=one_of_each, cache=cache, progress=Interrupted(), processes=1)
    assert len(list(cache.glob("*.pdf"))) >= 1
    again = make(printed.project, copy, ("en",), wanted=one_of_each, cache=cache)
    assert again.failed == {}
    assert again.anew < 4


def test_without_downloads_the_page_says_so(site: Path) -> None:
    assert "was built without its files for printing" in downloads_page(site, "en").read_text(encoding="utf-8")


def test_the_command_needs_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_project(tmp_path / "project"))
    result = CliRunner().invoke(main, ["pdf"])
    assert result.exit_code == 2
    assert "Run `guidelines build`." in result.output
