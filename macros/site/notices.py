"""What a reader is told about a page whose translation is missing or outdated."""

from __future__ import annotations

from html import escape

from macros.languages import SOURCE
from macros.library import Library
from macros.translations import State


def with_notice(html: str, state: State, language: str, english: str, library: Library) -> str:
    """The page's HTML with a notice in the reader's language before it.

    An untranslated page is wrapped and marked as English. `english` is the relative address of
    the English page.
    """
    if state == "current" or language == SOURCE:
        return html
    text = escape(library.say(f"notice-{state}", language))
    link = escape(library.say("notice-english-page", language))
    notice = (
        f'<aside class="p2p-notice p2p-notice--{state}" lang="{language}"><p>{text} '
        f'<a href="{escape(english)}" hreflang="en">{link}</a></p></aside>'
    )
    if state == "missing":
        return f'{notice}<div lang="{SOURCE}">{html}</div>'
    return notice + html
