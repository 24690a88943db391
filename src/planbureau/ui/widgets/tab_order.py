"""Puts Tab in the order in which people see things, also for what came later.

Qt puts every widget that is made later at the end of the order of its window, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from operator import itemgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

from planbureau.ui.widgets.flow import Flow

_BY_TAB = Qt.FocusPolicy.TabFocus.value  # a number: this is asked of thousands, and flags are slow in Python


def follow_layout(root: QWidget, anchor: QWidget | None = None) -> None:
    """Let Tab go through everything in `root` in the order of its layouts.

    `anchor` is a button in `root` that was there from the beginning, such as the one that adds
    things; what comes before it outside `root` stays before all of it. It may also be a thing that goes away
    now: what is new in `root` takes its place.
    """
    inside = list(stops_in(root))
    if not inside:
        return
    members = {id(stop) for stop in inside}
    before = _stop_before(anchor, members) if anchor else _above(root, members) or _stop_before(root, members)
    chain = [before, *inside] if before else [*inside, *_others(root, members)]
    for one, next_one in pairwise(chain):
        QWidget.setTabOrder(one, next_one)


def in_order(root: QWidget) -> bool:
    """Whether Tab goes through everything in `root` already as its layouts stand, and comes there in time."""
    inside = list(stops_in(root))
    above = _above(root, {id(stop) for stop in inside})
    with _owners_kept() as seen:
        for one, next_one in pairwise([above, *inside] if above else inside):
            widget = one.nextInFocusChain()
            while widget is not None and widget is not one and not _is_stop(widget):
                seen.append(widget)
                widget = widget.nextInFocusChain()
            if widget is not None:
                seen.append(widget)
            if widget is not next_one:
                return False
    return True


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything inside that takes the focus, hidden things too, in the order of the layouts.

    A card that takes it as a whole comes before the buttons that stand on it.
    """
    if _is_stop(widget):
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from stops_in(inside)
        return
    if isinstance(widget, Flow):
        for part in widget.widgets():
            yield from stops_in(part)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def last_stop_in(widget: QWidget) -> QWidget | None:
    """Where Tab is last before it leaves this part of the window, hidden things too."""
    window = widget.window()
    with _owners_kept() as seen:
        # From behind: what is made last stands last, and a window holds thousands of widgets.
        one = window.previousInFocusChain()
        while one is not None and one is not window:
            seen.append(one)
            if widget.isAncestorOf(one) and _is_stop(one):
                return one
            one = one.previousInFocusChain()
        seen.append(window)
    return None


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for part in _parts(layout):
        if isinstance(part, QLayout):
            yield from _stops_of(part)
        else:
            yield from stops_in(part)


def _parts(layout: QLayout) -> list[QWidget | QLayout]:
    """What a layout holds, in reading order; a grid is read row by row.

    Danger: not by `itemAt`. Python keeps what that answers after Qt has taken the item away, and finds it
    again at the same address, as a thing that is gone.
    """
    within = layout.parentWidget()
    widgets = (child for child in within.children() if isinstance(child, QWidget)) if within else ()
    layouts = (child for child in layout.children() if isinstance(child, QLayout))
    places: list[tuple[int, QWidget | QLayout]] = [
        (place, part) for part in (*widgets, *layouts) if (place := layout.indexOf(part)) >= 0
    ]
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda found: _position(layout, found[0]))
    else:
        places.sort(key=itemgetter(0))
    return [part for _, part in places]


def _position(grid: QGridLayout, index: int) -> tuple[int, ...]:
    place: Any = grid.getItemPosition(index)  # row, column and spans; typed as a bare object
    return tuple(place[:2])


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & _BY_TAB) and widget.focusProxy() is None


def _above(root: QWidget, members: set[int]) -> QWidget | None:
    """What stands just before `root` in the layouts of its page; None when nothing does."""
    widget = root.parentWidget()
    while widget is not None:
        stops = list(stops_in(widget))
        at = next((place for place, stop in enumerate(stops) if id(stop) in members), 0)
        if at:
            return stops[at - 1]
        widget = None if widget.isWindow() else widget.parentWidget()
    return None


def _stop_before(anchor: QWidget, members: set[int]) -> QWidget | None:
    window = anchor.window()
    with _owners_kept() as seen:
        widget = anchor
        while widget is not window:
            previous = widget.previousInFocusChain()
            if previous is None:
                return None
            seen.append(previous)
            if previous is window:
                return None
            if _is_stop(previous) and id(previous) not in members:
                return previous
            widget = previous
    return None


def _others(root: QWidget, members: set[int]) -> list[QWidget]:
    found: list[QWidget] = []
    window = root.window()
    with _owners_kept() as seen:
        widget = window.nextInFocusChain()
        while widget is not None and widget is not window:
            seen.append(widget)
            if _is_stop(widget) and id(widget) not in members:
                found.append(widget)
            widget = widget.nextInFocusChain()
        seen.append(window)
    return found


@contextmanager
def _owners_kept() -> Iterator[list[QWidget]]:
    """Gives every widget that was seen back to its own parent.

    PySide takes the widget that is asked for its neighbour in the chain as the owner of that neighbour. A
    page would then belong to something inside itself, and be taken away with the next garbage. The window
    has no parent to go back to, and is kept by the program itself.
    """
    seen: list[QWidget] = []
    try:
        yield seen
    finally:
        owners = {id(owner): owner for one in seen if (owner := one.parentWidget()) is not None}
        for owner in owners.values():
            owner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
