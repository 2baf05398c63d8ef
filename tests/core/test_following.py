"""What a client is shown, in whatever way it and the charge point come and go."""

from __future__ import annotations

from relay.core.follower import Act, Ask, Follower, Position, Show
from relay.core.session import PAGE_BYTES
from tests.core.post_office import PostOffice
from tests.core.script import Script


def test_a_page_refresh_loses_nothing(script: Script) -> None:
    script.run("""
        tab1> attach answer
        cp>   [2,"a","Heartbeat",{}]
        tab1  sees 1
        tab1> gone
        cp>   [2,"b","StatusNotification",{}]
        tab2> attach answer since 1
        tab2  sees 2, replayed complete
    """)


def test_a_fresh_client_is_shown_everything_that_is_held(script: Script) -> None:
    script.run("""
        cp>   [2,"a","BootNotification",{}]
        cp>   [2,"b","Heartbeat",{}]
        tab1> attach
        tab1  sees opened e1, 1, 2, replayed complete e1 1 to 2
        cp>   [2,"c","Heartbeat",{}]
        tab1  sees 3
    """)


def test_what_fell_off_the_log_is_said() -> None:
    script = Script(PostOffice(), keep_frames=2)
    script.run("""
        cp>   connects
        cp>   [2,"a","Heartbeat",{}]
        cp>   [2,"b","Heartbeat",{}]
        cp>   [2,"c","Heartbeat",{}]
        tab1> attach
        tab1  sees opened, 2, 3, replayed incomplete e1 2 to 3
        tab2> attach since 1
        tab2  sees 2, 3, replayed complete
    """)


def test_a_log_that_keeps_nothing_passes_on_what_comes() -> None:
    script = Script(PostOffice(), keep_frames=0)
    script.run("""
        tab1> attach
        tab1  sees absent
        cp>   connects
        cp>   [2,"a","Heartbeat",{}]
        cp>   [2,"b","Heartbeat",{}]
        tab1  sees opened, 1, 2
        tab2> attach
        tab2  sees opened, replayed incomplete e1 nothing
        cp>   [2,"c","Heartbeat",{}]
        tab1  sees 3
        tab2  sees 3
    """)


def test_a_long_log_comes_in_pages(script: Script) -> None:
    script.run("\n".join(f'cp> [2,"{n}","DataTransfer",{{"data":"{"x" * 30_000}"}}]' for n in range(5)))
    assert script.point.session.log.size > 2 * PAGE_BYTES
    script.run("""
        tab1> attach
        tab1  sees opened e1, 1, 2, 3, 4, 5, replayed complete e1 1 to 5
    """)
    script.run("""
        cp>   closes 1001 going away
        tab2> attach since 0 of e1
        tab2  sees opened e1, 1, 2, 3, 4, 5, closed 1001, replayed complete e1 1 to 5, absent
    """)


def test_nobody_there_is_said_once(quiet: Script) -> None:
    quiet.run("""
        tab1> attach
        tab1  sees absent
        time> passes 25 s
        tab1  sees nothing
        cp>   connects
        tab1  sees opened e1
        cp>   vanishes
        tab1  sees closed 1006 lost
        time> passes 11 s
        tab1  sees absent
    """)


def test_a_charge_point_that_reconnects_is_followed(script: Script) -> None:
    script.run("""
        tab1> attach
        cp>   [2,"a","Heartbeat",{}]
        cp>   closes 1001 going away
        cp>   connects
        cp>   [2,"b","BootNotification",{}]
        tab1  sees opened e1, 1 e1, closed 1001 charge-point e1, opened e2, 1 e2
    """)


def test_a_position_in_an_ended_session_gets_its_rest_and_then_the_live_one(script: Script) -> None:
    script.run("""
        tab1> attach
        cp>   [2,"a","Heartbeat",{}]
        tab1> gone
        cp>   [2,"b","Heartbeat",{}]
        cp>   closes 1001 going away
        cp>   connects
        cp>   [2,"c","BootNotification",{}]
        tab2> attach since 1 of e1
        tab2  sees opened e1, 2 e1, closed 1001, replayed complete e1 2 to 2, opened e2, 1, replayed complete e2 1 to 1
    """)


