from __future__ import annotations

import pytest

from relay.emulator.meter import BATTERY, MOST_POWER, UNITS, Meter


def test_energy_is_power_times_time_and_ends_up_in_the_car() -> None:
    meter = Meter(register=1000)
    meter.plug_in(20)
    meter.switch_on(0)
    energy, at = 0.0, 0
    while at < 600:
        energy += meter.power * 5 / 3600
        at += 5
        meter.advance(at, MOST_POWER)
        assert 0 <= meter.power <= MOST_POWER
    assert meter.register == pytest.approx(1000 + energy)
    assert meter.state_of_charge == pytest.approx(20 + energy / BATTERY * 100)
    assert meter.temperature > 30


def test_a_car_takes_less_when_it_is_nearly_full_and_nothing_when_it_is() -> None:
    meter = Meter()
    meter.plug_in(95)
    meter.switch_on(0)
    meter.advance(60, MOST_POWER)
    assert 0 < meter.power < MOST_POWER / 2
    for at in range(60, 3600, 10):
        meter.advance(at, MOST_POWER)
    assert (meter.power, meter.state_of_charge) == (0.0, 100.0)
    assert meter.register == pytest.approx(BATTERY * 0.05)


def test_a_limit_too_low_for_the_car_is_no_power() -> None:
    meter = Meter()
    meter.plug_in(20)
    meter.switch_on(0)
    meter.advance(60, 500.0)
    assert meter.power == 0


def test_time_that_goes_back_takes_no_energy_back() -> None:
    meter = Meter(register=500)
    meter.plug_in(20)
    meter.switch_on(1000)
    meter.advance(1010, MOST_POWER)
    before = meter.register
    meter.advance(900, MOST_POWER)
    assert meter.register == before


def test_everything_can_be_sampled() -> None:
    sampled = Meter().sample(list(UNITS), "Trigger")
    assert {it["measurand"]: it["unit"] for it in sampled} == UNITS
    assert all(float(it["value"]) >= 0 for it in sampled)
