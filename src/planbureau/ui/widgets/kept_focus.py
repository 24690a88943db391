"""What had the keyboard has it again after a page was made anew, or what came in its place has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from planbureau.ui.widgets.tab_order import stops_in

Sign = tuple[type[QWidget], str]
"""By what a stop is known again: its sort and its name."""


@contextmanager
def focus_kept(root: QWidget) -> Iterator[None]:
    """While what stands in `root` is made anew.

    Whoever ticks something off in a list stays in that list: what went away is followed by the next of its
    sort, then by the one before it.
    """
    window = root.window()
    held = window.focusWidget()
    if held is None or not root.isAncestorOf(held):
        yield
        return
    before = _stops(root)
    at = before.index(held) if held in before else -1
    signs = [_sign(stop) for stop in before]
    yield
    if at < 0 or (window.focusWidget() is held and held.isVisibleTo(root)):
        return
    wanted = _followed(signs, at, _stops(root))
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def _followed(old: list[Sign], at: int, now: list[QWidget]) -> QWidget | None:
    """The same stop as before, else the nearest of its sort that was there too, else what is in its place."""
    signs = [_sign(stop) for stop in now]
    times = old[: at + 1].count(old[at])
    same = [stop for stop, sign in zip(now, signs, strict=True) if sign == old[at]]
    if len(same) >= times:
        return same[times - 1]
    near = [*range(at + 1, len(old)), *range(at - 1, -1, -1)]
    for place in near:
        if old[place][0] is old[at][0] and old[place] in signs:
            return now[signs.index(old[place])]
    return now[min(at, len(now) - 1)] if now else None


def _stops(root: QWidget) -> list[QWidget]:
    return [stop for stop in stops_in(root) if stop.isEnabled() and not _put_away(stop, root)]


def _put_away(widget: QWidget, root: QWidget) -> bool:
    """Whether somebody hid it. What was made just now is not shown yet, but will be."""
    one: QWidget | None = widget
    while one is not None and one is not root:
        if one.isHidden() and one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        one = one.parentWidget()
    return False


def _sign(stop: QWidget) -> Sign:
    words = stop.text().strip() if isinstance(stop, QAbstractButton) else ""
    return type(stop), stop.accessibleName() or words
