"""How soon a page is there on a cheap phone: the heaviest page of each kind, in every language.

    guidelines build --no-downloads
    python benchmarks/first_view.py              # prints the table of benchmarks/first_view.md

The processor is slowed down four times and the network is DevTools' "Slow 4G" (562 ms, 1.4 Mbit/s); the server
compresses as servers do. Goals: the largest thing in view after at most 2.5 s, no shift, an answer to a touch within 200 ms.
"""

from __future__ import annotations

import functools
import gzip
import os
import shutil
import statistics
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from macros.languages import LANGUAGES, SOURCE

RUNS = 3
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 1.6 * 0.9 * 1000 * 1000 / 8, "uploadThroughput": 0.75 * 0.9 * 1000 * 1000 / 8}
WATCH = """
  window.seen = { largest: 0, shift: 0, touch: 0 };
  const watch = (type, note, more) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => { seen.largest = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch('event', (entry) => { if (entry.interactionId) seen.touch = Math.max(seen.touch, entry.duration); }, { durationThreshold: 16 });
"""


class Compressing(SimpleHTTPRequestHandler):
    """A server that compresses text, as every server on the web does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(unquote(urlsplit(self.path).path)))
        if not path.is_file():
            self.send_error(404)
            return
        body = _compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


def heaviest(site: Path, language: str) -> list[str]:
    """The home page, and the heaviest page of each part of the menu, without the language's folder."""
    home = site if language == SOURCE else site / language
    parts = sorted(path for path in home.iterdir() if path.is_dir() and path.name not in (*LANGUAGES, "assets", "downloads", "hosting", "search"))
    pages = [max(part.glob("*.html"), key=lambda page: page.stat().st_size) for part in parts if any(part.glob("*.html"))]
    forms = [home / "checklists/self-efficacy.html", home / "indicators/workbook.html"]
    return ["index.html", *dict.fromkeys(page.relative_to(home).as_posix() for page in [*pages, *forms] if page.is_file())]


def measure(browser: Browser, address: str) -> dict[str, float]:
    """One cold visit, and a touch on the menu."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="networkidle")
    page.locator("label[for=__drawer].md-header__button").tap()
    page.wait_for_timeout(700)
    seen: dict[str, float] = page.evaluate("seen")
    context.close()
    return seen


def main() -> None:
    """Measure every page and print the table."""
    site = Path.cwd() / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("| Page | Language | Largest paint (s) | Shift | Touch (ms) |\n|---|---|---|---|---|")
    worst = {"largest": 0.0, "shift": 0.0, "touch": 0.0}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"])
        for language in LANGUAGES:
            for page in heaviest(site, language):
                address = f"http://127.0.0.1:{server.server_port}/" + ("" if language == SOURCE else f"{language}/") + page
                runs = [measure(browser, address) for _ in range(RUNS)]
                middle = {name: statistics.median(run[name] for run in runs) for name in worst}
                worst = {name: max(worst[name], middle[name]) for name in worst}
                print(f"| {page} | {language} | {middle['largest'] / 1000:.2f} | {middle['shift']:.3f} | {middle['touch']:.0f} |", flush=True)
        browser.close()
    server.shutdown()
    print(f"| **worst** | | **{worst['largest'] / 1000:.2f}** | **{worst['shift']:.3f}** | **{worst['touch']:.0f}** |")


if __name__ == "__main__":
    main()
