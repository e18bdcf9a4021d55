"""A disk that is full, and files and folders that the system will not open."""

from __future__ import annotations

import ctypes
import errno
import os
import pickle
import resource
import shutil
import tempfile
from typing import Any

import pytest
from mkdocs import utils

from macros.building import languages, place, whole_site
from macros.problems import refused
from tests.build.faults.conftest import Trial, check


def full(*values: Any, **named: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")


MOMENTS: dict[str, tuple[Any, str]] = {
    "a folder beside the site is made": (tempfile, "mkdtemp"),
    "a page is written": (utils, "write_file"),
    "a language is kept": (pickle, "dump"),
    "the languages are put together": (shutil, "copytree"),
    "the new site takes its place": (place, "_swap"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_disk_is_full_when(moment: str, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    before = trial.site()
    trial.edit()
    with monkeypatch.context() as patch:
        patch.setattr(*MOMENTS[moment], full)
        check(trial.run("build", "--no-downloads"), 1, "The disk is full.", "The site was left as it was.")
    assert trial.site() == before
    assert trial.leftovers() == []


def test_when_there_is_room_again_the_build_works(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    trial.edit()
    with monkeypatch.context() as patch:
        patch.setattr(languages.shutil, "copytree", full)
        trial.run("build", "--no-downloads")
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("mela")


def test_the_disk_is_full_when_only_the_note_is_left_to_write_the_site_is_there(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    trial.edit()
    monkeypatch.setattr(whole_site, "clear", full)
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("mela")


def test_a_real_limit_on_the_size_of_files_is_told(trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    said = trial.apart("build", "--no-downloads", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    check(said, 1, "File too large.", "The site was left as it was.")
    assert trial.site() == before


def test_too_many_open_files_are_told(trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    said = trial.apart("build", "--no-downloads", first="import macros.cli, macros.building.languages, resource; resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))")
    check(said, 1, "Too many open files")
    assert trial.site() == before


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "site/x"), "site/x: The disk is full.\n  Make room, then start again."),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "The disk is full.\n  Make room, then start again."),
        (PermissionError(errno.EACCES, "Permission denied", "site"), "site: Permission denied.\n  Check its permissions."),
        (OSError(errno.EROFS, "Read-only file system", "site"), "site: Read-only file system.\n  Check its permissions."),
        (shutil.Error([("a", "b", "No space"), ("c", "d", "No space")]), "a: No space."),
        (OSError("cannot load library 'pango'"), "cannot load library 'pango'."),
    ],
)
def test_what_the_system_refuses_is_a_sentence(error: OSError, words: str) -> None:
    assert refused(error) == words


def as_anybody() -> None:
    """In the child: even root obeys permissions."""
    for ability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, ability, 0, 0, 0)  # PR_CAPBSET_DROP; not root has nothing to drop


UNREADABLE: dict[str, tuple[str, int, str]] = {
    "a page": ("docs/it/junior/your-role.md", 0, "The page cannot be read: Permission denied."),
    "a word file": ("data/it/glossary.yml", 0, "The file cannot be read: Permission denied."),
    "a file of facts": ("data/site.yml", 0, "The file cannot be read: Permission denied."),
    "the menu": ("mkdocs.yml", 0, "The file cannot be read: Permission denied."),
    "a picture": ("docs/assets/logo.svg", 0, "docs/assets/logo.svg: Permission denied."),
    "a template": ("overrides/main.html", 0, "overrides/main.html: Permission denied."),
    "a folder of pages": ("docs/it/junior", 0o600, "Permission denied"),
    "the project, which is read-only": (".", 0o500, "Permission denied."),
    "what is kept, which is read-only": (".cache/build", 0o500, "Permission denied."),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_the_system_will_not_open(what: str, trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    file, mode, message = UNREADABLE[what]
    path = trial.root / file
    old = path.stat().st_mode
    path.chmod(mode)
    try:
        said = trial.apart("build", "--no-downloads", preexec_fn=as_anybody)
    finally:
        path.chmod(old)
    check(said, 1, message)
    assert trial.site() == before
