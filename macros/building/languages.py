"""All languages of the site, side by side in processes of their own, put together at the end."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.building.kept import KeptLanguage
from macros.building.keys import Keys
from macros.building.one_language import build_language
from macros.building.place import clear
from macros.problems import refused
from macros.signals import ENDING, held_back, listen_again
from macros.site.policy import write_hosting_files
from macros.site.sitemap import Sitemap

HOOKS = "macros/site_hooks.py"


class BuildFailed(Exception):
    """A language could not be built; the message holds what MkDocs said."""


@dataclass(frozen=True)
class _Outcome:
    language: str
    error: str | None
    said: str


def build_site(keys: Keys, target: Path, kept: Path, processes: int | None = None) -> None:
    """Write the whole site of the project of `keys` into the folder `target`; `kept`: the folder of what is kept between builds.

    Raises BuildFailed; then `target` is not whole, and nothing kept is lost.
    """
    said = _Listener()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        config = load_config(str(keys.root / "mkdocs.yml"), strict=True, site_dir=str(target))
        config.plugins.on_startup(command="build", dirty=False)
        hooks: Any = config.plugins[HOOKS]
        i18n: Any = config.plugins["i18n"]
        hooks.begin(config, keys.project)
    except (MkDocsException, SystemExit) as error:
        raise BuildFailed("\n".join(filter(None, (said.text.strip(), f"mkdocs.yml: {error}")))) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
    _put_in_order(kept)
    i18n.building = True  # its loop over the languages is ours
    languages = [str(language) for language in i18n.build_languages]

    work = _Work(config, hooks, keys, kept)
    known = {language: work.kept(language) for language in languages}
    changed = [language for language in languages if known[language].key != work.key(language)]
    outcomes = _side_by_side(work, changed, processes or min(len(changed), os.cpu_count() or 1))
    for outcome in sorted(outcomes, key=lambda outcome: languages.index(outcome.language)):
        if outcome.error:
            raise BuildFailed("\n".join(filter(None, (outcome.said.strip(), f"{outcome.language}: {outcome.error}"))))

    sitemap = Sitemap()
    for language in languages:
        last = work.kept(language) if language in changed else known[language]
        shutil.copytree(last.files, target, dirs_exist_ok=True)
        for path, address in last.shared.items():
            sitemap.add(path, language, address)
    (target / "sitemap.xml").write_text(sitemap.text(), encoding="utf-8", newline="\n")
    write_hosting_files(target)


class _Work:
    """What the processes share: inherited when they are forked, never sent."""

    def __init__(self, config: Any, hooks: Any, keys: Keys, folder: Path) -> None:
        self.config, self.hooks, self.keys, self.folder = config, hooks, keys, folder
        self.languages = tuple(config.plugins["i18n"].build_languages)

    def kept(self, language: str) -> KeptLanguage:
        return KeptLanguage.load(self.folder / language)

    def key(self, language: str) -> str:
        return self.keys.language(language) + " ".join(self.languages)

    def build(self, language: str) -> _Outcome:
        """Build one language and keep it. MkDocs remembers what it has built, so each process builds one only."""
        kept = self.kept(language)
        if not kept.folder.is_dir():
            clear(kept.folder)
            kept.folder.mkdir(parents=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{language}-", dir=self.folder))
        gc.freeze()
        gc.set_threshold(100_000, 10, 1000)  # seldom enough to cost nothing; never, a language of 1,000 pages takes a third more memory
        gc.enable()
        said = _Listener()
        logging.getLogger("mkdocs").addHandler(said)
        try:
            pages = build_language(self.config, self.hooks, self.keys, kept, language, fresh)
            addresses = {path: found[language] for path, found in self.hooks.build.sitemap.addresses.items() if language in found}
            (fresh / "sitemap.xml").unlink(missing_ok=True)
            kept.replace(fresh, self.key(language), pages, addresses)
        except OSError as error:
            return _Outcome(language, refused(error), said.text)
        except (MkDocsException, SystemExit) as error:
            return _Outcome(language, str(error) or type(error).__name__, said.text)
        except Exception as error:  # a template or plug-in can raise anything; the reader gets one message
            return _Outcome(language, f"{type(error).__name__}: {error}", said.text)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return _Outcome(language, None, said.text)


class _Listener(logging.Handler):
    """Keeps MkDocs's warnings and errors as text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.text += f"{record.levelname}: {record.getMessage()}\n"


def _put_in_order(kept: Path) -> None:
    """Take away what a killed build has left, and what stands where a folder should be."""
    for folder in (kept, kept / "templates"):
        if not folder.is_dir():
            clear(folder)
    for path in kept.glob(".*-*"):
        clear(path)


def _side_by_side(work: _Work, languages: list[str], processes: int) -> Iterator[_Outcome]:
    """Build each of `languages` in a process of its own. One that is killed gives an outcome too."""
    context = multiprocessing.get_context("fork")
    waiting, busy = languages[::-1], dict[Connection, tuple[str, BaseProcess]]()
    try:
        while waiting or busy:
            while waiting and len(busy) < max(1, processes):
                ours, theirs = context.Pipe(duplex=False)
                process: BaseProcess = context.Process(target=_build, args=(work, waiting[-1], theirs))
                with held_back(*ENDING):
                    process.start()
                theirs.close()
                busy[ours] = waiting.pop(), process
            for connection in wait(list(busy)):
                assert isinstance(connection, Connection)
                language, process = busy.pop(connection)
                try:
                    yield connection.recv()
                except EOFError:
                    process.join()
                    yield _Outcome(language, f"The process that built it was stopped (code {process.exitcode}). Is the memory full?", "")
                connection.close()
                process.join()
    finally:
        for _, process in busy.values():
            process.terminate()
            process.join()
        if busy:
            _put_in_order(work.folder)


def _build(work: _Work, language: str, answer: Connection) -> None:
    # The keyboard interrupts all processes of a terminal; the first one puts things in order and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    listen_again(*ENDING)
    try:
        answer.send(work.build(language))
    except OSError as error:
        answer.send(_Outcome(language, refused(error), ""))
