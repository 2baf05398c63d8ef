"""The cards an emulated charge point knows without asking."""

from __future__ import annotations

from relay.emulator import timestamp
from relay.emulator.frame import Payload

MOST_IN_LIST = 1000
MOST_AT_ONCE = 100
MOST_REMEMBERED = 1000


class Tags:
    """The list the central system sent, and before it the cache of its answers (OCPP 1.6, 3.5).

    ``expiry`` is the field of what is known of a card that says until when: OCPP 1.6 and 2.x call it differently.
    """

    def __init__(self, expiry: str) -> None:
        self._expiry = expiry
        self._cache: dict[str, Payload] = {}
        self._list: dict[str, Payload] = {}
        self.version = 0

    @property
    def listed(self) -> int:
        return len(self._list)

    def is_accepted(self, tag: str, at: float) -> bool:
        known = self._list.get(tag) or self._cache.get(tag, {})
        expires = timestamp.to_seconds(known.get(self._expiry))
        return known.get("status") == "Accepted" and (expires is None or at < expires)

    def remember(self, tag: str, about: Payload) -> None:
        if tag in self._cache or len(self._cache) < MOST_REMEMBERED:
            self._cache[tag] = about

    def forget(self, tag: str) -> bool:
        """False when it was not remembered."""
        return self._cache.pop(tag, None) is not None

    def clear_cache(self) -> None:
        self._cache.clear()

    def update(self, version: int, kind: str, entries: list[tuple[str, Payload]]) -> str:
        """The status of SendLocalList (OCPP 1.6, 5.15). An entry about which nothing is said is taken out."""
        if kind == "Differential" and version <= self.version:
            return "VersionMismatch"
        if len(entries) > MOST_AT_ONCE or len(dict(entries)) < len(entries):
            return "Failed"
        updated = dict(self._list) if kind == "Differential" else {}
        updated.update(entries)
        updated = {name: about for name, about in updated.items() if about}
        if len(updated) > MOST_IN_LIST:
            return "Failed"
        self._list, self.version = updated, version
        return "Accepted"


def status_in(about: object) -> str | None:
    """What a central system said of a card; None where it said nothing readable."""
    status = about.get("status") if isinstance(about, dict) else None
    return status if isinstance(status, str) else None
