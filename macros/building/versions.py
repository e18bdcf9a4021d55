"""The versions of MkDocs and its plug-ins whose inner ways this folder follows."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

MADE_FOR = {
    "mkdocs": "1.6.1",
    "mkdocs-material": "9.8.1",
    "mkdocs-static-i18n": "1.3.1",
    "mkdocs-macros-plugin": "1.5.0",
}


def unknown_version() -> str | None:
    """The first package that is not the version this folder was made for, as a sentence; None when all are."""
    for package, wanted in MADE_FOR.items():
        try:
            installed = version(package)
        except PackageNotFoundError:
            return f"{package} is not installed"
        if installed != wanted:
            return f"{package} {installed} is installed, the fast build knows {wanted}"
    return None
