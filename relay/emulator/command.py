"""`ocpp-relay emulate`."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from urllib.parse import urlsplit

import click

from relay.emulator.pace import Pace

VERSIONS = ("1.6", "2.0.1", "2.1")


def websocket_url(_context: click.Context, _option: click.Parameter, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"ws", "wss"} or not parts.hostname:
        raise click.BadParameter(f"{value} is no address of a central system, such as ws://localhost:9000/ocpp")
    return value


def ocpp_version(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Also by the name of its subprotocol, as ``ocpp2.0.1``."""
    version = value.lower().removeprefix("ocpp")
    if version not in VERSIONS:
        raise click.BadParameter(f"{value} is no version it speaks: {', '.join(VERSIONS)}")
    return version


@click.command()
@click.option(
    "--url", default="ws://localhost:9000/ocpp", show_default=True, callback=websocket_url,
    help="Where to connect, without the identity.",
)  # fmt: skip
@click.option(
    "--version", default="1.6", show_default=True, callback=ocpp_version, metavar="[1.6|2.0.1|2.1]",
    help="The OCPP version to speak.",
)  # fmt: skip
@click.option("--identity", default="CP1", show_default=True, help="The charge point's name.")
@click.option(
    "--count", default=1, show_default=True, type=click.IntRange(1, 100_000),
    help="How many charge points; the identity is numbered on: CP1, CP2, CP3.",
)  # fmt: skip
@click.option(
    "--meter-seconds", default=5, show_default=True, type=click.IntRange(0, 86_400),
    help="Seconds between meter values while charging; 0 sends none.",
)  # fmt: skip
@click.option(
    "--speed", default=1.0, show_default=True, type=click.FloatRange(0.01, 1000),
    help="How much faster cars come, charge and leave.",
)  # fmt: skip
@click.option(
    "--say", "frames", multiple=True, metavar="FRAME",
    help="Send this text as it stands once connected, and print what comes back. May be given again.",
)  # fmt: skip
@click.option("--quiet", is_flag=True, help="Say nothing.")
def emulate(
    url: str,
    version: str,
    identity: str,
    count: int,
    meter_seconds: int,
    speed: float,
    frames: tuple[str, ...],
    quiet: bool,
) -> None:
    """Be one or more charge points of OCPP 1.6, 2.0.1 or 2.1 that boot, charge, and answer what they are asked."""
    if find_spec("ocpp") is None:
        raise click.ClickException("The emulator is not installed. Install it with: pip install 'ocpp-relay[emulator]'")
    from relay.emulator import run

    say = silent if quiet else click.echo
    try:
        asyncio.run(run.emulate(url, identity, count, Pace().faster(speed), meter_seconds, say, frames, version))
    except KeyboardInterrupt:
        click.echo("Stopped.")


def silent(_text: str) -> None:
    """Where ``--quiet`` lets the lines go."""
