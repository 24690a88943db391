"""The answer to a question as words: options by their label, dates in Dutch, people by their name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from planbureau.documents.editions.paper import Paper
from planbureau.formats.marks import mark_words
from planbureau.formats.model import Column, Option, Question, QuestionKind
from planbureau.formats.moments import read_day, read_moment
from planbureau.formats.wording import lower_first
from planbureau.rules import dutch
from planbureau.rules.people.names import join_names

K = QuestionKind
MASKED_BSN = "client.bsn"


def answer_text(question: Question, paper: Paper, *, easy: bool = False) -> str:
    """The answer to a question with one value, as words; "" when there is none."""
    value = paper.value(question)
    if question.bind == MASKED_BSN:
        return masked(str(value or ""))
    return value_text(question.kind, value, question.options, paper, easy=easy)


def cell_text(column: Column, row: dict[str, Any], paper: Paper, *, easy: bool = False) -> str:
    """One cell of a table question as words."""
    return value_text(column.kind, row.get(column.id), column.options, paper, easy=easy)


def value_text(
    kind: QuestionKind, value: Any, options: Sequence[Option], paper: Paper, *, easy: bool = False
) -> str:
    """A stored value as words. What does not fit its kind is printed as it stands: nothing gets lost."""
    match kind, value:
        case _, None | "" | []:
            return ""
        case K.CHOICE, str():
            return _option(value, options, easy=easy)
        case K.CHOICES, [*chosen]:
            words = [_option(str(one), options, easy=easy) for one in chosen]
            return join_names([*words[:1], *(lower_first(word) for word in words[1:])])
        case K.DATE, str():
            return _day(value, paper, easy=easy)
        case K.MOMENT, str():
            moment = read_moment(value)
            return dutch.moment_words(moment) if moment else value
        case K.TICK, bool():
            return "Ja" if value else "Nee"
        case K.NUMBER, int() | float():
            return str(value).replace(".", ",")
        case K.MARK, _ if given := mark_words(value):
            return given
        case K.PERSON, _:
            return people_text(value, paper, easy=easy)
        case _, str():
            return value.strip()
    return str(value)


def people_text(value: Any, paper: Paper, *, easy: bool = False) -> str:
    """People and functions: `{"person": id}` or `{"function": "avonddienst"}`, one or several."""
    entries = value if isinstance(value, list) else [value]
    names = []
    for entry in entries:
        if isinstance(entry, dict):
            person, function = str(entry.get("person") or ""), str(entry.get("function") or "")
            names.append(paper.who_short(person, function) if easy else paper.who(person, function))
        elif isinstance(entry, str):
            names.append(paper.full_name(entry) or entry)
    return join_names(names)


def masked(number: str) -> str:
    """A citizen service number of which only the last three digits show."""
    digits = [sign for sign in number if sign.isdigit()]
    return f"••••••{''.join(digits[-3:])}" if len(digits) >= 8 else ""


def day_words(day: date, today: date) -> str:
    """A day as people say it: "dinsdag 28 april", with the year when that is another one."""
    words = dutch.long_date(day)
    return words if day.year != today.year else words.rsplit(" ", 1)[0]


def dates_text(start: date | None, end: date | None) -> str:
    """A stretch of time: "van 1 mei 2026 tot 1 juli 2026"."""
    if start and end:
        return f"{dutch.plain_date(start)} tot {dutch.plain_date(end)}"
    if start:
        return f"vanaf {dutch.plain_date(start)}"
    return f"tot {dutch.plain_date(end)}" if end else ""


def shortened(text: str, limit: int) -> str:
    """A text on one line of at most `limit` characters, cut at a word; "…" says that something is missing."""
    start = text[: 10 * limit + 1000]  # a pasted book is not read to its end for one line
    clean = " ".join(start.split())
    if len(clean) <= limit:
        return (
            clean if len(start) == len(text) or not text[len(start) :].strip() else f"{clean[: limit - 1]}…"
        )
    cut = clean[: max(limit - 1, 1)]
    at_word = cut.rsplit(None, 1)[0] if " " in cut[limit // 2 :] else cut
    return f"{at_word.rstrip(' ,;:.')}…"


def _option(chosen: str, options: Sequence[Option], *, easy: bool) -> str:
    for option in options:
        if option.id == chosen:
            return option.easy_label or option.label if easy else option.label
    return chosen


def _day(value: str, paper: Paper, *, easy: bool) -> str:
    day = read_day(value)
    if day is None:
        return value
    return day_words(day, paper.context.today) if easy else dutch.plain_date(day)
