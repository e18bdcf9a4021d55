"""The class summary as finished strings: what its script must know of every questionnaire."""

from __future__ import annotations

from typing import Any

from macros.components.shared.form_parts import definition, spoken_words
from macros.library import Library

_EXAMPLE_MOMENTS = ("start", "middle", "end")
GROUPS = ("tutees", "tutors", "comparison", "adults")
SAID = (
    "file-too-large", "file-unreadable", "file-of-another-kind", "file-too-new", "file-changed",
    "summary-other-form", "summary-no-moment", "summary-too-few", "summary-counted", "summary-no-code", "summary-replaced",
    "summary-empty", "summary-read", "summary-link", "summary-remove", "summary-remove-file",
    "summary-hidden-small", "summary-hidden-alike", "summary-hidden-difference", "summary-both", "summary-unpaired", "summary-one",
    "summary-change", "summary-few", "summary-unclear", "summary-higher", "summary-lower", "summary-cause", "summary-band",
    "summary-key", "summary-moment", "summary-count", "summary-deviation", "summary-spread", "summary-questionnaire",
    "summary-low", "summary-high", "result-mean", "result-picture",
    "moment-start", "moment-middle", "moment-end", "moment-follow-up", "compare-example-sure", "summary-some-unpaired",
)  # fmt: skip


def class_summary_view(library: Library, language: str) -> dict[str, Any]:
    """Everything that the template of the class summary shows."""
    feeds: dict[str, dict[str, str]] = {}
    for name in library.names("indicators"):
        indicator = library.entry("indicators", name)
        for form in indicator.fed_by:
            for group in indicator.groups:
                feeds.setdefault(form, {}).setdefault(group, name)
    return {
        "language": language,
        "questionnaires": {name: _questionnaire(library, name, feeds.get(name, {}), language) for name in library.names("questionnaires")},
        "groups": [{"id": group, "text": library.say(f"group-{group}", language)} for group in GROUPS],
        "example": _example(library, language),
        "words": spoken_words(library, SAID, language),
        "say": lambda string: library.say(string, language),
    }


def _example(library: Library, language: str) -> dict[str, Any] | None:
    """The invented tutees' answers in the block: for each questionnaire and moment, a code's answers in a row."""
    for name in library.names("example_blocks"):
        answers: dict[str, dict[str, dict[str, str]]] = {}
        for student in library.entry("example_blocks", name).group("tutees"):
            for questionnaire, moments in student.answers.items():
                for moment in (moment for moment in moments if moment in _EXAMPLE_MOMENTS):
                    answers.setdefault(questionnaire, {}).setdefault(moment, {})[student.code] = moments[moment]
        return {"about": library.said("example_blocks", name, language)[0].about, "answers": answers}
    return None


def _questionnaire(library: Library, name: str, indicators: dict[str, str], language: str) -> dict[str, Any]:
    facts = library.entry("questionnaires", name)
    values = [point.value for point in library.entry("scales", facts.scale).points]
    return {
        "title": library.said("questionnaires", name, language)[0].title,
        "definition": definition(facts),
        "moments": facts.moments,
        "items": [{"id": item.id, "reversed": item.reversed} for item in facts.items],
        "scale": {"lowest": min(values), "highest": max(values)},
        "indicators": indicators,
    }
