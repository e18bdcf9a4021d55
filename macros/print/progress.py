"""A progress bar that says what is being made; nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from macros.print.making import Progress
from macros.print.plan import Download


class _Bar(Progress):
    """Shows the newest file that was begun."""

    def __init__(self) -> None:
        self.bar: Any = None
        self.shown = ""

    def begin(self, total: int) -> None:
        if total:
            self.bar = click.progressbar(
                length=total, label="Files for printing", file=sys.stderr, item_show_func=lambda _: self.shown, show_pos=True
            )
            self.bar.__enter__()

    def now(self, download: Download) -> None:
        self.shown = download.file
        if self.bar:
            self.bar.update(0)

    def done(self, download: Download) -> None:
        if self.bar:
            self.bar.update(1)


@contextmanager
def bar() -> Iterator[Progress]:
    """A progress bar on a terminal; on anything else a silent one."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    shown = _Bar()
    try:
        yield shown
    finally:
        if shown.bar:
            shown.bar.__exit__(None, None, None)
