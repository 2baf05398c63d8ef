"""``ocpp-relay``: parses arguments and calls one function for each command. Flags beat environment beats default."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

from relay import __version__
from relay.answer.command import answer
from relay.emulator.command import emulate
from relay.settings import Settings, WrongSetting, as_text, environment_name, read_settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ocpp-relay")
def cli() -> None:
    """Connect a charger to a browser tab that plays the OCPP central system."""


def setting_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command one option for each setting."""
    for name, field in reversed(Settings.model_fields.items()):
        option = f"--{name.replace('_', '-')}"
        words = f"{field.description}. [{environment_name(name)}; default: {as_text(field) or 'none'}]"
        command = click.option(option, name, metavar="VALUE", help=words)(command)
    return command


def settings_from(flags: dict[str, str | None]) -> Settings:
    """Flags into the environment, so that workers see them too, then the table read from there."""
    for name, value in flags.items():
        if value is not None:
            os.environ[environment_name(name)] = value
    try:
        return read_settings()
    except WrongSetting as wrong:
        raise click.ClickException(str(wrong)) from None


@cli.command()
@click.option(
    "--workers", default=1, type=click.IntRange(min=1), help="Processes; more than one needs RELAY_BUS=redis://…"
)
@setting_options
def serve(workers: int, **flags: Any) -> None:
    """Run the relay and its page."""
    from relay.server.serve import CannotServe, serve_forever

    try:
        serve_forever(settings_from(flags), workers)
    except CannotServe as reason:
        raise click.ClickException(str(reason)) from None


@cli.command()
def settings() -> None:
    """List the settings with their defaults and what they do."""
    for name, field in Settings.model_fields.items():
        default = as_text(field)
        click.echo(f"{environment_name(name)}{f' = {default}' if default else ''}\n    {field.description}")


cli.add_command(answer)
cli.add_command(emulate)


def main() -> None:
    """The command's entry."""
    cli(prog_name="ocpp-relay")


if __name__ == "__main__":
    main()
