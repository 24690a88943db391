"""The button that plays a recording in a plan, where this computer can."""

from __future__ import annotations

from planbureau.ui.sound import player_for
from planbureau.ui.widgets.sound_button import SoundButton
from planbureau.ui.wizard.desk import Desk


def listen_button(desk: Desk, sha256: str, media_type: str, name: str) -> SoundButton | None:
    """None for what is no sound, and where no player reads from memory."""
    command = player_for(media_type) if media_type.startswith("audio/") else ()
    if not command:
        return None

    def content() -> bytes:
        found: list[bytes] = []
        desk.ask(lambda: found.append(desk.context.workspace.plans.attachment(sha256)))
        return found[0] if found else b""

    button = SoundButton(desk.context.theme, name, command, content)
    button.failed.connect(desk.message_requested)
    return button
