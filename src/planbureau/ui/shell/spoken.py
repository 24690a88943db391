"""What a page is called for who hears the screen instead of seeing it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextRole


def heading_of(page: QWidget) -> str:
    """The title that stands above a page. Empty when it has none, as one on which cards have their own.

    Of several titles it is the one that stands least deep: the others are of parts of the page.
    """
    titles = [
        (len(above), label.accessibleName() or label.text())
        for label in page.findChildren(QLabel)
        if label.property("role") == TextRole.TITLE and label.isVisibleTo(page)
        for above in [_between(label, page)]
        if not any(isinstance(one, Card) for one in above)
    ]
    return min(titles, key=lambda found: found[0], default=(0, ""))[1]


def _between(label: QWidget, page: QWidget) -> list[QWidget]:
    """What a label stands in, up to its page."""
    found: list[QWidget] = []
    above = label.parentWidget()
    while above is not None and above is not page:
        found.append(above)
        above = above.parentWidget()
    return found
