from __future__ import annotations

import pytest

from tests.emulator.central import Central


@pytest.fixture
def central() -> Central:
    return Central()
