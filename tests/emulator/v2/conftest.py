from __future__ import annotations

import pytest

from tests.emulator.v2.central import Central


@pytest.fixture(params=["2.0.1", "2.1"])
def central(request: pytest.FixtureRequest) -> Central:
    return Central(request.param)
