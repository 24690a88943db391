"""Writes the structure tree and its parent tree into a ReportLab document (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from planbureau.documents.tagging.elements import AnnotationMark, Element, ElementTree, Mark

_ROOT = "StructTreeRoot0"


def write_tree(document: Any, tree: ElementTree) -> None:
    """Add every element to `document`, and set the catalog's StructTreeRoot and MarkInfo."""
    for element in tree.elements:
        document.Reference(_dictionary(element), element.name)
    numbers: list[Any] = []
    for key, entry in enumerate(tree.parents):
        numbers.append(key)
        numbers.append(_reference(entry) if isinstance(entry, Element) else PDFArray(map(_reference, entry)))
    root = PDFDictionary(
        {
            "Type": PDFName("StructTreeRoot"),
            "K": _reference(tree.root),
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": len(tree.parents),
        },
    )
    document.Catalog.StructTreeRoot = document.Reference(root, _ROOT)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _reference(element: Element) -> Any:
    return PDFObjectReference(element.name)


def _dictionary(element: Element) -> Any:
    tag = element.tag
    entries: dict[str, Any] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(tag.role),
        "P": _reference(element.parent) if element.parent else PDFObjectReference(_ROOT),
    }
    if element.page:
        entries["Pg"] = PDFObjectReference(element.page)
    if element.kids:
        entries["K"] = PDFArray([_kid(kid, element.page) for kid in element.kids])
    for key, value in (("Alt", tag.alt), ("ActualText", tag.actual), ("Lang", tag.language)):
        if value:
            entries[key] = PDFString(value)
    attributes = _attributes(element)
    if attributes:
        entries["A"] = PDFArray(attributes)
    return PDFDictionary(entries)


def _kid(kid: Element | Mark | AnnotationMark, page: str) -> Any:
    if isinstance(kid, Element):
        return _reference(kid)
    entries: dict[str, Any] = {"Pg": PDFObjectReference(kid.page)}
    if isinstance(kid, AnnotationMark):
        return PDFDictionary(entries | {"Type": PDFName("OBJR"), "Obj": PDFObjectReference(kid.annotation)})
    if kid.page == page:
        return kid.mcid
    return PDFDictionary(entries | {"Type": PDFName("MCR"), "MCID": kid.mcid})


def _attributes(element: Element) -> list[Any]:
    grouped: dict[str, dict[str, Any]] = {
        owner: {key: PDFName(value) if isinstance(value, str) else value for key, value in entries.items()}
        for owner, entries in element.tag.attributes.items()
    }
    if element.box is not None:
        layout = grouped.setdefault("Layout", {})
        layout["Placement"] = PDFName("Block")
        layout["BBox"] = PDFArray([f"{edge:.2f}" for edge in element.box])
    return [PDFDictionary({"O": PDFName(owner)} | entries) for owner, entries in grouped.items() if entries]
