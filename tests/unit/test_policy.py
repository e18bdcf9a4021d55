"""What a page's Content-Security-Policy allows."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from macros.site.policy import APACHE, NETLIFY, NGINX, hosting_files, with_policy, without_policy

PAGE = '<html><head><meta charset="utf-8">{}</head><body>{}</body></html>'


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_of(html: str) -> dict[str, list[str]]:
    content = with_policy(html).partition('Content-Security-Policy" content="')[2].partition('"')[0]
    return {name: sources for name, *sources in (directive.split() for directive in content.split("; "))}


def test_nothing_is_allowed_that_is_not_named() -> None:
    policy = policy_of(PAGE.format("", ""))
    assert policy["default-src"] == ["'none'"]
    assert not [source for sources in policy.values() for source in sources if "unsafe" in source or source in ("*", "https:", "http:")]


def test_a_script_in_the_page_is_allowed_by_its_hash() -> None:
    code = 'var greeting = "ș ğ";\nsay(greeting)'
    assert hash_of(code) in policy_of(PAGE.format("", f"<script>{code}</script>"))["script-src"]


@pytest.mark.parametrize("script", ['<script src="a.js"></script>', '<script type="application/ld+json">{"a": 1}</script>', '<script id="__config" type="application/json">{}</script>'])
def test_a_script_that_is_a_file_or_data_needs_no_hash(script: str) -> None:
    assert not [source for source in policy_of(PAGE.format("", script))["script-src"] if "sha256" in source]


def test_a_style_that_an_author_writes_is_allowed_by_its_hash_alone() -> None:
    policy = policy_of(PAGE.format("<style>p { color: red }</style>", '<td style="text-align: right;">1</td>'))
    assert hash_of("p { color: red }") in policy["style-src"]
    assert sorted(policy["style-src-attr"]) == sorted(["'unsafe-hashes'", hash_of("text-align: right;")])


def test_the_policy_stands_before_everything_it_rules() -> None:
    html = with_policy(PAGE.format('<script>a()</script><link rel="stylesheet" href="a.css">', ""))
    assert html.index("charset") < html.index("Content-Security-Policy") < min(html.index("<script"), html.index("<link"))


def test_a_page_without_a_charset_says_where_to_mend_it() -> None:
    with pytest.raises(ValueError, match=r"overrides/main\.html"):
        with_policy("<html><head></head></html>")


def test_the_preview_shows_the_page_without_policy() -> None:
    html = PAGE.format("", "<script>a()</script>")
    assert "Content-Security-Policy" not in without_policy(with_policy(html))


def test_servers_are_told_to_allow_what_all_pages_allow_together_and_no_files_from_disk(tmp_path: Path) -> None:
    for name, code in (("index.html", "a()"), ("it/index.html", "b()")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(with_policy(PAGE.format("", f"<script>{code}</script>")), encoding="utf-8")
    files = hosting_files(tmp_path)
    assert set(files) == {NETLIFY, NGINX, APACHE}
    for text in files.values():
        assert hash_of("a()") in text
        assert hash_of("b()") in text
        assert "file:" not in text
        for header in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "frame-ancestors 'self'"):
            assert header in text
