"""Quotes, dashes, spaces, numbers, register, terms, names and claims: the rules of each language on its passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.language_quality import en, it, ro, tr
from macros.language_quality.passages import Passage, of_language
from macros.language_quality.rule import Rule
from macros.languages import LANGUAGES
from macros.problems import Problem
from macros.project import Project

COMMON = (
    Rule(r"(?<=\w) +[,;!?.](?=\s|$)", "There is a space before '{found}'.", "Delete it."),
    Rule(r"(?<=\S)  +(?=\S)", "There are two spaces.", "Keep one."),
    Rule(r"(?<=\w) - (?=\w)", "A hyphen stands where a dash belongs.", "Write – (a dash) with spaces."),
    Rule(r"\"", "A straight quotation mark stands in a sentence.", "Write the marks of the language."),
    Rule(r"(?<=\w)'(?=\w)", "A straight apostrophe stands in a word.", "Write ’."),
    Rule(r"\.\.\.", "Three full stops stand where an ellipsis belongs.", "Write …"),
    Rule(r"(?i)\b(?:todo|tbd|lorem ipsum|xxx)\b", "'{found}' is left from writing.", "Write the sentence, or delete it."),
    Rule(
        r"(?i)(?:\b90\s?%|%\s?90\b).{0,60}(?:teach|learn|insegn|impar|învăț|învaț|öğre)|(?:teach|learn|insegn|impar|învăț|învaț|öğre).{0,40}(?:\b90\s?%|%\s?90\b)",
        "“90 % of what they teach” is a myth without research.", "Leave it out.",
    ),
)
BY_LANGUAGE = {"en": en.RULES, "it": it.RULES, "ro": ro.RULES, "tr": tr.RULES}
_QUOTED = re.compile(r"“[^”]*”|„[^”]*”|«[^»]*»|‘[^’]*’")
_QUESTION = re.compile(r"[^.!?:·]*\?")


def check_wording(project: Project) -> Iterator[Problem]:
    """What the rules find, one problem a rule and passage."""
    for language in LANGUAGES:
        rules = (*COMMON, *BY_LANGUAGE.get(language, ()))
        passages = of_language(project, language)
        for_students = frozenset(passage.text for passage in passages if passage.kind == "junior")
        for passage in passages:
            yield from problems_in(passage, rules, for_students)


def problems_in(passage: Passage, rules: tuple[Rule, ...], for_students: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """What `rules` find in one passage.

    Speech (in quotation marks, or a question), the texts of links and the words of the pages for
    students, `for_students`, are judged only where a rule says so.
    """
    unquoted = _spoken_out(passage, for_students)
    for rule in rules:
        if passage.kind not in rule.where:
            continue
        found = rule.pattern.search(passage.text if rule.quotes_too else unquoted)
        if found:
            yield Problem(passage.file, passage.line, found.start() + 1, rule.what.format(found=found[0].strip()), f"{rule.hint} Here: {_around(passage.text, found)}")


def _spoken_out(passage: Passage, for_students: frozenset[str]) -> str:
    """The passage with blanks where somebody speaks or another page is named."""
    if passage.kind != "junior" and passage.text in for_students:
        return ""
    text = _QUESTION.sub(_blanks, _QUOTED.sub(_blanks, passage.own))
    if passage.kind != "junior":
        for title in sorted(for_students, key=len, reverse=True):
            if len(title) < 40 and title.lower() in text.lower():
                text = re.sub(re.escape(title), _blanks, text, flags=re.IGNORECASE)
    return text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _around(text: str, found: re.Match[str]) -> str:
    """The words around a match."""
    start, end = max(0, found.start() - 30), min(len(text), found.end() + 30)
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
