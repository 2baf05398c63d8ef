"""Times as OCPP writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(at: float) -> str:
    """Seconds since 1970 as UTC with milliseconds and ``Z``, which every central system can read."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_seconds(text: object) -> float | None:
    """None when it is no time. A time without a zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(str(text))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
