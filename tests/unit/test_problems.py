"""Each file in problems/ breaks a sound project in one place and holds the exact message."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.checks import problems_of
from macros.problems import Problem, did_you_mean, report
from macros.project import Project

FOLDER = Path(__file__).parent / "problems"
SOUND = yaml.safe_load((FOLDER / "_sound.yml").read_text(encoding="utf-8"))
CASES = sorted(path for path in FOLDER.glob("*.yml") if not path.name.startswith("_"))


def write_project(root: Path, files: dict[str, str]) -> Project:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return Project(root)


def broken(case: dict) -> dict[str, str]:
    """The sound project with the changes of one case: `old`/`new` in `file`, or `files`, or `delete`."""
    files = dict(SOUND)
    if "file" in case:
        assert case["old"] in files[case["file"]], "the case no longer fits the sound project"
        files[case["file"]] = files[case["file"]].replace(case["old"], case["new"], 1)
    files.update(case.get("files", {}))
    for name in case.get("delete", []):
        del files[name]
    return files


def test_the_sound_project_has_no_problem(tmp_path):
    assert problems_of(write_project(tmp_path, SOUND)) == []


def test_there_are_at_least_forty_kinds_of_broken_files():
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_file_gives_this_message(case, tmp_path):
    content = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert report(problems_of(write_project(tmp_path, broken(content)))) + "\n" == content["says"]


def test_problems_come_sorted_by_file_and_line_and_without_doubles():
    late, early = Problem("b.yml", 2, 1, "b"), Problem("a.yml", 9, 1, "a")
    assert report([late, early, late]) == "a.yml:9:1\n  a\n\nb.yml:2:1\n  b\n\n2 problems."


def test_a_misspelt_word_gets_the_nearest_known_one():
    assert did_you_mean("unti", ["unit", "level"]) == "Did you mean 'unit'?"
    assert did_you_mean("zzz", ["unit", "level"]) == "Known: level, unit."


def test_a_warning_is_counted_apart_from_the_problems():
    problem, warning = Problem("a.yml", 1, 1, "Wrong."), Problem("b.yml", 2, 1, "Old.", "Look.", "warning")
    assert report([warning]) == "b.yml:2:1\n  Warning: Old.\n  Look.\n\n1 warning."
    assert report([warning, problem]).endswith("\n\n1 problem, 1 warning.")
