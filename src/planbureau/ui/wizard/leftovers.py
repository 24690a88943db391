"""What was typed in a plan and is no date or number: kept as it was typed, and put back as it was typed.

A draft of an answer becomes a revision when the plan opens again. These texts cannot: they wait here,
encrypted in the vault, until somebody made a date or number of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.formats.model import Question, QuestionKind
from planbureau.services.api import FormDraftService
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.moment_field import MomentField
from planbureau.ui.widgets.number_line import NumberLine
from planbureau.ui.wizard.fields.field import Field
from planbureau.views import FormKey

FORM = "plan"
"""The name of this form among those that were not finished."""
TITLE = "Een datum of getal in het plan"
_BETWEEN = "\n"
_BY_NAME = (
    QuestionKind.DATE, QuestionKind.MOMENT, QuestionKind.NUMBER, QuestionKind.TABLE, QuestionKind.FRAME,
)  # fmt: skip
"""Kinds in which a name is one place. Among records and goals it could be the wrong one."""

Line = DateField | MomentField | NumberLine


class Leftovers:
    """Of one plan. `words` say what waits, for who opens the plan."""

    def __init__(self, forms: FormDraftService, plan_id: str, subject_id: str) -> None:
        self._forms = forms
        self._key = FormKey(FORM, subject_id, plan_id)
        found = forms.find(self._key)
        self.at: datetime | None = found.at if found else None
        self._kept = {key: str(text) for key, text in found.typed.items()} if found else {}
        self._waiting = dict(self._kept)  # not in a field yet

    def words(self) -> tuple[str, ...]:
        """Each text that waits, with the name of its field."""
        return tuple(f"“{text}” bij {key.partition(_BETWEEN)[2]}" for key, text in self._kept.items())

    def put_back(self, field: Field) -> None:
        """Puts what was typed in a field that was just made in its line again."""
        if field.question.kind not in _BY_NAME:
            return
        for key, line in _named(field):
            text = self._waiting.pop(key, None)
            if text is not None:
                _write(line, text)

    def add(self, question: Question, text: str) -> bool:
        """A draft that turned out to be no number waits here too."""
        self._waiting[f"{question.id}{_BETWEEN}{question.label}"] = text
        return self._store(self._kept | self._waiting)

    def keep(self, fields: Iterable[Field]) -> bool:
        """Keeps what stands in these fields and cannot be read; False when disk or vault refuse.

        A field with own forms keeps itself what stands in those.
        """
        now, kept = dict(self._waiting), True
        for field in fields:
            if field.OWN_FORMS:
                kept = field.keep_forms() and kept
            else:
                now |= {key: text for key, line in _named(field) if (text := _unread(line))}
        return self._store(now) and kept

    def forget_waiting(self) -> None:
        """Somebody has read what waits, and does not want it any more."""
        self._store({key: text for key, text in self._kept.items() if key not in self._waiting})
        self._waiting = {}

    def _store(self, now: Mapping[str, str]) -> bool:
        if now == self._kept:
            return True
        try:
            if now:
                self._forms.keep(self._key, TITLE, now)
            else:
                self._forms.drop(self._key)
        except PlanbureauError:
            return False
        self._kept = dict(now)
        return True


def _named(field: Field) -> Iterator[tuple[str, Line]]:
    seen: Counter[str] = Counter()
    for line in _lines(field):
        name = (line if isinstance(line, NumberLine) else line.line).accessibleName()
        seen[name] += 1
        shown = name if seen[name] == 1 else f"{name} ({seen[name]})"
        yield f"{field.question.id}{_BETWEEN}{shown}", line


def _lines(root: QWidget) -> Iterator[Line]:
    for child in root.children():
        if isinstance(child, DateField | MomentField | NumberLine):
            yield child
        elif isinstance(child, QWidget):
            yield from _lines(child)


def _unread(line: Line) -> str:
    return (line.raw_text() if isinstance(line, NumberLine) else line.unread_text()).strip()


def _write(line: Line, text: str) -> None:
    if isinstance(line, NumberLine):
        line.setText(text)
        line.editingFinished.emit()
        return
    line.line.setText(text)
    line.line.setModified(True)
    line.commit()
