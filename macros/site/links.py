"""Links that components write as `page:junior/stay-safe.md#tell-today`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_LINK = re.compile(r'(?P<attribute>href|src)="page:(?P<path>[^"#]*)(?P<fragment>#[^"]*)?"')


class DeadLink(Exception):
    """A component links to a page that is not there."""


def resolve(html: str, here: str, addresses: Mapping[str, str]) -> str:
    """Turn every `page:` link into an address relative to the page at the address `here`.

    `addresses` maps paths from docs/<language>/ to addresses in the site. Raises DeadLink.
    """

    def relative(link: re.Match[str]) -> str:
        target = addresses.get(link["path"])
        if target is None:
            raise DeadLink(f"A component on '{here}' links to '{link['path']}', which is no page.")
        start = posixpath.dirname(here) or "."
        address = posixpath.relpath(target, start)
        if target.endswith("/") and not address.endswith("/"):
            address += "/"
        return f'{link["attribute"]}="{address}{link["fragment"] or ""}"'

    return _LINK.sub(relative, html)
