"""A page is read with the lines of everything in it."""

from __future__ import annotations

from macros.pages import Page, activities, parse_page

TEXT = """---
title: A page
description: What it is.
---

# A page { #a-page }

See [the *other* page](other.md#there) and {{ term("tutee", "tutees") }}.

```
# not a heading, {{ not_a_call() }}
```

`{{ not_a_call() }}` either.

### Role play { #role-play .wide }

{{ activity(minutes=20, grouping="pairs") }}

| a | b |
|---|---|
| 1 | 2 |
| 3 | 4 |

1. one
2. two

   still two

- other list
"""


def page(text: str = TEXT) -> Page:
    return parse_page(Page("en", "a.md", "docs/en/a.md"), text)


def test_headings_have_level_id_text_and_line():
    assert [(h.level, h.id, h.text, h.line) for h in page().headings] == [
        (1, "a-page", "A page", 6), (3, "role-play", "Role play", 16),
    ]


def test_calls_in_code_are_no_calls():
    assert [(c.macro, c.arguments, c.line, c.alone) for c in page().calls] == [
        ("term", ("tutee", "tutees"), 8, False), ("activity", (), 18, True),
    ]


def test_links_keep_their_targets_and_places():
    assert [(link.target, link.line, link.column) for link in page().links] == [("other.md#there", 8, 5)]


def test_an_activity_belongs_to_the_heading_above_it():
    ((heading, values),) = activities(page())
    assert (heading.id, values) == ("role-play", {"minutes": 20, "grouping": "pairs"})


def test_tables_and_lists_are_counted():
    assert page().tables == [(20, 2, 2)]
    assert page().lists == [(25, 3)]


def test_windows_line_ends_change_nothing(tmp_path):
    from macros.pages import read_page

    path = tmp_path / "a.md"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    read = read_page(path, "en", "a.md", "docs/en/a.md")
    assert (read.body, read.problems) == (page().body, [])
