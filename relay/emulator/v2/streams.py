"""Values sent without an answer: the periodic event streams of OCPP 2.1 (N12 to N15)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relay.emulator.frame import Payload
from relay.emulator.v2.monitors import Monitor

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station

MOST_KEPT = 200
"""Values that wait to be sent; the oldest go first."""


@dataclass(slots=True)
class Stream:
    monitor: Monitor
    interval: int
    """Seconds between two SENDs; 0: none but when there are enough values."""
    values: int
    """So many values are sent at once; 0: as many as there are."""
    is_open: bool = False
    taken: list[tuple[float, str]] = field(default_factory=list)

    @property
    def id(self) -> int:
        return self.monitor.id

    @property
    def payload(self) -> Payload:
        """`ConstantStreamDataType`."""
        params = {name: it for name, it in (("interval", self.interval), ("values", self.values)) if it}
        return {"id": self.id, "variableMonitoringId": self.monitor.id, "params": params}


class Streams:
    """One for each periodic monitor that asked for it; the station opens them, the central system may adjust them."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._streams: dict[int, Stream] = {}

    def add(self, monitor: Monitor, params: Payload) -> Stream:
        stream = self._streams[monitor.id] = Stream(monitor, params.get("interval", 0), params.get("values", 0))
        return stream

    def open_all(self, at: float) -> None:
        for stream in self._streams.values():
            self.open(stream)

    def open(self, stream: Stream) -> None:
        call = {"constantStreamData": stream.payload}
        self._station.talk.ask("OpenPeriodicEventStream", call, lambda answer, now: self._opened(stream, answer, now))

    def adjust(self, number: int, params: Payload, at: float) -> bool:
        """False when there is no such stream."""
        stream = self._streams.get(number)
        if stream is None:
            return False
        stream.interval, stream.values = params.get("interval", 0), params.get("values", 0)
        self._plan_sending(stream, at)
        return True

    def close(self, number: int) -> None:
        """Its monitor is gone."""
        stream = self._streams.pop(number, None)
        if stream:
            self._stop(stream)
            self._station.talk.ask("ClosePeriodicEventStream", {"id": number})

    def pause(self) -> None:
        """Until they are opened anew."""
        for stream in self._streams.values():
            self._stop(stream)

    def tell(self) -> list[Payload]:
        return [it.payload for it in self._streams.values() if it.is_open]

    def _stop(self, stream: Stream) -> None:
        stream.is_open = False
        stream.taken.clear()
        self._station.agenda.drop(f"take {stream.id}", f"stream {stream.id}")

    def _opened(self, stream: Stream, answer: Payload | None, at: float) -> None:
        stream.is_open = (answer or {}).get("status") == "Accepted" and self._streams.get(stream.id) is stream
        self._station.talk.say(f"stream {stream.id} is {'open' if stream.is_open else 'not wanted'}")
        if stream.is_open:
            self._plan_taking(stream, at)
            self._plan_sending(stream, at)

    def _plan_taking(self, stream: Stream, at: float) -> None:
        every = max(1.0, stream.monitor.value)
        self._station.agenda.plan(f"take {stream.id}", at + every, lambda now: self._take(stream, now))

    def _plan_sending(self, stream: Stream, at: float) -> None:
        if stream.interval and stream.is_open:
            self._station.agenda.plan(f"stream {stream.id}", at + stream.interval, lambda now: self._pass(stream, now))
        else:
            self._station.agenda.drop(f"stream {stream.id}")

    def _take(self, stream: Stream, at: float) -> None:
        if self._station.monitors.counts(stream.monitor):
            stream.taken.append((at, stream.monitor.variable.text(at)))
            del stream.taken[:-MOST_KEPT]
        enough = stream.values or (1 if not stream.interval else MOST_KEPT)
        if len(stream.taken) >= enough:
            self._send(stream)
        self._plan_taking(stream, at)

    def _pass(self, stream: Stream, at: float) -> None:
        self._send(stream)
        self._plan_sending(stream, at)

    def _send(self, stream: Stream) -> None:
        talk = self._station.talk
        if not stream.taken or not talk.is_in_service:
            return
        begin = stream.taken[0][0]
        values = [{"t": round(at - begin, 3), "v": value} for at, value in stream.taken]
        stream.taken.clear()
        talk.send(
            "NotifyPeriodicEventStream",
            {"id": stream.id, "pending": 0, "basetime": talk.time(begin), "data": values},
        )
