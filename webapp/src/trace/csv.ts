import type { FrameEnvelope } from "../engine/envelope";
import { binaryFrame, type Frame, parseFrame } from "../engine/frame";
import { placeOf, transactionOf } from "../engine/place";
import { summarise } from "../engine/summary/summary";
import type { Entry } from "../store/kept";
import { CallActions } from "./call_actions";
import type { Writer } from "./format";
import { isoTime } from "./moment";

const columns = [
  "time",
  "from",
  "kind",
  "action",
  "unique id",
  "connector",
  "transaction",
  "summary",
  "answered after ms",
  "answered by",
  "session",
  "number",
  "frame",
] as const;

type Cells = Partial<Record<(typeof columns)[number], string | number | null>>;

/** A table for a spreadsheet, as RFC 4180 has it. It cannot be read back. */
export class Csv implements Writer {
  readonly left = 0;
  private readonly calls = new CallActions();

  begin(): string {
    // With the mark, spreadsheets read UTF-8.
    return `\uFEFF${columns.join(",")}\r\n`;
  }

  write(entry: Entry): string {
    switch (entry.type) {
      case "frame":
        return line(this.frame(entry));
      case "life":
        return line({ time: isoTime(entry.at), kind: "connection", summary: entry.words });
      default:
        return ""; // a life line says it
    }
  }

  marks(): string {
    return "";
  }

  private frame(envelope: FrameEnvelope): Cells {
    const { text, base64, from, at, by, epoch, seq } = envelope;
    const frame = text === undefined ? binaryFrame(base64 ?? "") : parseFrame(text);
    const asked = frame.kind === "result" || frame.kind === "error" ? this.calls.answer(from, frame.id.shown) : null;
    if (frame.kind === "call") this.calls.call(from, frame.id.shown, { action: frame.action, at });
    const payload = "payload" in frame ? frame.payload : null;
    return {
      time: isoTime(at),
      from: from === "cp" ? "charge point" : "central system",
      kind: kinds[frame.kind],
      action: "action" in frame ? frame.action : (asked?.action ?? null),
      "unique id": "id" in frame ? frame.id.shown : null,
      connector: placeOf(payload)?.id ?? null,
      transaction: transactionOf(payload) ?? null,
      summary: summarise(frame, asked?.action ?? null),
      "answered after ms": asked ? Math.max(0, at - asked.at) : null,
      "answered by": asked && from === "cs" ? (by ?? null) : null,
      session: epoch,
      number: seq,
      frame: text ?? base64 ?? "",
    };
  }
}

const kinds: Record<Frame["kind"], string> = {
  call: "call",
  send: "send",
  result: "result",
  error: "error",
  "result-error": "result error",
  malformed: "malformed",
};

function line(cells: Cells): string {
  return `${columns.map((column) => cell(cells[column] ?? "")).join(",")}\r\n`;
}

/** Spreadsheets carry out a cell that begins like a formula; an apostrophe before it makes it text. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
