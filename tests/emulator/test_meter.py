from __future__ import annotations

import pytest

from relay.emulator.meter import BATTERY, MOST_CURRENT, MOST_POWER, UNITS, Meter


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
    for at in range(60, 7200, 10):
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
    readings = Meter().read(UNITS)
    assert {it.measurand: it.unit for it in readings} == UNITS
    assert all(it.rounded >= 0 for it in readings)


def test_current_and_voltage_are_told_for_each_phase() -> None:
    meter = Meter()
    meter.plug_in(20)
    meter.switch_on(0)
    meter.advance(60, MOST_POWER)
    readings = meter.read(["Current.Import", "Voltage"])
    assert [it.phase for it in readings] == ["L1", "L2", "L3", "L1-N", "L2-N", "L3-N"]
    assert all(30 < it.value <= MOST_CURRENT for it in readings[:3])


@pytest.mark.parametrize("speed", [1, 10, 1000])
def test_speed_fills_the_car_sooner_and_gives_no_more_power(speed: float) -> None:
    meter = Meter(register=0, speed=speed)
    meter.plug_in(20)
    meter.switch_on(0)
    energy = 0.0
    for second in range(1, 61):
        energy += meter.power / 3600
        meter.advance(second / speed, MOST_POWER)
        assert meter.power <= MOST_POWER
    assert meter.register == pytest.approx(energy)
