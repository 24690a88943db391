"""Pictures on a page: pictograms from stored operators, photos, signs with their word, lines."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFFormXObject

from planbureau.documents.layout.flow import Flow
from planbureau.documents.layout.icons import Place, draw_check_box, draw_icon
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag
from planbureau.documents.vocabulary import CalloutKind, StatusIcon
from planbureau.errors import PrintError
from planbureau.pictograms.values import StoredPicture

_MOST_PIXELS = 2000
_FACE_PIXELS = 600


class PictureFlow(Flow):
    """A stored picture, `size` points at its longest side, said as `alt`. Each picture is stored once a file.

    `name` tells pictures apart: equal names are the same picture.
    """

    def __init__(self, name: str, picture: StoredPicture, size: float, alt: str) -> None:
        self.name = name
        self.picture = picture
        self.alt = alt
        self._scale = size / max(picture.width, picture.height, 0.001)

    def height(self, width: float) -> float:
        return self.picture.height * self._fit(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        scale = self._fit(width)
        left, bottom, _, _ = self.picture.bbox
        wide, high = self.picture.width * scale, self.picture.height * scale
        with canvas.content(Tag("Figure", alt=self.alt)) as element:
            element.box = element.box or (x, top - high, x + wide, top)
            canvas.saveState()
            canvas.translate(x - left * scale, top - high - bottom * scale)
            canvas.scale(scale, scale)
            canvas.doForm(canvas.stored_form(self.name, self._form))
            canvas.restoreState()

    def _fit(self, width: float) -> float:
        return min(self._scale, width / max(self.picture.width, 0.001))

    def _form(self) -> PDFFormXObject:
        form = PDFFormXObject(*self.picture.bbox)
        form.stream = self.picture.operators
        form.Resources = PDFDictionary({})
        form.compression = 1
        return form


class ImageFlow(Flow):
    """A photo or scan (PNG or JPEG) of at most `width` points and at most a page high.

    `square` shows the middle of it, as wide as it is high. Raises `PrintError` when the bytes are no picture.
    """

    def __init__(
        self, data: bytes, width: float, most_height: float, alt: str, *, square: bool = False
    ) -> None:
        self.image = _read_image(data, square=square)
        self.alt = alt
        self.width = width
        self.most_height = most_height

    def height(self, width: float) -> float:
        return self._size(width)[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        wide, high = self._size(width)
        with canvas.content(Tag("Figure", alt=self.alt)) as element:
            element.box = (x, top - high, x + wide, top)
            canvas.drawImage(self.image, x, top - high, wide, high, mask="auto")

    def _size(self, width: float) -> tuple[float, float]:
        pixels_wide, pixels_high = self.image.getSize()
        scale = min(min(width, self.width) / pixels_wide, self.most_height / pixels_high)
        return pixels_wide * scale, pixels_high * scale


def is_picture(data: bytes) -> bool:
    """Whether the bytes are a picture that can be printed."""
    try:
        _read_image(data)
    except PrintError:
        return False
    return True


def _read_image(data: bytes, *, square: bool = False) -> ImageReader:
    """Open a photo upright and no larger than paper can show; its other data (place, camera) stay out."""
    try:
        image = Image.open(BytesIO(data))
        upright = ImageOps.exif_transpose(image)
        if square:
            side = min(*upright.size, _FACE_PIXELS)
            upright = ImageOps.fit(upright, (side, side), centering=(0.5, 0.3))
        upright.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PrintError(
            "Een afbeelding in dit document kan niet worden gelezen.",
            "Het plan is bewaard. Haal de afbeelding weg of voeg haar opnieuw toe, en druk dan weer af.",
        ) from error
    if image.format != "JPEG":
        return ImageReader(upright)
    target = BytesIO()
    upright.convert("RGB").save(target, "JPEG", quality=88)
    target.seek(0)
    return ImageReader(target)


class IconFlow(Flow):
    """A sign on its own place, as decoration."""

    def __init__(self, icon: StatusIcon | CalloutKind, size: float, colour: str) -> None:
        self.icon, self.size, self.colour = icon, size, colour

    def height(self, width: float) -> float:  # noqa: ARG002  # signs have their own size
        return self.size

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        draw_icon(canvas, self.icon, Place(x, top - self.size, self.size, self.colour))


class CheckBoxFlow(Flow):
    """A box to tick; `tag` holds the words that a screen reader says for it."""

    def __init__(self, size: float, leading: float, colour: str, tag: Tag, *, checked: bool) -> None:
        self.size, self.leading, self.colour, self.tag, self.checked = size, leading, colour, tag, checked

    def height(self, width: float) -> float:  # noqa: ARG002  # boxes have their own size
        return self.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        bottom = top - (self.leading + self.size) / 2
        with canvas.content(self.tag):
            draw_check_box(canvas, Place(x, bottom, self.size, self.colour), checked=self.checked)


class Badge(Flow):
    """A sign and its word in a coloured field that is as wide as they are.

    The field reaches a little above and below, so that the word stands on the line of its neighbours.
    """

    def __init__(self, icon: StatusIcon, word: TextFlow, ink: str, fill: str) -> None:
        self.icon, self.word, self.ink, self.fill = icon, word, ink, fill
        self._icon_size = word.shape.size * 1.15
        self._pad = word.shape.size * 0.45

    def height(self, width: float) -> float:
        return self.word.height(self._text_width(width))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        high = self.height(width)
        text_width = self._text_width(width)
        wide = min(width, self._text_left + text_width + self._pad)
        canvas.saveState()
        canvas.setFillColor(HexColor(self.fill))
        rim = self._pad / 2
        canvas.roundRect(x, top - high - rim, wide, high + 2 * rim, 5, stroke=0, fill=1)
        canvas.restoreState()
        bottom = top - (self.word.shape.leading + self._icon_size) / 2
        draw_icon(canvas, self.icon, Place(x + self._pad, bottom, self._icon_size, self.ink))
        self.word.draw(canvas, x + self._text_left, top, text_width)

    @property
    def _text_left(self) -> float:
        return self._pad + self._icon_size + self._pad * 0.7

    def natural_width(self) -> float:
        """The width of the whole badge with its word on one line."""
        return self._text_left + self.word.natural_width() + self._pad + 0.1

    def _text_width(self, width: float) -> float:
        return max(1.0, min(self.word.natural_width(), width - self._text_left - self._pad))


class RuleFlow(Flow):
    """A horizontal line; `share` of the width."""

    def __init__(
        self, colour: str, thickness: float = 0.8, *, space: float = 8.0, share: float = 1.0
    ) -> None:
        self.colour, self.thickness, self.share = colour, thickness, share
        self.space_before = self.space_after = space

    def height(self, width: float) -> float:  # noqa: ARG002  # a line is as thick as it is
        return self.thickness

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        canvas.saveState()
        canvas.setFillColor(HexColor(self.colour))
        canvas.rect(x, top - self.thickness, width * self.share, self.thickness, stroke=0, fill=1)
        canvas.restoreState()


class SpaceFlow(Flow):
    """Empty paper, for a signature."""

    def __init__(self, size: float) -> None:
        self.size = size

    def height(self, width: float) -> float:  # noqa: ARG002  # space is as high as it is
        return self.size

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""
