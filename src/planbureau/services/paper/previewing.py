"""The pages of a print as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbureau.services.api import PageImage

if TYPE_CHECKING:
    from planbureau.documents.preview import Preview


class PreviewPages:
    """`services.api.PreviewDocument` on the very file that is saved. Pages count from 0."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview

    @property
    def page_count(self) -> int:
        return self._preview.page_count

    def page(self, number: int, scale: float) -> PageImage:
        image = self._preview.page_rgba(number, scale)
        return PageImage(image.width, image.height, image.rgba)

    def close(self) -> None:
        self._preview.close()
