"""What an author may call on a page: the closed list of macros and what they take.

`macros/__init__.py` offers exactly these; `macros/checks/` checks calls against them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AuthorMacro:
    """One macro.

    `block`: it gives a whole block and stands alone on a line at the left margin.
    `kind`: its first argument names an entry of this kind; `choices`: or one of these words.
    `most`: the largest number of positional arguments; `least`: the smallest.
    `keywords`: named arguments that must be given; `optional`: those that may. `says`: the last argument is a word of the
    page's language and may differ between translations.
    """

    name: str
    block: bool
    kind: str | None = None
    choices: tuple[str, ...] = ()
    least: int = 1
    most: int = 1
    keywords: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    says: bool = False


MACROS: dict[str, AuthorMacro] = {
    macro.name: macro
    for macro in (
        AuthorMacro("checklist", True, "checklists"),
        AuthorMacro("questionnaire", True, "questionnaires"),
        AuthorMacro("worksheet", True, "worksheets"),
        AuthorMacro("indicator", True, "indicators"),
        AuthorMacro("indicator_list", True, choices=("context", "input", "process", "outcome", "impact"), least=0),
        AuthorMacro("evidence", True, "evidence"),
        AuthorMacro("figure", True, "figures"),
        AuthorMacro("poster", True, "posters"),
        AuthorMacro("glossary", True, least=0, most=0),
        AuthorMacro("sources", True, least=0, most=0),
        AuthorMacro("helplines", True, choices=("it", "ro", "tr", "eu"), least=0),
        AuthorMacro("translation_board", True, least=0, most=0),
        AuthorMacro("downloads", True, least=0, most=0),
        AuthorMacro("class_summary", True, least=0, most=0),
        AuthorMacro("workbook", True, least=0, most=0),
        AuthorMacro("sheets", True, least=0, most=0),
        AuthorMacro("compare", True, least=0, most=0),
        AuthorMacro("attendance_calculator", True, least=0, most=0),
        AuthorMacro(
            "activity", True, least=0, most=0,
            keywords=("minutes", "grouping"), optional=("materials", "practises", "checks"),
        ),
        AuthorMacro("timetable", True, least=0, most=0),
        AuthorMacro("materials", True, least=0, most=0),
        AuthorMacro("training_path", True, least=0, most=0),
        AuthorMacro("term", False, "glossary", most=2, says=True),
        AuthorMacro("fact", False, "facts"),
        AuthorMacro("source", False, "sources"),
        AuthorMacro("indicator_link", False, "indicators"),
        AuthorMacro("contact", False, least=0, most=0),
    )
}
GROUPINGS = ("alone", "pairs", "trios", "fours", "plenary", "break")
