"""The table of settings: read once, refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from relay.settings import Settings, WrongSetting, as_markdown, environment_name, read_settings

DOCS = Path(__file__).parent.parent / "docs"


def test_defaults_are_safe() -> None:
    settings = read_settings({})
    assert (settings.host, settings.port, settings.bus) == ("127.0.0.1", 9000, "memory://")
    assert (settings.keep_frames, settings.keep_bytes, settings.max_frame) == (500, 262144, 1048576)
    assert not settings.log_payload
    assert not settings.strict


def test_values_are_read_as_one_writes_them() -> None:
    settings = read_settings(
        {"RELAY_PORT": "0", "RELAY_STRICT": "on", "LOG_PAYLOAD": "on", "RELAY_NO_PING": "A-*, B", "HOME": "/nowhere"}
    )
    assert (settings.port, settings.strict, settings.log_payload) == (0, True, True)
    assert settings.no_ping == ("A-*", "B")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"RELAY_PROT": "1"}, ["RELAY_PROT is not a setting", "RELAY_PORT"]),
        ({"RELAY_TOKEN": "x"}, ["RELAY_TOKEN is not a setting"]),  # better refused than believed
        ({"RELAY_PORT": "tcp://10.0.0.1:9000"}, ["RELAY_PORT='tcp://10.0.0.1:9000' cannot be used"]),
        ({"RELAY_PORT": "70000"}, ["RELAY_PORT"]),
        ({"RELAY_STRICT": "maybe"}, ["RELAY_STRICT='maybe'"]),
        ({"LOG_PAYLOAD": "maybe"}, ["LOG_PAYLOAD='maybe'"]),
        ({"RELAY_DEFAULT_VERSION": "1.6"}, ["RELAY_DEFAULT_VERSION", "ocpp1.6"]),
        ({"RELAY_PUBLIC_WS": "https://x"}, ["RELAY_PUBLIC_WS", "ws://"]),
        ({"RELAY_PORT": "x", "RELAY_KEEP_FRAMES": "-1"}, ["RELAY_PORT", "RELAY_KEEP_FRAMES"]),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(environment: dict[str, str], words: list[str]) -> None:
    with pytest.raises(WrongSetting) as refused:
        read_settings(environment)
    for word in words:
        assert word in str(refused.value)


def test_the_documented_table_is_fresh() -> None:
    """Written by ``python -m relay.settings > docs/settings.md``."""
    assert as_markdown() in (DOCS / "settings.md").read_text()


def test_every_setting_is_described() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert environment_name(name).isupper()
