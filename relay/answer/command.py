"""`ocpp-relay answer`."""

from __future__ import annotations

import asyncio
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import click
import orjson

UNITS = {"": 1.0, "ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}


def seconds(_context: click.Context, _option: click.Parameter, value: str | None) -> float | None:
    """Seconds from ``90``, ``90s``, ``5m`` or ``1h``."""
    if value is None:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s|m|h|)", value)
    span = float(found[1]) * UNITS[found[2]] if found else 0.0
    if span <= 0:
        raise click.BadParameter(f"{value} is no time, such as 60s, 5m or 1h")
    return span


def relay_url(_context: click.Context, _option: click.Parameter, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"ws", "wss"} or not parts.hostname:
        raise click.BadParameter(f"{value} is no address of a relay, such as ws://localhost:9000")
    return value


def seed_digits(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[0-9a-fA-F]{1,8}", value):
        raise click.BadParameter(f"{value} is no seed: one to eight digits of 0-9 and a-f")
    return value


@click.command()
@click.option("--identity", required=True, help="The charge point to answer.")
@click.option(
    "--rules", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The rules, as the page exports them; docs/rules.md explains the format.",
)  # fmt: skip
@click.option("--url", default="ws://localhost:9000", show_default=True, callback=relay_url, help="The relay.")
@click.option(
    "--role", default="standby", show_default=True, type=click.Choice(["standby", "answer"]),
    help="Answer when nobody else does, or take the charge point over.",
)  # fmt: skip
@click.option("--name", default="headless", show_default=True, help="What others read about who answers.")
@click.option("--seed", callback=seed_digits, help="Repeat the random choices of an earlier run.")
@click.option(
    "--exit-after", metavar="TIME", callback=seconds,
    help="End after this time: 60s, 5m, 1h.  [default: when all is decided]",
)  # fmt: skip
def answer(
    identity: str, rules: Path, url: str, role: str, name: str, seed: str | None, exit_after: float | None
) -> None:
    """Answer a charge point by rules, without a browser.

    Prints what happens as JSON lines. Ends with status 1 when something that the rules expect has not come.
    """
    if find_spec("quickjs") is None:
        raise click.ClickException("This is not installed. Install it with: pip install 'ocpp-relay[answer]'")
    from relay.answer import run
    from relay.answer.engine import NotBuilt, Role, WrongRules

    text = rules.read_text(encoding="utf-8")
    task = run.Task(url, identity, text, cast("Role", role), name, seed, exit_after=exit_after)
    try:
        met = asyncio.run(run.answer(task, print_line))
    except WrongRules as wrong:
        raise click.ClickException(f"{rules} cannot be used:\n{wrong}") from None
    except (NotBuilt, run.Ended) as reason:
        raise click.ClickException(str(reason)) from None
    except KeyboardInterrupt:
        met = True
    if not met:
        raise SystemExit(1)


def print_line(line: dict[str, Any]) -> None:
    """One JSON object a line, at once: somebody may be reading a pipe."""
    click.echo(orjson.dumps(line))
