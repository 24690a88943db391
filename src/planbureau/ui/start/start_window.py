"""The window before a vault is open. It paints first; everything slow comes after that, beside it.

The screens that most starts do not need are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.background import Job
from planbureau.ui.start.folders import holds_vault, vault_in
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.side_panel import SidePanel
from planbureau.ui.start.unlock_screen import SECOND, Attempts, UnlockScreen
from planbureau.ui.start.words import Told, told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from planbureau.services.api import Workspace
    from planbureau.ui.start.choosers import Choosers
    from planbureau.ui.start.first_start import FirstStart
    from planbureau.ui.start.services import StartServices

TITLE = "Planbureau"
"""The whole window title: a path or a name in it would stand in the task bar."""
NARROW = 940
"""Below this width, in pixels of the design, the side panel makes room for the card."""
_NO_VAULT = Told(
    "Op de plek van de vorige keer staat geen kluis meer.",
    "Zit de schijf of de USB-stick er wel in? Staat je kluis ergens anders, kies dan ‘Ik heb al een kluis’.",
)


class StartWindow(QWidget):
    """`opened` carries the Workspace. `folder` None is the usual place, which only the services know."""

    opened = Signal(object)

    def __init__(
        self,
        theme: ThemeContext,
        services: StartServices,
        folder: Path | None,
        *,
        choosers: Choosers | None = None,
        last_user: str = "",
        second: int = SECOND,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._given_choosers = choosers
        self._second = second
        self._last_user = last_user
        self._folder = folder
        self._usual: Path | None = None
        self._attempts: dict[Path, Attempts] = {}
        self._painted = False
        self._job: Job[Path] | None = None
        self._looking: Job[tuple[Path | None, str]] | None = None
        self.setWindowTitle(TITLE)
        self._side = SidePanel(theme)
        self._room = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(self._room, 1)
        self._shown: Screen | None = None
        if folder is not None and holds_vault(folder):
            self._show_unlock()
        else:
            self._show(Screen(theme, TITLE, "Even geduld…"))

    @property
    def screen_shown(self) -> Screen:
        """What stands in the window now."""
        assert self._shown is not None
        return self._shown

    @cached_property
    def _choosers(self) -> Choosers:
        from planbureau.ui.start.choosers import Choosers

        return self._given_choosers or Choosers()

    # First the paint, then the services

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._job = Job(self._services.default_folder, self._usual_known, self._not_loaded, self)

    def _usual_known(self, usual: Path) -> None:
        self._usual = usual
        if self._folder is None:
            self._folder = usual
        if isinstance(self.screen_shown, UnlockScreen):
            self._name_place(self.screen_shown)
            self.screen_shown.look_who()
        elif holds_vault(self._folder):
            self._show_unlock()
        else:
            self._show_first_start()
        self._services.begin()

    def _not_loaded(self, problem: Exception) -> None:
        self.screen_shown.tell(told(problem))

    # One screen at a time; the one before it is taken down, with what was typed in it

    def _show(self, screen: Screen) -> None:
        previous, self._shown = self._shown, screen
        self._room.addWidget(screen)
        if previous is not None:
            self._room.removeWidget(previous)
            previous.hide()
            previous.deleteLater()
        # A layout shows what it is given only later, and what is not shown takes no focus.
        screen.show()
        self._take_focus()

    def _take_focus(self) -> None:
        target = self.screen_shown.first_focus()
        if target is not None:
            target.setFocus()

    def _folder_now(self) -> Path:
        assert self._folder is not None
        return self._folder

    def _usual_now(self) -> Path:
        return self._usual or self._folder_now()

    def _show_unlock(self) -> None:
        folder = self._folder_now()
        attempts = self._attempts.setdefault(folder, Attempts())
        screen = UnlockScreen(
            self._theme,
            self._services,
            folder,
            attempts,
            last_user=self._last_user,
            second=self._second,
        )
        screen.opened.connect(self._opened)
        screen.recovery_requested.connect(self._show_recovery)
        screen.other_requested.connect(self._choose_other)
        screen.restore_requested.connect(self._show_restore)
        screen.new_requested.connect(self._show_new)
        self._name_place(screen)
        self._show(screen)
        if self._usual is not None:  # else nothing was painted yet, and the services must wait for that
            screen.look_who()

    def _name_place(self, screen: UnlockScreen) -> None:
        elsewhere = self._usual is not None and self._folder != self._usual
        screen.show_place(str(self._folder) if elsewhere else "")

    def _show_first_start(self) -> None:
        screen = self._first_start(self._folder_now(), may_go_back=False)
        if self._folder != self._usual:
            screen.tell(_NO_VAULT, Tone.WARN)

    def _show_new(self) -> None:
        self._first_start(None, may_go_back=True)

    def _first_start(self, wanted: Path | None, *, may_go_back: bool) -> FirstStart:
        from planbureau.ui.start.first_start import FirstStart

        screen = FirstStart(
            self._theme, self._services, self._choosers, self._usual_now(), wanted, may_go_back=may_go_back
        )
        screen.opened.connect(self._opened)
        screen.other_requested.connect(self._choose_other)
        screen.restore_requested.connect(self._show_restore)
        screen.back_requested.connect(self._show_unlock)
        self._show(screen)
        return screen

    def _show_recovery(self) -> None:
        from planbureau.ui.start.recovery_screen import RecoveryScreen

        screen = RecoveryScreen(self._theme, self._services, self._folder_now(), last_user=self._last_user)
        screen.opened.connect(self._opened)
        screen.back_requested.connect(self._show_unlock)
        self._show(screen)

    def _show_restore(self) -> None:
        from planbureau.ui.start.restore_screen import RestoreScreen

        screen = RestoreScreen(self._theme, self._services, self._choosers, self._usual_now())
        screen.restored.connect(self._restored)
        back: Callable[[], None] = (
            self._show_unlock if holds_vault(self._folder_now()) else self._show_first_start
        )
        screen.back_requested.connect(back)
        self._show(screen)

    def _restored(self, folder: Path) -> None:
        self._folder = folder
        self._show_unlock()
        self.screen_shown.tell(
            Told(
                "De reservekopie staat klaar.",
                "Open hem met het wachtwoord dat je had op de dag van de kopie.",
            ),
            Tone.OK,
        )

    # Another vault

    def _choose_other(self) -> None:
        chosen = self._choosers.folder(self, "Kies de map van de kluis")
        if chosen is None:
            return
        services = self._services

        def look() -> tuple[Path | None, str]:
            found = vault_in(chosen)
            return found, services.place_warning(found) if found else ""

        self._looking = Job(look, self._other_found, self._not_loaded, self)

    def _other_found(self, answer: tuple[Path | None, str]) -> None:
        folder, warning = answer
        if folder is None:
            self.screen_shown.tell(
                Told("In deze map staat geen kluis.", "Kies de map waarin keys.json staat.")
            )
            return
        self._folder = folder
        self._show_unlock()
        if warning:
            self.screen_shown.tell(Told("Deze plek is niet veilig voor een kluis.", warning), Tone.WARN)

    # Opened and closed

    def _opened(self, workspace: Workspace) -> None:
        self.opened.emit(workspace)

    def not_opened(self, problem: Exception) -> None:
        """Says why the vault closed again before anything showed; another try is possible."""
        self._show_unlock()
        self.screen_shown.tell(told(problem))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= self._theme.px(NARROW))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.screen_shown.may_close():
            event.accept()
        else:
            event.ignore()
