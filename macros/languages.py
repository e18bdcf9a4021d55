"""The languages of the site: names, plural forms, numbers, dates, alphabetical order.

Numbers, dates and plural categories come from CLDR through Babel; only the order of the
alphabet is ours, because Python's standard library sorts by code point.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

SOURCE = "en"


def _configured() -> tuple[str, ...]:
    """The languages in the mkdocs.yml of the project around the working directory, in their order there.

    The first four where it cannot be read: the command says so later, and everything here is needed to say it.
    """
    try:
        here = Path.cwd()
        config = next((folder / "mkdocs.yml" for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), None)
        text = config.read_bytes().decode("utf-8", "replace") if config else ""
    except OSError:
        text = ""
    found = re.findall(r"(?m)^ *- locale: ([a-z]{2,3})\b", text)
    return tuple(found) or ("en", "it", "ro", "tr")


LANGUAGES = _configured()

_ALPHABETS = {
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
}
_PLAIN = str.maketrans("àáâäèéêëìíîïòóôöùúûüç", "aaaaeeeeiiiioooouuuuc")


def own_name(language: str) -> str:
    """The language's name in itself: Italiano, Română, Türkçe."""
    name = Locale.parse(language).get_display_name(language) or language
    return lower(name[0], language).upper() + name[1:]


@cache
def plural_forms(language: str) -> tuple[str, ...]:
    """The CLDR plural categories that whole numbers or fractions take, in CLDR's order."""
    tags = Locale.parse(language).plural_form.tags | {"other"}
    return tuple(form for form in ("zero", "one", "two", "few", "many", "other") if form in tags)


def plural_form(count: float, language: str) -> str:
    """The plural category of `count` in `language`."""
    return str(Locale.parse(language).plural_form(count))


def lower(text: str, language: str) -> str:
    """Lower case; in Turkish I becomes ı and İ becomes i."""
    if language == "tr":
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def sort_key(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts text by the language's own alphabet, ignoring case and punctuation."""
    alphabet = _ALPHABETS.get(language, "abcdefghijklmnopqrstuvwxyz")
    letters = lower(text, language)
    if language not in _ALPHABETS:
        letters = letters.translate(_PLAIN)
    order = {letter: place for place, letter in enumerate(alphabet)}
    return tuple((order.get(c, len(alphabet)), c) for c in letters if c.isalnum())


def number(value: float, language: str, decimals: int | None = None) -> str:
    """A number as the language writes it; `decimals` fixes the number of decimal places."""
    pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=language))


def percent(value: float, language: str, decimals: int | None = None) -> str:
    """`value` in percent (9.3 → 9.3% · 9,3% · 9,3 % · %9,3)."""
    if decimals is None:
        decimals = 0 if float(value).is_integer() else 1
    pattern = Locale.parse(language).percent_formats[None].pattern
    pattern = pattern.replace("#,##0", "#,##0" + ("." + "0" * decimals if decimals else ""))
    return str(format_percent(value / 100, format=pattern, locale=language))


def day(value: date, language: str) -> str:
    """A date written out: 23 November 2026 · 23 novembre 2026 · 23 noiembrie 2026 · 23 Kasım 2026."""
    return format_date(value, format="long", locale="en_GB" if language == "en" else language)


def duration(minutes: int, language: str) -> str:
    """Whole minutes as hours and minutes: 5 h 20 min, 5 sa. 20 dk."""
    parts = ((minutes // 60, "duration-hour"), (minutes % 60, "duration-minute"))
    return " ".join(format_unit(value, unit, "short", locale=language) for value, unit in parts if value)


def file_size(size: int, language: str) -> str:
    """Bytes as a reader compares them: 14 kB, 1.2 MB."""
    unit, value = ("megabyte", size / 1_000_000) if size >= 1_000_000 else ("kilobyte", max(1, size / 1000))
    return str(format_unit(round(value, 1 if value < 10 and unit == "megabyte" else 0), f"digital-{unit}", "short", locale=language))
