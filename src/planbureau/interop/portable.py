"""The portable file: one client or one plan with everything that belongs to it, as JSON.

Version 1. Ids are kept, attachments stand in base64, history does not travel. The same content always
gives the same bytes. `docs/uitwisselbestand.md` describes it for others.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planbureau.errors import ImportFileError

VERSION = 1
SUBJECTS = ("client", "plan")
KEPT = "Er is niets veranderd."


@dataclass(frozen=True)
class PortableFile:
    """What travels: records by kind, each a mapping of fields with its `id`, and the files they name."""

    subject_kind: str
    subject_id: str
    records: Mapping[str, tuple[Mapping[str, Any], ...]]
    attachments: Mapping[str, PortableAttachment] = field(default_factory=dict)  # by SHA-256


@dataclass(frozen=True)
class PortableAttachment:
    """A file that travels along."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


def encode(file: PortableFile) -> bytes:
    """The bytes of a portable file; the same content gives the same bytes."""
    document = {
        "planbureau": VERSION,
        "subject": {"kind": file.subject_kind, "id": file.subject_id},
        "records": {
            kind: sorted((dict(r) for r in records), key=lambda r: str(r["id"]))
            for kind, records in file.records.items()
            if records
        },
        "attachments": {
            digest: {
                "name": item.name,
                "media_type": item.media_type,
                "content": base64.b64encode(item.content).decode(),
            }
            for digest, item in file.attachments.items()
        },
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return (text + "\n").encode()


def decode(content: bytes) -> PortableFile:
    """Reads a portable file. Raises ImportFileError when it is cut off, damaged, foreign or too new."""
    document = _document(content)
    subject = document.get("subject")
    if not isinstance(subject, dict) or subject.get("kind") not in SUBJECTS:
        raise ImportFileError(
            f"In dit bestand staat niet over wie het gaat. {KEPT}", "Vraag een nieuw bestand."
        )
    records = _records(document.get("records"))
    attachments = _attachments(document.get("attachments", {}))
    return PortableFile(str(subject["kind"]), str(subject.get("id", "")), records, attachments)


def _document(content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:  # also bytes that are no text, and endless numbers
        raise ImportFileError(
            f"Dit bestand is niet heel: het is halverwege afgebroken of beschadigd. {KEPT}",
            "Vraag de afzender om het bestand opnieuw te sturen.",
        ) from problem
    if not isinstance(document, dict) or "planbureau" not in document:
        raise ImportFileError(f"Dit is geen bestand van Planbureau. {KEPT}", "Kies een ander bestand.")
    version = document["planbureau"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ImportFileError(f"Het versienummer van dit bestand klopt niet. {KEPT}")
    if version > VERSION:
        raise ImportFileError(
            f"Dit bestand is gemaakt met een nieuwere versie van Planbureau. {KEPT}",
            "Installeer de nieuwste versie en probeer het opnieuw.",
        )
    return document


def _records(found: object) -> dict[str, tuple[Mapping[str, Any], ...]]:
    if not isinstance(found, dict):
        raise ImportFileError(f"In dit bestand ontbreken de gegevens. {KEPT}", "Vraag een nieuw bestand.")
    records: dict[str, tuple[Mapping[str, Any], ...]] = {}
    for kind, items in found.items():
        if not isinstance(items, list) or not all(
            isinstance(item, dict) and isinstance(item.get("id"), str) for item in items
        ):
            raise ImportFileError(
                f"Een deel van dit bestand is niet te lezen ({kind}). {KEPT}", "Vraag een nieuw bestand."
            )
        records[str(kind)] = tuple(items)
    return records


def _attachments(found: object) -> dict[str, PortableAttachment]:
    if not isinstance(found, dict):
        raise ImportFileError(f"De bijlagen in dit bestand zijn niet te lezen. {KEPT}")
    attachments = {}
    for digest, item in found.items():
        try:
            content = base64.b64decode(item["content"], validate=True)
            attachment = PortableAttachment(str(item["name"]), str(item["media_type"]), content)
        except (KeyError, TypeError, binascii.Error, ValueError) as problem:
            raise ImportFileError(f"Een bijlage in dit bestand is beschadigd. {KEPT}") from problem
        if hashlib.sha256(content).hexdigest() != digest:
            raise ImportFileError(
                f"Een bijlage in dit bestand is veranderd of beschadigd. {KEPT}", "Vraag een nieuw bestand."
            )
        attachments[str(digest)] = attachment
    return attachments
