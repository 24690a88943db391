"""The windows of the system for choosing a folder or a file, and for printing. Tests bring their own.

Each is imported when it is asked for: the first window needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planbureau.ui.theme.context import ThemeContext

if TYPE_CHECKING:
    from planbureau.services.api import PreviewDocument


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder, or None when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def ask_backup(parent: QWidget) -> Path | None:
    """A backup to read."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        "Kies een reservekopie",
        "",
        "Reservekopie van Planbureau (*.pbbackup *.zip);;Alle bestanden (*)",
    )
    return Path(chosen) if chosen else None


def ask_portable(parent: QWidget) -> Path | None:
    """A file with a client or plan from another vault."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(
        parent, "Kies het bestand", "", "Cliënt of plan uit Planbureau (*.json *.pdf);;Alle bestanden (*)"
    )
    return Path(chosen) if chosen else None


def ask_backup_target(parent: QWidget, proposed: str) -> Path | None:
    """Where a backup is made."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Reservekopie maken", str(Path.home() / proposed), "Reservekopie van Planbureau (*.pbbackup)"
    )
    return Path(chosen) if chosen else None


def ask_pdf(parent: QWidget, proposed: str) -> Path | None:
    """Where a PDF is saved."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Bewaar als PDF", str(Path.home() / proposed), "PDF (*.pdf)"
    )
    return Path(chosen) if chosen else None


def ask_csv(parent: QWidget, proposed: str) -> Path | None:
    """Where an overview is saved."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Overzicht bewaren", str(Path.home() / proposed), "Overzicht (*.csv)"
    )
    return Path(chosen) if chosen else None


def open_folder(folder: Path) -> bool:
    """Shows a folder in the window of the system; False when there is none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def print_pages(parent: QWidget, pages: PreviewDocument) -> bool:
    """Prints after the print window of the system; False when it was cancelled."""
    from planbureau.ui.paper import printing

    printer = printing.choose_printer(parent, pages)
    if printer is None:
        return False
    printing.print_pages(pages, printer)
    return True


def ask_to_leave(parent: QWidget, theme: ThemeContext) -> bool:
    """Whether somebody closes the window although the recovery code was not confirmed."""
    return _ask_to_leave(
        parent,
        theme,
        "De kluis is gemaakt en opent met je wachtwoord. Vergeet je het wachtwoord, "
        "dan kan niemand er nog in. Bij Instellingen kun je later een nieuwe herstelcode maken.",
    )


def ask_to_leave_renewal(parent: QWidget, theme: ThemeContext) -> bool:
    """Whether somebody stops although the new recovery code was not confirmed, and the old one is gone."""
    return _ask_to_leave(
        parent,
        theme,
        "De oude code werkt niet meer. Staat de nieuwe niet op papier en vergeet je het wachtwoord, "
        "dan kan niemand er nog in. Je kunt hier altijd weer een nieuwe herstelcode maken.",
    )


def _ask_to_leave(parent: QWidget, theme: ThemeContext, words: str) -> bool:
    from planbureau.ui.widgets.confirm_dialog import ConfirmDialog

    dialog = ConfirmDialog(
        theme,
        "Stoppen zonder herstelcode?",
        words,
        action="Stoppen",
        cancel="Terug naar de code",
        danger=True,
        parent=parent,
    )
    return dialog.exec() == ConfirmDialog.DialogCode.Accepted


@dataclass(frozen=True)
class Choosers:
    """How a person is asked; each may be replaced."""

    folder: Callable[[QWidget, str], Path | None] = ask_folder
    backup: Callable[[QWidget], Path | None] = ask_backup
    portable: Callable[[QWidget], Path | None] = ask_portable
    backup_target: Callable[[QWidget, str], Path | None] = ask_backup_target
    open_folder: Callable[[Path], bool] = open_folder
    pdf: Callable[[QWidget, str], Path | None] = ask_pdf
    csv: Callable[[QWidget, str], Path | None] = ask_csv
    print_pages: Callable[[QWidget, PreviewDocument], bool] = print_pages
    leave: Callable[[QWidget, ThemeContext], bool] = ask_to_leave
    leave_renewal: Callable[[QWidget, ThemeContext], bool] = ask_to_leave_renewal
