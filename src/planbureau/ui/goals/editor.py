"""One goal or one action that is being edited: what it was read as, and the one way in which it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.ui.goals.scope import GoalScope, move_context
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.text_tip import PAUSE_MS, TextLook
from planbureau.ui.wizard.autosave import CHOICE_MS, DRAFT_MS, Autosave
from planbureau.views import ActionView, GoalView, PlanView, ScaleView


class Editor(QObject):
    """What goal and action have in common. `saved` comes after each write, `failed` says what went wrong.

    `record_changed` comes when there is another state to show; what is being typed stays.
    """

    saved = Signal(object)
    failed = Signal(str)
    record_changed = Signal()

    def __init__(
        self,
        context: PageContext,
        plan_id: str,
        drafts: Mapping[str, str],
        *,
        draft_ms: int = DRAFT_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.plan_id = plan_id
        self.drafts = drafts
        self.autosave = Autosave(self._keep, self._drop, draft_ms=draft_ms, choice_ms=CHOICE_MS, parent=self)

    @property
    def text_look(self) -> TextLook:
        """How texts of this plan are looked at for what could be plainer."""
        raise NotImplementedError

    def key(self, name: str) -> str:
        """Under which key the draft of a field is kept."""
        raise NotImplementedError

    def value(self, name: str) -> Any:
        """A field as it is stored."""
        raise NotImplementedError

    def change(self, **fields: object) -> bool:
        """Saves other values of these fields; False when that did not succeed."""
        raise NotImplementedError

    def attempt(self, verb: Callable[[], Changes]) -> bool:
        """Runs a verb that writes. False when it could not be done; nothing typed is lost then."""
        try:
            changes = verb()
        except PlanbureauError as problem:
            self.failed.emit(str(problem))
            return False
        self.saved.emit(changes)
        return True

    def _keep(self, key: str, text: str) -> bool:
        try:
            self.context.workspace.plans.save_draft(self.plan_id, key, text)
        except PlanbureauError as problem:
            self.failed.emit(str(problem))
            return False
        return True

    def _drop(self, key: str) -> bool:
        try:
            self.context.workspace.plans.drop_draft(self.plan_id, key)
        except PlanbureauError:
            return False
        return True


class GoalEditor(Editor):
    """A goal with its scope, read again after each write. `hidden` are parts that this plan does not ask."""

    def __init__(
        self,
        context: PageContext,
        scope: GoalScope,
        goal: GoalView,
        drafts: Mapping[str, str],
        *,
        draft_ms: int = DRAFT_MS,
        hidden: frozenset[str] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, goal.plan_id, drafts, draft_ms=draft_ms, parent=parent)
        self.goal = goal
        self.hidden = hidden
        self.scope = scope
        self.draft_ms = draft_ms

    @property
    def plan(self) -> PlanView:
        return self.scope.plan(self.plan_id)

    @property
    def text_look(self) -> TextLook:
        return TextLook(
            lambda: tuple(person.full_name for person in self.scope.names.values()),
            self.plan.format.lint,
            min(PAUSE_MS, self.draft_ms),
        )

    def key(self, name: str) -> str:
        return f"goal/{self.goal.id}/{name}"

    def value(self, name: str) -> Any:
        return getattr(self.goal, name)

    def show(self, scope: GoalScope, goal: GoalView) -> None:
        """The goal as it stands now, after a write here or elsewhere."""
        moves = move_context(self.plan)
        changed = goal != self.goal or scope.names != self.scope.names
        self.scope, self.goal = scope, goal
        if changed or moves != move_context(self.plan):
            self.record_changed.emit()

    def change(self, **fields: object) -> bool:
        after = replace(self.goal, **fields)  # type: ignore[arg-type]
        if after == self.goal:
            return True
        before = self.goal
        return self.write(lambda: self.context.workspace.goals.save_goal(before, after))

    def write(self, verb: Callable[[], Changes]) -> bool:
        """Runs a verb about this goal, and reads the goal again."""
        done = self.attempt(verb)
        if done:
            self.reread()
        return done

    def reread(self) -> None:
        """Reads the goal again; a goal that is gone stays as it was shown last."""
        try:
            goal = self.context.workspace.goals.goal(self.goal.id)
        except PlanbureauError:
            return
        self.show(self.scope, goal)


class ActionEditor(Editor):
    """An action of a goal that is being edited."""

    def __init__(self, goal: GoalEditor, action: ActionView, parent: QObject | None = None) -> None:
        super().__init__(goal.context, goal.plan_id, goal.drafts, draft_ms=goal.draft_ms, parent=parent)
        self.owner = goal
        self.action = action
        self.saved.connect(goal.saved)
        self.failed.connect(goal.failed)

    @property
    def text_look(self) -> TextLook:
        return self.owner.text_look

    def key(self, name: str) -> str:
        return f"action/{self.action.id}/{name}"

    def value(self, name: str) -> Any:
        return getattr(self.action, name)

    def show(self, action: ActionView) -> None:
        """The action as it stands now."""
        changed = action != self.action
        self.action = action
        if changed:
            self.record_changed.emit()

    def change(self, **fields: object) -> bool:
        after = replace(self.action, **fields)  # type: ignore[arg-type]
        if after == self.action:
            return True
        before = self.action
        done = self.attempt(lambda: self.context.workspace.goals.save_action(before, after))
        if done:
            self.owner.reread()
        return done


class ScaleEditor(Editor):
    """A gradual scale of a goal that is being written."""

    def __init__(self, goal: GoalEditor, scale: ScaleView, parent: QObject | None = None) -> None:
        super().__init__(goal.context, goal.plan_id, goal.drafts, draft_ms=goal.draft_ms, parent=parent)
        self.owner = goal
        self.scale = scale
        self.saved.connect(goal.saved)
        self.failed.connect(goal.failed)

    def key(self, name: str) -> str:
        return f"goal_scale/{self.scale.id}/{name}"

    def value(self, name: str) -> Any:
        return getattr(self.scale, name)

    def show(self, scale: ScaleView) -> None:
        """The scale as it stands now."""
        changed = scale != self.scale
        self.scale = scale
        if changed:
            self.record_changed.emit()

    def change(self, **fields: object) -> bool:
        after = replace(self.scale, **fields)  # type: ignore[arg-type]
        if after == self.scale:
            return True
        before = self.scale
        done = self.attempt(lambda: self.context.workspace.looks.save_scale(before, after))
        if done:
            self.owner.reread()
        return done
