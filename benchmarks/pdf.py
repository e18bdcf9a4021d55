"""How long the files for printing take: cold, after a one-page edit, and set one after the other by WeasyPrint alone.

    guidelines build --no-downloads
    python benchmarks/pdf.py                     # all languages
    python benchmarks/pdf.py --language it       # one, while trying something out

Goals: cold at most 0.6, after a one-page edit at most 0.05 of the sequential run of the same files.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import tostring

import weasyprint

from macros.languages import LANGUAGES
from macros.print.documents import document_of
from macros.print.making import Progress, make
from macros.print.plan import planned
from macros.print.sheets import Shelf
from macros.project import Project


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class Counting(Progress):
    """Notes how many files were made anew."""

    def begin(self, total: int) -> None:
        self.total = total


def sequential(project: Project, site: Path, languages: list[str]) -> float:
    """Every file with nothing but WeasyPrint, one after the other; preparing the HTML is not counted."""
    styles = Path(__file__).parent.parent / "macros/print/styles"
    shelf, spent = Shelf(site, project.library), 0.0
    for language in languages:
        for download in planned(project, language):
            html = "<!doctype html>" + tostring(document_of(shelf.sheet(download)).tree, encoding="unicode", method="html")

            def plain(html: str = html) -> None:
                document = weasyprint.HTML(string=html, base_url=site.as_uri() + "/")
                document.write_pdf(stylesheets=[str(styles / name) for name in ("fonts.css", "print.css")], pdf_variant="pdf/ua-1")

            spent += seconds(plain)
    return spent


def main() -> None:
    """Measure and print the two ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--processes", type=int)
    chosen = parser.parse_args()
    languages = chosen.language or list(LANGUAGES)
    project = Project.around(Path.cwd())
    with tempfile.TemporaryDirectory() as folder:
        site, cache = Path(folder) / "site", Path(folder) / "cache"
        shutil.copytree(project.root / "site", site)

        def ours() -> None:
            counted = Counting()
            outcome = make(project, site, languages, processes=chosen.processes, progress=counted, cache=cache)
            assert not outcome.failed, outcome.failed
            print(f"  {counted.total} of {len(outcome.made)} files made anew")

        def edit(page: str) -> None:
            path = site / ("" if languages[0] == "en" else languages[0]) / page
            path.write_text(path.read_text(encoding="utf-8").replace("</h1>", " today</h1>").replace("</legend>", " today</legend>", 1), encoding="utf-8")

        rows = {"cold": seconds(ours), "nothing changed": seconds(ours)}
        for page in ("checklists/before-a-session.html", "training/m05-self-efficacy-and-coping.html", "senior/supervise.html"):
            edit(page)
            rows[f"after an edit of {page}"] = seconds(ours)
        plain = sequential(project, site, languages)
    print(f"sequential WeasyPrint: {plain:.1f} s")
    for name, spent in rows.items():
        print(f"{name}: {spent:.1f} s, {spent / plain:.3f} of it")


if __name__ == "__main__":
    main()
