"""The workbook as finished strings: what its script must know of every indicator."""

from __future__ import annotations

from typing import Any

from macros.components.shared.form_parts import spoken_words
from macros.library import Library
from macros.measurements import MOMENTS, in_order, limits_of, moments_of, shape_of

GROUPS = ("tutees", "tutors", "comparison")
# Denominators that count more people than the group: those named as needing support, places, earlier tutees.
COUNTS_OTHERS = ("P1", "P5", "M5")
_SAID = (
    "kept-here", "not-kept", "shared-computer", "shared-not-kept", "shared-on", "shared-off", "nothing-to-save", "file-saved", "no-date", "cleared",
    "file-too-large", "file-unreadable", "file-of-another-kind", "file-too-new", "file-not-opened",
    "number-text", "number-large", "number-negative", "number-not-whole", "number-outside", "number-ambiguous", "number-thousands", "number-decimals",
    "summary-few", "summary-unclear", "sheet-change",
)  # fmt: skip
# Strings that stand in the template and that the script never says.
_IN_TEMPLATE = (
    "without", "example", "open", "open-hint", "new", "which", "about", "school", "block", "date", "size", "sets", "set-starter", "set-standard",
    "set-own", "entry", "entry-hint", "results", "remove", "clear", "print", "save",
)  # fmt: skip


def workbook_view(library: Library, language: str) -> dict[str, Any]:
    """Everything that the template of the workbook shows."""
    groups = (*GROUPS, "school", "programme")
    breakdowns = sorted({one for name in library.names("indicators") for one in library.entry("indicators", name).breakdowns})
    own = [
        name for name in library.names("interface")
        if name.startswith("workbook-") and name.removeprefix("workbook-") not in _IN_TEMPLATE
    ]  # fmt: skip
    said = (*_SAID, *own, *(f"moment-{moment}" for moment in MOMENTS), *(f"group-{group}" for group in groups), *(f"breakdown-{one}" for one in breakdowns))
    indicators = [_indicator(library, name, language) for name in in_order(library)]
    return {
        "language": language,
        "sheet": library.say("sheet-name-website", language),
        "indicators": indicators,
        "example": _example(library, language),
        "words": spoken_words(library, said, language),
        "moments": [{"id": moment, "text": library.say("workbook-date", language, moment=library.say(f"moment-{moment}", language))} for moment in MOMENTS],
        "groups": [{"id": group, "text": library.say("workbook-size", language, group=library.say(f"group-{group}", language))} for group in GROUPS],
        "choices": [{"code": one["code"], "text": f"{one['code']} {one['name']}"} for one in indicators],
        "say": lambda string, **marks: library.say(string, language, None, **marks),
    }


def _indicator(library: Library, name: str, language: str) -> dict[str, Any]:
    facts = library.entry("indicators", name)
    words, _ = library.said("indicators", name, language)
    shape = shape_of(facts)
    target = facts.target
    return {
        "code": name,
        "name": words.name,
        "tier": facts.tier,
        "shape": shape,
        "unit": facts.unit,
        "groups": facts.groups,
        "people": facts.groups[0] in GROUPS and name not in COUNTS_OTHERS,
        "moments": moments_of(facts),
        "breakdowns": facts.breakdowns,
        "forms": [form for form in facts.fed_by if form in library.names("questionnaires")],
        "limits": limits_of(library, name),
        "target": None if target is None else {"least": target.at_least} if target.at_least is not None else {"most": target.at_most},
        **({"above": words.numerator, "below": words.denominator} if shape in ("share", "quotient") else {"above": "", "below": ""}),
    }


def _example(library: Library, language: str) -> dict[str, Any] | None:
    """The invented block as a file for the workbook would hold it; None where there is none."""
    if not library.names("example_blocks"):
        return None
    name = library.names("example_blocks")[0]
    facts = library.entry("example_blocks", name)
    words, _ = library.said("example_blocks", name, language)
    asked = {form for student in facts.students for form in student.answers}
    fed = {
        indicator: form
        for indicator in library.names("indicators")
        for form in library.entry("indicators", indicator).fed_by
        if form in asked and "tutees" in library.entry("indicators", indicator).groups
    }
    return {
        "id": "example0",
        "about": words.about,
        "school": words.school,
        "block": words.block,
        "set": "starter",
        "sizes": {group: len(facts.group(group)) for group in ("tutees", "comparison")},
        "figures": facts.all_figures(fed),
    }
