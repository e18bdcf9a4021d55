"""Third-party scripts in the repository are just what their makers published."""

from __future__ import annotations

import hashlib

from macros.site.assets import VENDORED


def test_every_vendored_file_is_the_one_that_was_looked_at() -> None:
    noted = dict(reversed(line.split("  ")) for line in (VENDORED / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDORED.iterdir() if path.name != "SHA256SUMS"}
    assert found == noted


def test_every_vendored_script_has_its_licence_beside_it() -> None:
    scripts = {path.stem for path in VENDORED.glob("*.js")}
    assert {path.name.removesuffix(".LICENSE.txt") for path in VENDORED.glob("*.LICENSE.txt")} == scripts
