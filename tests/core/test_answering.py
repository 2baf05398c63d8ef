"""Who answers a charge point, and who may not."""

from __future__ import annotations

from relay.core.parcel import parcel
from relay.core.roster import LEASE_MS
from relay.core.session import RoleMoved
from tests.core.post_office import ChargePoint, PostOffice
from tests.core.script import Script


def test_the_latest_to_come_answers_and_everybody_is_told(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1  sees opened, replayed complete, role tab1 answer from 1
        cp>   [2,"a","Heartbeat",{}]
        tab2> attach answer
        tab1  sees 1, role tab2 answer from 2
        tab2  sees 1, role tab2 answer from 2
    """)
    assert script.office.told_lobby == [RoleMoved(), RoleMoved()]


def test_the_role_passes_on_to_the_latest_that_remains(script: Script) -> None:
    script.run("""
        bot>  attach standby
        tab1> attach answer
        tab2> attach answer
        tab3> attach
        tab3  sees opened, replayed complete, role tab2 answer
        tab2> gone
        tab3  sees role tab1 answer
        tab1> release
        tab3  sees role bot standby
        bot>  gone
        tab3  sees role nobody
    """)


def test_a_standby_does_not_take_the_role_from_who_answers(script: Script) -> None:
    script.run("""
        tab1> attach answer
        bot>  attach standby
        bot   sees opened, replayed complete, role tab1
        tab1> gone
        bot   sees role bot standby
        tab2> attach answer
        bot   sees role tab2
    """)


def test_the_latest_standby_answers(script: Script) -> None:
    script.run("""
        bot1> attach standby
        bot2> attach standby
        bot1  sees opened, replayed complete, role bot1, role bot2
    """)


def test_who_watches_may_claim(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab2> attach
        tab2> claim
        tab1  sees opened, replayed complete, role tab1, role tab2 answer
        tab2> gone
        tab1  sees role tab1
    """)


def test_a_claim_unless_held_takes_nothing_away(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab2> attach
        tab2> claim unless held
        tab1  sees opened, replayed complete, role tab1
        tab1> gone
        tab2> claim unless held
        tab2  sees opened, replayed complete, role tab1, role nobody, role tab2
    """)


def test_a_release_leaves_it_watching(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab1> release
        tab1> {"type":"send","ref":1,"text":"x"}
        tab1  sees opened, replayed complete, role tab1, role nobody, refused watching send 1
        time> passes 11 s
        tab1  sees nothing
        cp    sees nothing
    """)


