"""Which charge point an address names."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote_to_bytes

PREFIXES = ("ocpp", "ocppj")
MAX_BYTES = 255
MAX_CHARACTERS_2X = 48  # OCPP 2.0.1 part 4, section 3.1.1: identifierString of at most 48 characters, without a colon


class NoIdentity(Exception):
    """The address names no charge point."""


class UnusableIdentity(Exception):
    """The name in the address is not printable text of at most 255 bytes."""


@dataclass(frozen=True, slots=True)
class Address:
    """What a charge point's request target says: who it is, and whether the path is one we advertise."""

    identity: str
    is_odd: bool


def read_address(target: str, parameter: str = "") -> Address:
    """Take the identity from a request target such as ``/ocpp/CP%201?x=y``.

    The last non-empty path segment, percent-decoded once (OCPP-J 1.6, section 3.1.1); with ``parameter`` the query
    parameter of that name, where it is given. Raises NoIdentity and UnusableIdentity.
    """
    path, _, query = target.partition("?")
    prefix, *segments = [segment for segment in path.split("/") if segment] or [""]
    is_bare = not segments and prefix in ("", *PREFIXES)
    named = dict(parse_qsl(query, errors="surrogateescape")).get(parameter, "") if parameter else ""
    if named:
        return Address(_printable(named.encode(errors="surrogateescape")), is_odd=not is_bare)
    if is_bare:
        raise NoIdentity
    is_odd = len(segments) != 1 or prefix not in PREFIXES
    return Address(_printable(unquote_to_bytes(segments[-1] if segments else prefix)), is_odd)


def read_followed(target: str) -> str:
    """The identity that a central system names: ``/cs/{identity}``. Raises NoIdentity and UnusableIdentity."""
    segments = [segment for segment in target.partition("?")[0].split("/") if segment]
    if len(segments) != 2 or segments[0] != "cs":
        raise NoIdentity
    return _printable(unquote_to_bytes(segments[1]))


def is_odd_for(version: str, identity: str) -> bool:
    """Whether OCPP 2.x forbids this identity: a colon, or more than 48 characters."""
    return version.startswith("ocpp2") and (":" in identity or len(identity) > MAX_CHARACTERS_2X)


def _printable(name: bytes) -> str:
    try:
        identity = name.decode()
    except UnicodeDecodeError as error:
        raise UnusableIdentity from error
    if len(name) > MAX_BYTES or not identity.isprintable():
        raise UnusableIdentity
    return identity
