"""The neutral tree of a printed document: what is said, in which order, and never how it is drawn.

Editions build this tree from a plan; `text_dump` writes it as text, `pdf` draws it. A text is a plain
string, or runs where a part is bold, italic or a link. Size, colour and font follow from the `Edition`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planbureau.documents.card_blocks import Card, CardKind, CardSheets, PictureCard, PictureGrid
from planbureau.documents.vocabulary import (
    Align,
    Bar,
    BarFill,
    Bars,
    CalloutKind,
    Edition,
    KeyValueLayout,
    Ladder,
    LadderStep,
    PaperSize,
    Run,
    StatusIcon,
    Text,
    TextStyle,
    Tone,
    is_empty,
    plain,
)

if TYPE_CHECKING:  # keeps this module free of every other room when it runs
    from planbureau.pictograms.values import StoredPicture
    from planbureau.views.series import GoalPicture

__all__ = [  # the whole vocabulary of a document comes from this one module
    "Align", "Bar", "BarFill", "Bars", "Block", "BulletList", "Callout", "CalloutKind", "Card",
    "CardKind", "CardSheets", "Cell", "CellContent", "CheckItem", "CheckList", "Column", "Cover",
    "Divider", "Document", "Edition", "Figure", "Footer", "GoalFigure", "Heading", "IdeaDetail",
    "IdeaRow", "KeepTogether", "KeyValueLayout", "KeyValues", "Ladder", "LadderStep", "ListItem",
    "Matrix", "MatrixCell", "MatrixRow", "NumberedList", "Page", "PageBreak", "Pair", "PaperSize",
    "Paragraph", "PictureCard", "PictureGrid", "PictureRow", "Run", "SignatureBlock", "SignatureBox",
    "Status", "StatusIcon", "StatusLine", "Table", "Text", "TextStyle", "Tone", "is_empty", "plain",
]  # fmt: skip


@dataclass(frozen=True)
class Page:
    """The sheet, also on its side; a `narrow` one has small margins, for what must be seen as a whole.

    A sheet `to_cut` has no margins, title or foot of its own: what is cut from it carries its own.
    """

    size: PaperSize = PaperSize.A4
    landscape: bool = False
    narrow: bool = False
    to_cut: bool = False


@dataclass(frozen=True)
class Status:
    """A sign, a word and a colour family that say the same thing ("behaald", "loopt", "te laat")."""

    icon: StatusIcon
    word: str
    tone: Tone = Tone.IDLE


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4, with a status behind it. Level 1 is below the document's own title."""

    level: int
    text: str
    pictogram: str = ""
    status: Status | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 4:
            raise ValueError(f"heading level {self.level} is not 1 to 4")


@dataclass(frozen=True)
class Paragraph:
    """A text of any length; an empty line in it starts a new paragraph, a single newline a new line."""

    text: Text
    style: TextStyle = TextStyle.BODY
    language: str = ""


