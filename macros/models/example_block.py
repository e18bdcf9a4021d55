"""An invented block of tutoring, from which every measuring tool shows a finished result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import mean, stdev
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from macros.models.entry import Facts, Id, Place, Strict, Text, Words

Group = Literal["school", "tutees", "tutors", "comparison"]
BlockMoment = Literal["before-start", "start", "middle", "end", "follow-up"]
# One digit for each statement of the questionnaire, in its order.
Answers = Annotated[str, StringConstraints(pattern=r"^[1-5]+$")]
# A tenth of scheduled time missed counts as a lot (chronic absence); twelve sessions are the indicator P4.
CHRONIC = 0.10
ENOUGH_SESSIONS = 12


class Hours(Strict):
    """A number before the block, and in or after it."""

    start: Annotated[int, Field(ge=0)] = Field(description="In the weeks before the block.")
    end: Annotated[int, Field(ge=0)] = Field(description="In the block, or at its end.")


class Student(Strict):
    """One invented student."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}[0-9]{2}$")] = Field(description="The anonymous code.")
    group: Literal["tutees", "comparison"] = Field(description="Tutored in the block, or waiting for the next one.")
    sessions: Annotated[int, Field(ge=0)] | None = Field(default=None, description="Sessions a tutee had.")
    left: bool = Field(default=False, description="true for who left the school in the block.")
    absent: Hours = Field(description="Hours missed, for any reason.")
    mark: Hours = Field(description="The mark in the tutored subject, from 1 to 10.")
    answers: dict[Id, dict[BlockMoment, Answers]] = Field(description="For each questionnaire and moment, the answers.")


class Figure(Strict):
    """One figure that does not follow from the students."""

    indicator: Id = Field(description="Whose figure it is.")
    group: Group = Field(description="Whom it was counted for.")
    moment: BlockMoment = Field(description="When.")
    numerator: int = Field(description="Above the line.")
    denominator: int = Field(description="Below the line.")


# A value and the ends of its 95 % interval.
Interval = Annotated[list[float], Field(min_length=3, max_length=3)]


class Result(Strict):
    """What comparing the groups of a questionnaire gives; a test holds it to the page's calculation."""

    start: Interval = Field(description="Difference of the means at the start.")
    end: Interval = Field(description="Difference of the means at the end.")
    change: Interval = Field(description="Difference-in-differences.")
    effect: Interval = Field(description="Hedges g at the end.")
    adjusted: Interval = Field(description="Hedges g of the changes.")
    apart: float = Field(description="Hedges g at the start.")


