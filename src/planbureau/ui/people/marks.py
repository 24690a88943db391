"""The marks "niet voor ..." of one form: read together, and written when the form is saved."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.services.api import ClientService
from planbureau.ui.people.not_for_button import NotForButton, People
from planbureau.ui.theme.context import ThemeContext

_Mark = tuple[frozenset[str], str]


class Marks:
    """`target_ids` are the things that are known already; new ones start without a mark."""

    def __init__(
        self, context: ThemeContext, clients: ClientService, target_ids: Iterable[str], people: People
    ) -> None:
        self._context = context
        self._clients = clients
        self._people = people
        found = clients.restrictions(tuple(target_ids))
        self._before: dict[tuple[str, str], _Mark] = {
            (mark.target_kind, mark.target_id): (frozenset(mark.not_for), mark.reason) for mark in found
        }
        self._buttons: dict[tuple[str, str], NotForButton] = {}

    def button(self, kind: str, target_id: str, about: str) -> NotForButton:
        """The button of one thing."""
        made = NotForButton(self._context, about, self._people)
        made.set_value(*self._before.get((kind, target_id), (frozenset(), "")))
        self._buttons[kind, target_id] = made
        return made

    def state(self) -> tuple[tuple[tuple[str, str], _Mark], ...]:
        """What the marks are now, to compare."""
        return tuple((key, (button.value(), button.reason())) for key, button in self._buttons.items())

    def write(self) -> None:
        """Saves the marks that changed. Raises PlanbureauError."""
        for (kind, target_id), mark in self.state():
            if mark != self._before.get((kind, target_id), (frozenset(), "")):
                self._clients.restrict(kind, target_id, sorted(mark[0]), mark[1])
                self._before[kind, target_id] = mark
