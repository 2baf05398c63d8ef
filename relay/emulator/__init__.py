"""Charge points that behave: OCPP 1.6 stations that boot, charge and answer, for when no real one is at hand."""
