"""What is wrong with the content, said so that a teacher can put it right."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file.

    `file` is relative to the project; `line` and `column` count from 1 (0: the whole file).
    `what` is one sentence; `hint` says how to mend it and may be empty. An error stops a build;
    a warning is something to look at soon, and stops nothing.
    """

    file: str
    line: int
    column: int
    what: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        lines = [f"{self.file}:{self.line}:{self.column}", f"  {'Warning: ' if self.severity == 'warning' else ''}{self.what}"]
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


def report(problems: Iterable[Problem]) -> str:
    """All problems as text, sorted by file and line, with a count at the end."""
    found = sorted(set(problems))
    counts = [
        f"{number} {word if number == 1 else word + 's'}"
        for word, severity in (("problem", "error"), ("warning", "warning"))
        if (number := sum(problem.severity == severity for problem in found))
    ]
    return "\n\n".join([*map(str, found), ", ".join(counts) + "."]) if found else "No problems."


def refused(error: OSError) -> str:
    """What the system has refused, as sentences: the file, the reason, what to do."""
    if not error.errno and error.args and isinstance(error.args[0], list):  # shutil.Error: (from, to, why) of every file
        source, _, why = error.args[0][0]
        return f"{source}: {why}."
    place = f"{error.filename}: " if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{place}The disk is full.\n  Make room, then start again."
    reason = (error.strerror or str(error) or type(error).__name__).rstrip(".")
    hint = "\n  Check its permissions." if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else ""
    return f"{place}{reason}.{hint}"


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or the first few where none is near."""
    known = sorted(known)
    near = get_close_matches(wrong, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    if not known:
        return ""
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    return f"Known: {shown}."
