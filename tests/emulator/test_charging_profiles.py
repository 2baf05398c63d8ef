from __future__ import annotations

from relay.emulator import timestamp
from relay.emulator.charging_profiles import ChargingProfiles
from relay.emulator.frame import Payload
from relay.emulator.meter import MOST_POWER
from tests.emulator.central import NOON

DAILY: Payload = {"chargingProfileKind": "Recurring", "recurrencyKind": "Daily"}


def profile(number: int, limit: float, purpose: str = "TxDefaultProfile", level: int = 0, **more: object) -> Payload:
    schedule: Payload = {"chargingRateUnit": "W", "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}]}
    for name in ("duration", "startSchedule"):
        if name in more:
            schedule[name] = more.pop(name)
    return {
        "chargingProfileId": number,
        "stackLevel": level,
        "chargingProfilePurpose": purpose,
        "chargingProfileKind": "Absolute",
        "chargingSchedule": schedule,
    } | more


def test_without_profiles_everything_is_allowed() -> None:
    assert ChargingProfiles().limit(1, NOON, NOON) == MOST_POWER


def test_the_highest_level_counts_and_the_lowest_purpose() -> None:
    profiles = ChargingProfiles()
    profiles.install(0, profile(1, 5_500, level=1))
    profiles.install(0, profile(2, 8_000, level=2))
    assert profiles.limit(1, NOON, NOON) == 8_000
    profiles.install(1, profile(3, 9_000))
    assert profiles.limit(1, NOON, NOON) == 9_000
    assert profiles.limit(2, NOON, NOON) == 8_000
    profiles.install(1, profile(4, 10_500, "TxProfile"))
    assert profiles.limit(1, NOON, NOON) == 10_500
    profiles.install(0, profile(5, 3_500, "ChargePointMaxProfile"))
    assert profiles.limit(1, NOON, NOON) == 3_500
    profiles.end_of_transaction(1)
    profiles.clear({"chargingProfilePurpose": "ChargePointMaxProfile"})
    assert profiles.limit(1, NOON, NOON) == 9_000


def test_the_same_id_or_place_replaces() -> None:
    profiles = ChargingProfiles()
    profiles.install(1, profile(1, 10_000))
    profiles.install(1, profile(1, 20_000, level=3))
    profiles.install(1, profile(2, 3_500, level=3))
    assert profiles.limit(1, NOON, NOON) == 3_500
    assert profiles.clear({"stackLevel": 3})
    assert profiles.limit(1, NOON, NOON) == MOST_POWER


def test_only_so_many_fit() -> None:
    profiles = ChargingProfiles()
    kinds = [(level, purpose) for level in range(10) for purpose in ("TxDefaultProfile", "TxProfile")]
    assert all(profiles.install(1, profile(n, 1, purpose, level)) for n, (level, purpose) in enumerate(kinds))
    assert not profiles.install(1, profile(99, 1, level=10))


def test_a_profile_counts_only_while_it_is_valid_and_lasts() -> None:
    profiles = ChargingProfiles()
    profiles.install(
        1, profile(1, 7_000, validFrom=timestamp.to_text(NOON + 60), validTo=timestamp.to_text(NOON + 120))
    )
    assert [profiles.limit(1, NOON, NOON + at) for at in (0, 60, 120, 121)] == [MOST_POWER, 7_000, 7_000, MOST_POWER]
    profiles.install(1, profile(1, 8_000, startSchedule=timestamp.to_text(NOON), duration=30))
    assert [profiles.limit(1, NOON, NOON + at) for at in (-1, 0, 29, 30)] == [MOST_POWER, 8_000, 8_000, MOST_POWER]


def test_relative_counts_from_the_transaction_and_daily_every_day() -> None:
    profiles = ChargingProfiles()
    profiles.install(1, profile(1, 5_000, chargingProfileKind="Relative", duration=60))
    assert [profiles.limit(1, NOON, NOON + at) for at in (59, 61)] == [5_000, MOST_POWER]
    profiles.install(1, profile(1, 6_000, startSchedule=timestamp.to_text(NOON), duration=60, **DAILY))
    assert [profiles.limit(1, NOON, NOON + 86_400 * 3 + at) for at in (59, 61)] == [6_000, MOST_POWER]


def test_a_composite_schedule_says_when_the_limit_changes() -> None:
    profiles = ChargingProfiles()
    profiles.install(0, profile(1, 6_000, startSchedule=timestamp.to_text(NOON + 100), duration=50, **DAILY))
    schedule = profiles.composite(1, NOON, NOON, 86_400 + 200, "W")
    steps = [(it["startPeriod"], it["limit"]) for it in schedule["chargingSchedulePeriod"]]
    day = 86_400
    assert steps == [(0, MOST_POWER), (100, 6_000), (150, MOST_POWER), (day + 100, 6_000), (day + 150, MOST_POWER)]
