"""Where the focus goes in a widget that is made of several."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class HasFocusTarget(Protocol):
    """A composed widget that names the part that takes the focus for it.

    Not a focus proxy: Tab visits a proxy at the place of its owner, and loses its way when parts
    come later.
    """

    def focus_target(self) -> QWidget: ...


def focus_target(widget: QWidget) -> QWidget:
    """The part of a widget that takes the focus; the widget itself when it has no parts."""
    return widget.focus_target() if isinstance(widget, HasFocusTarget) else widget
