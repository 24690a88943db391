"""When it was: now, unless somebody writes another moment."""

from __future__ import annotations

from datetime import datetime

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import moment_text, read_moment
from planbureau.ui.widgets.moment_field import MomentField


class HappenedField(MomentField):
    """Kept with its form, also when what stands in it is no moment yet."""

    def moment(self) -> datetime:
        """The moment. Raises InvalidInputError when there is none, or what was typed is no moment."""
        self.commit()
        found = self.value()
        if found is None:
            raise InvalidInputError(
                "Kies wanneer het was.", "Er is nog niets bewaard; je tekst staat er nog."
            )
        return found

    def typed_name(self) -> str:
        return "wanneer"

    def typed(self) -> JsonValue:
        found = self.value()
        return self.unread_text() or (moment_text(found) if found else "")

    def put_back(self, value: JsonValue) -> None:
        """Shows what was kept."""
        moment = read_moment(value)
        self.set_value(moment)
        if moment is None:
            self.line.setText(str(value or ""))
            self.line.setModified(True)
            self.commit()
