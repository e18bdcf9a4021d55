"""The events of MkDocs that the site listens to. Each hands its work to one file in macros/site/."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File

from macros import translations
from macros.components.poster.view import poster_file
from macros.languages import LANGUAGES, SOURCE, own_name
from macros.models.site import Site
from macros.project import Project
from macros.sheets import downloads, spreadsheet_name
from macros.site import (
    assets,
    dialogs,
    links,
    metadata,
    notices,
    policy,
    reading_time,
    search,
    search_on_demand,
    searched_text,
    theme_files,
)
from macros.site.languages_of_pages import path_of, shown_in, written_in
from macros.site.sitemap import Sitemap


class Build:
    """What one run of MkDocs remembers while it builds one language after the other."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.library = project.library
        self.site: Site = self.library.entry("site", "site")
        self.sitemap = Sitemap()
        self.addresses: dict[str, str] = {}
        self.search_words: dict[str, list[str]] = {}
        self.minutes: dict[str, int] = {}
        self.indexes: dict[str, str] = {}
        self.sheets: dict[str, dict[str, bytes]] = {}  # by language; the fast build keeps them


build: Build
_previewing = False
_GUIDELINES = ("junior/", "senior/")
_SWITCHES = {"default": "switch-dark", "slate": "switch-light"}


def _language(config: Any) -> str:
    return str(config.plugins["i18n"].current_language or SOURCE)


def begin(config: Any, project: Project | None = None) -> None:
    """Begin a run with `project`, or with what is in its folder now, and settle which languages are built; one only, if asked for."""
    global build
    build = Build(Project.begin(project or Project(Path(config.config_file_path).parent)))
    only = os.environ.get("GUIDELINES_ONLY")
    for language in config.plugins["i18n"].config.languages:
        if (only and language.locale not in (only, SOURCE)) or language.locale not in build.site.built_languages:
            language.build = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether MkDocs's own preview runs: it writes a script into each page, which the page's policy would forbid."""
    global _previewing
    _previewing = command == "serve"


@event_priority(100)
def on_config(config: Any) -> Any:
    """Before everything else: a new run forgets the last one."""
    if not config.plugins["i18n"].building:
        begin(config)
    config.site_url = build.site.base_address
    config.theme["logo"] = config.theme["favicon"] = build.site.logo
    return config


@event_priority(-200)
def on_files(files: Any, config: Any) -> Any:
    """Add the joined styles and scripts; note where each page of this language will be."""
    generated = {
        "components.css": assets.joined_styles(build.site.colour),
        "components.js": assets.joined_scripts(),
        **assets.tool_scripts(),
    }
    for address, text in {**generated, **assets.separate_scripts()}.items():
        files.append(File.generated(config, address, content=text))
    search_on_demand.apply(files, config)
    theme_files.leave_out_unused(files, config.plugins["i18n"].build_languages)
    build.addresses = {file.src_uri.partition("/")[2]: file.url for file in files.documentation_pages()}
    _add_downloads(files, config)
    return files


@event_priority(-200)
def on_env(env: Any, config: Any, files: Any) -> Any:
    """The site's name and description in the language that is being built."""
    language = _language(config)
    config.site_name, config.site_description = build.site.said("name", language), build.site.said("description", language)
    env.globals["say"] = lambda name: build.library.say(name, _language(config))
    env.globals["homes"] = _homes(config)
    for palette in config.theme["palette"]:
        palette["toggle"]["name"] = env.globals["say"](_SWITCHES[palette["scheme"]])
    return env


