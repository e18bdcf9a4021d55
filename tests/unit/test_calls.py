"""Answering macro calls and keeping components from Markdown changes nothing of what a page shows."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from markdown import Markdown

from macros.building.calls import answer_plain_calls, with_answers

COMPONENTS = {
    "block": lambda: '<div class="x" id="one"><p>text &amp; more</p> <input id="two"></div>',
    "block_of_markdown": lambda: '<div markdown="1">**bold**</div>',
    "two_blocks": lambda: "<div>one</div> <div>two</div>",
    "block_and_words": lambda: "<div>one</div> words",
    "words": lambda: '<span class="x">text</span>',
    "with_value": lambda name, count=1: f'<section id="{name}"><p>{count}</p></section>',
}
PAGES = {
    "a component alone": "# A\n\n{{ block() }}\n\ntext\n",
    "a component between lines of text": "text\n{{ block() }}\nmore\n",
    "two components": "# A\n\n{{ block() }}\n\n{{ with_value(\"three\", count=2) }}\n",
    "a component in a list": "- one\n\n    {{ block() }}\n\n- two {{ words() }}\n",
    "a component in a box": "!!! note\n    {{ block() }}\n",
    "a component with Markdown in it": "# A\n\n{{ block_of_markdown() }}\n\ntext\n",
    "several elements": "# A\n\n{{ two_blocks() }}\n\n{{ block_and_words() }}\n\ntext\n",
    "at the beginning and the end": "{{ block() }}\n\ntext\n\n{{ block() }}",
    "in a sentence": "A {{ words() }} and *more*.\n",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_what_markdown_makes_of_it(page: str) -> None:
    extensions = ["md_in_html", "admonition", "tables", "attr_list", "toc"]
    plugin = SimpleNamespace(render=None, env=SimpleNamespace(globals=COMPONENTS))
    config = SimpleNamespace(plugins={"macros": plugin}, markdown_extensions=extensions)
    answer_plain_calls(config)
    answered = with_answers(PAGES[page], COMPONENTS)
    assert answered is not None
    plain = Markdown(extensions=extensions).convert(answered)
    quick = Markdown(extensions=config.markdown_extensions).convert(plugin.render(PAGES[page]))
    assert re.sub(r">\s+<", "><", quick) == re.sub(r">\s+<", "><", plain)


def test_mkdocs_finds_the_ids_of_a_component_that_is_kept_from_markdown() -> None:
    plugin = SimpleNamespace(render=None, env=SimpleNamespace(globals=COMPONENTS))
    answer_plain_calls(SimpleNamespace(plugins={"macros": plugin}, markdown_extensions=[]))
    text = plugin.render("# A\n\n{{ block() }}\n\ntext\n")
    assert "text &amp; more" not in text
    assert 'id="one"' in text
    assert 'id="two"' in text
