"""Who has a vault open: the name tag beside the lock."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planbureau.clock import AMSTERDAM

HOLDER_FILE = "vault.holder.json"


@dataclass(frozen=True)
class LockHolder:
    """The process, the computer, the program (in Dutch) and since when."""

    pid: int
    host: str
    app: str
    since: datetime

    def in_words(self) -> str:
        """For people: "Planbureau (venster) op laptop-3, sinds 09:41 op 23-11-2026 (proces 4711)"."""
        moment = self.since.astimezone(AMSTERDAM)
        return f"{self.app} op {self.host}, sinds {moment:%H:%M} op {moment:%d-%m-%Y} (proces {self.pid})"

    def to_json(self) -> bytes:
        """The text of the name tag."""
        since = self.since.isoformat(timespec="seconds")
        return json.dumps({"pid": self.pid, "host": self.host, "app": self.app, "since": since}).encode(
            "utf-8"
        )


def read_holder(folder: Path) -> LockHolder | None:
    """Who said last that it has the vault open; only meaningful while the lock is held."""
    try:
        content = json.loads((folder / HOLDER_FILE).read_bytes())
        return LockHolder(
            pid=int(content["pid"]),
            host=str(content["host"]),
            app=str(content["app"]),
            since=datetime.fromisoformat(content["since"]).astimezone(AMSTERDAM),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
