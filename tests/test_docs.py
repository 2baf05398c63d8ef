"""What the documents say is so: their commands run, their links lead somewhere, their tables are fresh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from relay.cli import cli
from relay.core.close import as_markdown

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
PROGRAM = re.compile(r"(?:^|[\s`])(?:\.venv/bin/)?ocpp-relay ([a-z]+(?: [^`|#\n]*)?)", re.MULTILINE)
CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
SCRIPT = re.compile(r"(?<![\w/])scripts/([a-z][a-z-]*)")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def in_code(text: str) -> str:
    """Only what is set as code: blocks and spans."""
    return "\n".join(block or span for block, span in CODE.findall(text))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for target in LINK.findall(document.read_text()):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_scripts_and_commands_exist_with_the_options_that_are_named(document: Path) -> None:
    code = in_code(document.read_text())
    for script in SCRIPT.findall(code):
        assert (ROOT / "scripts" / script).exists(), script
    for line in PROGRAM.findall(code):
        name, *words = line.split()
        command = cli.commands.get(name)
        assert command is not None, f"ocpp-relay {line}"
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        options = [word.strip("[],.").split("=")[0] for word in words if word.strip("[").startswith("--")]
        assert set(options) <= known, f"ocpp-relay {line}"


def test_the_table_of_close_codes_is_fresh() -> None:
    assert as_markdown() in (ROOT / "docs" / "wire.md").read_text()


def test_every_command_explains_itself() -> None:
    for name in cli.commands:
        shown = CliRunner().invoke(cli, [name, "--help"])
        assert shown.exit_code == 0
        assert len(shown.output.splitlines()) > 3
