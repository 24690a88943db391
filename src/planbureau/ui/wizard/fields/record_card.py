"""One agreement or risk: a line that tells what it is, and its parts once somebody opens it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.conflict import ConflictList
from planbureau.ui.wizard.fields.easy import EasyPart
from planbureau.ui.wizard.fields.marking import mark, not_for
from planbureau.ui.wizard.fields.record_editor import RecordEditor
from planbureau.ui.wizard.fields.record_parts import Part, to_draft
from planbureau.views import RiskView


@dataclass(frozen=True)
class RecordKind:
    """How one kind of record is kept: its word, its parts and its verbs."""

    word: str
    kind: str  # "agreement" or "risk", as a mark names it
    parts: tuple[Part, ...]
    easy: bool
    detail: Callable[[Any], str]
    add: Callable[[Any], tuple[str, Any]]
    save: Callable[[Any, Any], Any]
    remove: Callable[[Any], Any]
    find: Callable[[str], Any]


class RecordCard(QFrame):
    """`removed` when it was taken away. A new record is written once something stands in it."""

    removed = Signal()
    saved = Signal()

    def __init__(
        self, desk: Desk, kind: RecordKind, record: Any, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.record = record
        self._kind = kind
        self._question_key = key
        self._editor: RecordEditor | None = None
        self._easy: EasyPart | None = None
        self.saving_new = False
        self.setProperty("card", "sunken")
        self.kept = Kept(desk.autosave, "", self._draft, self._save, self)
        self._name_key()
        px = desk.context.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(10), px(10), px(12))
        self._column.setSpacing(px(6))
        self._column.addLayout(self._make_head())
        self._not_for = TextLabel("", TextRole.SMALL_STRONG)
        self._column.addWidget(self._not_for)
        self.conflicts = ConflictList(self.desk.context.theme, desk.person_name, str)
        self.conflicts.chosen.connect(self._resolve)
        self._column.addWidget(self.conflicts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_record()

    def _name_key(self) -> None:
        self.kept.key = f"{self._question_key}/{self.record.id or 'nieuw'}"

    def _make_head(self) -> QHBoxLayout:
        theme = self.desk.context.theme
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = TextLabel("", TextRole.STRONG)
        self._detail = TextLabel("", TextRole.SMALL)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self.toggle = Button(theme, "Openen", ButtonKind.QUIET, icon="pencil")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._toggle)
        self._mark_button = IconButton(theme, "eye-off", "", colour="muted")
        self._mark_button.clicked.connect(self._mark)
        self._remove_button = IconButton(theme, "trash-2", "", colour="muted")
        self._remove_button.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        for button in (self.toggle, self._mark_button, self._remove_button):
            head.addWidget(button)
        return head

    # Showing

    def open(self) -> None:
        """Opens the parts, with the focus in the first."""
        self.toggle.setChecked(True)
        if self._editor is not None:
            self._editor.focus_target().setFocus()

    def begin_with(self, what: str) -> None:
        """Fills in what it is about, and keeps that."""
        if self._editor is not None:
            self._editor.show_values({**self.record.__dict__, "what": what})
            self.kept.touched_at_once()

    def update_record(self, record: Any) -> None:
        """The record changed elsewhere; what is being typed here stays."""
        if not self.kept.dirty:
            self.record = record
            self.show_record()

    def show_record(self) -> None:
        """Shows the record as it is stored."""
        record, word = self.record, self._kind.word
        title = record.what.strip().split("\n")[0] or f"Nieuw: {word}"
        self._title.setText(title if len(title) < 140 else f"{title[:140]}…")
        detail = self._kind.detail(record)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        names = not_for(self.desk, self._kind.kind, record.id) if record.id else ()
        self._not_for.setText(f"Niet voor: {', '.join(names)}")
        self._not_for.setVisible(bool(names))
        self._mark_button.set_name(f"Niet voor iedereen: {title}")
        self._mark_button.setEnabled(bool(record.id))
        self._remove_button.set_name(f"Weghalen: {title}")
        self._name_toggle()
        if self._editor is not None:
            self._editor.show_values(record.__dict__)
        if self._easy is not None:
            self._easy.show_easy(record.easy_text, record.pictograms, stale=record.easy_stale)
            self._easy.set_source(record.words if isinstance(record, RiskView) else record.what)
        self.conflicts.show_conflicts(self.record.conflicts)

    def _resolve(self, conflict: Any, value: Any) -> None:
        plans = self.desk.context.workspace.plans
        self.desk.write(lambda: plans.resolve_conflict(conflict.record_id, conflict.field, value))

    def _toggle(self, is_open: bool) -> None:
        if is_open and self._editor is None:
            self._build()
        for widget in (self._editor, self._easy):
            if widget is not None:
                widget.setVisible(is_open)
        if not is_open:
            self.flush()
        self._name_toggle()

    def _name_toggle(self) -> None:
        is_open = self.toggle.isChecked()
        self.toggle.set_label("Klaar" if is_open else "Openen")
        self.toggle.set_icon("check" if is_open else "pencil")
        self.toggle.setAccessibleName(f"{'Klaar met' if is_open else 'Openen'}: {self._title.text()}")

    def _build(self) -> None:
        about = f"bij {self._kind.word}"
        self._editor = RecordEditor(self.desk, self._kind.parts, about)
        self._editor.typed.connect(self.kept.touched)
        self._editor.chosen.connect(self.kept.touched_at_once)
        self._column.addWidget(self._editor)
        if self._kind.easy:
            pictograms = self.desk.context.workspace.pictograms
            self._easy = EasyPart(
                self.desk.context.theme,
                pictograms,
                about[4:],
                text=True,
                pictures=True,
                look=self.desk.text_look,
            )
            self._easy.text_changed.connect(self.kept.touched)
            self._easy.pictograms_changed.connect(self.kept.touched_at_once)
            self._easy.confirmed.connect(self._confirm_easy)
            self._column.addWidget(self._easy)
        self.show_record()

    # Saving

    def flush(self) -> bool:
        """Saves what is not saved yet."""
        if self._editor is not None:
            self._editor.commit()
        return self.kept.flush()

    def values(self) -> dict[str, Any]:
        """The fields as they stand on the screen."""
        found = self._editor.values() if self._editor is not None else {}
        if self._easy is not None:
            found |= {"easy_text": self._easy.text(), "pictograms": self._easy.pictograms()}
        return found

    def _draft(self) -> str:
        return json.dumps(to_draft(self.values()), ensure_ascii=False)

    def _save(self) -> bool:
        after = replace(self.record, **self.values())
        if after == self.record:
            return True
        if self.record.id:
            before = self.record
            done = self.desk.write(lambda: self._kind.save(before, after))
        else:
            done = self._add(after)
        if done:
            self.record = self._kind.find(self.record.id) or self.record
            self.show_record()
            self.saved.emit()
        return done

    def _add(self, after: Any) -> bool:
        made: list[str] = []
        self.saving_new = True
        done = self.desk.write(lambda: made.append(self._kind.add(after)[0]))
        self.saving_new = False
        if done:
            self.record = replace(after, id=made[0])
            self._name_key()
        return done

    def _confirm_easy(self) -> None:
        if self.flush():
            before = self.record
            self.desk.write(lambda: self._kind.save(before, replace(before, easy_stale=False)))

    def _mark(self) -> None:
        if self.flush() and mark(self.desk, self._kind.kind, self.record.id, self._title.text(), self):
            self.show_record()

    def _remove(self) -> None:
        if not self.record.id:
            self.desk.autosave.forget(self.kept)
            self.removed.emit()
            return
        dialog = ConfirmDialog(
            self.desk.context.theme,
            f"Deze {self._kind.word} weghalen?"
            if self._kind.word == "afspraak"
            else f"Dit {self._kind.word} weghalen?",
            "In eerder vastgestelde versies blijft dit gewoon staan.",
            action="Weghalen",
            danger=True,
            parent=self,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.desk.autosave.forget(self.kept)
            record = self._kind.find(self.record.id) or self.record
            if self.desk.write(lambda: self._kind.remove(record)):
                self.removed.emit()
