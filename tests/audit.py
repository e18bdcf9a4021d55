"""axe on every page of the built site: `make audit`. It takes long; CI looks at one page of every kind.

Each page is opened, its forms filled in, on a narrow phone in light colours and on a desk in dark ones. With
`--all` both widths are looked at in both. Prints every violation; exits with 1 if there is one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.browser.test_form_access import fill_in  # noqa: E402

SITE = ROOT / "site"
# Where the pages are opened: the page of a wrong address names its style by the site's full address.
BASE = yaml.safe_load((ROOT / "data/site.yml").read_text(encoding="utf-8"))["site"]["base_address"]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
# The desk is tall: what a menu's own scroll bar cuts in half would be measured as half a link.
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 3000}


def main() -> int:
    """Look at every page; give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--all", action="store_true", help="Both widths in both colours.")
    options.add_argument("--only", default="", help="Pages whose path contains this.")
    chosen = options.parse_args()
    pages = [path for path in sorted(SITE.rglob("*.html")) if chosen.only in path.relative_to(SITE).as_posix()]
    if not pages:
        sys.exit(f"There is no page in {SITE}. Run `guidelines build` first.")
    looks = [(PHONE, "light"), (DESK, "dark"), *([(PHONE, "dark"), (DESK, "light")] if chosen.all else [])]
    found: Counter[str] = Counter()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size, colours in looks:
            page = browser.new_context(viewport=size, color_scheme=colours).new_page()  # type: ignore[arg-type]
            page.route(f"{BASE}**", lambda route: route.fulfill(path=SITE / route.request.url.removeprefix(BASE).partition("?")[0]))
            for number, path in enumerate(pages, 1):
                if number % 50 == 0:
                    print(f"{size['width']} px, {colours}: {number} of {len(pages)} pages", file=sys.stderr, flush=True)
                page.goto(BASE + path.relative_to(SITE).as_posix())
                fill_in(page)
                for violation in Axe().run(page, options=RULES).response["violations"]:
                    found[violation["id"]] += len(violation["nodes"])
                    where = violation["nodes"][0]["target"]
                    print(f"{path.relative_to(SITE)} ({size['width']} px, {colours}): {violation['id']} at {where}", flush=True)
            page.context.close()
        browser.close()
    print(f"{len(pages)} pages, {len(looks)} looks each: {sum(found.values())} violations {dict(found) or ''}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
