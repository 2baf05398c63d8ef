"""One EVSE with its connector: from a car that plugs in to the car that leaves."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from relay.emulator.frame import Payload
from relay.emulator.meter import MOST_POWER, Meter
from relay.emulator.tags import status_in
from relay.emulator.v2.transaction import Transaction, meter_value

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station


class Phase(Enum):
    FREE = auto()
    PLUGGED_IN = auto()
    CHARGING = auto()
    FINISHING = auto()


@dataclass(frozen=True, slots=True)
class Reservation:
    id: int
    token: str


class Evse:
    """Its status and its charging state follow from what happens; what changed of them is reported."""

    def __init__(self, number: int, station: Station, at: float) -> None:
        self.number = number
        self.phase = Phase.FREE
        self.transaction: Transaction | None = None
        self.reservation: Reservation | None = None
        self.is_operative = True
        self._station = station
        self._talk = station.talk
        self._random = random.Random(f"{station.identity}/{number}/{at}")  # noqa: S311 - of cars, not of secrets
        self.meter = Meter(self._random.uniform(1e5, 5e6), station.pace.speed)
        self._plan = f"evse {number}"
        self._sampling = f"meter {number}"

    @property
    def status(self) -> str:
        """`ConnectorStatusEnumType`."""
        if self.phase is not Phase.FREE:
            return "Occupied"
        if not (self.is_operative and self._station.is_operative):
            return "Unavailable"
        return "Reserved" if self.reservation else "Available"

    @property
    def charging_state(self) -> str:
        """`ChargingStateEnumType`."""
        if self.phase is Phase.FREE:
            return "Idle"
        if self.phase is not Phase.CHARGING:
            return "EVConnected"
        if self.meter.power > 0:
            return "Charging"
        return "SuspendedEV" if self.meter.state_of_charge >= 100 else "SuspendedEVSE"

    @property
    def is_authorized(self) -> bool:
        return self.transaction is not None and self.transaction.token is not None

    def takes(self, card: str) -> bool:
        """Whether a driver with this card may charge here now."""
        return self.status == "Available" or (
            self.status == "Reserved" and self.reservation is not None and self.reservation.token == card
        )

    def takes_remotely(self, card: str) -> bool:
        """Also with a car that is plugged in and for which no card was shown yet."""
        return self.takes(card) or (self.phase is Phase.PLUGGED_IN and not self.is_authorized)

    # From free to charging.

    def plug_in(self, card: str, at: float) -> None:
        self._connect(at)
        self._event("Started", "CablePluggedIn", at, self._reserved(), context="Transaction.Begin")
        token = {"idToken": card, "type": "ISO14443"}
        self._station.agenda.plan(self._plan, at + self._station.pace.plug, lambda now: self._show_card(token, now))

    def remote_start(self, token: Payload, remote_start_id: int, at: float) -> None:
        """As if this card had been shown; a car that is not there yet comes (OCPP 2.0.1, F01)."""
        info = {"remoteStartId": remote_start_id}
        asks_first = self._station.model.is_on("AuthCtrlr", "AuthorizeRemoteStart")
        if self.phase is Phase.FREE:
            self._connect(at)
            also = {"idToken": token} | self._reserved()
            self._event("Started", "RemoteStart", at, also, info, context="Transaction.Begin")
        else:
            self._event("Updated", "RemoteStart", at, {"idToken": token}, info)
        card = self._ask_for if asks_first else self._charge
        self._station.agenda.plan(self._plan, at + self._station.pace.plug, lambda now: card(token, now))

    def _connect(self, at: float) -> None:
        self._talk.say(f"a car is plugged into EVSE {self.number}")
        self.phase = Phase.PLUGGED_IN
        self.meter.plug_in(self._random.uniform(15, 45))
        name = str(uuid.UUID(int=self._random.getrandbits(128), version=4))
        self.transaction = Transaction(name, self.number, at, self.meter.register)
        if self._talk.is_in_service:
            self._station.report(self.number, at)

    def _reserved(self) -> Payload:
        reservation, self.reservation = self.reservation, None
        return {"reservationId": reservation.id} if reservation else {}

    def _show_card(self, token: Payload, at: float) -> None:
        trusts = self._station.model.is_on("AuthCtrlr", "LocalPreAuthorize")
        if trusts and self._station.tags.is_accepted(token["idToken"], at):
            self._authorized(token, at)
        else:
            self._ask_for(token, at)

    def _ask_for(self, token: Payload, at: float) -> None:
        self._talk.ask("Authorize", {"idToken": token}, lambda answer, now: self._answered(token, answer, now))

    def _answered(self, token: Payload, answer: Payload | None, at: float) -> None:
        status = self._learn(token, answer)
        if self.phase is not Phase.PLUGGED_IN or self.is_authorized:
            return
        if status == "Accepted":
            self._authorized(token, at)
        else:
            self._talk.say(f"EVSE {self.number} stays idle: {token['idToken']} is {status or 'not authorized'}")
            self.leave(at)

    def _authorized(self, token: Payload, at: float) -> None:
        if self.phase is Phase.PLUGGED_IN and not self.is_authorized:
            self._event("Updated", "Authorized", at, {"idToken": token})
            self._charge(token, at)

    def _charge(self, token: Payload, at: float) -> None:
        if self.phase is not Phase.PLUGGED_IN or self.transaction is None or self.is_authorized:
            return  # two cards for one car: the first one counts
        self.transaction.token = token
        self.phase = Phase.CHARGING
        self.meter.switch_on(at)
        self._talk.say(f"EVSE {self.number} charges, transaction {self.transaction.id}")
        self.follow_limit(at)
        self.plan_samples(at)
        later = at + self._station.pace.charge
        self._station.agenda.plan(self._plan, later, lambda now: self.stop("StopAuthorized", "Local", now))

    # While charging.

    def power(self, at: float) -> float:
        """W, now."""
        self.follow_limit(at)
        return self.meter.power

    def follow_limit(self, at: float) -> None:
        if self.phase is Phase.CHARGING:
            self.meter.advance(at, self._limit(at))

    def plan_samples(self, at: float) -> None:
        every = self._station.model.count("SampledDataCtrlr", "TxUpdatedInterval")
        if every and self.phase is Phase.CHARGING:
            self._station.agenda.plan(self._sampling, at + every, self._sample_and_go_on)
        else:
            self._station.agenda.drop(self._sampling)

    def report_changes(self, at: float) -> None:
        if self.transaction and self.transaction.told != self.charging_state:
            self._talk.say(f"EVSE {self.number}: {self.charging_state}")
            self._event("Updated", "ChargingStateChanged", at)

    def tell_transaction(self, trigger: str, context: str, names: list[str], at: float) -> None:
        """An event for its meter values."""
        values = self._values(names, context, at)
        self._event("Updated", trigger, at, {"meterValue": values} if values else {})

    def tell_meter(self, context: str, names: list[str], at: float) -> None:
        """MeterValues, which are about no transaction (OCPP 2.0.1, J01)."""
        values = self._values(names, context, at)
        if values:
            self._talk.ask("MeterValues", {"evseId": self.number, "meterValue": values})

    def _limit(self, at: float) -> float:
        if self.transaction is None:
            return MOST_POWER
        if self.transaction.is_deauthorized:
            return 0.0
        clock = self._talk.clock
        return self._station.profiles.limit(self.number, clock(self.transaction.begun), clock(at))

    def _sample_and_go_on(self, at: float) -> None:
        is_on = self._station.model.is_on("SampledDataCtrlr", "Enabled")
        if is_on and not self._talk.is_waiting_to_ask("TransactionEvent"):  # a slow central system gets fewer
            names = self._station.model.names("SampledDataCtrlr", "TxUpdatedMeasurands")
            self.tell_transaction("MeterValuePeriodic", "Sample.Periodic", names, at)
            self._say_meter()
        self.plan_samples(at)

    def _say_meter(self) -> None:
        begun = self.transaction.meter_start if self.transaction else self.meter.register
        self._talk.say(
            f"EVSE {self.number}: {self.meter.power / 1000:.1f} kW, "
            f"{(self.meter.register - begun) / 1000:.2f} kWh, {self.meter.state_of_charge:.1f} %"
        )

    # From charging to free.

    def stop(self, trigger: str, reason: str, at: float) -> None:
        """End the transaction; without one there is nothing to do."""
        if self.transaction is None:
            return
        self.meter.advance(at, 0.0)
        self.phase = Phase.FINISHING
        self._station.agenda.drop(self._sampling)
        self._talk.say(f"EVSE {self.number} stops: {reason}")
        shows_card = {"idToken": self.transaction.token} if trigger == "StopAuthorized" else {}
        spent = {"timeSpentCharging": round(at - self.transaction.begun)}
        self._event("Ended", trigger, at, shows_card, {"stoppedReason": reason, **spent}, context="Transaction.End")
        self.transaction = None
        self._station.profiles.end_of_transaction(self.number)
        self._station.agenda.plan(self._plan, at + self._station.pace.leave, self.leave)

    def leave(self, at: float) -> None:
        self.stop("EVCommunicationLost", "EVDisconnected", at)
        self.phase = Phase.FREE
        self._station.agenda.drop(self._plan)
        self._station.driver.expect(at)
        self._station.became_idle(at)

    def power_down(self, at: float) -> None:
        """It restarts: what runs is stopped, and the car is gone when it is back."""
        self.stop("ResetCommand", "ImmediateReset", at)
        self.phase = Phase.FREE
        self._station.agenda.drop(self._plan, self._sampling)

    # Reservations.

    def reserve(self, reservation: Reservation, until: float) -> None:
        self.reservation = reservation
        self._station.agenda.plan(f"reservation {self.number}", until, lambda _: self._expire(reservation))

    def unreserve(self) -> None:
        self.reservation = None
        self._station.agenda.drop(f"reservation {self.number}")

    def _expire(self, reservation: Reservation) -> None:
        if self.reservation == reservation:
            self.reservation = None
            call = {"reservationId": reservation.id, "reservationUpdateStatus": "Expired"}
            self._talk.ask("ReservationStatusUpdate", call)

    # What is told.

    def _event(
        self, kind: str, trigger: str, at: float, also: Payload | None = None, info: Payload | None = None,
        context: str = "",
    ) -> None:  # fmt: skip
        transaction = self.transaction
        if transaction is None:
            return
        also = dict(also or {})
        names = "TxStartedMeasurands" if kind == "Started" else "TxEndedMeasurands"
        values = self._values(self._station.model.names("SampledDataCtrlr", names), context, at) if context else []
        also |= {"meterValue": values} if values else {}
        also |= {} if self._talk.is_connected else {"offline": True}
        call = transaction.event(kind, trigger, self.charging_state, self._talk.time(at), info or {}, also)
        token = also.get("idToken")
        self._talk.ask(
            "TransactionEvent", call, lambda answer, now: self._heard(transaction, token, answer, now), keep=True
        )

    def _heard(self, transaction: Transaction, token: Payload | None, answer: Payload | None, at: float) -> None:
        """A card that was accepted may turn out not to be (OCPP 2.0.1, E05)."""
        status = self._learn(token, answer) if token else None
        if status is None or status == "Accepted" or self.transaction is not transaction:
            return
        transaction.is_deauthorized = True
        self.follow_limit(at)
        if self._station.model.is_on("TxCtrlr", "StopTxOnInvalidId"):
            self.stop("Deauthorized", "DeAuthorized", at)

    def _learn(self, token: Payload, answer: Payload | None) -> str | None:
        about = (answer or {}).get("idTokenInfo")
        caches = self._station.model.is_on("AuthCacheCtrlr", "Enabled")
        if isinstance(about, dict) and status_in(about) and caches:
            self._station.tags.remember(token["idToken"], about)
        return status_in(about)

    def _values(self, names: list[str], context: str, at: float) -> list[Payload]:
        self.follow_limit(at)
        return meter_value(self.meter.read(names), context, self._talk.time(at))
