"""One connector: from a car that plugs in to the car that leaves."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from relay.emulator.frame import Payload, whole
from relay.emulator.meter import MOST_POWER, Meter, Reading
from relay.emulator.tags import status_in

if TYPE_CHECKING:
    from relay.emulator.v16.station import Station


class Phase(Enum):
    FREE = auto()
    PLUGGED_IN = auto()
    STARTING = auto()
    CHARGING = auto()
    FINISHING = auto()


@dataclass(slots=True)
class Transaction:
    """What was asked with StartTransaction. Without an id it has not been answered yet."""

    id_tag: str
    begun: float
    meter_start: int
    id: int | None = None
    is_deauthorized: bool = False
    end: Payload | None = None
    data: list[Payload] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reservation:
    id: int
    id_tag: str


class Connector:
    """Its status follows from what happens on it; the charge point reports it when it has changed."""

    def __init__(self, number: int, station: Station) -> None:
        self.number = number
        self.phase = Phase.FREE
        self.transaction: Transaction | None = None
        self.reservation: Reservation | None = None
        self.is_operative = True
        self._station = station
        self._random = random.Random(f"{station.identity}/{number}")  # noqa: S311 - of cars, not of secrets
        self.meter = Meter(self._random.uniform(1e5, 5e6), station.pace.speed)
        self._plan = f"connector {number}"
        self._sampling = f"meter {number}"

    @property
    def status(self) -> str:
        """`ChargePointStatus` (OCPP 1.6, 4.9)."""
        match self.phase:
            case Phase.FREE if not self.is_operative:
                return "Unavailable"
            case Phase.FREE:
                return "Reserved" if self.reservation else "Available"
            case Phase.PLUGGED_IN | Phase.STARTING:
                return "Preparing"
            case Phase.FINISHING:
                return "Finishing"
            case Phase.CHARGING:
                return self._charging_status()

    @property
    def is_free(self) -> bool:
        return self.phase is Phase.FREE and self.is_operative

    def takes(self, id_tag: str) -> bool:
        """Whether a driver with this card may charge here now."""
        return self.is_free and (self.reservation is None or self.reservation.id_tag == id_tag)

    # From free to charging.

    def plug_in(self, id_tag: str, at: float, *, ask_first: bool = True) -> None:
        self._station.talk.say(f"a car is plugged into connector {self.number}")
        self.phase = Phase.PLUGGED_IN
        self.meter.plug_in(self._random.uniform(15, 45))
        self._plan_card(id_tag, at + self._station.pace.plug, ask_first=ask_first)

    def remote_start(self, id_tag: str, at: float) -> None:
        """As if this card had been shown; a car that is not there yet comes (OCPP 1.6, 5.11)."""
        ask_first = self._station.configuration.is_on("AuthorizeRemoteTxRequests")
        if self.phase is Phase.FREE:
            self.plug_in(id_tag, at, ask_first=ask_first)
        else:
            self._plan_card(id_tag, at, ask_first=ask_first)

    def _plan_card(self, id_tag: str, at: float, *, ask_first: bool) -> None:
        card = self._show_card if ask_first else self._start
        self._station.agenda.plan(self._plan, at, lambda now: card(id_tag, now))

    def _show_card(self, id_tag: str, at: float) -> None:
        trusts = self._station.configuration.is_on("LocalPreAuthorize")
        if trusts and self._station.tags.is_accepted(id_tag, at):
            self._start(id_tag, at)
        else:
            call = {"idTag": id_tag}
            self._station.talk.ask("Authorize", call, lambda answer, now: self._authorized(id_tag, answer, now))

    def _authorized(self, id_tag: str, answer: Payload | None, at: float) -> None:
        status = self._learn(id_tag, answer)
        if self.phase is not Phase.PLUGGED_IN:
            return
        if status == "Accepted":
            self._start(id_tag, at)
        else:
            self._station.talk.say(f"connector {self.number} stays idle: card {id_tag} is {status or 'not authorized'}")
            self.leave(at)

    def _start(self, id_tag: str, at: float) -> None:
        if self.phase is not Phase.PLUGGED_IN:  # two cards for one car: the first one counts
            return
        self.phase = Phase.STARTING
        self.meter.switch_on(at)
        transaction = Transaction(id_tag, at, round(self.meter.register))
        self.transaction = transaction
        self._remember(transaction, "Transaction.Begin", at)
        call: Payload = {
            "connectorId": self.number,
            "idTag": id_tag,
            "meterStart": transaction.meter_start,
            "timestamp": self._station.talk.time(at),
        }
        if self.reservation:
            call["reservationId"] = self.reservation.id
            self.reservation = None
        self._station.talk.ask(
            "StartTransaction", call, lambda answer, now: self._started(transaction, answer, now), keep=True
        )

    def _started(self, transaction: Transaction, answer: Payload | None, at: float) -> None:
        status = self._learn(transaction.id_tag, answer)
        transaction.id = whole((answer or {}).get("transactionId"))
        if transaction.end is not None:
            self._say_goodbye(transaction)
        elif transaction.id is None:
            self._station.talk.say(f"connector {self.number} got no transaction id and stops")
            self.stop("Other", at)
        else:
            self._charge(transaction, status, at)

    def _charge(self, transaction: Transaction, status: str | None, at: float) -> None:
        self.phase = Phase.CHARGING
        self._station.talk.say(f"connector {self.number} charges, transaction {transaction.id}")
        transaction.is_deauthorized = status != "Accepted"
        if transaction.is_deauthorized and self._station.configuration.is_on("StopTransactionOnInvalidId"):
            self.stop("DeAuthorized", at)  # OCPP 1.6, 4.8
            return
        self.follow_limit(at)
        self.plan_samples(at)
        self._station.agenda.plan(self._plan, at + self._station.pace.charge, lambda now: self.stop("Local", now))

    # While charging.

    def limit(self, at: float) -> float:
        if self.transaction is None:
            return MOST_POWER
        if self.transaction.is_deauthorized:
            return 0.0
        clock = self._station.talk.clock
        return self._station.profiles.limit(self.number, clock(self.transaction.begun), clock(at))

    def follow_limit(self, at: float) -> None:
        if self.phase is Phase.CHARGING:
            self.meter.advance(at, self.limit(at))

    def plan_samples(self, at: float) -> None:
        every = self._station.configuration.count("MeterValueSampleInterval")
        if every and self.phase is Phase.CHARGING:
            self._station.agenda.plan(self._sampling, at + every, self._sample_and_go_on)
        else:
            self._station.agenda.drop(self._sampling)

    def tell_meter(self, at: float, context: str, measurands: str = "MeterValuesSampledData") -> None:
        """Send MeterValues with what the key ``measurands`` names."""
        self.follow_limit(at)
        sampled = self._values(context, at, measurands)
        if not sampled["sampledValue"]:
            return
        call: Payload = {"connectorId": self.number, "meterValue": [sampled]}
        if self.transaction and self.transaction.id is not None:
            call["transactionId"] = self.transaction.id
        self._station.talk.ask("MeterValues", call)

    def _sample_and_go_on(self, at: float) -> None:
        if not self._station.talk.is_waiting_to_ask("MeterValues"):  # a slow central system gets fewer, not later ones
            self.tell_meter(at, "Sample.Periodic")
            self._say_meter()
        self.plan_samples(at)

    def _say_meter(self) -> None:
        begun = self.transaction.meter_start if self.transaction else 0
        self._station.talk.say(
            f"connector {self.number}: {self.meter.power / 1000:.1f} kW, "
            f"{(self.meter.register - begun) / 1000:.2f} kWh, {self.meter.state_of_charge:.1f} %"
        )

    # From charging to free.

    def stop(self, reason: str, at: float) -> None:
        """End the transaction that runs or is about to; without one there is nothing to do."""
        transaction = self.transaction
        if transaction is None or transaction.end is not None:
            return
        self.meter.advance(at, 0.0)
        self._station.agenda.drop(self._sampling)
        self._remember(transaction, "Transaction.End", at)
        transaction.end = {
            "idTag": transaction.id_tag,
            "meterStop": round(self.meter.register),
            "timestamp": self._station.talk.time(at),
            "reason": reason,
        }
        self._station.talk.say(f"connector {self.number} stops: {reason}")
        self._say_goodbye(transaction)
        self.transaction = None
        self._station.profiles.end_of_transaction(self.number)
        self.phase = Phase.FINISHING
        self._station.agenda.plan(self._plan, at + self._station.pace.leave, self.leave)

    def leave(self, at: float) -> None:
        self.phase = Phase.FREE
        self._station.agenda.drop(self._plan)
        self._station.driver.expect(at)

    def power_down(self, reason: str, at: float) -> None:
        """The charge point restarts: what runs is stopped, and the car is gone when it is back."""
        self.stop(reason, at)
        self.phase = Phase.FREE
        self._station.agenda.drop(self._plan, self._sampling)

    # Reservations.

    def reserve(self, reservation: Reservation, at: float) -> None:
        self.reservation = reservation
        self._station.agenda.plan(f"reservation {self.number}", at, lambda _: self.unreserve())

    def unreserve(self) -> None:
        self.reservation = None
        self._station.agenda.drop(f"reservation {self.number}")

    def _learn(self, id_tag: str, answer: Payload | None) -> str | None:
        about = (answer or {}).get("idTagInfo")
        if (
            isinstance(about, dict)
            and status_in(about)
            and self._station.configuration.is_on("AuthorizationCacheEnabled")
        ):
            self._station.tags.remember(id_tag, about)
        return status_in(about)

    def _charging_status(self) -> str:
        if self.meter.power > 0:
            return "Charging"
        return "SuspendedEV" if self.meter.state_of_charge >= 100 else "SuspendedEVSE"

    def _values(self, context: str, at: float, measurands: str) -> Payload:
        names = self._station.configuration.names(measurands)
        return {
            "timestamp": self._station.talk.time(at),
            "sampledValue": sampled_values(self.meter.read(names), context),
        }

    def _remember(self, transaction: Transaction, context: str, at: float) -> None:
        """Keep what StopTransaction shall carry, if it shall carry anything."""
        values = self._values(context, at, "StopTxnSampledData")
        if values["sampledValue"]:
            transaction.data.append(values)

    def _say_goodbye(self, transaction: Transaction) -> None:
        """Send StopTransaction once both its sides are known: the id from the answer, and the end."""
        if transaction.id is None or transaction.end is None:
            return
        call = {"transactionId": transaction.id, **transaction.end}
        if transaction.data:
            call["transactionData"] = transaction.data
        self._station.talk.ask("StopTransaction", call, keep=True)


def sampled_values(readings: list[Reading], context: str) -> list[Payload]:
    """The `sampledValue` of MeterValues (OCPP 1.6, 7.43)."""
    return [
        {"value": f"{it.rounded}", "context": context, "measurand": it.measurand, "unit": it.unit}
        | {"location": it.location}
        | ({"phase": it.phase} if it.phase else {})
        for it in readings
    ]
