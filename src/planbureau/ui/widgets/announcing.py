"""Saying to who uses a screen reader what appears somewhere else than where the keyboard is.

Source: WCAG 2.2, success criterion 4.1.3 (status messages).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(source: QWidget, text: str, *, at_once: bool = False) -> None:
    """Has a screen reader, if there is one, say `text`; `at_once` for what went wrong: it breaks in."""
    if not text:
        return
    # Lazy: PySide prepares all that it knows of accessibility at once, and a first window has nothing to say.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
