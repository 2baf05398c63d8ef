"""The kinds of OCPP-J frame, read into values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Payload = dict[str, Any]
"""A JSON object with its keys spelled as the standard spells them. What it holds is known from the action's schema."""


@dataclass(frozen=True, slots=True)
class Call:
    """One side asks the other for an action (OCPP-J 4.2.1)."""

    unique_id: str
    action: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class CallResult:
    """The answer to a Call (OCPP-J 4.2.2). Its payload may be anything: whoever reads it looks before it leaps."""

    unique_id: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class CallError:
    """A Call that could not be carried out (OCPP-J 4.2.3)."""

    unique_id: str
    code: str
    description: str


@dataclass(frozen=True, slots=True)
class OneWay:
    """A SEND of OCPP 2.1: like a Call, but nobody answers it."""

    unique_id: str
    action: str
    payload: Payload


def whole(value: object) -> int | None:
    """A whole number as it came out of JSON, None for anything else; true and false are none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


Frame = Call | CallResult | CallError | OneWay
