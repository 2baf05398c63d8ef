"""Answers a charge point by rules when no browser is open."""
