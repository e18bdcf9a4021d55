"""How long a build takes against a plain `mkdocs build` of the same tree, in one run.

    python benchmarks/build.py [--sizes 160 1000 4000] [--rounds 3 3 1] [--write]

Every round measures every way once, one after the other, so that a busy machine slows all of them;
the table shows medians and their ratio to the plain build. `--write` puts it into benchmarks/build.md, above the notes there.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpus import write_corpus

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
GUIDELINES = "from macros.cli import main; main()"
_PREVIEW = """
import sys, time
from pathlib import Path
from macros.building.preview import Preview
preview = Preview(Path.cwd(), Path('.cache/preview'))
page = Path('docs/it/junior/your-role.md')
preview.folder_of('it')
times = []
for turn in range(3):
    page.write_text(page.read_text(encoding='utf-8') + f'\\nUna frase {turn}.\\n', encoding='utf-8')
    start = time.perf_counter()
    preview.show_again()
    times.append(time.perf_counter() - start)
print(sorted(times)[1])
"""
GOALS = {"cold": 0.25, "warm": 0.05, "one page": 0.06, "preview": 0.03}


def run(project: Path, *command: str) -> tuple[float, float, str]:
    """Wall seconds, peak memory of the largest process in MB, and what was printed."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([sys.executable, *command], cwd=project, stdout=said, stderr=subprocess.STDOUT,
                                   env={**os.environ, **_QUIET, "PYTHONPATH": str(project)})
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        text = said.read()
    if status:
        sys.exit(f"{' '.join(command)[:80]} failed:\n{text}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024, text


def edit(project: Path, turn: int) -> None:
    """Change one sentence of one page, another one each time."""
    page = project / "docs/ro/junior/your-role.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\nO propoziție {turn} în plus.\n", encoding="utf-8")


def measured(project: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of every way, one number a round; "memory" in MB."""
    found: dict[str, list[float]] = {name: [] for name in ("plain", "cold", "warm", "one page", "preview", "validate", "memory")}
    build = ("-c", GUIDELINES, "build", "--no-downloads")
    for turn in range(rounds):
        shutil.rmtree(project / "plain", ignore_errors=True)
        found["plain"].append(run(project, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "plain")[0])
        shutil.rmtree(project / ".cache", ignore_errors=True)
        seconds, memory, _ = run(project, *build)
        found["cold"].append(seconds)
        found["memory"].append(memory)
        found["warm"].append(run(project, *build)[0])
        edit(project, turn)
        found["one page"].append(run(project, *build)[0])
        found["preview"].append(float(run(project, "-c", _PREVIEW)[2].splitlines()[-1]))
        found["validate"].append(run(project, "-c", GUIDELINES, "validate")[0])
    return found


def table(results: dict[int, dict[str, list[float]]]) -> str:
    """The medians in seconds, and in brackets their ratio to the plain build."""
    ways = ("plain", "cold", "warm", "one page", "preview", "validate")
    lines = ["| Pages | rounds | " + " | ".join(ways) + " | peak memory |", "|---" * (len(ways) + 3) + "|"]
    for pages, found in results.items():
        plain = statistics.median(found["plain"])
        cells = [f"{statistics.median(found[way]):.1f} s ({statistics.median(found[way]) / plain:.3f})" for way in ways]
        lines.append(f"| {pages:,} | {len(found['plain'])} | {' | '.join(cells)} | {max(found['memory']):.0f} MB |")
    return "\n".join(lines)


def main(say: Callable[[str], None] = print) -> None:
    """Measure, print, and write the table if asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[160, 1000])
    options.add_argument("--rounds", type=int, nargs="+", default=[3], help="For each size; the last number counts for the rest.")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    results = {}
    for size, rounds in zip(chosen.sizes, chosen.rounds + chosen.rounds[-1:] * len(chosen.sizes), strict=False):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "project"
            project.mkdir()
            pages = write_corpus(project, size)
            results[pages] = measured(project, rounds)
            say(table({pages: results[pages]}))
    goals = ", ".join(f"{way} ≤ {ratio}" for way, ratio in GOALS.items())
    text = (
        f"# Builds\n\nWritten by `python benchmarks/build.py --write` with {os.cpu_count()} cores, Python {platform.python_version()}. "
        f"Medians; in brackets the ratio to a plain `mkdocs build` of the same tree. "
        f"Goals at 1,000 pages: {goals}.\n\n{table(results)}\n"
    )
    say(text)
    if chosen.write:
        place = Path(__file__).parent / "build.md"
        _, heading, notes = (place.read_text(encoding="utf-8") if place.is_file() else "").partition("\n## ")
        place.write_text(text + heading + notes, encoding="utf-8")


if __name__ == "__main__":
    main()
