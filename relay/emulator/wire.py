"""Frames as text, read and written by the `ocpp` package."""

from __future__ import annotations

import json
from typing import Any

from ocpp import messages
from ocpp.exceptions import OCPPError

from relay.emulator.frame import Call, CallError, CallResult, Frame, OneWay

SPELLED_IN_16 = {
    "FormatViolation": "FormationViolation",
    "OccurrenceConstraintViolation": "OccurenceConstraintViolation",
}
"""The package uses the words of OCPP 2.0.1 (OCPP-J 4.2.3)."""


class Unreadable(Exception):
    """This text is no OCPP-J frame."""


class Broken(Exception):
    """This is a Call that must be refused; ``error`` says so to whoever made it."""

    def __init__(self, error: CallError) -> None:
        super().__init__(error.description)
        self.error = error


async def read(text: str | bytes, version: str) -> Frame:
    """A Call comes back only when it fits its schema; answers are taken as they are, if they are objects at all."""
    match unpack(text):
        case messages.Call(unique_id=str() as unique_id, action=str(), payload=dict()) as call:
            await hold_against_schema(call, version)
            return Call(unique_id, call.action, call.payload)
        case messages.Call(unique_id=str() as unique_id):
            raise broken(unique_id, "FormatViolation", "Not [2, text, text, object]", version)
        case messages.CallResult(unique_id=str() as unique_id, payload=payload):
            return CallResult(unique_id, payload if isinstance(payload, dict) else {})
        case messages.CallError(unique_id=str() as unique_id, error_code=code, error_description=description):
            return CallError(unique_id, str(code), str(description))
        case _:
            raise Unreadable(f"no text as unique id: {shorten(text)}")


def broken(unique_id: str, code: str, cause: str, version: str) -> Broken:
    return Broken(CallError(unique_id, SPELLED_IN_16.get(code, code) if version == "1.6" else code, cause))


def write(frame: Frame) -> str:
    if isinstance(frame, OneWay):  # which the package does not know
        return json.dumps([6, frame.unique_id, frame.action, frame.payload], separators=(",", ":"))
    return str(pack(frame).to_json())


def pack(frame: Call | CallResult | CallError) -> Any:
    match frame:
        case Call(unique_id, action, payload):
            return messages.Call(unique_id, action, payload)
        case CallResult(unique_id, payload):
            return messages.CallResult(unique_id, payload)
        case CallError(unique_id, code, description):
            return messages.CallError(unique_id, code, description, {})


def unpack(text: str | bytes) -> Any:
    try:
        return messages.unpack(text)
    except (OCPPError, ValueError, RecursionError, TypeError) as why:
        raise Unreadable(f"no OCPP frame: {shorten(text)}") from why


async def hold_against_schema(call: Any, version: str) -> None:
    try:
        await messages.validate_payload(call, version)
    except OCPPError as why:
        cause = str((why.details or {}).get("cause", why.description))
        raise broken(call.unique_id, why.code, cause[:255], version) from why
    except (ArithmeticError, TypeError, ValueError) as why:  # NaN, which JSON does not have, and Python reads
        raise broken(call.unique_id, "FormatViolation", "The payload is not understood", version) from why


def shorten(text: str | bytes) -> str:
    shown = text if isinstance(text, str) else repr(text)
    return shown if len(shown) <= 80 else shown[:79] + "…"
