"""Files as students' browsers save them, for tests."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from macros.site.assets import tool_scripts

SELF_EFFICACY = ("first-step", "ask-and-go-on", "practice-improves", "after-bad-mark", "hard-in-workshop", "act-on-own")


def answer_file(code: str | None, moment: str, answers: list[int | None] | dict[str, Any], **other: Any) -> str:
    """A file of the self-efficacy questionnaire; `answers` in the order of the statements, or by id."""
    if isinstance(answers, list):
        answers = dict(zip(SELF_EFFICACY, answers, strict=False))
    file = {
        "format": "peer-tutoring/answers", "version": 1, "entry": "self-efficacy", "definition": "abcdefgh",
        "moment": moment, "code": code, "language": "en", "saved": "2026-10-05T09:00:00.000Z", "answers": answers,
    }  # fmt: skip
    return json.dumps({**file, **other})


def upload(name: str, text: str | bytes) -> Any:
    """What Playwright's set_input_files takes."""
    return {"name": name, "mimeType": "application/json", "buffer": text if isinstance(text, bytes) else text.encode()}


def script_of(site: Path) -> str:
    """The site's joined scripts without the functions around them, so that a test can call their parts."""
    texts = [(site / name).read_text(encoding="utf-8") for name in ("components.js", *tool_scripts())]
    bare = [text.removeprefix("(function () {\n'use strict';\n").removesuffix("})();\n") for text in texts]
    return "".join(re.sub(r"^const \{ .* \} = window\.peerTutoring;\n", "", text) for text in bare)
