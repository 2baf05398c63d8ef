"""Every setting of the relay, in one table, read once at the start."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from relay.core.version import VERSIONS

Listed = Annotated[tuple[str, ...], NoDecode]


class WrongSetting(Exception):
    """A setting has an unknown name or a value that cannot be used; says which and why."""


class Settings(BaseSettings):
    """What a process of the relay goes by. Names are ``RELAY_…`` unless they say otherwise."""

    model_config = SettingsConfigDict(env_prefix="RELAY_", frozen=True, extra="forbid", populate_by_name=True)

    host: str = Field("127.0.0.1", description="Address to listen on; 0.0.0.0 opens the relay to the network")
    port: int = Field(9000, ge=0, le=65535, description="Port to listen on; 0 takes a free one")
    bus: str = Field("memory://", description="What carries frames between processes: memory:// or redis://host:6379")
    keep_frames: int = Field(500, ge=0, description="Frames that each session remembers for replay")
    keep_bytes: int = Field(262144, ge=0, description="Bytes that each session remembers for replay")
    keep_ended: int = Field(120, ge=0, description="Seconds for which an ended session can still be replayed")
    default_version: str = Field("ocpp1.6", description="OCPP version of a charge point that names none")
    max_frame: int = Field(1048576, ge=1024, description="Largest frame let through, in bytes of its text")
    max_backlog: int = Field(1048576, ge=65536, description="Unsent bytes at which a slow reader is ended")
    ping_seconds: int = Field(20, ge=0, description="Seconds between pings to a charge point; 0 sends none")
    no_ping: Listed = Field((), description="Identities that are not pinged, with commas between; * is any text")
    rate_frames: int = Field(1000, ge=1, description="Frames a second and connection, beyond which it is slowed")
    rate_bytes: int = Field(67108864, ge=1024, description="Bytes a second and connection, beyond which it is slowed")
    strict: bool = Field(False, description="Refuse handshakes without `Connection: Upgrade`")
    identity_param: str = Field("", description="Query parameter that holds the identity, for chargers without a path")
    allowed_origins: Listed = Field((), description="Foreign origins whose pages may connect, with commas between")
    public_ws: str = Field("", description="ws:// address shown to users, when it differs from the page's")
    public_wss: str = Field("", description="wss:// address shown to users, when it differs from the page's")
    log_payload: bool = Field(False, validation_alias="LOG_PAYLOAD", description="Log every frame as it is")
    log_lifecycle: bool = Field(
        False, validation_alias="LOG_LIFECYCLE", description="Log connects, disconnects and pings"
    )

    @field_validator("no_ping", "allowed_origins", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("default_version")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in VERSIONS:
            raise ValueError(f"choose one of {', '.join(VERSIONS)}")
        return value

    @field_validator("public_ws", "public_wss")
    @classmethod
    def _address(cls, value: str, info: Any) -> str:
        scheme = info.field_name.removeprefix("public_")
        if value and not value.startswith(f"{scheme}://"):
            raise ValueError(f"must start with {scheme}://")
        return value.rstrip("/")


def environment_name(field: str) -> str:
    """The environment variable of a field: ``port`` is ``RELAY_PORT``, ``log_payload`` is ``LOG_PAYLOAD``."""
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else f"RELAY_{field.upper()}"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the table from the environment. Raises WrongSetting for an unknown ``RELAY_…`` name or an unusable value."""
    names = {environment_name(field): field for field in Settings.model_fields}
    for name in environment:
        if name.startswith("RELAY_") and name not in names:
            raise WrongSetting(_unknown(name, names))
    given = {field: environment[name] for name, field in names.items() if name in environment}
    try:
        return Settings.model_validate(given, by_name=True)
    except ValidationError as error:
        raise WrongSetting("\n".join(_unusable(one, given) for one in error.errors())) from None


def as_text(field: FieldInfo) -> str:
    """A field's default as one would write it."""
    default = field.default
    if isinstance(default, bool):
        return "on" if default else "off"
    return "" if default == () else str(default)


def as_markdown() -> str:
    """The table of settings as it stands in ``docs/settings.md``."""
    rows = [
        f"| `{environment_name(name)}` | {f'`{as_text(field)}`' if as_text(field) else ''} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["| setting | default | what it sets |", "|---|---|---|", *rows])


def _unknown(name: str, names: Mapping[str, str]) -> str:
    close = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean {close[0]}?" if close else "`ocpp-relay settings` lists what there is."
    return f"{name} is not a setting. {hint}"


def _unusable(error: Any, given: Mapping[str, str]) -> str:
    field = str(error["loc"][0])
    field = next((name for name in Settings.model_fields if environment_name(name) == field), field)
    message = error["msg"].removeprefix("Value error, ")
    return f"{environment_name(field)}={given[field]!r} cannot be used: {message}."


if __name__ == "__main__":
    print(f"# Settings\n\nMade by `python -m relay.settings`; a test keeps it fresh.\n\n{as_markdown()}")  # noqa: T201
