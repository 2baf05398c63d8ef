"""The arrows between the packages go one way, and the core touches nothing of the outside world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

RELAY = Path(__file__).parent.parent / "relay"

MAY_IMPORT = {
    "core": {"core"},
    "bus": {"bus", "core"},
    "settings": {"settings", "core"},
    "server": {"server", "bus", "core", "settings"},
    "recorder": {"recorder", "bus", "core", "settings"},
    "soap": {"soap", "bus", "core", "settings"},
    "emulator": {"emulator", "core"},
    "answer": {"answer", "core"},
}
"""What a part of ``relay`` may import of ``relay``; what is not named here (the command line) may import all."""

NOT_IN_CORE = {"asyncio", "logging", "os", "queue", "random", "selectors", "socket", "threading", "time", "uuid"}


def imports(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module a file imports, by its full name, wherever in the file that is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: -node.level + 1 or None] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str | None:
    """Which part of ``relay`` a module belongs to: ``relay.core.session`` to ``core``; ``relay`` itself to none."""
    names = module.split(".")
    return names[1] if names[0] == "relay" and len(names) > 1 else None


def parts() -> set[str]:
    return {path.stem for path in RELAY.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}


def wrong_arrows(part: str, text: str, package: str) -> list[str]:
    known = parts()
    found = {part_of(name) for name in imports(ast.parse(text), package)} & known
    return sorted(name for name in found - MAY_IMPORT[part] if name)


def outside_world(text: str) -> list[str]:
    return sorted({name.split(".")[0] for name in imports(ast.parse(text), "relay.core")} & NOT_IN_CORE)


def files(part: str) -> list[Path]:
    return sorted((RELAY / part).rglob("*.py")) + [path for path in [RELAY / f"{part}.py"] if path.exists()]


def package_of(path: Path) -> str:
    return ".".join(path.relative_to(RELAY.parent).parent.parts)


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_every_arrow_points_inwards(part: str) -> None:
    wrong = {str(path): wrong_arrows(part, path.read_text(), package_of(path)) for path in files(part)}
    assert not {path: names for path, names in wrong.items() if names}


def test_the_core_touches_no_clock_network_or_log() -> None:
    found = {str(path): outside_world(path.read_text()) for path in files("core")}
    assert not {path: names for path, names in found.items() if names}


def test_the_core_awaits_nothing() -> None:
    waiting = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    for path in files("core"):
        assert not any(isinstance(node, waiting) for node in ast.walk(ast.parse(path.read_text()))), path


@pytest.mark.parametrize(
    "line",
    [
        "import relay.bus.redis",
        "from relay.bus import redis",
        "from relay import bus",
        "from ..bus import redis",
        "from .. import bus",
        "def late():\n    from relay.bus.bus import Bus",
    ],
)
def test_a_wrong_arrow_is_found_however_it_is_written(line: str) -> None:
    assert wrong_arrows("core", line, "relay.core") == ["bus"]


def test_a_clock_in_the_core_is_found() -> None:
    assert outside_world("import os.path\nfrom time import monotonic") == ["os", "time"]
