"""What is kept of the last build of a language: each page's HTML, and the whole of its files."""

from __future__ import annotations

import os
import pickle
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_FORMAT = 1


@dataclass
class KeptPage:
    """One page as it was built. `entries`: its entries in the search index; `ids`: the anchors on it."""

    key: str
    html: bytes
    entries: list[dict[str, Any]]
    ids: set[str]


@dataclass
class KeptLanguage:
    """The last build of one language, in `folder`: its pages, its files under files/, what the site shares."""

    folder: Path
    key: str = ""
    pages: dict[str, KeptPage] = field(default_factory=dict)
    shared: Any = None

    @classmethod
    def load(cls, folder: Path) -> KeptLanguage:
        """What `folder` keeps; nothing, when it is not there, damaged, or written in another way."""
        try:
            with (folder / "pages.pickle").open("rb") as file:
                kept_format, key, pages, shared = pickle.load(file)
        except Exception:  # a pickle can fail in any way; everything can be made again
            return cls(folder)
        if kept_format != _FORMAT or not (folder / "files").is_dir():
            return cls(folder)
        return cls(folder, key, pages, shared)

    @property
    def files(self) -> Path:
        """The language's finished files, as they stand in the site."""
        return self.folder / "files"

    def replace(self, fresh_files: Path, key: str, pages: dict[str, KeptPage], shared: Any) -> None:
        """Keep a new build instead; `fresh_files` is moved into the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        record = self.folder / "pages.pickle"
        record.unlink(missing_ok=True)  # until the new one is whole, nothing is kept
        shutil.rmtree(self.files, ignore_errors=True)
        fresh_files.rename(self.files)
        fresh = record.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as file:
            pickle.dump((_FORMAT, key, pages, shared), file, protocol=pickle.HIGHEST_PROTOCOL)
        fresh.replace(record)
        self.key, self.pages, self.shared = key, pages, shared