def test_a_position_in_an_ended_session_gets_its_rest_though_nobody_is_there(script: Script) -> None:
    script.run("""
        cp>   [2,"a","Heartbeat",{}]
        cp>   closes 1001 going away
        tab1> attach since 0 of e1
        tab1  sees opened e1, 1, closed 1001, replayed complete e1 1 to 1, absent
    """)


def test_a_session_that_nobody_keeps_is_said_to_be_lost(script: Script) -> None:
    script.run("""
        cp>   closes 1001 going away
        bus>  forgets
        cp>   connects
        tab1> attach since 7 of e1
        time> passes 2 s
        tab1  sees replayed incomplete e1 nothing, opened e2, replayed complete e2 nothing
    """)


def test_a_session_whose_keepers_keep_others_is_said_to_be_lost(script: Script) -> None:
    script.run("""
        cp>   closes 1001 going away
        tab1> attach since 7 of e0
        time> passes 2 s
        tab1  sees replayed incomplete e0 nothing, absent
    """)


def test_a_position_beyond_the_end_is_put_right(script: Script) -> None:
    script.run("""
        cp>   [2,"a","Heartbeat",{}]
        tab1> attach since 7
        tab1  sees opened, replayed incomplete e1 nothing
        cp>   [2,"b","Heartbeat",{}]
        tab1  sees 2
    """)


def test_a_lost_frame_is_asked_for(script: Script) -> None:
    script.run("""
        tab1> attach
        bus>  deaf
        cp>   [2,"a","Heartbeat",{}]
        bus>  hears
        cp>   [2,"b","Heartbeat",{}]
        tab1  sees opened, replayed complete e1 nothing, opened, 1, 2, replayed complete e1 1 to 2
    """)


def test_a_lost_tail_is_noticed_by_the_next_renewal(script: Script) -> None:
    script.run("""
        tab1> attach
        bus>  deaf
        cp>   [2,"a","Heartbeat",{}]
        bus>  hears
        time> passes 9 s
        tab1  sees nothing
        time> passes 2 s
        tab1  sees 1, replayed complete e1 1 to 1
    """)


def test_a_lost_goodbye_is_noticed_by_the_next_renewal(script: Script) -> None:
    script.run("""
        tab1> attach
        bus>  deaf
        cp>   [2,"a","Heartbeat",{}]
        cp>   closes 1001 going away
        bus>  hears
        time> passes 11 s
        tab1  sees 1, closed 1001, absent
    """)


def test_a_frame_lost_just_before_the_goodbye_is_shown_before_it(script: Script) -> None:
    script.run("""
        tab1> attach
        bus>  deaf
        cp>   [2,"a","Heartbeat",{}]
        bus>  hears
        cp>   closes 1001 going away
        tab1  sees opened, replayed complete, opened, 1, closed 1001, replayed complete e1 1 to 1
    """)


def test_a_session_that_came_and_went_unnoticed_is_shown_when_it_is_heard_of(script: Script) -> None:
    script.run("""
        tab1> attach
        bus>  deaf
        cp>   [2,"a","Heartbeat",{}]
        cp>   closes 1001 going away
        cp>   connects
        cp>   [2,"b","BootNotification",{}]
        bus>  hears
        cp>   [2,"c","Heartbeat",{}]
        time> passes 11 s
        tab1  sees opened e1, opened e1, 1 e1, closed 1001 charge-point e1, opened e2, 1 e2, 2 e2
    """)


def test_when_the_bus_was_away_everything_is_asked_for(script: Script) -> None:
    script.run("""
        tab1> attach
        tab1  sees replayed complete
        bus>  lost
        cp>   [2,"a","Heartbeat",{}]
        bus>  back
        tab1  sees opened, 1, replayed complete e1 1 to 1
        bus>  lost
        bus>  back
        tab1  sees opened, replayed complete e1 nothing
    """)


def test_a_session_whose_process_is_back_later_is_taken_up_again(script: Script) -> None:
    script.run("""
        tab1> attach
        cp>   [2,"a","Heartbeat",{}]
        tab1  sees 1
    """)
    away = script.office.points.pop()
    script.run("""
        time> passes 12 s
        tab1  sees replayed incomplete e1 nothing, absent
    """)
    away.say(b'[2,"b","Heartbeat",{}]')
    away.connect("found")
    script.run("""
        time> passes 1 s
        tab1  sees opened e1, 2, replayed complete e1 2 to 2
        cp>   [2,"c","Heartbeat",{}]
        tab1  sees 3
    """)


