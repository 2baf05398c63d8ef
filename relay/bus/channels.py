"""How channels are spelled: here and nowhere else.

The braces are literal. They are Redis' hash tag (Redis Cluster specification, "Hash tags"): of a name that has
them only what stands between them is hashed, so all channels of one charge point live on one shard.
"""

from __future__ import annotations

from urllib.parse import quote

LOBBY = "relay:lobby"
"""Comings, goings and knocks, for whoever looks at the list of charge points."""

PROBE = "relay:probe"
"""Published to by a process that connects, and read by nobody: finds out at once whether it may publish at all."""


def key_of(identity: str) -> str:
    """The identity as one word of letters, digits, ``-._~`` and ``%``: never with a brace, a blank or a colon."""
    return quote(identity, safe="")


def from_session(key: str) -> str:
    """What a session tells its followers."""
    return f"relay:{{{key}}}:from"


def to_session(key: str) -> str:
    """What clients ask of a live session; only its process listens, so nobody hearing it means: absent."""
    return f"relay:{{{key}}}:to"


def ended(key: str) -> str:
    """Questions about sessions that ended; apart from ``to_session``, where a hearer must mean a live session."""
    return f"relay:{{{key}}}:ended"
