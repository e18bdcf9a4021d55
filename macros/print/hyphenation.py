"""Where words may be broken: Turkish, for which the usual collection has no rules."""

from __future__ import annotations

from pathlib import Path

import pyphen

_TURKISH = Path(__file__).parent / "hyphenation" / "hyph_tr.dic"


def add_turkish() -> None:
    """Make `hyphens: auto` work for Turkish in this process."""
    if pyphen.LANGUAGES.get("tr") == _TURKISH:
        return
    pyphen.LANGUAGES["tr"] = _TURKISH
    pyphen.LANGUAGES_LOWERCASE["tr"] = "tr"
    dictionary = pyphen.Pyphen(lang="tr").hd
    positions = dictionary.positions
    # Python writes the small form of İ as two characters, which would shift every place after it.
    dictionary.positions = lambda word: positions(word.replace("İ", "i"))
