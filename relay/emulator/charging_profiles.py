"""How much a connector may give, by the profiles that were set (OCPP 1.6, 3.13)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from relay.emulator import timestamp
from relay.emulator.frame import Payload
from relay.emulator.meter import MOST_POWER, PHASES, VOLTAGE

MOST_PROFILES = 20
MOST_STACK_LEVEL = 10
MOST_PERIODS = 24

LONGEST = 10**9
"""Seconds that a schedule may last."""

RECURRENCE = {"Daily": 86_400, "Weekly": 604_800}


@dataclass(frozen=True, slots=True)
class Installed:
    """A profile in the words of OCPP 1.6, and beside it as it came; 2.x gives some of it other names."""

    connector: int
    profile: Payload
    told: Payload

    @property
    def id(self) -> int:
        return int(self.profile["chargingProfileId"])

    @property
    def purpose(self) -> str:
        return str(self.profile["chargingProfilePurpose"])

    @property
    def level(self) -> int:
        return int(self.profile["stackLevel"])

    @property
    def schedule(self) -> Payload:
        schedule: Payload = self.profile["chargingSchedule"]
        return schedule

    @property
    def is_acceptable(self) -> bool:
        periods = self.schedule["chargingSchedulePeriod"]
        seconds = [it["startPeriod"] for it in periods] + [self.schedule.get("duration", 0)]
        has_room = 0 <= self.level <= MOST_STACK_LEVEL and 0 < len(periods) <= MOST_PERIODS
        return has_room and all(0 <= it <= LONGEST for it in seconds)

    def start(self, begun: float, at: float) -> float:
        """When the schedule that is in force ``at`` that time began; ``begun``: when the transaction did."""
        given = timestamp.to_seconds(self.schedule.get("startSchedule"))
        kind = self.profile["chargingProfileKind"]
        if kind == "Relative" or given is None:
            return begun
        every = RECURRENCE.get(str(self.profile.get("recurrencyKind"))) if kind == "Recurring" else None
        return given + (at - given) // every * every if every else given

    def limit(self, begun: float, at: float) -> float | None:
        """W, or None when this profile says nothing about that time."""
        if not self._is_valid(at):
            return None
        passed = at - self.start(begun, at)
        if passed < 0 or passed >= self.schedule.get("duration", math.inf):
            return None
        periods = [it for it in self.schedule["chargingSchedulePeriod"] if it["startPeriod"] <= passed]
        if not periods:
            return None
        period = max(periods, key=lambda it: int(it["startPeriod"]))
        return watts(float(period["limit"]), self.schedule["chargingRateUnit"], period.get("numberPhases"))

    def edges(self, begun: float, since: float, until: float) -> Iterator[float]:
        """The times between at which this profile may change its mind."""
        yield from filter(None, (timestamp.to_seconds(self.profile.get(name)) for name in ("validFrom", "validTo")))
        starts = {self.start(begun, at) for at in (since, *days(since, until), until)}
        for start in starts:
            yield start
            yield from (start + int(it["startPeriod"]) for it in self.schedule["chargingSchedulePeriod"])
            yield start + self.schedule.get("duration", 0)

    def _is_valid(self, at: float) -> bool:
        valid_from = timestamp.to_seconds(self.profile.get("validFrom"))
        valid_to = timestamp.to_seconds(self.profile.get("validTo"))
        return (valid_from is None or valid_from <= at) and (valid_to is None or at <= valid_to)


def watts(limit: float, unit: str, phases: int | None = None) -> float:
    """A limit in A is one for each phase (OCPP 1.6, 7.14); three of them, where nothing else is said."""
    return limit * VOLTAGE * (phases or len(PHASES)) if unit == "A" else limit


def days(since: float, until: float) -> Iterator[float]:
    """A time in each day between, so that no recurrence is missed; at most a month of them."""
    count = min(31, int((until - since) // 86_400))
    yield from (since + 86_400 * (n + 1) for n in range(count))


class ChargingProfiles:
    """Of each purpose the highest stack level that says something counts; of the purposes the lowest limit."""

    def __init__(self) -> None:
        self._installed: list[Installed] = []

    def __iter__(self) -> Iterator[Installed]:
        return iter(self._installed)

    def install(self, connector: int, profile: Payload, told: Payload | None = None) -> bool:
        """False when it may not be: too high, too long, too many, or not at home on this connector."""
        new = Installed(connector, profile, told or profile)
        if not new.is_acceptable or (new.purpose == "ChargePointMaxProfile" and connector != 0):
            return False
        kept = [it for it in self._installed if not replaces(new, it)]
        if len(kept) >= MOST_PROFILES:
            return False
        self._installed = [*kept, new]
        return True

    def clear(self, wanted: Payload) -> bool:
        """Remove what fits every filter that was given (OCPP 1.6, 5.5); False when nothing did."""
        kept = [it for it in self._installed if not fits(it, wanted)]
        found = len(kept) < len(self._installed)
        self._installed = kept
        return found

    def end_of_transaction(self, connector: int) -> None:
        self._installed = [it for it in self._installed if it.purpose != "TxProfile" or it.connector != connector]

    def limit(self, connector: int, begun: float, at: float) -> float:
        """W: what this connector may give now, never more than it can."""
        own = self._highest("TxProfile", {connector}, begun, at)
        if own is None:
            own = self._highest("TxDefaultProfile", {connector}, begun, at)
        if own is None:
            own = self._highest("TxDefaultProfile", {0}, begun, at)
        of_all = self._highest("ChargePointMaxProfile", {0}, begun, at)
        return min(it for it in (own, of_all, MOST_POWER) if it is not None)

    def composite(self, connector: int, begun: float, at: float, duration: int, unit: str) -> Payload:
        """The limits to come, as one schedule (OCPP 1.6, 5.7)."""
        until = at + duration
        edges = {at, *(edge for it in self._installed for edge in it.edges(begun, at, until) if at < edge < until)}
        periods: list[Payload] = []
        for edge in sorted(edges):
            limit = self.limit(connector, begun, edge)
            shown = round(limit / watts(1, unit), 1)
            if not periods or periods[-1]["limit"] != shown:
                periods.append({"startPeriod": round(edge - at), "limit": shown})
        return {"duration": duration, "chargingRateUnit": unit, "chargingSchedulePeriod": periods}

    def _highest(self, purpose: str, connectors: set[int], begun: float, at: float) -> float | None:
        limits = [
            (it.level, limit)
            for it in self._installed
            if it.purpose == purpose and it.connector in connectors and (limit := it.limit(begun, at)) is not None
        ]
        return max(limits)[1] if limits else None


def replaces(new: Installed, old: Installed) -> bool:
    """The same id, or the same place in the stack (OCPP 1.6, 5.16)."""
    return new.id == old.id or (new.purpose, new.level, new.connector) == (old.purpose, old.level, old.connector)


def fits(installed: Installed, wanted: Payload) -> bool:
    if "id" in wanted:
        return installed.id == int(wanted["id"])
    filters = {
        "connectorId": installed.connector,
        "chargingProfilePurpose": installed.purpose,
        "stackLevel": installed.level,
    }
    return all(wanted.get(name, value) == value for name, value in filters.items())
