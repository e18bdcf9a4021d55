"""One rule about words: a pattern, what is wrong, how to put it right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PROSE = ("junior", "senior", "module", "other", "words")


@dataclass(frozen=True)
class Rule:
    """`what` may hold {found}. `where`: the kinds of passages it judges; `quotes_too`: also inside quotation marks."""

    text: str
    what: str
    hint: str
    where: tuple[str, ...] = PROSE
    quotes_too: bool = True
    pattern: re.Pattern[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", re.compile(self.text))


def term(wrong: str, right: str, why: str = "", where: tuple[str, ...] = PROSE) -> Rule:
    """A wrong equivalent of a glossary term, and the right one."""
    return Rule(rf"(?i)\b(?:{wrong})\b", "'{found}' is not the term of the glossary.", f"Write “{right}”. {why}".strip(), where, quotes_too=False)


def register(forms: str, hint: str, where: tuple[str, ...]) -> Rule:
    """A form of address that the readers of these pages should not meet, quoted speech aside."""
    return Rule(rf"(?<![\w’])(?:{forms})(?![\w’])", "'{found}' addresses the reader in the wrong way.", hint, where, quotes_too=False)
