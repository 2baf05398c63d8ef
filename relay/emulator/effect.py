"""What a charge point wants done in the world outside."""

from __future__ import annotations

from dataclasses import dataclass

from relay.emulator.frame import Frame


@dataclass(frozen=True, slots=True)
class Send:
    """This frame goes out."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class HangUp:
    """Close the connection, and come back after so many seconds."""

    back_after: float


@dataclass(frozen=True, slots=True)
class Say:
    """Something a person may want to read."""

    text: str


Effect = Send | HangUp | Say
