"""What can be done with a whole plan: export it, close it, begin its next version."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from planbureau.errors import InvalidInputError
from planbureau.formats.model import Access
from planbureau.ui.calendar.pause_dialog import PauseDialog
from planbureau.ui.places import AdoptPlan, CloseAnnex, OpenAnnexes, OpenClient, OpenPlan, OpenToday, Place
from planbureau.ui.protect.list_dialog import ListDialog
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.wizard.desk import Desk
from planbureau.views import PlanView

CANNOT_WRITE = "Het bestand kan daar niet worden bewaard. Er is niets veranderd. Kies een andere plek."


def export_plan(desk: Desk, parent: QWidget) -> str:
    """Writes the plan as portable JSON to a file that the user chooses. Answers what to say."""
    dialog = ExportDialog(desk, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    readers = dialog.readers()
    dialog.deleteLater()
    if not accepted or not _sure(desk, parent):
        return ""
    name, _ = QFileDialog.getSaveFileName(parent, "Plan exporteren", "plan.json", "Planbureau (*.json)")
    return write_export(desk, Path(name), readers) if name else ""


def show_list(desk: Desk, parent: QWidget) -> None:
    """Shows who may open the plan. Whoever takes themselves off goes back to the client."""
    desk.autosave.flush()
    dialog = ListDialog(desk.context.theme, desk.context.workspace.protection, desk.plan_id, parent)
    dialog.exec()
    dialog.deleteLater()
    if not desk.ask(lambda: desk.context.workspace.plans.row(desk.plan_id)):
        client = desk.plan.client
        desk.place_requested.emit(OpenClient(client.id) if client is not None else OpenToday())


def show_pauses(desk: Desk, parent: QWidget) -> str:
    """Shows the pauses of the plan. Answers what to say."""
    desk.autosave.flush()
    dialog = PauseDialog(desk.context, desk.plan_id, desk.subject_id, parent)
    dialog.exec()
    said = dialog.said
    dialog.deleteLater()
    return said or "Er is niets veranderd."


def correct_report(desk: Desk, *, again: bool) -> None:
    """Opens a finished report to correct it; without `again` it stays as it was."""
    annexes = desk.context.workspace.annexes
    verb = annexes.reopen if again else annexes.leave_as_it_was
    if desk.autosave.flush() and desk.write(lambda: verb(desk.plan_id)) and not again:
        desk.message_requested.emit("Het verslag staat weer zoals het was afgesloten.")


def finish_of(plan: PlanView) -> Place:
    """Where a plan is adopted, or an annex finished."""
    return AdoptPlan(plan.id) if plan.parent is None else CloseAnnex(plan.id)


def beside_of(plan: PlanView) -> Place:
    """The annexes of a plan; from an annex back to its plan."""
    return OpenAnnexes(plan.id) if plan.parent is None else OpenPlan(plan.parent.id)


def _sure(desk: Desk, parent: QWidget) -> bool:
    """A plan with a list asks once more before it leaves the vault."""
    if desk.plan.format.access is not Access.LISTED:
        return True
    dialog = ConfirmDialog(
        desk.context.theme,
        "Een afgeschermd plan meegeven?",
        "Wie het bestand krijgt, leest alles. De lijst van dit plan geldt daar niet. "
        "Dat jij het exporteert, wordt vastgelegd.",
        action="Toch exporteren",
        danger=True,
        parent=parent,
    )
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


class ExportDialog(ConfirmDialog):
    """Asks who gets the file: what is not for these people stays out of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk.context.theme,
            "Dit plan exporteren?",
            "In het bestand staat alles leesbaar, zonder wachtwoord. Bewaar het alleen op een veilige plek.",
            action="Kies een plek",
            parent=parent,
        )
        question = "Voor wie is dit bestand? Niemand gekozen: alles gaat mee."
        self.chips = ChipRow(desk.context.theme, question)
        self.chips.set_chips((person.id, person.full_name) for person in desk.plan.people.values())
        self.extra.addWidget(FieldLabel(question, self.chips))
        self.extra.addWidget(self.chips)

    def readers(self) -> tuple[str, ...]:
        """The people who get the file; none is the whole file."""
        return tuple(self.chips.checked())


def write_export(desk: Desk, path: Path, readers: tuple[str, ...] = ()) -> str:
    """Writes the plan to this file. Answers what to say; trouble goes to the desk."""
    content: list[bytes] = []
    exchange = desk.context.workspace.exchange
    if not desk.ask(lambda: content.append(exchange.export_plan(desk.plan_id, readers))):
        return ""
    try:
        exchange.save(path, content[0])
    except InvalidInputError:
        return CANNOT_WRITE
    return "Het plan is geëxporteerd."


class CloseDialog(ConfirmDialog):
    """Asks why a plan is closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk.context.theme,
            "Dit plan afsluiten?",
            "Je kunt het plan blijven lezen en afdrukken. Veranderen kan dan niet meer.",
            action="Afsluiten",
            parent=parent,
        )
        self.line = QLineEdit()
        self.extra.addWidget(FieldLabel("Waarom wordt het afgesloten?", self.line))
        self.extra.addWidget(self.line)
        self.line.setFocus()


def close_plan(desk: Desk, parent: QWidget) -> bool:
    """Closes the plan with a reason. Answers whether that was done."""
    dialog = CloseDialog(desk, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    reason = dialog.line.text()
    dialog.deleteLater()
    plans = desk.context.workspace.plans
    return accepted and desk.write(lambda: plans.close_plan(desk.plan_id, reason))