def test_who_answers_is_told_with_what_is_shown(script: Script) -> None:
    script.run("""
        tab1> attach
        tab1  sees opened, replayed complete, role nobody
        tab2> attach answer
        tab1  sees role tab2 answer from 1
        time> passes 25 s
        tab1  sees nothing
        cp>   vanishes
        cp>   connects
        tab1  sees closed 1006, opened e2, role nobody, role tab2 answer from 1
    """)


def test_the_position_is_the_last_thing_shown() -> None:
    follower = Follower()
    assert follower.position is None
    follower.alive(b"e1", 0, b"", at=0)
    assert follower.position is None
    assert follower.is_asking
    assert follower.page(b"e1", 0, 0, 1, 0, b"opened", at=0)[0] == Show(b"opened")
    assert follower.position == Position("e1", 0)
    assert follower.frame(b"e1", 1, b"one", at=0) == [Show(b"one")]
    assert follower.position == Position("e1", 1)


def followed(seq: int = 0) -> Follower:
    """A follower at rest in ``e1``."""
    follower = Follower(Position("e1", seq))
    follower.alive(b"e1", seq, b"", at=0)
    follower.page(b"e1", seq, seq, seq + 1, seq, b"opened", at=0)
    assert not follower.is_asking
    return follower


def test_a_silent_session_is_asked_again_every_half_second() -> None:
    follower = followed()
    assert follower.frame(b"e1", 2, b"two", at=0) == [Ask(b"e1", 0, of_ended=False)]
    for at in range(1000, 60_000, 500):
        assert follower.tick(at - 501) == []
        assert follower.tick(at) == [Ask(b"e1", 0, of_ended=False)]


def test_a_silent_keeper_is_given_up() -> None:
    follower = followed()
    assert follower.closed(b"e1", 2, b"closed", at=0) == [Ask(b"e1", 0, of_ended=True)]
    asked = [follower.tick(at) for at in range(500, 4000, 500)]
    assert asked == [[Ask(b"e1", 0, of_ended=True)]] * 7
    assert b'"complete":false' in follower.tick(4000)[0].envelope  # type: ignore[union-attr]  # an Ask would fail the test
    assert not follower.is_asking
    assert follower.tick(9000) == []


def test_answers_that_nobody_waits_for_change_nothing() -> None:
    follower = followed(seq=3)
    assert follower.page(b"e1", 3, 0, 1, 3, b"opened\n1\n2\n3", at=0) == []
    assert follower.heard(0, at=0) == []
    assert follower.none(b"e1", at=0) == []
    assert follower.tick(60_000) == []
    assert follower.frame(b"e1", 3, b"three", at=0) == []


def test_what_is_left_is_never_shown_again() -> None:
    follower = followed()
    assert follower.closed(b"e1", 0, b"closed", at=0) == [Show(b"closed")]
    assert follower.closed(b"e1", 0, b"closed", at=0) == []
    assert follower.frame(b"e1", 1, b"one", at=0) == []
    assert follower.opened(b"e1", b"opened", at=0) == []
    assert follower.role(b"e1", b"role") == []
    assert follower.alive(b"e1", 1, b"role", at=0) == []
    assert follower.opened(b"e2", b"opened", at=0) == [Show(b"opened")]
    assert follower.opened(b"e2", b"opened", at=0) == []
    assert follower.closed(b"e3", 1, b"closed", at=0) == []


def test_a_goodbye_ends_a_question_when_nothing_is_missing() -> None:
    follower = Follower(Position("e1", 3))
    follower.alive(b"e1", 3, b"", at=0)
    shown = follower.closed(b"e1", 3, b"closed", at=0)
    assert shown[0] == Show(b"closed")
    assert b'"complete":true' in shown[1].envelope  # type: ignore[union-attr]  # an Ask would fail the test
    assert not follower.is_asking


def test_who_is_asked_for_and_says_goodbye_is_asked_for_at_the_keeper() -> None:
    follower = Follower()
    assert follower.alive(b"e1", 2, b"", at=0) == [Ask(b"e1", 0, of_ended=False)]
    assert follower.none(b"e0", at=0) == []
    assert follower.closed(b"e1", 2, b"closed", at=0) == [Ask(b"e1", 0, of_ended=True)]


