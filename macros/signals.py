"""Ctrl-C reaches every process of a terminal at once; only the first one answers it, and ends the others."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def held_back(*numbers: signal.Signals) -> Iterator[None]:
    """The signals wait until the end. A process that is started meanwhile begins with them held back.

    Raised while Python begins a process, they would print a traceback. Does nothing where signals cannot wait: on Windows.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def listen_again(*numbers: signal.Signals) -> None:
    """In a process that has begun with signals held back: let them in."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, numbers)
