"""A long log in a browser's storage, made up by rule: no charge point has to say it all first."""

from __future__ import annotations

from playwright.async_api import Page

# As the page's worker keeps it (webapp/src/store/kept.ts): key and entry, in the order of the connection. A charging
# session of 1,000 calls, over and over; each call is followed by its answer.
WRITE = """
async ([identity, epoch, frames, begin]) => {
  // Opening it before the page did would make an empty one.
  while (!(await indexedDB.databases()).some(({name}) => name === "ocpp-relay")) {
    await new Promise((done) => setTimeout(done, 20));
  }
  const open = (name) => new Promise((done, failed) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const payload = (call) => {
    const at = new Date(begin + call * 200).toISOString();
    switch (call % 1000) {
      case 0: return ["BootNotification", {chargePointVendor: "Voltaire", chargePointModel: "V2"}];
      case 1: return ["Authorize", {idTag: `TAG-${call}`}];
      case 2: return ["StartTransaction", {connectorId: 1, idTag: `TAG-${call - 1}`, meterStart: call, timestamp: at}];
      default: return call % 3 === 0 ? ["Heartbeat", {}] : ["MeterValues", {connectorId: 1 + (call % 2), meterValue: [
        {timestamp: at, sampledValue: [{value: String(call), measurand: "Energy.Active.Import.Register", unit: "Wh"}]},
      ]}];
    }
  };
  const answer = (call, action) => action === "StartTransaction"
    ? {transactionId: call, idTagInfo: {status: "Accepted"}} : action === "Heartbeat" ? {currentTime: "x"} : {};
  const db = await open("ocpp-relay");
  const change = db.transaction("frames", "readwrite", {durability: "relaxed"});
  const store = change.objectStore("frames");
  const place = (seq, order) => [identity, begin, epoch, seq, order, 0];
  const opened = {type: "opened", epoch, at: begin, version: "ocpp1.6", offered: ["ocpp1.6"], flags: [],
    remote: "192.168.4.31", headers: {}};
  store.put({key: place(0, 0), entry: opened});
  for (let seq = 1; seq <= frames; seq += 1) {
    const call = (seq - 1) >> 1;
    const [action, said] = payload(call);
    const asks = seq % 2 === 1;
    const text = JSON.stringify(asks ? [2, `u${call}`, action, said] : [3, `u${call}`, answer(call, action)]);
    const entry = {type: "frame", epoch, seq, at: begin + seq * 100, from: asks ? "cp" : "cs", text};
    store.put({key: place(seq, 1), entry});
  }
  store.put({key: place(frames, 5), entry: {type: "closed", epoch, seq: frames, at: begin + frames * 100, code: 1000,
    reason: "", by: "charge-point"}});
  await new Promise((done, failed) => { change.oncomplete = done; change.onerror = () => failed(change.error); });
  db.close();
}
"""


async def record(page: Page, identity: str, frames: int, *, epoch: str = "recorded") -> None:
    """Keep a log of so many frames in this browser, for a charge point that no tab of it has open."""
    await page.evaluate(WRITE, [identity, epoch, frames, 1_790_000_000_000])
