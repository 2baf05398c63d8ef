"""Firmware, logs and certificates (OCPP 2.0.1, A, L, M and N01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay.emulator.certificates import is_certificate
from relay.emulator.frame import Payload
from relay.emulator.jobs import SIGNED_UPDATE, UPDATE, UPLOAD
from relay.emulator.v2.answers.answer import Answer, accepted, because

if TYPE_CHECKING:
    from relay.emulator.v2.station import Station


def update_firmware(station: Station, payload: Payload, at: float) -> Payload:
    firmware, also = payload["firmware"], {"requestId": payload["requestId"]}
    certificate = firmware.get("signingCertificate")
    if certificate is not None and not is_certificate(certificate):
        return {"status": "InvalidCertificate"}
    steps = UPDATE if certificate is None else SIGNED_UPDATE
    begin = station.talk.begin(firmware["retrieveDateTime"], at)
    interrupts = station.jobs.begin("FirmwareStatusNotification", steps, also, begin)
    return {"status": "AcceptedCanceled" if interrupts else "Accepted"}


def get_log(station: Station, payload: Payload, at: float) -> Payload:
    interrupts = station.jobs.begin("LogStatusNotification", UPLOAD, {"requestId": payload["requestId"]}, at)
    status = "AcceptedCanceled" if interrupts else "Accepted"
    return {"status": status, "filename": f"{station.identity[:40]}-{payload['logType']}.log"}


def certificate_signed(station: Station, payload: Payload, at: float) -> Payload:
    if is_certificate(payload["certificateChain"]):
        return accepted(True)
    return because("Rejected", "InvalidCertificate")


def install_certificate(station: Station, payload: Payload, at: float) -> Payload:
    return {"status": station.certificates.install(payload["certificateType"], payload["certificate"])}


def delete_certificate(station: Station, payload: Payload, at: float) -> Payload:
    return {"status": station.certificates.delete(payload["certificateHashData"])}


def get_installed_certificate_ids(station: Station, payload: Payload, at: float) -> Payload:
    found = station.certificates.installed(payload.get("certificateType"))
    chain = [{"certificateType": use, "certificateHashData": hashes} for use, hashes in found]
    return {"status": "Accepted", "certificateHashDataChain": chain} if chain else {"status": "NotFound"}


ANSWERS: dict[str, Answer] = {
    "CertificateSigned": certificate_signed,
    "DeleteCertificate": delete_certificate,
    "GetInstalledCertificateIds": get_installed_certificate_ids,
    "GetLog": get_log,
    "InstallCertificate": install_certificate,
    "UpdateFirmware": update_firmware,
}
