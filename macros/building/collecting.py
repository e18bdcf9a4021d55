"""Python's search for unused objects, put off while much is read and kept: it takes a tenth of a build and finds nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Nothing is searched for until the end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
