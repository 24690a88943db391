"""A ReportLab canvas that says of everything on a page what it means, or that it is decoration.

Painting goes inside `content(tag)`; containers nest with `container(tag)`. What is painted outside them
becomes an artifact when the next mark opens, so lines and backgrounds need no care. Text outside a tag or
an explicit `artifact()` is a mistake of the program and raises `UntaggedTextError`.

ReportLab is pinned exactly, because this class overrides and calls private methods of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFFormXObject, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from planbureau.documents.tagging.elements import AnnotationMark, Element, ElementTree, Mark
from planbureau.documents.tagging.info import UndatedInfo
from planbureau.documents.tagging.tags import Tag
from planbureau.documents.tagging.tree import write_tree
from planbureau.documents.tagging.xmp import xmp_packet

_PAINTS = re.compile(r"(?:^|\s)(?:[SsFfBb]\*?|sh|Do|Tj|TJ|EI|'|\")(?=\s|$)")
_SHOWS_TEXT = re.compile(r"\)\s*Tj\b|\]\s*TJ\b")


class UntaggedTextError(AssertionError):
    """Text was drawn outside every tag: a screen reader would never say it."""


class _MarkedPage(PDFPage):  # type: ignore[misc]  # ReportLab has no types
    """A page dictionary that may also hold the keys for tagging."""

    __NoDefault__ = (*PDFPage.__NoDefault__, "StructParents", "Tabs")


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Draws one document; `save` writes its structure tree and metadata."""

    def __init__(self, target: object, page_size: tuple[float, float], language: str, font: str) -> None:
        self.tree = ElementTree()
        self._containers = [self.tree.root]
        self._marked: list[Element] = []
        self._leaf: Element | None = None
        self._loose_from = 0
        self._bookmarks = 0
        self._forms: dict[str, str] = {}
        self._muted = False
        super().__init__(
            target,
            pagesize=page_size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            initialFontName=font,
            lang=language,
        )
        self._doc.info = UndatedInfo()
        self._start_marks()

    # ---- marks --------------------------------------------------------------------------------------

    @contextmanager
    def container(self, tag: Tag | None) -> Iterator[None]:
        """Everything inside belongs to `tag`; None opens nothing."""
        if tag is None or self._muted:
            yield
            return
        self._containers.append(self.tree.element(tag, self._containers[-1]))
        try:
            yield
        finally:
            self._containers.pop()

    @contextmanager
    def content(self, tag: Tag) -> Iterator[Element]:
        """Paint what a screen reader says for `tag`. Does not nest."""
        if self._muted:
            yield self.tree.root
            return
        self._expect_no_leaf()
        self._close_loose()
        element = self.tree.element(tag, self._containers[-1])
        page, mcid = self._doc.thisPageName(), len(self._marked)
        self._marked.append(element)
        element.kids.append(Mark(page, mcid))
        element.page = element.page or page
        spoken = f" /ActualText {_hex_text(tag.actual)}" if tag.actual else ""
        self._code.append(f"/{tag.role} <</MCID {mcid}{spoken}>> BDC")
        self._leaf = element
        try:
            yield element
        finally:
            self._end_mark()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Paint what is no content: page foot (kind "Pagination"), a table head that returns."""
        self._expect_no_leaf()
        self._close_loose()
        self._code.append(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        self._leaf = self.tree.root
        try:
            yield
        finally:
            self._end_mark()

    @contextmanager
    def repeated(self) -> Iterator[None]:
        """Paint again what was said before (a table head on the next page): all tags inside are ignored."""
        with self.artifact():
            self._muted = True
            try:
                yield
            finally:
                self._muted = False

    def touch(self, tag: Tag) -> None:
        """Make the element even when nothing is painted for it: an empty cell keeps its table regular."""
        if not self._muted:
            self.tree.element(tag, self._containers[-1])

    def link(self, address: str, rect: tuple[float, float, float, float], spoken: str) -> None:
        """Make `rect` (points, from the lower left of the page) lead to `address`; inside content(Link)."""
        if self._muted:
            return
        if self._leaf is None or self._leaf.tag.role != "Link":
            raise UntaggedTextError("a link outside a Link element")
        name = f"Link{self._annotationCount + 1}"
        mark = AnnotationMark(self._doc.thisPageName(), self._doc.annotationName(name))
        action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(list(rect)),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "A": action,
            "Contents": PDFString(spoken),
            "StructParent": self.tree.add_annotation(self._leaf, mark),
        }
        self._addAnnotation(PDFDictionary(entries), name)

    def add_bookmark(self, title: str, level: int, top: float) -> None:
        """Add a line to the reader's table of contents; level 0 is the highest, and none may be skipped."""
        if self._muted:
            return
        self._bookmarks += 1
        key = f"bookmark{self._bookmarks}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level)

    def stored_form(self, key: str, make: Callable[[], PDFFormXObject]) -> str:
        """Return the name for `doForm` of a picture that is kept once in the file under `key`."""
        name = self._forms.get(key)
        if name is None:
            name = self._forms[key] = f"picture{len(self._forms) + 1}"
            self._doc.addForm(name, make())
        return name

    # ---- pages --------------------------------------------------------------------------------------

    def showPage(self) -> None:
        self._expect_no_leaf()
        self._close_loose()
        super().showPage()

    def _startPage(self) -> None:
        super()._startPage()
        self._start_marks()

    def _setAnnotations(self, page: PDFPage) -> None:
        super()._setAnnotations(page)
        if not isinstance(page, PDFPage):
            return
        page.__class__ = _MarkedPage
        page.Tabs = PDFName("S")
        page.StructParents = self.tree.add_page(self._marked)

    def save(self) -> None:
        if self._code:
            self.showPage()
        write_tree(self._doc, self.tree)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.Catalog.Metadata = xmp_packet(self._doc)
        super().save()

    # ---- inside -------------------------------------------------------------------------------------

    def _start_marks(self) -> None:
        self._marked, self._leaf, self._loose_from = [], None, len(self._code)

    def _expect_no_leaf(self) -> None:
        if self._leaf is not None:
            raise UntaggedTextError(f"a mark is still open: {self._leaf.tag.role}")

    def _end_mark(self) -> None:
        self._code.append("EMC")
        self._loose_from = len(self._code)
        self._leaf = None

    def _close_loose(self) -> None:
        """Wrap what was painted since the last mark as an artifact."""
        loose = "\n".join(self._code[self._loose_from :])
        if _PAINTS.search(loose):
            if _SHOWS_TEXT.search(loose):
                raise UntaggedTextError(f"text outside every tag on page {self.getPageNumber()}")
            self._code.insert(self._loose_from, "/Artifact BMC")
            self._code.append("EMC")
        self._loose_from = len(self._code)


def _hex_text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
