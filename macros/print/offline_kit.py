"""One zip of the whole site with its files for printing, and the checksums of all of it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import Path

from macros.print.listing import PAGE, kit_name, list_of_all
from macros.print.making import FOLDER
from macros.print.plan import address
from macros.project import Project

SUMS = "SHA256SUMS"
_STORED = {".pdf", ".png", ".jpg", ".zip", ".woff2"}
_DAY = (1980, 1, 1, 0, 0, 0)  # the same site gives the same zip


def write_kit(project: Project, site: Path, languages: Iterable[str]) -> Path:
    """Write the zip of `site` into its folder `downloads` and name it on the downloads pages.

    The zip has one folder, so that unpacking fills nobody's desktop, and in it `SHA256SUMS` in the
    form that `sha256sum -c` reads. The pages inside do not link to the zip itself.
    """
    kit = site / FOLDER / kit_name(project)
    inside = {address(PAGE, language): list_of_all(project, site, language, inside_kit=True) for language in languages}
    folder = kit.stem
    half = kit.with_name(f".half-{kit.name}")
    kit.parent.mkdir(exist_ok=True)
    sums = []
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as zipped:
            for path in sorted(path for path in site.rglob("*") if path.is_file()):
                name = path.relative_to(site).as_posix()
                if path.suffix == ".zip" or path.name in (SUMS, half.name):
                    continue
                text = inside.get(name)
                content = text.encode() if text is not None else path.read_bytes()
                sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
                _add(zipped, f"{folder}/{name}", content)
            _add(zipped, f"{folder}/{SUMS}", "".join(sums).encode())
        half.replace(kit)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    for other in kit.parent.glob("*.zip"):
        if other != kit:
            other.unlink()
    for language in languages:
        html = list_of_all(project, site, language, kit=kit.stat().st_size)
        if html is not None:
            (site / address(PAGE, language)).write_text(html, encoding="utf-8", newline="\n")
    (kit.parent / SUMS).write_text(f"{hashlib.sha256(kit.read_bytes()).hexdigest()}  {kit.name}\n", encoding="utf-8", newline="\n")
    return kit


def _add(zipped: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _STORED else zipfile.ZIP_DEFLATED
    zipped.writestr(entry, content)
