"""What a charge point that was turned away is told about, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody was turned away (a short title) and what to do about it (a sentence)."""

    title: str
    advice: str


NO_IDENTITY = Reason("No identity in the address", "The charger called without a name. Add one: /ocpp/CP1.")
UNUSABLE_IDENTITY = Reason(
    "Unusable identity",
    "The name in the address has characters that cannot be shown, or is longer than 255 bytes. Choose a plain one.",
)
SOAP = Reason(
    "It speaks SOAP, not JSON",
    "The charger sent an HTTP POST, which is OCPP over SOAP. Choose “OCPP-J” or “JSON” in its settings.",
)
PLAIN_GET = Reason(
    "An HTTP request, not a WebSocket",
    "The address works. Something opened it as a web page; a charger must open it as a WebSocket (ws://).",
)
TLS_HELLO = Reason("TLS on a plain port", "The charger tried wss://. Give it the ws:// address.")
NEVER_ENDED = Reason(
    "The handshake never ended",
    "It opened a connection and did not finish its request: "
    "a proxy, a port scan, or a charger that expects another protocol.",
)
NOT_HTTP = Reason(
    "Not an HTTP request", "What it sent is no HTTP request. Check that the charger is set to OCPP-J over WebSocket."
)


def no_common_version(offered: Sequence[str]) -> Reason:
    """What to say when nothing that was offered is known."""
    return Reason("No OCPP version in common", f"It offered {', '.join(offered)}. Choose 1.6, 2.0.1 or 2.1.")


def broken_handshake(fault: str) -> Reason:
    """What to say when the WebSocket handshake itself is wrong; ``fault`` names the header or line."""
    return Reason("A broken WebSocket handshake", f"The charger's request cannot be accepted: {fault}.")
