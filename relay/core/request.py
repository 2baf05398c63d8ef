"""What a client of the central system's side may ask for, in ``relay.v1``."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, model_validator

Role = Literal["watch", "answer", "standby"]
MOST_CHARACTERS = 100
Label = Annotated[str, StringConstraints(max_length=MOST_CHARACTERS)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS)]
Epoch = Annotated[
    str, StringConstraints(pattern=r"^\S+$", max_length=MOST_CHARACTERS)
]  # it travels in a parcel's header
Ref = Label | Annotated[int, Field(ge=-(2**53), le=2**53)]  # what a browser's number holds exactly
_label: TypeAdapter[str] = TypeAdapter(Label, config=ConfigDict(strict=True))
_ref: TypeAdapter[str | int] = TypeAdapter(Ref, config=ConfigDict(strict=True))
T = TypeVar("T")


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
    epoch: Epoch | None = None
    seq: Annotated[int, Field(ge=0)] = 0


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
    except ValidationError:
        raise _unreadable(text) from None


def _unreadable(text: bytes) -> Unreadable:
    try:
        request = json.loads(text)  # reads what is stricter elsewhere: half a surrogate pair, for one
    except (ValueError, RecursionError):
        return Unreadable()
    if not isinstance(request, dict):
        return Unreadable()
    return Unreadable(_read(_label, request.get("type")), _read(_ref, request.get("ref")))


def _read(kind: TypeAdapter[T], value: object) -> T | None:
    """What may be said back: a value of its kind, of text that can be written."""
    try:
        return kind.validate_python(value)
    except ValidationError:
        return None
