"""What takes a charge point a while, told step by step: firmware updates, diagnostics, logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.frame import Payload

if TYPE_CHECKING:
    from relay.emulator.station import Station

UPDATE = ("Downloading", "Downloaded", "Installing", "Installed")
SIGNED_UPDATE = ("Downloading", "Downloaded", "SignatureVerified", "Installing", "Installed")
UPLOAD = ("Uploading", "Uploaded")

ACTIONS = ("FirmwareStatusNotification", "DiagnosticsStatusNotification", "LogStatusNotification")


class Jobs:
    """At most one job of a kind; nothing is really fetched or sent, only told."""

    def __init__(self, station: Station) -> None:
        self.firmware = "1.0.0"
        self._station = station
        self._told: dict[str, Payload] = {}

    def update_firmware(self, begin: float) -> None:
        self._begin("FirmwareStatusNotification", UPDATE, {}, begin)

    def update_signed_firmware(self, request: int, begin: float) -> bool:
        """False when nothing was interrupted for it."""
        return self._begin("SignedFirmwareStatusNotification", SIGNED_UPDATE, {"requestId": request}, begin)

    def upload_diagnostics(self, begin: float) -> None:
        self._begin("DiagnosticsStatusNotification", UPLOAD, {}, begin)

    def upload_log(self, request: int, begin: float) -> bool:
        """False when nothing was interrupted for it."""
        return self._begin("LogStatusNotification", UPLOAD, {"requestId": request}, begin)

    def report(self, action: str) -> None:
        """Tell the present status again; Idle when nothing is going on (OCPP 1.6, 5.17)."""
        self._station.ask(action, self._told.get(action, {"status": "Idle"}))

    def drop(self) -> None:
        """A restart ends them all."""
        self._told.clear()
        self._station.agenda.drop(*ACTIONS, "SignedFirmwareStatusNotification")

    def _begin(self, action: str, steps: tuple[str, ...], also: Payload, at: float) -> bool:
        interrupts = self._station.agenda.is_planned(action)
        self._station.agenda.plan(action, at, lambda now: self._step(action, steps, also, now))
        return interrupts

    def _step(self, action: str, steps: tuple[str, ...], also: Payload, at: float) -> None:
        status, *rest = steps
        self._station.say(f"{action.removesuffix('StatusNotification')}: {status}")
        self._station.ask(action, {"status": status, **also})
        if rest:
            self._told[action] = {"status": status, **also}
            self._station.agenda.plan(
                action, at + self._station.pace.step, lambda now: self._step(action, tuple(rest), also, now)
            )
        else:
            self._told.pop(action, None)
