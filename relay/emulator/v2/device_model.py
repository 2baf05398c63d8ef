"""The variables of an OCPP 2.x charging station: read, set and reported (OCPP 2.0.1, B)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from relay.emulator.frame import Payload

Live = Callable[[float], str]
"""What a variable is at a time."""

LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    evse: int | None = None
    connector: int | None = None
    instance: str | None = None

    @property
    def payload(self) -> Payload:
        place = {"id": self.evse} | ({"connectorId": self.connector} if self.connector is not None else {})
        named = {"name": self.name} | ({"instance": self.instance} if self.instance else {})
        return named | ({"evse": place} if self.evse is not None else {})


@dataclass(slots=True)
class Variable:
    """One variable. Without ``is_writable`` it is as it is; some changes need a restart to take effect."""

    component: Component
    name: str
    value: str | Live
    kind: str = "string"
    """`DataEnumType`."""
    instance: str | None = None
    is_writable: bool = False
    needs_restart: bool = False
    unit: str | None = None
    members: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    @property
    def payload(self) -> Payload:
        return {"name": self.name} | ({"instance": self.instance} if self.instance else {})

    @property
    def can_be_monitored(self) -> bool:
        return callable(self.value) and self.kind in {"integer", "decimal"}

    def text(self, at: float) -> str:
        return self.value(at) if callable(self.value) else self.value

    def takes(self, value: str) -> bool:
        match self.kind:
            case "boolean":
                return value.lower() in {"true", "false"}
            case "integer":
                least, most = self.least or 0, 10**9 if self.most is None else self.most
                return bool(re.fullmatch(r"[0-9]{1,10}", value)) and least <= int(value) <= most
            case "MemberList":
                return all(name in self.members for name in split(value))
            case "OptionList":
                return value in self.members
            case _:
                return 0 < len(value) <= LONGEST_TEXT

    def report(self, at: float) -> Payload:
        """`ReportDataType`."""
        limits = {"minLimit": self.least, "maxLimit": self.most, "unit": self.unit}
        characteristics = {"dataType": self.kind, "supportsMonitoring": self.can_be_monitored}
        characteristics |= {name: it for name, it in limits.items() if it is not None}
        if self.members:
            characteristics["valuesList"] = ",".join(self.members)
        attribute = {
            "type": "Actual",
            "value": self.text(at),
            "mutability": "ReadWrite" if self.is_writable else "ReadOnly",
            "persistent": not callable(self.value),
            "constant": False,
        }
        return {
            "component": self.component.payload,
            "variable": self.payload,
            "variableAttribute": [attribute],
            "variableCharacteristics": characteristics,
        }


def split(value: str) -> list[str]:
    """The members of a comma separated list."""
    return [name.strip() for name in value.split(",") if name.strip()]


def fits(asked: Payload, payload: Payload) -> bool:
    """Whether a component or variable is meant: names without regard to case, and what else was asked for."""
    names = all(str(asked.get(key, "")).lower() == str(payload.get(key, "")).lower() for key in ("name", "instance"))
    return names and asked.get("evse") == payload.get("evse")


class DeviceModel:
    """Found as the central system asks for them; from inside the station by name."""

    def __init__(self, variables: Iterable[Variable]) -> None:
        self._variables = list(variables)

    # From inside.

    def variable(self, component: str, name: str, evse: int | None = None) -> Variable:
        wanted = (component, evse, name)
        return next(it for it in self._variables if (it.component.name, it.component.evse, it.name) == wanted)

    def text(self, component: str, name: str, at: float = 0) -> str:
        return self.variable(component, name).text(at)

    def is_on(self, component: str, name: str) -> bool:
        return self.text(component, name).lower() == "true"

    def count(self, component: str, name: str) -> int:
        return int(self.text(component, name))

    def names(self, component: str, name: str) -> list[str]:
        return split(self.text(component, name))

    def put(self, component: str, name: str, value: str) -> None:
        self.variable(component, name).value = value

    # From the central system.

    def find(self, asked: Payload) -> Variable | str:
        """The variable, or the status that says why there is none."""
        here = [it for it in self._variables if fits(asked["component"], it.component.payload)]
        if not here:
            return "UnknownComponent"
        return next((it for it in here if fits(asked["variable"], it.payload)), "UnknownVariable")

    def get(self, asked: Payload, at: float) -> Payload:
        """One `getVariableResult`."""
        about = {"component": asked["component"], "variable": asked["variable"]}
        found = self._attribute(asked)
        if isinstance(found, str):
            return {"attributeStatus": found, **about}
        return {"attributeStatus": "Accepted", "attributeType": "Actual", "attributeValue": found.text(at), **about}

    def set(self, asked: Payload) -> Payload:
        """One `setVariableResult`."""
        about = {"component": asked["component"], "variable": asked["variable"]}
        found = self._attribute(asked)
        if isinstance(found, str):
            return {"attributeStatus": found, **about}
        if not found.is_writable:
            return {"attributeStatus": "Rejected", "attributeStatusInfo": {"reasonCode": "ReadOnly"}, **about}
        if not found.takes(asked["attributeValue"]):
            return {"attributeStatus": "Rejected", "attributeStatusInfo": {"reasonCode": "InvalidValue"}, **about}
        found.value = asked["attributeValue"]
        return {"attributeStatus": "RebootRequired" if found.needs_restart else "Accepted", **about}

    def report(self, at: float, chosen: Callable[[Variable], bool] = lambda _: True) -> list[Payload]:
        return [it.report(at) for it in self._variables if chosen(it)]

    def has(self, component: Component, name: str, at: float) -> bool | None:
        """What a component says of itself: Available, Enabled, Problem; None where it says nothing."""
        found = (it for it in self._variables if it.component == component and it.name == name)
        variable = next(found, None)
        return None if variable is None else variable.text(at).lower() == "true"

    def _attribute(self, asked: Payload) -> Variable | str:
        found = self.find(asked)
        if isinstance(found, Variable) and asked.get("attributeType", "Actual") != "Actual":
            return "NotSupportedAttributeType"
        return found
