"""Puts the pages of a document on a printer that a person chooses."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from planbureau.services.api import PreviewDocument

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


def print_with_dialog(parent: QWidget, pages: PreviewDocument) -> bool:
    """Asks for a printer, and prints; False when it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_on(printer, pages)
    return True


def print_on(printer: QPrinter, pages: PreviewDocument) -> None:
    """Draws every page over the whole sheet."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    try:
        for number in range(pages.page_count):
            if number:
                printer.newPage()
            page = pages.page(number, DOTS_PER_INCH / POINTS_PER_INCH)
            image = QImage(page.rgba, page.width, page.height, 4 * page.width, QImage.Format.Format_RGBA8888)
            sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), image)
    finally:
        painter.end()
