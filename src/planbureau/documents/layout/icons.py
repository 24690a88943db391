"""The signs of a status and of a call-out, drawn as lines on a field of 24 by 24.

They are decoration for a screen reader: the word beside each sign says the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.vocabulary import CalloutKind, StatusIcon

_FIELD = 24.0
_STROKE = 2.2


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle, open or filled."""

    x: float
    y: float
    radius: float
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `closed` joins the ends, `filled` fills what it encloses."""

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class HalfDisc:
    """The left half of a filled circle."""

    x: float
    y: float
    radius: float


Shape = Ring | Stroke | HalfDisc

_CIRCLE = Ring(12, 12, 10)
_TRIANGLE = Stroke(((12, 21.5), (22.5, 3), (1.5, 3)), closed=True)
_EXCLAMATION = (Stroke(((12, 15.5), (12, 9.5))), Ring(12, 6.2, 1.5, filled=True))
_SHIELD = Stroke(
    ((12, 22.5), (20.5, 19), (20.5, 11), (17.5, 5.5), (12, 1.5), (6.5, 5.5), (3.5, 11), (3.5, 19)),
    closed=True,
)

_SHAPES: dict[StatusIcon | CalloutKind, tuple[Shape, ...]] = {
    StatusIcon.DONE: (_CIRCLE, Stroke(((7, 12), (10.7, 8.2), (17, 15.2)))),
    StatusIcon.PARTLY: (_CIRCLE, HalfDisc(12, 12, 6.5)),
    StatusIcon.ACTIVE: (_CIRCLE, Ring(12, 12, 3.4, filled=True)),
    StatusIcon.PLANNED: (_CIRCLE, Stroke(((12, 18), (12, 12), (16, 9.5)))),
    StatusIcon.PAUSED: (_CIRCLE, Stroke(((9.3, 16), (9.3, 8))), Stroke(((14.7, 16), (14.7, 8)))),
    StatusIcon.STOPPED: (_CIRCLE, Stroke(((8.5, 15.5), (15.5, 8.5))), Stroke(((15.5, 15.5), (8.5, 8.5)))),
    StatusIcon.OPEN: (_CIRCLE,),
    StatusIcon.ATTENTION: (_TRIANGLE, *_EXCLAMATION),
    StatusIcon.LATE: (_CIRCLE, Stroke(((12, 18), (12, 11.2))), Ring(12, 7.4, 1.5, filled=True)),
    StatusIcon.QUESTION: (
        _CIRCLE,
        Stroke(
            (
                (8.8, 14.6),
                (9.6, 16.6),
                (12, 17.6),
                (14.4, 16.6),
                (15, 14.6),
                (13.6, 12.6),
                (12, 11.4),
                (12, 10),
            )
        ),
        Ring(12, 6.6, 1.4, filled=True),
    ),
    CalloutKind.INFO: (_CIRCLE, Stroke(((12, 12.5), (12, 6.5))), Ring(12, 16.6, 1.5, filled=True)),
    CalloutKind.WARN: (_TRIANGLE, *_EXCLAMATION),
    CalloutKind.SAFETY: (_SHIELD, Stroke(((12, 17.5), (12, 11.2))), Ring(12, 7.4, 1.5, filled=True)),
}

_BOX = Stroke(((3, 3), (21, 3), (21, 21), (3, 21)), closed=True)
_TICK = Stroke(((7, 12), (10.7, 8.2), (17.2, 16)))


@dataclass(frozen=True, slots=True)
class Place:
    """Lower left corner, size and colour of a sign, in points."""

    x: float
    y: float
    size: float
    colour: str


def draw_icon(canvas: TaggedCanvas, icon: StatusIcon | CalloutKind, place: Place) -> None:
    """Draw one sign; outside a mark it becomes an artifact."""
    _draw(canvas, _SHAPES[icon], place)


def draw_check_box(canvas: TaggedCanvas, place: Place, *, checked: bool) -> None:
    """Draw a box to tick, with its tick when it is checked."""
    _draw(canvas, (_BOX, _TICK) if checked else (_BOX,), place)


def _draw(canvas: TaggedCanvas, shapes: tuple[Shape, ...], place: Place) -> None:
    canvas.saveState()
    canvas.translate(place.x, place.y)
    canvas.scale(place.size / _FIELD, place.size / _FIELD)
    canvas.setLineWidth(_STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(HexColor(place.colour))
    canvas.setFillColor(HexColor(place.colour))
    for shape in shapes:
        _draw_shape(canvas, shape)
    canvas.restoreState()


def _draw_shape(canvas: TaggedCanvas, shape: Shape) -> None:
    if isinstance(shape, Ring):
        canvas.circle(shape.x, shape.y, shape.radius, stroke=not shape.filled, fill=shape.filled)
        return
    path = canvas.beginPath()
    if isinstance(shape, HalfDisc):
        box = (shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius)
        path.arc(*box, startAng=90, extent=180)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        return
    path.moveTo(*shape.points[0])
    for point in shape.points[1:]:
        path.lineTo(*point)
    if shape.closed:
        path.close()
    canvas.drawPath(path, stroke=1, fill=shape.filled)
