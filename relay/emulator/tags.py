"""The cards an emulated charge point knows without asking."""

from __future__ import annotations

from relay.emulator import timestamp
from relay.emulator.configuration import Configuration
from relay.emulator.frame import Payload

MOST_IN_LIST = 1000
MOST_AT_ONCE = 100
MOST_REMEMBERED = 1000


class Tags:
    """The list the central system sent, and before it the cache of its answers (OCPP 1.6, 3.5)."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._cache: dict[str, Payload] = {}
        self._list: dict[str, Payload] = {}
        self.version = 0

    def is_known_here(self, id_tag: str, at: float) -> bool:
        """Whether this card may charge without asking (LocalPreAuthorize)."""
        known = self._list.get(id_tag) or self._cache.get(id_tag, {})
        expires = timestamp.to_seconds(known.get("expiryDate"))
        is_good = known.get("status") == "Accepted" and (expires is None or at < expires)
        return self._configuration.is_on("LocalPreAuthorize") and is_good

    def learn(self, id_tag: str, answer: Payload | None) -> str | None:
        """Remember what the central system said of a card; returns its status, None where it said nothing readable."""
        about = (answer or {}).get("idTagInfo")
        status = about.get("status") if isinstance(about, dict) else None
        if not isinstance(about, dict) or not isinstance(status, str):
            return None
        if self._configuration.is_on("AuthorizationCacheEnabled") and len(self._cache) < MOST_REMEMBERED:
            self._cache[id_tag] = about
        return status

    def clear_cache(self) -> bool:
        """False when there is no cache to clear."""
        self._cache.clear()
        return self._configuration.is_on("AuthorizationCacheEnabled")

    def update(self, version: int, kind: str, entries: list[Payload]) -> str:
        """The status of SendLocalList (OCPP 1.6, 5.15)."""
        if not self._configuration.is_on("LocalAuthListEnabled"):
            return "NotSupported"
        if kind == "Differential" and version <= self.version:
            return "VersionMismatch"
        names = [it["idTag"] for it in entries]
        if len(entries) > MOST_AT_ONCE or len(set(names)) < len(names):
            return "Failed"
        updated = dict(self._list) if kind == "Differential" else {}
        updated.update({it["idTag"]: it.get("idTagInfo", {}) for it in entries})
        updated = {name: about for name, about in updated.items() if about}
        if len(updated) > MOST_IN_LIST:
            return "Failed"
        self._list, self.version = updated, version
        return "Accepted"

    @property
    def list_version(self) -> int:
        """The answer to GetLocalListVersion: -1 where there are no lists (OCPP 1.6, 5.10)."""
        return self.version if self._configuration.is_on("LocalAuthListEnabled") else -1
