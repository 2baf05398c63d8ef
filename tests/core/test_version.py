"""Which OCPP version a connection speaks."""

from __future__ import annotations

import pytest

from relay.core.version import VERSIONS, NoCommonVersion, Version, choose_version


def test_the_charge_point_prefers() -> None:
    assert choose_version(["ocpp2.0.1", "ocpp1.6"], "ocpp1.6") == Version("ocpp2.0.1")
    assert choose_version(["ocpp1.6", "ocpp2.0.1"], "ocpp2.1") == Version("ocpp1.6")
    assert choose_version(["soap", "ocpp1.5"], "ocpp1.6") == Version("ocpp1.5")


@pytest.mark.parametrize("name", VERSIONS)
def test_every_version_is_spoken(name: str) -> None:
    assert choose_version([name], "ocpp1.6") == Version(name)


def test_nothing_offered_means_the_default() -> None:  # Q1
    assert choose_version([], "ocpp2.0.1") == Version("ocpp2.0.1", is_assumed=True)


@pytest.mark.parametrize("offered", [["ocpp3.0"], ["OCPP1.6"], ["mqtt", "wamp"]])
def test_nothing_in_common_is_said(offered: list[str]) -> None:
    with pytest.raises(NoCommonVersion):
        choose_version(offered, "ocpp1.6")
