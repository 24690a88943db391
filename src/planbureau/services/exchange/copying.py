"""A portable file as a copy: the same words about the same people, under fresh ids."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planbureau.interop.portable import PortableFile
from planbureau.model.revisions import canonical
from planbureau.model.unit_of_work import new_id
from planbureau.services.exchange.incoming import version_hash


def copied(file: PortableFile) -> PortableFile:
    """The same file with fresh ids everywhere, also inside adopted versions.

    The words of a version stay; its hash is taken anew, and the consents to it go along with it.
    """
    old = [str(record["id"]) for records in file.records.values() for record in records]
    renewal = _Renewal({record_id: new_id() for record_id in (*old, *_parts(file))})
    records = {kind: tuple(renewal.value(record) for record in found) for kind, found in file.records.items()}
    hashes: dict[str, str] = {}
    versions = []
    for version in records.get("plan_version", ()):
        content = canonical(renewal.value(json.loads(version["content"])))
        digest = version_hash(content, version["format_text"])
        hashes[version["content_hash"]] = digest
        versions.append({**version, "content": content, "content_hash": digest})
    consents = [
        {**consent, "content_hash": hashes.get(consent.get("content_hash", ""), "")}
        for consent in records.get("consent", ())
    ]
    renewed: dict[str, tuple[Mapping[str, Any], ...]] = {**records}
    for kind, found in (("plan_version", versions), ("consent", consents)):
        if found:
            renewed[kind] = tuple(found)
    return PortableFile(file.subject_kind, renewal.fresh[file.subject_id], renewed, file.attachments)


def _parts(file: PortableFile) -> Iterator[str]:
    """The ids of addresses and numbers: a mark "niet voor ..." is about one of them."""
    for person in file.records.get("person", ()):
        for part in (*person.get("addresses", ()), *person.get("contacts", ())):
            yield str(part["id"])


@dataclass(frozen=True)
class _Renewal:
    """Puts fresh ids in the place of old ones, also in keys, in front of a part and behind a question.

    "plan:field" is about a part of a plan, "question/goal" the answer about one goal.
    """

    fresh: Mapping[str, str]

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            head, sign, rest = value.partition(":")
            return f"{self.fresh.get(head, head)}{sign}{self._last(rest)}" if sign else self._last(value)
        if isinstance(value, list):
            return [self.value(part) for part in value]
        if isinstance(value, dict):
            return {self._last(key): self.value(part) for key, part in value.items()}
        return value

    def _last(self, text: str) -> str:
        question, slash, last = text.rpartition("/")
        return f"{question}{slash}{self.fresh.get(last, last)}"
