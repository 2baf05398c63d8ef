"""Which charge point an address names; numbers such as Q3 are those of what chargers in the field do wrong."""

from __future__ import annotations

import pytest

from relay.core.identity import Address, NoIdentity, UnusableIdentity, is_odd_for, read_address, read_followed


@pytest.mark.parametrize(
    ("target", "identity"),
    [
        ("/ocpp/CP1", "CP1"),
        ("/ocppj/CP1", "CP1"),
        ("/ocpp/CP1?x=y", "CP1"),
        ("//ocpp///CP1", "CP1"),  # Q3: repeated slashes
        ("/ocpp/CP1/", "CP1"),  # Q7: a slash that cannot be avoided
        ("/ocpp/CP1//?x=y/z", "CP1"),
        ("/ocpp/CP-1_a.b", "CP-1_a.b"),  # Q8: dashes, underscores, encoded characters
        ("/ocpp/CP%2F1", "CP/1"),
        ("/ocpp/CP%3A1", "CP:1"),
        ("/ocpp/CP:1", "CP:1"),
        ("/ocpp/CP%201", "CP 1"),
        ("/ocpp/CP+1", "CP+1"),
        ("/ocpp/S%C3%A4ule", "Säule"),
        ("/ocpp/%2525", "%25"),  # decoded once
        ("/ocpp/100%", "100%"),
        ("/ocpp/%zz", "%zz"),
        ("/ocpp/..", ".."),
        ("/ocpp/%2E%2E%2Fetc", "../etc"),
        ("/ocpp/ocpp", "ocpp"),
        ("/ocpp/" + "x" * 255, "x" * 255),
        ("/ocpp/" + "%C3%A4" * 127 + "x", "ä" * 127 + "x"),
    ],
)
def test_the_last_segment_is_the_identity(target: str, identity: str) -> None:
    assert read_address(target) == Address(identity, is_odd=False)


@pytest.mark.parametrize(
    ("target", "identity"),
    [
        ("/CP1", "CP1"),
        ("//CP1", "CP1"),
        ("/steve/websocket/CentralSystemService/CP1", "CP1"),
        ("/ocpp/CP1/SERIAL", "SERIAL"),
        ("/ws://host:9000/CP_1/SERIAL", "SERIAL"),  # Q4: the whole address as the path
        ("/OCPP/CP1", "CP1"),
        ("/ocpp/ocpp/CP1", "CP1"),
    ],
)
def test_any_other_path_names_one_too_and_is_called_odd(target: str, identity: str) -> None:
    assert read_address(target) == Address(identity, is_odd=True)


@pytest.mark.parametrize("target", ["", "/", "//", "/ocpp", "/ocpp/", "/ocppj//", "/?id=CP1", "/ocpp?id=CP1"])
def test_an_address_without_a_name_is_refused(target: str) -> None:  # Q5
    with pytest.raises(NoIdentity):
        read_address(target)


@pytest.mark.parametrize("name", ["%FF", "%C3", "CP%00", "CP%0A1", "%E2%80%8B", "%7F", "x" * 256, "%C3%A4" * 128])
def test_a_name_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(UnusableIdentity):
        read_address(f"/ocpp/{name}")


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/ocpp?id=CP1", Address("CP1", is_odd=False)),
        ("/?id=CP1", Address("CP1", is_odd=False)),
        ("/ocpp/?x=y&id=CP%201", Address("CP 1", is_odd=False)),
        ("/ocpp/?id=CP1&id=CP2", Address("CP2", is_odd=False)),
        ("/ocpp/other?id=CP1", Address("CP1", is_odd=True)),
        ("/ws?id=CP1", Address("CP1", is_odd=True)),
        ("/ocpp/CP1?id=", Address("CP1", is_odd=False)),
        ("/ocpp/CP1?x=y", Address("CP1", is_odd=False)),
    ],
)
def test_a_query_parameter_may_name_it(target: str, address: Address) -> None:  # Q6
    assert read_address(target, parameter="id") == address


def test_a_query_parameter_is_as_printable_as_a_path() -> None:
    for name in ("%FF", "%00", "x" * 256):
        with pytest.raises(UnusableIdentity):
            read_address(f"/ocpp?id={name}", parameter="id")


def test_a_central_system_names_whom_it_follows() -> None:
    assert read_followed("/cs/CP%201/?x=y") == "CP 1"
    for target in ("/cs", "/cs/", "/ocpp/CP1", "/cs/room/CP1", "/"):
        with pytest.raises(NoIdentity):
            read_followed(target)
    with pytest.raises(UnusableIdentity):
        read_followed("/cs/%FF")


def test_version_2_forbids_colons_and_long_names() -> None:
    assert is_odd_for("ocpp2.0.1", "CP:1")
    assert is_odd_for("ocpp2.1", "x" * 49)
    assert not is_odd_for("ocpp2.0.1", "x" * 48)
    assert not is_odd_for("ocpp1.6", "CP:1" + "x" * 49)
