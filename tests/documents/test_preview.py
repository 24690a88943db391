"""Pages as pixels, from the very file that is printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from planbureau.documents.finish import mail
from planbureau.documents.preview import open_preview
from planbureau.errors import PrintError


def test_pages_have_a_size_and_pixels(professional_pdf: bytes) -> None:
    with open_preview(professional_pdf) as preview:
        assert preview.page_count >= 3
        assert preview.page_size(0) == pytest.approx((595.28, 841.89), abs=0.01)
        image = preview.page_rgba(0, 0.5)
        assert (image.width, image.height) == (298, 421)
        assert len(image.rgba) == image.width * image.height * 4
        assert set(image.rgba[3::4]) == {255}
        assert image.rgba[:3] == b"\xff\xff\xff"


def test_colours_are_in_the_order_red_green_blue(professional_pdf: bytes) -> None:
    with open_preview(professional_pdf) as preview:
        image = preview.page_rgba(0, 1.0)
    colours = {image.rgba[at : at + 3] for at in range(0, len(image.rgba), 4)}
    assert bytes.fromhex("0B6670") in colours


def test_a_page_as_png(professional_pdf: bytes) -> None:
    with open_preview(professional_pdf) as preview:
        png = preview.page_png(1, 0.5)
    assert Image.open(BytesIO(png)).size == (298, 421)


def test_a_file_that_is_no_pdf_is_said_in_words() -> None:
    with pytest.raises(PrintError, match="niet worden getoond"):
        open_preview(b"geen pdf")


def test_a_locked_file_needs_its_password(professional_pdf: bytes) -> None:
    locked = mail(professional_pdf, "een lang geheim")
    with pytest.raises(PrintError):
        open_preview(locked, "verkeerd")
    with open_preview(locked, "een lang geheim") as preview:
        assert preview.page_count >= 3


def test_closing_twice_does_no_harm(easy_pdf: bytes) -> None:
    preview = open_preview(easy_pdf)
    preview.close()
    preview.close()
