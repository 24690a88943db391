"""A table that people fill in, row by row."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planbureau.formats.annexes import goal_column
from planbureau.formats.answered import with_open_columns
from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column
from planbureau.formats.moments import read_day, read_moment
from planbureau.rules.dutch import moment_words, plain_date
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.wzd.steps import JUDGED, JUDGEMENT
from planbureau.ui.widgets.data_table import DataTable
from planbureau.ui.widgets.person_picker import picks_from_json
from planbureau.ui.widgets.table_cells import CellTools
from planbureau.ui.wizard.fields.field import Field

CLOSED = "Uit een afgesloten verslag. Klopt dit niet meer? Maak een nieuw verslag Wilsbekwaamheid."


class TableField(Field):
    """Saved as soon as the hands rest; a draft is kept meanwhile."""

    def make_editor(self) -> QWidget:
        self._table = DataTable(
            self.theme,
            self.question.label,
            self._all_columns(),
            self._tools(),
            word=self.question.table_head or "regel",
        )
        self._table.value_changed.connect(self.chosen)
        return self._table

    def _tools(self) -> CellTools:
        column = goal_column(self.desk.format, self.question.id)
        tools = self.desk.cell_tools
        return replace(tools, numbered={column: self._goals}) if column else tools

    def _goals(self) -> tuple[tuple[int, str], ...]:
        """The goals of the plan that people work on: those an action can be added to."""
        goals = [one for one in self.desk.plan.goals if GoalStatus(one.status).is_open]
        return tuple((one.number, f"{one.number}. {one.sentence or '(nog zonder zin)'}") for one in goals)

    def _all_columns(self) -> tuple[Column, ...]:
        """Also those that are not asked now: what stands in them stays."""
        return self.desk.format.question(self.question.id).columns

    def _look(self) -> None:
        """Which columns are asked follows from the plan."""
        asked = with_open_columns(
            self.desk.format.question(self.question.id), self.desk.state, self.desk.format
        )
        self._table.show_columns([column.id for column in asked.columns])
        super()._look()

    def focus_widget(self) -> QWidget:
        return self._table.add_button

    def value(self) -> JsonValue:
        return self._table.value()

    def show_value(self, value: JsonValue) -> None:
        self._table.set_value(value if isinstance(value, list) else [])
        if self.question.id == JUDGED:
            records = self.desk.context.workspace.annexes.rows(self.desk.plan_id)
            closed = {one.id for one in records if one.format_id == JUDGEMENT and one.version}
            self._table.lock_rows(closed, CLOSED)

    def words(self, value: JsonValue) -> str:
        rows = value if isinstance(value, list) else []
        return "\n".join(
            "; ".join(self._cell(row, column.id) for column in self._all_columns()) for row in rows
        )

    def _cell(self, row: dict[str, JsonValue], column_id: str) -> str:
        value = row.get(column_id)
        column = next(c for c in self._all_columns() if c.id == column_id)
        if isinstance(value, list):
            return ", ".join(pick.label for pick in picks_from_json(value, self.desk.people()))
        moment = read_moment(value)
        if moment is not None:
            return moment_words(moment)
        day = read_day(value)
        if day is not None:
            return plain_date(day)
        return next((o.label for o in column.options if o.id == value), "" if value is None else str(value))
