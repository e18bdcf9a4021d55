"""The Content-Security-Policy: a page loads and runs its own site's files, and nothing else.

Each page carries its policy, so that it holds on any server and from a disk. Servers can send the
same as a header, for every file: `hosting_files` writes it for nginx, Apache and Netlify.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path

NETLIFY, NGINX, APACHE = "_headers", "hosting/nginx.conf", "hosting/apache.htaccess"
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_STYLE_ATTRIBUTE = re.compile(r"<[a-zA-Z][^<>]*?\sstyle=(?:\"([^\"]*)\"|'([^']*)')")
_DATA = re.compile(r"""\btype=["']?application/(?:ld\+)?json\b""")
_CHARSET = re.compile(r'<meta charset="?utf-8"?>')
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_BEGINNING = 4096  # the policy stands behind <meta charset>, which has to be in the first 1024 bytes
# What can be asked of a visitor's device, and no page needs.
_NOT_NEEDED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb")
_OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _NOT_NEEDED),
    "Cross-Origin-Opener-Policy": "same-origin",
}


def with_policy(html: str) -> str:
    """The page with its policy, which allows by hash the scripts and styles that stand in it.

    Raises ValueError when the page has no `<meta charset="utf-8">`: the policy stands behind it, before all that it rules.
    """
    # A page from a disk has no origin that 'self' could mean in every browser; a page from a server cannot load file: addresses.
    content = _policy(_hashes(html), own="'self' file:")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}"><meta name="referrer" content="same-origin">'
    changed, times = _CHARSET.subn(lambda charset: charset[0] + meta, html, count=1)
    if not times:
        raise ValueError('The page has no <meta charset="utf-8">: overrides/main.html has to write it.')
    return changed


def without_policy(html: str) -> str:
    """The page as a preview shows it: MkDocs's live reload writes scripts into it that no hash can name beforehand."""
    return _META.sub("", html, count=1)


def hosting_files(site: Path) -> dict[str, str]:
    """The headers for three kinds of servers; {address in the site: text}. They allow what the pages in `site` allow."""
    hashes: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        with path.open(encoding="utf-8", errors="replace") as page:
            found = _META.search(page.read(_BEGINNING))
        for directive in found[1].split("; ") if found else ():
            name, *sources = directive.split(" ")
            hashes.setdefault(name, set()).update(source for source in sources if source.startswith(("'sha256-", "'unsafe-hashes'")))
    headers = {"Content-Security-Policy": f"{_policy(hashes, own=chr(39) + 'self' + chr(39))}; frame-ancestors 'self'", **_OTHER_HEADERS}
    return {
        NETLIFY: "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()),
        NGINX: _NGINX_NOTE + "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items()),
        APACHE: _APACHE_NOTE
        + "<IfModule mod_headers.c>\n"
        + "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
        + "</IfModule>\n",
    }


def write_hosting_files(site: Path) -> None:
    """Write the files of `hosting_files` into the finished site."""
    for name, text in hosting_files(site).items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


_NGINX_NOTE = """\
# Written by the build for this very site: the hashes change with the theme. In the server or location block:
#     include /path/to/site/hosting/nginx.conf;
# nginx forgets these in a location that has an add_header of its own: include the file there too.
"""
_APACHE_NOTE = """\
# Written by the build for this very site: the hashes change with the theme. Copy it to the site's folder as .htaccess
# (needs mod_headers and AllowOverride FileInfo), or include it in the <Directory> block of the site.
"""


def _policy(hashes: dict[str, set[str]], own: str) -> str:
    directives: dict[str, list[str]] = {
        "default-src": ["'none'"],
        "script-src": [own],
        "style-src": [own],
        "style-src-attr": [],
        "img-src": [own, "data:"],  # Material's and our icons are data: addresses
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }
    allowed = {name: [*sources, *sorted(hashes.get(name, ()))] for name, sources in directives.items()}
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in allowed.items() if sources)


def _hashes(html: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"script-src": set(), "style-src": set(), "style-src-attr": set()}
    for tag, attributes, text in _INLINE.findall(html):
        if text and not _DATA.search(attributes):
            found[f"{tag}-src"].add(_hash(text))
    if styles := {_hash(unescape(double or single)) for double, single in _STYLE_ATTRIBUTE.findall(html)}:
        found["style-src-attr"] = {"'unsafe-hashes'", *styles}
    return found


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
