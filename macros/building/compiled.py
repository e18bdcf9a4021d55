"""Compiled templates, kept between builds and shared by the languages; a damaged one is compiled again."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

_DIGEST = 32  # bytes


class KeptTemplates(BytecodeCache):
    """Keeps each template's code in a file of `folder`, behind its digest: Python must not run what is damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template's code to `bucket`, if it is kept whole."""
        try:
            kept = (self.folder / bucket.key).read_bytes()
        except OSError:
            return
        if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
            bucket.load_bytecode(io.BytesIO(kept[_DIGEST:]))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template's code; another process may write the same file meanwhile."""
        code = io.BytesIO()
        bucket.write_bytecode(code)
        fresh = self.folder / f".{bucket.key}-{os.getpid()}"
        fresh.write_bytes(hashlib.sha256(code.getvalue()).digest() + code.getvalue())
        fresh.replace(self.folder / bucket.key)
