"""What checklists, questionnaires and worksheets show alike."""

from __future__ import annotations

import json
from typing import Any

from macros.languages import number
from macros.library import Library
from macros.translations import fingerprint

# What the shared script says: interface strings, each with its plural forms if it has any.
SPOKEN = (
    "kept-here", "not-kept", "shared-computer", "shared-not-kept", "shared-on", "shared-off",
    "nothing-to-save", "file-saved", "file-without-code", "file-too-large", "file-unreadable", "file-of-another-kind",
    "file-too-new", "file-of-another-form", "file-not-opened", "file-opened", "file-changed", "file-unknown", "file-unfit",
    "file-other-code", "replace-sure", "link-sure", "link-damaged", "link-from-disk", "link-too-long", "link-made",
    "link-copied", "link-copy-yourself", "qr-title", "qr-failed", "clear-sure", "cleared", "clear-all-sure",
    "cleared-all", "no-date",
)  # fmt: skip
ADULTS = ("senior", "coordinator")


def form_parts(library: Library, kind: str, name: str, language: str, spoken_too: tuple[str, ...] = ()) -> dict[str, Any]:
    """The parts every form has: its key on the device, who it is for, how long, what the script says.

    `kind` is "checklist", "questionnaire" or "worksheet"; `spoken_too` names the interface strings
    that only this kind's script says. Raises NotFound.
    """
    facts = library.entry(f"{kind}s", name)
    words, spoken = library.said(f"{kind}s", name, language)
    say = library.say
    return {
        "id": f"{kind}-{name}",
        "entry": name,
        "key": f"{kind}:{name}",
        "format": "worksheet" if kind == "worksheet" else "answers",
        "definition": definition(facts),
        "language": language,
        "lang": spoken if spoken != language else None,
        "title": words.title,
        "introduction": words.introduction,
        "reader": say("for-reader", language, reader=say(f"reader-{facts.reader}", language)),
        "minutes": say("minutes", language, facts.minutes, count=number(facts.minutes, language)),
        "words": spoken_words(library, (*SPOKEN, *spoken_too), language),
        "moments": [{"id": moment, "text": say(f"moment-{moment}", language)} for moment in getattr(facts, "moments", [])],
        "adult": "-adult" if facts.reader in ADULTS else "",
        "clear": say("worksheet-delete" if kind == "worksheet" else "checklist-clear", language),
        "say": lambda string: say(string, language),
    }


def definition(facts: Any) -> str:
    """The fingerprint of a form's facts, links aside: a file tells by it whether the form has changed since."""
    plain = facts.model_dump(exclude={"see": True, "items": {"__all__": {"see"}}})
    return fingerprint(json.dumps(plain, sort_keys=True))


def spoken_words(library: Library, names: tuple[str, ...], language: str) -> dict[str, str | dict[str, str]]:
    """Interface strings for a script: a sentence, or its plural forms."""
    return {name: library.plural(name, language) or library.say(name, language) for name in names}


def help_link(library: Library, page: str | None, step: str, language: str) -> dict[str, str] | None:
    """A link from a step to the section that helps, if there is one."""
    if page is None:
        return None
    return {
        "page": page,
        "text": library.say("see-help", language),
        "label": library.say("see-help-with", language, step=step),
    }
