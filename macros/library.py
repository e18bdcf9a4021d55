"""Everything in `data/`: facts once, words per language, looked up by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.languages import LANGUAGES, SOURCE, plural_form, plural_forms
from macros.models import FORMS, KINDS, Kind
from macros.models.entry import Facts, Words
from macros.models.explain import explain
from macros.problems import Problem, did_you_mean
from macros.yaml_files import YamlText, read

_MARK = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_ENTRY_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[CIPOM][0-9]{1,2}|S[0-9]{1,3}[a-z]?")


class NotFound(LookupError):
    """An entry that does not exist was asked for; the message names the nearest one."""


@dataclass(frozen=True)
class Placed:
    """An entry's facts or words together with where they stand."""

    model: Facts | Words
    raw: dict[str, Any]
    name: str
    file: str
    yaml: YamlText = field(repr=False, compare=False)

    def problem(self, place: tuple[str | int, ...], what: str, hint: str = "") -> Problem:
        """A problem at `place` inside this entry."""
        return Problem(self.file, *self.yaml.place((self.name, *place)), what, hint)


@dataclass
class Library:
    """All entries of a project.

    `facts[kind][name]` and `words[language][kind][name]` hold what could be read;
    `problems` everything that could not, and everything that does not fit together. `broken`
    names the entries (kind, name), `unread` the files (kind, language) that could not be read.
    """

    root: Path
    facts: dict[str, dict[str, Placed]] = field(default_factory=dict)
    words: dict[str, dict[str, dict[str, Placed]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    unread: set[tuple[str, str | None]] = field(default_factory=set)

    @classmethod
    def load(cls, root: Path) -> Library:
        """Read `root`/data. Never raises for bad content: see `problems`."""
        library = cls(root)
        for kind in KINDS.values():
            library.facts[kind.name] = library._read_kind(kind, None)
        for language in LANGUAGES:
            library.words[language] = {
                kind.name: library._read_kind(kind, language) for kind in KINDS.values() if kind.words
            }
        library._check_names_of_files()
        library._check_words()
        return library

    # -- looking up ---------------------------------------------------------------------

    def names(self, kind: str) -> list[str]:
        """The names of all entries of a kind, in the order of the files."""
        return list(self.facts.get(kind, {}))

    def entry(self, kind: str, name: str) -> Any:
        """The facts of an entry. Raises NotFound."""
        found = self.facts.get(kind, {}).get(name)
        if found is None:
            hint = did_you_mean(name, self.names(kind))
            raise NotFound(f"There is no {KINDS[kind].one.split(' ', 1)[1]} called '{name}'. {hint}")
        return found.model

    def said(self, kind: str, name: str, language: str) -> tuple[Any, str]:
        """The words of an entry and the language they are in: the asked one, or English.

        Raises NotFound when there is no such entry, or not even English words.
        """
        self.entry(kind, name)
        for spoken in (language, SOURCE):
            found = self.words[spoken][kind].get(name)
            if found is not None:
                return found.model, spoken
        raise NotFound(f"'{name}' has no English words in data/{SOURCE}/{kind}.yml.")

    def say(self, name: str, language: str, count: float | None = None, /, **marks: str) -> str:
        """An interface string, with its {marks} filled in; `count` chooses the plural form.

        `count` itself is filled in by the caller's mark `count`, already written as a number.
        """
        words, spoken = self.said("interface", name, language)
        text = words.text
        if count is not None:
            forms = words.forms()
            text = forms.get(plural_form(count, spoken), forms.get("other"))
        if text is None:
            raise NotFound(f"The interface string '{name}' needs a count, or has no text.")
        return _MARK.sub(lambda mark: marks.get(mark[1], mark[0]), text)

    def plural(self, name: str, language: str) -> dict[str, str]:
        """All plural forms of an interface string, for scripts."""
        words, _ = self.said("interface", name, language)
        return dict(words.forms())

    def form_kind(self, name: str) -> str | None:
        """The kind of the checklist, questionnaire or worksheet called `name`."""
        return next((kind for kind in FORMS if name in self.facts.get(kind, {})), None)

    def lost(self, kind: str, name: str) -> bool:
        """True when `name` may well exist, but its facts could not be read."""
        kinds = FORMS if kind == "forms" else (kind,)
        return any((one, name) in self.broken or (one, None) in self.unread for one in kinds)

    # -- reading ------------------------------------------------------------------------

    def _files(self, kind: str, language: str | None) -> Iterator[Path]:
        folder = self.root / "data" / (language or "")
        if (folder / f"{kind}.yml").is_file():
            yield folder / f"{kind}.yml"
        if (folder / kind).is_dir():
            yield from sorted((folder / kind).glob("*.yml"))

    def _read_kind(self, kind: Kind, language: str | None) -> dict[str, Placed]:
        found: dict[str, Placed] = {}
        model = kind.facts if language is None else kind.words
        for path in self._files(kind.name, language):
            file = path.relative_to(self.root).as_posix()
            text = read(path, file)
            self.problems += text.problems
            if text.problems or not isinstance(text.data, dict):
                self.unread.add((kind.name, language))
            if text.data is None:
                if text.problems:
                    continue
                begun = language not in (None, SOURCE) and path.read_text(encoding="utf-8-sig").lstrip().startswith("#")
                if not begun:  # a translation may still be all comments
                    self.problems.append(Problem(file, 1, 1, "The file is empty.", "Add an entry, or delete the file."))
                continue
            if not isinstance(text.data, dict):
                self.problems.append(
                    Problem(file, *text.place(()), "The file is not a list of entries.", "Write 'name:' and the fields indented below it.")
                )
                continue
            for name, raw in text.data.items():
                if name in found:
                    self.problems.append(
                        Problem(file, *text.place((name,)), f"'{name}' is already defined in {found[name].file}.", "Keep one of them.")
                    )
                    continue
                placed = self._model(kind, model, name, raw, file, text)
                if placed:
                    found[name] = placed
                else:
                    self.broken.add((kind.name, name))
        return found

    def _model(self, kind: Kind, model: Any, name: str, raw: Any, file: str, text: YamlText) -> Placed | None:
        if not _ENTRY_NAME.fullmatch(name):
            self.unread.add((kind.name, None))
            self.problems.append(
                Problem(file, *text.place((name,)), f"'{name}' is not a name for an entry.",
                        "Use lower-case letters, digits and hyphens, for example before-a-session.")
            )
            return None
        try:
            return Placed(model.model_validate(raw), raw, name, file, text)
        except ValidationError as error:
            noticed = set()
            for detail in error.errors(include_url=False):
                place, what, hint = explain(detail, model, kind.one)
                if place in noticed:
                    continue
                noticed.add(place)
                self.problems.append(Problem(file, *text.place((name, *place)), what, hint))
        return None

    # -- how it fits together -----------------------------------------------------------

    def _check_names_of_files(self) -> None:
        known = {*KINDS, *LANGUAGES, "schemas"}
        data = self.root / "data"
        for folder in (data, *(data / language for language in LANGUAGES)):
            for path in sorted(folder.glob("*")) if folder.is_dir() else []:
                name = path.stem if path.is_file() else path.name
                if path.suffix in (".yml", ".yaml", "") and (path.suffix == ".yaml" or name not in known):
                    file = path.relative_to(self.root).as_posix()
                    self.problems.append(Problem(file, 0, 0, f"'{path.name}' is not a kind of entry.", did_you_mean(f"{name}", KINDS)))

    def _check_words(self) -> None:
        for kind in KINDS.values():
            if not kind.words:
                continue
            for name, facts in self.facts[kind.name].items():
                lost = (kind.name, name) in self.broken or (kind.name, SOURCE) in self.unread
                if name not in self.words[SOURCE][kind.name] and not lost:
                    if self._misspelt(kind.name, name):
                        continue
                    self.problems.append(
                        facts.problem((), f"'{name}' has no English words.",
                                      f"Add '{name}:' to data/{SOURCE}/{kind.name}.yml.")
                    )
            for language in LANGUAGES:
                for name, words in self.words[language][kind.name].items():
                    self._check_words_of(kind, name, words, language)

    def _misspelt(self, kind: str, name: str) -> bool:
        """True when English words without an entry are spelt almost like `name`: they are reported."""
        strangers = [other for other in self.words[SOURCE][kind] if other not in self.facts[kind]]
        return bool(get_close_matches(name, strangers, n=1))

    def _check_words_of(self, kind: Kind, name: str, words: Placed, language: str) -> None:
        facts = self.facts[kind.name].get(name)
        if facts is None:
            if not self.lost(kind.name, name):
                self.problems.append(
                    words.problem((), f"'{name}' has words but is not in data/{kind.name}.yml.",
                                  did_you_mean(name, self.names(kind.name)))
                )
            return
        if language == SOURCE and words.raw.get("translated_from"):
            self.problems.append(
                words.problem(("translated_from",), "English words are not translated from anything.", "Delete the line.")
            )
        self._check_keys(facts, words)
        self._check_marks(facts, words, language)
        if kind.name == "interface":
            self._check_plural_forms(facts, words, language)
        if language != SOURCE:
            english = self.words[SOURCE][kind.name].get(name)
            if english:
                self._check_same_fields(english, words)

    def _check_keys(self, facts: Placed, words: Placed) -> None:
        assert isinstance(facts.model, Facts)
        for place, wanted in facts.model.word_keys().items():
            given: Any = words.raw
            for part in place:
                given = given.get(part, {}) if isinstance(given, dict) else {}
            given = given or {}
            for key in wanted:
                if key not in given:
                    self.problems.append(
                        words.problem(place, f"The words for '{key}' are missing.", f"Add '{key}: …' here; it is in {facts.file}.")
                    )
            for key in given:
                if key not in wanted:
                    self.problems.append(
                        words.problem((*place, key), f"'{key}' is not in {facts.file}.", did_you_mean(key, wanted))
                    )

    def _check_marks(self, facts: Placed, words: Placed, language: str) -> None:
        allowed = set(getattr(facts.model, "marks", ()))
        for place, text in _texts(words.raw):
            marks = allowed or set(type(words.model).marks.get(str(place[0]), ()))  # type: ignore[union-attr]
            used = set(_MARK.findall(text))
            for mark in sorted(used - marks):
                self.problems.append(
                    words.problem(place, f"'{{{mark}}}' is not a mark that is filled in here.", did_you_mean(mark, marks))
                )
            if words.model.__class__.__name__ == "InterfaceWords" and place[0] != "translated_from":
                for mark in sorted(marks - used):
                    if mark == "count" and place[0] in ("one", "two", "zero"):
                        continue
                    self.problems.append(
                        words.problem(place, f"The mark '{{{mark}}}' is missing.", "The site fills it in; keep it in the sentence.")
                    )

    def _check_plural_forms(self, facts: Placed, words: Placed, language: str) -> None:
        plural = getattr(facts.model, "plural", False)
        if not plural and words.model.forms():  # type: ignore[union-attr]
            self.problems.append(words.problem((), f"'{words.name}' has no plural forms.", "Write one sentence: 'text: …'."))
            return
        given = [key for key in words.raw if key != "translated_from"]
        wanted = list(plural_forms(language)) if plural else ["text"]
        needed = [form for form in wanted if form != "many"] if plural else wanted
        for key in given:
            if key not in wanted:
                self.problems.append(
                    words.problem((key,), f"'{key}' is not a form that this string has in this language.",
                                  f"Forms here: {', '.join(wanted)}.")
                )
        for key in needed:
            if key not in given:
                self.problems.append(words.problem((), f"The form '{key}' is missing.", f"Forms here: {', '.join(wanted)}."))

    def _check_same_fields(self, english: Placed, words: Placed) -> None:
        if words.raw.keys() & {"one", "text", "other"}:
            return
        for key in english.raw:
            if key not in words.raw and key not in ("note", "also", "avoid"):
                self.problems.append(words.problem((), f"'{key}' is missing; English has it.", f"Translate it from {english.file}."))

    @cached_property
    def alternatives(self) -> dict[str, list[str]]:
        """For each kind, and for "forms", the names that a link may use."""
        known = {kind: self.names(kind) for kind in KINDS}
        known["forms"] = [name for kind in FORMS for name in known[kind]]
        return known


def _texts(raw: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text inside raw data, with its place."""
    if isinstance(raw, str):
        yield place, raw
    elif isinstance(raw, dict):
        for key, value in raw.items():
            yield from _texts(value, (*place, key))
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            yield from _texts(value, (*place, number))


def fields_of(model: type[BaseModel]) -> dict[str, str]:
    """The fields of a model with their descriptions."""
    return {name: info.description or "" for name, info in model.model_fields.items()}
