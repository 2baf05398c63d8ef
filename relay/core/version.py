"""Which OCPP version a connection speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

VERSIONS = ("ocpp1.2", "ocpp1.5", "ocpp1.6", "ocpp2.0", "ocpp2.0.1", "ocpp2.1")


class NoCommonVersion(Exception):
    """Nothing that the charge point offered is an OCPP version."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version by its subprotocol's name; ``is_assumed`` when the charge point named none."""

    name: str
    is_assumed: bool = False


def choose_version(offered: Sequence[str], default: str) -> Version:
    """The first known version in the charge point's order of preference; ``default`` when it offers nothing.

    A client that sent no subprotocol must get none back (RFC 6455, section 4.2.2), so the default is assumed silently.
    Raises NoCommonVersion.
    """
    if not offered:
        return Version(default, is_assumed=True)
    for name in offered:
        if name in VERSIONS:
            return Version(name)
    raise NoCommonVersion
