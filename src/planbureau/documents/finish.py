"""The last step of a print: as it is, locked with a password for mail, or as an archive copy.

Only an archive copy carries the plan as data, and only because somebody chose it: whoever has the file has
the data. pikepdf writes the files; ReportLab's own encryption is never used.
"""

from __future__ import annotations

import secrets
import struct
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from planbureau.errors import InvalidInputError

ATTACHMENT_NAME = "plan.json"
_PROFILE_DATE = slice(24, 36)
"""Where a colour profile says when it was made (ICC.1, 7.2): six numbers of two bytes, year first."""
SHORTEST_PASSWORD = 8


def plain(pdf: bytes) -> bytes:
    """Return the PDF/UA-1 file in a compact form; the same bytes in give the same bytes out."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return _saved(document, deterministic_id=True)


def mail(pdf: bytes, password: str) -> bytes:
    """Return the file encrypted with AES-256 (PDF 2.0 security handler, revision 6).

    A screen reader may read it, and who knows the password may print and copy. Raises
    `InvalidInputError` when the password is shorter than eight signs.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise InvalidInputError(
            f"Dit wachtwoord is korter dan {SHORTEST_PASSWORD} tekens.",
            "Het bestand is niet gemaakt. Kies een langer wachtwoord en geef dat niet in dezelfde mail door.",
        )
    lock = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(32), R=6, aes=True, metadata=True)
    with pikepdf.open(BytesIO(pdf)) as document:
        return _saved(document, encryption=lock)


def archive(pdf: bytes, plan_json: bytes) -> bytes:
    """Return the file as PDF/A-3a with PDF/UA-1, with the plan's portable JSON attached (ISO 19005-3)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        _attach(document, plan_json)
        _add_output_intent(document)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["pdfaid:part"] = "3"
            metadata["pdfaid:conformance"] = "A"
        return _saved(document, deterministic_id=True)


def attachment(pdf: bytes) -> bytes | None:
    """Return the plan's JSON from an archive copy, or None when the file carries none or cannot be read."""
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            if ATTACHMENT_NAME not in document.attachments:
                return None
            return bytes(document.attachments[ATTACHMENT_NAME].get_file().read_bytes())
    except (pikepdf.PdfError, pikepdf.PasswordError):  # cut off, or locked with a password
        return None


def _attach(document: pikepdf.Pdf, plan_json: bytes) -> None:
    """Attach the data, and name its relation to the document (ISO 19005-3, 6.8)."""
    attached = pikepdf.AttachedFileSpec(
        document,
        plan_json,
        filename=ATTACHMENT_NAME,
        mime_type="application/json",
        description="Het plan als gegevensbestand voor Planbureau",
        creation_date="",
        mod_date="",
    )
    attached.relationship = Name.Data
    document.attachments[ATTACHMENT_NAME] = attached
    document.Root.AF = Array([document.attachments[ATTACHMENT_NAME].obj])


def _add_output_intent(document: pikepdf.Pdf) -> None:
    """Say what the colours mean: sRGB (ISO 19005-3, 6.2.3)."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # The library writes the second in which it runs: the same plan would give another file a second later.
    made[_PROFILE_DATE] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    profile = document.make_stream(bytes(made))
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def _saved(
    document: pikepdf.Pdf,
    *,
    encryption: pikepdf.Encryption | None = None,
    deterministic_id: bool = False,
) -> bytes:
    target = BytesIO()
    document.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        min_version="1.7",
        deterministic_id=deterministic_id,
        encryption=encryption or False,
    )
    return target.getvalue()
