"""Training modules: the minutes add up, every outcome is practised and checked, nobody sits too long."""

from __future__ import annotations

from collections.abc import Iterator

from macros.languages import SOURCE
from macros.pages import Page, activities, outcomes
from macros.problems import Problem
from macros.project import Project

LONGEST_WITHOUT_BREAK = 90  # minutes


def check_modules(project: Project) -> Iterator[Problem]:
    """What does not fit together on a module's page.

    A module's course and minutes stand on its English page only; the translations have the same
    activities, which `checks/structure.py` sees to.
    """
    for language, pages in project.pages.items():
        for page in pages.values():
            if page.file in project.faulty or page.front is None:
                continue
            if language != SOURCE:
                for key in ("course", "minutes"):
                    if key in page.raw_front:
                        yield page.problem(1, 1, f"'{key}' stands on the English page only.", f"Delete the line '{key}: …'.")
            elif page.front.course is not None or any(activities(page)):
                yield from _check(page)


def _check(page: Page) -> Iterator[Problem]:
    assert page.front is not None
    planned = list(activities(page))
    if page.front.course is None or page.front.minutes is None:
        yield page.problem(1, 1, "A page with activities says its course and its minutes.", "Add 'course: staff' and 'minutes: …' to the front matter.")
        return
    if not planned:
        yield page.problem(1, 1, "The module has no activities.", "Call {{ activity(minutes=…, grouping=…) }} under each activity's heading.")
        return
    total = sum(values["minutes"] for _, values in planned)
    if total != page.front.minutes:
        yield page.problem(1, 1, f"The activities take {total} minutes, the page says {page.front.minutes}.", "Change one of them.")
    without = 0
    for heading, values in planned:
        without = 0 if values["grouping"] == "break" else without + values["minutes"]
        if without > LONGEST_WITHOUT_BREAK:
            yield page.problem(
                heading.line, 1, f"After this activity people have worked for {without} minutes without a break.",
                f'Put {{{{ activity(minutes=10, grouping="break") }}}} before minute {LONGEST_WITHOUT_BREAK}.',
            )
            break
    yield from _check_outcomes(page)


def _check_outcomes(page: Page) -> Iterator[Problem]:
    promised = outcomes(page)
    line = next((heading.line for heading in page.headings if heading.id == "outcomes"), 1)
    if not 3 <= promised <= 5:
        yield page.problem(line, 1, f"The module promises {promised} outcomes.", "List three to five under the heading { #outcomes }.")
        return
    for what, done in (("practises", "practised"), ("checks", "checked")):
        named: set[int] = set()
        for heading, values in activities(page):
            numbers = {int(number) for number in str(values.get(what, "")).split()}
            for number in sorted(numbers - set(range(1, promised + 1))):
                yield page.problem(heading.line, 1, f"There is no outcome {number}.", f"The module has outcomes 1 to {promised}.")
            named |= numbers
        for number in sorted(set(range(1, promised + 1)) - named):
            yield page.problem(line, 1, f"Outcome {number} is {done} by no activity.", f'Add {what}="{number}" to the activity that does it.')
