"""The document information without a clock: the same plan gives the same bytes."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString

PRODUCER = "Planbureau"


class UndatedInfo(PDFInfo):  # type: ignore[misc]  # ReportLab has no types
    """Title, author and subject; ReportLab would add the moment of writing."""

    producer = PRODUCER
    creator = PRODUCER
    author = ""
    subject = ""

    def format(self, document: Any) -> bytes:
        """Write the dictionary; empty entries are left out."""
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        filled = {key: PDFString(value) for key, value in entries.items() if value}
        written: bytes = PDFDictionary(filled).format(document)
        return written
