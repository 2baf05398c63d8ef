"""The configuration keys of an emulated charge point (OCPP 1.6, chapter 9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from relay.emulator.frame import Payload
from relay.emulator.meter import UNITS

MOST_KEYS = 50

Check = Callable[[str], bool]


def is_boolean(value: str) -> bool:
    return value.lower() in {"true", "false"}


def is_count(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 9


def is_measurands(value: str) -> bool:
    return all(name in UNITS for name in split(value))


def is_text(value: str) -> bool:
    return len(value) <= 500


def split(value: str) -> list[str]:
    """The members of a comma separated list."""
    return [name.strip() for name in value.split(",") if name.strip()]


@dataclass(slots=True)
class Key:
    """One key. Without a check it cannot be changed; some changes need a restart to take effect."""

    value: str
    check: Check | None = None
    needs_restart: bool = False


def keys(heartbeat: int, meter_seconds: int) -> dict[str, Key]:
    """What a charge point has when it leaves the factory. Every key that can be changed changes what it does."""
    sampled = "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC,Temperature"
    return {
        "AllowOfflineTxForUnknownId": Key("false"),
        "AuthorizationCacheEnabled": Key("true", is_boolean),
        "AuthorizeRemoteTxRequests": Key("false", is_boolean),
        "ChargeProfileMaxStackLevel": Key("10"),
        "ChargingScheduleAllowedChargingRateUnit": Key("Current,Power"),
        "ChargingScheduleMaxPeriods": Key("24"),
        "ClockAlignedDataInterval": Key("0", is_count),
        "ConnectionTimeOut": Key("60"),
        "ConnectorPhaseRotation": Key("NotApplicable"),
        "ConnectorSwitch3to1PhaseSupported": Key("false"),
        "GetConfigurationMaxKeys": Key(str(MOST_KEYS)),
        "HeartbeatInterval": Key(str(heartbeat), is_count),
        "LocalAuthListEnabled": Key("true", is_boolean),
        "LocalAuthListMaxLength": Key("1000"),
        "LocalAuthorizeOffline": Key("false"),
        "LocalPreAuthorize": Key("false", is_boolean),
        "MaxChargingProfilesInstalled": Key("20"),
        "MeterValueSampleInterval": Key(str(meter_seconds), is_count),
        "MeterValuesAlignedData": Key("Energy.Active.Import.Register,Voltage,Temperature", is_measurands),
        "MeterValuesSampledData": Key(sampled, is_measurands),
        "NumberOfConnectors": Key("2"),
        "ReserveConnectorZeroSupported": Key("false"),
        "ResetRetries": Key("0"),
        "SendLocalListMaxLength": Key("100"),
        "StopTransactionOnEVSideDisconnect": Key("true"),
        "StopTransactionOnInvalidId": Key("true", is_boolean),
        "StopTxnAlignedData": Key(""),
        "StopTxnSampledData": Key("", is_measurands),
        "SupportedFeatureProfiles": Key(
            "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger"
        ),
        "TransactionMessageAttempts": Key("3", is_count),
        "TransactionMessageRetryInterval": Key("10", is_count),
        "UnlockConnectorOnEVSideDisconnect": Key("true"),
        "WebSocketPingInterval": Key("20", is_count, needs_restart=True),
    }


class Configuration:
    """Keys are compared without regard to case, as OCPP 1.6 has them (CiString50Type)."""

    def __init__(self, heartbeat: int = 60, meter_seconds: int = 5) -> None:
        self._keys = keys(heartbeat, meter_seconds)
        self._names = {name.lower(): name for name in self._keys}

    def text(self, name: str) -> str:
        return self._keys[name].value

    def is_on(self, name: str) -> bool:
        return self._keys[name].value.lower() == "true"

    def count(self, name: str) -> int:
        return int(self._keys[name].value)

    def names(self, name: str) -> list[str]:
        return split(self._keys[name].value)

    def put(self, name: str, value: str) -> None:
        """Set a key from inside: what the central system may not change, the charge point itself may."""
        self._keys[name].value = value

    def change(self, name: str, value: str) -> str:
        """The status of ChangeConfiguration (OCPP 1.6, 5.3)."""
        key = self._keys.get(self._names.get(name.lower(), ""))
        if key is None:
            return "NotSupported"
        if key.check is None or not key.check(value):
            return "Rejected"
        key.value = value
        return "RebootRequired" if key.needs_restart else "Accepted"

    def tell(self, asked: list[str]) -> Payload:
        """The answer to GetConfiguration (OCPP 1.6, 5.8): what was asked for, or everything."""
        wanted = asked[:MOST_KEYS] or list(self._keys)
        known = [self._names[name.lower()] for name in wanted if name.lower() in self._names]
        unknown = [name for name in wanted if name.lower() not in self._names]
        answer: Payload = {"configurationKey": [self._entry(name) for name in known]}
        return answer | ({"unknownKey": unknown} if unknown else {})

    def _entry(self, name: str) -> Payload:
        key = self._keys[name]
        return {"key": name, "readonly": key.check is None, "value": key.value}
