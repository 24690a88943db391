"""What every print must pass: PDF/UA-1, all text tagged, all fonts embedded. For the tests of any room."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page
import pikepdf


def ua_failures(pdf: bytes) -> list[str]:
    """The PDF/UA-1 rules that the file breaks, as "rule: message"."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def archive_failures(pdf: bytes) -> list[str]:
    """The PDF/A-3a rules that the file breaks."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_3A)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def assert_pdf_ua(pdf: bytes) -> None:
    """Fail unless the file passes PDF/UA-1, all its text is in the structure tree, and fonts are embedded."""
    assert ua_failures(pdf) == []
    assert untagged_text(pdf) == []
    assert loose_fonts(pdf) == []


def untagged_text(pdf: bytes) -> list[str]:
    """Where text is drawn that no structure element holds and that is no artifact."""
    faults = []
    with pikepdf.open(BytesIO(pdf)) as document:
        known = set(_marks(document))
        for number, sheet in enumerate(document.pages):
            for mark in _text_marks(sheet):
                if mark is None:
                    faults.append(f"page {number + 1}: text outside every mark")
                elif mark >= 0 and (sheet.objgen[0], mark) not in known:
                    faults.append(f"page {number + 1}: mark {mark} is in no element")
    return faults


def loose_fonts(pdf: bytes) -> list[str]:
    """The fonts that the file names without carrying them."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = [each for each in document.objects if _is(each, "/Font")]
        return [
            str(font.BaseFont)
            for font in fonts
            if "/FontDescriptor" not in font or "/FontFile2" not in font.FontDescriptor
        ]


def font_names(pdf: bytes) -> set[str]:
    """The fonts in the file, without the prefix of a subset."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return {str(each.BaseFont)[1:].partition("+")[2] for each in document.objects if _is(each, "/Font")}


def roles(pdf: bytes) -> list[str]:
    """The roles of all structure elements, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(element.S)[1:] for element in elements(document)]


def picture_words(pdf: bytes) -> list[str]:
    """The words that stand for each picture, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(element.Alt) for element in elements(document) if str(element.S) == "/Figure"]


def elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All structure elements, in reading order."""
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting.extend(reversed(list(each)))
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield each
            if "/K" in each:
                waiting.append(each.K)


def _is(each: object, kind: str) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == kind


def _marks(document: pikepdf.Pdf) -> Iterator[tuple[Any, int]]:
    """Page object and number of every mark that an element holds."""
    for element in elements(document):
        kids: Any = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield int(element.Pg.objgen[0]), kid
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                yield int(kid.Pg.objgen[0]), int(kid.MCID)


def _text_marks(sheet: pikepdf.Page) -> Iterator[int | None]:
    """For each text that is shown: the number of its mark, -1 in an artifact, None outside every mark."""
    stack: list[int | None] = []
    for each in pikepdf.parse_content_stream(sheet):
        name = str(each.operator)
        if name in {"BMC", "BDC"}:
            stack.append(_mark_number(list(each.operands)))
        elif name == "EMC":
            stack.pop()
        elif name in {"Tj", "TJ"}:
            yield next((mark for mark in reversed(stack) if mark is not None), None)


def _mark_number(operands: list[Any]) -> int | None:
    role, *properties = operands
    if str(role) == "/Artifact":
        return -1
    return int(properties[0].MCID) if properties and "/MCID" in properties[0] else None
