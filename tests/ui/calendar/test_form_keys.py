"""The name of a form elsewhere, written again so that the first page does not load that page."""

from __future__ import annotations

from planbureau.ui.calendar import form_keys
from planbureau.ui.notes import note_form


def test_the_name_is_that_of_the_form_itself() -> None:
    assert note_form.FORM == form_keys.NOTE
