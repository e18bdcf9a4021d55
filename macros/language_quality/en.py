"""Rules of English."""

from __future__ import annotations

from macros.language_quality.rule import Rule, term

RULES = (
    Rule(r"[«»„]", "'{found}' is not a quotation mark of English.", "Write “ and ”."),
    Rule(r"\d %", "A space stands before %.", "Write 9.3%."),
    Rule(r"\b0,\d", "'{found}' has a comma where English has a point.", "Write 0.5."),
    Rule(r"(?i)\bproves? that\b", "'{found}' claims too much.", "Say what was found, and how sure it is.", quotes_too=False),
    Rule(r"(?i)\breduces? (?:school )?(?:drop-?out|early leaving)\b", "'{found}' has not been shown.", "Say what was measured.", quotes_too=False),
    term(r"weak students?|problem students?", "student who needs support"),
    term(r"mentees?|mentoree", "tutee"),
    term(r"drop-?outs? rate of the country|ESL", "early leavers (ELET)"),
)
