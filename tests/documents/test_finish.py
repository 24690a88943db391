"""The three ways to finish a print."""

from __future__ import annotations

import json
import struct
from io import BytesIO

import pikepdf
import pytest
from tests.pdf_checks import archive_failures, assert_pdf_ua

from planbureau.documents.finish import archive, attachment, mail, plain
from planbureau.documents.preview import open_preview
from planbureau.errors import InvalidInputError

WORD = "een lang geheim"
PLAN = json.dumps({"planbureau": 1, "naam": "Daan Yıldız"}).encode()


def test_plain_passes_pdf_ua_and_is_the_same_each_time(professional_pdf: bytes) -> None:
    finished = plain(professional_pdf)
    assert_pdf_ua(finished)
    assert finished == plain(professional_pdf)
    assert len(finished) < len(professional_pdf)
    assert attachment(finished) is None


def test_mail_is_encrypted_with_aes_256(professional_pdf: bytes) -> None:
    locked = mail(professional_pdf, WORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
    with pikepdf.open(BytesIO(locked), password=WORD) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.allow.accessibility
    with open_preview(locked, WORD) as preview:
        assert "Dit ben ik" in preview.text()
    for secret in (b"Ondersteuningsplan", b"De Linde", b"Daan"):
        assert secret not in locked
        assert secret.decode().encode("utf-16-be") not in locked


def test_mail_wants_a_password_of_eight_signs(professional_pdf: bytes) -> None:
    with pytest.raises(InvalidInputError, match="korter dan 8"):
        mail(professional_pdf, "1234567")


def test_archive_is_pdf_a_and_carries_the_plan(professional_pdf: bytes) -> None:
    kept = archive(professional_pdf, PLAN)
    assert archive_failures(kept) == []
    assert_pdf_ua(kept)
    assert attachment(kept) == PLAN
    assert kept == archive(professional_pdf, PLAN)


def test_nothing_in_an_archive_tells_the_second_in_which_it_was_made(professional_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(archive(professional_pdf, PLAN))) as document:
        profile = bytes(document.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    assert struct.unpack(">6H", profile[24:36]) == (2000, 1, 1, 0, 0, 0)


def test_the_archive_check_notices_a_plain_file(professional_pdf: bytes) -> None:
    assert archive_failures(professional_pdf) != []


def test_the_easy_edition_can_be_archived(easy_pdf: bytes) -> None:
    assert archive_failures(archive(easy_pdf, PLAN)) == []
