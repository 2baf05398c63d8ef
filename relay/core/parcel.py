"""What travels on the bus: one header line, then a body that is passed on unread.

A parcel is ``what for epoch seq …\\n`` and its body. ``for`` is ``*`` (every follower) or the asker it is addressed
to. Fields hold no blanks; envelopes hold no line breaks, so a body may carry several, one a line.

From a session (channel ``relay:{key}:from``)::

    opened * epoch 0                                 body: opened
    cp     * epoch seq                               body: frame from the charge point
    text   * epoch seq                               body: that frame's bare text; while all followers are plain
    cs     * epoch seq                               body: frame from the central system
    role   * epoch seq                               body: role
    closed * epoch seq                               body: closed
    alive  asker epoch last stamp role what          body: role; what: the attach, claim … that this answers
    page   asker epoch last after first end          body: opened, frames first … last, closed if that was the end
    none   asker epoch 0                             that session is not this one, or not kept here
    refused asker epoch 0                            body: refused
    replaced asker epoch 0

To a session (channels ``relay:{key}:to`` and ``relay:{key}:ended``)::

    announce epoch at fresh|found
    attach asker stamp                               body: JSON of who attaches; what a stamp is, Roster.stamp tells
    ask    asker epoch after
    text   asker                                     body: the frame, of a plain client
    binary asker                                     body: the frame, of a plain client
    request asker                                    body: the client's send, close or drop
    claim | claim-unheld | release | leave asker
"""

from __future__ import annotations

EVERYONE = b"*"


def parcel(*fields: object, body: bytes = b"") -> bytes:
    """Join the fields of a header and a body; fields are bytes, text or numbers without blanks."""
    return b" ".join([field if isinstance(field, bytes) else str(field).encode() for field in fields]) + b"\n" + body


def unpack(packed: bytes) -> tuple[list[bytes], bytes]:
    """The header's fields and the body."""
    header, _, body = packed.partition(b"\n")
    return header.split(b" "), body
