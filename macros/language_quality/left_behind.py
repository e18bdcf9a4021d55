"""English that was left behind in a translation: whole passages, and sentences of English function words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.language_quality.passages import Passage, of_language
from macros.languages import LANGUAGES, SOURCE
from macros.problems import Problem
from macros.project import Project

# Words that no sentence of Italian, Romanian or Turkish has.
FUNCTION_WORDS = frozenset(
    ["the", "of", "and", "to", "is", "with", "that", "this", "your", "you", "for", "from", "they", "have", "will", "what", "when", "which", "been", "was", "were", "it’s", "don’t", "their", "how", "who", "why", "can", "should", "would", "there", "about", "into", "than", "then", "them", "these", "those"]
)
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)*")
SHARE = 0.25
LEAST_WORDS = 4


def check_left_behind(project: Project) -> Iterator[Problem]:
    """Passages of the other languages that are English."""
    english = {passage.text for passage in of_language(project, SOURCE) if len(passage.text.split()) >= LEAST_WORDS}
    for language in LANGUAGES:
        if language != SOURCE:
            for passage in of_language(project, language):
                same = passage.text in english and not is_name(passage.text)
                if passage.kind != "search" and (same or reads_english(passage)):
                    yield Problem(passage.file, passage.line, 1, f"This is English: “{passage.text[:60]}”.", "Translate it.")


def check_menu_words(project: Project) -> Iterator[Problem]:
    """Names of menu sections that are still English; Junior, Senior and the language's own terms may be."""
    language = SOURCE
    for number, line in enumerate((project.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines(), 1):
        if locale := re.match(r"\s*- locale: (\w+)", line):
            language = locale[1]
        named = re.match(r"\s+([A-Z][\w ]+): (.+?)\s*$", line)
        if language != SOURCE and named and named[1] == named[2] and named[1] not in ("Junior", "Senior"):
            terms = {placed.model.term for placed in project.library.words.get(language, {}).get("glossary", {}).values()}  # type: ignore[union-attr]
            if named[2] not in terms:
                yield Problem("mkdocs.yml", number, 1, f"The menu section '{named[1]}' is English in '{language}'.", "Translate it.")


def is_name(text: str) -> bool:
    """Only names, numbers and signs: every word begins with a capital or holds no letter."""
    return all(word[0].isupper() for word in _WORD.findall(text) if word.lower() not in ("and", "of", "for", "the", "in", "to"))


def reads_english(passage: Passage) -> bool:
    """Whether at least a quarter of the words of some sentence are English function words."""
    for sentence in passage.sentences:
        words = [word.lower() for word in _WORD.findall(sentence)]
        if len(words) >= LEAST_WORDS and sum(word in FUNCTION_WORDS for word in words) / len(words) >= SHARE and not is_name(sentence):
            return True
    return False
