"""What a facilitator is told as the right answer is what the cards on the same page give."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest


@pytest.fixture
def module_seven(root: Path) -> str:
    return (root / "docs/en/training/m07-inclusion-and-safeguarding.md").read_text(encoding="utf-8")


@pytest.fixture
def module_nine(root: Path) -> str:
    return (root / "docs/en/training/m09-monitor-and-evaluate.md").read_text(encoding="utf-8")


def test_adults_practise_the_sentences_of_the_safeguarding_page_word_for_word(root: Path, module_seven: str) -> None:
    pages = "".join((root / "docs/en" / page).read_text(encoding="utf-8") for page in ("senior/safeguarding.md", "junior/stay-safe.md"))
    for begins in ("“Thank you. You have done", "“I can’t promise", "“It has arrived.", "“I must speak to an adult"):
        said = re.search(re.escape(begins) + "[^”]*”", module_seven)
        assert said, begins
        assert said[0] in pages, said[0]


def test_every_worry_has_exactly_one_heap(module_seven: str) -> None:
    worries = {int(number) for number in re.findall(r"(?m)^    \*\*(\d+)\*\* “", module_seven)}
    assert worries == set(range(1, 13))
    first = re.search(r"\*\*112 first:\*\* (\d+) and (\d+)", module_seven)
    later = re.search(r"\*\*This week:\*\* (\d+) and (\d+)", module_seven)
    assert first
    assert later
    same_day = worries - {int(number) for number in (*first.groups(), *later.groups())}
    assert len(same_day) == 8
    assert "none of the eight same-day cards waits" in module_seven


def test_the_cleaning_tasks_have_the_answers_that_the_facilitator_reads_out(module_seven: str) -> None:
    tasks = re.findall(r"(\d+) ml for each litre.*?(\d+) litres", module_seven)
    assert [f"{int(per) * int(litres)} ml" for per, litres in tasks] == re.findall(r"\d+ ml", re.search(r"Answers: ([^.]*)\.", module_seven)[1])  # type: ignore[index]


def test_the_log_sheet_gives_the_two_counts(module_nine: str) -> None:
    minutes = [int(found) for found in re.findall(r"(?m)^    \| K\d \| \w+ \| held, (\d+)", module_nine)]
    planned = int(re.search(r"(\d+) in all", module_nine)[1])  # type: ignore[index]
    assert f"**{sum(one >= 20 for one in minutes)} of {planned}**" in module_nine
    sessions = [int(found) for found in re.findall(r"\b[A-H] (\d+)\b", re.search(r"Sessions in the whole block.*", module_nine)[0])]  # type: ignore[index]
    assert len(sessions) == 8
    assert f"**{sum(one >= 12 for one in sessions)} of {sum(one >= 1 for one in sessions)}**" in module_nine


def test_the_data_sheet_gives_the_effect_and_the_interval(module_nine: str) -> None:
    """Hedges g: (1 − 3/(4N − 9))·(M₁ − M₂)/pooled SD, ± 1.96·√(N/(n₁n₂) + g²/2N)."""
    rows = re.findall(r"\| (?:Tutees|Comparison) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|", module_nine)
    (n1, m1, s1), (n2, m2, s2) = [(int(n), float(mean), float(spread)) for n, mean, spread in rows]
    pooled = math.sqrt(((n1 - 1) * s1**2 + (n2 - 1) * s2**2) / (n1 + n2 - 2))
    g = (1 - 3 / (4 * (n1 + n2) - 9)) * (m1 - m2) / pooled
    error = math.sqrt((n1 + n2) / (n1 * n2) + g**2 / (2 * (n1 + n2)))
    low, high = (f"{value:.2f}".replace("-", "−") for value in (g - 1.96 * error, g + 1.96 * error))
    assert f"effect {g:.2f}, interval from {low} to {high}" in module_nine
