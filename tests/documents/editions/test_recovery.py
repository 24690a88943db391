"""The recovery sheet is one page, with the code as it is typed."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.editions.recovery import recovery_document
from planbureau.documents.pdf import render
from planbureau.documents.text_dump import dump
from planbureau.vault.recovery import new_recovery_code

DAY = date(2026, 3, 16)


@pytest.mark.parametrize("organisation", ["", "Zorg Voorbeeld", "Stichting voor zorg en ondersteuning " * 4])
def test_it_is_one_accessible_page_with_the_whole_code(organisation: str) -> None:
    code = new_recovery_code().text
    pdf = render(recovery_document(code, organisation, DAY))
    assert_pdf_ua(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == 1
        assert code not in str(document.docinfo)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert [group for group in code.split("-") if group not in text] == []


def test_the_code_is_in_neither_title_nor_foot() -> None:
    document = recovery_document("ABCD-EFGH-JKLM", "Zorg Voorbeeld", DAY)
    assert "ABCD" in dump(document)
    assert "ABCD" not in document.title + document.subject + "".join(document.footer.texts)
