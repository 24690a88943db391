"""Sends the very pictures of the preview to a printer. No file is made: the pixels go to the printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planbureau.errors import PrintError
from planbureau.services.api import PreviewDocument
from planbureau.ui.paper.pages_view import as_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FileChooser = Callable[[QWidget, str], Path | None]
PrinterChooser = Callable[[QWidget, PreviewDocument], "QPrinter | None"]

_SMALL = 0.1
"""Pixels per point: enough to see how large a page is."""
_BETWEEN = 1000
"""Points: the long side of an A4 is 842, that of an A3 is 1191."""

MOST_DOTS = 300
"""Dots per inch: more costs memory (an A4 page is 35 MB at 300) and nobody sees it."""


def choose_file(parent: QWidget, proposed: str) -> Path | None:
    """Asks where to save a PDF; None when nobody chose."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Bewaar als PDF", str(Path.home() / proposed), "PDF (*.pdf)"
    )
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")


def choose_printer(parent: QWidget, document: PreviewDocument) -> QPrinter | None:
    """Asks which printer, which paper and which pages; None when nobody chose.

    It proposes the paper that the document was made for: a large matrix is legible on A3.
    """
    # Lazy: loading the printers of the system takes time that only printing needs.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Planbureau")  # a client's name would stand in the print queue
    printer.setPageSize(paper_of(document))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.page_count)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_pages(document: PreviewDocument, printer: QPrinter) -> None:
    """Draws every chosen page on the printer. Raises PrintError when the printer does not take it."""
    first = max(1, printer.fromPage())
    last = printer.toPage() or document.page_count
    dots = min(printer.resolution(), MOST_DOTS)
    printer.setFullPage(True)
    painter = QPainter()
    for page in range(first, min(last, document.page_count) + 1):
        image = as_image(document.page(page - 1, dots / 72))
        _lay_page(printer, image)
        begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not begun:
            painter.end()
            raise PrintError(
                "De printer neemt het document niet aan.",
                "Kijk of de printer aan staat, en probeer het opnieuw.",
            )
        painter.drawImage(_fitted(image, printer), image)
    painter.end()


def paper_of(document: PreviewDocument) -> QPageSize:
    """The paper that the first page was made for."""
    first = document.page(0, _SMALL)
    long = max(first.width, first.height) / _SMALL
    return QPageSize(QPageSize.PageSizeId.A3 if long > _BETWEEN else QPageSize.PageSizeId.A4)


def _lay_page(printer: QPrinter, image: QImage) -> None:
    lies = image.width() > image.height()
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    chosen = printer.pageLayout().pageSize()
    printer.setPageLayout(QPageLayout(chosen, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def _fitted(image: QImage, printer: QPrinter) -> QRectF:
    """As large as the paper takes, in its own shape."""
    from PySide6.QtPrintSupport import QPrinter as Printer

    paper = printer.paperRect(Printer.Unit.DevicePixel)
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
