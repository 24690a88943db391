"""Fixtures of the document tests."""

from __future__ import annotations

import pytest
from tests.documents.samples import EASY, PROFESSIONAL, FakePictograms

from planbureau.documents.pdf import render


@pytest.fixture(scope="session")
def professional_pdf() -> bytes:
    """The document with every block of the professional edition."""
    return render(PROFESSIONAL, FakePictograms())


@pytest.fixture(scope="session")
def easy_pdf() -> bytes:
    """The document with every block of the easy edition."""
    return render(EASY, FakePictograms())
