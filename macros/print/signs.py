"""The fonts of the printed files: whether they are all there, and which signs they hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

_FONTS = Path(__file__).parent / "fonts"
_STYLE = Path(__file__).parent / "styles" / "fonts.css"
# Signs that are not drawn.
_INVISIBLE = "\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufeff"


def missing_fonts() -> list[str]:
    """The files that the style names and that are not in their folder."""
    names = [part.partition('"')[0] for part in _STYLE.read_text(encoding="utf-8").split('url("../fonts/')[1:]]
    return [name for name in names if not (_FONTS / name).is_file()]


def strange_signs(text: str) -> list[str]:
    """The signs of `text` that none of the fonts holds: another font of the machine shows them, or none."""
    return sorted({sign for sign in text if ord(sign) not in _held() and sign not in _INVISIBLE})


@cache
def _held() -> frozenset[int]:
    return frozenset(sign for path in sorted(_FONTS.glob("*.ttf")) for sign in TTFont(path, lazy=True).getBestCmap())
