"""Why the relay ends a connection: one row a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Close:
    """A close code (RFC 6455, section 7.4), what to tell a person, and whether the other side should come back."""

    code: int
    words: str
    come_back: Literal["yes", "no", "later"]


NORMAL = Close(1000, "the connection has served its purpose", "yes")
PROTOCOL_ERROR = Close(1002, "what was sent breaks the WebSocket protocol", "yes")
LOST = Close(1006, "the connection broke without a goodbye", "yes")
NOT_UTF8 = Close(1007, "a text frame was not UTF-8", "yes")
FRAME_TOO_LARGE = Close(1009, "a frame is larger than this relay lets through", "yes")
SILENT = Close(1011, "no sign of life", "yes")
RESTARTING = Close(1012, "the relay is restarting", "yes")
NOT_UNDERSTOOD = Close(4400, "the relay did not understand the first message", "no")
TOKEN = Close(4401, "this relay asks for a token", "no")
NOT_ALLOWED = Close(4403, "connections from this page are not allowed here", "no")
TOO_SLOW = Close(4408, "too much waited to be read; come back for the rest", "yes")
REPLACED = Close(4409, "replaced by a newer connection", "no")
TOO_LARGE = Close(4413, "a message is larger than this relay lets through", "no")
TOO_MANY = Close(4429, "too many connections or attempts", "later")

CLOSES = (
    NORMAL,
    PROTOCOL_ERROR,
    LOST,
    NOT_UTF8,
    FRAME_TOO_LARGE,
    SILENT,
    RESTARTING,
    NOT_UNDERSTOOD,
    TOKEN,
    NOT_ALLOWED,
    TOO_SLOW,
    REPLACED,
    TOO_LARGE,
    TOO_MANY,
)


def as_markdown() -> str:
    """The table of close codes as it stands in ``docs/wire.md``."""
    rows = [f"| {close.code} | {close.words} | {close.come_back} |" for close in CLOSES]
    return "\n".join(["| code | meaning | come back |", "|---|---|---|", *rows])