@dataclass(frozen=True)
class ListItem:
    """One item: its text, blocks below it (also lists), and an own label ("1a") for bullet or number."""

    text: Text
    blocks: tuple[Block, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class BulletList:
    items: tuple[ListItem | str, ...]


@dataclass(frozen=True)
class NumberedList:
    """Numbered from `start`; an item with a label of its own shows that label."""

    items: tuple[ListItem | str, ...]
    start: int = 1


@dataclass(frozen=True)
class CheckItem:
    text: Text
    checked: bool = False


@dataclass(frozen=True)
class CheckList:
    """Lines with a box at the left, ticked or empty: for choices, and to tick with a pen."""

    items: tuple[CheckItem, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its title and its share of the width.

    Neighbours with the same `group` get that title together, in a heading row above.
    """

    title: str
    width: float = 1.0
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True)
class Cell:
    """Blocks in a table cell; `span` is the number of columns that the cell takes."""

    blocks: tuple[Block, ...] = ()
    span: int = 1


CellContent = Text | Status | Cell


@dataclass(frozen=True)
class Table:
    """A table with column headings that return on each page. `row_headers`: the first cell names its row.

    `write_mm` is the height of a row with no words of its own, to write in by hand; `row_mm` the least of
    every row; `ruled` draws lines between columns and keeps rows whole. Long texts do not belong in a table.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[CellContent, ...], ...]
    caption: str = ""
    row_headers: bool = False
    empty_text: str = "Nog niets ingevuld."
    write_mm: float = 0.0
    row_mm: float = 0.0
    ruled: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            taken = sum(cell.span if isinstance(cell, Cell) else 1 for cell in row)
            if taken != len(self.columns):
                raise ValueError(f"a row of {taken} cells in a table of {len(self.columns)} columns")


@dataclass(frozen=True)
class MatrixCell:
    """What holds for one row and one column: any number of signs, and a short text below them."""

    statuses: tuple[Status, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class MatrixRow:
    header: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class Matrix:
    """Result areas (rows) by people (columns). `corner` names what the rows are."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    caption: str = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"matrix row {row.header!r}: not one cell for each column")


@dataclass(frozen=True)
class StatusLine:
    """One status on a line of its own, with an optional explanation behind it."""

    status: Status
    text: Text = ""


@dataclass(frozen=True)
class PictureRow:
    """One or more small pictograms at the left and a text at the right.

    A photo (bytes of a PNG or JPEG) of whom the row is about stands in the place of the pictograms; `large`
    gives both more room, so that a face can be recognised.
    """

    pictograms: tuple[str, ...]
    text: Text
    style: TextStyle = TextStyle.BODY
    photo: bytes = b""
    photo_alt: str = ""
    large: bool = False

    def __post_init__(self) -> None:
        if self.photo and not self.photo_alt.strip():
            raise ValueError("a photo needs a text that replaces it")


@dataclass(frozen=True)
class IdeaDetail:
    """A short answer below an idea: "Wie helpt" - "Fatima", with an optional small pictogram."""

    label: str
    text: Text
    pictogram: str = ""


@dataclass(frozen=True)
class IdeaRow:
    """The unit of the easy edition: one large pictogram, one idea in large type, and who helps and when."""

    pictogram: str
    text: Text
    details: tuple[IdeaDetail, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A picture (bytes of a PNG or JPEG) or a drawing, with the words that replace it in `alt`."""

    content: bytes | StoredPicture
    alt: str
    width_mm: float = 80.0
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs a text that replaces it")


@dataclass(frozen=True)
class GoalFigure:
    """A goal over time: scores as points and lines, feelings and what was noticed in strips below."""

    picture: GoalPicture


@dataclass(frozen=True)
class SignatureBox:
    """Who agreed or not, in which capacity, and how that was given; or an open line to sign on.

    `outcome` and `note` come from the consent record ("Akkoord, mondeling, 3 maart 2026"); with
    `sign_here` there is room for a date and a signature.
    """

    name: str
    capacity: str
    outcome: str = ""
    note: str = ""
    sign_here: bool = False


@dataclass(frozen=True)
class SignatureBlock:
    """Signature boxes, two beside each other where the sheet is wide enough."""

    boxes: tuple[SignatureBox, ...]


@dataclass(frozen=True)
class Pair:
    """A label and its value; an empty value prints the document's word for "not filled in"."""

    label: str
    value: Text


@dataclass(frozen=True)
class KeyValues:
    pairs: tuple[Pair, ...]
    layout: KeyValueLayout = KeyValueLayout.TABLE
    empty_text: str = "–"


@dataclass(frozen=True)
class Callout:
    """A text in a coloured box with a sign and a title; `blocks` follow below the text."""

    kind: CalloutKind
    title: str
    text: Text = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Divider:
    """A thin line between two subjects."""


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class KeepTogether:
    """Blocks that stay on one page when they fit on one."""

    blocks: tuple[Block, ...]


Block = (
    Heading | Paragraph | BulletList | NumberedList | CheckList | Table | Matrix | StatusLine
    | PictureRow | IdeaRow | PictureGrid | CardSheets | Figure | Bars | Ladder | GoalFigure
    | SignatureBox | SignatureBlock | KeyValues | Callout | Divider | PageBreak | KeepTogether
)  # fmt: skip


@dataclass(frozen=True)
class Cover:
    """What stands above the first text: who made it, the name of the document, of whom it is, key facts.

    The title of the document itself is `Document.title`; with `full_page` the text starts on page 2. A
    photo (bytes of a PNG or JPEG) stands in the place of the pictogram.
    """

    organisation: str = ""
    subtitle: str = ""
    facts: tuple[Pair, ...] = ()
    status: Status | None = None
    pictogram: str = ""
    full_page: bool = False
    photo: bytes = b""
    photo_alt: str = ""

    def __post_init__(self) -> None:
        if self.photo and not self.photo_alt.strip():
            raise ValueError("a photo needs a text that replaces it")


@dataclass(frozen=True)
class Footer:
    """Short texts at the foot of each page ("De Linde", "Ondersteuningsplan J.B.", "versie 2").

    "bladzijde 2 van 5" follows by itself. `mark` is what nobody may miss on any page ("CONCEPT"); it stands
    in bold above the text.
    """

    texts: tuple[str, ...] = ()
    mark: str = ""
    page_word: str = "bladzijde"
    of_word: str = "van"


@dataclass(frozen=True)
class Document:
    """A whole printed piece.

    `author` is the organisation; `credits` are lines beside the credits of the pictograms in use, which
    follow by themselves.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "nl"
    subject: str = ""
    author: str = ""
    edition: Edition = Edition.PROFESSIONAL
    cover: Cover | None = None
    footer: Footer = Footer()
    credits: tuple[str, ...] = ()
    page: Page = Page()

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title")
