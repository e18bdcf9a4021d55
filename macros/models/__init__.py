"""The kinds of entries, by the name of their file or folder in `data/`."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.attendance_rule import AttendanceRule, AttendanceRuleWords
from macros.models.book import Book, BookWords
from macros.models.checklist import Checklist, ChecklistWords
from macros.models.entry import Facts, Words
from macros.models.evidence import Evidence, EvidenceWords
from macros.models.example_block import ExampleBlock, ExampleBlockWords
from macros.models.fact import Fact, FactWords
from macros.models.figure import Figure, FigureWords
from macros.models.helpline import Helpline, HelplineWords
from macros.models.indicator import Indicator, IndicatorWords
from macros.models.interface import InterfaceString, InterfaceWords
from macros.models.material import Material, MaterialWords
from macros.models.poster import Poster, PosterWords
from macros.models.questionnaire import Questionnaire, QuestionnaireWords, Scale, ScaleWords
from macros.models.site import Site
from macros.models.source import Source
from macros.models.term import Term, TermWords
from macros.models.worksheet import Worksheet, WorksheetWords


@dataclass(frozen=True)
class Kind:
    """A kind of entry: the model of its facts, the model of its words (None: it has no words)."""

    name: str
    one: str
    facts: type[Facts]
    words: type[Words] | None


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("site", "the site's settings", Site, None),
        Kind("indicators", "an indicator", Indicator, IndicatorWords),
        Kind("checklists", "a checklist", Checklist, ChecklistWords),
        Kind("scales", "a response scale", Scale, ScaleWords),
        Kind("questionnaires", "a questionnaire", Questionnaire, QuestionnaireWords),
        Kind("worksheets", "a worksheet", Worksheet, WorksheetWords),
        Kind("materials", "a material", Material, MaterialWords),
        Kind("glossary", "a glossary term", Term, TermWords),
        Kind("sources", "a source", Source, None),
        Kind("facts", "a fact", Fact, FactWords),
        Kind("evidence", "an evidence note", Evidence, EvidenceWords),
        Kind("posters", "a poster", Poster, PosterWords),
        Kind("figures", "a figure", Figure, FigureWords),
        Kind("helplines", "a helpline", Helpline, HelplineWords),
        Kind("books", "a printed book", Book, BookWords),
        Kind("attendance_rules", "a country's attendance rules", AttendanceRule, AttendanceRuleWords),
        Kind("example_blocks", "an example block", ExampleBlock, ExampleBlockWords),
        Kind("interface", "an interface string", InterfaceString, InterfaceWords),
    )
}
FORMS = ("checklists", "questionnaires", "worksheets")
