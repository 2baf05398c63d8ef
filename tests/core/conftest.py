"""``script``: a conversation with a charge point that is connected, in epoch ``e1``; ``quiet``: with none yet."""

from __future__ import annotations

import pytest

from tests.core.post_office import PostOffice
from tests.core.script import Script


@pytest.fixture
def quiet() -> Script:
    return Script(PostOffice())


@pytest.fixture
def script(quiet: Script) -> Script:
    quiet.run("cp> connects")
    return quiet
