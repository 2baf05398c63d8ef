"""A stateless relay between an OCPP charge point and the browser tab that plays its central system."""

__version__ = "0.1.0"
