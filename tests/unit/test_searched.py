"""The quick reading of pages for the search gives what Material's own gives."""

from __future__ import annotations

import pytest
from material.plugins.search import plugin

from macros.building.searched import QuickParser

MATERIALS_OWN = QuickParser.__mro__[1]
PAGES = {
    "headings and their links": '<h1 id="a">Ă<a class="headerlink" href="#a" title="§">¶</a></h1>\n<p>One &amp; two &lt;3</p><h2 id="b">B <code>c</code></h2><p>x</p>',
    "no heading": "<p>Only text,\nover two lines</p>",
    "a heading of the second level first": '<h2 id="b">B</h2><p>text</p>',
    "a heading without an id": '<h1 id="a">A</h1><h2>No id</h2><p>text</p>',
    "a heading inside something": '<h1 id="a">A</h1><div><h2 id="b">B</h2><p>in</p></div><p>after</p>',
    "lists, empty ones too": '<h1 id="a">A</h1><ul><li>one<ul><li>two</li></ul></li><li> </li></ul><ol></ol>',
    "something left out": '<h1 id="a">A</h1><div data-search-exclude><div>no</div><p>perhaps</p></div><p>yes</p>',
    "left out twice, one in the other": '<div data-search-exclude class="x"><span><div data-search-exclude>a</div></span>b</div><div>c</div>',
    "a heading that is left out": '<h1 id="a">A</h1><h2 id="b" data-search-exclude>B</h2><p>text</p><h2 id="c">C</h2>',
    "code with spaces": '<h1 id="a">A</h1><pre><code>one\n   two\n</code></pre><div class="linenodiv"><pre>1\n2</pre></div><p>end</p>',
    "scripts and styles": '<script type="application/json">{"a": "<p>no</p>"}</script><h1 id="a">A</h1><style>p { color: red }</style><p>yes</p>',
    "void and self-closing elements": '<h1 id="a">A</h1><p>one<br>two<br/>three <img src="a.svg" alt="not > searched"></p><svg><path d="M0 0"/></svg>',
    "elements that are not closed": '<h1 id="a">A</h1><p>one<p>two<div></p></div>',
    "attributes in every writing": "<h1 id='a' hidden>A</h1><H2 ID=b class = \"x y\">B</H2><p>text</p>",
    "a comment": '<h1 id="a">A</h1><!-- <p>no</p> --><p>yes</p>',
    "a sign of less than": '<h1 id="a">A</h1><p>2 < 3</p>',
    "nothing": "",
}


@pytest.mark.parametrize("page", PAGES)
def test_the_sections_are_those_of_material(page: str) -> None:
    def sections(parser: plugin.Parser) -> list[tuple[object, ...]]:
        parser.feed(PAGES[page])
        parser.close()
        return [(one.el.tag, one.el.attrs, one.id, one.depth, one.title, one.text) for one in parser.data]

    assert sections(QuickParser()) == sections(MATERIALS_OWN())
