"""What an operator sees: metrics, health, and the lines on the terminal."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, generate_latest, multiprocess

if TYPE_CHECKING:
    from relay.server.relay import Relay

frames_log = logging.getLogger("relay.frames")
life_log = logging.getLogger("relay.life")

registry = CollectorRegistry()
CONNECTIONS = Gauge(
    "relay_connections", "Open sockets by side", ["side"], registry=registry, multiprocess_mode="livesum"
)
FRAMES = Counter("relay_frames", "Frames that crossed charge points' sockets", ["sender"], registry=registry)
REFUSALS = Counter("relay_refusals", "Requests of central systems that were refused", ["reason"], registry=registry)
KNOCKS = Counter("relay_knocks", "Connections that were turned away", ["reason"], registry=registry)
REPLAYS = Counter("relay_replays", "Pages of a session's log that were asked for", registry=registry)
SLOW_READERS = Counter("relay_slow_readers", "Sockets ended because they did not read", registry=registry)
SLOWED = Counter("relay_slowed", "Times that a socket was read later because it sent too fast", registry=registry)
BUS_UP = Gauge("relay_bus_up", "Processes whose bus is up", registry=registry, multiprocess_mode="livesum")
LOOP_LAG = Gauge(
    "relay_loop_lag_seconds",
    "By how much the loop was late, worst worker",
    registry=registry,
    multiprocess_mode="livemax",
)


@dataclass(slots=True)
class Counts:
    """Plain numbers for the hot path, handed to the metrics once a second."""

    from_charge_points: int = 0
    from_central_systems: int = 0
    replays: int = 0
    slow_readers: int = 0
    slowed: int = 0


_COUNTERS = {
    "from_charge_points": FRAMES.labels("charge-point"),
    "from_central_systems": FRAMES.labels("central-system"),
    "replays": REPLAYS,
    "slow_readers": SLOW_READERS,
    "slowed": SLOWED,
}


class Watch:
    """Counts what happens, and logs it when asked to."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._turns = 0
        if relay.settings.log_payload:
            frames_log.warning("LOG_PAYLOAD is on: every frame is logged as it is, with the secrets in it.")

    def turn(self) -> None:
        """Bring the metrics up to date, once a second."""
        self._turns += 1
        if self._turns % 4 == 0:
            self.flush()

    def flush(self) -> None:
        """Bring the metrics up to date."""
        relay = self._relay
        for field in fields(Counts):
            _COUNTERS[field.name].inc(getattr(relay.counts, field.name))
            setattr(relay.counts, field.name, 0)
        CONNECTIONS.labels("charge-point").set(len(relay.sessions))
        CONNECTIONS.labels("central-system").set(len(relay.audiences))
        CONNECTIONS.labels("lobby").set(len(relay.lobby))
        BUS_UP.set(relay.bus.is_up)
        LOOP_LAG.set(relay.wheel.lag)

    def metrics(self) -> tuple[bytes, str]:
        """The metrics of all workers in Prometheus' text format, and its content type."""
        self.flush()
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(registry), CONTENT_TYPE_LATEST
        added_up = CollectorRegistry()
        multiprocess.MultiProcessCollector(added_up)  # type: ignore[no-untyped-call]
        return generate_latest(added_up), CONTENT_TYPE_LATEST

    def refused(self, reason: str) -> None:
        """A central system's request was refused."""
        REFUSALS.labels(reason).inc()

    def plain_send_heard(self, count: int | None) -> None:
        """A frame of a plain client went out; nobody can be told if it was not heard, so it is counted."""
        if not count:
            self.refused("bus-lost" if count is None else "absent")

    def turned_away(self, reason: str) -> None:
        """A connection was turned away."""
        KNOCKS.labels(reason).inc()
        self.log_life("turned away: %s", reason)

    def bus_changed(self, is_up: bool) -> None:
        """The bus was lost, or is back."""
        self.log_life("bus %s", "back" if is_up else "lost")

    def log_life(self, line: str, *fields: object) -> None:
        """A connect, a disconnect or a ping, with LOG_LIFECYCLE."""
        if self._relay.settings.log_lifecycle:
            life_log.info(line, *fields)

    def log_frame(self, identity: str, sender: str, frame: bytes) -> None:
        """A frame as it is, with LOG_PAYLOAD; on one line, so that no frame can forge another's."""
        shown = frame.decode(errors="backslashreplace").replace("\r", "\\r").replace("\n", "\\n")
        frames_log.info("%s, from the %s: %s", identity, sender, shown)