def test_a_session_that_moves_to_its_keeper_is_found_there() -> None:
    follower = Follower()
    assert follower.alive(b"e1", 2, b"", at=0) == [Ask(b"e1", 0, of_ended=False)]
    assert follower.heard(0, at=0) == [Ask(b"e1", 0, of_ended=True)]
    assert follower.heard(0, at=0) == []
    assert follower.tick(500) == [Ask(b"e1", 0, of_ended=False)]
    assert follower.none(b"e1", at=500) == []
    assert follower.heard(1, at=500) == [Ask(b"e1", 0, of_ended=True)]
    assert follower.page(b"e1", 0, 0, 1, 0, b"opened\nclosed", at=500)[:2] == [Show(b"opened"), Show(b"closed")]
    assert not follower.is_asking


def test_a_renewal_that_nobody_heard_proves_nothing() -> None:
    follower = followed()
    assert follower.nobody(at=0) == [Ask(b"e1", 0, of_ended=True)]
    assert follower.heard(0, at=0) == [Ask(b"e1", 0, of_ended=False)]
    assert follower.page(b"e1", 0, 0, 1, 0, b"opened", at=0)[0] == Show(b"opened")
    assert follower.closed(b"e1", 0, b"closed", at=0) == [Show(b"closed")]


def test_a_session_that_was_heard_of_and_never_found_is_said_to_be_lost() -> None:
    follower = Follower()
    assert follower.alive(b"e1", 2, b"", at=0) == [Ask(b"e1", 0, of_ended=False)]
    acts: list[Act] = []
    for at in range(0, 3000, 500):
        follower.tick(at)
        acts += follower.heard(0, at)
    assert acts[-1] == Show(b'{"type":"replayed","epoch":"e1","first":null,"last":null,"complete":false}')
    assert follower.position is None
    assert follower.opened(b"e2", b"opened", at=3000) == [Show(b"opened")]


def test_who_answers_is_told_after_the_replay_that_was_asked_for() -> None:
    follower = Follower(Position("e1", 0))
    assert follower.role(b"e1", b"role") == []
    assert follower.alive(b"e1", 0, b"role", at=0) == [Ask(b"e1", 0, of_ended=False)]
    shown = follower.page(b"e1", 0, 0, 1, 0, b"opened", at=0)
    assert (shown[0], shown[-1]) == (Show(b"opened"), Show(b"role"))


def test_an_answer_to_an_older_question_is_not_shown_again() -> None:
    follower = followed(seq=3)
    assert follower.frame(b"e1", 5, b"five", at=0) == [Ask(b"e1", 3, of_ended=False)]
    assert follower.page(b"e1", 3, 0, 1, 3, b"opened\n1\n2\n3", at=0) == []


def test_what_was_given_up_and_left_is_not_entered_again() -> None:
    follower = followed()
    assert follower.closed(b"e1", 2, b"closed", at=0) == [Ask(b"e1", 0, of_ended=True)]
    for at in range(0, 3000, 500):
        follower.tick(at)
        follower.heard(0, at)
    assert follower.opened(b"e2", b"opened", at=3000) == [Show(b"opened")]
    assert follower.frame(b"e1", 1, b"one", at=3000) == []
    assert follower.closed(b"e1", 0, b"closed", at=3000) == []


def test_a_page_that_was_on_its_way_when_the_session_ended_is_not_the_end() -> None:
    follower = Follower()
    assert follower.alive(b"e1", 1, b"", at=0) == [Ask(b"e1", 0, of_ended=False)]
    assert follower.closed(b"e1", 2, b"closed", at=0) == [Ask(b"e1", 0, of_ended=True)]
    acts = follower.page(b"e1", 1, 0, 1, 1, b"opened\none", at=0)
    assert isinstance(acts[-1], Ask)
    assert acts[-1].after == 1


def test_who_answers_in_part_is_not_given_up_for_what_was_before() -> None:
    follower = Follower()
    follower.alive(b"e1", 2, b"", at=0)
    for at in range(0, 1500, 500):
        follower.tick(at)
        follower.heard(0, at)
    assert follower.page(b"e1", 1, 0, 1, 2, b"opened\none", at=2000)[-1] == Ask(b"e1", 1, of_ended=True)
    follower.heard(0, at=2000)
    follower.heard(0, at=2000)
    follower.heard(0, at=2000)
    assert follower.is_asking
