"""The structure tree while pages are drawn: which element holds which marks on which page."""

from __future__ import annotations

from dataclasses import dataclass, field

from planbureau.documents.tagging.tags import Tag


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of marked content on a page."""

    page: str
    mcid: int


@dataclass(frozen=True, slots=True)
class AnnotationMark:
    """A link on a page that belongs to an element."""

    page: str
    annotation: str


@dataclass(eq=False, slots=True)
class Element:
    """A structure element of one document; `name` is its PDF object, `box` its place in points."""

    tag: Tag
    parent: Element | None
    name: str
    kids: list[Element | Mark | AnnotationMark] = field(default_factory=list)
    page: str = ""
    box: tuple[float, float, float, float] | None = None


class ElementTree:
    """All elements of one document, and the parent tree that leads from a mark back to its element."""

    def __init__(self) -> None:
        self.root = Element(Tag("Document"), None, "StructElem0")
        self.elements = [self.root]
        self.parents: list[Element | list[Element]] = []
        self._by_tag: dict[int, Element] = {}

    def element(self, tag: Tag, container: Element) -> Element:
        """Return the element of `tag`, made below `container` (or its own parent) at first sight."""
        known = self._by_tag.get(id(tag))
        if known is not None:
            return known
        parent = container if tag.parent is None else self.element(tag.parent, container)
        made = Element(
            tag, parent, f"StructElem{len(self.elements)}"
        )  # keeps the tag alive, so its id is safe
        self._by_tag[id(tag)] = made
        self.elements.append(made)
        parent.kids.append(made)
        return made

    def add_page(self, marked: list[Element]) -> int:
        """Note the elements of one page in the order of their marks; returns the page's key."""
        self.parents.append(list(marked))
        return len(self.parents) - 1

    def add_annotation(self, element: Element, mark: AnnotationMark) -> int:
        """Note a link; returns its key."""
        element.kids.append(mark)
        element.page = element.page or mark.page
        self.parents.append(element)
        return len(self.parents) - 1
