"""What a client of the central system's side may ask for, in ``relay.v1``."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, model_validator

Role = Literal["watch", "answer", "standby"]
Label = Annotated[str, StringConstraints(max_length=100)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Ref = Label | int


class Unreadable(Exception):
    """The request is not JSON, has an unknown type, or lacks what its type needs."""

    def __init__(self, of: str | None = None, ref: str | int | None = None) -> None:
        super().__init__(of, ref)
        self.of = of
        self.ref = ref


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Attach(_Request):
    """Who follows from now on, as what, and from which position."""

    type: Literal["attach"] = "attach"
    client: Name
    name: Label | None = None
    role: Role = "watch"
    epoch: Label | None = None
    seq: int = Field(0, ge=0)


class Send(_Request):
    """Write one frame to the charge point: text, or bytes in base64."""

    type: Literal["send"] = "send"
    ref: Ref | None = None
    text: str | None = None
    base64: str | None = None
    epoch: Label | None = None
    by: Annotated[str, StringConstraints(max_length=200)] | None = None

    @model_validator(mode="after")
    def _one_content(self) -> Send:
        if (self.text is None) == (self.base64 is None):
            raise ValueError("either text or base64")
        self.content()
        return self

    def content(self) -> bytes:
        """The frame's bytes as they go to the charge point."""
        if self.text is not None:
            return self.text.encode()
        try:
            return base64.b64decode(self.base64 or "", validate=True)
        except binascii.Error as error:
            raise ValueError("not base64") from error


class Claim(_Request):
    """Take the role; with ``unless_held`` only when nobody has it."""

    type: Literal["claim"] = "claim"
    unless_held: bool = False


class Release(_Request):
    """Give the role back and only watch."""

    type: Literal["release"] = "release"


class CloseChargePoint(_Request):
    """End the charge point's connection with a goodbye (RFC 6455, section 7.4: codes an application may send)."""

    type: Literal["close"] = "close"
    code: int = 1000
    reason: str = ""

    @model_validator(mode="after")
    def _sendable(self) -> CloseChargePoint:
        if self.code not in (1000, 1001) and not 3000 <= self.code <= 4999:
            raise ValueError("not a code that may be sent")
        if len(self.reason.encode()) > 123:
            raise ValueError("a reason has at most 123 bytes")
        return self


class Drop(_Request):
    """Cut the charge point's connection without a goodbye."""

    type: Literal["drop"] = "drop"


Request = Attach | Send | Claim | Release | CloseChargePoint | Drop
_requests: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="type")])


def read_request(text: bytes) -> Request:
    """Read one request; raises Unreadable with what could be made out of it."""
    try:
        return _requests.validate_json(text)
    except (ValidationError, UnicodeEncodeError):
        raise _unreadable(text) from None


def _unreadable(text: bytes) -> Unreadable:
    try:
        request = json.loads(text)  # reads what is stricter elsewhere: half a surrogate pair, for one
    except (ValueError, RecursionError):
        return Unreadable()
    if not isinstance(request, dict):
        return Unreadable()
    of, ref = request.get("type"), request.get("ref")
    is_ref = isinstance(ref, str | int) and not isinstance(ref, bool)
    return Unreadable(of if isinstance(of, str) else None, ref if is_ref else None)
