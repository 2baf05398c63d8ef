from __future__ import annotations

import pytest

from tests.emulator.v16.central import Central


@pytest.fixture
def central() -> Central:
    return Central()
