"""Two people wrote something else in a field of a goal: both are shown until somebody chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.dutch import moment_words
from planbureau.rules.goals.smart import GoalForm
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import FieldConflict

_WORDS = {
    "sentence": "het doel",
    "easy_text": "de makkelijke tekst",
    "origin": "de woorden van de cliënt",
    "context": "waar, wanneer en waarom",
    "measure": "waaraan jullie het zien",
    "target_date": "de streefdatum",
    "look_date": "de kijkdatum",
    "start": "het begin",
    "for_whom": "voor wie het is",
    "status": "de status",
    "goal_kind": "de soort van het doel",
    "form": "de manier van opschrijven",
}


class ConflictPanel(QWidget):
    """One line per version, each with its writer and a button to keep it."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: tuple[FieldConflict, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        editor.record_changed.connect(self.show_conflicts)
        self.hide()
        self.show_conflicts()

    def banners(self) -> tuple[Banner, ...]:
        """The lines that show."""
        return tuple(b for b in self.findChildren(Banner) if not b.isHidden())

    def show_conflicts(self) -> None:
        """Show what is not decided yet."""
        conflicts = self._editor.goal.conflicts
        if conflicts == self._shown:
            return
        self._shown = conflicts
        for old in self.findChildren(Banner):
            self._column.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for conflict in conflicts:
            for value, author, moment in conflict.values:
                self._column.addWidget(self._line(conflict, value, f"{author}, {moment_words(moment)}"))
        self.setVisible(bool(conflicts))
        follow_layout(self)

    def _line(self, conflict: FieldConflict, value: JsonValue, writer: str) -> Banner:
        about = _WORDS.get(conflict.field, "dit doel")
        banner = Banner(
            self._editor.context.theme,
            f"Twee mensen schreven iets anders bij {about}",
            Tone.WARN,
            detail=f"{self._words(conflict.field, value)} ({writer})",
            action="Deze houden",
        )
        banner.action_requested.connect(lambda: self._keep(conflict, value))
        return banner

    def _words(self, field: str, value: JsonValue) -> str:
        kind = kind_of(self._editor.goal.kind)
        if field == "status" and value in {status.value for status in GoalStatus}:
            return status_word(GoalStatus(value), kind)
        if field == "goal_kind":
            return kind_of(str(value)).label
        if field == "form" and value in {form.value for form in GoalForm}:
            return GoalForm(value).label
        if isinstance(value, list):
            return ", ".join(self._editor.scope.name(str(one)) for one in value) or "niemand"
        return str(value) if value not in (None, "") else "(leeg)"

    def _keep(self, conflict: FieldConflict, value: JsonValue) -> None:
        plans = self._editor.context.workspace.plans
        self._editor.write(lambda: plans.resolve_conflict(conflict.record_id, conflict.field, value))
