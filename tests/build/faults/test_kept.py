"""What is kept between builds, damaged in every way: it is made anew, and the site is right."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.building import whole_site
from macros.building.kept import KeptLanguage
from macros.building.keys import Keys
from macros.print.making import _forget, _whole
from macros.project import Project
from tests.build.faults.conftest import Trial, check

DAMAGE: dict[str, Callable[[Path], object]] = {
    "is empty": lambda path: path.write_bytes(b""),
    "is cut in half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "is something else": lambda path: path.write_bytes(b"\x80\x05not a pickle"),
    "is of another version": lambda path: path.write_bytes(pickle.dumps((0, "key", {}, {}))),
    "is the pickle of a word": lambda path: path.write_bytes(pickle.dumps("word")),
    "is a folder": lambda path: (path.unlink(), (path / "inside").mkdir(parents=True)),
    "is a link to nothing": lambda path: (path.unlink(), path.symlink_to("nothing")),
    "is not there": Path.unlink,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_nothing_is_kept_when_the_record(damage: str, trial: Trial) -> None:
    folder = trial.root / ".cache/build/it"
    assert KeptLanguage.load(folder).pages
    DAMAGE[damage](folder / "pages.pickle")
    damaged = KeptLanguage.load(folder)
    assert damaged.pages == {}
    fresh = trial.root / ".cache/build/.it-fresh"
    fresh.mkdir()
    damaged.replace(fresh, "key", {}, {})
    assert KeptLanguage.load(folder).key == "key"


FILES: dict[str, Callable[[Path], object]] = {
    "one is cut in half": lambda files: os.truncate(files / "it/index.html", 100),
    "one is not there": lambda files: (files / "it/index.html").unlink(),
    "one is too many": lambda files: (files / "it/more.html").write_text("more", encoding="utf-8"),
    "one was changed by hand": lambda files: (files / "it/index.html").write_bytes((files / "it/index.html").read_bytes().replace(b"a", b"e")),
    "the folder is not there": shutil.rmtree,
    "the folder is a file": lambda files: (shutil.rmtree(files), files.write_text("x", encoding="utf-8")),
}


@pytest.mark.parametrize("damage", FILES)
def test_nothing_is_kept_when_of_the_finished_files(damage: str, trial: Trial) -> None:
    folder = trial.root / ".cache/build/it"
    FILES[damage](folder / "files")
    damaged = KeptLanguage.load(folder)
    assert damaged.pages == {}
    fresh = trial.root / ".cache/build/.it-fresh"
    fresh.mkdir()
    damaged.replace(fresh, "key", {}, {})
    assert KeptLanguage.load(folder).key == "key"


def as_files(trial: Trial) -> None:
    for name in ("it", "templates"):
        path = trial.root / ".cache/build" / name
        shutil.rmtree(path)
        path.write_text("a file", encoding="utf-8")
    (trial.root / ".cache/build/site.json").unlink()


def in_bits(trial: Trial) -> None:
    kept = trial.root / ".cache/build"
    DAMAGE["is cut in half"](kept / "en/pages.pickle")
    DAMAGE["is a folder"](kept / "it/pages.pickle")
    os.truncate(kept / "ro/files/ro/index.html", 10)
    for code in (kept / "templates").iterdir():
        code.write_bytes(code.read_bytes()[:40])
    DAMAGE["is a folder"](kept / "site.json")


def one_file(trial: Trial) -> None:
    shutil.rmtree(trial.root / ".cache/build")
    trial.write(".cache/build", "a file")


def leftovers(trial: Trial) -> None:
    (trial.root / ".cache/build/.it-abcd1234/junior").mkdir(parents=True)
    (trial.root / ".site-abcd1234/junior").mkdir(parents=True)
    (trial.root / ".cache/build/site.json").unlink()


WHOLE: dict[str, Callable[[Trial], None]] = {
    "files in the place of folders": as_files,
    "something different in every language": in_bits,
    "a file in the place of everything": one_file,
    "what a killed build has left": leftovers,
}


@pytest.mark.parametrize("damage", WHOLE)
def test_the_site_is_the_same_in_spite_of(damage: str, trial: Trial) -> None:
    before = trial.site()
    WHOLE[damage](trial)
    check(trial.apart("build", "--no-downloads"), 0)
    after = trial.site()
    assert sorted(after) == sorted(before)
    assert [name for name in after if after[name] != before[name] and not name.endswith(".gz")] == []
    assert trial.leftovers() == []
    check(trial.apart("build", "--no-downloads"), 0, "nothing has changed")


@pytest.mark.parametrize("text", ["", "null", "7", "[]", "[1, 2, 3]", '["key", {', "\x00"])
def test_a_damaged_note_means_that_the_site_is_built_again(text: str, trial: Trial) -> None:
    kept = trial.root / ".cache/build"
    (kept / "site.json").write_text(text, encoding="utf-8")
    assert not whole_site.is_current(Keys(Project(trial.root)), trial.root / "site", kept, "mkdocs False")


def test_a_clock_that_jumps_means_no_new_build_of_pages(trial: Trial) -> None:
    for path in (trial.root / "docs").rglob("*"):
        os.utime(path, (4e9, 4e9))
    check(trial.apart("build", "--no-downloads"), 0, "nothing has changed")


def test_a_page_with_an_old_time_is_built_all_the_same(trial: Trial) -> None:
    trial.edit()
    os.utime(trial.root / "docs/it/junior/your-role.md", (1, 1))
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("mela")


def test_a_site_that_somebody_has_touched_is_put_right(trial: Trial) -> None:
    before = trial.site()
    (trial.root / "site/index.html").write_text("oops", encoding="utf-8")
    check(trial.apart("build", "--no-downloads"), 0, "in 4 languages")
    assert trial.site() == before


# -- files for printing ----------------------------------------------------------------------

NOTE = json.dumps({"pages": 2, "size": 4})
PRINTED: dict[str, tuple[bytes | None, str | None]] = {
    "a file that is cut in half": (b"%P", NOTE),
    "an empty file": (b"", NOTE),
    "a note without a file": (None, NOTE),
    "a file without a note": (b"%PDF", None),
    "an empty note": (b"%PDF", ""),
    "a note that is cut in half": (b"%PDF", NOTE[:9]),
    "a note of an older version": (b"%PDF", '{"pages": 2}'),
    "a note that is a list": (b"%PDF", "[2]"),
    "a note with words for numbers": (b"%PDF", '{"pages": "two", "size": 4}'),
}


@pytest.mark.parametrize("what", PRINTED)
def test_printed_again_because_of(what: str, tmp_path: Path) -> None:
    file, note = PRINTED[what]
    if file is not None:
        (tmp_path / "key.pdf").write_bytes(file)
    if note is not None:
        (tmp_path / "key.json").write_text(note, encoding="utf-8")
    assert not _whole(tmp_path / "key.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["key.pdf", "key.json"])
def test_printed_again_because_a_folder_stands_there(name: str, tmp_path: Path) -> None:
    (tmp_path / "key.pdf").write_bytes(b"%PDF")
    (tmp_path / "key.json").write_text(NOTE, encoding="utf-8")
    assert _whole(tmp_path / "key.pdf")
    (tmp_path / name).unlink()
    (tmp_path / name / "inside").mkdir(parents=True)
    assert not _whole(tmp_path / "key.pdf")
    assert list(tmp_path.iterdir()) == []


def test_old_files_are_forgotten_and_strange_folders_left_alone(tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(b"%PDF")
    (tmp_path / "some.folder").mkdir()
    for path in tmp_path.iterdir():
        os.utime(path, (1, 1))
    _forget(tmp_path, keep=set())
    assert [path.name for path in tmp_path.iterdir()] == ["some.folder"]
