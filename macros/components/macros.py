"""The macros as plain functions: arguments to view to HTML. Knows no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from macros.components import show, show_inline
from macros.components.activity.view import activity_view
from macros.components.attendance_calculator.view import attendance_calculator_view
from macros.components.checklist.view import checklist_view
from macros.components.class_summary.view import class_summary_view
from macros.components.compare.view import compare_view
from macros.components.contact.view import contact_view
from macros.components.downloads.view import downloads_view
from macros.components.evidence.view import evidence_view
from macros.components.fact.view import fact_view
from macros.components.figure.view import figure_view
from macros.components.glossary.view import glossary_view
from macros.components.helplines.view import helplines_view
from macros.components.indicator.view import indicator_view
from macros.components.indicator_link.view import indicator_link_view
from macros.components.indicator_list.view import indicator_list_view
from macros.components.materials.view import materials_view
from macros.components.poster.view import poster_view
from macros.components.questionnaire.view import questionnaire_view
from macros.components.sheets.view import sheets_view
from macros.components.source.view import source_view
from macros.components.sources.view import sources_view
from macros.components.term.view import term_view
from macros.components.timetable.view import timetable_view
from macros.components.training_path.view import training_path_view
from macros.components.translation_board.view import translation_board_view
from macros.components.workbook.view import workbook_view
from macros.components.worksheet.view import worksheet_view
from macros.pages import activities
from macros.project import Project


def offered(project: Project, language: Callable[[], str], path: Callable[[], str]) -> Iterator[Callable[..., str]]:
    """The macros for the pages of `project`.

    `language` and `path` tell, when a macro is called, the language the page is written in and
    its path from docs/<language>/.
    """
    library, homes = project.library, project.homes

    def checklist(name: str) -> str:
        """A list of steps to tick, remembered on the reader's device."""
        return show("checklist", checklist_view(library, name, language()))

    def questionnaire(name: str) -> str:
        """A questionnaire with a response scale."""
        return show("questionnaire", questionnaire_view(library, name, language()))

    def worksheet(name: str) -> str:
        """A worksheet to type in or print."""
        return show("worksheet", worksheet_view(library, name, language()))

    def indicator(name: str) -> str:
        """One indicator, as a card."""
        return show("indicator", indicator_view(library, name, language(), homes))

    def indicator_list(level: str | None = None) -> str:
        """The cards of a level, or a table of all indicators."""
        return show("indicator_list", indicator_list_view(library, level, language(), homes))

    def evidence(name: str) -> str:
        """How sure we are of what the page recommends."""
        return show("evidence", evidence_view(library, name, language()))

    def figure(name: str) -> str:
        """A drawing with words from data."""
        return show("figure", figure_view(library, name, language()))

    def poster(name: str) -> str:
        """A poster or slide of facts."""
        return show("poster", poster_view(library, name, language()))

    def glossary() -> str:
        """All terms, in the order of the language's alphabet."""
        return show("glossary", glossary_view(library, language()))

    def sources() -> str:
        """All sources, by topic, each with the pages that use it."""
        return show("sources", sources_view(library, project.pages, language()))

    def helplines(country: str | None = None) -> str:
        """The helplines of a country, or of all countries of the site."""
        return show("helplines", helplines_view(library, country, language()))

    def class_summary() -> str:
        """The group view made from students' files."""
        return show("class_summary", class_summary_view(library, language()))

    def downloads() -> str:
        """The files for printing; `guidelines build` fills the list in when they are made."""
        return show("downloads", downloads_view(library, language()))

    def workbook() -> str:
        """The figures of blocks: typed, checked, and shown as a report."""
        return show("workbook", workbook_view(library, language()))

    def sheets() -> str:
        """The spreadsheet and the CSV templates, as downloads."""
        return show("sheets", sheets_view(library, language()))

    def compare() -> str:
        """Tutees against a comparison group."""
        return show("compare", compare_view(library, language()))

    def attendance_calculator() -> str:
        """Time missed, the flag lines, and the way to the country's legal line."""
        return show("attendance_calculator", attendance_calculator_view(library, language()))

    def translation_board() -> str:
        """What is translated, by section and language."""
        return show("translation_board", translation_board_view(library, project.pages, language()))

    def activity(minutes: int, grouping: str, materials: str = "", practises: str = "", checks: str = "") -> str:
        """Minutes, grouping and materials, under the heading of a module's activity."""
        return show("activity", activity_view(library, minutes, grouping, materials, language()))

    def planned() -> list[dict[str, Any]]:
        page = project.pages[language()][path()]
        return [{"id": heading.id, "title": heading.text, **values} for heading, values in activities(page)]

    def timetable() -> str:
        """The module's timetable, computed from its activities."""
        notes = any(kind == "facilitator" for kind, _ in project.pages[language()][path()].admonitions)
        return show("timetable", timetable_view(library, planned(), notes, language()))

    def materials() -> str:
        """What the module needs, collected from its activities."""
        return show("materials", materials_view(library, planned(), language()))

    def training_path() -> str:
        """Every module of both courses with its minutes, added up."""
        return show("training_path", training_path_view(library, project.modules(language()), language()))

    def term(name: str, word: str | None = None) -> str:
        """A term with its definition; `word` is the term as it fits the sentence."""
        return show_inline("term", term_view(library, name, word, language()))

    def fact(name: str) -> str:
        """A figure with its year and source."""
        return show_inline("fact", fact_view(library, name, language()))

    def source(name: str) -> str:
        """A mark that leads to a source."""
        return show_inline("source", source_view(library, name, language()))

    def indicator_link(name: str) -> str:
        """An indicator's code and name, linked to its card."""
        return show_inline("indicator_link", indicator_link_view(library, name, language()))

    def contact() -> str:
        """Where to ask."""
        return show_inline("contact", contact_view(library, language()))

    yield from (
        checklist, questionnaire, worksheet, indicator, indicator_list, evidence, figure, poster, glossary, sources,
        helplines, class_summary, workbook, sheets, compare, attendance_calculator, translation_board, downloads,
        activity, timetable, materials, training_path, term, fact, source, indicator_link, contact,
    )
