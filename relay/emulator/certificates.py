"""The certificates an emulated charge point keeps (security whitepaper for OCPP 1.6, and OCPP 2.0.1, M)."""

from __future__ import annotations

import hashlib

from relay.emulator.frame import Payload

MOST_CERTIFICATES = 10

SIGNING_REQUEST = """-----BEGIN CERTIFICATE REQUEST-----
MIHvMIGXAgEAMDUxEzARBgNVBAoMCm9jcHAtcmVsYXkxHjAcBgNVBAMMFWVtdWxh
dGVkIGNoYXJnZSBwb2ludDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBL9zUie
ubvUieah0+AEgTITyACXCYNRI/O7rx9geJ6JaJwAo+2vhDvMOhAEFgMNVZhqS0vB
3ZKQa6iEBnqxD2SgADAKBggqhkjOPQQDAgNHADBEAiB9DVXoFH2SkYgbfZE0pyiS
eNO0BfpWYfoMajSIy+CmwAIgVdv1A8P4bFTr9pJGnxDl4vihjF7YUZo55ffy0vNk
nRE=
-----END CERTIFICATE REQUEST-----
"""
"""What it asks to have signed. Its key was thrown away: nobody can ever use the certificate."""


def is_certificate(text: str) -> bool:
    return "-----BEGIN CERTIFICATE-----" in text and "-----END CERTIFICATE-----" in text


class Certificates:
    """Kept by their hashes. Nothing is read from inside them: the hashes are of the whole text."""

    def __init__(self) -> None:
        self._installed: list[tuple[str, Payload]] = []

    def install(self, use: str, text: str) -> str:
        """The status of InstallCertificate."""
        entry = (use, hashes(text))
        if not is_certificate(text):
            return "Rejected"
        if entry in self._installed:
            return "Accepted"
        if len(self._installed) >= MOST_CERTIFICATES:
            return "Failed"
        self._installed.append(entry)
        return "Accepted"

    def installed(self, uses: list[str] | None = None) -> list[tuple[str, Payload]]:
        """The use and the hashes of each that is kept, of these uses or of all."""
        return [(use, entry) for use, entry in self._installed if not uses or use in uses]

    def delete(self, wanted: Payload) -> str:
        """The status of DeleteCertificate."""
        kept = [(use, entry) for use, entry in self._installed if entry != wanted]
        found = len(kept) < len(self._installed)
        self._installed = kept
        return "Accepted" if found else "NotFound"


def hashes(text: str) -> Payload:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        "hashAlgorithm": "SHA256",
        "issuerNameHash": digest,
        "issuerKeyHash": hashlib.sha256(digest.encode()).hexdigest(),
        "serialNumber": digest[:16],
    }
