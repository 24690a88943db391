"""Scratch pads: outside the revision chain, so that they can be destroyed (rules A6, BWT-WERK)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Base


class ScratchPadRow(Base):
    """The working notes of one author about one visit. No record: never exchanged, never exported."""

    __tablename__ = "scratch_pad"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    author: Mapped[str] = mapped_column(String(36), index=True)
    client_id: Mapped[str] = mapped_column(String(36))
    household_id: Mapped[str] = mapped_column(String(36))
    started_at: Mapped[datetime]
    typing: Mapped[str] = mapped_column(default="")


class ScratchLineRow(Base):
    """One line of a pad."""

    __tablename__ = "scratch_line"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    pad_id: Mapped[str] = mapped_column(String(36), index=True)
    order: Mapped[int]
    at: Mapped[datetime]
    words: Mapped[str]
    quote: Mapped[bool] = mapped_column(default=False)
    done: Mapped[bool] = mapped_column(default=False)
    plan_id: Mapped[str] = mapped_column(String(36), default="")
    key: Mapped[str] = mapped_column(default="")
    went_to: Mapped[str] = mapped_column(default="")
