"""What is kept of the last build of a language: its files, and what the build has to know of each page."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.building.place import clear

_FORMAT = 4


@dataclass
class KeptPage:
    """One page as it was built; its HTML is among the files. `entries`: its entries in the search index; `ids`: the anchors on it."""

    key: str
    entries: list[dict[str, Any]]
    ids: set[str]


@dataclass
class KeptLanguage:
    """The last build of one language, in `folder`: its pages, its files under files/, what the site shares.

    `sheets` are its spreadsheets as bytes, as they were when the key of everything but the pages was `engine`.
    """

    folder: Path
    key: str = ""
    pages: dict[str, KeptPage] = field(default_factory=dict)
    shared: Any = None
    engine: str = ""
    sheets: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> KeptLanguage:
        """What `folder` keeps; nothing, when it is not there, damaged, touched, or written in another way."""
        try:
            with (folder / "pages.pickle").open("rb") as file:
                kept_format, listing, *values = pickle.load(file)
            if kept_format == _FORMAT and listing == listing_of(folder / "files"):
                return cls(folder, *values)
        except Exception:  # a pickle can fail in any way; everything can be made again
            pass
        return cls(folder)

    @property
    def files(self) -> Path:
        """The language's finished files, as they stand in the site."""
        return self.folder / "files"

    def replace(self, fresh_files: Path, key: str, pages: dict[str, KeptPage], shared: Any) -> None:
        """Keep a new build instead; `fresh_files` is moved into the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        record = self.folder / "pages.pickle"
        clear(record)  # until the new one is whole, nothing is kept
        clear(self.files)
        fresh_files.rename(self.files)
        fresh = record.with_suffix(".new")
        try:
            with fresh.open("wb") as file:
                pickle.dump((_FORMAT, listing_of(self.files), key, pages, shared, self.engine, self.sheets), file, protocol=pickle.HIGHEST_PROTOCOL)
            fresh.replace(record)
        finally:
            fresh.unlink(missing_ok=True)
        self.key, self.pages, self.shared = key, pages, shared


def listing_of(folder: Path) -> dict[str, list[int]]:
    """Every file in `folder` with its size and the time of its last change."""
    return {
        path.relative_to(folder).as_posix(): [status.st_size, status.st_mtime_ns]
        for path in sorted(folder.rglob("*")) if path.is_file() and (status := path.stat())
    }
