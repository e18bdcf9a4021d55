"""The `guidelines` command."""

from __future__ import annotations

import errno
import io
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click
import yaml

from macros import beginnings, field_tables, text_differences, translations
from macros.building import whole_site
from macros.building.collecting import no_collecting
from macros.building.keys import Keys
from macros.building.place import CannotWrite, alone, beside
from macros.building.versions import unknown_version
from macros.checks import problems_of, warnings_of
from macros.language_quality import quality_problems
from macros.languages import LANGUAGES, SOURCE
from macros.problems import did_you_mean, refused, report
from macros.project import NoProject, Project
from macros.sheets import downloads

# What is kept between builds; safe to delete.
KEPT, PREVIEW = Path(".cache/build"), Path(".cache/preview")
# MkDocs and Material print notices about their successors; they do not concern an author.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_NO_PRINTING = """The files for printing were not made: {error}.
  They are set by WeasyPrint. pip install -r requirements.lock installs it; it also needs the library Pango
  (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango;
  Windows: see WeasyPrint's installation page). Without them: guidelines build --no-downloads."""


class _Plainly(click.Group):
    """Says in a sentence what the system has refused; a traceback helps nobody who writes pages."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a terminal without ș or ı
        try:
            return super().invoke(ctx)
        except CannotWrite as error:
            _stop(str(error), 1)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader has closed `| head`; Click ends quietly
            _stop(refused(error), 1)


@click.group(cls=_Plainly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="peer-tutoring-guidelines", message="%(version)s")
def main() -> None:
    """Check, build and translate the peer tutoring guidelines in this folder."""


@main.command()
@click.option("--language-quality", is_flag=True, help="Also spelling, wording and readability.")
def validate(language_quality: bool) -> None:
    """List every problem in data/ and docs/, and figures to look at again; exit with 1 if there is a problem."""
    project = _project()
    with no_collecting():
        found = problems_of(project)
    if language_quality:
        wrong, skipped = quality_problems(project)
        found = sorted({*found, *wrong})
        for line in skipped:
            click.echo(line, err=True)
    warnings = warnings_of(project, date.today())
    if found or warnings:
        click.echo(report([*found, *warnings]), err=True)
    if found:
        sys.exit(1)


@main.command()
@click.option("--builder", type=click.Choice(["mkdocs", "properdocs"]), default="mkdocs", show_default=True,
              help="The site generator.")
@click.option("--downloads/--no-downloads", default=True, show_default=True, help="Also the files for printing and the offline kit.")
def build(builder: str, downloads: bool) -> None:
    """Validate, then build the whole site with its downloads into site/; an error leaves the old site as it was.

    A file for printing that cannot be made is named and left out; the exit code is then 1.
    """
    project = _project()
    with no_collecting(), alone(project.root):
        _build(project, builder, downloads)


def _build(project: Project, builder: str, downloads: bool) -> None:
    site, kept = project.root / "site", project.root / KEPT
    way, keys = f"{builder} {downloads}", Keys(project)
    if whole_site.is_current(keys, site, kept, way):
        click.echo(f"{site.relative_to(project.root)}/ is as it should be; nothing has changed.")
        return
    _validate(project)
    key = keys.site
    _end_when_asked()
    try:
        with beside(site) as fresh:
            _pages(keys, builder, fresh)
            whole = not downloads or _downloads(project, fresh)
    except KeyboardInterrupt:
        _stop("Stopped. The site was left as it was.", 1)
    except OSError as error:
        _stop(f"{refused(error)}\nThe site was left as it was.", 1)
    finally:  # what a build that failed has kept counts too
        unedited = keys.still_hold()
        if not unedited:
            whole_site.forget(kept)
    if whole and unedited:
        whole_site.remember(key, site, kept, way)
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"{site.relative_to(project.root)}/: {pages} pages in {len(LANGUAGES)} languages.")
    if not whole:
        sys.exit(1)


@main.command("sheets")
@click.argument("language", type=click.Choice(LANGUAGES), required=False)
def write_sheets(language: str | None) -> None:
    """Write the spreadsheets and CSV templates alone, of LANGUAGE or of all, into site/."""
    project = _project()
    _validate(project)
    with alone(project.root):
        for name in [language] if language else LANGUAGES:
            folder = project.root / "site" / ("" if name == SOURCE else name) / "downloads"
            folder.mkdir(parents=True, exist_ok=True)
            for file, content in downloads(project.library, name).items():
                (folder / file).write_bytes(content)
                click.echo((folder / file).relative_to(project.root).as_posix())


@main.command()
@click.option("--language", "languages", type=click.Choice(LANGUAGES), multiple=True, help="Only this language; may be repeated.")
@click.option("--only", metavar="NAME", help="Only the files of this name, for example before-a-session.")
@click.option("--processes", type=click.IntRange(1, 64), help="How many work at the same time; by default one for each core.")
def pdf(languages: tuple[str, ...], only: str | None, processes: int | None) -> None:
    """Make the files for printing anew in the site that is in site/; unchanged ones come from the cache."""
    project = _project()
    site = project.root / "site"
    if not (site / "index.html").is_file():
        _stop("There is no site in site/ yet. Run `guidelines build`.", 2)
    _end_when_asked()
    try:
        with alone(project.root):
            whole = _downloads(project, site, languages or LANGUAGES, only, processes)
    except KeyboardInterrupt:
        _stop("Stopped. The files that are in site/ already stay there.", 1)
    if not whole:
        sys.exit(1)


@main.command()
@click.option("--language", type=click.Choice(LANGUAGES), help="Show this language only.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show it.")
def serve(language: str | None, address: str) -> None:
    """Show the site while you write; it reloads when a page or an entry is saved."""
    project = _project()
    _free(address)
    os.environ.update(_QUIET)
    if language:
        os.environ["GUIDELINES_ONLY"] = language
    from macros.building.preview import serve as show

    # A folder for each address, so that two previews do not write into each other's pages.
    show(project.root, project.root / PREVIEW / address.rpartition(":")[2], address, language)


@main.command()
@click.argument("language", type=click.Choice([name for name in LANGUAGES if name != SOURCE]), required=False)
@click.option("--strict", is_flag=True, help="Exit with 1 when anything is left to translate.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write it.")
def status(language: str | None, strict: bool, form: str) -> None:
    """List the pages and entries that LANGUAGE (or every language) still has to translate or update."""
    project = _project()
    left_anywhere = False
    machine: dict[str, Any] = {}
    for name in [language] if language else [name for name in LANGUAGES if name != SOURCE]:
        found = list(translations.of_language(project.library, project.pages, name))
        left = [item for item in found if item.state != "current"]
        words = sum(item.words for item in found) or 1
        done = sum(item.words for item in found if item.state == "current")
        share = 100 if not left else min(99, round(100 * done / words))
        left_anywhere = left_anywhere or bool(left)
        machine[name] = {
            "current": len(found) - len(left), "all": len(found), "percent_of_words": share,
            "left": [{"state": item.state, "file": item.file, "entry": item.name or None} for item in left],
        }
        if form == "text":
            for item in left:
                click.echo(f"{item.state:<9} {item.place}")
            click.echo(f"{name}: {len(found) - len(left)} of {len(found)} current, {share} % of the words.")
    if form == "json":
        click.echo(json.dumps(machine, ensure_ascii=False, indent=1))
    sys.exit(1 if strict and left_anywhere else 0)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def diff(file: Path) -> None:
    """Show what changed in English since FILE (a translated page or word file) was translated."""
    project = _project()
    name = _inside(project, file)
    language = f"{name}/".split("/")[1]
    if language == SOURCE or language not in LANGUAGES:
        _stop(f"{name} is not a translation. Name a page or word file of another language, for example docs/it/{name.split('/', 2)[-1]}.", 2)
    outdated = [item for item in translations.of_language(project.library, project.pages, language) if item.file == name and item.state == "outdated"]
    for item in outdated:
        click.echo(f"{item.place}\n{_changes(project, item)}\n")
    if not outdated:
        click.echo(f"{name} follows today's English.")


def _changes(project: Project, item: translations.Translation) -> str:
    """The English sentences that changed since `item` was translated, or why they cannot be shown."""
    made_from = translations.made_from(project.library, project.pages, item)
    if item.name:
        old = text_differences.words_with_fingerprint(project.root, item.english, item.name, made_from)
        raw = next(words[item.name].raw for words in project.library.words[SOURCE].values() if item.name in words and words[item.name].file == item.english)
        new = yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=10_000)
    else:
        old = text_differences.page_with_fingerprint(project.root, item.english, made_from)
        new = (project.root / item.english).read_text(encoding="utf-8")
    if old is None:
        return f"The English text that '{made_from}' stands for is not in Git here. Compare with {item.english} as a whole."
    return "\n\n".join(text_differences.word_differences(old, new))


@main.command()
@click.argument("language")
@click.argument("page", required=False)
def start(language: str, page: str | None) -> None:
    """Begin the translation of PAGE in LANGUAGE, or, without a page, a new language."""
    project = _project()
    try:
        written = [beginnings.begin_page(project.root, language, page)] if page else beginnings.begin_language(project.root, language)
    except beginnings.CannotBegin as error:
        _stop(str(error), 2)
    for path in written:
        click.echo(path.relative_to(project.root).as_posix())


@main.command()
@click.option("--all", "everywhere", is_flag=True, help="FILES are English: all their translations follow.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def done(files: tuple[Path, ...], everywhere: bool) -> None:
    """Say that FILES (translated pages or word files) follow today's English text."""
    project = _project()
    wanted = {_inside(project, file) for file in files}
    changed = 0
    for language in LANGUAGES:
        if language != SOURCE:
            for item in translations.of_language(project.library, project.pages, language):
                if (item.english if everywhere else item.file) in wanted and item.state == "outdated":
                    changed += translations.mark_current(project.root, item)
    click.echo(f"{changed} marked as current.")


@main.command()
def schemas() -> None:
    """Write data/schemas/ (for editors) and the field tables of data/README.md from the models."""
    project = _project()
    for path in field_tables.write(project.root):
        click.echo(path.relative_to(project.root).as_posix())


def _end_when_asked() -> None:
    """Asked to end by the system, a command puts things in order first, as after Ctrl-C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _free(address: str) -> None:
    """Stop when nothing can be shown at `address`, before anything is built for it."""
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) < 65_536:
        _stop(f"'{address}' is not an address with a port, such as 127.0.0.1:8000.", 2)
    try:
        with socket.create_server((host, int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            _stop(f"{address} is in use already, perhaps by another guidelines serve.\n  Choose another: guidelines serve --address {host}:{int(port) % 65_535 + 1}", 1)
        _stop(f"{address}: {error.strerror or error}.\n  Choose another address, for example 127.0.0.1:8000.", 1)


def _inside(project: Project, file: Path) -> str:
    """The file's path inside the project, with forward slashes."""
    try:
        return file.resolve().relative_to(project.root.resolve()).as_posix()
    except ValueError:
        _stop(f"{file} is not in this project.", 2)


def _project() -> Project:
    only = os.environ.get("GUIDELINES_ONLY")
    if only and only not in LANGUAGES:
        _stop(f"The variable GUIDELINES_ONLY is '{only}', which is no language of this site. {did_you_mean(only, LANGUAGES)}", 2)
    try:
        return Project.around(Path.cwd())
    except FileNotFoundError:
        _stop("The folder in which the command was started is gone. Start it inside a project.", 2)
    except NoProject as error:
        _stop(str(error), 2)


def _validate(project: Project) -> None:
    found = problems_of(project)
    if found:
        _stop(report(found), 1)


def _pages(keys: Keys, builder: str, target: Path) -> None:
    """Build the pages of the site into `target`: the fast way, or as the builder does by itself."""
    slow = unknown_version() if builder == "mkdocs" else f"{builder} builds by itself"
    if slow is None and "fork" not in multiprocessing.get_all_start_methods():
        slow = "this system cannot split a process in two"
    if slow is None:
        from macros.building.languages import BuildFailed, build_site

        os.environ.update(_QUIET)
        try:
            build_site(keys, target, keys.root / KEPT)
        except BuildFailed as error:
            _stop(f"{error}\nThe site was left as it was.", 1)
        return
    if builder == "mkdocs":
        click.echo(f"The pages are built one after the other: {slow}.", err=True)
    _run(builder, ["build", "--strict", "--quiet", "--site-dir", str(target)], keys.root)


def _run(builder: str, arguments: list[str], root: Path, extra: dict[str, str] | None = None) -> None:
    command = [sys.executable, "-m", builder, *arguments]
    result = subprocess.run(command, cwd=root, env={**os.environ, **_QUIET, **(extra or {})}, check=False)
    if result.returncode:
        _stop(f"{builder} stopped with an error (see above). The site was left as it was.", 1)


def _downloads(
    project: Project, site: Path, languages: Sequence[str] = LANGUAGES, only: str | None = None, processes: int | None = None
) -> bool:
    """Make the downloads of the built `site`; name what could not be made. True when nothing failed."""
    try:
        from macros.print import progress
        from macros.print.listing import write_listing
        from macros.print.making import make
        from macros.print.offline_kit import write_kit
        from macros.print.sheets import base_address
    except (ImportError, OSError) as error:
        _stop(_NO_PRINTING.format(error=str(error).partition(". ")[0]), 1)
    try:
        built = project.library.entry("site", "site").built_languages
        languages = [language for language in languages if language in built]
        with progress.bar() as bar:
            outcome = make(
                project, site, languages, processes=processes, progress=bar,
                wanted=lambda download: only is None or download.name == only,
            )
    except (ImportError, OSError) as error:
        if isinstance(error, OSError) and error.errno:  # the system refused a file; a library that is not found has no number
            raise
        _stop(_NO_PRINTING.format(error=str(error).partition(". ")[0]), 1)
    write_listing(project, site, languages, outcome.made)
    kit = write_kit(project, site, built)
    if not base_address(project.library):
        click.echo("Printed sheets have no QR code: base_address in data/site.yml is not set to a real address.", err=True)
    for remark in outcome.remarks:
        click.echo(remark, err=True)
    for file, reason in sorted(outcome.failed.items()):
        click.echo(f"downloads/{file} was not made.\n  {reason}", err=True)
    click.echo(f"downloads/: {len(outcome.made)} files, {outcome.anew} of them made anew; {kit.name}.")
    return not outcome.failed


def _stop(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
