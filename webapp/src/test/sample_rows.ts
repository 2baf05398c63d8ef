import type { Author, FrameRow, Row, RowState } from "../live/contract";

const byRule: Author = { kind: "rule", words: "rule · Accept all" };
const start = Date.now() - 120_000;

/** An invented log: a car is plugged in and charges, three times over. */
export function sampleRows(): Row[] {
  const rows: Row[] = [];
  for (let round = 0; round < 3; round += 1) addRound(rows, start + round * 38_000);
  rows.push({
    kind: "life",
    id: rows.length,
    epoch: "5b1e",
    at: start + 115_000,
    event: "bus",
    tone: "plain",
    words: "The relay lost Redis for 1.4 s. Nothing is missing: frames 1 270 to 1 273 were fetched afterwards.",
  });
  exchange(
    rows,
    start + 116_000,
    "cp",
    "MeterValues",
    "c02f19aa-7b1d-4e0c-9a55-0c1f2f8d1e77",
    meterValues,
    "Connector 1: 7.36 kW, 18.267 kWh, 32 % SoC",
    "{}",
    "{}",
    3,
  );
  rows.push(
    frame(
      rows.length,
      start + 117_000,
      "cp",
      "malformed",
      null,
      null,
      "Not JSON: it ends after 31 bytes",
      { kind: "malformed" },
      '[2,"8f2e","StatusNotification",{',
    ),
  );
  rows.push(
    frame(
      rows.length,
      start + 117_900,
      "cs",
      "call",
      "ChangeAvailability",
      "r-000032",
      "Connector 2: Inoperative",
      { kind: "waiting" },
      '[2,"r-000032","ChangeAvailability",{"connectorId":2,"type":"Inoperative"}]',
    ),
  );
  return rows;
}

const meterValues =
  '{"connectorId":1,"transactionId":4711,"meterValue":[{"timestamp":"2026-11-20T11:41:39Z","sampledValue":[{"value":"18267","measurand":"Energy.Active.Import.Register","unit":"Wh"},{"value":"7360","measurand":"Power.Active.Import","unit":"W"},{"value":"32","measurand":"SoC","unit":"Percentage"}]}]}';

function addRound(rows: Row[], at: number) {
  exchange(
    rows,
    at,
    "cp",
    "Heartbeat",
    `h-${at}`,
    "{}",
    "",
    '{"currentTime":"2026-11-20T11:40:31Z"}',
    "11:40:31 UTC",
    2,
  );
  exchange(
    rows,
    at + 2000,
    "cp",
    "Authorize",
    `7c1e4b02-${at}`,
    '{"idTag":"04A1B2C3D4"}',
    "Tag 04A1B2C3D4",
    '{"idTagInfo":{"status":"Accepted"}}',
    "Accepted",
    3,
  );
  exchange(
    rows,
    at + 4907,
    "cp",
    "StatusNotification",
    `19f0c2d1-${at}`,
    '{"connectorId":1,"errorCode":"NoError","status":"Preparing"}',
    "Connector 1: Preparing",
    "{}",
    "{}",
    2,
  );
  exchange(
    rows,
    at + 9233,
    "cp",
    "StartTransaction",
    `a43b77e9-${at}`,
    '{"connectorId":1,"idTag":"04A1B2C3D4","meterStart":18204}',
    "Connector 1: started by 04A1B2C3D4 at 18.204 kWh",
    '{"transactionId":4711,"idTagInfo":{"status":"Accepted"}}',
    "Transaction 4711, Accepted",
    4,
  );
  exchange(
    rows,
    at + 10_001,
    "cp",
    "StatusNotification",
    `5d0e88f3-${at}`,
    '{"connectorId":1,"errorCode":"NoError","status":"Charging"}',
    "Connector 1: Charging",
    "{}",
    "{}",
    2,
  );
  exchange(
    rows,
    at + 12_480,
    "cs",
    "SetChargingProfile",
    `r-${at}`,
    '{"connectorId":1}',
    "Connector 1: at most 16 A, this transaction",
    '{"status":"Accepted"}',
    "Accepted",
    212,
  );
}

function exchange(
  rows: Row[],
  at: number,
  from: "cp" | "cs",
  action: string,
  uniqueId: string,
  call: string,
  said: string,
  answer: string,
  answered: string,
  ms: number,
) {
  const id = rows.length;
  const other = from === "cp" ? "cs" : "cp";
  const by: RowState = { kind: "answer", by: other === "cs" ? byRule : null, late: false, again: false };
  const connector = said.startsWith("Connector") ? (/\d/.exec(said)?.[0] ?? null) : null;
  rows.push({
    ...frame(
      id,
      at,
      from,
      "call",
      action,
      uniqueId,
      said,
      { kind: "answered", ms },
      `[2,"${uniqueId}","${action}",${call}]`,
    ),
    pair: id + 1,
    connector,
    transaction: call.includes("4711") ? "4711" : null,
  });
  rows.push({
    ...frame(id + 1, at + ms, other, "result", action, uniqueId, answered, by, `[3,"${uniqueId}",${answer}]`),
    pair: id,
    connector,
  });
}

function frame(
  id: number,
  at: number,
  from: "cp" | "cs",
  type: FrameRow["type"],
  action: string | null,
  uniqueId: string | null,
  summary: string,
  state: RowState,
  text: string,
): FrameRow {
  return {
    kind: "frame",
    id,
    epoch: "5b1e",
    seq: id + 1,
    at,
    from,
    type,
    action,
    uniqueId,
    summary,
    state,
    pair: null,
    connector: null,
    transaction: null,
    text,
    base64: null,
  };
}