@event_priority(-200)
def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Links of components become addresses; repetitions are kept out of search; a missing or outdated translation gets its notice."""
    try:
        html = links.resolve(html, page.url, build.addresses)
    except links.DeadLink as error:
        raise PluginError(str(error)) from error
    language = shown_in(page)
    html = searched_text.without_repetitions(html, language)
    build.minutes[page.url] = _minutes(path_of(page), html)
    if path_of(page).startswith(_GUIDELINES) and page.file.name != "index":
        html = reading_time.with_reading_time(html, written_in(page), build.library)
    state = translations.state(build.project.pages, path_of(page), language)
    return notices.with_notice(html, state, language, _relative(page.url, _english(page, language)), build.library)


@event_priority(-200)
def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """The language switcher, and the canonical address of an untranslated page."""
    language, english = shown_in(page), _english(page, shown_in(page))
    context["alternates"] = [
        {
            "language": other,
            "name": own_name(other),
            "address": _relative(page.url, english if other == SOURCE else f"{other}/{english}"),
            "current": other == language,
        }
        for other in config.plugins["i18n"].build_languages
    ]
    remember(page, config)
    if written_in(page) == language:
        described = _described(page, config, english)
        context["learning_resource"] = metadata.learning_resource(described, build.site, build.library)
        context["preview"] = metadata.preview(described, build.site, build.library)
    else:
        page.canonical_url = config.site_url + english
    return context


def remember(page: Any, config: Any) -> None:
    """Note the page for the sitemap and the search index, unless it stands in for a missing translation."""
    language = shown_in(page)
    if written_in(page) == language:
        build.sitemap.add(path_of(page), language, config.site_url + page.url)
        build.search_words[page.url] = page.meta.get("search_words", [])


@event_priority(-200)
def on_post_page(output: str, page: Any, config: Any) -> str:
    """Point Material's search at the index of the page's language, name the search, load the measuring tools, lock the page."""
    language = shown_in(page)
    output = assets.with_tool_scripts(output)
    return _finished(search.point_to_language(output, language), language)


@event_priority(-200)
def on_post_template(output: str, template_name: str, config: Any) -> str:
    """Keep the English 404 page; the sitemap is written at the end."""
    if template_name == "sitemap.xml" or (template_name == "404.html" and _language(config) != SOURCE):
        return ""
    return _finished(output, _language(config)) if template_name.endswith(".html") else output


def _finished(html: str, language: str) -> str:
    html = dialogs.named(html, build.library.say("search-dialog", language))
    return html if _previewing else policy.with_policy(html)


@event_priority(-50)  # after the search plug-in has its entries, before i18n builds the next language
def _remember_index(config: Any) -> None:
    language = _language(config)
    plugin = config.plugins.get("material/search") or config.plugins["search"]
    settings = {key: plugin.config[key] for key in ("separator", "pipeline", "fields")}
    entries = plugin.search_index.entries
    build.indexes[language] = search.index_text(entries, settings, language, build.search_words)


@event_priority(-200)  # after i18n, which writes one index of all languages at its very end
def _write_shared_files(config: Any) -> None:
    """Write the search index of every language, the sitemap, and the headers for servers."""
    site = Path(config.site_dir)
    for language, text in build.indexes.items():
        search.write_index(site, text, language)
        if language != SOURCE:
            search.fold_letters(site, language)
    (site / "sitemap.xml").write_text(build.sitemap.text(), encoding="utf-8", newline="\n")
    policy.write_hosting_files(site)


on_post_build = CombinedEvent(_remember_index, _write_shared_files)


def _add_downloads(files: Any, config: Any) -> None:
    """Spreadsheets and drawn posters of the language that is being built. Pages name them alike in every language."""
    language = _language(config)
    made: dict[str, str | bytes] = {f"{name}.svg": poster_file(build.library, name, language) for name in build.library.names("posters")}
    if build.library.names("indicators"):
        if language not in build.sheets:
            build.sheets[language] = downloads(build.library, language)
        made |= build.sheets[language]
    for name, content in made.items():
        file = File.generated(config, ("" if language == SOURCE else f"{language}/") + f"downloads/{name}", content=content)
        files.append(file)
        known_as = "spreadsheet.xlsx" if name == spreadsheet_name(language) else name
        build.addresses[f"downloads/{known_as}"] = file.url


def _english(page: Any, language: str) -> str:
    """The address of the English page."""
    return str(page.url) if language == SOURCE else str(page.url).removeprefix(f"{language}/")


def _minutes(path: str, html: str) -> int:
    """How long the page keeps its reader: a module its declared minutes, others their text and their forms."""
    page = build.project.pages[SOURCE][path]
    if page.front and page.front.minutes:
        return page.front.minutes
    forms = [call for call in page.calls if call.macro in ("checklist", "questionnaire", "worksheet") and call.arguments]
    own: int = sum(build.library.entry(f"{call.macro}s", str(call.arguments[0])).minutes for call in forms)
    return reading_time.minutes_to_read(html) + own


def _described(page: Any, config: Any, english: str) -> metadata.Described:
    path = path_of(page)
    return metadata.Described(
        path, shown_in(page), str(page.meta.get("title", page.title)), str(page.meta.get("description", "")),
        None if path.endswith("index.md") else build.minutes[page.url],
        {
            other: config.site_url + (english if other == SOURCE else f"{other}/{english}")
            for other in config.plugins["i18n"].build_languages
            if translations.state(build.project.pages, path, other) != "missing"
        },
    )


def _relative(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def _homes(config: Any) -> list[dict[str, str]]:
    """The home page of every language, absolute: the 404 page is shown at any address."""
    build_languages = [name for name in LANGUAGES if name in config.plugins["i18n"].build_languages]
    return [
        {
            "language": name,
            "name": own_name(name),
            "address": config.site_url + ("" if name == SOURCE else f"{name}/") + "index.html",
            "say": build.library.say("not-found-home", name),
        }
        for name in build_languages
    ]
