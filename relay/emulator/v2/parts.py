"""Reports that come in parts (OCPP 2.0.1, B08 and its like)."""

from __future__ import annotations

from relay.emulator.conversation import Conversation
from relay.emulator.frame import Payload


def report(
    talk: Conversation, action: str, request: int, key: str, entries: list[Payload], size: int, at: float
) -> None:
    """Tell ``entries`` under ``key``, ``size`` of them at a time; all parts but the last say that there is more."""
    parts = [entries[start : start + size] for start in range(0, len(entries), size)]
    for number, part in enumerate(parts):
        call: Payload = {"requestId": request, "generatedAt": talk.time(at), "seqNo": number, key: part}
        talk.ask(action, call | ({"tbc": True} if number + 1 < len(parts) else {}))
