"""Chromium, the built site over http in a folder of a server, and the same site opened from disk."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 360, "height": 740}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "The browser tests need Chromium: run tests/install-tools."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def http_address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site in a folder below the server's root, as on many school servers."""
    root = tmp_path_factory.mktemp("server")
    shutil.copytree(site, root / "school/tutoring")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/school/tutoring/"
    server.shutdown()


@pytest.fixture(scope="session")
def disk_address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site copied to another folder, as on a USB stick."""
    stick = tmp_path_factory.mktemp("usb stick") / "tutoring"
    shutil.copytree(site, stick)
    return stick.as_uri() + "/"


@pytest.fixture(params=["http", "disk"])
def address(request: pytest.FixtureRequest) -> str:
    """Both ways a reader can open the site."""
    return str(request.getfixturevalue(f"{request.param}_address"))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone that fails the test when a page asks another place for anything, or reports an error."""
    context = chromium.new_context(viewport=PHONE)
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert [url for url in asked if not url.startswith(("http://127.0.0.1", "file:", "blob:", "data:"))] == []
    assert errors == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
