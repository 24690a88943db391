"""The mark "niet voor ..." on a part of a plan: who never gets it on paper, in an export or a calendar."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QDialog, QWidget

from planbureau.ui.people.restriction_dialog import RestrictionDialog
from planbureau.ui.wizard.desk import Desk
from planbureau.views import RestrictionView


def not_for(desk: Desk, kind: str, target: str) -> tuple[str, ...]:
    """The names of those for whom a thing is not."""
    found = _restriction(desk, kind, target)
    return tuple(desk.person_name(person) for person in found.not_for) if found else ()


def mark(desk: Desk, kind: str, target: str, title: str, parent: QWidget) -> bool:
    """Asks for whom a thing is not, and keeps that. Answers whether it was kept."""
    found = _restriction(desk, kind, target)
    people = tuple((person.id, person.full_name) for person in desk.plan.people.values())
    current = frozenset(found.not_for) if found else frozenset()
    reason = found.reason if found else ""
    dialog = RestrictionDialog(desk.context.theme, title, people, current, reason, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen, why = sorted(dialog.not_for()), dialog.reason()
    dialog.deleteLater()
    clients = desk.context.workspace.clients
    return accepted and desk.write(lambda: clients.restrict(kind, target, chosen, why))


def keep_from(desk: Desk, kind: str, target: str, people: Collection[str], reason: str) -> bool:
    """Adds people to those for whom a thing is not. False when that could not be kept."""
    found = _restriction(desk, kind, target)
    known = set(found.not_for) if found else set()
    if known.issuperset(people):
        return True
    why, clients = found.reason if found else reason, desk.context.workspace.clients
    return desk.write(lambda: clients.restrict(kind, target, sorted(known | set(people)), why))


def _restriction(desk: Desk, kind: str, target: str) -> RestrictionView | None:
    marks = desk.plan.restrictions
    return next((r for r in marks if r.target_kind == kind and r.target_id == target and r.not_for), None)
