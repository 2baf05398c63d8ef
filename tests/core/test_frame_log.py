"""What is still remembered of a connection."""

from __future__ import annotations

from relay.core.frame_log import FrameLog


def log_of(*frames: bytes, keep_frames: int = 500, keep_bytes: int = 1000) -> FrameLog:
    log = FrameLog(keep_frames, keep_bytes)
    for frame in frames:
        log.append(frame)
    return log


def test_frames_are_numbered_from_one() -> None:
    log = log_of(b"a", b"b", b"c")
    assert (log.first, log.last, log.size) == (1, 3, 3)
    assert log.after(0, page_bytes=100) == (1, [b"a", b"b", b"c"])
    assert log.after(2, page_bytes=100) == (3, [b"c"])


def test_an_empty_log_begins_at_one() -> None:
    assert (log_of().first, log_of().last) == (1, 0)
    assert log_of().after(0, page_bytes=100) == (1, [])


def test_the_oldest_frames_go_when_there_are_too_many() -> None:
    log = log_of(b"a", b"b", b"c", keep_frames=2)
    assert (log.first, log.last, log.size) == (2, 3, 2)
    assert log.after(0, page_bytes=100) == (2, [b"b", b"c"])


def test_the_oldest_frames_go_when_they_are_too_large() -> None:
    log = log_of(b"a" * 6, b"b" * 4, b"c" * 6, keep_bytes=10)
    assert (log.first, log.size) == (2, 10)


def test_the_newest_frame_stays_however_large() -> None:
    log = log_of(b"a", b"b" * 50, keep_bytes=10)
    assert log.after(0, page_bytes=1) == (2, [b"b" * 50])


def test_a_log_that_keeps_nothing_counts_on() -> None:
    log = log_of(b"a", b"b", keep_frames=0)
    assert (log.first, log.last, log.size) == (3, 2, 0)
    assert log.after(0, page_bytes=100) == (3, [])


def test_a_page_has_as_many_frames_as_fit_but_one_at_least() -> None:
    log = log_of(b"a" * 30, b"b" * 30, b"c" * 40, b"d")
    assert log.after(0, page_bytes=60) == (1, [b"a" * 30, b"b" * 30])
    assert log.after(0, page_bytes=1) == (1, [b"a" * 30])


def test_nothing_follows_the_end_nor_what_lies_beyond_it() -> None:
    log = log_of(b"a", b"b")
    assert log.after(2, page_bytes=100) == (3, [])
    assert log.after(10**30, page_bytes=100) == (3, [])
