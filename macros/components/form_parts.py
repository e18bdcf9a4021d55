"""What checklists, questionnaires and worksheets show alike."""

from __future__ import annotations

from typing import Any

from macros.languages import number
from macros.library import Library


def form_parts(library: Library, kind: str, name: str, language: str) -> dict[str, Any]:
    """The parts every form has: its key on the device, who it is for, how long, what is kept.

    `kind` is "checklist", "questionnaire" or "worksheet". Raises NotFound.
    """
    facts = library.entry(f"{kind}s", name)
    words, spoken = library.said(f"{kind}s", name, language)
    say = library.say
    return {
        "id": f"{kind}-{name}",
        "key": f"{kind}:{name}",
        "language": language,
        "lang": spoken if spoken != language else None,
        "title": words.title,
        "introduction": words.introduction,
        "reader": say("for-reader", language, reader=say(f"reader-{facts.reader}", language)),
        "minutes": say("minutes", language, facts.minutes, count=number(facts.minutes, language)),
        "kept_here": say("kept-here", language),
        "not_kept": say("not-kept", language),
        "cleared": say("cleared", language),
        "clear": say("checklist-clear", language),
        "print": say("worksheet-print", language),
    }


def done_forms(library: Library, language: str) -> dict[str, str]:
    """The sentence "{count} of {total} steps done" in all plural forms of the language."""
    return library.plural("checklist-done", language)


def help_link(library: Library, page: str | None, step: str, language: str) -> dict[str, str] | None:
    """A link from a step to the section that helps, if there is one."""
    if page is None:
        return None
    return {
        "page": page,
        "text": library.say("see-help", language),
        "label": library.say("see-help-with", language, step=step),
    }