def test_a_silent_client_is_forgotten(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab2> attach
        tab2  sees opened, replayed complete, role tab1
    """)
    script.office.clients.remove(script.clients["tab1"])
    script.run("""
        time> passes 29 s
        tab2  sees nothing
        time> passes 2 s
        tab2  sees role nobody
    """)


def test_a_client_that_renews_is_not_forgotten(script: Script) -> None:
    script.run("tab1> attach answer")
    script.office.pass_time(3 * LEASE_MS)
    script.run("""
        tab1  sees opened, replayed complete, role tab1
        tab1> {"type":"send","text":"x"}
        cp    sees x
    """)


def test_a_renewal_that_crossed_a_claim_takes_nothing_back(script: Script) -> None:
    script.run("tab1> attach")
    tab1 = script.clients["tab1"]
    tab1.move_role("claim")
    tab1.attach()
    script.office.settle()
    script.run("tab1 sees opened, replayed complete, role nobody, role tab1")
    assert tab1.role == "answer"


def test_one_client_on_two_sockets_is_the_later_one(script: Script) -> None:
    script.run("""
        tab1> attach answer
        tab2> attach answer as tab1
        tab1  sees replaced
        tab2> {"type":"send","text":"x"}
        cp    sees x
    """)


def test_a_socket_that_was_replaced_unheard_is_told_when_it_renews(script: Script) -> None:
    script.run("tab1> attach answer")
    tab1 = script.clients["tab1"]
    script.run("tab2> attach answer as tab1")
    tab1.is_replaced = False
    script.office.clients.append(tab1)
    tab1.attach()
    script.office.settle()
    script.run("""
        tab1  sees replaced
        tab2> {"type":"send","text":"x"}
        cp    sees x
    """)


def test_after_a_reconnect_the_order_is_that_of_what_they_did(quiet: Script) -> None:
    quiet.run("""
        cp>   connects
        tab1> attach answer
        tab2> attach answer
        tab3> attach answer
        tab1> claim
        tab2  sees opened e1, replayed complete, role tab2, role tab3, role tab1
        cp>   vanishes
    """)
    quiet.office.clients.reverse()
    quiet.run("""
        cp>   connects
        tab2  sees closed 1006, opened e2, role tab3, role tab1
        cp>   vanishes
    """)
    quiet.office.clients.sort(key=lambda client: client.client != "tab1")
    quiet.run("""
        cp>   connects
        tab2  sees closed 1006, opened e3, role tab1
        tab1> gone
        tab2  sees role tab3
    """)


def test_a_claim_while_nobody_is_there_is_remembered(quiet: Script) -> None:
    quiet.run("""
        tab1> attach answer
        tab2> attach
        time> passes 1 s
        tab2> claim
        time> passes 1 s
        cp>   connects
        tab1  sees absent, opened e1, role tab1, role tab2
        tab2> {"type":"send","text":"x"}
        cp    sees x
    """)


def test_a_release_while_nobody_is_there_is_remembered(quiet: Script) -> None:
    quiet.run("""
        tab1> attach answer
        tab1> release
        cp>   connects
        tab1  sees absent, opened e1, role nobody
    """)


def test_stamps_follow_the_clock_and_never_go_back(script: Script) -> None:
    script.run("tab1> attach answer")
    first = script.clients["tab1"].stamp
    script.office.at -= 5000
    script.run("""
        tab2> attach answer
        tab1  sees opened, replayed complete, role tab1, role tab2
    """)
    assert script.clients["tab2"].stamp == first + 1


def test_who_is_not_on_the_list_moves_nothing(script: Script) -> None:
    session = script.point.session
    for what in ("claim", "claim-unheld", "release", "leave"):
        assert session.take(parcel(what, "stranger"), at=0) == []


def test_a_word_that_is_not_known_moves_nothing(script: Script) -> None:
    script.run("tab1> attach")
    script.office.publish("to", parcel("dance", script.clients["tab1"].asker))
    script.office.settle()
    script.run("tab1 sees opened, replayed complete, role nobody")


def test_the_newest_connection_wins(script: Script) -> None:
    script.run("""
        tab1> attach
        cp>   [2,"a","Heartbeat",{}]
    """)
    old = script.point
    script.run("""
        cp>   connects
        cp>   [2,"b","BootNotification",{}]
        time> passes 1 s
        tab1  sees 1 e1, closed 4409 superseded e1, 1 e2
        cp    sees nothing
    """)
    assert old.seen == ["closed 4409 another connection took this identity"]


def test_the_newest_wins_whatever_the_clocks_say(script: Script) -> None:
    old = script.point
    script.office.at -= 60_000
    script.run("""
        cp>   connects as e0
        tab1> attach
        tab1  sees opened e0, replayed complete e0
    """)
    assert old.seen == ["closed 4409 another connection took this identity"]


def test_of_two_that_come_at_once_one_stays() -> None:
    office = PostOffice()
    first, second = ChargePoint(office, "e2"), ChargePoint(office, "e1")
    office.points += [first, second]  # both listen before either has spoken
    first.announce("fresh")
    second.announce("fresh")
    office.settle()
    assert office.points == [second]


def test_of_two_that_find_each_other_the_later_stays(quiet: Script) -> None:
    quiet.run("""
        cp>  connects as late
        bus> lost
    """)
    late = quiet.point
    quiet.office.at -= 60_000
    quiet.run("""
        cp>  connects as early
        bus> back
    """)
    assert quiet.office.points == [late]
    assert quiet.point.seen == ["closed 4409 another connection took this identity"]


def test_the_earlier_hears_of_the_later_even_if_only_it_spoke(script: Script) -> None:
    later = script.point
    script.office.is_up = False
    script.office.at -= 60_000
    script.run("cp> connects as early")
    script.office.is_up = True
    script.office.publish("to", script.point.session.announcement("found"))
    script.office.settle()
    assert script.office.points == [later]