class ExampleBlock(Facts):
    """The facts of an invented block. Nothing in it is about a real school."""

    scheduled_hours: Annotated[int, Field(ge=1)] = Field(description="Hours in the weeks before, and as many in the block.")
    sufficient: Annotated[int, Field(ge=1, le=10)] = Field(description="The lowest sufficient mark.")
    students: Annotated[list[Student], Field(min_length=1)] = Field(description="Tutees and comparison group.")
    figures: list[Figure] = Field(description="What a coordinator would count besides.")

    results: dict[Id, Result] = Field(default={}, description="For each questionnaire that a page works out, the result.")

    @model_validator(mode="after")
    def _codes_are_unique(self) -> ExampleBlock:
        codes = [student.code for student in self.students]
        if doubled := sorted({code for code in codes if codes.count(code) > 1}):
            raise ValueError(f"Two students have the code '{doubled[0]}'.")
        return self

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, figure in enumerate(self.figures):
            yield ("figures", place, "indicator"), "indicators", figure.indicator
        for place, student in enumerate(self.students):
            for questionnaire in student.answers:
                yield ("students", place, "answers", questionnaire), "questionnaires", questionnaire

    def group(self, name: str) -> list[Student]:
        """The students of one group."""
        return [student for student in self.students if student.group == name]

    def pairs(self, name: str, of: Callable[[Student, str], float | None]) -> list[tuple[float, float]]:
        """(start, end) of everybody in a group who has both values."""
        found = [(of(student, "start"), of(student, "end")) for student in self.group(name)]
        return [(before, after) for before, after in found if before is not None and after is not None]

    def attendance(self, student: Student, moment: str) -> float:
        """Attendance in percent of scheduled time."""
        return 100 - 100 * float(getattr(student.absent, moment)) / self.scheduled_hours

    @staticmethod
    def score(student: Student, questionnaire: str, moment: str) -> float | None:
        """The mean of the answers, if the student answered then."""
        answers = student.answers.get(questionnaire, {}).get(moment)  # type: ignore[call-overload]
        return mean(int(digit) for digit in answers) if answers else None

    def columns(self, group: str, questionnaire: str) -> list[list[float | None]]:
        """(start, end) of everybody in a group, as a spreadsheet with two decimals has them; None: not measured."""
        scores = [[self.score(student, questionnaire, moment) for moment in ("start", "end")] for student in self.group(group)]
        return [[None if score is None else round(score, 2) for score in pair] for pair in scores]

    def all_figures(self, questionnaires: dict[str, str]) -> list[dict[str, Any]]:
        """Every figure of the block, as the class summary would write it into a file for the workbook.

        `questionnaires`: the questionnaire of each indicator that is fed by one. A figure has
        indicator, group, moment, and numerator and denominator, or count, mean and deviation;
        a change has `from` and `to` instead of `moment`.
        """
        figures = [figure.model_dump() for figure in self.figures]
        for group in ("tutees", "comparison"):
            figures += self._counts(group)
            figures += _means("O1", group, {m: [self.attendance(s, m) for s in self.group(group)] for m in ("start", "end")})
            figures.append(_change("O1", group, self.pairs(group, self.attendance)))
            for indicator, questionnaire in questionnaires.items():
                moments = ("start", "middle", "end", "follow-up")
                scores = {m: [v for s in self.group(group) if (v := self.score(s, questionnaire, m)) is not None] for m in moments}
                if scores["start"]:
                    figures += _means(indicator, group, scores)
                    pairs = self.pairs(group, lambda s, m, q=questionnaire: self.score(s, q, m))  # type: ignore[misc]
                    figures.append(_change(indicator, group, pairs))
        return figures

    def _counts(self, group: str) -> list[dict[str, Any]]:
        students = self.group(group)

        def many(moment: str) -> list[Student]:
            return [s for s in students if getattr(s.absent, moment) >= CHRONIC * self.scheduled_hours]

        low = [s for s in students if s.mark.start < self.sufficient]
        counts = [
            ("C2", "start", len(many("start")), len(students)),
            ("C2", "end", len(many("end")), len(students)),
            ("O2", "end", sum(s not in many("end") for s in many("start")), len(many("start"))),
            ("O4", "end", sum(s.mark.end >= self.sufficient for s in low), len(low)),
            ("M1", "follow-up", sum(not s.left for s in students), len(students)),
        ]
        if group == "tutees":
            counts.append(("P4", "end", sum((s.sessions or 0) >= ENOUGH_SESSIONS for s in students), len(students)))
        return [
            {"indicator": indicator, "group": group, "moment": moment, "numerator": numerator, "denominator": denominator}
            for indicator, moment, numerator, denominator in counts
        ]


class ExampleBlockWords(Words):
    """The words of an invented block."""

    school: Text = Field(description="The name of the school; it must say that it is invented.")
    block: Text = Field(description="The name of the block.")
    about: Text = Field(description="One or two sentences for the reader who opens it.")


def _means(indicator: str, group: str, values: dict[str, list[float]]) -> list[dict[str, Any]]:
    return [
        {"indicator": indicator, "group": group, "moment": moment, "count": len(found), "mean": mean(found), "deviation": stdev(found)}
        for moment, found in values.items() if len(found) > 1
    ]  # fmt: skip


def _change(indicator: str, group: str, pairs: list[tuple[float, float]]) -> dict[str, Any]:
    changes = [after - before for before, after in pairs]
    return {"indicator": indicator, "group": group, "from": "start", "to": "end",
            "count": len(changes), "mean": mean(changes), "deviation": stdev(changes)}  # fmt: skip
