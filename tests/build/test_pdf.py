"""Every file for printing, as a screen reader, a form reader, a scanner and a person meet it."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp

from macros.print.making import FOLDER
from macros.print.plan import Download, planned
from macros.print.sheets import Chapter, Shelf
from macros.print.typesetting import typeset
from tests.build.pdf_files import Pdf
from tests.conftest import Printed, printed_in_tests

LANGUAGES = ("en", "it", "ro", "tr")
TOOL = re.compile(r'<section class="p2p-form.*?</section>', re.DOTALL)
WITH_HEADINGS = re.compile(r"<(h[1-6]|legend)\b([^>]*)>(.*?)</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def files(printed: Printed) -> dict[str, tuple[Download, Pdf]]:
    """Every file that was made: its plan and the file."""
    return {one.download.file: (one.download, Pdf(printed.site / FOLDER / one.download.file)) for one in printed.outcome.made}


def test_every_planned_file_is_made_and_nothing_is_remarked(printed: Printed) -> None:
    assert printed.outcome.failed == {}
    assert printed.outcome.remarks == []
    wanted = {one.file for language in LANGUAGES for one in planned(printed.project, language) if printed_in_tests(one)}
    assert {one.download.file for one in printed.outcome.made} == wanted
    kinds = {(one.download.kind, one.download.edition, one.download.language) for one in printed.outcome.made}
    for language in LANGUAGES:
        for kind in (("book", "whole"), ("module", "facilitator"), ("module", "participant"), ("form", "fillable"), ("form", "pen")):
            assert (*kind, language) in kinds


def test_every_file_says_that_it_is_accessible_and_in_which_language(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (download, pdf) in files.items():
        root = pdf.file.Root
        assert 'pdfuaid:part="1"' in str(pdf.file.open_metadata()) or "<pdfuaid:part>1" in str(pdf.file.open_metadata()), name
        assert root.MarkInfo.Marked, name
        assert str(root.Lang) == download.language, name
        assert root.ViewerPreferences.DisplayDocTitle, name
        assert download.title in str(pdf.file.docinfo.Title), name
        assert all(str(page.get("/Tabs")) == "/S" for page in pdf.file.pages), name


def test_headings_begin_with_the_title_and_skip_no_level(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (download, pdf) in files.items():
        levels = [int(part.kind[1]) for part in pdf.parts if re.fullmatch("H[1-6]", part.kind)]
        assert levels[:1] == ([] if download.kind == "poster" else [1]), name
        assert [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1] == [], name


def test_books_have_bookmarks_for_their_chapters(files: dict[str, tuple[Download, Pdf]], printed: Printed) -> None:
    for name, (download, pdf) in files.items():
        if download.kind == "book":
            titles = pdf.bookmarks()
            for page in download.pages:
                front = printed.project.pages[download.language].get(page, printed.project.pages["en"][page])
                assert front.headings[0].text.replace("*", "") in titles, f"{name}: {page}"


def test_every_drawing_has_words(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (_, pdf) in files.items():
        assert all(str(figure.get("/Alt", "")) for figure in pdf.of_kind("Figure")), name


def test_every_cell_knows_its_headers(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (_, pdf) in files.items():
        cells = [cell for cell in pdf.of_kind("TD") if "/A" in cell]
        lonely = [cell for cell in cells if not len(cell.A.get("/Headers", []))]
        corners = sum(1 for row in pdf.of_kind("TR") if any(str(kid.S) == "/TH" for kid in row.K if "/S" in kid))
        assert len(lonely) <= corners, name


def test_lists_hold_only_their_items(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (_, pdf) in files.items():
        for list_ in pdf.of_kind("L"):
            assert {str(kid.S) for kid in list_.K if "/S" in kid} <= {"/LI", "/L", "/Caption"}, name


def test_parts_in_another_language_say_so(files: dict[str, tuple[Download, Pdf]]) -> None:
    _, pdf = files["en/junior-guidelines-en.pdf"]
    spoken = {str(part.element.Lang) for part in pdf.parts if "/Lang" in part.element}
    assert {"it", "ro", "tr"} <= spoken  # the names of the glossary's terms in the other languages


def test_all_fonts_are_ours_and_embedded(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (_, pdf) in files.items():
        fonts = [thing for thing in pdf.file.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"]
        assert fonts, name
        for font in fonts:
            assert "/FontFile2" in font or "/FontFile3" in font, name
            assert "Print" in str(font.FontName), f"{name}: {font.FontName}"


def headings_of(chapter: Chapter, download: Download) -> Iterator[str]:
    """The headings that the page's HTML has and the file must show."""
    html = re.sub(r"<(button|script|summary)\b.*?</\1>", "", chapter.html, flags=re.DOTALL)
    html = TOOL.sub(lambda form: "" if 'data-part="without"' in form[0] else form[0], html)  # tools that need the script
    for _, attributes, inner in WITH_HEADINGS.findall(html):
        if "p2p-hidden" in attributes:
            continue
        inner = re.sub(r'<a class="headerlink".*?</a>|<term-note.*?</term-note>', " ", inner, flags=re.DOTALL)
        plain = re.sub(r"<[^>]+>", "", inner)
        yield plain_text(plain)


