"""Pages of a PDF as pixels, for the preview: what you see is the file that you print."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from typing import Self

import pypdfium2 as pdfium

from planbureau.errors import PrintError

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: four bytes each (red, green, blue, alpha), rows from the top, without gaps."""

    width: int
    height: int
    rgba: bytes


class Preview:
    """An open PDF. Page numbers start at 0. Close it, or use it with `with`; use it in one thread only."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the document; twice does no harm."""
        self._document.close()

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        return len(self._document)

    def page_size(self, number: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def page_rgba(self, number: int, scale: float = 1.0) -> PageImage:
        """Return a page as pixels; at scale 1 a point (1/72 inch) is one pixel."""
        page = self._document[number]
        try:
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, maybe_alpha=False)
            rgba = bytearray(bitmap.buffer)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            bitmap.close()
        finally:
            page.close()
        rgba[3::4] = b"\xff" * (len(rgba) // 4)
        rows = bytes(rgba) if stride == width * 4 else _without_gaps(rgba, width, height, stride)
        return PageImage(width, height, rows)

    def page_png(self, number: int, scale: float = 1.0) -> bytes:
        """Return a page as a PNG file."""
        from PIL import Image

        image = self.page_rgba(number, scale)
        target = BytesIO()
        picture = Image.frombytes("RGBA", (image.width, image.height), image.rgba).convert("RGB")
        dots = scale * _POINTS_PER_INCH
        picture.save(target, "PNG", dpi=(dots, dots))
        return target.getvalue()

    def page_text(self, number: int) -> str:
        """Return the text of a page in the order of its content."""
        page = self._document[number]
        try:
            text_page = page.get_textpage()
            text = str(text_page.get_text_bounded())
            text_page.close()
        finally:
            page.close()
        return text.replace("\r\n", "\n")

    def text(self) -> str:
        """Return the text of all pages."""
        return "\n".join(self.page_text(number) for number in range(self.page_count))


def open_preview(pdf: bytes, password: str = "") -> Preview:
    """Open a PDF. Raises `PrintError` when it is no PDF or when the password is not right."""
    try:
        return Preview(pdfium.PdfDocument(pdf, password=password or None))
    except pdfium.PdfiumError as error:
        raise PrintError(
            "Dit document kan niet worden getoond.",
            "Het plan zelf is bewaard. Maak het document opnieuw, of controleer het wachtwoord.",
        ) from error


def _without_gaps(rows: bytearray, width: int, height: int, stride: int) -> bytes:
    return b"".join(bytes(rows[line * stride : line * stride + width * 4]) for line in range(height))
