"""What an emulated charging station answers to each action a central system may ask of it.

Payloads have been held against the action's schema before: required keys are there, and of the right type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.conversation import Refusal
from relay.emulator.frame import Payload
from relay.emulator.v2.answers import charging, device, drivers, monitoring, triggers, upkeep

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station

ANSWERS = charging.ANSWERS | device.ANSWERS | drivers.ANSWERS | monitoring.ANSWERS | triggers.ANSWERS | upkeep.ANSWERS

ANSWERS_21 = ANSWERS | monitoring.ANSWERS_21

NOT_SUPPORTED = {
    "ClearDisplayMessage",
    "GetDisplayMessages",
    "PublishFirmware",
    "SetDisplayMessage",
    "UnpublishFirmware",
}
"""It has no display, and serves no firmware to others."""

NOT_SUPPORTED_21 = NOT_SUPPORTED | {
    "AFRRSignal",
    "ChangeTransactionTariff",
    "ClearDERControl",
    "ClearTariffs",
    "GetDERControl",
    "GetTariffs",
    "NotifyAllowedEnergyTransfer",
    "NotifyWebPaymentStarted",
    "RequestBatterySwap",
    "SetDERControl",
    "SetDefaultTariff",
    "UpdateDynamicSchedule",
    "UsePriorityCharging",
}
"""It feeds nothing back, swaps nothing, and knows no prices."""


def answer(station: Station, action: str, payload: Payload, at: float) -> Payload:
    """The payload of the CallResult. Raises Refusal."""
    is_21 = station.version == "2.1"
    found = (ANSWERS_21 if is_21 else ANSWERS).get(action)
    if found:
        return found(station, payload, at)
    if action in (NOT_SUPPORTED_21 if is_21 else NOT_SUPPORTED):
        raise Refusal("NotSupported", f"{action} is not supported")
    raise Refusal("NotImplemented", f"{action} is not implemented")
