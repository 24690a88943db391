"""Whether an answer from elsewhere has the shape that its question takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from planbureau.formats.marks import mark_answer
from planbureau.formats.model import PlanFormat, QuestionKind
from planbureau.formats.moments import read_moment

K = QuestionKind


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return value == "" or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _named_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, dict) for part in value)


def _people(value: Any) -> bool:
    return _rows(value) and all(_named_texts(part) for part in value)


_SHAPES: Mapping[QuestionKind, Callable[[Any], bool]] = {
    K.SHORT_TEXT: _text,
    K.LONG_TEXT: _text,
    K.CHOICE: _text,
    K.CHOICES: _texts,
    K.DATE: _day,
    K.MOMENT: lambda value: value == "" or read_moment(value) is not None,
    K.GOAL_OUTCOMES: lambda value: isinstance(value, dict),
    K.AGREEMENT_REVIEWS: lambda value: isinstance(value, dict),
    K.RISK_REVIEWS: lambda value: isinstance(value, dict),
    K.NUMBER: _number,
    K.MARK: lambda value: mark_answer(value) is not None,
    K.TICK: lambda value: isinstance(value, bool),
    K.PERSON: _people,
    K.ATTACHMENTS: _people,
    K.TABLE: _rows,
    K.TOPICS: _named_texts,
}


def answer_fits(plan_format: PlanFormat, key: str, value: Any) -> bool:
    """Whether `value` can be the answer under `key`. Answers outlive questions: an unknown key fits."""
    try:
        question = plan_format.question(key.partition("/")[0])
    except KeyError:
        return True
    if value is None:
        return True
    if question.kind is K.TABLE:
        return _rows(value) and all(_cells_fit(question.columns, row) for row in value)
    if question.kind is K.LIFE_DOMAIN:
        return isinstance(value, dict) and _cells_fit(question.columns, value)
    shape = _SHAPES.get(question.kind)
    return shape is None or shape(value)


def _cells_fit(columns: tuple[Any, ...], row: Mapping[str, Any]) -> bool:
    for column in columns:
        shape = _SHAPES.get(column.kind)
        value = row.get(column.id)
        if value is not None and shape is not None and not shape(value):
            return False
    return True
