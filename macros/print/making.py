"""All downloads of a site: planned, taken from the cache or made anew, and put in their places."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from macros.print import workers
from macros.print.plan import Download, planned
from macros.print.sheets import NotBuilt, Sheet, Shelf
from macros.print.signs import missing_fonts
from macros.project import Project

FOLDER = "downloads"
CACHE = ".cache/print"
_UNUSED_DAYS = 30


@dataclass(frozen=True)
class Made:
    """A file that is in the site."""

    download: Download
    pages: int
    size: int


@dataclass
class Outcome:
    """What a run has done: the files that are there, what failed (by file), what to look at."""

    made: list[Made] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    anew: int = 0


class Progress:
    """What is told while files are made; by default nothing."""

    def begin(self, total: int) -> None:
        """So many files have to be made anew."""

    def now(self, download: Download) -> None:
        """This file is begun."""

    def done(self, download: Download) -> None:
        """This file is finished or has failed."""


class _Job(NamedTuple):
    sheet: Sheet
    site: Path
    target: Path


def make(
    project: Project,
    site: Path,
    languages: Iterable[str],
    *,
    processes: int | None = None,
    progress: Progress | None = None,
    wanted: Callable[[Download], bool] = lambda download: True,
    cache: Path | None = None,
) -> Outcome:
    """Make the downloads of `languages` from the built `site` and put them into its folder `downloads`.

    A file whose content has not changed comes from the cache. What cannot be made is named in
    `failed`, and an older file of it is removed; everything else is made all the same. Raises
    ImportError or OSError when WeasyPrint or its system libraries are not there.
    """
    progress = progress or Progress()
    outcome = Outcome()
    shelf, cache = Shelf(site, project.library), cache or project.root / CACHE
    lost = missing_fonts()
    to_make: list[tuple[Download, Sheet, Path]] = []
    ready: list[tuple[Download, Path]] = []
    for download in (one for language in languages for one in planned(project, language) if wanted(one)):
        try:
            sheet = shelf.sheet(download)
        except NotBuilt as error:
            outcome.failed[download.file] = str(error)
            continue
        kept = cache / f"{sheet.key(site)}.pdf"
        if _whole(kept):
            ready.append((download, kept))
        elif lost:
            outcome.failed[download.file] = f"The font {lost[0]} is missing from macros/print/fonts."
        else:
            to_make.append((download, sheet, kept))
    if to_make:
        import weasyprint  # noqa: F401  so that a missing Pango is told once, before any work begins
    # The longest first, so that both processes end together.
    to_make.sort(key=lambda item: -sum(len(chapter.html) for chapter in item[1].chapters))
    ready += _made_anew(to_make, site, processes or os.cpu_count() or 1, progress, outcome)
    outcome.anew = len(to_make)
    places = {download.file: kept for download, kept in ready}
    for download in (one for language in languages for one in planned(project, language) if wanted(one)):
        target = site / FOLDER / download.file
        if download.file in places:
            _copy(places[download.file], target, download, outcome)
        else:
            target.unlink(missing_ok=True)
    _forget(cache, keep={kept.stem for _, kept in ready})
    return outcome


def _made_anew(
    to_make: list[tuple[Download, Sheet, Path]], site: Path, processes: int, progress: Progress, outcome: Outcome
) -> list[tuple[Download, Path]]:
    progress.begin(len(to_make))
    jobs = [_Job(sheet, site.resolve(), kept.resolve()) for _, sheet, kept in to_make]
    ready = []
    for done in workers.work(jobs, _typeset, processes, lambda place: progress.now(to_make[place][0])):
        download, _, kept = to_make[done.place]
        progress.done(download)
        if done.error:
            outcome.failed[download.file] = done.error
        else:
            outcome.remarks += done.result
            ready.append((download, kept))
    return ready


def _typeset(job: _Job) -> tuple[str, ...]:
    """In a worker: make one file and note its number of pages beside it."""
    from macros.print.typesetting import Unprintable, typeset

    try:
        printed = typeset(job.sheet, job.site, job.target)
        note = {"pages": printed.pages, "size": job.target.stat().st_size}
        job.target.with_suffix(".json").write_text(json.dumps(note), encoding="utf-8")
    except Unprintable:
        raise
    except OSError as error:
        reason = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or str(error)
        raise OSError(f"{job.sheet.chapters[0].address}: the file cannot be written: {reason}.") from error
    return printed.remarks


def _whole(kept: Path) -> bool:
    """True when the cache holds the file and the note beside it; what is damaged is taken away, to be made anew."""
    try:
        note = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
        if kept.stat().st_size == note["size"] and isinstance(note["pages"], int) and kept.is_file():
            return True
    except (OSError, ValueError, KeyError, TypeError):
        pass
    for damaged in (kept, kept.with_suffix(".json")):
        if damaged.is_dir() and not damaged.is_symlink():
            shutil.rmtree(damaged, ignore_errors=True)
        else:
            damaged.unlink(missing_ok=True)
    return False


def _copy(kept: Path, target: Path, download: Download, outcome: Outcome) -> None:
    half = target.with_name(f".half-{target.name}")
    try:
        pages = int(json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))["pages"])
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, half)
        half.replace(target)
        os.utime(kept)
        outcome.made.append(Made(download, pages, target.stat().st_size))
    except (OSError, ValueError, KeyError) as error:
        half.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        outcome.failed[download.file] = f"The file cannot be put into the site: {error}."


def _forget(cache: Path, keep: set[str]) -> None:
    """Delete what no run has used for a month."""
    oldest = time.time() - _UNUSED_DAYS * 86_400
    for path in cache.glob("*.*"):
        if path.stem not in keep and path.is_file() and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
