"""The close codes are one table; the documentation and the web app's tests have copies.

To write the copies anew: ``python -m tests.core.test_close``.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

from relay.core.close import CLOSES, as_markdown

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "wire.md"
VECTORS = ROOT / "tests" / "vectors" / "close_codes.json"
PLACE = re.compile(r"(?<=<!-- close codes: begin -->\n).*(?=<!-- close codes: end -->)", re.DOTALL)


def page_with_table() -> str:
    return PLACE.sub(lambda _: f"\n{as_markdown()}\n\n", PAGE.read_text())


def vectors() -> str:
    return json.dumps([asdict(close) for close in CLOSES], indent=2) + "\n"


def test_the_documentation_has_the_table() -> None:
    assert as_markdown() in PAGE.read_text()
    assert page_with_table() == PAGE.read_text(), "python -m tests.core.test_close"


def test_the_web_app_tests_against_the_same_table() -> None:
    assert vectors() == VECTORS.read_text(), "python -m tests.core.test_close"


def test_every_code_is_one_row_and_may_be_told_a_person() -> None:
    assert len({close.code for close in CLOSES}) == len(CLOSES)
    assert all(len(close.words.encode()) <= 123 for close in CLOSES)


if __name__ == "__main__":
    PAGE.write_text(page_with_table())
    VECTORS.write_text(vectors())
