from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from relay.bus import channels

PLAIN = set(string.ascii_letters + string.digits + "_.-~%")


def test_channels_are_spelled_as_the_design_says() -> None:
    assert channels.from_session("CP1") == "relay:{CP1}:from"
    assert channels.to_session("CP1") == "relay:{CP1}:to"
    assert channels.ended("CP1") == "relay:{CP1}:ended"
    assert channels.LOBBY == "relay:lobby"


def test_an_identity_cannot_break_out_of_the_hash_tag() -> None:
    assert channels.key_of("a}b{c d/ü:%") == "a%7Db%7Bc%20d%2F%C3%BC%3A%25"


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
)
def test_keys_are_plain_and_no_two_identities_share_one(one: str, other: str) -> None:
    assert set(channels.key_of(one)) <= PLAIN
    assert (channels.key_of(one) == channels.key_of(other)) == (one == other)