def plain_text(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(html)).strip()


def test_every_heading_and_question_stands_in_the_text(files: dict[str, tuple[Download, Pdf]], printed: Printed) -> None:
    shelf, missing = Shelf(printed.site, printed.project.library), []
    for name, (download, pdf) in files.items():
        text = " ".join(pdf.text).replace("- ", "-")
        for chapter in shelf.sheet(download).chapters:
            for heading in headings_of(chapter, download):
                left_out = download.edition == "participant" and "card" in chapter.html
                if heading.replace("- ", "-") not in text and not left_out:
                    missing.append(f"{name}: {heading}")
    assert missing == []


def test_no_page_is_empty(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (_, pdf) in files.items():
        empty = [number for number, text in enumerate(pdf.text, 1) if len(text) < 60]
        assert empty == [], name


def test_the_participants_handout_holds_nothing_for_the_facilitator(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (download, pdf) in files.items():
        if download.kind == "module":
            twin = files[name.replace("-participant-", "-facilitator-")][1]
            if download.edition == "participant":
                assert len(" ".join(pdf.text)) < len(" ".join(twin.text)), name
    facilitator, participant = (" ".join(files[f"en/m04-prepare-junior-tutors-{edition}-en.pdf"][1].text) for edition in ("facilitator", "participant"))
    assert "For the facilitator" in facilitator
    assert "For the facilitator Expect" not in participant
    assert "Your notes" in participant


def test_every_field_has_a_name_that_can_be_read_aloud_and_is_there_once(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (download, pdf) in files.items():
        fields = list(pdf.file.Root.AcroForm.Fields) if "/AcroForm" in pdf.file.Root else []
        assert bool(fields) == (download.edition == "fillable"), name
        names = [str(field.T) for field in fields]
        assert [one for one, times in Counter(names).items() if times > 1] == [], name
        assert [one for one in names if "." in one] == [], name
        for field in fields:
            assert len(str(field.TU)) > 1, f"{name}: {field.T}"
            assert str(field.TU) != str(field.T), f"{name}: {field.T} is not named"
            for button in field.get("/Kids", []):
                assert len(str(button.TU)) > 1, f"{name}: {field.T}"


def test_radio_buttons_say_the_question_and_the_answers(files: dict[str, tuple[Download, Pdf]]) -> None:
    _, pdf = files["en/self-efficacy-en.pdf"]
    groups = {str(field.TU): [str(kid.TU) for kid in field.Kids] for field in pdf.file.Root.AcroForm.Fields if "/Kids" in field}
    assert "I agree" in groups["I can ask for help without giving up the task."]
    assert "prefer not to say" in groups["I can ask for help without giving up the task."]


def test_the_tab_key_goes_from_top_to_bottom(files: dict[str, tuple[Download, Pdf]]) -> None:
    for name, (download, pdf) in files.items():
        if download.edition != "fillable":
            continue
        pages = {page.objgen: number for number, page in enumerate(pdf.file.pages)}
        places = [(pages[widget.P.objgen], -round(float(max(widget.Rect[1], widget.Rect[3])) / 30), float(widget.Rect[0])) for widget in pdf.widgets]
        assert len(places) == sum(1 for page in pdf.file.pages for note in page.get("/Annots", []) if note.Subtype == "/Widget"), name
        rows = [place[:2] for place in places]
        backwards = [(a, b) for a, b in itertools.pairwise(rows) if b[0] < a[0] or (b[0] == a[0] and b[1] < a[1])]
        assert backwards == [], name


@pytest.mark.parametrize(("language", "written"), [("en", "Zoë’s “plan” – 3 €"), ("it", "Perché è così: «già»"), ("ro", "Șerban Țîrlea, înțeles „bine”"), ("tr", "Işıl Ğ. İnci, çağrı şöyle")])
def test_a_filled_form_keeps_and_shows_the_letters_of_its_language(printed: Printed, language: str, written: str) -> None:
    reader = pypdf.PdfReader(printed.site / FOLDER / f"{language}/session-plan-{language}.pdf")
    fields = [name for name, field in reader.get_fields().items() if field["/FT"] == "/Tx"]
    writer = pypdf.PdfWriter(clone_from=reader)
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict.fromkeys(fields, written), auto_regenerate=False)
    filled = io.BytesIO()
    writer.write(filled)
    assert {str(field["/V"]) for field in pypdf.PdfReader(filled).get_fields().values() if field["/FT"] == "/Tx"} == {written}
    document = pypdfium2.PdfDocument(filled.getvalue())
    flattened = io.BytesIO()
    for page in document:
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
    document.save(flattened)
    shown = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(flattened.getvalue()))
    assert shown.count(written) == len(fields) > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_square_code_on_a_form_leads_to_its_page_in_its_language(printed: Printed, tmp_path: Path, language: str) -> None:
    shelf = Shelf(printed.site, printed.project.library)
    for download in planned(printed.project, language):
        if download.name in ("self-efficacy", "before-a-session", "session-plan") and download.edition == "pen":
            sheet = replace(shelf.sheet(download), base_address="https://tutoring.liceo-terni.it/")
            typeset(sheet, printed.site, tmp_path / "sheet.pdf")
            page = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[0]
            (code,) = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
            where = code.text.removeprefix("https://tutoring.liceo-terni.it/")
            assert where == ("" if language == "en" else f"{language}/") + download.pages[0].replace(".md", ".html")
            assert (printed.site / where).is_file()
            assert f"tutoring.liceo-terni.it/{where}" in re.sub(r"\s", "", page.get_textpage().get_text_range()).replace("\ufffe", "-")


def test_without_an_address_a_form_says_what_to_look_for(files: dict[str, tuple[Download, Pdf]]) -> None:
    _, pdf = files["it/before-a-session-it.pdf"]
    assert "Sul sito, cercare «Prima di una sessione»" in pdf.text[0] or "Sul sito, cercare" in pdf.text[0]
    assert "example.org" not in pdf.text[0]
    assert pdf.of_kind("Figure") == []


def test_two_runs_give_the_same_bytes(printed: Printed, tmp_path: Path) -> None:
    shelf = Shelf(printed.site, printed.project.library)
    download = next(one for one in planned(printed.project, "ro") if one.name == "session-plan" and one.edition == "fillable")
    typeset(shelf.sheet(download), printed.site, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (printed.site / FOLDER / download.file).read_bytes()
