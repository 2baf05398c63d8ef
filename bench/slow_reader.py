"""What a page that stops reading costs the relay: a charge point sends 100 MB to it, and the relay's memory is watched.

    python -m bench.slow_reader [--megabytes 100]

Prints a table in Markdown. A relay that let the unread wait would grow by a byte for each byte.
"""

from __future__ import annotations

import argparse
import socket
import time
import urllib.request
from collections.abc import Iterator

from bench.frames import REQUEST, TEXT, write_frame
from bench.processes import Server
from bench.side_by_side import OURS, OURS_MEMORY, running

FRAME = write_frame(TEXT, b'[2,"1","DataTransfer",{"data":"' + b"x" * 60_000 + b'"}]')
ATTACH = write_frame(TEXT, b'{"type":"attach","client":"stuck"}')
SETTLE_SECONDS = 1.0


def connected(server: Server, path: str, subprotocol: str) -> socket.socket:
    """A socket whose handshake is answered."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    connection.sendall(REQUEST.format(path=path, subprotocol=subprotocol).encode())
    answer = connection.recv(4096)
    if not answer.startswith(b"HTTP/1.1 101 "):
        raise RuntimeError(answer)
    return connection


def slow_readers_ended(server: Server) -> int:
    """As the relay itself counts them."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return next(int(float(line.split()[1])) for line in lines if line.startswith("relay_slow_readers_total"))


def measure(shape: str, megabytes: int) -> Iterator[str]:
    """The cells of one row: the bus, bytes sent, how much the relay grew at most, and whether it ended the reader."""
    with running(shape, 1) as (server, _):
        with connected(server, "/ocpp/CP1", "ocpp1.6") as charger, connected(server, "/cs/CP1", "relay.v1") as page:
            page.sendall(ATTACH)
            time.sleep(SETTLE_SECONDS)
            before = most = server.memory_bytes()
            for number in range(megabytes * 1_000_000 // len(FRAME)):
                charger.sendall(FRAME)
                if number % 50 == 0:
                    most = max(most, server.memory_bytes())
            time.sleep(SETTLE_SECONDS)
            most = max(most, server.memory_bytes())
            ended = slow_readers_ended(server)
        yield from (shape, f"{megabytes} MB", f"{(most - before) / 1e6:.0f} MB", "yes" if ended else "no")


def main() -> None:
    """The command's entry."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    arguments = parser.parse_args()
    rows = [measure(shape, arguments.megabytes) for shape in (OURS, OURS_MEMORY)]
    headings = ("shape", "sent to a page that does not read", "the relay grew by at most", "the page was ended")
    for cells in (headings, ("---",) * len(headings), *rows):
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
