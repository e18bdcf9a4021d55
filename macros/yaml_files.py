"""YAML as authors write it: every value with its line, no doubled keys, no surprising booleans.

YAML 1.1 reads `no`, `on` and `yes` as booleans; here they are the words they look like, and
only `true` and `false` are booleans. Anchors and aliases are refused: an entry stands alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Problem

Path_ = tuple[str | int, ...]
_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(\s|$)", re.MULTILINE)
_TYPES = {
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:null": "null",
    "tag:yaml.org,2002:timestamp": "timestamp",
}
LARGEST = 2_000_000
_DEEPEST = 40
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class _Loader(_Base):  # type: ignore[misc, valid-type]
    """Composes nodes; knows true and false, but not yes, no, on, off.

    The loader in C crashes on very deep nesting, so that depth is counted here, where it asks how to resolve.
    """

    _depth = 0

    def descend_resolver(self, parent: yaml.Node | None, index: Any) -> None:
        self._depth += 1
        if self._depth > _DEEPEST and parent is not None:
            raise yaml.composer.ComposerError(None, None, "it is nested too deeply", parent.start_mark)

    def ascend_resolver(self) -> None:
        self._depth -= 1


_Loader.yaml_implicit_resolvers = {
    letter: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
    for letter, pairs in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@dataclass
class YamlText:
    """What a YAML text says, and where.

    `values` maps the path of every value, for example ("P1", "moments", 0), to its line and
    column (from 1); `keys` does the same for the keys of mappings.
    """

    data: Any = None
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path_) -> tuple[int, int]:
        """Line and column of the key at `path`, or of the nearest thing above it that exists."""
        while path:
            if path in self.keys:
                return self.keys[path]
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.values.get((), (1, 1))


def read(path: Path, name: str) -> YamlText:
    """Read a YAML file; `name` is how problems call it. Never raises for bad content."""
    result = YamlText()
    try:
        if not path.is_file():  # reading a pipe would wait for ever
            result.problems.append(Problem(name, 0, 0, "This is not a file.", "Put a text file in its place, or delete it."))
            return result
        if path.stat().st_size > LARGEST:
            result.problems.append(
                Problem(name, 0, 0, f"The file is larger than {LARGEST // 1_000_000} MB.",
                        "Split it into a folder of smaller files.")
            )
            return result
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        result.problems.append(
            Problem(name, line, 1, "The file is not UTF-8 text.", "Save it again with encoding UTF-8.")
        )
        return result
    except OSError as error:
        result.problems.append(
            Problem(name, 0, 0, f"The file cannot be read: {error.strerror}.", "Check its permissions.")
        )
        return result
    return parse(text, name)


@lru_cache(maxsize=4096)  # the live preview reads the same files again and again
def parse(text: str, name: str, first_line: int = 1) -> YamlText:
    """Read YAML from `text`; its first line is line `first_line` of the file `name`."""
    result = YamlText()
    shift = first_line - 1
    invisible = INVISIBLE.search(text)
    if invisible:
        result.problems.append(invisible_character(text, invisible, name, first_line))
        return result
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1 + shift
        result.problems.append(
            Problem(name, line, 1, "A merge conflict was left in the file.",
                    "Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.")
        )
        return result
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1 + shift, mark.column + 1) if mark else (first_line, 1)
        said = getattr(error, "problem", None) or str(error).partition("\n")[0]
        result.problems.append(Problem(name, line, column, f"This is not valid YAML: {said}.", _advice(said)))
        return result
    if node is not None:
        _Builder(result, name, shift).build(node)
    return result


def invisible_character(text: str, found: re.Match[str], name: str, first_line: int = 1) -> Problem:
    """The problem of a control character, such as the NUL that a wrong encoding leaves behind every letter."""
    line = text.count("\n", 0, found.start()) + first_line
    column = found.start() - text.rfind("\n", 0, found.start())
    return Problem(name, line, column, f"Here stands a character that nobody can see (U+{ord(found[0]):04X}).",
                   "Delete it; if there are many, save the file again with encoding UTF-8.")


def _advice(said: str) -> str:
    if "nested" in said:
        return f"Write it with at most {_DEEPEST} levels."
    if "mapping values" in said:
        return "Put the text in quotes when it contains ': '."
    if "tab" in said or "\\t" in said:
        return "Indent with spaces, not tabs."
    if "block end" in said or "block mapping" in said:
        return "Check the indentation of this line and the one above it, and the quotes."
    if "alias" in said or "anchor" in said:
        return "A text that starts with * or & needs quotes."
    return "Check quotes, colons and indentation on this line and the one above it."


class _Builder:
    """Turns composed nodes into plain data and notes where everything stood."""

    def __init__(self, result: YamlText, name: str, shift: int) -> None:
        self.result, self.name, self.shift = result, name, shift
        self.seen: set[int] = set()
        self.aliased = False

    def build(self, root: yaml.Node) -> None:
        data = self._value(root, ())
        self.result.data = None if self.aliased else data  # half of a text would only give more messages

    def _at(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + 1 + self.shift, node.start_mark.column + 1

    def _problem(self, node: yaml.Node, what: str, hint: str) -> None:
        self.result.problems.append(Problem(self.name, *self._at(node), what, hint))

    def _value(self, node: yaml.Node, path: Path_) -> Any:
        if id(node) in self.seen:
            if not self.aliased:  # once a file: there may be thousands
                self._problem(node, "Anchors and aliases (& and *) are not used here.", "Write the value out.")
            self.aliased = True
            return None
        self.seen.add(id(node))
        self.result.values[path] = self._at(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, place)) for place, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(key_node, "A key must be a plain word.", "Write 'key: value'.")
                continue
            key = key_node.value
            here = (*path, key)
            if key in data:
                line, _ = self.result.keys[here]
                self._problem(key_node, f"'{key}' stands here a second time; the first is in line {line}.",
                              "Keep one of them.")
                continue
            self.result.keys[here] = self._at(key_node)
            data[key] = self._value(value_node, here)
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text = node.value
        kind = _TYPES.get(node.tag)
        if node.tag == "tag:yaml.org,2002:bool":
            return text == "true"
        if kind is None or kind == "null":
            return None if kind == "null" else text
        constructor = yaml.SafeLoader("")
        try:
            return getattr(constructor, f"construct_yaml_{kind}")(node)
        except (ValueError, OverflowError, IndexError, AttributeError):  # !!int "" and the like
            return text  # the model says what it wants in this place
