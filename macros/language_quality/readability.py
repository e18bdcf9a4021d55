"""How easily a page reads: Flesch, Gulpease, Ateşman, and for Romanian the length of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyphen

from macros.language_quality.passages import kind_of, of_page
from macros.languages import LANGUAGES
from macros.pages import Page
from macros.problems import Problem
from macros.project import Project

LEAST_WORDS = 100
# The lowest score of a page for students and for adults; for Romanian the longest mean sentence, in words.
BARS = {"en": (60, 50), "it": (60, 50), "tr": (60, 50), "ro": (15, 20)}
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeıioöuüâîûAEIİOÖUÜ]")
_ENGLISH = pyphen.Pyphen(lang="en_US")


def words_of(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def flesch(sentences: list[str]) -> float:
    """Flesch Reading Ease (1948) for English: 206.835 − 1.015 words/sentence − 84.6 syllables/word."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(len(_ENGLISH.positions(word)) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * syllables / len(words)


def gulpease(sentences: list[str]) -> float:
    """Gulpease (GULP, 1988) for Italian: 89 + (300 sentences − 10 letters) / words; at most 100."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    letters = sum(sum(letter.isalpha() for letter in word) for word in words)
    return min(100.0, 89 + (300 * len(sentences) - 10 * letters) / len(words))


def atesman(sentences: list[str]) -> float:
    """Ateşman (1997) for Turkish: 198.825 − 40.175 syllables/word − 2.610 words/sentence."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(max(1, len(_VOWELS.findall(word))) for word in words)
    return 198.825 - 40.175 * syllables / len(words) - 2.610 * len(words) / len(sentences)


def sentence_length(sentences: list[str]) -> float:
    """Mean number of words in a sentence."""
    return sum(len(words_of(sentence)) for sentence in sentences) / len(sentences)


MEASURES = {"en": flesch, "it": gulpease, "tr": atesman, "ro": sentence_length}
_NAMES = {"en": "Flesch", "it": "Gulpease", "tr": "Ateşman", "ro": "words in a sentence"}


def check_readability(project: Project) -> Iterator[Problem]:
    """Guideline pages that read less easily than their readers need, with their heaviest sentences."""
    for language in LANGUAGES:
        if language in MEASURES:
            for path, page in project.pages[language].items():
                if kind_of(path) in ("junior", "senior"):
                    yield from _check(page, language)


def _check(page: Page, language: str) -> Iterator[Problem]:
    sentences = [sentence for passage in of_page(page) if passage.kind != "search" for sentence in passage.sentences if words_of(sentence)]
    if sum(len(words_of(sentence)) for sentence in sentences) < LEAST_WORDS:
        return
    measure = MEASURES[language]
    value, bar = measure(sentences), BARS[language][kind_of(page.path) != "junior"]
    if (value > bar) if language == "ro" else (value < bar):
        heavy = sorted(sentences, key=lambda one: -len(words_of(one)))[:3]
        yield page.problem(0, 0, f"The page is hard to read: {_NAMES[language]} {value:.0f}, the bar is {bar}.",
                           "Shorten these first: " + " / ".join(one[:90] for one in heavy))
