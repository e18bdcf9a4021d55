"""How long other site generators take for the same text, beside our cold build, in one run.

    python benchmarks/others.py [--size 1000] [--rounds 3] [--write]

Measured are those that are installed: `zensical` and `hugo` on the PATH, Starlight with `npm` (its packages are fetched
into .cache/starlight once). They get each page with its macro calls already answered, in four languages, with their
own search and menu where they have one; Hugo has neither here. What they make is no replacement of the site: boxes,
ids of headings and forms need more than the text. `--write` puts the table into benchmarks/others.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import posixpath
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.build import GUIDELINES, run
from benchmarks.corpus import LANGUAGES, write_corpus
from macros.building.calls import with_answers
from macros.components.macros import offered
from macros.project import Project
from tests.stage_for_zensical import stage

STARLIGHT = Path(".cache/starlight")
PACKAGES = ("astro@5", "@astrojs/starlight@0.35")


def plain_text(root: Path, target: Path) -> None:
    """Write every page of the project at `root` with its calls answered: target/<language>/<page>.md."""
    project = Project(root)
    for language in LANGUAGES:
        here = [""]
        macros = {macro.__name__: macro for macro in offered(project, lambda spoken=language: spoken, lambda place=here: place[0])}  # type: ignore[misc]
        for path in project.pages[language]:
            here[0] = path
            written = (root / "docs" / language / path).read_text(encoding="utf-8")
            text = with_answers(written, macros) or written  # the guide for translators shows calls as they are
            (target / language / path).parent.mkdir(parents=True, exist_ok=True)
            (target / language / path).write_text(_with_links(text, path, set(project.pages[language])), encoding="utf-8")


def _with_links(text: str, here: str, pages: set[str]) -> str:
    """Links of components as relative ones; a link to nothing would be reported at length by some, and take time."""

    def link(found: re.Match[str]) -> str:
        return f'"{posixpath.relpath(found[1], posixpath.dirname(here) or ".")}{found[2] or ""}"' if found[1] in pages else '"#"'

    return re.sub(r'"page:([^"#]*)(#[^"]*)?"', link, text)


def zensical(root: Path, text: Path, work: Path) -> Callable[[], None] | None:
    """Zensical knows one language in a site: one build for each, one after the other."""
    if not (command := shutil.which("zensical")):
        return None
    languages = stage(work, root)
    for language in languages:
        shutil.copytree(text / language, work / language / "docs", dirs_exist_ok=True)

    def build() -> None:
        for language in languages:
            _run([command, "build", "--clean"], work / language)

    return build


def hugo(root: Path, text: Path, work: Path) -> Callable[[], None] | None:
    """Hugo with one bare template: a lower bound."""
    if not (command := shutil.which("hugo")):
        return None
    shutil.copytree(text, work / "content")
    for page in (work / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    layout = work / "layouts/_default"
    layout.mkdir(parents=True)
    for name in ("single", "list"):
        (layout / f"{name}.html").write_text("<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>", encoding="utf-8")
    languages = {language: {"contentDir": f"content/{language}"} for language in LANGUAGES}
    settings = {"defaultContentLanguage": "en", "languages": languages, "markup": {"goldmark": {"renderer": {"unsafe": True}}},
                "disableKinds": ["taxonomy", "term", "RSS"]}
    (work / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
    return lambda: _run([command, "--cleanDestinationDir", "--quiet"], work)


def starlight(root: Path, text: Path, work: Path) -> Callable[[], None] | None:
    """Astro's Starlight with its search and a menu made from the folders."""
    npm = shutil.which("npm")
    if not npm:
        return None
    if not (STARLIGHT / "node_modules/astro").is_dir():
        STARLIGHT.mkdir(parents=True, exist_ok=True)
        (STARLIGHT / "package.json").write_text('{"type": "module"}', encoding="utf-8")
        if subprocess.run([npm, "install", "--silent", *PACKAGES], cwd=STARLIGHT, check=False).returncode:
            return None
    shutil.copytree(STARLIGHT, work, symlinks=True, dirs_exist_ok=True)
    for language in LANGUAGES:
        shutil.copytree(text / language, work / "src/content/docs" / ("" if language == "en" else language), dirs_exist_ok=True)
    for page in (work / "src/content/docs").rglob("*.md"):
        title, words = _front_matter(page.read_text(encoding="utf-8"))
        page.write_text(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{words}", encoding="utf-8")
    parts = sorted(path.name for path in (text / "en").iterdir() if path.is_dir())
    menu = ", ".join(f"{{ label: '{part}', autogenerate: {{ directory: '{part}' }} }}" for part in parts)
    locales = ", ".join(f"{'root' if name == 'en' else name}: {{ label: '{name}', lang: '{name}' }}" for name in LANGUAGES)
    (work / "astro.config.mjs").write_text(
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\n"
        f"export default defineConfig({{ integrations: [starlight({{ title: 'x', locales: {{ {locales} }}, sidebar: [{menu}] }})] }});\n",
        encoding="utf-8",
    )
    (work / "src/content.config.ts").write_text(
        "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\n"
        "import { docsSchema } from '@astrojs/starlight/schema';\n"
        "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
        encoding="utf-8",
    )

    def build() -> None:
        for kept in ("dist", ".astro", "node_modules/.astro"):
            shutil.rmtree(work / kept, ignore_errors=True)
        _run(["node", "node_modules/astro/astro.js", "build"], work)

    return build


def _front_matter(text: str) -> tuple[str, str]:
    _, front, words = text.split("---\n", 2)
    # A heading's id in braces would be an error in some Markdown; a call's mark is gone already.
    return str(yaml.safe_load(front)["title"]), re.sub(r"\{\s*#[^}]*\}", "", words)


def _run(command: list[str], folder: Path) -> None:
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"})
    if result.returncode:
        raise RuntimeError(f"{command[0]}: {(result.stderr or result.stdout)[-600:]}")


def main() -> None:
    """Measure, print, and write the table if asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, text = Path(folder) / "project", Path(folder) / "text"
        root.mkdir()
        pages = write_corpus(root, chosen.size)
        plain_text(root, text)

        def ours() -> None:
            shutil.rmtree(root / ".cache", ignore_errors=True)
            run(root, "-c", GUIDELINES, "build", "--no-downloads")

        ways: dict[str, Callable[[], None]] = {"guidelines build, cold": ours}
        for name, prepare in {"Zensical": zensical, "Starlight": starlight, "Hugo, bare": hugo}.items():
            (Path(folder) / name).mkdir()
            if build := prepare(root, text, Path(folder) / name):
                ways[name] = build
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(chosen.rounds):
            for name, build in ways.items():
                begun = time.perf_counter()
                build()
                seconds[name].append(time.perf_counter() - begun)
    own = statistics.median(seconds["guidelines build, cold"])
    rows = [f"| {name} | {statistics.median(found):.1f} | {own / statistics.median(found):.2f} |" for name, found in seconds.items()]
    table = "\n".join(["| Builder | Seconds | Ours to it |", "|---|---|---|", *rows])
    note = (
        f"# Other builders\n\nWritten by `python benchmarks/others.py --write`: {pages:,} pages in four languages, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, medians of {chosen.rounds} rounds. What each of them leaves out is said in the script.\n\n{table}\n"
    )
    print(note)
    if chosen.write:
        (Path(__file__).parent / "others.md").write_text(note, encoding="utf-8")


if __name__ == "__main__":
    main()
