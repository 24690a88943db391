"""Records of progress notes, and which of them the user of this device has read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Base, Record


class NoteRow(Record):
    """One progress note. Only the tick behind a question and the talk about an incident change in it."""

    __tablename__ = "note"
    kind = "note"

    client_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    household_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    note_kind: Mapped[str] = mapped_column(default="progress")
    happened_at: Mapped[datetime]
    written_at: Mapped[datetime]
    text: Mapped[list[Any]] = mapped_column(default=list)  # parts: {"words", "impression"}
    author_id: Mapped[str] = mapped_column(String(36), default="")
    author: Mapped[str] = mapped_column(default="")
    function: Mapped[str] = mapped_column(default="")
    about: Mapped[list[Any]] = mapped_column(default=list)  # {"kind", "id"}
    question: Mapped[str] = mapped_column(default="")
    question_to: Mapped[str] = mapped_column(String(36), index=True, default="")
    question_by: Mapped[date | None]
    question_done_on: Mapped[date | None]
    question_done_by: Mapped[str] = mapped_column(default="")
    for_client: Mapped[bool] = mapped_column(default=True)
    replaces: Mapped[str] = mapped_column(String(36), default="")
    incident_kind: Mapped[str] = mapped_column(default="")
    incident_course: Mapped[str] = mapped_column(default="")
    incident_people: Mapped[str] = mapped_column(default="")
    incident_discussed_on: Mapped[date | None]


class NoteReadRow(Base):
    """That somebody has read a note. No record: it stays on this device and is no part of any file."""

    __tablename__ = "note_read"

    reader_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    note_id: Mapped[str] = mapped_column(String(36), primary_key=True)
