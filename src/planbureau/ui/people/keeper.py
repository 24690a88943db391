"""Keeps what stands in a form that is not saved: within two seconds, and when the vault locks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planbureau.clock import AMSTERDAM
from planbureau.errors import PlanbureauError
from planbureau.formats.answers import JsonValue
from planbureau.rules.dutch import plain_date
from planbureau.services.api import FormDraftService
from planbureau.ui.people.typed import put_back, typed_in
from planbureau.views import FormKey

KEEP_MS = 1500
"""Half a second is left of the two seconds for the writing itself."""


class Keeper(QObject):
    """Looks after one form. Only what differs from how the form opened is kept."""

    refused = Signal(str)
    """Why disk or vault do not keep it now; an empty text when they do again."""

    def __init__(self, forms: FormDraftService, key: FormKey, title: str, form: QWidget) -> None:
        super().__init__(form)
        self._forms = forms
        self._key = key
        self._title = title
        self._form = form
        self._start: Mapping[str, JsonValue] = {}
        self._kept: Mapping[str, JsonValue] = {}
        self._refused = False
        self.by = ""  # whose words were put back, when they are of a colleague who left
        self.timer = QTimer(self)
        self.timer.setInterval(KEEP_MS)
        self.timer.timeout.connect(self.keep)

    def begin(self) -> tuple[datetime, tuple[str, ...]] | None:
        """Called when the form is made: puts back what was kept of it.

        Answers when that was typed, and the texts that fit in no field; None when there was nothing.
        """
        self._start = typed_in(self._form)
        self.timer.start()
        draft = self._forms.find(self._key)
        if draft is None:
            return None
        lost = put_back(self._form, draft.typed)
        self._kept = draft.typed
        self.by = draft.by
        return draft.at, lost

    def keep(self) -> bool:
        """Keeps what differs now; False when disk or vault refuse, and then the next time tries again."""
        differs = {n: v for n, v in typed_in(self._form).items() if v != self._start.get(n)}
        if differs == self._kept:
            return True
        try:
            if differs:
                self._forms.keep(self._key, self._title, differs)
            else:
                self._forms.drop(self._key)
        except PlanbureauError as problem:
            if not self._refused:
                self._refused = True
                self.refused.emit(str(problem))
            return False
        self._kept = differs
        if self._refused:
            self._refused = False
            self.refused.emit("")
        return True

    def forget(self) -> None:
        """It is saved, or a person chose to leave it."""
        self.timer.stop()
        if not self._kept:
            return
        try:
            self._forms.drop(self._key)
        except PlanbureauError:
            return  # the next opening of the form shows it again, and asks what to do with it
        self._kept = {}


def put_back_words(at: datetime, today: date, by: str = "") -> str:
    """Says that text was put back, of when it is, and whose when it is not the reader's own."""
    local = at.astimezone(AMSTERDAM)
    when = f"{local:%H:%M}" if local.date() == today else plain_date(local.date())
    whose = f"De tekst van {by}" if by else "Je tekst"
    return f"{whose} van {when} is teruggezet."
