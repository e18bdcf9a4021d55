"""A figure names the day after which a newer one is likely; then `guidelines validate` warns, and nothing stops."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import problems_of, warnings_of
from macros.cli import main
from macros.problems import report
from macros.project import Project
from tests.unit.test_problems import SOUND, write_project

WITH_A_DAY = {**SOUND, "data/facts.yml": SOUND["data/facts.yml"].replace("2026-11-23}", "2026-11-23, look_again: 2027-05-31}")}


def test_on_the_day_itself_nobody_is_bothered_and_the_day_after_there_is_a_warning(tmp_path: Path) -> None:
    project = write_project(tmp_path, WITH_A_DAY)
    assert warnings_of(project, date(2027, 5, 31)) == []
    assert report(warnings_of(project, date(2027, 6, 1))) == (
        "data/facts.yml:1:100\n"
        "  Warning: A newer figure for 'elet-italy' is likely since 2027-05-31.\n"
        "  Look at the source S44: write the new value, year and 'retrieved', and a later 'look_again'.\n\n"
        "1 warning."
    )
    assert problems_of(project) == []


@pytest.mark.parametrize(("day", "exit_code", "says"), [("2027-05-31", 0, "1 warning."), ("31 May", 1, "is not a date")])
def test_a_warning_does_not_fail_and_a_day_that_is_none_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, exit_code: int, says: str
) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 6, 1)

    write_project(tmp_path, {**WITH_A_DAY, "data/facts.yml": WITH_A_DAY["data/facts.yml"].replace("2027-05-31", day)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("macros.cli.date", Later)
    result = CliRunner().invoke(main, ["validate"])
    assert result.exit_code == exit_code
    assert says in result.stderr


def test_every_figure_of_this_site_names_the_day_it_was_read_and_the_day_to_look_again(root: Path) -> None:
    facts = {name: placed.model for name, placed in Project(root).library.facts["facts"].items()}
    assert [name for name, fact in facts.items() if fact.look_again is None or fact.look_again <= fact.retrieved] == []
