"""The relay on both buses beside a naive relay: CPU for each call-and-answer, latency, memory for each connection.

Prints one table in Markdown and the ratios to reach. Every server shares one core with its Redis; the load has the
other. Times are CPU times, and the best of several rounds that the servers play in turn: other programs on
the machine can only add to them. ``--short`` takes less than a minute.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.processes import Ended, Load, Server
from tests.redis_server import RedisServer

SPARE_FILES = 500
OURS, OURS_MEMORY, NAIVE = "ocpp-relay, Redis", "ocpp-relay, memory", "naive, Redis"
FILES_PER_PAIR = {OURS: 2, OURS_MEMORY: 2, NAIVE: 4}  # the naive relay has a Redis connection for each socket
REDIS_CLIENTS = 10_000  # as Redis limits them where nobody changed it


@dataclass(frozen=True, slots=True)
class Measured:
    """One round."""

    server: float
    redis: float
    p50: float
    p99: float


@dataclass(slots=True)
class Row:
    """A line of the table: one server with a number of pairs."""

    shape: str
    pairs: int
    workers: int
    idle_kb: float
    rounds: list[Measured] = field(default_factory=list)

    @property
    def best(self) -> Measured:
        """The round in which the server needed least."""
        return min(self.rounds, key=lambda measured: measured.server)

    def cells(self) -> tuple[str, ...]:
        """As they stand in the table."""
        best = self.best
        shape = f"{self.shape}, {self.workers} workers" if self.workers > 1 else self.shape
        redis = "" if self.shape == OURS_MEMORY else f"{min(one.redis for one in self.rounds):.1f}"
        times = f"{best.p50:.1f}", f"{best.p99:.1f}"
        return shape, f"{self.pairs:,}", f"{best.server:.1f}", redis, *times, f"{self.idle_kb:.1f}"


HEADINGS = ("shape", "pairs", "server µs/call", "Redis µs/call", "p50 ms", "p99 ms", "kB/idle connection")


@dataclass(slots=True)
class Contender:
    """A server with its pairs connected."""

    row: Row
    server: Server
    load: Load

    def survives(self, seconds: float) -> bool:
        """One more round; False when connections broke or answers did not come."""
        try:
            self.play(seconds)
        except Ended:
            print(f"{self.row.shape}, {self.row.pairs:,} pairs: connections broke under this load.", flush=True)
            return False
        return True

    def play(self, seconds: float) -> None:
        """One more round."""
        server_before, redis_before = self.server.cpu_seconds(), self.server.redis_seconds()
        took = self.load.play(seconds)
        server = self.server.cpu_seconds() - server_before
        redis = self.server.redis_seconds() - redis_before
        self.row.rounds.append(
            Measured(
                server=server / len(took) * 1e6,
                redis=redis / len(took) * 1e6,
                p50=took[len(took) // 2] / 1000,
                p99=took[len(took) * 99 // 100] / 1000,
            )
        )


def processes_for(files: int) -> int:
    """How many processes can hold ``files`` open files between them."""
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return -(-files // (limit - SPARE_FILES))


def why_not(shape: str, pairs: int) -> str | None:
    """What keeps ``shape`` from holding so many pairs on this machine."""
    if shape == NAIVE and 2 * pairs > REDIS_CLIENTS - SPARE_FILES:
        return f"{2 * pairs:,} connections to Redis, which takes {REDIS_CLIENTS:,}"
    if shape == OURS_MEMORY and processes_for(FILES_PER_PAIR[shape] * pairs) > 1:
        return f"{2 * pairs:,} sockets in one process, and the file limit is lower"
    return None


@contextmanager
def running(shape: str, pairs: int) -> Iterator[tuple[Server, int]]:
    """A server of that shape, and how many workers it has."""
    workers = processes_for(FILES_PER_PAIR[shape] * pairs)
    with ExitStack() as stack:
        redis_server = None
        if shape != OURS_MEMORY:
            directory = stack.enter_context(tempfile.TemporaryDirectory())
            redis_server = stack.enter_context(RedisServer(Path(directory)))
        if shape == NAIVE:
            assert redis_server is not None
            server = Server("bench.naive", redis_server=redis_server, REDIS_URL=redis_server.url)
        else:
            arguments = ("serve", "--bus", redis_server.url if redis_server else "memory://", "--workers", str(workers))
            server = Server("relay.cli", *arguments, redis_server=redis_server)
        stack.enter_context(server)
        server.wait_until_ready()
        yield server, workers


@contextmanager
def connected(shape: str, pairs: int) -> Iterator[Contender]:
    """A server with its pairs connected, and what these took of its memory."""
    with running(shape, pairs) as (server, workers):
        before = server.memory_bytes()
        with Load(server.url, pairs, processes_for(2 * pairs)) as load:
            idle_kb = (server.memory_bytes() - before) / (2 * pairs) / 1000
            yield Contender(Row(shape, pairs, workers, idle_kb), server, load)


def measure(sizes: list[int], seconds: float, rounds: int) -> Iterator[Row]:
    """All rows; those of one size are measured in turn, so that what disturbs one disturbs all."""
    for pairs in sizes:
        with ExitStack() as stack:
            contenders = []
            for shape in (NAIVE, OURS, OURS_MEMORY):
                if reason := why_not(shape, pairs):
                    print(f"{shape}, {pairs:,} pairs, does not fit: {reason}.", flush=True)
                else:
                    contenders.append(stack.enter_context(connected(shape, pairs)))
            for _ in range(rounds):
                contenders = [contender for contender in contenders if contender.survives(seconds)]
        yield from (contender.row for contender in contenders)


def as_markdown(rows: list[Row]) -> str:
    """The table."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def ratios(rows: list[Row]) -> Iterator[str]:
    """What is to be reached, and what was; of each size that was measured."""
    costs = {(row.shape, row.pairs): row.best.server for row in rows}
    fewest, most = min(pairs for _, pairs in costs), 5000
    ours = costs[OURS, fewest]
    if (NAIVE, fewest) in costs:
        yield f"Naive relay to ours at {fewest} pairs: {costs[NAIVE, fewest] / ours:.1f} times (to reach: 8)"
    if (OURS, most) in costs:
        yield f"Ours at {most:,} pairs to ours at {fewest}: {costs[OURS, most] / ours:.2f} times (to reach: at most 2)"
    largest = max((row for row in rows if row.shape == OURS), key=lambda row: row.pairs)
    yield f"Idle connection of {2 * largest.pairs:,}: {largest.idle_kb:.1f} kB (to reach: at most 12)"


def main() -> None:
    """The command's entry."""
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--short", action="store_true", help="100 pairs only")
    parser.add_argument("--pairs", type=int, action="append", help="a number of pairs; may be repeated")
    parser.add_argument("--seconds", type=float, default=1.0, help="length of a round")
    parser.add_argument("--rounds", type=int, default=10, help="rounds of each server; the best counts")
    arguments = parser.parse_args()
    sizes = arguments.pairs or ([100] if arguments.short else [100, 1000, 5000, 10_000])
    rows = list(measure(sizes, arguments.seconds, arguments.rounds))
    print(f"\n{as_markdown(rows)}\n")
    for line in ratios(rows):
        print(f"* {line}")


if __name__ == "__main__":
    main()
