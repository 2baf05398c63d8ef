"""Lets a test be written as a conversation.

Who speaks ends in ``>``; who is asked what it saw does not. Each line takes a millisecond. ::

    cp>   connects [as e2] [found] | closes 1001 going away | vanishes | binary 00ff | any frame
    tab1> attach [answer | standby | plain] [since 3 [of e1]] [as tab2] | claim | claim unless held | release | gone
    tab1> any request as JSON; of a plain client: any frame
    bus>  lost | back | forgets (the ended sessions) | deaf (what is published is lost) | hears
    time> passes 10 s
    tab1  sees 1, 2, replayed complete, closed 1001, absent, refused watching, opened e1, role tab1, replaced
    cp    sees [3,"a",{}]

``sees`` tells all that was seen since the last ``sees`` of the same one; ``opened``, ``role`` and ``replayed`` may be
left out, and of each thing the last words.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import orjson

from relay.core.follower import Position
from relay.core.parcel import parcel
from tests.core.post_office import ChargePoint, Client, PostOffice

MAY_BE_LEFT_OUT = ("opened", "role", "replayed")


def words(shown: bytes) -> str:
    """An envelope in words, the more important ones first."""
    told: dict[str, Any] = orjson.loads(shown)
    match told:
        case {"type": "frame"}:
            return " ".join([str(told["seq"]), told["epoch"], told["from"], told.get("client", "")])
        case {"type": "opened"}:
            return f"opened {told['epoch']}"
        case {"type": "closed"}:
            return f"closed {told['code']} {told['by']} {told['epoch']}"
        case {"type": "replayed"}:
            completeness = "complete" if told["complete"] else "incomplete"
            shown_numbers = f"{told['first']} to {told['last']}" if told["first"] else "nothing"
            return f"replayed {completeness} {told['epoch']} {shown_numbers}"
        case {"type": "role"}:
            return f"role {told['holder'] or 'nobody'} {told['role']} from {told['seq']}"
        case {"type": "refused"}:
            return f"refused {told['reason']} {told['of']} {told.get('ref', '')}".rstrip()
        case _:
            return str(told["type"])


def is_said(expected: list[str], seen: list[str]) -> bool:
    """Whether the expected words are the first ones of what was seen, thing by thing."""
    return len(expected) == len(seen) and all(
        f"{two} ".startswith(f"{one} ") for one, two in zip(expected, seen, strict=True)
    )


class Script:
    """A conversation between one charge point and any number of clients."""

    def __init__(self, office: PostOffice, keep_frames: int = 500) -> None:
        self.office = office
        self.keep_frames = keep_frames
        self.clients: dict[str, Client] = {}
        self.points: list[ChargePoint] = []

    def run(self, text: str) -> None:
        """Play the lines, and compare what was seen."""
        for line in filter(None, map(str.strip, text.splitlines())):
            who, speaks, what = re.fullmatch(r"(\w+)(>?)\s+(.*)", line).groups()  # type: ignore[union-attr]  # a slip in a test fails it
            self.office.at += 1
            if speaks:
                {"cp": self._point, "bus": self._bus, "time": self._time}.get(who, self._client)(who, what)
                self.office.settle()
            else:
                self._sees(who, what.removeprefix("sees "))

    @property
    def point(self) -> ChargePoint:
        """The charge point's latest connection."""
        return self.points[-1]

    def _point(self, _: str, what: str) -> None:
        match what.split():
            case ["connects", *rest]:
                epoch = rest[rest.index("as") + 1] if "as" in rest else f"e{len(self.points) + 1}"
                self.points.append(ChargePoint(self.office, epoch, self.keep_frames))
                self.point.connect("found" if "found" in rest else "fresh")
            case ["closes", code, *reason]:
                self.point.end(int(code), " ".join(reason), "charge-point")
            case ["vanishes"]:
                self.point.end(1006, "", "lost")
            case ["binary", content]:
                self.point.say(bytes.fromhex(content), is_text=False)
            case _:
                self.point.say(what.encode())

    def _bus(self, _: str, what: str) -> None:
        match what:
            case "lost" | "back":
                self.office.change(is_up=what == "back")
            case "deaf" | "hears":
                self.office.is_up = what == "hears"
            case "forgets":
                self.office.keepers[0].sessions.clear()

    def _time(self, _: str, what: str) -> None:
        self.office.pass_time(int(float(what.split()[1]) * 1000))

    def _client(self, who: str, what: str) -> None:
        match what.split():
            case ["attach", *rest]:
                self._attach(who, rest)
            case ["gone"]:
                self.clients[who].go()
            case ["claim", *unless_held]:
                self.clients[who].move_role("claim-unheld" if unless_held else "claim")
            case ["release"]:
                self.clients[who].move_role("release")
            case _ if self.clients[who].is_plain:
                self.office.publish("to", parcel("text", self.clients[who].asker, body=what.encode()))
            case _:
                self.clients[who].request(**orjson.loads(what))

    def _attach(self, who: str, said: list[str]) -> None:
        after = dict(pairwise(said))
        role = next((word for word in said if word in ("answer", "standby")), "watch")
        position = Position(after.get("of", "e1"), int(after["since"])) if "since" in after else None
        is_plain = "plain" in said
        asker = f"{who}-{self.office.at}".encode()
        client = Client(
            self.office,
            after.get("as", who),
            asker,
            "answer" if is_plain else role,
            is_plain=is_plain,
            position=position,
        )
        self.clients[who] = client
        self.office.clients.append(client)
        client.attach()

    def _sees(self, who: str, what: str) -> None:
        if who == "cp":
            seen, self.point.seen = self.point.seen, []
            assert seen == ([] if what == "nothing" else [what]), f"cp saw {seen}, not {what}"
            return
        client = self.clients[who]
        seen = [shown.decode() if client.is_plain else words(shown) for shown in client.seen]
        client.seen.clear()
        if client.is_replaced and "replaced" in what:
            seen.append("replaced")
        expected = [] if what == "nothing" else what.split(", ")
        told = {word.split()[0] for word in expected}
        seen = [one for one in seen if one.split()[0] in told or not one.startswith(MAY_BE_LEFT_OUT)]
        assert is_said(expected, seen), f"{who} saw {seen}, not {expected}"
