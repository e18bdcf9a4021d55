"""The live preview: a saved page is shown at once, other languages when somebody looks at them."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.building.collecting import no_collecting
from macros.building.kept import KeptLanguage
from macros.building.keys import Keys
from macros.building.languages import HOOKS
from macros.building.one_language import build_language
from macros.building.place import clear
from macros.checks import problems_of
from macros.languages import LANGUAGES, SOURCE
from macros.problems import report
from macros.project import Project
from macros.site.policy import without_policy

WATCHED = ("docs", "data", "macros", "overrides", "mkdocs.yml")
_STYLE = (
    "position:fixed;inset-inline:0;bottom:0;z-index:99;max-height:50vh;overflow:auto;margin:0;padding:1rem;"
    "background:#fff;color:#000;border-top:.3rem solid #a33b12;font:14px/1.5 monospace;white-space:pre-wrap"
)


class Preview:
    """The site of one project, language by language, in the folder of what is kept between builds."""

    def __init__(self, root: Path, kept: Path) -> None:
        self.root, self.folder = root, kept
        self.last = SOURCE
        self._mistakes = ""  # found by the checks
        self._failure = ""  # why the last language could not be built
        self._languages: dict[str, KeptLanguage] = {}
        self._one_at_a_time = threading.Lock()
        self._keys: Keys | None = None

    @property
    def problems(self) -> str:
        """What is wrong with file and line where it is known; empty when nothing is."""
        return self._mistakes or self._failure

    def show_again(self) -> None:
        """Something was saved: forget what was read, and build the language that was looked at last."""
        self._keys = None
        self.folder_of(self.last)

    def check(self) -> bool:
        """Look for mistakes in what is shown, and print them; True when there are others than before."""
        before = self._mistakes
        found = problems_of(self._keys.project if self._keys else Project(self.root))
        self._mistakes = report(found) if found else ""
        if self.problems:
            print(f"{self.problems}\n", file=sys.stderr, flush=True)
        return self._mistakes != before

    def folder_of(self, language: str) -> Path:
        """The folder with the current files of `language`; after a mistake, with the last good ones."""
        with self._one_at_a_time, no_collecting():
            self.last = language
            kept = self._languages.setdefault(language, KeptLanguage.load(self.folder / language))
            try:
                self._bring_up_to_date(kept, language)
                self._failure = ""
            except (MkDocsException, SystemExit) as error:
                self._failure = f"{error}"
            except Exception as error:  # whatever a page or template raises is shown, not thrown
                self._failure = f"{type(error).__name__}: {error}"
            return kept.files

    def _bring_up_to_date(self, kept: KeptLanguage, language: str) -> None:
        self._keys = self._keys or Keys(Project(self.root))
        key = self._keys.language(language)
        if kept.key == key:
            return
        config = load_config(str(self.root / "mkdocs.yml"), strict=False, site_dir=str(kept.files))
        config.plugins.on_startup(command="build", dirty=False)  # what is kept is what a build would give
        hooks: Any = config.plugins[HOOKS]
        hooks.begin(config, self._keys.project)
        i18n: Any = config.plugins["i18n"]
        i18n.building = True
        again = bool(kept.pages)
        kept.files.mkdir(parents=True, exist_ok=True)
        kept.pages = build_language(config, hooks, self._keys, kept, language, kept.files, again=again)
        kept.key = key


def serve(root: Path, kept: Path, address: str, language: str | None) -> None:
    """Show the site of `root` at `address` (host:port) until the reader interrupts it; the folder `kept` is emptied for it."""
    clear(kept)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    preview = Preview(root, kept)
    preview.last = language or SOURCE
    host, _, port = address.rpartition(":")
    server = _Server(preview, host, int(port))
    for name in WATCHED:
        server.watch(str(root / name))
    preview.show_again()
    print(f"http://{address}/" + ("" if preview.last == SOURCE else f"{preview.last}/index.html"), flush=True)
    server.look_once()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


class _Server(LiveReloadServer):
    """MkDocs's live-reload server, which asks the preview for the folder of the language it serves."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        self._here = threading.local()
        self._preview = preview
        self._code = _newest_code(preview.root)
        super().__init__(self._rebuild, host, port, root=str(preview.folder), polling_interval=0.2)

    @property
    def root(self) -> str:
        """The folder of the language that this thread is asked for."""
        return getattr(self._here, "root", "")

    @root.setter
    def root(self, folder: str) -> None:
        self._here.root = folder

    def look_once(self) -> None:
        """As soon as it watches, look for what was saved before, and check."""
        self._want_rebuild = True

    def _rebuild(self) -> None:
        if _newest_code(self._preview.root) != self._code:
            os.execv(sys.executable, [sys.executable, *sys.argv])  # changed code is read by a new process
        self._preview.show_again()
        self._reload_browsers()
        if self._preview.check():
            self._wanted_epoch += 1  # MkDocs reloads the browsers when this function returns

    def _reload_browsers(self) -> None:
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: Any, start_response: Callable[..., Any]) -> Any:
        path = environ["PATH_INFO"].lstrip("/")
        if not path.startswith("livereload/"):
            first = path.partition("/")[0]
            language = first if (self._preview.root / "docs" / first).is_dir() and first != SOURCE else SOURCE
            if path.endswith((".html", "/")) or not path:
                self.root = str(self._preview.folder_of(language))
            else:  # what languages share lies with one of them
                folders = [self._preview.folder / name / "files" for name in (language, SOURCE, *LANGUAGES)]
                self.root = str(next((folder for folder in folders if (folder / path).is_file()), folders[0]))
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        content = without_policy(content.decode()).encode()
        content = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        if not self._preview.problems:
            return content
        banner = f'<pre role="alert" style="{_STYLE}">{escape(self._preview.problems)}</pre>'
        return content.replace(b"</body>", banner.encode() + b"</body>", 1)


def _newest_code(root: Path) -> float:
    return max((path.stat().st_mtime for path in (root / "macros").rglob("*.py") if path.is_file()), default=0.0)
