"""Where a site is put: one command at a time, made beside the old site, in its place when whole."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_LOCK = Path(".cache/lock")
_LEFT = re.compile(r"\.site-[a-z0-9_]{8}(-old)?")
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class CannotWrite(Exception):
    """Why nothing can be written now; the message says how to mend it."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the project at `root`, so that no second command writes its site; the system lets go when the process ends.

    What a killed command has left behind is put in order first. Raises CannotWrite.
    """
    site = root / "site"
    if site.is_symlink():
        raise CannotWrite("site is a link to another folder, and a build replaces it whole.\n  Delete the link; let the web server's folder be a link to site instead.")
    if site.exists() and not site.is_dir():
        raise CannotWrite("site is a file; the site needs a folder of this name.\n  Give the file another name.")
    path = root / _LOCK
    path.parent.mkdir(exist_ok=True)
    with path.open("a+", encoding="ascii", errors="replace") as file:
        if not _locked(file):
            file.seek(0)
            raise CannotWrite(f"Another guidelines command is writing in this project (process {file.read(20).strip() or 'unknown'}).\n  Wait until it has ended, then start again.")
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        _put_in_order(root, site)
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        file.seek(100)  # beyond the number of the process, which others read
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a network folder that knows no locks
            return True
        return True


def _put_in_order(root: Path, site: Path) -> None:
    for path in sorted(root.glob(".site-*"), reverse=True):
        if _LEFT.fullmatch(path.name):
            if path.name.endswith("-old") and not site.exists():
                path.rename(site)
            else:
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def beside(site: Path) -> Iterator[Path]:
    """An empty folder beside `site`. Left without an error, it stands in the place of `site`; otherwise it is gone."""
    fresh = Path(tempfile.mkdtemp(prefix=".site-", dir=site.parent))
    try:
        yield fresh
        fresh.chmod(0o755)
        _swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, site: Path) -> None:
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        old = fresh.with_name(fresh.name + "-old")
        site.rename(old)
        try:
            fresh.rename(site)
        except BaseException:
            old.rename(site)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step, so that there is no moment without a site; False where that cannot be."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def clear(path: Path) -> None:
    """Take away whatever stands at `path`: a file, a link or a folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
